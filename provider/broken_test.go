package provider_test

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/provider"
)

var update = flag.Bool("update", false, "write the golden files anew")

// brokenFiles lists the files of testdata/broken, each with one sort of mistake
// (or many) and, beside it in a .want file, everything that Parse says about it.
func brokenFiles(tb testing.TB) []string {
	tb.Helper()
	files, err := filepath.Glob("testdata/broken/*.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	if len(files) < 25 {
		tb.Fatalf("broken files: got %d, want at least 25", len(files))
	}
	return files
}

func TestBrokenFiles(t *testing.T) {
	for _, file := range brokenFiles(t) {
		name := filepath.Base(file)
		t.Run(strings.TrimSuffix(name, ".yaml"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := problemsOf(t, name, data)
			golden := strings.TrimSuffix(file, ".yaml") + ".want"
			if *update {
				if err := os.WriteFile(golden, []byte(got.Error()+"\n"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.Error()+"\n"); diff != "" {
				t.Errorf("%s: problems (-want +got):\n%s", name, diff)
			}
		})
	}
}

// problemsOf reads a file that must be broken.
func problemsOf(tb testing.TB, name string, data []byte) provider.Problems {
	tb.Helper()
	p, err := provider.Parse(name, data)
	var problems provider.Problems
	if !errors.As(err, &problems) || len(problems) == 0 {
		tb.Fatalf("%s: got error %v, want Problems", name, err)
	}
	if p.ID != "" || p.Domains != nil || p.Servers != nil {
		tb.Errorf("%s: got provider %+v with the error, want none", name, p)
	}
	return problems
}
