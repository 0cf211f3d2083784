package provider

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// LoadFile reads one provider file, with the list of domains and the logo that it
// names, as LoadDir reads those of a directory. There is none in a file whose name
// is not that of a provider file.
func LoadFile(name string) ([]Provider, error) {
	if _, err := os.Stat(name); err != nil {
		return nil, fmt.Errorf("reading provider file %q: %w", name, withoutPath(err))
	}
	dir, base := filepath.Split(name)
	if dir == "" {
		dir = "."
	}
	return load(onlyFile{os.DirFS(dir), base}, dir)
}

// onlyFile is a directory in which one file is seen; others can be opened by those
// who know their names.
type onlyFile struct {
	fs.FS
	name string
}

// ReadDir lists the file.
func (o onlyFile) ReadDir(string) ([]fs.DirEntry, error) {
	info, err := o.Stat(o.name)
	if err != nil {
		return nil, err
	}
	return []fs.DirEntry{fs.FileInfoToDirEntry(info)}, nil
}

// Stat does not open the file: a pipe would keep the program waiting.
func (o onlyFile) Stat(name string) (fs.FileInfo, error) { return fs.Stat(o.FS, name) }
