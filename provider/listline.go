package provider

import (
	"fmt"
	"strings"

	"signpost/internal/address"
)

const (
	// maxListProblems bounds what is said about one list.
	maxListProblems = 20
	// pauseLines is how many lines are read between two pauses: some ten
	// microseconds.
	pauseLines = 32
)

// listWork is a block of a list that becomes a part of it.
type listWork struct {
	text     string
	part     *listPart
	problems listProblems
	// before is the number of the line of the domain before.
	before int
	note   []byte
}

func newListWork(text string, line int) *listWork {
	return &listWork{text: text, part: &listPart{first: line}, before: line - 1}
}

// read takes the lines of the block in.
func (w *listWork) read(ids *idNumbers, pause func()) {
	w.part.ids = &ids.listIDs
	// A byte of length and a note, where the list has the end of the line.
	w.part.names.expect = len(w.text) + strings.Count(w.text, "\n") + 1
	for number := w.part.first; w.text != ""; number++ {
		var line string
		line, w.text, _ = strings.Cut(w.text, "\n")
		w.line(number, line, ids)
		if number%pauseLines == 0 {
			pause()
		}
	}
	w.part.names.close()
}

// line takes a line in.
func (w *listWork) line(number int, line string, ids *idNumbers) {
	if i := strings.IndexByte(line, '#'); i >= 0 {
		line = line[:i]
	}
	word := strings.TrimLeft(line, " \t")
	column := len(line) - len(word) + 1
	word = strings.TrimRight(word, " \t\r")
	if word == "" {
		return
	}
	id := ""
	if i := strings.IndexAny(word, " \t"); i >= 0 {
		word, id = word[:i], strings.TrimLeft(word[i:], " \t")
	}
	domain, err := address.ParseDomain(word)
	p := Problem{Line: number, Column: column}
	switch {
	case err != nil:
		p.What, p.Hint = fmt.Sprintf("domain `%s` cannot be a domain", clip(word)), "write a domain such as example.com, one a line"
	case IsPublicSuffix(domain):
		p.What, p.Hint = fmt.Sprintf("domain `%s` is a public suffix", domain), "list the domains below it one by one"
	default:
		place, ok := ids.of(id)
		if ok {
			w.domain(domain, place, position{number, column})
			return
		}
		p.What, p.Hint = fmt.Sprintf("`%s` behind the domain is not the id of a provider", clip(id)), "write a domain, or a domain and the id of its provider"
	}
	w.problems.add(p)
}

func (w *listWork) domain(domain string, id int, at position) {
	w.note = appendNote(w.note[:0], id, at.line-w.before-1, at.column)
	w.part.names.add(domain, w.note...)
	w.part.count++
	w.before = at.line
}

// idNumbers finds the places of ids in listIDs.
type idNumbers struct {
	listIDs
	places map[string]int
}

func newListIDs() *idNumbers {
	return &idNumbers{listIDs: listIDs{ids: []string{""}}, places: map[string]int{"": 0}}
}

// of is the place of an id; false if it cannot be one.
func (n *idNumbers) of(id string) (place int, ok bool) {
	if place, ok = n.places[id]; ok {
		return place, true
	}
	if !idForm().MatchString(id) {
		return 0, false
	}
	// Not a part of the block, which would stay in memory with it.
	id = strings.Clone(id)
	place = len(n.ids)
	n.ids = append(n.ids, id)
	n.places[id] = place
	return place, true
}

// listProblems are the first problems of a list, and how many more there are.
type listProblems struct {
	first Problems
	more  int
}

func (l *listProblems) add(p Problem) {
	if len(l.first) == maxListProblems {
		l.more++
		return
	}
	l.first = append(l.first, p)
}

// join adds the problems of the lines behind.
func (l *listProblems) join(behind listProblems) {
	for _, p := range behind.first {
		l.add(p)
	}
	l.more += behind.more
}

// in are the problems with the name of the file.
func (l *listProblems) in(file string) Problems {
	out := l.first
	if l.more > 0 {
		out = append(out, Problem{What: fmt.Sprintf("%d more lines are not of the form", l.more)})
	}
	for i := range out {
		out[i].File = file
	}
	return out
}
