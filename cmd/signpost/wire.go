package main

import (
	"errors"
	"fmt"

	"signpost/provider"
	"signpost/provider/builtin"
	"signpost/provider/ispdb"
)

// providerFlags choose where providers come from; commands that need a table
// embed them.
type providerFlags struct {
	Providers []string `placeholder:"DIR" help:"Directory of provider files, used above the built-in ones. Repeatable."`
	OnlyOwn   bool     `name:"only-own" help:"Answer for the domains of --providers and --ispdb alone, without the built-in providers."`
	ISPDB     string   `name:"ispdb" placeholder:"DIR" help:"Directory of ISPDB files (Thunderbird autoconfig XML), used below all others."`
}

// sources are the providers of each source, and what was noticed in reading them.
type sources struct {
	loader              provider.Loader
	own, builtin, ispdb []provider.Provider
	// empty are the directories in which there was no provider file.
	empty []string
	// report is what did not fit of the ISPDB files.
	report ispdb.Report
}

// read reads every source. An error of type provider.Problems holds all that is
// wrong in all provider files.
func (f providerFlags) read() (sources, error) { return f.readWith(provider.Loader{}) }

// readWith is read at the pace of a loader.
func (f providerFlags) readWith(loader provider.Loader) (sources, error) {
	if f.OnlyOwn && len(f.files()) == 0 {
		return sources{}, errors.New("--only-own leaves nothing to answer for: add --providers or --ispdb")
	}
	s := sources{loader: loader}
	var problems provider.Problems
	for _, dir := range f.Providers {
		loaded, err := loader.Dir(dir)
		var found provider.Problems
		switch {
		case errors.As(err, &found):
			problems = append(problems, found...)
		case err != nil:
			return sources{}, err
		}
		if len(loaded) == 0 && err == nil {
			s.empty = append(s.empty, dir)
		}
		s.own = append(s.own, loaded...)
	}
	if len(problems) > 0 {
		return sources{}, problems
	}
	if !f.OnlyOwn {
		s.builtin = builtin.Providers()
	}
	if f.ISPDB != "" {
		var err error
		if s.ispdb, s.report, err = ispdb.ReadDir(f.ISPDB); err != nil {
			return sources{}, fmt.Errorf("reading the ISPDB files: %w", err)
		}
	}
	return s, nil
}

// table lays the sources one above the other: the admin's own, the built-in ones,
// the ISPDB's.
func (s sources) table() (*provider.Table, error) {
	table, err := s.loader.Table(s.own, s.builtin, s.ispdb)
	if err != nil {
		return nil, fmt.Errorf("building the table: %w", err)
	}
	return table, nil
}

// table reads every source and builds the table.
func (f providerFlags) table() (*provider.Table, error) {
	s, err := f.read()
	if err != nil {
		return nil, err
	}
	return s.table()
}

// files are what a change of the table can come from.
func (f providerFlags) files() []string {
	files := append([]string(nil), f.Providers...)
	if f.ISPDB != "" {
		files = append(files, f.ISPDB)
	}
	return files
}
