package autoconfig_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// docs/conformance.md lists the rows that are tests; it is written from them.
func TestConformancePageListsEveryRow(t *testing.T) {
	file := filepath.Join("..", "docs", "conformance.md")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	got := string(data)
	want := withRows(t, withRows(t, got, "mozilla", mozillaRows()), "microsoft", microsoftRows())
	if got == want {
		return
	}
	if !*update {
		t.Fatalf("%s does not list the rows as they are; run go test -update", file)
	}
	if err := os.WriteFile(file, []byte(want), 0o644); err != nil {
		t.Fatal(err)
	}
}

// withRows replaces what stands between two marks of the page.
func withRows(t *testing.T, page, mark string, rows []row) string {
	t.Helper()
	begin, end := "<!-- begin "+mark+" -->\n", "<!-- end "+mark+" -->\n"
	before, rest, found := strings.Cut(page, begin)
	_, after, closed := strings.Cut(rest, end)
	if !found || !closed {
		t.Fatalf("no marks %q", mark)
	}
	var table strings.Builder
	table.WriteString("| row | what comes |\n| --- | --- |\n")
	seen := map[string]bool{}
	for _, r := range rows {
		if seen[r.name] {
			t.Fatalf("row %s stands twice", r.name)
		}
		seen[r.name] = true
		table.WriteString("| " + r.name + " | " + r.says + " |\n")
	}
	return before + begin + table.String() + end + after
}
