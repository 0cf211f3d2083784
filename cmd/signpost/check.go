package main

import (
	"encoding/json"
	"errors"
	"fmt"

	"signpost/internal/gate"
	"signpost/provider"
	"signpost/provider/builtin"
)

// checkCommand checks provider files as the server would, and with the eyes of
// every mail client.
type checkCommand struct {
	Dir     string `arg:"" optional:"" help:"Directory of provider files. Without one the built-in providers are checked."`
	JSON    bool   `name:"json" help:"Print the findings as JSON."`
	Verbose bool   `short:"v" help:"Print notes too, not only errors and warnings."`
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
	load := builtin.Providers
	if c.Dir != "" {
		load = func() ([]provider.Provider, error) { return provider.LoadDir(c.Dir) }
	}
	providers, err := load()
	if err == nil && len(providers) == 0 {
		return []gate.Finding{{Severity: gate.Error, File: c.Dir, What: "there is no provider file", Hint: noFilesHint}}, 0, nil
	}
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
	fmt.Fprintf(env.stdout, "%s: %s, %s, %s\n", count(result.Providers, "provider"),
		count(result.Errors, "error"), count(result.Warnings, "warning"), count(result.Notes, "note"))
	return nil
}
