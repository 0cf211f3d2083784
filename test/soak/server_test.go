//go:build soak

package soak_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
)

// server is a `signpost serve` that runs as a process of its own.
type server struct {
	address, admin string
	process        *exec.Cmd
	panics         atomic.Int64
	// logEnd is closed when the process logs no more.
	logEnd chan struct{}
}

var serving = regexp.MustCompile(`msg=serving http=(\S+) admin_http=(\S+)`)

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

// start runs the program, and returns when it serves.
func start(t *testing.T, program, address string) *server {
	t.Helper()
	s := &server{
		process: exec.CommandContext(context.WithoutCancel(t.Context()), program, "serve", "--http", address, "--admin-http", "127.0.0.1:0"),
		logEnd:  make(chan struct{}),
	}
	s.process.Env = []string{}
	log, err := s.process.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.process.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.process.Process.Kill() })
	line := make(chan []string, 1)
	go s.read(log, line)
	select {
	case found := <-line:
		s.address, s.admin = found[1], found[2]
	case <-s.logEnd:
		t.Fatalf("the server ended before it served: %v", s.process.Wait())
	}
	return s
}

func (s *server) read(log io.Reader, line chan<- []string) {
	defer close(s.logEnd)
	scanner := bufio.NewScanner(log)
	for scanner.Scan() {
		if found := serving.FindStringSubmatch(scanner.Text()); found != nil {
			line <- found
		}
		if strings.Contains(scanner.Text(), "panic") {
			s.panics.Add(1)
		}
	}
}

// kill ends the process without warning.
func (s *server) kill(t *testing.T) {
	t.Helper()
	if err := s.process.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	<-s.logEnd
	if err := s.process.Wait(); err == nil {
		t.Fatal("the killed server ended with status 0")
	}
	s.wantNoPanic(t)
}

// stop ends the process as an admin does.
func (s *server) stop(t *testing.T) {
	t.Helper()
	if err := s.process.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	<-s.logEnd
	if err := s.process.Wait(); err != nil {
		t.Errorf("after SIGTERM: %v, want status 0", err)
	}
	s.wantNoPanic(t)
}

func (s *server) wantNoPanic(t *testing.T) {
	t.Helper()
	if n := s.panics.Load(); n > 0 {
		t.Errorf("%d panics in the log", n)
	}
}

// residentBytes is the memory that the process holds.
func (s *server) residentBytes(t *testing.T) int64 {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.process.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	return number(t, string(status), `(?m)^VmRSS:\s+(\d+) kB$`) << 10
}

// goroutines is how many the process has, by its own count.
func (s *server) goroutines(t *testing.T) int64 {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+s.admin+"/metrics", http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return number(t, string(text), `(?m)^go_goroutines (\d+)$`)
}

// goroutinesDownTo waits until there are no more than want: the server needs a
// moment to see that the clients have gone.
func (s *server) goroutinesDownTo(t *testing.T, want int64) (left int64) {
	t.Helper()
	until(t, fmt.Sprintf("no more than %d goroutines are left", want), func() bool {
		left = s.goroutines(t)
		return left <= want
	})
	return left
}

func number(t *testing.T, text, pattern string) int64 {
	t.Helper()
	found := regexp.MustCompile(pattern).FindStringSubmatch(text)
	if found == nil {
		t.Fatalf("no %s in\n%s", pattern, text)
	}
	n, err := strconv.ParseInt(found[1], 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
