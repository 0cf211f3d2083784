package gate

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"signpost/provider"
)

// Severity says how much a Finding matters.
type Severity string

// The severities. An error is a client that would be led astray or a file that
// cannot be used; a warning is a client or a format that has to do without; a note
// is good to know.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Note    Severity = "note"
)

// Finding is one thing that an admin should know of a provider file: where it
// stands, whom it concerns, what it is, what to do.
type Finding struct {
	Severity Severity `json:"severity"`
	// File, Line and Column are where it stands; Line 0 means the file as a whole.
	File   string `json:"file"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
	// Provider and Domain are whom it is about: the domain stands for all that
	// have the same servers.
	Provider string `json:"provider,omitempty"`
	Domain   string `json:"domain,omitempty"`
	// Format and Clients are who would misread what.
	Format  string   `json:"format,omitempty"`
	Clients []string `json:"clients,omitempty"`
	What    string   `json:"what"`
	Hint    string   `json:"hint,omitempty"`
}

// String is the finding in the form that editors jump to:
// file:line:column: severity: what (hint).
func (f Finding) String() string {
	p := provider.Problem{File: f.File, Line: f.Line, Column: f.Column, What: string(f.Severity) + ": " + f.What, Hint: f.Hint}
	return p.String()
}

// OfProblems are the problems of a loader as findings.
func OfProblems(problems provider.Problems) []Finding {
	findings := make([]Finding, len(problems))
	for i, p := range problems {
		findings[i] = Finding{Severity: Error, File: p.File, Line: p.Line, Column: p.Column, What: p.What, Hint: p.Hint}
	}
	return findings
}

// sorted orders findings by place.
func sorted(findings []Finding) []Finding {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return findings
}

// list joins names as a sentence has them.
func list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// securityName is a way to protect a connection in words.
func securityName(s provider.Security) string {
	switch s {
	case provider.TLS:
		return "implicit TLS"
	case provider.STARTTLS:
		return "STARTTLS"
	}
	return "no encryption"
}

// endpoint is a server in words.
func endpoint(host string, port int, s provider.Security) string {
	return fmt.Sprintf("%s:%d with %s", host, port, securityName(s))
}
