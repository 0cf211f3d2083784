package main

import (
	"errors"
	"log/slog"

	"signpost/provider"
	"signpost/provider/ispdb"
)

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

// logEmpty tells of directories with nothing to read in them: a server without the
// admin's domains would go unnoticed.
func logEmpty(log *slog.Logger, dirs []string) {
	for _, dir := range dirs {
		log.Warn("there is no provider file in a directory", "directory", dir, "hint", noFilesHint)
	}
}

// noFilesHint says what is read.
const noFilesHint = "the names of provider files end in .yaml, .yml or .json"

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
