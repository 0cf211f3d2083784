//go:build table

// Package table_test runs `signpost serve` as a process of its own with a million
// domains, and prints what that costs beside the goals: time to be ready, memory,
// and how long requests take while the list is read again. It is run by `make
// bench-table`, on Linux. A request that fails fails it, a goal that is missed does
// not: the machine may have other work.
package table_test

import (
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"signpost/test/serving"
)

const (
	domains = 1_000_000
	// starts is how often each time to be ready is taken, rounds how often a quiet
	// time and a reload are compared.
	starts, rounds = 3, 7
	// quiet is how long a round asks before the reload.
	quiet = 3 * time.Second
)

// figures are what a run has measured.
type figures struct {
	emptyReady, ready []time.Duration
	// emptyResident and so on are in bytes.
	emptyResident, resident, peak []float64
	quietP99, reloadP99           []time.Duration
	took                          []time.Duration
	slowest                       time.Duration
	requests                      int
}

func TestAMillionDomains(t *testing.T) {
	file := serving.Build(t)
	one, many := writeList(t, 1), writeList(t, domains)
	var f figures
	for range starts {
		s := start(t, file, one)
		f.emptyReady = append(f.emptyReady, s.ready)
		s.reload(t)
		f.emptyResident = append(f.emptyResident, s.memory(t, "VmRSS"))
		s.Stop(t)
		s = start(t, file, many)
		f.ready = append(f.ready, s.ready)
		s.Stop(t)
	}
	s := start(t, file, many)
	for range rounds {
		f.round(t, s)
	}
	s.Stop(t)
	t.Log(f.table())
}

// round asks for a while, and goes on asking while the list is read again.
func (f *figures) round(t *testing.T, s *server) {
	t.Helper()
	load := startLoad(s.address)
	time.Sleep(quiet)
	before := load.times.take()
	// By now the program has given back what the reload before took.
	f.resident = append(f.resident, s.memory(t, "VmRSS"))
	s.resetPeak(t)
	took := s.reload(t)
	during := load.times.take()
	f.peak = append(f.peak, s.memory(t, "VmHWM"))
	if err := load.stop(); err != nil {
		t.Fatalf("a request failed: %v", err)
	}
	if len(before) == 0 || len(during) == 0 {
		t.Fatalf("%d answers in the quiet time, %d in the reload: want some of each", len(before), len(during))
	}
	f.quietP99 = append(f.quietP99, quantile(before, 99))
	f.reloadP99 = append(f.reloadP99, quantile(during, 99))
	f.took = append(f.took, took)
	f.slowest = max(f.slowest, slices.Max(during))
	f.requests += len(before) + len(during)
}

// table is the goals beside what was reached, as medians.
func (f *figures) table() string {
	const mib = 1 << 20
	ready, empty := quantile(f.ready, 50), quantile(f.emptyReady, 50)
	var ratios []float64
	for i := range f.quietP99 {
		ratios = append(ratios, float64(f.reloadP99[i])/float64(f.quietP99[i]))
	}
	var b strings.Builder
	load, _, _ := strings.Cut(loadAverage(), " ")
	fmt.Fprintf(&b, "%d domains, %d processors, load average %s at the end, %d requests, none failed\n\n", domains, runtime.NumCPU(), load, f.requests)
	line := func(what, goal, reached string) { fmt.Fprintf(&b, "| %s | %s | %s |\n", what, goal, reached) }
	line("what", "goal", "reached")
	line("---", "---", "---")
	line("ready later than with one domain", "0.5 s", fmt.Sprintf("%.2f s (%.2f against %.2f)", (ready-empty).Seconds(), ready.Seconds(), empty.Seconds()))
	line("resident memory above that with one domain", "64 MiB", fmt.Sprintf("%.0f MiB (%.0f against %.0f)",
		(quantile(f.resident, 50)-quantile(f.emptyResident, 50))/mib, quantile(f.resident, 50)/mib, quantile(f.emptyResident, 50)/mib))
	line("peak of it in a reload", "160 MiB", fmt.Sprintf("%.0f MiB, at most %.0f", quantile(f.peak, 50)/mib, slices.Max(f.peak)/mib))
	line("a reload takes", "", fmt.Sprintf("%.1f s", quantile(f.took, 50).Seconds()))
	line("p99 in a reload to p99 before it", "2", fmt.Sprintf("%.1f (%v against %v; slowest %v)", quantile(ratios, 50), quantile(f.reloadP99, 50), quantile(f.quietP99, 50), f.slowest))
	return b.String()
}

// quantile is the value below which so many hundredths of the values are.
func quantile[T time.Duration | float64](values []T, hundredths int) T {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[min(len(sorted)*hundredths/100, len(sorted)-1)]
}

func loadAverage() string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	return string(text)
}
