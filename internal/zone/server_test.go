package zone_test

import (
	"strings"
	"testing"

	"github.com/miekg/dns"
)

// A zoneServer answers from records in the form of zone files, as a recursive
// server does: it follows aliases, and names that are in no record do not exist.
type zoneServer []dns.RR

// serve reads records; what is no record is a mistake of the test.
func serve(t testing.TB, text string) zoneServer {
	t.Helper()
	var s zoneServer
	parser := dns.NewZoneParser(strings.NewReader(text), "", "")
	for rr, ok := parser.Next(); ok; rr, ok = parser.Next() {
		s = append(s, rr)
	}
	if err := parser.Err(); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return s
}

func (s zoneServer) ServeDNS(w dns.ResponseWriter, asked *dns.Msg) {
	m := new(dns.Msg).SetReply(asked)
	m.RecursionAvailable, m.Rcode = true, dns.RcodeNameError
	name, kind := asked.Question[0].Name, asked.Question[0].Qtype
	for i := 0; i < len(s); i++ {
		header := s[i].Header()
		if !strings.EqualFold(header.Name, name) {
			continue
		}
		m.Rcode = dns.RcodeSuccess
		alias, aliased := s[i].(*dns.CNAME)
		if header.Rrtype == kind || aliased {
			m.Answer = append(m.Answer, s[i])
		}
		if aliased && kind != dns.TypeCNAME {
			// The alias may lead to a record that stands before it.
			name, i = alias.Target, -1
		}
	}
	m.Truncate(sizeFor(w, asked))
	// A client that has gone is no matter of the server.
	_ = w.WriteMsg(m)
}

func sizeFor(w dns.ResponseWriter, asked *dns.Msg) int {
	if w.RemoteAddr().Network() == "tcp" {
		return dns.MaxMsgSize
	}
	if edns := asked.IsEdns0(); edns != nil {
		return int(edns.UDPSize())
	}
	return dns.MinMsgSize
}
