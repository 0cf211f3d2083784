//go:build soak

package soak_test

import (
	"context"
	"fmt"
	"maps"
	"math/bits"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// load is what 200 clients do at the same time, and what came of it.
type load struct {
	address   string
	questions []question
	cancel    context.CancelFunc
	clients   sync.WaitGroup

	mayDie bool
	// killed says that the first server is dead.
	killed atomic.Bool

	answers atomic.Int64
	// lost are requests that ended with their connection, nobody those that found
	// none to connect to.
	lost, nobody atomic.Int64
	// byTime counts answers by the bits of their time in microseconds.
	byTime  [64]atomic.Int64
	slowest atomic.Int64

	mu       sync.Mutex
	failures []string
	failed   int
	// attacks counts the hostile connections that ended, by kind.
	attacks map[string]int
}

// startLoad starts the clients. Their choices are the same in each run. mayDie says
// that the server may be killed while they ask.
func startLoad(t *testing.T, address string, questions []question, mayDie bool) *load {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	l := &load{address: address, questions: questions, cancel: cancel, mayDie: mayDie, attacks: map[string]int{}}
	for i := range goodClients {
		l.clients.Go(func() { l.good(ctx, rand.New(rand.NewPCG(1, uint64(i)))) })
	}
	for i := range hostileClients {
		l.clients.Go(func() { l.hostile(ctx, i, rand.New(rand.NewPCG(2, uint64(i)))) })
	}
	t.Cleanup(l.stop)
	return l
}

// stop lets the good clients finish and ends the others.
func (l *load) stop() {
	l.cancel()
	l.clients.Wait()
}

func (l *load) waitForAnswers(t *testing.T, n int64) {
	t.Helper()
	until(t, fmt.Sprintf("%d questions are answered", n), func() bool { return l.answers.Load() >= n })
}

func (l *load) took(d time.Duration) {
	l.answers.Add(1)
	l.byTime[bits.Len64(uint64(d.Microseconds()))].Add(1)
	for {
		slowest := l.slowest.Load()
		if int64(d) <= slowest || l.slowest.CompareAndSwap(slowest, int64(d)) {
			return
		}
	}
}

// within is a time within which a share of the answers came.
func (l *load) within(share float64) time.Duration {
	var sum int64
	for i := range l.byTime {
		sum += l.byTime[i].Load()
		if float64(sum) >= share*float64(l.answers.Load()) {
			return time.Duration(1<<i) * time.Microsecond
		}
	}
	return 0
}

// fail notes a failure; the first ten are shown.
func (l *load) fail(format string, args ...any) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.failed++
	if len(l.failures) < 10 {
		l.failures = append(l.failures, fmt.Sprintf(format, args...))
	}
}

func (l *load) attacked(kind string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.attacks[kind]++
}

func (l *load) wantNoFailure(t *testing.T) {
	t.Helper()
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.failed > 0 {
		t.Errorf("%d failures beside %d good answers; the first ones:\n%s", l.failed, l.answers.Load(), strings.Join(l.failures, "\n"))
	}
}

func (l *load) figures(duration time.Duration) string {
	l.mu.Lock()
	defer l.mu.Unlock()
	var text strings.Builder
	fmt.Fprintf(&text, "%d good answers", l.answers.Load())
	if duration > 0 {
		fmt.Fprintf(&text, " (%.0f a second)", float64(l.answers.Load())/duration.Seconds())
	}
	fmt.Fprintf(&text, ", half within %v, 99 %% within %v, all within %v; hostile connections",
		l.within(.5), l.within(.99), time.Duration(l.slowest.Load()).Round(time.Millisecond))
	for _, kind := range slices.Sorted(maps.Keys(l.attacks)) {
		fmt.Fprintf(&text, ", %s %d", kind, l.attacks[kind])
	}
	return text.String()
}
