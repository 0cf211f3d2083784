package provider

import (
	"fmt"
	"slices"
	"strings"
)

// Table is an immutable set of providers, found by mail domain. It is safe for
// concurrent use; to change it, build a new one.
type Table struct {
	providers []*Provider
	byDomain  map[string]*Provider
	byMX      map[string]*Provider
	shadowed  []Shadow
}

// Shadow is a domain that stands in two layers: the entry of the upper one is used.
type Shadow struct {
	Domain      string
	Used, Below *Provider
}

// NewTable builds a table of one or more layers, the uppermost first: an entry of
// an upper layer wins over the same domain below it (Shadowed lists these).
// Within one layer an id, a domain and an MX suffix may stand only once: the
// error is of type Problems and lists every clash.
func NewTable(layers ...[]Provider) (*Table, error) {
	t := &Table{byDomain: map[string]*Provider{}, byMX: map[string]*Provider{}}
	var problems Problems
	for _, layer := range layers {
		problems = append(problems, t.add(layer)...)
	}
	if err := problems.err(); err != nil {
		return nil, err
	}
	return t, nil
}

// add puts a layer below what is there.
func (t *Table) add(layer []Provider) Problems {
	var problems Problems
	ids := map[string]*Provider{}
	domains := map[string]*Provider{}
	suffixes := map[string]*Provider{}
	claim := func(taken map[string]*Provider, p *Provider, what, key string) bool {
		other, clash := taken[key]
		if clash {
			problems = append(problems, clashProblem(p, other, what, key))
			return false
		}
		taken[key] = p
		return true
	}
	for i := range layer {
		p := &layer[i]
		if !claim(ids, p, "id", p.ID) {
			continue
		}
		t.providers = append(t.providers, p)
		for _, d := range slices.Concat(p.Domains, p.UncheckedDomains) {
			if !claim(domains, p, "domain", d) {
				continue
			}
			if above, ok := t.byDomain[d]; ok {
				t.shadowed = append(t.shadowed, Shadow{Domain: d, Used: above, Below: p})
				continue
			}
			t.byDomain[d] = p
		}
		for _, mx := range p.MX {
			if !claim(suffixes, p, "mx", mx.Suffix) || mx.Status != "" {
				continue
			}
			if _, ok := t.byMX[mx.Suffix]; !ok {
				t.byMX[mx.Suffix] = p
			}
		}
	}
	return problems
}

func clashProblem(p, other *Provider, what, key string) Problem {
	at, first := p.position(what, key), other.position(what, key)
	where := other.Origin
	if first.line > 0 {
		where = fmt.Sprintf("%s:%d:%d", other.Origin, first.line, first.column)
	}
	return Problem{
		File: p.Origin, Line: at.line, Column: at.column,
		What: fmt.Sprintf("%s %q stands in two providers", what, key),
		Hint: fmt.Sprintf("the other one is %s at %s; keep one of them", other.ID, where),
	}
}

// Lookup finds the provider of a domain, which must be in the form that
// lower-case A-labels have. Providers and domains that are kept but not served
// are found too: Resolve refuses them and says why. Nobody may write to the
// Provider.
func (t *Table) Lookup(domain string) (*Provider, bool) {
	p, ok := t.byDomain[domain]
	return p, ok
}

// LookupMX finds the provider that hosts a domain by the name of one of its MX
// hosts: the longest known suffix on a label boundary, so that mxbiz1.qq.com is
// Tencent Exmail although mx1.qq.com is not.
func (t *Table) LookupMX(host string) (*Provider, bool) {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	for host != "" {
		if p, ok := t.byMX[host]; ok {
			return p, true
		}
		_, host, _ = strings.Cut(host, ".")
	}
	return nil, false
}

// Providers lists all providers, the uppermost layer first. Nobody may write to them.
func (t *Table) Providers() []*Provider { return slices.Clone(t.providers) }

// Domains counts the domains in the table, those that are not served included.
func (t *Table) Domains() int { return len(t.byDomain) }

// Shadowed lists the domains for which an upper layer hides a lower one.
func (t *Table) Shadowed() []Shadow { return slices.Clone(t.shadowed) }
