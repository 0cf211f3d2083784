package provider_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"signpost/provider"
)

// A million domains over a thousand providers, as a hoster has them.
const (
	manyDomains   = 1_000_000
	manyProviders = 1_000
)

// manyDomain is the n-th of them: 16 bytes, under several top-level domains, and
// neighbours in the list are not neighbours by name.
func manyDomain(n int) string {
	tops := []string{"com", "net", "org", "de", "cn", "com.cn", "co.uk", "io"}
	return fmt.Sprintf("c%07d-%02d.%s", n*7919%10_000_000, n%100, tops[n%len(tops)])
}

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
		fmt.Fprintf(w, "%s p%d\n", manyDomain(i), i%manyProviders)
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
// list: the seconds until a table is there, the heap it keeps for a domain, and the
// time of a look-up that finds something and of one that does not.
func BenchmarkManyDomains(b *testing.B) {
	dir, list := manyFiles(b)
	b.Run("load/signpost", func(b *testing.B) {
		for b.Loop() {
			manyTable(b, dir)
		}
		b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/load")
	})
	b.Run("load/bare-map", func(b *testing.B) {
		for b.Loop() {
			bareMap(b, list)
		}
		b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/load")
	})
	hits, misses := probes(0), probes(manyDomains)
	heap, kept := heapOf(func() any { return manyTable(b, dir) })
	table, _ := kept.(*provider.Table)
	signpost := func(domain string) bool { _, ok := table.Lookup(domain); return ok }
	b.Run("hit/signpost", func(b *testing.B) { lookUp(b, hits, true, signpost, heap) })
	b.Run("miss/signpost", func(b *testing.B) { lookUp(b, misses, false, signpost, heap) })
	heap, kept = heapOf(func() any { return bareMap(b, list) })
	m, _ := kept.(map[string]string)
	bare := func(domain string) bool { _, ok := m[domain]; return ok }
	b.Run("hit/bare-map", func(b *testing.B) { lookUp(b, hits, true, bare, heap) })
	b.Run("miss/bare-map", func(b *testing.B) { lookUp(b, misses, false, bare, heap) })
}

// lookUp asks for one domain after the other.
func lookUp(b *testing.B, domains []string, want bool, find func(string) bool, heap uint64) {
	b.Helper()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if domain := domains[i%len(domains)]; find(domain) != want {
			b.Fatalf("%s: found is %t, want %t", domain, !want, want)
		}
	}
	b.ReportMetric(float64(heap)/manyDomains, "heap-B/domain")
}

// probes are spread over the list, or stand behind it.
func probes(from int) []string {
	names := make([]string, 1<<16)
	for i := range names {
		names[i] = manyDomain(from + i*251%manyDomains)
	}
	return names
}
