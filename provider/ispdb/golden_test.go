package ispdb_test

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/provider"
	"signpost/provider/ispdb"
)

var update = flag.Bool("update", false, "write the golden files anew")

// What comes of each odd file: the provider file, and what is said of the rest.
func TestOddFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/*.xml")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			p, findings, err := ispdb.Parse(name, data)
			stem := strings.TrimSuffix(name, ".xml")
			wantGolden(t, stem+".txt", reportText(findings, err))
			if err != nil {
				wantNoGolden(t, stem+".yaml")
				return
			}
			written, err := provider.Encode(p)
			if err != nil {
				t.Fatal(err)
			}
			wantGolden(t, stem+".yaml", string(written))
		})
	}
}

func TestOneBadFileStopsNoOther(t *testing.T) {
	providers, report, err := ispdb.ReadFS(os.DirFS("testdata"))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, p := range providers {
		fmt.Fprintf(&b, "%s from %s: %s\n", p.ID, p.Origin, strings.Join(p.Domains, " "))
	}
	fmt.Fprintf(&b, "\n%d files\n\ndropped:\n%s\n\nchanged:\n%s\n", report.Files, report.Dropped.Error(), report.Changed.Error())
	wantGolden(t, "directory.txt", b.String())
	if got, want := len(providers)+len(report.Dropped), report.Files; got != want {
		t.Errorf("providers and dropped files: got %d, want %d, one for each file", got, want)
	}
}

// reportText is what an admin reads of one file.
func reportText(findings provider.Problems, err error) string {
	var lines []string
	for _, f := range findings {
		lines = append(lines, f.String())
	}
	if err != nil {
		lines = append(lines, err.Error())
	}
	return strings.Join(append(lines, ""), "\n")
}

func wantGolden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", "golden", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; run go test -update and read the diff", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

func wantNoGolden(t *testing.T, name string) {
	t.Helper()
	file := filepath.Join("testdata", "golden", name)
	if _, err := os.Stat(file); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%s: got no provider, want the one of the golden file (error %v)", file, err)
	}
}
