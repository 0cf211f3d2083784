package provider

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// maxFile bounds a provider file, in bytes: the longest real one is far below.
const maxFile = 1 << 20

// A Loader reads provider files and builds tables. The zero value does so as fast
// as it can.
type Loader struct {
	// Pause, if there is one, is called after each small piece of the work: a
	// provider file, or some ten microseconds with a list of domains. A program that
	// answers requests meanwhile sleeps in it once in a while, so that they do not
	// wait. It is called on the goroutine that loads.
	Pause func()
}

func (l Loader) pause() {
	if l.Pause != nil {
		l.Pause()
	}
}

// LoadDir reads every provider file of a directory: *.yaml, *.yml and *.json
// directly in it, in the order of their names, with the lists of domains that they
// name; other files and sub-directories are left alone. It reads all of them whatever is wrong with some: an error of
// type Problems lists everything found, and then no provider is returned.
func LoadDir(dir string) ([]Provider, error) { return Loader{}.Dir(dir) }

// Dir is LoadDir with pauses.
func (l Loader) Dir(dir string) ([]Provider, error) { return l.load(os.DirFS(dir), dir) }

// LoadFS reads the provider files at the top of fsys as LoadDir does; messages
// name the files as they are called there.
func LoadFS(fsys fs.FS) ([]Provider, error) { return Loader{}.FS(fsys) }

// FS is LoadFS with pauses.
func (l Loader) FS(fsys fs.FS) ([]Provider, error) { return l.load(fsys, "") }

func load(fsys fs.FS, dir string) ([]Provider, error) { return Loader{}.load(fsys, dir) }

func (l Loader) load(fsys fs.FS, dir string) ([]Provider, error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, fmt.Errorf("reading provider directory %q: %w", dir, withoutPath(err))
	}
	var providers []Provider
	var problems Problems
	lists := listReader{fsys: fsys, dir: dir, pause: l.Pause, read: map[string]*domainList{}}
	for _, entry := range entries {
		// Names with a leading dot are editors' and Kubernetes' own.
		if entry.IsDir() || strings.HasPrefix(entry.Name(), ".") || !providerFile(entry.Name()) {
			continue
		}
		l.pause()
		name := entry.Name()
		if dir != "" {
			name = filepath.Join(dir, name)
		}
		data, err := readBounded(fsys, entry.Name(), maxFile)
		if err != nil {
			problems = append(problems, Problem{File: name, What: err.Error()})
			continue
		}
		p, err := Parse(name, data)
		var ps Problems
		if errors.As(err, &ps) {
			problems = append(problems, ps...)
			continue
		}
		p.list, ps = lists.of(p)
		problems = append(problems, ps...)
		p.Logo, ps = readLogo(fsys, p)
		problems = append(problems, ps...)
		providers = append(providers, p)
	}
	if err := problems.err(); err != nil {
		return nil, err
	}
	return providers, nil
}

func providerFile(name string) bool {
	switch path.Ext(name) {
	case ".yaml", ".yml", ".json":
		return true
	}
	return false
}

// withoutPath drops the name that a file system of a directory knows a file by,
// where the message names it already.
func withoutPath(err error) error {
	var named *fs.PathError
	if errors.As(err, &named) {
		return named.Err
	}
	return err
}

// readBounded reads a regular file of at most limit bytes.
func readBounded(fsys fs.FS, name string, limit int64) ([]byte, error) {
	file, err := openBounded(fsys, name, limit)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	// It may grow while it is read.
	data, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", withoutPath(err))
	}
	if int64(len(data)) > limit {
		return nil, tooLarge(limit)
	}
	return data, nil
}

// openBounded opens a regular file of at most limit bytes: a pipe would keep the
// program waiting.
func openBounded(fsys fs.FS, name string, limit int64) (fs.File, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", withoutPath(err))
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("is not a regular file")
	}
	if info.Size() > limit {
		return nil, tooLarge(limit)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", withoutPath(err))
	}
	return file, nil
}

func tooLarge(limit int64) error { return fmt.Errorf("is larger than %d bytes", limit) }

// Parse reads one provider file; name is for messages. The form is strict: an
// unknown key, a wrong type, a host or domain that cannot exist, a missing
// outgoing server are errors. The error is always of type Problems and holds
// everything that is wrong, each with line and column and, where it does not say
// itself what to do, a hint.
func Parse(name string, data []byte) (Provider, error) {
	d := &decoder{file: name}
	var p Provider
	if root, ok := d.document(data); ok {
		p = d.provider(root)
	}
	slices.SortStableFunc(d.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	if err := d.problems.err(); err != nil {
		return Provider{}, err
	}
	return p, nil
}
