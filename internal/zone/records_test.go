package zone_test

import (
	"crypto/sha256"
	"encoding/base64"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/miekg/dns"

	"signpost/internal/zone"
	"signpost/provider"
	"signpost/provider/builtin"
)

var update = flag.Bool("update", false, "write the golden files anew")

// document stands for the PACC document of all providers here.
const document = "{}\n"

const (
	starttls = `{id: own, domains: [starttls.example], servers: [
		{protocol: imap, host: mail.starttls.example, port: 143, security: starttls},
		{protocol: smtp, host: mail.starttls.example, port: 587, security: starttls}]}`
	pop = `{id: own, domains: [pop.example], servers: [
		{protocol: pop3, host: pop.pop.example}, {protocol: smtp, host: smtp.pop.example}]}`
	dav = `{id: own, domains: [dav.example], servers: [
		{protocol: imap, host: imap.dav.example}, {protocol: smtp, host: smtp.dav.example}],
		services: [{type: caldav, url: "https://DAV.dav.example:8443/calendars/a%20b/"},
			{type: carddav, url: "https://例子.example"}, {type: jmap, url: "https://jmap.dav.example/session"}]}`
	idn = `{id: own, domains: [例子.example], servers: [
		{protocol: imap, host: 邮件.例子.example}, {protocol: smtp, host: 邮件.例子.example}]}`
	full = `{id: own, domains: [example.com], servers: [
		{protocol: imap, host: imap.example.com, port: 993, security: tls},
		{protocol: imap, host: imap.example.com, port: 143, security: starttls},
		{protocol: pop3, host: pop.example.com, port: 995, security: tls},
		{protocol: smtp, host: smtp.example.com, port: 465, security: tls},
		{protocol: smtp, host: smtp.example.com, port: 587, security: starttls}]}`
)

func account(t testing.TB, file, domain string) provider.Account {
	t.Helper()
	p, err := provider.Parse("own.yaml", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	return resolve(t, p, domain)
}

func resolve(t testing.TB, p provider.Provider, domain string) provider.Account {
	t.Helper()
	a, err := provider.Resolve(&p, domain, "")
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func builtIn(t testing.TB, id, domain string) provider.Account {
	t.Helper()
	providers := builtin.Providers()
	i := slices.IndexFunc(providers, func(p provider.Provider) bool { return p.ID == id })
	if i < 0 {
		t.Fatalf("no built-in provider %q", id)
	}
	return resolve(t, providers[i], domain)
}

// The text of telling domains, whole.
func TestGoldenZones(t *testing.T) {
	for _, c := range []struct {
		file    string
		account provider.Account
		target  string
		pacc    []byte
		notes   []string
	}{
		{"full", account(t, full, "example.com"), "signpost.example.net", []byte(document), nil},
		{"target-inside", account(t, full, "example.com"), "autoconfig.example.com", []byte(document), nil},
		{"starttls", account(t, starttls, "starttls.example"), "signpost.example.net", nil, []string{"No records for PACC:\nit cannot say STARTTLS."}},
		{"pop3", account(t, pop, "pop.example"), "signpost.example.net", []byte(document), nil},
		{"dav", account(t, dav, "dav.example"), "dav.example", []byte(document), nil},
		{"idn", account(t, idn, "xn--fsqu00a.example"), "signpost.example.net", []byte(document), nil},
		{"sina", builtIn(t, "sina", "sina.com"), "signpost.example.net", []byte(document), nil},
		{"icloud", builtIn(t, "icloud", "icloud.com"), "signpost.example.net", nil, nil},
	} {
		t.Run(c.file, func(t *testing.T) {
			got := zone.Text(c.account.Domain, zone.Records(c.account, c.target, c.pacc), c.notes...)
			file := filepath.Join("testdata", c.file+".zone")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", file, diff)
			}
		})
	}
}

// lines are the records as "name type value", names relative to the domain.
func lines(domain string, records []zone.Record) []string {
	var all []string
	for _, r := range records {
		all = append(all, strings.TrimSpace(zone.Relative(r.Name, domain)+" "+string(r.Type)+" "+r.Data()))
	}
	return all
}

func TestRecords(t *testing.T) {
	file := func(servers string) string {
		return "{id: own, domains: [example.com], servers: [" + servers + "]}"
	}
	sum := sha256.Sum256([]byte(document))
	for _, c := range []struct {
		name   string
		file   string
		target string
		want   []string
		never  []string
	}{
		{
			"the digest is that of the document", full, "a.example",
			[]string{
				"ua-auto-config CNAME a.example.",
				`_ua-auto-config TXT "v=UAAC1; a=sha256; d=` + base64.StdEncoding.EncodeToString(sum[:]) + `"`,
			},
			nil,
		},
		{
			"aerc and FairEmail find both halves, FairEmail with implicit TLS first", full, "a.example",
			[]string{
				"_imaps._tcp SRV 0 1 993 imap.example.com.", "_imap._tcp SRV 10 1 143 imap.example.com.",
				"_pop3s._tcp SRV 20 1 995 pop.example.com.", "_pop3._tcp SRV 0 0 0 .",
				"_submissions._tcp SRV 0 1 465 smtp.example.com.", "_submission._tcp SRV 10 1 587 smtp.example.com.",
			},
			[]string{"_smtps._tcp"},
		},
		{
			"a name that is the target is no alias of itself", full, "autodiscover.example.com",
			[]string{
				"autodiscover A/AAAA", "autoconfig CNAME autodiscover.example.com.",
				"_autodiscover._tcp SRV 0 1 443 autodiscover.example.com.",
			},
			[]string{"autodiscover CNAME"},
		},
		{
			"the domain itself may be the target", full, "example.com",
			[]string{"@ A/AAAA", "autoconfig CNAME example.com.", "autodiscover CNAME example.com."},
			nil,
		},
		{
			"a target below one of the names is no alias of itself either", full, "www.autoconfig.example.com",
			[]string{"www.autoconfig A/AAAA", "autoconfig CNAME www.autoconfig.example.com."},
			nil,
		},
		{
			"a target that only ends alike is outside", full, "notexample.com",
			[]string{"autoconfig CNAME notexample.com."},
			[]string{"A/AAAA"},
		},
		{
			"implicit TLS on 587 is submissions, and aerc finds it",
			file("{protocol: imap, host: i.example.com}, {protocol: smtp, host: s.example.com, port: 587, security: tls}"), "a.example",
			[]string{"_submissions._tcp SRV 0 1 587 s.example.com.", "_submission._tcp SRV 0 0 0 .", "_smtps._tcp SRV 0 1 587 s.example.com."},
			nil,
		},
		{
			"servers for some customers only are for people",
			file("{protocol: imap, host: i.example.com}, {protocol: imap, host: us.example.com, region: us}, {protocol: smtp, host: s.example.com}, {protocol: smtp, host: paid.example.com, port: 587, security: starttls, variant: paid}"), "a.example",
			[]string{"_imaps._tcp SRV 0 1 993 i.example.com.", "_submission._tcp SRV 0 0 0 ."},
			[]string{"us.example.com", "paid.example.com"},
		},
		{
			"plaintext is not published",
			file("{protocol: imap, host: i.example.com}, {protocol: imap, host: i.example.com, port: 143, security: none}, {protocol: smtp, host: s.example.com}"), "a.example",
			[]string{"_imap._tcp SRV 0 0 0 ."},
			[]string{" 143 "},
		},
		{
			"a user name that SRV cannot say keeps the mail services out",
			file("{protocol: imap, host: i.example.com, username: 'mail-{localpart}'}, {protocol: smtp, host: s.example.com}"), "a.example",
			[]string{"autoconfig CNAME a.example."},
			[]string{"_imap", "_submission", "_smtps", "_pop3"},
		},
		{
			"a service whose address is not for everybody is left out",
			"{id: own, domains: [example.com], host: m.example.com, services: [{type: caldav, url: 'https://d.example.com/{address}/'}, {type: carddav, url: 'https://d.example.com/?a=b'}]}", "a.example",
			nil,
			[]string{"dav"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := lines("example.com", zone.Records(account(t, c.file, "example.com"), c.target, []byte(document)))
			for _, want := range c.want {
				if !slices.Contains(got, want) {
					t.Errorf("no record %q in\n%s", want, strings.Join(got, "\n"))
				}
			}
			for _, never := range c.never {
				if i := slices.IndexFunc(got, func(line string) bool { return strings.Contains(line, never) }); i >= 0 {
					t.Errorf("record %q has %q in it", got[i], never)
				}
			}
		})
	}
}

func TestRecordsLeaveOutNamesThatDNSCannotHold(t *testing.T) {
	domain := strings.Repeat(strings.Repeat("a", 60)+".", 4) + "example"
	a := account(t, "{id: own, domains: ["+domain+"], host: mail.example.com}", domain)
	for _, r := range zone.Records(a, "a.example", []byte(document)) {
		if _, ok := dns.IsDomainName(r.Name); !ok {
			t.Errorf("%q is no name", r.Name)
		}
	}
}

// Every domain of the built-in table gives a text that another parser takes, with
// the same records in it, and no alias beside another record.
func TestEveryBuiltInProviderGivesAZone(t *testing.T) {
	providers := builtin.Providers()
	for _, p := range providers {
		for _, domain := range p.Domains {
			a, err := provider.Resolve(&p, domain, "")
			if err != nil || !a.Usable() || strings.HasPrefix(domain, "*.") {
				continue
			}
			records := zone.Records(a, "autoconfig."+domain, []byte(document))
			published := slices.DeleteFunc(slices.Clone(records), func(r zone.Record) bool { return r.Type == zone.Address })
			parsed := serve(t, zone.Text(domain, records))
			if len(parsed) != len(published) {
				t.Fatalf("%s: %d records in the text, want %d", domain, len(parsed), len(published))
			}
			for i, r := range published {
				want, err := dns.NewRR(r.Name + " 3600 IN " + string(r.Type) + " " + r.Data())
				if err != nil {
					t.Fatalf("%s: %v", domain, err)
				}
				if parsed[i].String() != want.String() {
					t.Errorf("%s: %s in the text, want %s", domain, parsed[i], want)
				}
			}
		}
	}
}

func TestLongAndOddTextsAreSplitAndEscaped(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing", "", `""`},
		{"what zone files read as something else", "a\"b\\c;d é\n", `"a\"b\\c;d \195\169\010"`},
		{"255 bytes are one string", strings.Repeat("x", 255), `"` + strings.Repeat("x", 255) + `"`},
		{"256 bytes are two", strings.Repeat("x", 256), `"` + strings.Repeat("x", 255) + `" "x"`},
		{"an escaped byte counts as one", strings.Repeat(`"`, 256), `"` + strings.Repeat(`\"`, 255) + `" "\""`},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := zone.Record{Name: "t.example.com.", Type: zone.TXT, TTL: 60, Text: c.text}
			if got := r.Data(); got != c.want {
				t.Errorf("%q gives %s, want %s", c.text, got, c.want)
			}
			serve(t, zone.Text("example.com", []zone.Record{r}))
		})
	}
}
