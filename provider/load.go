package provider

import (
	"bytes"
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

	"go.yaml.in/yaml/v4"
)

// maxFile bounds a provider file, in bytes: the longest real one is far below.
const maxFile = 1 << 20

// LoadDir reads every provider file of a directory: *.yaml, *.yml and *.json
// directly in it, in the order of their names; other files and sub-directories
// are left alone. It reads all of them whatever is wrong with some: an error of
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
		return nil, fmt.Errorf("reading provider directory %q: %w", dir, err)
	}
	var providers []Provider
	var problems Problems
	for _, entry := range entries {
		// Names with a leading dot are editors' and Kubernetes' own.
		if entry.IsDir() || strings.HasPrefix(entry.Name(), ".") || !providerFile(entry.Name()) {
			continue
		}
		name := entry.Name()
		if dir != "" {
			name = filepath.Join(dir, name)
		}
		data, err := readBounded(fsys, entry.Name())
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

func readBounded(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", err)
	}
	if info.Size() > maxFile {
		return nil, fmt.Errorf("is larger than %d bytes", maxFile)
	}
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", err)
	}
	return data, nil
}

// Parse reads one provider file; name is for messages. The form is strict: an
// unknown key, a wrong type, a host or domain that cannot exist, a missing
// outgoing server are errors. The error is always of type Problems and holds
// everything that is wrong, each with line, column and a hint.
func Parse(name string, data []byte) (Provider, error) {
	d := &decoder{file: name}
	root, ok := d.document(data)
	if !ok {
		return Provider{}, d.problems.err()
	}
	p := d.provider(root)
	slices.SortStableFunc(d.problems, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	if err := d.problems.err(); err != nil {
		return Provider{}, err
	}
	return p, nil
}

// document parses YAML into the root node of its one document.
func (d *decoder) document(data []byte) (*yaml.Node, bool) {
	if len(data) > maxFile {
		d.problems = append(d.problems, Problem{File: d.file, What: fmt.Sprintf("is larger than %d bytes", maxFile)})
		return nil, false
	}
	loader, err := yaml.NewLoader(bytes.NewReader(data))
	if err != nil {
		d.syntax(err)
		return nil, false
	}
	var doc, second yaml.Node
	if err := loader.Load(&doc); err != nil && !errors.Is(err, io.EOF) {
		d.syntax(err)
		return nil, false
	}
	if doc.Kind != yaml.DocumentNode || len(doc.Content) != 1 {
		d.problems = append(d.problems, Problem{File: d.file, What: "there is nothing in the file", Hint: "start with a line `id: example`"})
		return nil, false
	}
	switch err := loader.Load(&second); {
	case err == nil:
		d.report(&second, "a second document begins here", "write one provider a file")
	case !errors.Is(err, io.EOF):
		d.syntax(err)
	}
	return doc.Content[0], true
}

// syntax reports what the YAML parser says.
func (d *decoder) syntax(err error) {
	var one *yaml.LoadError
	if errors.As(err, &one) && one.Mark.Line > 0 {
		d.problems = append(d.problems, Problem{
			File: d.file, Line: one.Mark.Line, Column: max(one.Mark.Column, 1),
			What: "not valid YAML: " + one.Message,
		})
		return
	}
	d.problems = append(d.problems, Problem{File: d.file, What: "not valid YAML: " + err.Error()})
}
