package probe_test

import (
	"context"
	"io"
	"net"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"signpost/internal/probe"
	"signpost/provider"
)

// A recording is a server that says the same whatever it hears, piece by piece, and
// hangs up. It keeps what it hears.
type recording struct {
	says  []byte
	piece int
	heard []byte
}

func (r *recording) Read(p []byte) (int, error) {
	if len(r.says) == 0 {
		return 0, io.EOF
	}
	n := copy(p, r.says[:min(len(r.says), r.piece)])
	r.says = r.says[n:]
	return n, nil
}

func (r *recording) Write(p []byte) (int, error) {
	r.heard = append(r.heard, p...)
	return len(p), nil
}

func (*recording) Close() error                     { return nil }
func (*recording) LocalAddr() net.Addr              { return &net.TCPAddr{} }
func (*recording) RemoteAddr() net.Addr             { return &net.TCPAddr{} }
func (*recording) SetDeadline(time.Time) error      { return nil }
func (*recording) SetReadDeadline(time.Time) error  { return nil }
func (*recording) SetWriteDeadline(time.Time) error { return nil }

// FuzzServer lets a server say anything, in each protocol. The prober says no more
// than it may, and what it reports is bounded and printable.
func FuzzServer(f *testing.F) {
	for _, lines := range [][]string{imapPlain, pop3Plain, smtpPlain} {
		var said strings.Builder
		for _, line := range lines {
			if rest, ok := strings.CutPrefix(line, "S: "); ok {
				said.WriteString(rest + "\r\n")
			}
		}
		for _, piece := range []uint8{0, 10, 255} {
			f.Add([]byte(said.String()), piece)
		}
	}
	for _, said := range []string{"", "* BYE\n", "* PREAUTH x\na1 OK\n", "+OK <@>\n-ERR\n", "220\n250\n", "* OK\n* CAPABILITY AUTH= AUTH=\x1b\na1 NO\n", alert} {
		f.Add([]byte(said), uint8(255))
	}
	f.Fuzz(func(t *testing.T, said []byte, piece uint8) {
		for _, protocol := range []provider.Protocol{provider.IMAP, provider.POP3, provider.SMTP} {
			for _, security := range []provider.Security{provider.TLS, provider.STARTTLS, provider.Plaintext} {
				var servers []*recording
				p := probe.New(probe.Options{Resolver: loopback, Now: clock, Dialer: dialerFunc(func(context.Context, string) (net.Conn, error) {
					server := &recording{says: said, piece: int(piece) + 1}
					servers = append(servers, server)
					return server, nil
				})})
				got := p.Probe(t.Context(), probe.Target{Protocol: protocol, Host: host, Port: 143, Security: security})
				for _, server := range servers {
					checkHeard(t, server.heard)
				}
				checkConversation(t, got.Advertised)
				checkConversation(t, got.Other)
			}
		}
	})
}

// allowed is everything that the prober may ever say before a handshake.
var allowed = []string{
	"a1 CAPABILITY", "a2 STARTTLS", "a2 LOGOUT", "CAPA", "STLS", "QUIT", "EHLO [127.0.0.1]", "STARTTLS",
}

func checkHeard(t *testing.T, heard []byte) {
	t.Helper()
	for line := range strings.Lines(string(heard)) {
		if strings.HasPrefix(line, "\x16\x03") || strings.HasPrefix(line, "\x15\x03") {
			// A handshake has begun.
			return
		}
		if !slices.Contains(allowed, strings.TrimSuffix(line, "\r\n")) {
			t.Fatalf("the server heard %q, want only %q", line, allowed)
		}
	}
}

func checkConversation(t *testing.T, c probe.Conversation) {
	t.Helper()
	if c.Session.Version != "" {
		t.Fatalf("a handshake succeeded: %+v", c.Session)
	}
	if c.Plain.STARTTLS && c.Security == provider.STARTTLS && len(c.Problems) == 0 {
		t.Fatalf("no problem without a handshake: %+v", c)
	}
	texts := slices.Concat(c.Plain.Capabilities, c.Plain.Mechanisms, []string{c.Plain.Greeting})
	if len(c.Plain.Capabilities) > 100 || len(c.Plain.Mechanisms) > 100 {
		t.Fatalf("%d capabilities and %d mechanisms, want at most 100", len(c.Plain.Capabilities), len(c.Plain.Mechanisms))
	}
	for _, p := range c.Problems {
		if p.Kind.Sentence() == "" || p.Step == "" {
			t.Fatalf("problem %+v, want a known kind and a step", p)
		}
		texts = append(texts, p.Detail)
	}
	for _, text := range texts {
		if utf8.RuneCountInString(text) > 201 || !utf8.ValidString(text) || strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsPrint(r) }) {
			t.Fatalf("text %+q, want it printable and short", text)
		}
	}
}
