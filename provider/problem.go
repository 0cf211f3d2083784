package provider

import (
	"fmt"
	"strings"
)

// Problem is one thing wrong in a provider file: where, what, and what to do.
type Problem struct {
	// File is the path as the admin gave it, or the file's name in its file system.
	File string
	// Line and Column count from 1; 0 means the file as a whole.
	Line, Column int
	// What is wrong, as a sentence without a full stop.
	What string
	// Hint says what to do about it, or is empty.
	Hint string
}

// String is the problem in the form that editors jump to: file:line:column: what (hint).
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", p.Line, p.Column)
	}
	b.WriteString(": ")
	b.WriteString(p.What)
	if p.Hint != "" {
		fmt.Fprintf(&b, " (%s)", p.Hint)
	}
	return b.String()
}

// Problems is everything that is wrong, in the order of files and lines. As an
// error it prints one problem a line.
type Problems []Problem

// Error lists all problems, one a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// err is ps as an error, nil if nothing is wrong.
func (ps Problems) err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps
}
