package probe_test

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"testing"

	"signpost/internal/probe"
	"signpost/provider"
)

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
			name: "a server that is silent after the handshake", slow: true, serve: func(_ testing.TB, conn net.Conn) {
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
	withRoot := serverConfig(stranger.issue(t, leaf{}))
	withRoot.Certificates[0].Certificate = append(withRoot.Certificates[0].Certificate, stranger.certificate.Raw)
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
		{name: "an unknown authority that is sent along", serve: script(withRoot, imapSecure...), want: is(probe.CertificateUntrusted), detail: `the authority "CN=Stranger Root" is not a known one`},
		{name: "a certificate for clients", serve: imap(leaf{usage: x509.ExtKeyUsageClientAuth}, ca), want: is(probe.CertificateUntrusted), detail: "key usage"},
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
