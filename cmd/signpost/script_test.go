package main_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestScripts runs testdata/script/*.txtar, each a session at the command line.
// Beside the commands of package testscript there are:
//
//	exits STATUS COMMAND...  run a command that ends with this status
//	start COMMAND...         run `signpost serve`; $ADDR and $ADMIN are where it listens
//	stop                     end it by SIGTERM: status 0; its log is in server.log
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			var r running
			env.Values[runningKey{}] = &r
			env.Defer(r.end)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits,
			"start": start,
			"stop":  stop,
		},
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS COMMAND...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("running %s: %v", args[1], err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("%q ended with status %d, want %d", args[1:], got, want)
	}
}

// running holds the server of a script.
type (
	running    struct{ server *server }
	runningKey struct{}
)

// end is for scripts that fail before their stop.
func (r *running) end() {
	if r.server != nil {
		_ = r.server.process.Process.Kill()
		_ = r.server.wait()
	}
}

func start(ts *testscript.TestScript, neg bool, args []string) {
	r, ok := ts.Value(runningKey{}).(*running)
	if !ok || r.server != nil || neg || len(args) == 0 {
		ts.Fatalf("usage: start COMMAND..., one server at a time")
	}
	s, err := startServer(context.Background(), ts.MkAbs("."), nil, args...)
	ts.Check(err)
	r.server = s
	ts.Setenv("ADDR", s.address)
	ts.Setenv("ADMIN", s.admin)
}

func stop(ts *testscript.TestScript, neg bool, args []string) {
	r, ok := ts.Value(runningKey{}).(*running)
	if !ok || r.server == nil || neg || len(args) > 0 {
		ts.Fatalf("usage: stop, after start")
	}
	s := r.server
	ts.Check(s.terminate())
	err := s.wait()
	r.server = nil
	ts.Check(os.WriteFile(ts.MkAbs("server.log"), []byte(s.log.String()), 0o600))
	ts.Check(err)
}
