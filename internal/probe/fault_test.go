package probe_test

import (
	"context"
	"net"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

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
	{name: "an address that is not public", change: func(o *probe.Options) { o.PublicOnly = true }, want: is(probe.NotPublic), step: probe.AtConnect},
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
		name: "a long line", security: provider.STARTTLS, serve: says(strings.Repeat("é", 300) + "\r\n"),
		want: is(probe.Garbage), step: probe.AtGreeting, detail: strings.Repeat("é", 200) + "…",
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
