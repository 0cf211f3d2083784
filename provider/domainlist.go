package provider

import (
	"fmt"
	"io/fs"
	"iter"
	"strings"

	"golang.org/x/net/publicsuffix"

	"signpost/internal/address"
)

// A domain list is a text file of mail domains, for providers with more of them
// than anybody wants to see in YAML (`domains_file:`). One domain a line; blank
// lines and what follows a # do not count. A line may go on with the id of a
// provider: then it belongs to that one, and many providers share a list. A
// provider that is alone with its list needs no ids.
type domainList struct {
	// file is its path, for messages.
	file string
	text string
}

// maxDomainList bounds a list, in bytes: some ten million domains.
const maxDomainList = 256 << 20

// maxListProblems bounds what is said about one list.
const maxListProblems = 20

// listLine is one domain of a list.
type listLine struct {
	number, column int
	domain, id     string
	err            error
}

// each reads the list from the first line to the last. A line whose domain cannot
// be one has err set.
func (l *domainList) each(yield func(listLine) bool) {
	text := l.text
	for number := 1; text != ""; number++ {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		if i := strings.IndexByte(line, '#'); i >= 0 {
			line = line[:i]
		}
		trimmed := strings.TrimLeft(line, " \t")
		column := len(line) - len(trimmed) + 1
		trimmed = strings.TrimRight(trimmed, " \t\r")
		if trimmed == "" {
			continue
		}
		out := listLine{number: number, column: column}
		word := trimmed
		if i := strings.IndexAny(trimmed, " \t"); i >= 0 {
			word, out.id = trimmed[:i], strings.TrimLeft(trimmed[i:], " \t")
		}
		out.domain, out.err = address.ParseDomain(word)
		if out.err != nil {
			out.domain = word
		}
		if !yield(out) {
			return
		}
	}
}

// check reports every line that is not of the form, and those at public suffixes.
func (l *domainList) check() Problems {
	var problems Problems
	more := 0
	l.each(func(line listLine) bool {
		p := Problem{File: l.file, Line: line.number, Column: line.column}
		switch {
		case line.err != nil:
			p.What, p.Hint = fmt.Sprintf("domain `%s` cannot be a domain", clip(line.domain)), "write a domain such as example.com, one a line"
		case IsPublicSuffix(line.domain):
			p.What, p.Hint = fmt.Sprintf("domain `%s` is a public suffix", line.domain), "list the domains below it one by one"
		case line.id != "" && !idForm.MatchString(line.id):
			p.What, p.Hint = fmt.Sprintf("`%s` behind the domain is not the id of a provider", clip(line.id)), "write a domain, or a domain and the id of its provider"
		default:
			return true
		}
		if len(problems) == maxListProblems {
			more++
			return true
		}
		problems = append(problems, p)
		return true
	})
	if more > 0 {
		problems = append(problems, Problem{File: l.file, What: fmt.Sprintf("%d more lines are not of the form", more)})
	}
	return problems
}

// IsPublicSuffix tells whether a domain is one under which anybody can register.
// Answering for it would collect what clients of all domains below it send when
// they back off (Guardicore, 2021). The domain is in lower-case A-labels.
func IsPublicSuffix(domain string) bool {
	// A suffix of more than four labels does not exist; most domains have two.
	if strings.Count(domain, ".") > 4 {
		return false
	}
	suffix, icann := publicsuffix.PublicSuffix(domain)
	return icann && suffix == domain
}

// readDomainList reads a list beside the provider files.
func readDomainList(fsys fs.FS, name, file string) (*domainList, error) {
	data, err := readBounded(fsys, name, maxDomainList)
	if err != nil {
		return nil, err
	}
	return &domainList{file: file, text: string(data)}, nil
}

// DomainsOf yields the domains that providers are for, those of their lists
// included and the entries that stand for all names below one left out. It is for
// providers as they were loaded; a Table lets go of the lists.
func DomainsOf(providers []Provider) iter.Seq[string] {
	return func(yield func(string) bool) {
		seen := map[*domainList]bool{}
		for _, p := range providers {
			for _, domain := range p.Domains {
				if !strings.HasPrefix(domain, "*.") && !yield(domain) {
					return
				}
			}
			if p.list == nil || seen[p.list] {
				continue
			}
			seen[p.list] = true
			more := true
			p.list.each(func(line listLine) bool {
				more = yield(line.domain)
				return more
			})
			if !more {
				return
			}
		}
	}
}
