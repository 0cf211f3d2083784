//go:build mailservers

// Package mailservers_test lets the prober and the doctor look at a real dovecot for
// IMAP, POP3 and submission, which it starts on loopback. It is run by
// `make mailservers-test`, which installs dovecot.
package mailservers_test

import (
	"context"
	"net/netip"
	"slices"
	"testing"
	"time"

	"signpost/internal/doctor/doctortest"
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
	return []netip.Addr{netip.MustParseAddr(here)}, nil
}

func TestDovecot(t *testing.T) {
	authority := doctortest.NewAuthority(t, time.Now())
	certificate := authority.Issue(t, doctortest.Leaf{}, host)
	good := startDovecot(t, good, certificate)
	stripped := startDovecot(t, stripped, certificate)
	misnamed := startDovecot(t, lenient, authority.Issue(t, doctortest.Leaf{}, "other.example.com"))
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
		{"submission with implicit TLS", good, provider.SMTP, good.submissions, provider.TLS, nil, provider.TLS},
		{"submission with STARTTLS", good, provider.SMTP, good.submission, provider.STARTTLS, nil, provider.STARTTLS},
		{"submission with implicit TLS on the port of STARTTLS", good, provider.SMTP, good.submission, provider.TLS, []probe.Kind{probe.PlainOnTLSPort}, provider.STARTTLS},
		{"submission with STARTTLS on the port of implicit TLS", good, provider.SMTP, good.submissions, provider.STARTTLS, []probe.Kind{probe.TLSOnPlainPort}, provider.TLS},
		{"submission without STARTTLS", stripped, provider.SMTP, stripped.submission, provider.STARTTLS, []probe.Kind{probe.STARTTLSNotOffered}, provider.Plaintext},
		{"POP3 on the port of IMAP", good, provider.POP3, good.imaps, provider.TLS, []probe.Kind{probe.WrongProtocol}, provider.TLS},
		{"IMAP without STARTTLS", stripped, provider.IMAP, stripped.imap, provider.STARTTLS, []probe.Kind{probe.STARTTLSNotOffered}, provider.Plaintext},
		{"POP3 without STARTTLS", stripped, provider.POP3, stripped.pop3, provider.STARTTLS, []probe.Kind{probe.STARTTLSNotOffered}, provider.Plaintext},
		{"IMAP under another name", misnamed, provider.IMAP, misnamed.imaps, provider.TLS, []probe.Kind{probe.CertificateName}, provider.TLS},
		{"IMAP with STARTTLS under another name", misnamed, provider.IMAP, misnamed.imap, provider.STARTTLS, []probe.Kind{probe.CertificateName}, provider.STARTTLS},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			p := probe.New(probe.Options{Resolver: loopback{}, Roots: authority.Roots(), Limit: limit})
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
	// SMTP has no command of its own for passwords.
	isSMTP := got.Target.Protocol == provider.SMTP
	if want := []string{"PLAIN", "LOGIN"}; !slices.Equal(c.Protected.Mechanisms, want) || c.Protected.Password == isSMTP {
		t.Errorf("mechanisms %q and password %t within TLS, want %q, and true but for SMTP", c.Protected.Mechanisms, c.Protected.Password, want)
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
