package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"signpost/internal/gate"
	"signpost/provider"
	"signpost/provider/builtin"
)

// checkCommand checks provider files as the server would, and with the eyes of
// every mail client.
type checkCommand struct {
	Paths   []string `arg:"" optional:"" name:"path" help:"Directories of provider files, or single files; together they are one table. Without any the built-in providers are checked."`
	JSON    bool     `name:"json" help:"Print the findings as JSON."`
	Verbose bool     `short:"v" help:"Print notes too, not only errors and warnings."`
}

// checkResult is the JSON form.
type checkResult struct {
	Providers int            `json:"providers"`
	Errors    int            `json:"errors"`
	Warnings  int            `json:"warnings"`
	Notes     int            `json:"notes"`
	Findings  []gate.Finding `json:"findings"`
}

// Run prints the findings; an error among them is status 1.
func (c *checkCommand) Run(env environment) error {
	findings, providers, err := c.findings()
	if err != nil {
		return err
	}
	result := checkResult{Providers: providers, Findings: []gate.Finding{}}
	for _, f := range findings {
		switch f.Severity {
		case gate.Error:
			result.Errors++
		case gate.Warning:
			result.Warnings++
		case gate.Note:
			result.Notes++
			if !c.Verbose && !c.JSON {
				continue
			}
		}
		result.Findings = append(result.Findings, f)
	}
	if err := c.print(env, result); err != nil {
		return err
	}
	if result.Errors > 0 {
		return errNo
	}
	return nil
}

// findings checks the files, and the providers in them if the files are good.
func (c *checkCommand) findings() ([]gate.Finding, int, error) {
	providers, err := c.read()
	var table *provider.Table
	if err == nil {
		table, err = provider.NewTable(providers)
	}
	var problems provider.Problems
	switch {
	case errors.As(err, &problems):
		return gate.OfProblems(problems), len(providers), nil
	case err != nil:
		return nil, 0, err
	}
	g, err := gate.New()
	if err != nil {
		return nil, 0, err
	}
	return g.Check(table.Providers()), len(providers), nil
}

// read reads all paths. An error of type provider.Problems holds all that is wrong in
// all files.
func (c *checkCommand) read() ([]provider.Provider, error) {
	if len(c.Paths) == 0 {
		return builtin.Providers(), nil
	}
	var providers []provider.Provider
	var problems provider.Problems
	for _, path := range c.Paths {
		read, err := readPath(path)
		var found provider.Problems
		switch {
		case errors.As(err, &found):
			problems = append(problems, found...)
		case err != nil:
			return nil, err
		case len(read) == 0:
			problems = append(problems, provider.Problem{File: path, What: "there is no provider file", Hint: noFilesHint})
		}
		providers = append(providers, read...)
	}
	if len(problems) > 0 {
		return nil, problems
	}
	return providers, nil
}

// readPath reads a directory or a single file.
func readPath(path string) ([]provider.Provider, error) {
	if info, err := os.Stat(path); err == nil && !info.IsDir() {
		return provider.LoadFile(path)
	}
	return provider.LoadDir(path)
}

// checked says what was looked at.
func (c *checkCommand) checked(providers int) string {
	if len(c.Paths) == 0 {
		return count(providers, "built-in provider")
	}
	return count(providers, "provider") + " in " + strings.Join(c.Paths, ", ")
}

func (c *checkCommand) print(env environment, result checkResult) error {
	if c.JSON {
		encoder := json.NewEncoder(env.stdout)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(result); err != nil {
			return fmt.Errorf("writing the findings: %w", err)
		}
		return nil
	}
	for _, f := range result.Findings {
		fmt.Fprintln(env.stdout, f)
	}
	fmt.Fprintf(env.stdout, "%s: %s, %s, %s\n", c.checked(result.Providers),
		count(result.Errors, "error"), count(result.Warnings, "warning"), count(result.Notes, "note"))
	return nil
}
