//go:build soak

// Package soak_test runs the real program under load: 200 connections, a tenth of
// them hostile. It wants no good request to fail, memory that stays flat, and no
// goroutine left behind; then it kills the server under load and starts it again.
//
// It is run by `make soak`, on Linux, and takes SOAK_SECONDS (30) and a little more.
package soak_test

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"testing"
	"time"

	"signpost/test/serving"
)

const (
	goodClients    = 180
	hostileClients = 20
	// mostGrowth is how much more memory the program may hold at the end than after
	// the first fifth of the time, in bytes.
	mostGrowth = 32 << 20
	// enough is how many answers make sure that each client has had some.
	enough = 20 * goodClients
)

func TestNoGoodRequestFailsAndNothingIsLeftBehind(t *testing.T) {
	duration := soakTime(t)
	file := serving.Build(t)
	s := start(t, file, "127.0.0.1:0")
	quiet := s.goroutines(t)
	questions := askedInPeace(t, s.address)

	load := startLoad(t, s.address, questions, false)
	wait(t, duration/5)
	warm := s.residentBytes(t)
	wait(t, duration-duration/5)
	end, busy := s.residentBytes(t), s.goroutines(t)
	load.stop()

	load.wantNoFailure(t)
	if growth := end - warm; growth > mostGrowth {
		t.Errorf("resident memory grew from %d to %d KiB, want at most %d KiB more", warm>>10, end>>10, mostGrowth>>10)
	}
	left := s.goroutinesDownTo(t, quiet)
	s.stop(t)
	t.Logf("%v: %s", duration, load.figures(duration))
	t.Logf("resident memory: %d KiB after %v, %d KiB at the end", warm>>10, duration/5, end>>10)
	t.Logf("goroutines: %d in peace, %d under load, %d after it", quiet, busy, left)
}

// A connection carries one request at a time, and no request may fail on a
// connection that was opened after the death of the first server.
func TestAKilledServerLosesNothingButWhatWasUnderWay(t *testing.T) {
	file := serving.Build(t)
	s := start(t, file, "127.0.0.1:0")
	questions := askedInPeace(t, s.address)
	load := startLoad(t, s.address, questions, true)
	load.waitForAnswers(t, enough)

	s.kill(t)
	load.killed.Store(true)
	before := load.answers.Load()
	died := time.Now()
	s = start(t, file, s.address)
	down := time.Since(died)
	load.waitForAnswers(t, before+enough)
	load.stop()

	load.wantNoFailure(t)
	s.stop(t)
	t.Logf("down for %v: %s", down.Round(time.Millisecond), load.figures(0))
	t.Logf("%d connections died with the server, and what they were asked was asked again; %d attempts found nobody", load.lost.Load(), load.nobody.Load())
}

// soakTime is how long the load lasts.
func soakTime(t *testing.T) time.Duration {
	t.Helper()
	text := os.Getenv("SOAK_SECONDS")
	if text == "" {
		text = "30"
	}
	seconds, err := strconv.Atoi(text)
	if err != nil || seconds < 10 {
		t.Fatalf("SOAK_SECONDS is %q, want a number from 10 on: a slow client is cut after 10 seconds", text)
	}
	return time.Duration(seconds) * time.Second
}

// wait lets the load go on: how long is what is asked for.
func wait(t *testing.T, duration time.Duration) {
	t.Helper()
	select {
	case <-time.After(duration):
	case <-t.Context().Done():
		t.Fatal(context.Cause(t.Context()))
	}
}

// until asks again and again whether something is so, and fails after the guard.
func until(t *testing.T, what string, so func() bool) {
	t.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for end := time.Now().Add(guard); !so(); <-tick.C {
		if time.Now().After(end) {
			t.Fatal(fmt.Errorf("not so within %v: %s", guard, what))
		}
	}
}
