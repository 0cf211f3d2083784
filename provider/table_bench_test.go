package provider_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"signpost/provider"
)

// A million domains over a thousand providers, as a hoster has them.
const (
	manyDomains   = 1_000_000
	manyProviders = 1_000
)

// manyFiles writes provider files that share one list, and returns the directory
// and the list.
func manyFiles(tb testing.TB) (dir, list string) {
	tb.Helper()
	dir = tb.TempDir()
	for i := range manyProviders {
		text := fmt.Sprintf("id: p%d\nname: Provider %d\ndomains_file: customers.txt\nhost: mail%d.example.net\n", i, i, i)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("p%d.yaml", i)), []byte(text), 0o600); err != nil {
			tb.Fatal(err)
		}
	}
	list = filepath.Join(dir, "customers.txt")
	file, err := os.Create(list)
	if err != nil {
		tb.Fatal(err)
	}
	w := bufio.NewWriter(file)
	for i := range manyDomains {
		fmt.Fprintf(w, "customer-%d.example p%d\n", i, i%manyProviders)
	}
	if err := w.Flush(); err != nil {
		tb.Fatal(err)
	}
	if err := file.Close(); err != nil {
		tb.Fatal(err)
	}
	return dir, list
}

func manyTable(tb testing.TB, dir string) *provider.Table {
	tb.Helper()
	providers, err := provider.LoadDir(dir)
	if err != nil {
		tb.Fatal(err)
	}
	table, err := provider.NewTable(providers)
	if err != nil {
		tb.Fatal(err)
	}
	return table
}

// bareMap is what the least program does with the same list.
func bareMap(tb testing.TB, list string) map[string]string {
	tb.Helper()
	file, err := os.Open(list)
	if err != nil {
		tb.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	m := map[string]string{}
	for scanner := bufio.NewScanner(file); scanner.Scan(); {
		domain, id, _ := strings.Cut(scanner.Text(), " ")
		m[domain] = id
	}
	return m
}

// heapOf is how many bytes are live after f, with what it returned.
func heapOf(f func() any) (bytes uint64, keep any) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	keep = f()
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&after)
	return after.HeapAlloc - before.HeapAlloc, keep
}

// BenchmarkManyDomains measures loading and look-up beside a bare map of the same
// list. Its figures are per table: "ns/op" of load is the time to be ready.
func BenchmarkManyDomains(b *testing.B) {
	dir, list := manyFiles(b)
	b.Run("load/signpost", func(b *testing.B) {
		for b.Loop() {
			manyTable(b, dir)
		}
	})
	b.Run("load/bare-map", func(b *testing.B) {
		for b.Loop() {
			bareMap(b, list)
		}
	})
	b.Run("load/ratio", func(b *testing.B) {
		var ours, bare time.Duration
		for b.Loop() {
			begin := time.Now()
			manyTable(b, dir)
			middle := time.Now()
			bareMap(b, list)
			ours, bare = ours+middle.Sub(begin), bare+time.Since(middle)
		}
		b.ReportMetric(float64(ours)/float64(bare), "x-bare-map")
	})

	heap, kept := heapOf(func() any { return manyTable(b, dir) })
	table, _ := kept.(*provider.Table)
	b.Run("lookup/signpost", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			table.Lookup(probes[i%len(probes)])
		}
		b.ReportMetric(float64(heap)/manyDomains, "B/domain")
	})
	heap, kept = heapOf(func() any { return bareMap(b, list) })
	m, _ := kept.(map[string]string)
	b.Run("lookup/bare-map", func(b *testing.B) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			_ = m[probes[i%len(probes)]]
		}
		b.ReportMetric(float64(heap)/manyDomains, "B/domain")
	})
}

// probes are spread over the list, and some are not in it.
var probes = func() []string {
	names := make([]string, 4096)
	for i := range names {
		names[i] = fmt.Sprintf("customer-%d.example", i*251%(manyDomains+manyDomains/10))
	}
	return names
}()
