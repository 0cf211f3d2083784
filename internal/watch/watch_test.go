package watch_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"signpost/internal/watch"
)

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestChanged(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(t *testing.T, dir string)
		want   bool
	}{
		{"nothing", func(*testing.T, string) {}, false},
		{"a file is written anew", func(t *testing.T, dir string) { write(t, filepath.Join(dir, "a.yaml"), "two") }, true},
		{"other content of the same size and time", func(t *testing.T, dir string) {
			file := filepath.Join(dir, "a.yaml")
			info, err := os.Stat(file)
			must(t, err)
			write(t, file, "eno")
			must(t, os.Chtimes(file, info.ModTime(), info.ModTime()))
		}, true},
		{"the same content at another time", func(t *testing.T, dir string) {
			must(t, os.Chtimes(filepath.Join(dir, "a.yaml"), time.Unix(1, 0), time.Unix(1, 0)))
		}, false},
		{"an editor renames a new file into place", func(t *testing.T, dir string) {
			write(t, filepath.Join(dir, ".a.yaml.new"), "two")
			must(t, os.Rename(filepath.Join(dir, ".a.yaml.new"), filepath.Join(dir, "a.yaml")))
		}, true},
		{"an editor's own file", func(t *testing.T, dir string) { write(t, filepath.Join(dir, ".a.yaml.swp"), "x") }, false},
		{"a file comes", func(t *testing.T, dir string) { write(t, filepath.Join(dir, "b.yaml"), "one") }, true},
		{"a file goes", func(t *testing.T, dir string) { must(t, os.Remove(filepath.Join(dir, "a.yaml"))) }, true},
		{"a list in a folder changes", func(t *testing.T, dir string) { write(t, filepath.Join(dir, "lists", "c.txt"), "example.org\n") }, true},
		{"a large list grows", func(t *testing.T, dir string) {
			write(t, filepath.Join(dir, "large.txt"), strings.Repeat("example.org\n", 100_001))
		}, true},
		{"the directory goes", func(t *testing.T, dir string) { must(t, os.RemoveAll(dir)) }, true},
		{"a ConfigMap swaps its link", func(t *testing.T, dir string) {
			write(t, filepath.Join(dir, "..v2", "linked.yaml"), "two")
			must(t, os.Symlink("..v2", filepath.Join(dir, "..data_tmp")))
			must(t, os.Rename(filepath.Join(dir, "..data_tmp"), filepath.Join(dir, "..data")))
		}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "providers")
			write(t, filepath.Join(dir, "a.yaml"), "one")
			write(t, filepath.Join(dir, "lists", "c.txt"), "example.com\n")
			write(t, filepath.Join(dir, "large.txt"), strings.Repeat("example.com\n", 100_000))
			write(t, filepath.Join(dir, "..v1", "linked.yaml"), "one")
			must(t, os.Symlink("..v1", filepath.Join(dir, "..data")))
			must(t, os.Symlink(filepath.Join("..data", "linked.yaml"), filepath.Join(dir, "linked.yaml")))
			w := watch.New(dir)
			if w.Changed() {
				t.Fatal("changed before anything was")
			}
			c.change(t, dir)
			if w.Changed() {
				t.Error("changed at the first look, while it may still be written")
			}
			if got := w.Changed(); got != c.want {
				t.Errorf("changed is %t, want %t", got, c.want)
			}
			if w.Changed() {
				t.Error("changed a second time")
			}
		})
	}
}

func TestAFileThatIsBeingWrittenIsLeftAlone(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.yaml")
	write(t, file, "one")
	w := watch.New(file)
	for _, text := range []string{"t", "tw", "two"} {
		write(t, file, text)
		if w.Changed() {
			t.Errorf("changed while %q stands there", text)
		}
	}
	if !w.Changed() {
		t.Error("not changed when it is done")
	}
}

func TestLoadedTakesTheStateOfNow(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.yaml")
	write(t, file, "one")
	w := watch.New(file)
	write(t, file, "two")
	w.Loaded()
	for range 2 {
		if w.Changed() {
			t.Error("changed although it was loaded")
		}
	}
}

func TestALookPausesBetweenFiles(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.yaml", "b.yaml", "c.yaml"} {
		write(t, filepath.Join(dir, name), "one")
	}
	pauses := 0
	w := watch.New(dir)
	w.Pause = func() { pauses++ }
	if w.Changed() {
		t.Error("changed before anything was")
	}
	if pauses < 3 {
		t.Errorf("%d pauses in a look at three files", pauses)
	}
}
