package zone_test

import (
	"net"
	"net/netip"
	"strings"
	"testing"

	"github.com/miekg/dns"
)

// startServer runs a DNS server on loopback, UDP and TCP on one port, until the
// end of the test.
func startServer(t testing.TB, handler dns.Handler) netip.AddrPort {
	t.Helper()
	listener, packets := listen(t)
	run(t, &dns.Server{PacketConn: packets, Handler: handler})
	run(t, &dns.Server{Listener: listener, Handler: handler})
	return netip.MustParseAddrPort(listener.Addr().String())
}

// listen finds a port that is free for TCP and UDP.
func listen(t testing.TB) (net.Listener, net.PacketConn) {
	t.Helper()
	var config net.ListenConfig
	var failure error
	for range 20 {
		listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		packets, err := config.ListenPacket(t.Context(), "udp", listener.Addr().String())
		if err == nil {
			return listener, packets
		}
		failure = err
		if err := listener.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Fatalf("no port for both TCP and UDP: %v", failure)
	return nil, nil
}

func run(t testing.TB, server *dns.Server) {
	t.Helper()
	started, ended := make(chan struct{}), make(chan error, 1)
	server.NotifyStartedFunc = func() { close(started) }
	go func() { ended <- server.ActivateAndServe() }()
	select {
	case <-started:
	case err := <-ended:
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Shutdown(); err != nil {
			t.Error(err)
		}
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
}

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
