package provider_test

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/provider"
)

func TestLoadFileReadsOneFileWithItsList(t *testing.T) {
	dir := write(t, map[string]string{
		"a.yaml":      own("a", "a.example") + "domains_file: more.txt\n",
		"more.txt":    "b.example\n",
		"broken.yaml": "id: [",
	})
	got, err := provider.LoadFile(filepath.Join(dir, "a.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"a"}, ids(got)); diff != "" {
		t.Fatalf("providers (-want +got):\n%s", diff)
	}
	if want := filepath.Join(dir, "a.yaml"); got[0].Origin != want {
		t.Errorf("Origin: got %q, want %q", got[0].Origin, want)
	}
	table, err := provider.NewTable(got)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := table.Lookup("b.example"); !ok {
		t.Error("the domain of the list is not in the table")
	}
}

func TestLoadFileNamesTheFileInProblems(t *testing.T) {
	t.Chdir(write(t, map[string]string{"bad.yaml": "id: [", "notes.txt": "id: [", "sub/bad.yaml": "id: ["}))
	for _, name := range []string{"bad.yaml", filepath.Join("sub", "bad.yaml")} {
		_, err := provider.LoadFile(name)
		var problems provider.Problems
		if !errors.As(err, &problems) || problems[0].File != name {
			t.Errorf("%s: got %v, want problems of that file", name, err)
		}
	}
	if got, err := provider.LoadFile("notes.txt"); err != nil || len(got) > 0 {
		t.Errorf("notes.txt: got %v, %v, want nothing", got, err)
	}
	_, err := provider.LoadFile("nowhere.yaml")
	if err == nil || !strings.Contains(err.Error(), "nowhere.yaml") {
		t.Errorf("nowhere.yaml: got %v", err)
	}
}
