package main

import (
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/pprof"
	"syscall"
)

// stacksOnSignal has SIGQUIT and SIGABRT print where each goroutine is, and end the
// program with status 2, as they do by themselves. What Go prints by itself has the
// arguments of each call as numbers, and remains of what clients sent are among them;
// this has the functions and lines alone. stop gives the signals back.
func stacksOnSignal(stderr io.Writer) (stop func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGQUIT, syscall.SIGABRT)
	done := make(chan struct{})
	go func() {
		select {
		case s := <-signals:
			fmt.Fprintf(stderr, "signpost: %v, and this is where it was:\n", s)
			// 1 is the form for people. Nobody is left to tell of an error.
			_ = pprof.Lookup("goroutine").WriteTo(stderr, 1)
			os.Exit(exitUsage)
		case <-done:
		}
	}()
	return func() {
		signal.Stop(signals)
		close(done)
	}
}
