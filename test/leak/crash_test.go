//go:build leak

package leak_test

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"signpost/test/serving"
)

// arguments are those of calls, as Go prints them. Some are remains of what was in the
// same place before: now and then eight bytes of a header.
var arguments = regexp.MustCompile(`.{0,60}[({]0x[0-9a-f]+.{0,60}`)

func wantNoArguments(t *testing.T, what, output string) {
	t.Helper()
	if found := arguments.FindString(output); found != "" {
		t.Errorf("%s holds arguments of calls, which may be what was sent: %s", what, found)
	}
}

// Where is the program when it hangs? It tells the functions and nothing else.
func TestStacksThatAreAskedForDoNotTellWhatWasSent(t *testing.T) {
	file := serving.Build(t)
	for _, signal := range []syscall.Signal{syscall.SIGQUIT, syscall.SIGABRT} {
		t.Run(signal.String(), func(t *testing.T) {
			s := serve(t, []string{"GOTRACEBACK=all"}, file, "serve", "--http", "127.0.0.1:0")
			underWay(t, s)
			if status := s.End(t, signal); status.ExitStatus() != 2 {
				t.Errorf("status %d, want 2", status.ExitStatus())
			}
			stacks := s.log.String()
			for _, want := range []string{signal.String(), "signpost/autoconfig.", "net/http.(*conn).serve"} {
				if !strings.Contains(stacks, want) {
					t.Errorf("no %q in the stacks, so they say nothing of requests:\n%.4000s", want, stacks)
				}
			}
			wantNoArguments(t, "what was printed", stacks)
			wantNoLeak(t, "what was printed", stacks)
			s.wantNothingWritten(t)
		})
	}
}

// panicVariable has this program panic instead of running tests.
const panicVariable = "SIGNPOST_TEST_PANIC"

func TestMain(m *testing.M) {
	if os.Getenv(panicVariable) != "" {
		go panic("for a test")
		select {}
	}
	os.Exit(m.Run())
}

// A panic of a goroutine of the program's own is caught by nobody. With the settings of
// the unit and the image, Go says why and prints no stack.
func TestAPanicThatNobodyCatchesHasNoStack(t *testing.T) {
	for file, line := range map[string]string{"deploy/systemd/signpost.service": "Environment", "Dockerfile": "ENV"} {
		content, err := os.ReadFile("../../" + file)
		if err != nil {
			t.Fatal(err)
		}
		setting := regexp.MustCompile(`(?m)^` + line + `[ =](GOTRACEBACK=\w+)$`).FindSubmatch(content)
		if setting == nil {
			t.Fatalf("%s does not set GOTRACEBACK", file)
		}
		process := exec.CommandContext(t.Context(), os.Args[0])
		process.Env = []string{panicVariable + "=1", string(setting[1])}
		output, err := process.CombinedOutput()
		if err == nil || !strings.Contains(string(output), "for a test") {
			t.Fatalf("no panic: %v\n%s", err, output)
		}
		wantNoArguments(t, "what is printed with the settings of "+file, string(output))
		if strings.Contains(string(output), "goroutine ") {
			t.Errorf("with the settings of %s a panic prints stacks:\n%s", file, output)
		}
	}
}

// A core file would have what was just asked in it, whatever the program does. So there
// is none: where the system would write one, and Go would let it.
func TestACrashLeavesNoCoreFile(t *testing.T) {
	const unlimited = "ulimit -c unlimited && "
	control := exec.CommandContext(t.Context(), "sh", "-c", unlimited+"kill -ABRT $$")
	control.Dir = t.TempDir()
	// How it ended is in the status.
	_ = control.Run()
	if status, ok := control.ProcessState.Sys().(syscall.WaitStatus); !ok || !status.CoreDump() {
		t.Fatalf("this machine writes no core file of any program, so the test would prove nothing: %v", control.ProcessState)
	}

	s := serve(t, []string{"GOTRACEBACK=crash"}, "sh", "-c", unlimited+`exec "$0" serve --http 127.0.0.1:0`, serving.Build(t))
	underWay(t, s)
	// As from a fault in the program; Go makes an abort of it.
	status := s.End(t, syscall.SIGSEGV)
	if status.Signal() != syscall.SIGABRT {
		t.Fatalf("status %d, want death by SIGABRT", status.ExitStatus())
	}
	if status.CoreDump() {
		t.Error("the system has dumped the memory of the program")
	}
	s.wantNothingWritten(t)
}

// underWay leaves requests that the handler has begun to read, and that do not end
// before the server does.
func underWay(t *testing.T, s *server) {
	t.Helper()
	to := &sender{address: s.plain}
	for i := range 20 {
		conn, err := to.dial()
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = conn.Close() })
		// The server asks for the body when the handler reads it.
		_, err = fmt.Fprintf(conn, "POST /autodiscover/autodiscover.xml?%s=%s HTTP/1.1\r\nHost: localhost\r\nUser-Agent: %s\r\n"+
			"Content-Length: 4000\r\nExpect: 100-continue\r\n%s\r\n", marker, marker, marker, headers())
		if err != nil {
			t.Fatal(err)
		}
		response, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if err != nil {
			t.Fatal(err)
		}
		if response.StatusCode != http.StatusContinue {
			t.Fatalf("request %d: status %d, want 100", i, response.StatusCode)
		}
		_ = response.Body.Close()
		if _, err := io.WriteString(conn, poxFor(marker+"@sina.com")); err != nil {
			t.Fatal(err)
		}
	}
}
