//go:build leak

package leak_test

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"syscall"
	"testing"
)

// server is a `signpost serve` that runs as a process of its own, in a directory of
// its own that is all it could write to by accident.
type server struct {
	plain, secured, admin string
	process               *exec.Cmd
	dir                   string
	stdout                bytes.Buffer
	// log is what it writes to standard error; whole when logEnd is closed.
	log    bytes.Buffer
	logEnd chan struct{}
}

var (
	servingLine = regexp.MustCompile(`msg"?[=:]"?serving`)
	listener    = map[string]*regexp.Regexp{
		"http":       regexp.MustCompile(`[ ,]"?http"?[=:]"?([0-9.]+:\d+)`),
		"https":      regexp.MustCompile(`[ ,]"?https"?[=:]"?([0-9.]+:\d+)`),
		"admin_http": regexp.MustCompile(`[ ,]"?admin_http"?[=:]"?([0-9.]+:\d+)`),
	}
)

// build compiles the program.
func build(t *testing.T) (program string) {
	t.Helper()
	program = filepath.Join(t.TempDir(), "signpost")
	command := exec.CommandContext(t.Context(), "go", "build", "-o", program, "../../cmd/signpost")
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return program
}

// serve runs a command line that ends up as `signpost serve`, and returns when it
// serves.
func serve(t *testing.T, env []string, arguments ...string) *server {
	t.Helper()
	s := &server{dir: t.TempDir(), logEnd: make(chan struct{})}
	s.process = exec.CommandContext(context.WithoutCancel(t.Context()), arguments[0], arguments[1:]...)
	s.process.Dir = s.dir
	s.process.Env = append([]string{"HOME=" + s.dir, "TMPDIR=" + s.dir}, env...)
	s.process.Stdout = &s.stdout
	stderr, err := s.process.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.process.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.process.Process.Kill() })
	line := make(chan string, 1)
	go s.read(stderr, line)
	select {
	case found := <-line:
		for name, address := range map[string]*string{"http": &s.plain, "https": &s.secured, "admin_http": &s.admin} {
			if m := listener[name].FindStringSubmatch(found); m != nil {
				*address = m[1]
			}
		}
	case <-s.logEnd:
		t.Fatalf("the server ended before it served: %v\n%s", s.process.Wait(), s.log.String())
	}
	return s
}

func (s *server) read(stderr io.Reader, line chan<- string) {
	defer close(s.logEnd)
	reader := bufio.NewReader(stderr)
	for {
		text, err := reader.ReadString('\n')
		s.log.WriteString(text)
		if servingLine.MatchString(text) {
			line <- text
		}
		if err != nil {
			return
		}
	}
}

// end sends a signal, waits for the end, and says how the process ended.
func (s *server) end(t *testing.T, signal syscall.Signal) syscall.WaitStatus {
	t.Helper()
	if err := s.process.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	<-s.logEnd
	// How it ended is in the status.
	_ = s.process.Wait()
	status, ok := s.process.ProcessState.Sys().(syscall.WaitStatus)
	if !ok {
		t.Fatalf("a status of type %T", s.process.ProcessState.Sys())
	}
	return status
}

// get asks the listener for those who watch over the process.
func (s *server) get(t *testing.T, path string) string {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+s.admin+path, http.NoBody)
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
	return string(text)
}

// wantNothingWritten looks for files of the program.
func (s *server) wantNothingWritten(t *testing.T) {
	t.Helper()
	err := filepath.WalkDir(s.dir, func(path string, entry fs.DirEntry, err error) error {
		if path != s.dir && entry != nil {
			t.Errorf("the program has written %s", path)
		}
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
}
