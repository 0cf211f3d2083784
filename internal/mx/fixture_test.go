package mx_test

import (
	"context"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/miekg/dns"

	"signpost/internal/mx"
	"signpost/internal/testserver"
)

// A dnsServer is a DNS server on loopback, UDP and TCP on one port.
type dnsServer struct {
	address  netip.AddrPort
	udp, tcp atomic.Int64
}

// startServer runs a DNS server until the end of the test.
func startServer(t testing.TB, handle dns.HandlerFunc) *dnsServer {
	t.Helper()
	s := &dnsServer{}
	s.address = testserver.DNS(t, dns.HandlerFunc(func(w dns.ResponseWriter, asked *dns.Msg) {
		if w.RemoteAddr().Network() == "tcp" {
			s.tcp.Add(1)
		} else {
			s.udp.Add(1)
		}
		handle(w, asked)
	}))
	return s
}

// queries is how often the server was asked.
func (s *dnsServer) queries() int { return int(s.udp.Load() + s.tcp.Load()) }

// A zone holds the records in the answer to a question, by its name. Names that
// are not in it do not exist. Under "" stand the records of the authority section.
type zone map[string][]string

func (z zone) ServeDNS(w dns.ResponseWriter, asked *dns.Msg) {
	records, exists := z[strings.ToLower(asked.Question[0].Name)]
	m := reply(asked, records...)
	if !exists {
		m.Rcode = dns.RcodeNameError
	}
	m.Ns = parse(z[""])
	send(w, m)
}

// reply is what a recursive server says.
func reply(asked *dns.Msg, records ...string) *dns.Msg {
	m := new(dns.Msg).SetReply(asked)
	m.RecursionAvailable = true
	m.Answer = parse(records)
	return m
}

// parse reads records in the form of zone files. It panics at mistakes of a test.
func parse(records []string) []dns.RR {
	var parsed []dns.RR
	for _, record := range records {
		rr, err := dns.NewRR(record)
		if err != nil {
			panic(err)
		}
		parsed = append(parsed, rr)
	}
	return parsed
}

// send answers; a client that has gone is no matter of the server.
func send(w dns.ResponseWriter, m *dns.Msg) { _ = w.WriteMsg(m) }

// fails answers with a response code and nothing else.
func fails(rcode int) dns.HandlerFunc {
	return func(w dns.ResponseWriter, asked *dns.Msg) { send(w, new(dns.Msg).SetRcode(asked, rcode)) }
}

// silent never answers.
func silent(dns.ResponseWriter, *dns.Msg) {}

// newResolver asks the servers, with time for a machine that has other things to do.
func newResolver(t testing.TB, options mx.Options, servers ...*dnsServer) *mx.Resolver {
	t.Helper()
	for _, s := range servers {
		options.Servers = append(options.Servers, s.address)
	}
	if options.Limit == 0 {
		options.Limit = time.Minute
	}
	r, err := mx.New(options)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// A clock stands still until it is moved.
type clock struct{ since atomic.Int64 }

func (c *clock) now() time.Time { return time.Unix(1_800_000_000, c.since.Load()) }

func (c *clock) move(d time.Duration) { c.since.Add(int64(d)) }

// A watched context says when somebody begins to wait for its end.
type watched struct {
	context.Context

	waits func()
}

func (w watched) Done() <-chan struct{} {
	w.waits()
	return w.Context.Done()
}
