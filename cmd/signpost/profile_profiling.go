//go:build profiling

// Command signpost as `make profile` runs it: it writes a CPU profile of itself to the
// file that SIGNPOST_CPU_PROFILE names. The program that is shipped has nothing
// of this.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"runtime/pprof"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code, err := profiled(os.Getenv("SIGNPOST_CPU_PROFILE"), func() int { return run(ctx, os.Args[1:], os.Stdout, os.Stderr) })
	stop()
	if err != nil {
		fmt.Fprintf(os.Stderr, "signpost: profiling: %v\n", err)
		os.Exit(exitUsage)
	}
	os.Exit(code)
}

func profiled(name string, program func() int) (int, error) {
	file, err := os.Create(name) //nolint:gosec // named by whoever started the program.
	if err != nil {
		return 0, fmt.Errorf("creating the profile: %w", err)
	}
	if err := pprof.StartCPUProfile(file); err != nil {
		return 0, fmt.Errorf("starting the profile: %w", err)
	}
	code := program()
	pprof.StopCPUProfile()
	if err := file.Close(); err != nil {
		return 0, fmt.Errorf("writing the profile: %w", err)
	}
	return code, nil
}
