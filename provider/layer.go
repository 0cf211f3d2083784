package provider

import (
	"cmp"
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
	// first is the place of the layer's first provider in the table.
	first    int
	ids      map[string]int
	suffixes map[string]*Provider
	// hidden are the domains of the layer that an upper one hides.
	hidden   map[string]*Provider
	problems Problems
	clashes  int
}

// sizeOf estimates how many domains a layer has, and how many bytes they are.
func sizeOf(layer []Provider) (names, length int) {
	seen := map[*domainList]bool{}
	for i := range layer {
		for _, d := range layer[i].Domains {
			names, length = names+1, length+len(d)
		}
		if list := layer[i].list; list != nil && !seen[list] {
			seen[list] = true
			n := strings.Count(list.text, "\n") + 1
			names, length = names+n, length+len(list.text)-n
		}
	}
	return names, max(length, 0)
}

func (b *layerBuilder) add(layer []Provider) {
	t := b.table
	var lists []*domainList
	for i := range layer {
		// A copy that lets go of the list: its domains are in the index.
		p := layer[i]
		list := p.list
		p.list = nil
		if other, clash := b.ids[p.ID]; clash {
			b.clash(&p, t.providers[other], "id", p.ID, p.position("id", p.ID))
			continue
		}
		owner := len(t.providers)
		b.ids[p.ID] = owner
		t.providers = append(t.providers, &p)
		for _, d := range slices.Concat(p.Domains, p.UncheckedDomains) {
			b.domain(owner, d, p.position("domain", d))
		}
		for _, mx := range p.MX {
			b.mx(&p, mx)
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

// list takes a domain list in, line by line, for all providers that name it.
func (b *layerBuilder) list(list *domainList, layer []Provider) {
	owners := map[string]int{}
	alone := -1
	for i := range layer {
		if layer[i].list != list {
			continue
		}
		owner, ok := b.ids[layer[i].ID]
		if !ok {
			continue
		}
		owners[layer[i].ID] = owner
		alone = owner
	}
	list.each(func(line listLine) bool {
		at := position{line.number, line.column}
		owner, ok := owners[line.id]
		switch {
		case line.id == "" && len(owners) == 1:
			owner = alone
		case line.id == "":
			b.report(Problem{
				File: list.file, Line: at.line, Column: at.column,
				What: fmt.Sprintf("%d providers share this list, and the line names none of them", len(owners)),
				Hint: "write the id of the provider behind the domain",
			})
			return true
		case !ok:
			b.report(Problem{
				File: list.file, Line: at.line, Column: at.column,
				What: fmt.Sprintf("no provider with the id `%s` names this list", line.id),
				Hint: "add `domains_file` to that provider, or correct the id",
			})
			return true
		}
		p := b.table.providers[owner]
		b.domainOfList(list.file, p, owner, line.domain, at)
		return true
	})
}

// domainOfList is domain with the position in another file than the provider's.
func (b *layerBuilder) domainOfList(file string, p *Provider, owner int, domain string, at position) {
	before := len(b.problems)
	b.domain(owner, domain, at)
	for i := before; i < len(b.problems); i++ {
		b.problems[i].File = cmp.Or(file, p.Origin)
	}
}

func (b *layerBuilder) clash(p, other *Provider, what, key string, at position) {
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
