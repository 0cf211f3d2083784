package main

import (
	"errors"
	"fmt"
	"io"
	"log/slog"

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
	own, builtin, ispdb []provider.Provider
	// report is what did not fit of the ISPDB files.
	report ispdb.Report
}

// read reads every source. An error of type provider.Problems holds all that is
// wrong in all provider files.
func (f providerFlags) read() (sources, error) {
	var s sources
	var problems provider.Problems
	for _, dir := range f.Providers {
		loaded, err := provider.LoadDir(dir)
		var found provider.Problems
		switch {
		case errors.As(err, &found):
			problems = append(problems, found...)
		case err != nil:
			return sources{}, err
		}
		s.own = append(s.own, loaded...)
	}
	if len(problems) > 0 {
		return sources{}, problems
	}
	if !f.OnlyOwn {
		embedded, err := builtin.Providers()
		if err != nil {
			return sources{}, fmt.Errorf("reading the built-in providers: %w", err)
		}
		s.builtin = embedded
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
	table, err := provider.NewTable(s.own, s.builtin, s.ispdb)
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

// maxLogged bounds the lines that are logged about one load.
const maxLogged = 20

// logShadowed tells which of the admin's domains stand in for another entry. An
// ISPDB that lies below the built-in table repeats much of it, and that is not
// worth a line.
func logShadowed(log *slog.Logger, table *provider.Table, own []provider.Provider) {
	ids := map[string]bool{}
	for _, p := range own {
		ids[p.ID] = true
	}
	n := 0
	for _, s := range table.Shadowed() {
		if !ids[s.Used.ID] {
			continue
		}
		n++
		if n <= maxLogged {
			log.Info("own entry used instead of another", "domain", s.Domain, "provider", s.Used.ID, "instead_of", s.Below.ID)
		}
	}
	if n > maxLogged {
		log.Info("own entries used instead of others", "more", n-maxLogged)
	}
}

// logProblems tells all that is wrong in provider files.
func logProblems(log *slog.Logger, err error) {
	var problems provider.Problems
	if !errors.As(err, &problems) {
		log.Error("cannot read the providers", "error", err)
		return
	}
	for _, p := range problems {
		log.Error("problem in a provider file", "file", p.File, "line", p.Line, "column", p.Column, "what", p.What, "hint", p.Hint)
	}
}

// report prints an error and returns the exit status of wrong use.
func report(stderr io.Writer, err error) int {
	var problems provider.Problems
	if errors.As(err, &problems) {
		fmt.Fprintln(stderr, problems.Error())
		fmt.Fprintf(stderr, "signpost: %s in the provider files\n", count(len(problems), "problem"))
		return exitUsage
	}
	fmt.Fprintf(stderr, "signpost: %v\n", err)
	return exitUsage
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// logISPDB tells what became of the ISPDB files.
func logISPDB(log *slog.Logger, report ispdb.Report) {
	if report.Files == 0 {
		return
	}
	for i, p := range report.Dropped {
		if i == maxLogged {
			log.Warn("more ISPDB files gave no provider", "more", len(report.Dropped)-maxLogged)
			break
		}
		log.Warn("ISPDB file gave no provider", "file", p.File, "line", p.Line, "what", p.What)
	}
	log.Info("read the ISPDB files", "files", report.Files, "dropped", len(report.Dropped), "changed", len(report.Changed))
}
