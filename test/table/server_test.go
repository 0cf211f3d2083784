//go:build table

package table_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// server is a `signpost serve` that runs as a process of its own.
type server struct {
	address string
	process *exec.Cmd
	// ready is how long it took from its start until it served.
	ready time.Duration
	// lines carries what it logs but for requests, closed when it logs no more.
	lines chan string
}

var (
	serving  = regexp.MustCompile(`msg=serving http=(\S+)`)
	reloaded = regexp.MustCompile(`msg=reloaded .*took=(\S+)`)
)

// build compiles the program.
func build(t *testing.T) (program string) {
	t.Helper()
	program = filepath.Join(t.TempDir(), "signpost")
	build := exec.CommandContext(t.Context(), "go", "build", "-o", program, "../../cmd/signpost")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return program
}

// start runs the program over a directory, and returns when it serves.
func start(t *testing.T, program, dir string) *server {
	t.Helper()
	s := &server{
		process: exec.CommandContext(context.WithoutCancel(t.Context()), program,
			"serve", "--http", "127.0.0.1:0", "--providers", dir, "--reload-interval", "0"),
		lines: make(chan string),
	}
	s.process.Env = []string{"GOMAXPROCS=" + os.Getenv("GOMAXPROCS")}
	log, err := s.process.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	begin := time.Now()
	if err := s.process.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.process.Process.Kill() })
	go s.read(log)
	s.address = s.waitFor(t, serving)[1]
	s.ready = time.Since(begin)
	return s
}

// read goes on reading: a server whose log nobody takes would wait.
func (s *server) read(log io.Reader) {
	for scanner := bufio.NewScanner(log); scanner.Scan(); {
		if line := scanner.Text(); !strings.Contains(line, "msg=request") {
			s.lines <- line
		}
	}
	close(s.lines)
}

// waitFor reads the log up to the line that matches.
func (s *server) waitFor(t *testing.T, want *regexp.Regexp) []string {
	t.Helper()
	var log strings.Builder
	for line := range s.lines {
		if found := want.FindStringSubmatch(line); found != nil {
			return found
		}
		fmt.Fprintln(&log, line)
	}
	t.Fatalf("the server ended before it logged %s: %v\n%s", want, s.process.Wait(), log.String())
	return nil
}

// reload has the program read its files again; it took so long.
func (s *server) reload(t *testing.T) time.Duration {
	t.Helper()
	if err := s.process.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	took, err := time.ParseDuration(s.waitFor(t, reloaded)[1])
	if err != nil {
		t.Fatal(err)
	}
	return took
}

// stop ends the process as an admin does.
func (s *server) stop(t *testing.T) {
	t.Helper()
	if err := s.process.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	for range s.lines {
	}
	if err := s.process.Wait(); err != nil {
		t.Errorf("after SIGTERM: %v, want status 0", err)
	}
}

// resetPeak makes the system forget the most memory that the process has held
// (proc_pid_clear_refs(5)).
func (s *server) resetPeak(t *testing.T) {
	t.Helper()
	if err := os.WriteFile(fmt.Sprintf("/proc/%d/clear_refs", s.process.Process.Pid), []byte("5"), 0); err != nil {
		t.Fatal(err)
	}
}

// memory is a field of proc_pid_status(5), in bytes: VmRSS is what the process
// holds, VmHWM the most that it has held.
func (s *server) memory(t *testing.T, field string) float64 {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.process.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?m)^` + field + `:\s+(\d+) kB$`).FindSubmatch(status)
	if found == nil {
		t.Fatalf("no %s in\n%s", field, status)
	}
	kib, err := strconv.Atoi(string(found[1]))
	if err != nil {
		t.Fatal(err)
	}
	return float64(kib) * 1024
}
