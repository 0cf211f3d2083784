//go:build mailservers

package mailservers_test

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"
)

// build builds the program.
func build(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "signpost")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", program, "../../cmd/signpost").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return program
}

// serve runs `signpost serve` for the providers of a directory until the test ends,
// and returns where it listens: http and, with the flags for it, https.
func serve(t testing.TB, program, dir string, flags ...string) (http, https string) {
	t.Helper()
	arguments := append([]string{"serve", "--http", "127.0.0.1:0", "--only-own", "--providers", "."}, flags...)
	cmd := exec.CommandContext(context.WithoutCancel(t.Context()), program, arguments...)
	cmd.Dir = dir
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	serving := regexp.MustCompile(`msg=serving http=(\S+)(?: https=(\S+))?`)
	found, ended := make(chan []string, 1), make(chan struct{})
	go func() {
		defer close(ended)
		lines := bufio.NewScanner(stderr)
		for lines.Scan() {
			if m := serving.FindStringSubmatch(lines.Text()); m != nil {
				found <- m
			}
		}
	}()
	t.Cleanup(func() {
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			t.Error(err)
		}
		<-ended
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	})
	select {
	case m := <-found:
		return m[1], m[2]
	case <-ended:
		t.Fatal("the program did not start")
		return "", ""
	}
}
