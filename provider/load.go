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

// LoadDir reads every provider file of a directory: *.yaml, *.yml and *.json
// directly in it, in the order of their names, with the lists of domains that they
// name; other files and sub-directories are left alone. It reads all of them whatever is wrong with some: an error of
// type Problems lists everything found, and then no provider is returned.
func LoadDir(dir string) ([]Provider, error) {
	return load(os.DirFS(dir), dir)
}

// LoadFS reads the provider files at the top of fsys as LoadDir does; messages
// name the files as they are called there.
func LoadFS(fsys fs.FS) ([]Provider, error) {
	return load(fsys, "")
}

func load(fsys fs.FS, dir string) ([]Provider, error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, fmt.Errorf("reading provider directory %q: %w", dir, withoutPath(err))
	}
	var providers []Provider
	var problems Problems
	lists := listReader{fsys: fsys, dir: dir, read: map[string]*domainList{}}
	for _, entry := range entries {
		// Names with a leading dot are editors' and Kubernetes' own.
		if entry.IsDir() || strings.HasPrefix(entry.Name(), ".") || !providerFile(entry.Name()) {
			continue
		}
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

// listReader reads each list of domains once, however many providers share it.
type listReader struct {
	fsys fs.FS
	dir  string
	read map[string]*domainList
}

// of is the list of a provider, nil if it names none. Problems of a list are said
// once.
func (r listReader) of(p Provider) (*domainList, Problems) {
	if p.DomainsFile == "" {
		return nil, nil
	}
	if list, ok := r.read[p.DomainsFile]; ok {
		return list, nil
	}
	list, err := readDomainList(r.fsys, p.DomainsFile, path.Join(filepath.ToSlash(r.dir), p.DomainsFile))
	r.read[p.DomainsFile] = list
	if err != nil {
		at := p.position("domains_file", p.DomainsFile)
		return nil, Problems{{
			File: p.Origin, Line: at.line, Column: at.column,
			What: fmt.Sprintf("domains_file `%s` %v", p.DomainsFile, err),
			Hint: "put the list beside this file, one domain a line",
		}}
	}
	problems := list.check()
	return list, problems
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

// readBounded reads a regular file of at most limit bytes: a pipe would keep the
// program waiting.
func readBounded(fsys fs.FS, name string, limit int64) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", withoutPath(err))
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("is not a regular file")
	}
	if info.Size() > limit {
		return nil, fmt.Errorf("is larger than %d bytes", limit)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", withoutPath(err))
	}
	defer func() { _ = file.Close() }()
	// It may grow while it is read.
	data, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", withoutPath(err))
	}
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("is larger than %d bytes", limit)
	}
	return data, nil
}

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
