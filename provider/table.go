package provider

import (
	"fmt"
	"iter"
	"slices"
	"strings"
)

// Table is an immutable set of providers, found by mail domain. It is safe for
// concurrent use; to change it, build a new one.
type Table struct {
	providers []*Provider
	domains   index
	// below holds, by the rest of the name, the domains that stand for every name
	// below them ("*.example.com").
	below    map[string]*Provider
	byMX     map[string]*Provider
	shadowed []Shadow
}

// Shadow is a domain that stands in two layers: the entry of the upper one is used.
type Shadow struct {
	Domain      string
	Used, Below *Provider
}

// NewTable builds a table of one or more layers, the uppermost first: an entry of
// an upper layer wins over the same domain below it (Shadowed lists these).
// Within one layer an id, a domain and an MX suffix may stand only once: the
// error is of type Problems and lists every clash. The providers belong to the table
// from then on: nobody may write to them.
func NewTable(layers ...[]Provider) (*Table, error) { return Loader{}.Table(layers...) }

// Table is NewTable with pauses.
func (l Loader) Table(layers ...[]Provider) (*Table, error) {
	var size tableSize
	for _, layer := range layers {
		size.add(layer)
	}
	if !size.fits() {
		return nil, fmt.Errorf("a table holds at most %d providers, and %d bytes of domains", maxOwners, maxChunks*chunkSize)
	}
	t := &Table{domains: newIndex(size.names, l.pause), below: map[string]*Provider{}, byMX: map[string]*Provider{}}
	t.domains.names.expect = size.length
	var problems Problems
	for _, layer := range layers {
		b := layerBuilder{table: t, pause: l.pause, first: len(t.providers), ids: map[string]int{}, suffixes: map[string]*Provider{}, hidden: map[string]*Provider{}}
		b.add(layer)
		problems = append(problems, b.problems...)
	}
	if err := problems.err(); err != nil {
		return nil, err
	}
	return t, nil
}

// Lookup finds the provider of a domain, which must be in the form that
// lower-case A-labels have. Providers and domains that are kept but not served
// are found too: Resolve refuses them and says why. A name that has no entry of
// its own belongs to the nearest "*." above it. Nobody may write to the Provider.
func (t *Table) Lookup(domain string) (*Provider, bool) {
	p, _, ok := t.LookupEntry(domain)
	return p, ok
}

// LookupEntry is Lookup, and tells by which entry the provider was found: the domain,
// or "*." and what it is below.
func (t *Table) LookupEntry(domain string) (p *Provider, entry string, ok bool) {
	if owner, ok := t.domains.find(domain); ok {
		return t.providers[owner], domain, true
	}
	for rest := domain; len(t.below) > 0; {
		if _, rest, ok = strings.Cut(rest, "."); !ok {
			break
		}
		if p, ok := t.below[rest]; ok {
			return p, "*." + rest, true
		}
	}
	return nil, "", false
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
func (t *Table) Domains() int { return t.domains.size + len(t.below) }

// Shadowed lists the domains for which an upper layer hides a lower one.
func (t *Table) Shadowed() []Shadow { return slices.Clone(t.shadowed) }

// Served yields the domains that have settings to offer or a reason why not, in
// no particular order: all but those that are kept and not served, and but the
// entries that stand for every domain below one.
func (t *Table) Served() iter.Seq[string] {
	return func(yield func(string) bool) {
		for domain, owner := range t.domains.each {
			p := t.providers[owner]
			if p.Confidence == ConfidenceLow || slices.Contains(p.UncheckedDomains, domain) {
				continue
			}
			if !yield(domain) {
				return
			}
		}
	}
}
