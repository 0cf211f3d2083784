package probe_test

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"signpost/internal/probe"
	"signpost/provider"
)

// A fault is a server, or the way to it, with something wrong, and what is said of it.
type fault struct {
	name     string
	protocol provider.Protocol
	security provider.Security
	serve    handler
	// slow servers are asked in a bubble, where time passes only while all wait.
	slow bool
	// change makes the machine that asks another one.
	change func(*probe.Options)
	// want are the kinds of the problems, step and detail those of the last one.
	want   []probe.Kind
	step   probe.Step
	detail string
	speaks provider.Security
}

// is shortens the tables.
func is(kinds ...probe.Kind) []probe.Kind { return kinds }

// inTurn serves each connection by the next handler, the last one for all more.
func inTurn(handlers ...handler) handler {
	var next atomic.Int64
	return func(t testing.TB, conn net.Conn) {
		i := min(int(next.Add(1)), len(handlers))
		handlers[i-1](t, conn)
	}
}

// says sends a text as it is and listens until the client hangs up.
func says(said string) handler {
	return func(_ testing.TB, conn net.Conn) {
		if _, err := conn.Write([]byte(said)); err == nil {
			drain(conn)
		}
	}
}

// forEver sends a text again and again.
func forEver(said string) handler {
	return func(_ testing.TB, conn net.Conn) {
		for {
			if _, err := conn.Write([]byte(said)); err != nil {
				return
			}
		}
	}
}

// drips sends a text byte by byte, one a second, and then begins anew, whatever the
// client says.
func drips(said string) handler {
	return func(_ testing.TB, conn net.Conn) {
		go drain(conn)
		for i := 0; ; i++ {
			time.Sleep(time.Second)
			if _, err := conn.Write([]byte{said[i%len(said)]}); err != nil {
				return
			}
		}
	}
}

func silent(_ testing.TB, conn net.Conn) { drain(conn) }

func hangsUp(testing.TB, net.Conn) {}

// after goes on with a handler where a script ends.
func after(lines []string, next handler) handler {
	return func(t testing.TB, conn net.Conn) {
		script(nil, lines...)(t, conn)
		next(t, conn)
	}
}

// afterHello waits for the client's part of a handshake before it goes on.
func afterHello(next handler) handler {
	return func(t testing.TB, conn net.Conn) {
		if _, err := conn.Read(make([]byte, 4096)); err == nil {
			next(t, conn)
		}
	}
}

// alert is a fatal TLS alert, handshake_failure.
const alert = "\x15\x03\x01\x00\x02\x02\x28"

func resolve(f resolverFunc) func(*probe.Options) {
	return func(o *probe.Options) { o.Resolver = f }
}

func fails(err error) func(*probe.Options) {
	return resolve(func(context.Context) ([]netip.Addr, error) { return nil, err })
}

func dial(f dialerFunc) func(*probe.Options) { return func(o *probe.Options) { o.Dialer = f } }

// waits answers nothing until the context ends, as look-ups and dials do that get no answer.
func waits(ctx context.Context) ([]netip.Addr, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

var beforeTheServer = []fault{
	{name: "a protocol that is none", protocol: "gopher", security: provider.TLS, want: is(probe.BadTarget), step: probe.AtLookUp, detail: `"gopher"`},
	{name: "a security that is none", protocol: provider.IMAP, security: "maybe", want: is(probe.BadTarget), step: probe.AtLookUp, detail: `"maybe"`},
	{name: "a name that does not exist", change: func(o *probe.Options) { o.Resolver = names{} }, want: is(probe.DNSNoSuchName), step: probe.AtLookUp},
	{name: "a name without addresses", change: fails(nil), want: is(probe.DNSNoSuchName), step: probe.AtLookUp},
	{name: "a DNS server that times out", change: fails(&net.DNSError{Err: "i/o timeout", IsTimeout: true}), want: is(probe.DNSTimeout), step: probe.AtLookUp},
	{name: "a DNS server that is silent", slow: true, change: resolve(waits), want: is(probe.DNSTimeout), step: probe.AtLookUp},
	{name: "a DNS server that fails", change: fails(&net.DNSError{Err: "server misbehaving"}), want: is(probe.DNSFailure), step: probe.AtLookUp, detail: "server misbehaving"},
	{name: "an address that is not public", change: func(o *probe.Options) { o.PublicOnly = true }, want: is(probe.NotPublic), step: probe.AtConnect, detail: "127.0.0.1"},
	{name: "an address without a route", change: dial(func(context.Context, string) (net.Conn, error) {
		return nil, errNoRoute
	}), want: is(probe.Unreachable), step: probe.AtConnect, detail: "no route"},
	{name: "a firewall that drops packets", slow: true, change: dial(func(ctx context.Context, _ string) (net.Conn, error) {
		_, err := waits(ctx)
		return nil, err
	}), want: is(probe.ConnectTimeout), step: probe.AtConnect},
}

var silence = []fault{
	{name: "a server that says nothing", slow: true, serve: silent, want: is(probe.Silent), step: probe.AtHandshake},
	{name: "a server that says nothing, with STARTTLS", security: provider.STARTTLS, slow: true, serve: silent, want: is(probe.Silent), step: probe.AtGreeting},
	{
		name: "a server that falls silent after the greeting", security: provider.STARTTLS, slow: true, serve: says("* OK Ready.\r\n"),
		want: is(probe.Silent), step: probe.AtCapabilities,
	},
	{
		name: "a server that falls silent after STARTTLS", security: provider.STARTTLS, slow: true,
		serve: after(imapPlain[:6], silent), want: is(probe.Silent), step: probe.AtHandshake, speaks: provider.STARTTLS,
	},
	{name: "a tarpit", security: provider.STARTTLS, slow: true, serve: drips("* OK Ready"), want: is(probe.Tarpit), step: probe.AtGreeting},
	{name: "a tarpit in the handshake", slow: true, serve: afterHello(drips("\x16\x03\x03\x40\x00")), want: is(probe.Tarpit), step: probe.AtHandshake},
	{
		name: "a tarpit of whole lines", security: provider.STARTTLS, slow: true, serve: drips("* OK Ready.\r\n"),
		want: is(probe.Tarpit), step: probe.AtCapabilities,
	},
	{name: "a server that hangs up", serve: hangsUp, want: is(probe.ClosedAtOnce), step: probe.AtHandshake},
	{name: "a server that hangs up, with STARTTLS", security: provider.STARTTLS, serve: hangsUp, want: is(probe.ClosedAtOnce), step: probe.AtGreeting},
	{
		name: "a server that hangs up after the greeting", security: provider.STARTTLS, serve: script(nil, "S: * OK Ready.", "C: a1 CAPABILITY"),
		want: is(probe.Closed), step: probe.AtCapabilities,
	},
	{
		name: "a server that hangs up within the greeting", security: provider.STARTTLS, serve: script(nil, "… * OK"),
		want: is(probe.Closed), step: probe.AtGreeting,
	},
}

var noise = []fault{
	{name: "an endless line", security: provider.STARTTLS, serve: forEver("* OK Ready. "), want: is(probe.TooMuchData), step: probe.AtGreeting},
	{
		name: "an endless greeting", protocol: provider.SMTP, security: provider.STARTTLS, serve: forEver("220-and\r\n"),
		want: is(probe.TooMuchData), step: probe.AtGreeting,
	},
	{
		name: "an endless greeting of long lines", protocol: provider.SMTP, security: provider.STARTTLS,
		serve: forEver("220-" + strings.Repeat("x", 8000) + "\r\n"), want: is(probe.TooMuchData), step: probe.AtGreeting,
	},
	{
		name: "endless capabilities", security: provider.STARTTLS, serve: after(imapPlain[:2], forEver("* CAPABILITY MORE\r\n")),
		want: is(probe.TooMuchData), step: probe.AtCapabilities,
	},
	{
		name: "endless capabilities of POP3", protocol: provider.POP3, security: provider.STARTTLS,
		serve: after([]string{"S: +OK Ready", "C: CAPA", "S: +OK"}, forEver("MORE\r\n")), want: is(probe.TooMuchData), step: probe.AtCapabilities,
	},
	{name: "a greeting that is none", security: provider.STARTTLS, serve: says("welcome\r\n"), want: is(probe.Garbage), step: probe.AtGreeting, detail: "welcome"},
	{
		name: "a status that is none", security: provider.STARTTLS, serve: says("* OKAY Ready.\r\n"),
		want: is(probe.Garbage), step: probe.AtGreeting, detail: "* OKAY",
	},
	{
		name: "escape sequences", security: provider.STARTTLS, serve: says("\x1b[31mred\u202e \xff\r\n"),
		want: is(probe.Garbage), step: probe.AtGreeting, detail: "?[31mred? ?",
	},
	{
		name: "an answer without a tag", security: provider.STARTTLS, serve: says("* OK Ready.\r\nOK done\r\n"),
		want: is(probe.Garbage), step: probe.AtCapabilities, detail: "OK done",
	},
	{
		name: "a tagged answer that is none", security: provider.STARTTLS, serve: says("* OK Ready.\r\na1 YES\r\n"),
		want: is(probe.Garbage), step: probe.AtCapabilities, detail: "a1 YES",
	},
	{
		name: "a reply with two codes", protocol: provider.SMTP, security: provider.STARTTLS, serve: says("220-a\r\n250 b\r\n"),
		want: is(probe.Garbage), step: probe.AtGreeting, detail: "250 b",
	},
	{
		name: "a reply that is none of a greeting", protocol: provider.SMTP, security: provider.STARTTLS, serve: says("354 go on\r\n"),
		want: is(probe.Garbage), step: probe.AtGreeting, detail: "354 go on",
	},
	{
		name: "an answer to CAPA that is none", protocol: provider.POP3, security: provider.STARTTLS, serve: says("+OK Ready\r\nwhat?\r\n"),
		want: is(probe.Garbage), step: probe.AtCapabilities, detail: "what?",
	},
	{
		name: "bytes where the handshake should be", serve: afterHello(says("\x00\x01\x02\x03\x04\x05")),
		want: is(probe.Garbage), step: probe.AtHandshake, detail: "??????",
	},
	{
		name: "POP3 where IMAP should be", security: provider.STARTTLS, serve: says("+OK Ready\r\n"),
		want: is(probe.WrongProtocol), step: probe.AtGreeting, detail: "POP3, +OK Ready",
	},
	{
		name: "IMAP where POP3 should be", protocol: provider.POP3, security: provider.STARTTLS, serve: says("* OK Ready.\r\n"),
		want: is(probe.WrongProtocol), step: probe.AtGreeting, detail: "IMAP, * OK",
	},
	{
		name: "SSH where submission should be", protocol: provider.SMTP, security: provider.STARTTLS, serve: says("SSH-2.0-x\r\n"),
		want: is(probe.WrongProtocol), step: probe.AtGreeting, detail: "SSH",
	},
	{
		name: "a web server", serve: afterHello(says("HTTP/1.1 400 Bad Request\r\n\r\n")),
		want: is(probe.WrongProtocol), step: probe.AtHandshake, detail: "HTTP",
	},
	{
		name: "an IMAP server that is down", security: provider.STARTTLS, serve: says("* BYE Try later\r\n"),
		want: is(probe.TurnedAway), step: probe.AtGreeting, detail: "Try later",
	},
	{
		name: "an IMAP server that goes down", security: provider.STARTTLS, serve: says("* OK Ready.\r\n* BYE Try later\r\n"),
		want: is(probe.TurnedAway), step: probe.AtCapabilities, detail: "Try later",
	},
	{
		name: "an IMAP server that does not want to be asked", security: provider.STARTTLS, serve: says("* OK Ready.\r\na1 BAD no\r\n"),
		want: is(probe.TurnedAway), step: probe.AtCapabilities, detail: "BAD no",
	},
	{
		name: "a POP3 server that is down", protocol: provider.POP3, security: provider.STARTTLS, serve: says("-ERR Try later\r\n"),
		want: is(probe.TurnedAway), step: probe.AtGreeting, detail: "Try later",
	},
	{
		name: "an SMTP server that does not know us", protocol: provider.SMTP, security: provider.STARTTLS, serve: says("554 No\r\n"),
		want: is(probe.TurnedAway), step: probe.AtGreeting, detail: "554 No",
	},
	{
		name: "an SMTP server that does not know EHLO", protocol: provider.SMTP, security: provider.STARTTLS, serve: says("220 x\r\n502 what?\r\n"),
		want: is(probe.TurnedAway), step: probe.AtCapabilities, detail: "502 what?",
	},
}

// protection has faults that need a server's certificate.
func protection(t *testing.T, ca *authority) []fault {
	good := serverConfig(ca.issue(t, leaf{}))
	without := &tls.Config{GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return nil, errors.New("none") }}
	clients := serverConfig(ca.issue(t, leaf{}))
	clients.ClientAuth = tls.RequireAnyClientCert
	return []fault{
		{
			name: "implicit TLS where STARTTLS is advertised", security: provider.STARTTLS, slow: true, serve: script(good, imapSecure...),
			want: is(probe.TLSOnPlainPort), step: probe.AtGreeting, speaks: provider.TLS,
		},
		{
			name: "implicit TLS where plaintext is advertised", security: provider.Plaintext, slow: true, serve: script(good, imapSecure...),
			want: is(probe.TLSOnPlainPort), step: probe.AtGreeting, speaks: provider.TLS,
		},
		{
			name: "a TLS alert instead of a greeting", security: provider.STARTTLS, serve: inTurn(script(nil, "… "+alert), script(good, imapSecure...)),
			want: is(probe.TLSOnPlainPort), step: probe.AtGreeting, speaks: provider.TLS,
		},
		{
			name: "a greeting where implicit TLS is advertised", serve: inTurn(says("* OK Ready.\r\n"), script(good, imapPlain...)),
			want: is(probe.PlainOnTLSPort), step: probe.AtHandshake, detail: "Ready.", speaks: provider.STARTTLS,
		},
		{
			name: "a server without TLS where implicit TLS is advertised", protocol: provider.SMTP,
			serve: inTurn(hangsUp, script(nil, "S: 220 x", "C: EHLO [127.0.0.1]", "S: 250 x", "C: QUIT")),
			want:  is(probe.PlainOnTLSPort), step: probe.AtHandshake, detail: "x", speaks: provider.Plaintext,
		},
		{
			name: "STARTTLS stripped from IMAP", security: provider.STARTTLS, serve: script(nil, "S: * OK Ready.", "C: a1 CAPABILITY", "S: * CAPABILITY IMAP4rev1", "S: a1 OK done", "C: a2 LOGOUT"),
			want: is(probe.STARTTLSNotOffered), step: probe.AtSTARTTLS, speaks: provider.Plaintext,
		},
		{
			name: "a client that is logged in already", security: provider.STARTTLS, serve: script(nil, "S: * PREAUTH Hello", "C: a1 CAPABILITY", "S: * CAPABILITY IMAP4rev1 STARTTLS", "S: a1 OK done"),
			want: is(probe.STARTTLSNotOffered), step: probe.AtSTARTTLS, detail: "PREAUTH", speaks: provider.Plaintext,
		},
		{
			name: "STARTTLS masked by a firewall", protocol: provider.SMTP, security: provider.STARTTLS, serve: script(nil, "S: 220 x", "C: EHLO [127.0.0.1]", "S: 250-x", "S: 250 XXXXXXXA", "C: QUIT"),
			want: is(probe.STARTTLSNotOffered), step: probe.AtSTARTTLS, detail: "XXXXXXXA", speaks: provider.Plaintext,
		},
		{
			name: "a POP3 server without capabilities", protocol: provider.POP3, security: provider.STARTTLS, serve: script(nil, "S: +OK x", "C: CAPA", "S: -ERR what?", "C: QUIT"),
			want: is(probe.STARTTLSNotOffered), step: probe.AtSTARTTLS, detail: "no capabilities", speaks: provider.Plaintext,
		},
		{
			name: "STARTTLS refused by IMAP", security: provider.STARTTLS, serve: after(imapPlain[:5], script(nil, "S: a2 NO later")),
			want: is(probe.STARTTLSRefused), step: probe.AtSTARTTLS, detail: "NO later", speaks: provider.STARTTLS,
		},
		{
			name: "STARTTLS refused by POP3", protocol: provider.POP3, security: provider.STARTTLS, serve: after(pop3Plain[:6], script(nil, "S: -ERR later")),
			want: is(probe.STARTTLSRefused), step: probe.AtSTARTTLS, detail: "later", speaks: provider.STARTTLS,
		},
		{
			name: "STARTTLS refused by SMTP", protocol: provider.SMTP, security: provider.STARTTLS, serve: after(smtpPlain[:6], script(nil, "S: 454 later")),
			want: is(probe.STARTTLSRefused), step: probe.AtSTARTTLS, detail: "454 later", speaks: provider.STARTTLS,
		},
		{
			name: "an answer slipped in with STARTTLS", security: provider.STARTTLS, serve: after(imapPlain[:5], says("a2 OK begin\r\n* CAPABILITY AUTH=PLAIN\r\n")),
			want: is(probe.PlaintextAfterSTARTTLS), step: probe.AtSTARTTLS, detail: "* CAPABILITY AUTH=PLAIN", speaks: provider.STARTTLS,
		},
		{
			name: "an answer slipped in with STLS", protocol: provider.POP3, security: provider.STARTTLS, serve: after(pop3Plain[:6], says("+OK begin\r\n+OK\r\nUSER\r\n.\r\n")),
			want: is(probe.PlaintextAfterSTARTTLS), step: probe.AtSTARTTLS, detail: "USER", speaks: provider.STARTTLS,
		},
		{
			name: "a reply slipped in with STARTTLS", protocol: provider.SMTP, security: provider.STARTTLS, serve: after(smtpPlain[:6], says("220 begin\r\n250 AUTH PLAIN\r\n")),
			want: is(probe.PlaintextAfterSTARTTLS), step: probe.AtSTARTTLS, detail: "250 AUTH PLAIN", speaks: provider.STARTTLS,
		},
		{
			name: "plaintext instead of a handshake", security: provider.STARTTLS, serve: after(imapPlain[:6], afterHello(says("* BAD what?\r\n"))),
			want: is(probe.PlaintextAfterSTARTTLS), step: probe.AtHandshake, detail: "* BAD what?", speaks: provider.STARTTLS,
		},
		{name: "a server without a certificate", serve: script(without, imapSecure...), want: is(probe.TLSHandshake), step: probe.AtHandshake, detail: "internal error"},
		{name: "a server that wants the client's certificate", serve: script(clients, imapSecure...), want: is(probe.TLSHandshake), step: probe.AtHandshake, detail: "certificate required", speaks: provider.TLS},
		{
			name: "a server that hangs up after the handshake", serve: script(good, "TLS"), want: is(probe.ClosedAtOnce), step: probe.AtGreeting,
			speaks: provider.TLS,
		},
		{
			name: "a server that is silent after the handshake", slow: true, serve: func(t testing.TB, conn net.Conn) {
				secure := tls.Server(conn, good)
				drain(secure)
			},
			want: is(probe.Silent), step: probe.AtGreeting, speaks: provider.TLS,
		},
	}
}

// certificates has the faults of certificates and of outdated servers.
func certificates(t *testing.T, ca *authority) []fault {
	imap := func(l leaf, by *authority) handler { return script(serverConfig(by.issue(t, l)), imapSecure...) }
	stranger := newAuthority(t, "Stranger Root", nil)
	issuing := newAuthority(t, "Example Issuing", ca)
	self := newAuthority(t, host, nil)
	rsaOnly := serverConfig(ca.issue(t, leaf{key: newRSAKey(t)}))
	rsaOnly.MaxVersion, rsaOnly.CipherSuites = tls.VersionTLS12, []uint16{tls.TLS_RSA_WITH_AES_128_GCM_SHA256}
	old := serverConfig(ca.issue(t, leaf{}))
	old.MinVersion, old.MaxVersion = tls.VersionTLS10, tls.VersionTLS10
	faults := []fault{
		{name: "another name", serve: imap(leaf{names: []string{"www.example.com", "example.com"}}, ca), want: is(probe.CertificateName), detail: "it is for www.example.com, example.com"},
		{name: "many other names", serve: imap(leaf{names: []string{"a.example", "b.example", "c.example", "d.example"}}, ca), want: is(probe.CertificateName), detail: "a.example, b.example, c.example and 1 more"},
		{name: "an address", serve: imap(leaf{ips: []net.IP{net.IPv4(127, 0, 0, 1)}}, ca), want: is(probe.CertificateName), detail: "127.0.0.1"},
		{name: "a subject only", serve: imap(leaf{subject: host}, ca), want: is(probe.CertificateName), detail: `only the subject "CN=mail.example.com"`},
		{name: "a wildcard on the wrong level", serve: imap(leaf{names: []string{"*.mail.example.com"}}, ca), want: is(probe.CertificateName), detail: "*.mail.example.com"},
		{name: "expired", serve: imap(leaf{notAfter: today.AddDate(0, 0, -1)}, ca), want: is(probe.CertificateExpired), detail: "2026-05-31T12:00:00Z"},
		{name: "not yet valid", serve: imap(leaf{notBefore: today.AddDate(0, 0, 1)}, ca), want: is(probe.CertificateNotYetValid), detail: "2026-06-02T12:00:00Z"},
		{name: "an unknown authority", serve: imap(leaf{}, stranger), want: is(probe.CertificateUntrusted), detail: `the issuer "CN=Stranger Root"`},
		{name: "a missing intermediate", serve: imap(leaf{bare: true}, issuing), want: is(probe.CertificateUntrusted), detail: "an intermediate certificate is missing"},
		{
			name: "self-signed", serve: script(serverConfig(tls.Certificate{Certificate: [][]byte{self.certificate.Raw}, PrivateKey: self.key}), imapSecure...),
			want: is(probe.CertificateName, probe.CertificateUntrusted), detail: "self-signed",
		},
		{
			name: "everything at once", serve: imap(leaf{names: []string{"x.example"}, notAfter: today.AddDate(0, 0, -1)}, stranger),
			want: is(probe.CertificateName, probe.CertificateExpired, probe.CertificateUntrusted),
		},
		{name: "RSA key exchange only", serve: script(rsaOnly, imapSecure...), want: is(probe.TLSLegacy), step: probe.AtHandshake, detail: "TLS 1.2, TLS_RSA_WITH_AES_128_GCM_SHA256"},
		{name: "TLS 1.0 only", serve: script(old, imapSecure...), want: is(probe.TLSLegacy), step: probe.AtHandshake, detail: "TLS 1.0"},
	}
	for i := range faults {
		faults[i].speaks = provider.TLS
		if faults[i].step == "" {
			faults[i].step = probe.AtCertificate
		}
	}
	return faults
}

func TestEachFaultIsNamed(t *testing.T) {
	ca := newAuthority(t, "Example Root", nil)
	seen := map[probe.Kind]bool{
		// Theirs are tests of their own.
		probe.Cut: true, probe.Refused: true,
	}
	for _, f := range slices.Concat(beforeTheServer, silence, noise, protection(t, ca), certificates(t, ca)) {
		for _, kind := range f.want {
			seen[kind] = true
		}
		if f.protocol == "" {
			f.protocol = provider.IMAP
		}
		if f.security == "" {
			f.security = provider.TLS
		}
		options := probe.Options{Resolver: loopback, Roots: ca.roots(), Now: clock, Limit: minute}
		t.Run(f.name, func(t *testing.T) {
			if f.slow {
				synctest.Test(t, func(t *testing.T) {
					options.Dialer = pipes(t, f.serve)
					f.check(t, options, 993)
				})
				return
			}
			port := 993
			if f.serve != nil {
				port = int(serve(t, f.serve).Port())
			}
			f.check(t, options, port)
		})
	}
	for _, kind := range probe.Kinds() {
		if !seen[kind] {
			t.Errorf("no server here shows the kind %s", kind)
		}
	}
}

// pipes is a dialer whose connections lead to a handler in the same bubble.
func pipes(t testing.TB, handle handler) dialerFunc {
	var running sync.WaitGroup
	t.Cleanup(running.Wait)
	return func(context.Context, string) (net.Conn, error) {
		ours, theirs := net.Pipe()
		running.Go(func() {
			defer func() { _ = theirs.Close() }()
			handle(t, theirs)
		})
		return ours, nil
	}
}

func (f fault) check(t *testing.T, options probe.Options, port int) {
	t.Helper()
	if f.change != nil {
		f.change(&options)
	}
	got := probe.New(options).Probe(t.Context(), probe.Target{Protocol: f.protocol, Host: host, Port: port, Security: f.security})
	problems := got.Advertised.Problems
	if !slices.Equal(kinds(problems), f.want) {
		t.Fatalf("problems %v, want the kinds %v", problems, f.want)
	}
	last := problems[len(problems)-1]
	if last.Step != f.step || !strings.Contains(last.Detail, f.detail) {
		t.Errorf("step %q and detail %q, want %q and %q in it", last.Step, last.Detail, f.step, f.detail)
	}
	if got.Works() {
		t.Error("works, want that it does not")
	}
	if got.Speaks() != f.speaks {
		t.Errorf("speaks %q, want %q; the other way: %+v", got.Speaks(), f.speaks, got.Other)
	}
}
