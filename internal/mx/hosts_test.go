package mx_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/miekg/dns"

	"signpost/internal/address"
	"signpost/internal/mx"
)

func TestHosts(t *testing.T) {
	tests := []struct {
		name    string
		records []string
		want    []string
		err     error
	}{
		{
			name:    "the preferred host comes first",
			records: []string{"a.example. 300 MX 20 second.example.", "a.example. 300 MX 5 first.example.", "a.example. 300 MX 100 third.example."},
			want:    []string{"first.example", "second.example", "third.example"},
		},
		{
			name:    "equal preferences stand in the order of the alphabet",
			records: []string{"a.example. 300 MX 10 mx2.example.", "a.example. 300 MX 10 mx1.example.", "a.example. 300 MX 10 mx3.example."},
			want:    []string{"mx1.example", "mx2.example", "mx3.example"},
		},
		{
			name:    "hosts are in lower case without a dot at the end",
			records: []string{"a.example. 300 MX 1 ASPMX.L.Google.COM."},
			want:    []string{"aspmx.l.google.com"},
		},
		{
			name:    "owner names match in any letter case",
			records: []string{"A.Example. 300 MX 1 mx.example."},
			want:    []string{"mx.example"},
		},
		{
			name:    "a host is listed once",
			records: []string{"a.example. 300 MX 1 mx.example.", "a.example. 300 MX 2 MX.example."},
			want:    []string{"mx.example"},
		},
		{
			name:    "records of another name do not count",
			records: []string{"a.example. 300 MX 1 mx.example.", "b.example. 300 MX 0 evil.example."},
			want:    []string{"mx.example"},
		},
		{
			name:    "a null MX means no mail",
			records: []string{"a.example. 300 MX 0 ."},
			err:     mx.ErrNone,
		},
		{
			name:    "a root beside real hosts is passed over",
			records: []string{"a.example. 300 MX 0 .", "a.example. 300 MX 10 mx.example."},
			want:    []string{"mx.example"},
		},
		{
			name:    "a name that no host has is passed over",
			records: []string{`a.example. 300 MX 0 mx\032one.example.`, `a.example. 300 MX 0 mx\.two.example.`, "a.example. 300 MX 10 mx_3.example."},
			want:    []string{"mx_3.example"},
		},
		{
			name:    "a host at Microsoft 365 for an internationalised domain is kept",
			records: []string{"a.example. 300 MX 0 xn--mnchen-3ya-de.mail.protection.outlook.com."},
			want:    []string{"xn--mnchen-3ya-de.mail.protection.outlook.com"},
		},
		{
			name: "eight hosts are enough",
			records: []string{
				"a.example. 300 MX 9 mx9.example.", "a.example. 300 MX 8 mx8.example.", "a.example. 300 MX 7 mx7.example.",
				"a.example. 300 MX 6 mx6.example.", "a.example. 300 MX 5 mx5.example.", "a.example. 300 MX 4 mx4.example.",
				"a.example. 300 MX 3 mx3.example.", "a.example. 300 MX 2 mx2.example.", "a.example. 300 MX 1 mx1.example.",
			},
			want: []string{
				"mx1.example", "mx2.example", "mx3.example", "mx4.example",
				"mx5.example", "mx6.example", "mx7.example", "mx8.example",
			},
		},
		{
			name:    "a domain without MX has none, whatever else the answer holds",
			records: []string{"a.example. 300 A 192.0.2.1"},
			err:     mx.ErrNone,
		},
		{
			name:    "aliases are followed to the MX",
			records: []string{"a.example. 300 CNAME B.example.", "b.example. 300 CNAME c.example.", "c.example. 300 MX 1 mx.example."},
			want:    []string{"mx.example"},
		},
		{
			name:    "an alias of nothing has none",
			records: []string{"a.example. 300 CNAME b.example."},
			err:     mx.ErrNone,
		},
		{
			name:    "aliases that go round have none",
			records: []string{"a.example. 300 CNAME b.example.", "b.example. 300 CNAME a.example."},
			err:     mx.ErrNone,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			server := startServer(t, zone{"a.example.": test.records}.ServeDNS)
			got, err := newResolver(t, mx.Options{}, server).Hosts(t.Context(), "a.example")
			if !errors.Is(err, test.err) {
				t.Errorf("records %q: error %v, want %v", test.records, err, test.err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("records %q: hosts (-want +got):\n%s", test.records, diff)
			}
		})
	}
}

func TestHostsOfADomainThatDoesNotExist(t *testing.T) {
	server := startServer(t, zone{}.ServeDNS)
	got, err := newResolver(t, mx.Options{}, server).Hosts(t.Context(), "nowhere.example")
	if !errors.Is(err, mx.ErrNone) || got != nil {
		t.Errorf("got %q, error %v, want %v", got, err, mx.ErrNone)
	}
}

// All spellings of a domain are one question, and one entry in the cache.
func TestOneQuestionForAllSpellings(t *testing.T) {
	tests := []struct {
		name      string
		spellings []string
		want      string
	}{
		{"letter case is folded", []string{"Example.COM", "example.com"}, "example.com."},
		{"a dot at the end is dropped", []string{"example.com.", "example.com"}, "example.com."},
		{"internationalised domains are A-labels", []string{"MÜNCHEN.example", "münchen.example", "xn--mnchen-3ya.example"}, "xn--mnchen-3ya.example."},
		{"ideographic full stops are dots", []string{"新浪。example", "xn--efvx5o.example"}, "xn--efvx5o.example."},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			asked := make(chan *dns.Msg, len(test.spellings))
			server := startServer(t, func(w dns.ResponseWriter, m *dns.Msg) {
				asked <- m
				send(w, reply(m, m.Question[0].Name+" 300 MX 1 mx.example."))
			})
			r := newResolver(t, mx.Options{}, server)
			for _, spelling := range test.spellings {
				if got, err := r.Hosts(t.Context(), spelling); err != nil || !cmp.Equal(got, []string{"mx.example"}) {
					t.Errorf("%q: hosts %q, error %v", spelling, got, err)
				}
			}
			if n := server.queries(); n != 1 {
				t.Errorf("%q: %d queries, want 1", test.spellings, n)
			}
			if got := (<-asked).Question[0].Name; got != test.want {
				t.Errorf("%q: asked for %q, want %q", test.spellings, got, test.want)
			}
		})
	}
}

func TestTheQuestion(t *testing.T) {
	asked := make(chan *dns.Msg, 1)
	server := startServer(t, func(w dns.ResponseWriter, m *dns.Msg) {
		asked <- m
		send(w, reply(m))
	})
	if _, err := newResolver(t, mx.Options{}, server).Hosts(t.Context(), "a.example"); !errors.Is(err, mx.ErrNone) {
		t.Errorf("error %v, want %v", err, mx.ErrNone)
	}
	m := <-asked
	want := []dns.Question{{Name: "a.example.", Qtype: dns.TypeMX, Qclass: dns.ClassINET}}
	if diff := cmp.Diff(want, m.Question); diff != "" {
		t.Errorf("question (-want +got):\n%s", diff)
	}
	if !m.RecursionDesired {
		t.Error("recursion is not asked for")
	}
	if opt := m.IsEdns0(); opt == nil || opt.UDPSize() != 1232 {
		t.Errorf("EDNS0 %v, want a UDP size of 1232", opt)
	}
}

func TestNobodyIsAskedAbout(t *testing.T) {
	tests := []struct {
		name   string
		domain string
		want   error
	}{
		{"a single label", "intranet", mx.ErrUnasked},
		{"a top-level domain", "com", mx.ErrUnasked},
		{"the machine itself", "localhost", mx.ErrUnasked},
		{"a name below localhost", "mail.localhost", mx.ErrUnasked},
		{"a name of multicast DNS", "printer.LOCAL", mx.ErrUnasked},
		{"a name that is invalid by definition", "a.invalid", mx.ErrUnasked},
		{"an onion service", "abc.onion", mx.ErrUnasked},
		{"a private network", "corp.internal", mx.ErrUnasked},
		{"a home network", "nas.home.arpa", mx.ErrUnasked},
		{"an IPv4 reverse zone", "2.0.192.in-addr.arpa", mx.ErrUnasked},
		{"an IPv6 reverse zone", "8.b.d.0.1.0.0.2.ip6.arpa", mx.ErrUnasked},
		{"a name outside DNS", "wallet.alt", mx.ErrUnasked},
		{"an IP address", "192.0.2.1", address.ErrSyntax},
		{"nothing", "", address.ErrSyntax},
		{"an address", "someone@a.example", address.ErrSyntax},
		{"an escaped dot", `a\.example`, address.ErrSyntax},
	}
	server := startServer(t, zone{}.ServeDNS)
	r := newResolver(t, mx.Options{}, server)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := r.Hosts(t.Context(), test.domain)
			if !errors.Is(err, test.want) || got != nil {
				t.Errorf("%q: hosts %q, error %v, want %v", test.domain, got, err, test.want)
			}
			if n := server.queries(); n != 0 {
				t.Errorf("%q: %d queries, want none", test.domain, n)
			}
		})
	}
}

// The names for tests and documentation are asked for: a test has a DNS server.
func TestNamesForTestsAreAskedFor(t *testing.T) {
	for _, domain := range []string{"a.test", "a.example", "local.example", "a.locals"} {
		server := startServer(t, zone{domain + ".": {domain + ". 300 MX 1 mx.example."}}.ServeDNS)
		got, err := newResolver(t, mx.Options{}, server).Hosts(t.Context(), domain)
		if err != nil || !cmp.Equal(got, []string{"mx.example"}) {
			t.Errorf("%q: hosts %q, error %v", domain, got, err)
		}
	}
}

func TestNoErrorHoldsTheDomain(t *testing.T) {
	for name, handle := range map[string]dns.HandlerFunc{"none": zone{}.ServeDNS, "failure": fails(dns.RcodeServerFailure)} {
		_, err := newResolver(t, mx.Options{}, startServer(t, handle)).Hosts(t.Context(), "very-private.example")
		if err == nil || strings.Contains(err.Error(), "private") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// FuzzAnswer reads whatever a DNS server can send.
func FuzzAnswer(f *testing.F) {
	for _, records := range [][]string{
		{"a.example. 300 MX 5 MX.example.", "a.example. 300 MX 0 ."},
		{"a.example. 300 CNAME b.example.", "b.example. 300 CNAME a.example."},
		{`a.example. 300 MX 0 mx\032one.example.`},
	} {
		packed, err := reply(new(dns.Msg).SetQuestion("a.example.", dns.TypeMX), records...).Pack()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(packed)
	}
	f.Fuzz(func(t *testing.T, packet []byte) {
		m := new(dns.Msg)
		if m.Unpack(packet) != nil {
			return
		}
		hosts, err := mx.ReadAnswer(m, "a.example.")
		if (err == nil) != (len(hosts) > 0) || len(hosts) > 8 {
			t.Fatalf("%x: hosts %q, error %v", packet, hosts, err)
		}
		for _, host := range hosts {
			if host == "" || len(host) > 253 || strings.ToLower(host) != host || strings.HasSuffix(host, ".") || strings.ContainsAny(host, "\\ \"<&\n") {
				t.Errorf("%x: host %q", packet, host)
			}
		}
	})
}
