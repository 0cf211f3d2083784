package provider

import (
	"fmt"
	"slices"
	"strings"
)

// maxClashes bounds what is said about one layer: a list that is there twice
// would print a million lines.
const maxClashes = 50

// layerBuilder puts one layer below what a table has already.
type layerBuilder struct {
	table *Table
	pause func()
	// first is the place of the layer's first provider in the table.
	first    int
	ids      map[string]int
	suffixes map[string]*Provider
	// hidden are the domains of the layer that an upper one hides.
	hidden   map[string]*Provider
	problems Problems
	clashes  int
}

// tableSize is how much there can be in a table.
type tableSize struct {
	providers, names int
	// length is that of the names outside of lists, in bytes.
	length int
	// chunks are those of the lists.
	chunks int
}

// fits tells whether an index can tell so much apart.
func (s tableSize) fits() bool {
	// A chunk is left when the next name has no room in it.
	return s.providers <= maxOwners && s.chunks+s.length/(chunkSize-minChunk) < maxChunks
}

// add adds what is in a layer.
func (s *tableSize) add(layer []Provider) {
	seen := map[*domainList]bool{}
	s.providers += len(layer)
	for i := range layer {
		for _, names := range [][]string{layer[i].Domains, layer[i].UncheckedDomains} {
			s.names += len(names)
			for _, name := range names {
				s.length += 1 + len(name)
			}
		}
		if list := layer[i].list; list != nil && !seen[list] {
			seen[list] = true
			s.names += list.count
			for _, part := range list.parts {
				s.chunks += len(part.names.chunks)
			}
		}
	}
}

func (b *layerBuilder) add(layer []Provider) {
	t := b.table
	var lists []*domainList
	for i := range layer {
		p := &layer[i]
		list := p.list
		if list != nil {
			// A copy lets go of the list: its domains are in the index.
			without := *p
			without.list = nil
			p = &without
		}
		if other, clash := b.ids[p.ID]; clash {
			b.clash(p, t.providers[other], "id", p.ID, p.position("id", p.ID))
			continue
		}
		owner := len(t.providers)
		b.ids[p.ID] = owner
		t.providers = append(t.providers, p)
		for _, d := range slices.Concat(p.Domains, p.UncheckedDomains) {
			b.domain(owner, d, p.position("domain", d))
		}
		for _, mx := range p.MX {
			b.mx(p, mx)
		}
		if list != nil && !slices.Contains(lists, list) {
			lists = append(lists, list)
		}
	}
	for _, list := range lists {
		b.list(list, layer)
	}
	if more := b.clashes - maxClashes; more > 0 {
		b.problems = append(b.problems, Problem{File: layer[0].Origin, What: fmt.Sprintf("%d more domains, ids or suffixes stand twice", more)})
	}
}

// domain takes one domain in for a provider of the layer.
func (b *layerBuilder) domain(owner int, domain string, at position) {
	t := b.table
	p := t.providers[owner]
	if rest, below := strings.CutPrefix(domain, "*."); below {
		if other, taken := t.below[rest]; taken {
			b.again(p, other, b.inLayer(other), domain, at)
		} else {
			t.below[rest] = p
		}
		return
	}
	if taken, clash := t.domains.add(domain, owner); clash {
		b.again(p, t.providers[taken], taken >= b.first, domain, at)
	}
}

// again takes note of a domain that another provider of the table has already: a
// clash within the layer, else a shadow on it.
func (b *layerBuilder) again(p, other *Provider, sameLayer bool, domain string, at position) {
	hidden, twice := b.hidden[domain]
	switch {
	case sameLayer:
		b.clash(p, other, "domain", domain, at)
	case twice:
		b.clash(p, hidden, "domain", domain, at)
	default:
		b.hidden[domain] = p
		b.table.shadowed = append(b.table.shadowed, Shadow{Domain: domain, Used: other, Below: p})
	}
}

// inLayer tells whether a provider is one of this layer's.
func (b *layerBuilder) inLayer(p *Provider) bool {
	owner, ok := b.ids[p.ID]
	return ok && b.table.providers[owner] == p
}

// mx takes one MX suffix in. One that is kept but not offered is known to clash
// and not found.
func (b *layerBuilder) mx(p *Provider, mx MXSuffix) {
	if other, clash := b.suffixes[mx.Suffix]; clash {
		b.clash(p, other, "mx", mx.Suffix, p.position("mx", mx.Suffix))
		return
	}
	b.suffixes[mx.Suffix] = p
	if _, above := b.table.byMX[mx.Suffix]; !above && mx.Status == "" {
		b.table.byMX[mx.Suffix] = p
	}
}

// clash reports what stands in two providers of the layer, or twice in one. Words
// are made for the first ones only.
func (b *layerBuilder) clash(p, other *Provider, what, key string, at position) {
	if b.clashes >= maxClashes {
		b.clashes++
		return
	}
	where := other.Origin
	if first := other.position(what, key); first.line > 0 {
		where = fmt.Sprintf("%s:%d:%d", other.Origin, first.line, first.column)
	} else if other.DomainsFile != "" && what == "domain" {
		where = other.DomainsFile
	}
	clash := fmt.Sprintf("%s %q stands in two providers", what, key)
	hint := fmt.Sprintf("the other one is %s at %s; keep one of them", other.ID, where)
	switch {
	case what == "id":
		hint = fmt.Sprintf("the other one is at %s; give each an id of its own", where)
	case p.ID == other.ID:
		clash, hint = fmt.Sprintf("%s %q stands twice in provider %s", what, key, p.ID), "keep one of them; the other is at "+where
	}
	b.report(Problem{File: p.Origin, Line: at.line, Column: at.column, What: clash, Hint: hint})
}

// report keeps the first problems and counts the others.
func (b *layerBuilder) report(p Problem) {
	b.clashes++
	if b.clashes <= maxClashes {
		b.problems = append(b.problems, p)
	}
}
