//go:build mailservers

// Package mailservers_test lets the prober look at a real dovecot, which it starts
// on loopback. It is run by `make mailservers-test`, which installs dovecot.
package mailservers_test

import (
	"context"
	"crypto/x509"
	"net"
	"net/netip"
	"slices"
	"testing"
	"time"

	"signpost/internal/probe"
	"signpost/provider"
)

// host is the name of the server.
const host = "mail.example.com"

// limit bounds one probe. Half of it passes where a server is silent.
const limit = 10 * time.Second

// loopback resolves every name.
type loopback struct{}

func (loopback) LookupNetIP(context.Context, string, string) ([]netip.Addr, error) {
	return []netip.Addr{netip.MustParseAddr("127.0.0.1")}, nil
}

// elsewhere connects from an address that is not the server's own. Dovecot trusts
// what comes from there, and offers passwords in plaintext to it.
func elsewhere() *net.Dialer {
	return &net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 0, 0, 2)}}
}

func TestDovecot(t *testing.T) {
	secret := newIdentity(t, host)
	good := startDovecot(t, secret, "ssl = required")
	stripped := startDovecot(t, secret, "ssl = no\ndisable_plaintext_auth = no")
	misnamed := startDovecot(t, newIdentity(t, "other.example.com"), "ssl = yes\ndisable_plaintext_auth = no")
	tests := []struct {
		name     string
		server   dovecot
		protocol provider.Protocol
		port     int
		security provider.Security
		want     []probe.Kind
		speaks   provider.Security
	}{
		{"IMAP with implicit TLS", good, provider.IMAP, good.imaps, provider.TLS, nil, provider.TLS},
		{"IMAP with STARTTLS", good, provider.IMAP, good.imap, provider.STARTTLS, nil, provider.STARTTLS},
		{"POP3 with implicit TLS", good, provider.POP3, good.pop3s, provider.TLS, nil, provider.TLS},
		{"POP3 with STARTTLS", good, provider.POP3, good.pop3, provider.STARTTLS, nil, provider.STARTTLS},
		{"IMAP with implicit TLS on the port of STARTTLS", good, provider.IMAP, good.imap, provider.TLS, []probe.Kind{probe.PlainOnTLSPort}, provider.STARTTLS},
		{"POP3 with implicit TLS on the port of STARTTLS", good, provider.POP3, good.pop3, provider.TLS, []probe.Kind{probe.PlainOnTLSPort}, provider.STARTTLS},
		{"IMAP with STARTTLS on the port of implicit TLS", good, provider.IMAP, good.imaps, provider.STARTTLS, []probe.Kind{probe.TLSOnPlainPort}, provider.TLS},
		{"POP3 with STARTTLS on the port of implicit TLS", good, provider.POP3, good.pop3s, provider.STARTTLS, []probe.Kind{probe.TLSOnPlainPort}, provider.TLS},
		{"POP3 on the port of IMAP", good, provider.POP3, good.imaps, provider.TLS, []probe.Kind{probe.WrongProtocol}, provider.TLS},
		{"IMAP without STARTTLS", stripped, provider.IMAP, stripped.imap, provider.STARTTLS, []probe.Kind{probe.STARTTLSNotOffered}, provider.Plaintext},
		{"POP3 without STARTTLS", stripped, provider.POP3, stripped.pop3, provider.STARTTLS, []probe.Kind{probe.STARTTLSNotOffered}, provider.Plaintext},
		{"IMAP under another name", misnamed, provider.IMAP, misnamed.imaps, provider.TLS, []probe.Kind{probe.CertificateName}, provider.TLS},
		{"IMAP with STARTTLS under another name", misnamed, provider.IMAP, misnamed.imap, provider.STARTTLS, []probe.Kind{probe.CertificateName}, provider.STARTTLS},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			p := probe.New(probe.Options{Resolver: loopback{}, Dialer: elsewhere(), Roots: test.server.roots, Limit: limit})
			got := p.Probe(t.Context(), probe.Target{Protocol: test.protocol, Host: host, Port: test.port, Security: test.security})
			if kinds := kindsOf(got.Advertised.Problems); !slices.Equal(kinds, test.want) {
				t.Fatalf("problems %v, want the kinds %v", got.Advertised.Problems, test.want)
			}
			if got.Speaks() != test.speaks {
				t.Errorf("speaks %q, want %q", got.Speaks(), test.speaks)
			}
			if test.want == nil {
				checkGood(t, got)
			}
		})
	}
}

// checkGood looks at what the server says to a client that does all right.
func checkGood(t *testing.T, got probe.Result) {
	t.Helper()
	c := got.Advertised
	if want := []string{"PLAIN", "LOGIN"}; !slices.Equal(c.Protected.Mechanisms, want) || !c.Protected.Password {
		t.Errorf("mechanisms %q and password %t within TLS, want %q and true", c.Protected.Mechanisms, c.Protected.Password, want)
	}
	if c.Plain.Password || len(c.Plain.Mechanisms) > 0 {
		t.Errorf("mechanisms %q and password %t before TLS, want none", c.Plain.Mechanisms, c.Plain.Password)
	}
	if c.Plain.Greeting+c.Protected.Greeting == "" || len(c.Protected.Capabilities) == 0 {
		t.Errorf("greeting %q and %q, capabilities %q, want all there", c.Plain.Greeting, c.Protected.Greeting, c.Protected.Capabilities)
	}
	certificate := c.Session.Certificate
	if c.Session.Version != "TLS 1.3" || !certificate.CoversHost || !certificate.Trusted || !slices.Equal(certificate.Names, []string{host}) {
		t.Errorf("session %+v, want TLS 1.3 with a certificate that holds for %s", c.Session, host)
	}
}

func kindsOf(problems []probe.Problem) []probe.Kind {
	var kinds []probe.Kind
	for _, p := range problems {
		kinds = append(kinds, p.Kind)
	}
	return kinds
}

// A dovecot is one that runs: its ports, and the authority of its certificate.
type dovecot struct {
	imap, imaps, pop3, pop3s int
	roots                    *x509.CertPool
}
