//go:build load

package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"
)

// Who runs where, and how many connections are open at a time.
const (
	serverCore    = "0"
	generatorCore = "1"
	connections   = 16
)

// rig is what the measurements are made with.
type rig struct {
	// dir holds all files of the run.
	dir            string
	signpost, bare string
	certificates   certificates
	// machine is what the table says about it.
	machine string
	rounds  int
	turn    time.Duration
}

// newRig builds both programs with the same flags.
func newRig(ctx context.Context, rounds int, turn time.Duration) (*rig, error) {
	dir, err := os.MkdirTemp("", "signpost-load-")
	if err != nil {
		return nil, fmt.Errorf("making a directory: %w", err)
	}
	r := &rig{dir: dir, rounds: rounds, turn: turn, signpost: filepath.Join(dir, "signpost"), bare: filepath.Join(dir, "bare")}
	if err := r.prepare(ctx); err != nil {
		r.close()
		return nil, err
	}
	return r, nil
}

func (r *rig) prepare(ctx context.Context) (err error) {
	// Before the compiler makes it busy.
	if r.machine, err = machine(); err != nil {
		return err
	}
	if err := build(ctx, r.signpost, "./cmd/signpost"); err != nil {
		return err
	}
	if err := build(ctx, r.bare, "./test/load/bare", "-tags", "load"); err != nil {
		return err
	}
	if err := compile(ctx, r.awake(), "test/load/awake/awake.c"); err != nil {
		return err
	}
	if r.certificates, err = writeCertificates(r.dir); err != nil {
		return err
	}
	// What this process starts inherits its processor.
	return pin(ctx, os.Getpid(), generatorCore)
}

// awake is the library that keeps wrk from sleeping.
func (r *rig) awake() string { return filepath.Join(r.dir, "awake.so") }

// close removes the files.
func (r *rig) close() { _ = os.RemoveAll(r.dir) }

// build makes a program as the packages and the image have it: without cgo.
func build(ctx context.Context, program, from string, flags ...string) error {
	args := append([]string{"build", "-trimpath", "-o", program}, append(flags, from)...)
	compiler := command(ctx, "go", args...)
	compiler.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := compiler.CombinedOutput(); err != nil {
		return fmt.Errorf("building %s: %w\n%s", from, err, out)
	}
	return nil
}

// compile makes a library from C.
func compile(ctx context.Context, library, from string) error {
	// In a shell, since CC may be a compiler with flags.
	line := `${CC:-cc} -O2 -shared -fPIC -o "$0" "$1" -ldl`
	if out, err := command(ctx, "sh", "-c", line, library, from).CombinedOutput(); err != nil {
		return fmt.Errorf("compiling %s: %w\n%s", from, err, out)
	}
	return nil
}

// pin moves a process with all its threads to one processor.
func pin(ctx context.Context, pid int, core string) error {
	out, err := command(ctx, "taskset", "--all-tasks", "--cpu-list", "--pid", core, strconv.Itoa(pid)).CombinedOutput()
	if err != nil {
		return fmt.Errorf("moving to processor %s: %w\n%s", core, err, out)
	}
	return nil
}

// command is a program that ends with this one.
func command(ctx context.Context, name string, args ...string) *exec.Cmd {
	return exec.CommandContext(ctx, name, args...) //nolint:gosec // the programs are those above and those just built.
}

// file writes a file of the run and returns its path.
func (r *rig) file(name string, content []byte) (string, error) {
	path := filepath.Join(r.dir, name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		return "", fmt.Errorf("writing %s: %w", name, err)
	}
	return path, nil
}
