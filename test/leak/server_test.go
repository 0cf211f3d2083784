//go:build leak

package leak_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"signpost/test/serving"
)

// server is a `signpost serve` in a directory of its own that is all it could write to
// by accident.
type server struct {
	*serving.Process
	plain, secured, admin string
	dir                   string
	stdout                bytes.Buffer
	// log is what it writes to standard error; whole when the process has ended.
	log strings.Builder
}

// serve runs a command line that ends up as `signpost serve`, and returns when it
// serves.
func serve(t *testing.T, env []string, commandLine ...string) *server {
	t.Helper()
	s := &server{dir: t.TempDir()}
	s.Process = serving.Start(t, serving.Options{
		Dir:    s.dir,
		Env:    append([]string{"HOME=" + s.dir, "TMPDIR=" + s.dir}, env...),
		Stdout: &s.stdout,
		Line:   func(line string) { s.log.WriteString(line + "\n") },
	}, commandLine...)
	s.plain, s.secured, s.admin = s.Address("http"), s.Address("https"), s.Address("admin_http")
	return s
}

// wantNothingWritten looks for files of the program.
func (s *server) wantNothingWritten(t *testing.T) {
	t.Helper()
	err := filepath.WalkDir(s.dir, func(path string, entry fs.DirEntry, err error) error {
		if path != s.dir && entry != nil {
			t.Errorf("the program has written %s", path)
		}
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
}
