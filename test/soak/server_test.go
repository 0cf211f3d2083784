//go:build soak

package soak_test

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"

	"signpost/test/serving"
)

// server is a `signpost serve` whose panics are counted.
type server struct {
	*serving.Process
	address string
	// panics are the lines of the log that tell of one.
	mu     sync.Mutex
	panics []string
}

// panicked is our own line, or what Go prints of a panic that nobody has caught. The
// word alone will not do: the random id of a request may hold it.
var panicked = regexp.MustCompile(`msg="panic |^panic: |^fatal error: `)

// start runs the program, and returns when it serves.
func start(t *testing.T, file, address string) *server {
	t.Helper()
	s := &server{}
	s.Process = serving.Start(t, serving.Options{Env: []string{}, Line: func(line string) {
		if panicked.MatchString(line) {
			s.mu.Lock()
			s.panics = append(s.panics, line)
			s.mu.Unlock()
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
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.panics) > 0 {
		t.Errorf("%d panics in the log:\n%s", len(s.panics), strings.Join(s.panics, "\n"))
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
