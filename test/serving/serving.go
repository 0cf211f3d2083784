//go:build unix

// Package serving runs `signpost serve` as a process of its own, for the tests of what
// only a process has.
package serving

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
	"syscall"
	"testing"
)

// Build compiles the program and returns its file. It is for tests in a folder of
// test/.
func Build(t testing.TB) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "signpost")
	build := exec.CommandContext(t.Context(), "go", "build", "-o", file, "../../cmd/signpost") //nolint:gosec // the file is the test's own.
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return file
}

// Options are what a process is given; the zero value is nothing of its own.
type Options struct {
	// Dir is where it works, Env its environment, Stdout where its standard output
	// goes, as in exec.Cmd.
	Dir    string
	Env    []string
	Stdout io.Writer
	// Line gets every line of the log, without its end, one after the other.
	Line func(string)
}

// Process is one that serves. It is killed at the end of the test, if it is still
// there.
type Process struct {
	command   *exec.Cmd
	addresses map[string]string
	silent    chan struct{}
}

// Start runs a command line that ends up as `signpost serve`, and returns when it
// serves.
func Start(t testing.TB, o Options, commandLine ...string) *Process {
	t.Helper()
	p := &Process{
		command:   exec.CommandContext(context.WithoutCancel(t.Context()), commandLine[0], commandLine[1:]...), //nolint:gosec // the tests say what is run.
		addresses: map[string]string{},
		silent:    make(chan struct{}),
	}
	p.command.Dir, p.command.Env, p.command.Stdout = o.Dir, o.Env, o.Stdout
	log, err := p.command.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.command.Process.Kill() })
	known := make(chan struct{})
	var before strings.Builder
	go p.read(log, o.Line, &before, known)
	select {
	case <-known:
	case <-p.silent:
		t.Fatalf("the program ended before it served: %v\n%s", p.command.Wait(), before.String())
	}
	return p
}

// The line that says where the program listens, as text and as JSON.
const (
	servingLine = `msg"?[=:]"?serving`
	listener    = `[ ,]"?(https?|admin_http)"?[=:]"?([0-9.]+:\d+)`
)

// read takes the addresses out of the log, and keeps what stands before them.
func (p *Process) read(log io.Reader, each func(string), before *strings.Builder, found chan<- struct{}) {
	defer close(p.silent)
	isServing, isListener := regexp.MustCompile(servingLine), regexp.MustCompile(listener)
	known := false
	for reader := bufio.NewReader(log); ; {
		line, err := reader.ReadString('\n')
		if each != nil && line != "" {
			each(strings.TrimSuffix(line, "\n"))
		}
		switch {
		case known:
		case isServing.MatchString(line):
			for _, m := range isListener.FindAllStringSubmatch(line, -1) {
				p.addresses[m[1]] = m[2]
			}
			known = true
			close(found)
		default:
			before.WriteString(line)
		}
		if err != nil {
			return
		}
	}
}

// Address is where it listens: "http", "https" or "admin_http"; empty for what it
// does not have.
func (p *Process) Address(listener string) string { return p.addresses[listener] }

// Pid is the process.
func (p *Process) Pid() int { return p.command.Process.Pid }

// Silent is closed when it writes no more to its log.
func (p *Process) Silent() <-chan struct{} { return p.silent }

// Signal sends a signal.
func (p *Process) Signal(t testing.TB, signal syscall.Signal) {
	t.Helper()
	if err := p.command.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
}

// End sends a signal, waits for the end, and says how the process ended. All of its
// log has been read by then.
func (p *Process) End(t testing.TB, signal syscall.Signal) syscall.WaitStatus {
	t.Helper()
	p.Signal(t, signal)
	<-p.silent
	// How it ended is in the status.
	_ = p.command.Wait()
	status, ok := p.command.ProcessState.Sys().(syscall.WaitStatus)
	if !ok {
		t.Fatalf("a status of type %T", p.command.ProcessState.Sys())
	}
	return status
}

// Stop ends the process as an admin does, who expects status 0.
func (p *Process) Stop(t testing.TB) {
	t.Helper()
	if status := p.End(t, syscall.SIGTERM); !status.Exited() || status.ExitStatus() != 0 {
		t.Errorf("after SIGTERM: %+v, want status 0", status)
	}
}

// Get asks the listener for those who watch over the process.
func (p *Process) Get(t testing.TB, path string) string {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+p.Address("admin_http")+path, http.NoBody)
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

// Memory is a field of proc_pid_status(5), in bytes: VmRSS is what the process holds,
// VmHWM the most that it has held.
func (p *Process) Memory(t testing.TB, field string) int64 {
	t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.Pid()))
	if err != nil {
		t.Fatal(err)
	}
	return Number(t, string(status), `(?m)^`+field+`:\s+(\d+) kB$`) << 10
}

// Number is the one that a pattern finds in a text.
func Number(t testing.TB, text, pattern string) int64 {
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
