package ispdb

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"signpost/provider"
	"signpost/provider/draft"
)

// Report says what became of the files of a directory.
type Report struct {
	// Files counts the files that were looked at: each gave a provider or stands
	// in Dropped.
	Files int
	// Changed lists what was left out or changed in files that gave a provider, in
	// the order of files and lines.
	Changed provider.Problems
	// Dropped lists the files that gave no provider, each with the reason.
	Dropped provider.Problems
}

// ReadDir reads all *.xml files directly in a directory, in the order of their
// names; other files, names with a dot in front and sub-directories are left alone.
// What is wrong with a file is said in the report and stops no other one: the error
// is for a directory that cannot be listed. A domain that stands in several files
// belongs to the first, and an id is made unique, so that the providers make a
// layer of a provider.Table.
func ReadDir(dir string) ([]provider.Provider, Report, error) {
	return readDir(os.DirFS(dir), dir)
}

// ReadFS reads the files at the top of fsys as ReadDir does; messages name the
// files as they are called there.
func ReadFS(fsys fs.FS) ([]provider.Provider, Report, error) {
	return readDir(fsys, "")
}

func readDir(fsys fs.FS, dir string) ([]provider.Provider, Report, error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, Report{}, fmt.Errorf("reading the ISPDB directory %q: %w", dir, err)
	}
	c := collection{ids: map[string]string{}, domains: map[string]string{}}
	for _, entry := range entries {
		if entry.IsDir() || !databaseFile(entry.Name()) {
			continue
		}
		c.report.Files++
		name := filepath.Join(dir, entry.Name())
		data, err := readBounded(fsys, entry.Name())
		if err != nil {
			c.report.Dropped = append(c.report.Dropped, provider.Problem{File: name, What: "not imported: it " + err.Error()})
			continue
		}
		c.add(name, data)
	}
	return c.providers, c.report, nil
}

// collection gathers the providers of several files.
type collection struct {
	providers []provider.Provider
	report    Report
	// ids and domains say which file has taken one.
	ids, domains map[string]string
}

// add takes in a file, after what other files have taken already is gone from it.
func (c *collection) add(name string, data []byte) {
	r, err := read(name, data)
	if err != nil {
		c.drop(name, err)
		return
	}
	r.Domains = slices.DeleteFunc(r.Domains, func(domain string) bool {
		first, taken := c.domains[domain]
		if taken {
			r.Note(r.DomainAt(domain), fmt.Sprintf("domain `%s` is left out: it is in %s already", domain, first), "")
		}
		return taken
	})
	c.makeUnique(r)
	p, findings, err := r.Finish()
	if err != nil {
		c.drop(name, err)
		return
	}
	c.providers = append(c.providers, p)
	c.report.Changed = append(c.report.Changed, findings...)
	c.ids[p.ID] = name
	for _, domain := range p.Domains {
		c.domains[domain] = name
	}
}

// makeUnique adds a number to an id that is taken: a.b.example and a-b.example have
// the same one.
func (c *collection) makeUnique(r *reader) {
	stem := r.ID
	for n := 2; c.ids[r.ID] != ""; n++ {
		number := fmt.Sprintf("-%d", n)
		r.ID = stem[:min(len(stem), draft.MaxID-len(number))] + number
	}
	if r.ID != stem {
		r.Note(draft.Position{}, fmt.Sprintf("id `%s` is in %s already; it becomes `%s`", stem, c.ids[stem], r.ID), "")
	}
}

func (c *collection) drop(name string, err error) {
	problems, ok := err.(provider.Problems) //nolint:errorlint // it is never wrapped.
	if !ok {
		problems = provider.Problems{{File: name, What: err.Error()}}
	}
	c.report.Dropped = append(c.report.Dropped, problems...)
}
