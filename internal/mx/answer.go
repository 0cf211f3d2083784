package mx

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/miekg/dns"
)

// Bounds of how long an answer is remembered, whatever its TTL says: no domain
// can make us ask at each request, and none is stuck with an old answer for long.
const (
	minTTL     = time.Minute
	maxTTL     = time.Hour
	maxNoneTTL = 15 * time.Minute
	failureTTL = 30 * time.Second
)

const (
	// maxHosts bounds what one domain can put into the cache. The largest
	// providers have five MX hosts.
	maxHosts = 8
	// maxAliases is how long a chain of CNAMEs may be: resolvers follow none that
	// is longer.
	maxAliases = 16
)

// An answer is what DNS says about a domain: hosts, or why there are none.
type answer struct {
	hosts []string
	err   error
	ttl   time.Duration
}

// read finds the MX hosts of a name, fully qualified, in the reply to the
// question for them. Equal preferences stand in the order of the alphabet, since
// the order in a reply changes from one to the next.
func read(reply *dns.Msg, name string) answer {
	owner, ttl := follow(reply.Answer, name)
	var records []*dns.MX
	for _, rr := range reply.Answer {
		if record, ok := rr.(*dns.MX); ok && strings.EqualFold(record.Hdr.Name, owner) {
			records = append(records, record)
			ttl = min(ttl, seconds(record.Hdr.Ttl))
		}
	}
	if len(records) == 0 {
		return answer{err: ErrNone, ttl: max(minTTL, noneTTL(reply.Ns))}
	}
	slices.SortFunc(records, func(a, b *dns.MX) int {
		return cmp.Or(cmp.Compare(a.Preference, b.Preference), strings.Compare(a.Mx, b.Mx))
	})
	found := answer{ttl: max(minTTL, ttl)}
	for _, record := range records {
		host, ok := hostName(record.Mx)
		if ok && len(found.hosts) < maxHosts && !slices.Contains(found.hosts, host) {
			found.hosts = append(found.hosts, host)
		}
	}
	if len(found.hosts) == 0 {
		found.err = ErrNone
	}
	return found
}

// follow goes along the CNAMEs from a name to the one that has the records. The
// server has looked them all up; ttl is the shortest of their lives, maxTTL at
// the most.
func follow(records []dns.RR, name string) (owner string, ttl time.Duration) {
	ttl = maxTTL
	for range maxAliases {
		i := slices.IndexFunc(records, func(rr dns.RR) bool {
			_, ok := rr.(*dns.CNAME)
			return ok && strings.EqualFold(rr.Header().Name, name)
		})
		if i < 0 {
			break
		}
		if alias, ok := records[i].(*dns.CNAME); ok {
			name, ttl = alias.Target, min(ttl, seconds(alias.Hdr.Ttl))
		}
	}
	return name, ttl
}

// noneTTL is how long it holds that there is nothing, by the SOA record that
// comes along (RFC 2308, section 5); none or maxNoneTTL at the most.
func noneTTL(authority []dns.RR) time.Duration {
	for _, rr := range authority {
		if soa, ok := rr.(*dns.SOA); ok {
			return min(maxNoneTTL, seconds(min(soa.Hdr.Ttl, soa.Minttl)))
		}
	}
	return 0
}

func seconds(ttl uint32) time.Duration { return time.Duration(ttl) * time.Second }

// hostName brings the target of an MX record into the form that tables have. The
// root, which means that no mail is wanted, and names that no host has are none.
// Labels are not checked further: Microsoft 365 makes one label of a whole
// domain, and xn--mnchen-3ya-de.mail.protection.outlook.com is no valid A-label.
func hostName(target string) (string, bool) {
	host := strings.ToLower(strings.TrimSuffix(target, "."))
	return host, host != "" && strings.Trim(host, "abcdefghijklmnopqrstuvwxyz0123456789-_.") == ""
}
