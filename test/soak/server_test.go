//go:build soak

package soak_test

import (
	"fmt"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"signpost/test/serving"
)

// server is a `signpost serve` whose panics are counted.
type server struct {
	*serving.Process
	address string
	panics  atomic.Int64
}

// start runs the program, and returns when it serves.
func start(t *testing.T, file, address string) *server {
	t.Helper()
	s := &server{}
	s.Process = serving.Start(t, serving.Options{Env: []string{}, Line: func(line string) {
		if strings.Contains(line, "panic") {
			s.panics.Add(1)
		}
	}}, file, "serve", "--http", address, "--admin-http", "127.0.0.1:0")
	s.address = s.Address("http")
	return s
}

// kill ends the process without warning.
func (s *server) kill(t *testing.T) {
	t.Helper()
	if status := s.End(t, syscall.SIGKILL); status.Exited() {
		t.Fatalf("the killed server ended with status %d", status.ExitStatus())
	}
	s.wantNoPanic(t)
}

// stop ends the process as an admin does.
func (s *server) stop(t *testing.T) {
	t.Helper()
	s.Stop(t)
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
	return s.Memory(t, "VmRSS")
}

// goroutines is how many the process has, by its own count.
func (s *server) goroutines(t *testing.T) int64 {
	t.Helper()
	return serving.Number(t, s.Get(t, "/metrics"), `(?m)^go_goroutines (\d+)$`)
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
