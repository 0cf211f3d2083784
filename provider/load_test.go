package provider_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"signpost/provider"
)

// write puts files into a new directory; a name with a slash at the end is a
// sub-directory.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "/") {
			if err := os.MkdirAll(path, 0o755); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// own is a valid file of a provider that serves one domain.
func own(id, domain string) string {
	return "id: " + id + "\ndomains: [" + domain + "]\nhost: mail." + domain + "\n"
}

func ids(providers []provider.Provider) []string {
	var out []string
	for _, p := range providers {
		out = append(out, p.ID)
	}
	return out
}

func TestLoadDirReadsInTheOrderOfNames(t *testing.T) {
	dir := write(t, map[string]string{
		"b.yml":  own("b", "b.example"),
		"c.json": `{"id": "c", "domains": ["c.example"], "host": "mail.c.example"}`,
		"a.yaml": own("a", "a.example"),
	})
	got, err := provider.LoadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"a", "b", "c"}, ids(got)); diff != "" {
		t.Errorf("providers (-want +got):\n%s", diff)
	}
	if want := filepath.Join(dir, "a.yaml"); got[0].Origin != want {
		t.Errorf("Origin: got %q, want %q", got[0].Origin, want)
	}
}

func TestLoadDirLeavesOtherFilesAlone(t *testing.T) {
	dir := write(t, map[string]string{
		"a.yaml":         own("a", "a.example"),
		".hidden.yaml":   "broken: [",
		"..data/b.yaml":  "broken: [",
		"sub/b.yaml":     "broken: [",
		"sub.yaml/":      "",
		"README.md":      "broken: [",
		"a.yaml~":        "broken: [",
		"a.yaml.bak":     "broken: [",
		"#a.yaml#":       "broken: [",
		"domains.txt":    "broken: [",
		"yaml":           "broken: [",
		"upper.YAML.txt": "broken: [",
	})
	got, err := provider.LoadDir(dir)
	if err != nil {
		t.Fatalf("LoadDir: %v", err)
	}
	if diff := cmp.Diff([]string{"a"}, ids(got)); diff != "" {
		t.Errorf("providers (-want +got):\n%s", diff)
	}
}

// A Kubernetes volume shows each file as a link through ..data.
func TestLoadDirFollowsLinksToFiles(t *testing.T) {
	dir := write(t, map[string]string{"..2026_11_25/a.yaml": own("a", "a.example")})
	for _, link := range [][2]string{{"..2026_11_25", "..data"}, {filepath.Join("..data", "a.yaml"), "a.yaml"}} {
		if err := os.Symlink(link[0], filepath.Join(dir, link[1])); err != nil {
			t.Fatal(err)
		}
	}
	got, err := provider.LoadDir(dir)
	if err != nil || len(got) != 1 || got[0].ID != "a" {
		t.Errorf("LoadDir: got %v and error %v, want the provider behind the link", ids(got), err)
	}
}

func TestLoadDirListsTheProblemsOfAllFiles(t *testing.T) {
	dir := write(t, map[string]string{
		"a.yaml":     own("a", "a.example"),
		"b.yaml":     "id: b\ndomains: [com]\nhots: mail.b.example\n",
		"c.yaml":     "id: [\n",
		"d.yaml":     own("d", "d.example"),
		"e.yaml":     "",
		"large.yaml": strings.Repeat("#\n", 1<<19) + "#",
	})
	if err := os.Symlink("gone.yaml", filepath.Join(dir, "link.yaml")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(t.TempDir(), filepath.Join(dir, "place.yaml")); err != nil {
		t.Fatal(err)
	}
	got, err := provider.LoadDir(dir)
	var problems provider.Problems
	if !errors.As(err, &problems) || got != nil {
		t.Fatalf("LoadDir: got %v and error %v, want no provider and Problems", ids(got), err)
	}
	want := []string{
		"b.yaml:1:1: the provider has neither `host` nor `servers` (add one of them, or say under `unsupported` why there are none)",
		"b.yaml:2:11: domain `com` is a public suffix (list the domains below it one by one)",
		"b.yaml:3:1: unknown key `hots` in the provider (did you mean host?)",
		"c.yaml:2:1: not valid YAML: did not find expected node content",
		"e.yaml: there is nothing in the file (start with a line `id: example`)",
		"large.yaml: is larger than 1048576 bytes",
		"link.yaml: cannot be read: no such file or directory",
		"place.yaml: is not a regular file",
	}
	lines := strings.Split(strings.ReplaceAll(err.Error(), dir+string(filepath.Separator), ""), "\n")
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	if len(problems) != len(want) {
		t.Errorf("problems: got %d, want %d", len(problems), len(want))
	}
}

// locked is a directory in which one file can be seen and not be read.
type locked struct {
	fstest.MapFS
	name string
}

func (l locked) Open(name string) (fs.File, error) {
	if name == l.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.Open(name)
}

func TestLoadFSNamesAFileThatCannotBeRead(t *testing.T) {
	files := filesOf(map[string]string{"a.yaml": own("a", "a.example"), "b.yaml": own("b", "b.example")})
	got, err := provider.LoadFS(locked{files, "b.yaml"})
	const want = "b.yaml: cannot be read: permission denied"
	if err == nil || err.Error() != want || got != nil {
		t.Errorf("LoadFS: got %v and error %v, want none and %q", ids(got), err, want)
	}
}

func TestLoadDirOfNothing(t *testing.T) {
	got, err := provider.LoadDir(t.TempDir())
	if err != nil || len(got) != 0 {
		t.Errorf("an empty directory: got %v and error %v, want neither", ids(got), err)
	}
	missing := filepath.Join(t.TempDir(), "missing")
	got, err = provider.LoadDir(missing)
	var problems provider.Problems
	if !errors.Is(err, fs.ErrNotExist) || errors.As(err, &problems) || got != nil || !strings.Contains(err.Error(), missing) {
		t.Errorf("a missing directory: got %v and error %v, want fs.ErrNotExist with its name", ids(got), err)
	}
}
