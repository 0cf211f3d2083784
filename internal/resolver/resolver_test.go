package resolver_test

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/miekg/dns"

	"signpost/internal/resolver"
	"signpost/internal/testserver"
)

// says answers every question with records in the form of zone files.
func says(t *testing.T, records ...string) dns.HandlerFunc {
	var parsed []dns.RR
	for _, record := range records {
		rr, err := dns.NewRR(record)
		if err != nil {
			t.Fatal(err)
		}
		parsed = append(parsed, rr)
	}
	return func(w dns.ResponseWriter, asked *dns.Msg) {
		m := new(dns.Msg).SetReply(asked)
		m.RecursionAvailable, m.AuthenticatedData = true, true
		for _, rr := range parsed {
			if kind := rr.Header().Rrtype; kind == asked.Question[0].Qtype || kind == dns.TypeCNAME {
				m.Answer = append(m.Answer, rr)
			}
		}
		_ = w.WriteMsg(m)
	}
}

func fails(rcode int) dns.HandlerFunc {
	return func(w dns.ResponseWriter, asked *dns.Msg) {
		m := new(dns.Msg).SetRcode(asked, rcode)
		m.RecursionAvailable = true
		_ = w.WriteMsg(m)
	}
}

func newResolver(t *testing.T, handlers ...dns.HandlerFunc) *resolver.Resolver {
	t.Helper()
	var servers []netip.AddrPort
	for _, handle := range handlers {
		servers = append(servers, testserver.DNS(t, handle))
	}
	r, err := resolver.New(servers)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestLookUps(t *testing.T) {
	r := newResolver(t, says(t,
		"example.com. 60 CNAME www.example.net.", "www.example.net. 60 A 192.0.2.1", "www.example.net. 60 AAAA 2001:db8::1",
		"example.com. 60 MX 20 mx2.example.com.", "example.com. 60 MX 10 mx1.example.com.",
		"_imaps._tcp.example.com. 60 SRV 10 1 993 b.example.com.", "_imaps._tcp.example.com. 60 SRV 0 1 993 a.example.com.",
		`example.com. 60 TXT "v=spf1 " "-all"`, `example.com. 60 CAA 0 issue "ca.example.net"`, `example.com. 60 CAA 0 iodef "mailto:a@example.com"`,
	))
	ctx := t.Context()
	var got []string
	note := func(texts []string, err error) {
		if err != nil {
			t.Error(err)
		}
		got = append(got, strings.Join(texts, " "))
	}
	addresses, err := r.LookupNetIP(ctx, "ip", "example.com")
	note([]string{addresses[0].String(), addresses[1].String()}, err)
	hosts, err := r.LookupMX(ctx, "example.com")
	note([]string{hosts[0].Host, hosts[1].Host}, err)
	_, targets, err := r.LookupSRV(ctx, "imaps", "tcp", "example.com")
	note([]string{targets[0].Target, targets[1].Target}, err)
	note(r.LookupTXT(ctx, "example.com"))
	note(r.Issuers(ctx, "example.com"))
	alias, err := r.Alias(ctx, "Example.com")
	note([]string{alias}, err)
	want := []string{"192.0.2.1 2001:db8::1", "mx1.example.com. mx2.example.com.", "a.example.com. b.example.com.", "v=spf1 -all", "ca.example.net", "www.example.net"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if answer, err := r.Ask(ctx, "example.com", dns.TypeMX); err != nil || !answer.Authenticated {
		t.Errorf("got %+v, %v, want an answer that was checked", answer, err)
	}
}

// A name that does not exist, a name without such a record, a server that cannot
// answer: each is told from the others.
func TestWhyThereIsNothing(t *testing.T) {
	for _, c := range []struct {
		name     string
		handlers []dns.HandlerFunc
		notFound bool
		text     string
	}{
		{"no such name", []dns.HandlerFunc{fails(dns.RcodeNameError)}, true, "no such name"},
		{"no such record", []dns.HandlerFunc{says(t)}, true, "no such record"},
		{"SERVFAIL", []dns.HandlerFunc{fails(dns.RcodeServerFailure)}, false, "SERVFAIL"},
		{"REFUSED", []dns.HandlerFunc{fails(dns.RcodeRefused)}, false, "REFUSED"},
		{"a server that is not for us", []dns.HandlerFunc{func(w dns.ResponseWriter, asked *dns.Msg) { _ = w.WriteMsg(new(dns.Msg).SetReply(asked)) }}, false, "neither an answer nor recursion"},
		{"the second server knows", []dns.HandlerFunc{fails(dns.RcodeServerFailure), fails(dns.RcodeNameError)}, true, "no such name"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newResolver(t, c.handlers...)
			_, err := r.LookupNetIP(t.Context(), "ip", "example.com")
			var failed *net.DNSError
			if !errors.As(err, &failed) || failed.IsNotFound != c.notFound || !strings.Contains(failed.Err, c.text) {
				t.Errorf("got %v, want %q (not found: %v)", err, c.text, c.notFound)
			}
		})
	}
}

func TestASilentServerIsATimeout(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	r := newResolver(t, func(dns.ResponseWriter, *dns.Msg) { cancel() })
	_, err := r.LookupMX(ctx, "example.com")
	var failed *net.DNSError
	if !errors.As(err, &failed) || !failed.IsTimeout {
		t.Errorf("got %v, want a timeout", err)
	}
}

// The same question is asked once, whatever its letter case.
func TestAnswersAreRemembered(t *testing.T) {
	var asked atomic.Int64
	answer := says(t, "example.com. 60 MX 10 mx.example.com.")
	r := newResolver(t, func(w dns.ResponseWriter, m *dns.Msg) {
		asked.Add(1)
		answer(w, m)
	})
	for _, name := range []string{"example.com", "Example.com", "example.com."} {
		if _, err := r.LookupMX(t.Context(), name); err != nil {
			t.Fatal(err)
		}
	}
	if n := asked.Load(); n != 1 {
		t.Errorf("the server was asked %d times, want once", n)
	}
}

func TestATruncatedAnswerIsAskedForByTCP(t *testing.T) {
	answer := says(t, "example.com. 60 MX 10 mx.example.com.")
	r := newResolver(t, func(w dns.ResponseWriter, m *dns.Msg) {
		if w.RemoteAddr().Network() == "tcp" {
			answer(w, m)
			return
		}
		cut := new(dns.Msg).SetReply(m)
		cut.Truncated, cut.RecursionAvailable = true, true
		_ = w.WriteMsg(cut)
	})
	if hosts, err := r.LookupMX(t.Context(), "example.com"); err != nil || len(hosts) != 1 {
		t.Errorf("got %v, %v, want one host", hosts, err)
	}
}
