package zone_test

import (
	"context"
	"errors"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/miekg/dns"

	"signpost/internal/testserver"
	"signpost/internal/zone"
)

// target has the addresses that aliases are compared with.
const target = `
signpost.example.net. 60 IN A    192.0.2.1
signpost.example.net. 60 IN A    192.0.2.2
signpost.example.net. 60 IN AAAA 2001:db8::1
`

// good is what an admin has who pasted the text.
func good(t testing.TB) (published string, records []zone.Record) {
	t.Helper()
	a := account(t, full, "example.com")
	records = zone.Records(a, "signpost.example.net", []byte(document))
	return zone.Text("example.com", records) + target, records
}

// summary is "status name type value | found" for each finding that is not ok.
func summary(findings []zone.Finding) []string {
	var all []string
	for _, f := range findings {
		if f.Status == zone.OK {
			continue
		}
		line := string(f.Status) + " " + zone.Relative(f.Record.Name, "example.com") + " " + string(f.Record.Type) + " " + f.Record.Data()
		if len(f.Found) > 0 {
			line += " | " + strings.Join(f.Found, ", ")
		}
		all = append(all, strings.TrimSpace(line))
	}
	return all
}

func check(t testing.TB, records []zone.Record, handler dns.Handler) []zone.Finding {
	t.Helper()
	findings, err := zone.Check(t.Context(), "example.com", records, zone.Options{
		Servers: []netip.AddrPort{testserver.DNS(t, handler)}, Limit: time.Minute,
	})
	if err != nil {
		t.Fatal(err)
	}
	return findings
}

func TestCheckTellsWhatDiffers(t *testing.T) {
	published, records := good(t)
	for _, c := range []struct {
		name string
		// drop are the lines of the text that are left out; add is put there.
		drop, add string
		want      []string
	}{
		{"what was printed is ok", "", "", nil},
		{"nothing there is missing", "autoconfig ", "", []string{"missing autoconfig CNAME signpost.example.net."}},
		{
			"an alias to another host is different", "autoconfig ", "autoconfig.example.com. 60 IN CNAME web.example.net.\nweb.example.net. 60 IN A 192.0.2.9",
			[]string{"different autoconfig CNAME signpost.example.net. | CNAME web.example.net., A 192.0.2.9"},
		},
		{
			"an alias to nowhere is different", "autoconfig ", "autoconfig.example.com. 60 IN CNAME gone.example.net.",
			[]string{"different autoconfig CNAME signpost.example.net. | CNAME gone.example.net."},
		},
		{"an alias to an alias of the target is ok", "autoconfig ", "autoconfig.example.com. 60 IN CNAME b.example.net.\nb.example.net. 60 IN CNAME signpost.example.net.", nil},
		{"letter case does not matter", "autoconfig ", "AutoConfig.Example.com. 60 IN CNAME SignPost.example.net.", nil},
		{
			"the addresses of the target in place of the alias are ok", "autodiscover ",
			"autodiscover.example.com. 60 IN AAAA 2001:db8::1\nautodiscover.example.com. 60 IN A 192.0.2.2\nautodiscover.example.com. 60 IN A 192.0.2.1", nil,
		},
		{
			"one address of three is different", "autodiscover ", "autodiscover.example.com. 60 IN A 192.0.2.1",
			[]string{"different autodiscover CNAME signpost.example.net. | A 192.0.2.1"},
		},
		{"a service that is not there is missing", "_imaps._tcp ", "", []string{"missing _imaps._tcp SRV 0 1 993 imap.example.com."}},
		{
			"a port that is another is different", "_imaps._tcp ", "_imaps._tcp.example.com. 60 IN SRV 0 1 994 imap.example.com.",
			[]string{"different _imaps._tcp SRV 0 1 993 imap.example.com. | SRV 0 1 994 imap.example.com."},
		},
		{
			"a priority that is another is different", "_imap._tcp ", "_imap._tcp.example.com. 60 IN SRV 0 1 143 imap.example.com.",
			[]string{"different _imap._tcp SRV 10 1 143 imap.example.com. | SRV 0 1 143 imap.example.com."},
		},
		{"a weight that is another is ok", "_imaps._tcp ", "_imaps._tcp.example.com. 60 IN SRV 0 5 993 imap.example.com.", nil},
		{
			"a service that is offered only in DNS is different", "_pop3._tcp ", "_pop3._tcp.example.com. 60 IN SRV 0 1 110 pop.example.com.",
			[]string{"different _pop3._tcp SRV 0 0 0 . | SRV 0 1 110 pop.example.com."},
		},
		{"a service that is not offered may have a port", "_pop3._tcp ", "_pop3._tcp.example.com. 60 IN SRV 10 1 995 .", nil},
		{
			"one more server is extra", "", "_imaps._tcp.example.com. 60 IN SRV 20 1 993 backup.example.com.",
			[]string{"extra _imaps._tcp SRV 20 1 993 backup.example.com."},
		},
		{
			"a server in the place of another and one more are told apart", "_imaps._tcp ",
			"_imaps._tcp.example.com. 60 IN SRV 20 1 993 backup.example.com.\n_imaps._tcp.example.com. 60 IN SRV 5 1 993 imap.example.com.",
			[]string{
				"different _imaps._tcp SRV 0 1 993 imap.example.com. | SRV 5 1 993 imap.example.com.",
				"extra _imaps._tcp SRV 20 1 993 backup.example.com.",
			},
		},
		{
			"a service that nothing is printed for is extra", "", "_jmap._tcp.example.com. 60 IN SRV 0 1 443 jmap.example.com.",
			[]string{"extra _jmap._tcp SRV 0 1 443 jmap.example.com."},
		},
		{
			"a digest in another order and with other tags is ok", "_ua-auto-config ",
			`_ua-auto-config.example.com. 60 IN TXT "d=yj0WO6sFU4GCciYUBWjzvvfqrBh869doeOC2Pp5EI1Y=;x=y" ";  a = sha256 ;v=UAAC1;"`, nil,
		},
		{
			"a second digest is extra", "", `_ua-auto-config.example.com. 60 IN TXT "v=UAAC1; a=sha256; d=b2xk"`,
			[]string{`extra _ua-auto-config TXT "v=UAAC1; a=sha256; d=b2xk"`},
		},
		{
			"another digest is different", "_ua-auto-config ", `_ua-auto-config.example.com. 60 IN TXT "v=UAAC1; a=sha256; d=b2xk"`,
			[]string{`different _ua-auto-config TXT "v=UAAC1; a=sha256; d=yj0WO6sFU4GCciYUBWjzvvfqrBh869doeOC2Pp5EI1Y=" | TXT "v=UAAC1; a=sha256; d=b2xk"`},
		},
		{
			"a digest with a tag that stands twice is none", "_ua-auto-config ",
			`_ua-auto-config.example.com. 60 IN TXT "v=UAAC1; v=UAAC1; a=sha256; d=yj0WO6sFU4GCciYUBWjzvvfqrBh869doeOC2Pp5EI1Y="`,
			[]string{`missing _ua-auto-config TXT "v=UAAC1; a=sha256; d=yj0WO6sFU4GCciYUBWjzvvfqrBh869doeOC2Pp5EI1Y="`},
		},
		{"other texts are none of our business", "", `_ua-auto-config.example.com. 60 IN TXT "v=spf1 -all"`, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := summary(check(t, records, serve(t, without(published, c.drop)+c.add)))
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("without %q, with %q (-want +got):\n%s", c.drop, c.add, diff)
			}
		})
	}
}

// without leaves the lines out that begin with a prefix.
func without(text, prefix string) string {
	if prefix == "" {
		return text
	}
	lines := slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool { return strings.HasPrefix(line, prefix) })
	return strings.Join(lines, "\n")
}

func TestCheckOfDAVAndOfATargetInside(t *testing.T) {
	a := account(t, strings.Replace(full, "servers:", "services: [{type: caldav, url: 'https://dav.example.com/dav'}], servers:", 1), "example.com")
	records := zone.Records(a, "autoconfig.example.com", nil)
	published := zone.Text("example.com", records)
	const host = "autoconfig.example.com. 60 IN A 192.0.2.1\n"
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"with an address all is ok", published + host, nil},
		{"a target without an address is missing", published, []string{"missing autoconfig A/AAAA"}},
		{
			"another path is different", without(published, "_caldavs") + host + "_caldavs._tcp.example.com. 60 IN SRV 0 1 443 dav.example.com.\n_caldavs._tcp.example.com. 60 IN TXT \"path=/other\"",
			[]string{`different _caldavs._tcp TXT "path=/dav" | TXT "path=/other"`},
		},
		{
			"the key of a path has no case", without(published, "_caldavs") + host + "_caldavs._tcp.example.com. 60 IN SRV 0 1 443 dav.example.com.\n_caldavs._tcp.example.com. 60 IN TXT \"Path=/dav\"",
			nil,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, summary(check(t, records, serve(t, c.text)))); diff != "" {
				t.Errorf("with\n%s\n(-want +got):\n%s", c.text, diff)
			}
		})
	}
}

// A server that cannot answer is not the same as one that says that there is
// nothing.
func TestCheckTellsFailuresFromMissingRecords(t *testing.T) {
	_, records := good(t)
	for _, c := range []struct {
		name   string
		handle dns.HandlerFunc
		status zone.Status
		err    error
	}{
		{"SERVFAIL", rcode(dns.RcodeServerFailure), zone.Error, zone.ErrServer},
		{"REFUSED", rcode(dns.RcodeRefused), zone.Error, zone.ErrServer},
		{"no recursion", rcode(dns.RcodeSuccess), zone.Error, zone.ErrServer},
		{"NXDOMAIN", rcode(dns.RcodeNameError), zone.Missing, nil},
		{"an authoritative server with nothing", func(w dns.ResponseWriter, asked *dns.Msg) {
			m := new(dns.Msg).SetReply(asked)
			m.Authoritative = true
			_ = w.WriteMsg(m)
		}, zone.Missing, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			findings := check(t, records, c.handle)
			if len(findings) != len(records) {
				t.Errorf("%d findings for %d records", len(findings), len(records))
			}
			for _, f := range findings {
				if f.Status != c.status || !errors.Is(f.Err, c.err) {
					t.Errorf("%s %s: status %q, error %v, want %q, %v", f.Record.Name, f.Record.Type, f.Status, f.Err, c.status, c.err)
				}
			}
		})
	}
}

func rcode(code int) dns.HandlerFunc {
	return func(w dns.ResponseWriter, asked *dns.Msg) { _ = w.WriteMsg(new(dns.Msg).SetRcode(asked, code)) }
}

func TestCheckEndsWhenNobodyAnswers(t *testing.T) {
	_, records := good(t)
	silent := testserver.DNS(t, dns.HandlerFunc(func(dns.ResponseWriter, *dns.Msg) {}))
	findings, err := zone.Check(t.Context(), "example.com", records, zone.Options{Servers: []netip.AddrPort{silent}, Limit: 50 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		if f.Status != zone.Error || !errors.Is(f.Err, zone.ErrTimeout) {
			t.Errorf("%s: status %q, error %v, want %q, %v", f.Record.Name, f.Status, f.Err, zone.Error, zone.ErrTimeout)
		}
	}
}

func TestCheckEndsWithItsContext(t *testing.T) {
	_, records := good(t)
	silent := testserver.DNS(t, dns.HandlerFunc(func(dns.ResponseWriter, *dns.Msg) {}))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	findings, err := zone.Check(ctx, "example.com", records, zone.Options{Servers: []netip.AddrPort{silent}})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		if f.Status != zone.Error {
			t.Errorf("%s: status %q, want %q", f.Record.Name, f.Status, zone.Error)
		}
	}
}

func TestCheckAsksTheNextServerAndOverTCP(t *testing.T) {
	published, records := good(t)
	var many strings.Builder
	for i := range 60 {
		many.WriteString("_imaps._tcp.example.com. 60 IN SRV 30 1 " + string(rune('1'+i%9)) + "0 backup-" + string(rune('a'+i%26)) + string(rune('a'+i/26)) + ".example.com.\n")
	}
	broken := testserver.DNS(t, rcode(dns.RcodeServerFailure))
	whole := testserver.DNS(t, serve(t, published+many.String()))
	findings, err := zone.Check(t.Context(), "example.com", records, zone.Options{Servers: []netip.AddrPort{broken, whole}, Limit: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	extra := 0
	for _, f := range findings {
		switch f.Status {
		case zone.OK:
		case zone.Extra:
			extra++
		default:
			t.Errorf("%s %s is %s: %v", f.Record.Name, f.Record.Type, f.Status, f.Err)
		}
	}
	if extra != 60 {
		t.Errorf("%d extra records, want the 60 that do not fit into UDP", extra)
	}
}
