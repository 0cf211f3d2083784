package autotls_test

import (
	"log/slog"
	"path/filepath"
	"strings"
	"testing"

	"signpost/internal/autotls"
)

func TestOpenStorage(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct{ name, place, want string }{
		{"a directory", filepath.Join(dir, "acme"), ""},
		{"a directory with a colon", filepath.Join(dir, "a:b"), ""},
		{"a database", "postgres://user:secret@db.example.com/signpost", ""},
		{"a database by its other scheme", "postgresql://user:secret@db.example.com/signpost?sslmode=disable", ""},
		{"a database of another kind", "mysql://user:secret@db.example.com/signpost", "neither a directory nor"},
		{"an address with a slash too few", "postgres:/user:secret@db.example.com/signpost", "neither a directory nor"},
		{"a scheme in capitals", "POSTGRES://user:secret@db.example.com/signpost", "neither a directory nor"},
		{"the other form of libpq", "host=db.example.com password=secret", "neither a directory nor"},
		{"an address that cannot be read", "postgres://user:sec/ret@db.example.com/signpost", "/ as %2F"},
		{"a directory that cannot be made", "/dev/null/acme", "making the directory"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := autotls.OpenStorage(c.place, slog.New(slog.DiscardHandler))
			switch {
			case c.want == "" && err != nil:
				t.Errorf("error %v, want none", err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "sec")):
				t.Errorf("error %v, want one with %q and without the password", err, c.want)
			}
		})
	}
}
