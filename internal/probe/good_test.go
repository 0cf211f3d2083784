package probe_test

import (
	"net"
	"net/netip"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"signpost/internal/probe"
	"signpost/provider"
)

// What servers say when all is well. The client's lines are all there are: it never
// logs in.
var (
	imapPlain = []string{
		"S: * OK [CAPABILITY IMAP4rev1 STARTTLS] Ready.",
		"C: a1 CAPABILITY",
		"S: * CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED",
		"S: a1 OK done",
		"C: a2 STARTTLS",
		"S: a2 OK begin",
		"TLS",
		"C: a3 CAPABILITY",
		"S: * OK still here",
		"S: * CAPABILITY IMAP4rev1 AUTH=PLAIN auth=XOAUTH2",
		"S: a3 OK done",
		"C: a4 LOGOUT",
	}
	imapSecure = []string{
		"TLS",
		"S: * OK Ready.",
		"C: a1 CAPABILITY",
		"S: * CAPABILITY IMAP4rev1 AUTH=PLAIN LOGINDISABLED",
		"S: a1 OK done",
		"C: a2 LOGOUT",
	}
	pop3Plain = []string{
		"S: +OK Ready <1.2@mail.example.com>",
		"C: CAPA",
		"S: +OK",
		"S: STLS",
		"S: .",
		"C: STLS",
		"S: +OK begin",
		"TLS",
		"C: CAPA",
		"S: +OK",
		"S: USER",
		"S: SASL PLAIN login",
		"S: .",
		"C: QUIT",
	}
	pop3Secure = []string{
		"TLS",
		"S: +OK Ready",
		"C: CAPA",
		"S: -ERR what?",
		"C: QUIT",
	}
	smtpPlain = []string{
		"S: 220-mail.example.com",
		"S: 220 ESMTP",
		"C: EHLO [127.0.0.1]",
		"S: 250-mail.example.com",
		"S: 250 STARTTLS",
		"C: STARTTLS",
		"S: 220 begin",
		"TLS",
		"C: EHLO [127.0.0.1]",
		"S: 250-mail.example.com",
		"S: 250-SIZE 1000",
		"S: 250-AUTH PLAIN LOGIN",
		"S: 250 AUTH=PLAIN LOGIN",
		"C: QUIT",
	}
	smtpSecure = []string{
		"TLS",
		"S: 220 mail.example.com",
		"C: EHLO [127.0.0.1]",
		"S: 250-mail.example.com",
		"S: 250 AUTH PLAIN",
		"C: QUIT",
	}
)

func TestAGoodServerIsSeenAsItIs(t *testing.T) {
	ca := newAuthority(t, "Example Root", nil)
	issuing := newAuthority(t, "Example Issuing", ca)
	config := serverConfig(issuing.issue(t, leaf{subject: host, names: []string{host, "imap.example.com"}}))
	session := probe.Session{Version: "TLS 1.3", Certificate: probe.Certificate{
		Subject: "CN=" + host, Issuer: "CN=Example Issuing", Names: []string{host, "imap.example.com"},
		NotBefore: today.AddDate(0, -1, 0), NotAfter: today.AddDate(0, 2, 0),
		CoversHost: true, Trusted: true, Chain: []string{"CN=" + host, "CN=Example Issuing"},
	}}
	tests := []struct {
		name             string
		protocol         provider.Protocol
		security         provider.Security
		lines            []string
		plain, protected probe.Said
	}{
		{
			"IMAP with implicit TLS", provider.IMAP, provider.TLS, imapSecure,
			probe.Said{},
			probe.Said{Answered: true, Greeting: "Ready.", Capabilities: []string{"IMAP4rev1", "AUTH=PLAIN", "LOGINDISABLED"}, Mechanisms: []string{"PLAIN"}},
		},
		{
			"IMAP with STARTTLS", provider.IMAP, provider.STARTTLS, imapPlain,
			probe.Said{Answered: true, Greeting: "Ready.", Capabilities: []string{"IMAP4rev1", "STARTTLS", "LOGINDISABLED"}, STARTTLS: true},
			probe.Said{Answered: true, Capabilities: []string{"IMAP4rev1", "AUTH=PLAIN", "auth=XOAUTH2"}, Mechanisms: []string{"PLAIN", "XOAUTH2"}, Password: true},
		},
		{
			"POP3 with implicit TLS and no CAPA", provider.POP3, provider.TLS, pop3Secure,
			probe.Said{},
			probe.Said{Answered: true, Greeting: "Ready"},
		},
		{
			"POP3 with STARTTLS and APOP", provider.POP3, provider.STARTTLS, pop3Plain,
			probe.Said{Answered: true, Greeting: "Ready <1.2@mail.example.com>", Capabilities: []string{"STLS"}, Mechanisms: []string{"APOP"}, STARTTLS: true},
			probe.Said{Answered: true, Capabilities: []string{"USER", "SASL PLAIN login"}, Mechanisms: []string{"PLAIN", "LOGIN"}, Password: true},
		},
		{
			"submission with implicit TLS", provider.SMTP, provider.TLS, smtpSecure,
			probe.Said{},
			probe.Said{Answered: true, Greeting: "mail.example.com", Capabilities: []string{"AUTH PLAIN"}, Mechanisms: []string{"PLAIN"}},
		},
		{
			"submission with STARTTLS", provider.SMTP, provider.STARTTLS, smtpPlain,
			probe.Said{Answered: true, Greeting: "mail.example.com ESMTP", Capabilities: []string{"STARTTLS"}, STARTTLS: true},
			probe.Said{Answered: true, Capabilities: []string{"SIZE 1000", "AUTH PLAIN LOGIN", "AUTH=PLAIN LOGIN"}, Mechanisms: []string{"PLAIN", "LOGIN"}},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			at := serve(t, script(config, test.lines...))
			p := probe.New(probe.Options{Resolver: loopback, Roots: ca.roots(), Now: clock, Limit: minute})
			asked := target(test.protocol, at, test.security)
			got := p.Probe(t.Context(), asked)
			want := probe.Result{
				Target: asked, Addresses: []probe.Address{{IP: at.Addr()}},
				Advertised: probe.Conversation{
					Security: test.security, Address: at, Plain: test.plain, Session: session, Protected: test.protected,
				},
			}
			options := []cmp.Option{
				cmpopts.EquateComparable(netip.Addr{}, netip.AddrPort{}),
				cmpopts.IgnoreFields(probe.Session{}, "Cipher"),
			}
			if diff := cmp.Diff(want, got, options...); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			if !got.Works() || got.Speaks() != test.security {
				t.Errorf("works %t and speaks %q, want true and %q", got.Works(), got.Speaks(), test.security)
			}
			if got.Advertised.Session.Cipher == "" {
				t.Error("no cipher suite, want one")
			}
		})
	}
}

func TestPlaintextIsLookedAtAsAdvertised(t *testing.T) {
	at := serve(t, script(nil,
		"S: * OK Ready.", "C: a1 CAPABILITY", "S: * CAPABILITY IMAP4rev1 AUTH=PLAIN", "S: a1 OK done", "C: a2 LOGOUT"))
	got := probe.New(probe.Options{Resolver: loopback, Limit: minute}).Probe(t.Context(), target(provider.IMAP, at, provider.Plaintext))
	if !got.Works() || got.Speaks() != provider.Plaintext || !got.Advertised.Plain.Password {
		t.Errorf("got %+v, want a server that works in plaintext", got)
	}
}

func TestAServerIsAskedByItsAddressToo(t *testing.T) {
	ca := newAuthority(t, "Example Root", nil)
	at := serve(t, script(serverConfig(ca.issue(t, leaf{ips: []net.IP{net.IPv4(127, 0, 0, 1)}})), imapSecure...))
	p := probe.New(probe.Options{Resolver: names{}, Roots: ca.roots(), Now: clock, Limit: minute})
	got := p.Probe(t.Context(), probe.Target{Protocol: provider.IMAP, Host: "127.0.0.1", Port: int(at.Port()), Security: provider.TLS})
	if !got.Works() {
		t.Errorf("problems %v, want none", got.Advertised.Problems)
	}
}
