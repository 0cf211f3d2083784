package main

import (
	"errors"
	"fmt"
	"io"

	"signpost/provider"
	"signpost/provider/builtin"
)

// providerFlags choose where providers come from; commands that need a table
// embed them.
type providerFlags struct {
	Providers []string `placeholder:"DIR" type:"path" help:"Directory of provider files, used above the built-in ones. Repeatable."`
}

// table reads every source of providers and builds the table: the directories in
// the order of the flags, the built-in providers below them.
func (f providerFlags) table() (*provider.Table, error) {
	var own []provider.Provider
	var problems provider.Problems
	for _, dir := range f.Providers {
		loaded, err := provider.LoadDir(dir)
		var found provider.Problems
		switch {
		case errors.As(err, &found):
			problems = append(problems, found...)
		case err != nil:
			return nil, err
		}
		own = append(own, loaded...)
	}
	if len(problems) > 0 {
		return nil, problems
	}
	embedded, err := builtin.Providers()
	if err != nil {
		return nil, fmt.Errorf("reading the built-in providers: %w", err)
	}
	table, err := provider.NewTable(own, embedded)
	if err != nil {
		return nil, fmt.Errorf("building the table: %w", err)
	}
	return table, nil
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
