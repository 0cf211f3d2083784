package doctor

import (
	"cmp"
	"slices"
	"strings"

	"signpost/client/discovery"
	"signpost/internal/address"
)

// Severity says how much a Finding matters.
type Severity string

// The severities. An error is a client that fails or is led astray; a warning is
// one that has to do without, or what will become an error; a note is good to know.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Note    Severity = "note"
)

// Finding is one thing that an admin should know.
type Finding struct {
	// ID is the name of the rule, which stays the same from version to version;
	// docs/doctor.md has a section for each.
	ID       string   `json:"id"`
	Severity Severity `json:"severity"`
	// What is the sentence, without a full stop at its end.
	What string `json:"what"`
	// Fix is what to do.
	Fix string `json:"fix"`
	// Clients are the names of those it concerns; none if it concerns all.
	Clients []string `json:"clients,omitempty"`
}

// findings gathers what is found; what is said of several clients becomes one.
type findings struct {
	mask *strings.Replacer
	all  []saying
}

// saying is a finding whose sentence may have its clients as the subject.
type saying struct {
	Finding

	does string
}

func newFindings(a address.Address) *findings { return &findings{mask: discovery.Masker(a)} }

// add adds a finding with the severity of its rule. With clients, the sentence
// begins with a verb and they are its subject.
func (f *findings) add(id, what string, clients ...string) {
	f.addAs(ruleOf(id).Severity, id, what, clients...)
}

// addAs adds a finding that matters more or less here than its rule says.
func (f *findings) addAs(severity Severity, id, what string, clients ...string) {
	what = f.mask.Replace(what)
	for i := range f.all {
		if f.all[i].ID == id && f.all[i].does == what {
			for _, c := range clients {
				if !slices.Contains(f.all[i].Clients, c) {
					f.all[i].Clients = append(f.all[i].Clients, c)
				}
			}
			return
		}
	}
	f.all = append(f.all, saying{
		Finding: Finding{ID: id, Severity: severity, Fix: ruleOf(id).Fix, Clients: slices.Clone(clients)}, does: what,
	})
}

// has tells whether a rule was found to be broken.
func (f *findings) has(id string) bool {
	return slices.ContainsFunc(f.all, func(s saying) bool { return s.ID == id })
}

// sorted are the findings, the worst first, then in the order of the rules.
func (f *findings) sorted() []Finding {
	done := make([]Finding, len(f.all))
	for i, s := range f.all {
		done[i] = s.Finding
		done[i].What = s.does
		if len(s.Clients) > 0 && ruleOf(s.ID).subject {
			done[i].What = list(s.Clients) + " " + s.does
		}
	}
	order := func(s Severity) int { return slices.Index([]Severity{Error, Warning, Note}, s) }
	rules := Rules()
	rank := func(id string) int { return slices.IndexFunc(rules, func(r Rule) bool { return r.ID == id }) }
	slices.SortStableFunc(done, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(order(a.Severity), order(b.Severity)), cmp.Compare(rank(a.ID), rank(b.ID)))
	})
	return done
}
