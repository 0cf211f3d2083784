package provider

import (
	"encoding/binary"
	"iter"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// A domain list is a text file of mail domains, for providers with more of them
// than anybody wants to see in YAML (`domains_file:`). One domain a line; blank
// lines and what follows a # do not count. A line may go on with the id of a
// provider: then it belongs to that one, and many providers share a list. A
// provider that is alone with its list needs no ids.
type domainList struct {
	// file is its path, for messages.
	file  string
	parts []*listPart
	count int
}

// listPart is some lines of a list, one behind the other.
type listPart struct {
	// first is the number of its first line.
	first int
	// names are the domains in the order of the lines, each with a note behind it.
	// A table shares the chunks.
	names nameStore
	count int
	ids   *listIDs
}

// listIDs are the ids that stand behind domains of one or more parts; the first
// one is "".
type listIDs struct{ ids []string }

// The lowest bit of a note says that the domain is not at the beginning of the line
// after that of the domain before; above it is the id.
const (
	noteMoved  = 1
	noteIDBits = 1
)

// appendNote appends the note of a domain: the id behind it and, if it has moved,
// how many lines were skipped and the column. It is one byte for most.
func appendNote(note []byte, id, skipped, column int) []byte {
	first := uint64(id) << noteIDBits //nolint:gosec // none of the three is negative.
	if skipped == 0 && column == 1 {
		return binary.AppendUvarint(note, first)
	}
	note = binary.AppendUvarint(note, first|noteMoved)
	note = binary.AppendUvarint(note, uint64(skipped)) //nolint:gosec // as above.
	return binary.AppendUvarint(note, uint64(column))  //nolint:gosec // as above.
}

// listLine is one domain of a list: where it stands in the file and in the store,
// and which of the ids is behind it.
type listLine struct {
	position
	place  namePlace
	domain string
	id     int
}

// each yields the domains from the first line to the last.
func (p *listPart) each(yield func(listLine) bool) {
	line := listLine{position: position{line: p.first - 1}}
	for number, chunk := range p.names.chunks {
		for at := 0; at < len(chunk); {
			line.place = namePlace(number<<chunkBits | at) //nolint:gosec // a part has at most a few chunks.
			line.domain = p.names.at(line.place)
			at += 1 + len(line.domain)
			at += line.note(chunk[at:])
			if !yield(line) {
				return
			}
		}
	}
}

// note reads the note of a domain, and returns how long it is. The line is still
// that of the domain before.
func (line *listLine) note(s string) (length int) {
	first, length := uvarint(s)
	line.id = first >> noteIDBits
	line.line++
	line.column = 1
	if first&noteMoved == 0 {
		return length
	}
	skipped, n := uvarint(s[length:])
	length += n
	line.line += skipped
	line.column, n = uvarint(s[length:])
	return length + n
}

// uvarint is binary.Uvarint for text that appendNote has written.
func uvarint(s string) (x, length int) {
	for shift := 0; ; shift += 7 {
		b := int(s[length])
		length++
		x |= b & 0x7f << shift
		if b < 0x80 {
			return x, length
		}
	}
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
			for _, part := range p.list.parts {
				for line := range part.each {
					if !yield(line.domain) {
						return
					}
				}
			}
		}
	}
}
