package main

import (
	"io"
	"slices"
	"strings"
)

// Command is one command of the command line, for the tests that hold manuals and
// completions against it.
type Command struct {
	// Name is what is typed, such as "import ispdb".
	Name string
	// Flags are the long names, sorted, without --.
	Flags []string
	// Words are the values of flags that take one of a closed set.
	Words map[string][]string
}

// Surface lists every command as the parser has it.
func Surface() ([]Command, error) {
	var cli commands
	parser, err := newParser(&cli, io.Discard, io.Discard, func(int) {})
	if err != nil {
		return nil, err
	}
	formats, err := formatNames()
	if err != nil {
		return nil, err
	}
	var all []Command
	for _, leaf := range parser.Model.Leaves(true) {
		c := Command{Name: strings.TrimPrefix(leaf.FullPath(), "signpost "), Words: map[string][]string{}}
		for _, group := range leaf.AllFlags(true) {
			for _, flag := range group {
				c.Flags = append(c.Flags, flag.Name)
				if words := flag.EnumSlice(); len(words) > 0 && words[0] != "" {
					c.Words[flag.Name] = words
				}
				if flag.Name == "format" {
					c.Words[flag.Name] = strings.Split(formats, ", ")
				}
			}
		}
		slices.Sort(c.Flags)
		all = append(all, c)
	}
	return all, nil
}
