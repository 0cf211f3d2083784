package doctortest

import (
	"strings"
	"testing"

	"github.com/miekg/dns"
)

// Zone answers from records in the form of zone files, as a recursive server does:
// it follows aliases, a * stands for names that are in no record, and all others do
// not exist.
type Zone struct {
	// Failing is a name that is SERVFAIL, Mute one for whose IPv4 addresses there is
	// no answer.
	Failing, Mute string
	// Signed: the server says that it has checked DNSSEC.
	Signed bool
	// Silent: the server answers nothing. Offline: it knows no name, not even the root.
	Silent, Offline bool

	records []dns.RR
}

// NewZone reads records.
func NewZone(t testing.TB, text string) *Zone {
	t.Helper()
	z := &Zone{}
	parser := dns.NewZoneParser(strings.NewReader(text), "", "")
	parser.SetDefaultTTL(60)
	for rr, ok := parser.Next(); ok; rr, ok = parser.Next() {
		z.records = append(z.records, rr)
	}
	if err := parser.Err(); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return z
}

// ServeDNS answers a question.
func (z *Zone) ServeDNS(w dns.ResponseWriter, asked *dns.Msg) {
	name, kind := strings.ToLower(asked.Question[0].Name), asked.Question[0].Qtype
	if z.Silent || name == z.Mute && kind == dns.TypeA {
		return
	}
	m := new(dns.Msg).SetReply(asked)
	m.RecursionAvailable, m.AuthenticatedData = true, z.Signed
	m.Rcode = dns.RcodeNameError
	switch {
	case z.Offline:
	case name == ".":
		m.Rcode = dns.RcodeSuccess
	case z.Failing != "" && name == z.Failing:
		m.Rcode = dns.RcodeServerFailure
	case z.answer(m, name, name, kind):
		m.Rcode = dns.RcodeSuccess
	default:
		_, parent, _ := strings.Cut(name, ".")
		if z.answer(m, "*."+parent, name, kind) {
			m.Rcode = dns.RcodeSuccess
		}
	}
	// A client that has gone is no matter of the server.
	_ = w.WriteMsg(m)
}

// answer adds the records of a name as those of another. It is false if there are
// none, nor any below the name.
func (z *Zone) answer(m *dns.Msg, name, as string, kind uint16) bool {
	exists := false
	for _, rr := range z.records {
		owner := strings.ToLower(rr.Header().Name)
		exists = exists || owner == name || strings.HasSuffix(owner, "."+name)
		if owner != name {
			continue
		}
		alias, aliased := rr.(*dns.CNAME)
		if rr.Header().Rrtype != kind && !aliased {
			continue
		}
		found := dns.Copy(rr)
		found.Header().Name = as
		m.Answer = append(m.Answer, found)
		if aliased && kind != dns.TypeCNAME {
			z.answer(m, alias.Target, alias.Target, kind)
		}
	}
	return exists
}
