package autotls

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// prefixes are the hosts of a domain that mail clients ask: autoconfig (Thunderbird
// and those who follow it), autodiscover (MS-OXDISCO), ua-auto-config (PACC). A
// prefix ends with the full stop.
var prefixes = [...]string{"autoconfig.", "autodiscover.", "ua-auto-config."}

// maxHost is the longest name that DNS can carry, in characters (RFC 1035, 2.3.4).
const maxHost = 253

// names is a set of host names that may have a certificate. It is immutable, and
// holds a domain once for all of its hosts.
type names struct {
	domains, hosts map[string]struct{}
}

// newNames takes domains, of which the hosts count, and hosts as they are. What
// nobody can have a certificate for is left out.
func newNames(domains iter.Seq[string], hosts []string) names {
	n := names{domains: map[string]struct{}{}, hosts: map[string]struct{}{}}
	for domain := range domains {
		if isDomain(domain, maxHost-len(prefixes[len(prefixes)-1])) {
			n.domains[domain] = struct{}{}
		}
	}
	for _, host := range hosts {
		if isDomain(host, maxHost) {
			n.hosts[host] = struct{}{}
		}
	}
	return n
}

// has reports whether a name, in lower-case A-labels, is in the set.
func (n names) has(name string) bool {
	if _, ok := n.hosts[name]; ok {
		return true
	}
	for _, prefix := range prefixes {
		if domain, ok := strings.CutPrefix(name, prefix); ok {
			_, ok = n.domains[domain]
			return ok
		}
	}
	return false
}

// all lists the names, those of one domain behind each other.
func (n names) all() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, host := range slices.Sorted(maps.Keys(n.hosts)) {
			if !yield(host) {
				return
			}
		}
		for _, domain := range slices.Sorted(maps.Keys(n.domains)) {
			for _, prefix := range prefixes {
				if !yield(prefix + domain) {
					return
				}
			}
		}
	}
}

// isDomain reports whether certificates for a domain, or for hosts in it, can be had
// and may be asked for: a public suffix is nobody's own (autodiscover.com, of all
// names, got the passwords of strangers), and a single label or a wildcard is
// nothing that a CA could look at.
func isDomain(domain string, limit int) bool {
	if domain == "" || len(domain) > limit || !strings.Contains(domain, ".") {
		return false
	}
	for label := range strings.SplitSeq(domain, ".") {
		if label == "" || len(label) > 63 || strings.Trim(label, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			return false
		}
	}
	suffix, icann := publicsuffix.PublicSuffix(domain)
	return !icann || suffix != domain
}

// registered is the domain that CAs count certificates by: the public suffix and one
// label more, or the name itself if there is no such.
func registered(name string) string {
	domain, err := publicsuffix.EffectiveTLDPlusOne(name)
	if err != nil {
		return name
	}
	return domain
}
