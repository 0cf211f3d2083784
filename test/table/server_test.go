//go:build table

package table_test

import (
	"fmt"
	"os"
	"regexp"
	"syscall"
	"testing"
	"time"

	"signpost/test/serving"
)

// server is a `signpost serve` over a directory.
type server struct {
	*serving.Process
	address string
	// ready is how long it took from its start until it served.
	ready time.Duration
	// reloads says how long each reload took, as the server logs it.
	reloads chan string
}

// start runs the program over a directory, and returns when it serves.
func start(t *testing.T, file, dir string) *server {
	t.Helper()
	s := &server{reloads: make(chan string, 1)}
	reloaded := regexp.MustCompile(`msg=reloaded .*took=(\S+)`)
	begin := time.Now()
	s.Process = serving.Start(t, serving.Options{
		Env: []string{"GOMAXPROCS=" + os.Getenv("GOMAXPROCS")},
		Line: func(line string) {
			if found := reloaded.FindStringSubmatch(line); found != nil {
				s.reloads <- found[1]
			}
		},
	}, file, "serve", "--http", "127.0.0.1:0", "--providers", dir, "--reload-interval", "0")
	s.ready, s.address = time.Since(begin), s.Address("http")
	return s
}

// reload has the program read its files again; it took so long.
func (s *server) reload(t *testing.T) time.Duration {
	t.Helper()
	s.Signal(t, syscall.SIGHUP)
	var said string
	select {
	case said = <-s.reloads:
	case <-s.Silent():
		t.Fatal("the server ended before it had read its files again")
	}
	took, err := time.ParseDuration(said)
	if err != nil {
		t.Fatal(err)
	}
	return took
}

// resetPeak makes the system forget the most memory that the process has held
// (proc_pid_clear_refs(5)).
func (s *server) resetPeak(t *testing.T) {
	t.Helper()
	if err := os.WriteFile(fmt.Sprintf("/proc/%d/clear_refs", s.Pid()), []byte("5"), 0); err != nil {
		t.Fatal(err)
	}
}

// memory is a field of the process's memory, in bytes.
func (s *server) memory(t *testing.T, field string) float64 {
	t.Helper()
	return float64(s.Memory(t, field))
}
