package provider_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/provider"
)

// one reads the provider of one file.
func one(t *testing.T, file string) *provider.Provider {
	t.Helper()
	return &parse(t, file)[0]
}

func describe(endpoints []provider.Endpoint) []string {
	var out []string
	for _, e := range endpoints {
		words := []string{string(e.Protocol), fmt.Sprintf("%s:%d", e.Host, e.Port), string(e.Security)}
		for _, extra := range []string{e.Region, e.Variant} {
			if extra != "" {
				words = append(words, extra)
			}
		}
		out = append(out, strings.Join(words, " "))
	}
	return out
}

func TestResolveChoosesServers(t *testing.T) {
	const smtp = "\n  - {protocol: smtp, host: smtp.example.com}\n"
	for _, tt := range []struct {
		name, domain, servers string
		chosen, more          []string
	}{
		{
			"implicit TLS comes before STARTTLS, whatever the order", "example.com", `
  - {protocol: imap, host: a.example.com, security: starttls}
  - {protocol: imap, host: b.example.com, security: tls}
  - {protocol: smtp, host: c.example.com, port: 587}
  - {protocol: smtp, host: d.example.com, port: 465}
`,
			[]string{"imap b.example.com:993 tls", "smtp d.example.com:465 tls"},
			[]string{"imap a.example.com:143 starttls", "smtp c.example.com:587 starttls"},
		},
		{
			"of two with implicit TLS the first is chosen", "example.com", `
  - {protocol: imap, host: a.example.com}
  - {protocol: imap, host: b.example.com}
  - {protocol: imap, host: c.example.com}` + smtp,
			[]string{"imap a.example.com:993 tls", "smtp smtp.example.com:465 tls"},
			[]string{"imap b.example.com:993 tls", "imap c.example.com:993 tls"},
		},
		{
			"STARTTLS is chosen where there is no implicit TLS", "example.com", `
  - {protocol: imap, host: a.example.com, security: none}
  - {protocol: imap, host: b.example.com, security: starttls}
  - {protocol: imap, host: c.example.com, security: starttls}` + smtp,
			[]string{"imap b.example.com:143 starttls", "smtp smtp.example.com:465 tls"},
			[]string{"imap c.example.com:143 starttls"},
		},
		{
			"plaintext is neither chosen nor shown", "example.com", `
  - {protocol: imap, host: a.example.com}
  - {protocol: pop3, host: b.example.com, security: none}
  - {protocol: smtp, host: c.example.com, security: none}` + smtp,
			[]string{"imap a.example.com:993 tls", "smtp smtp.example.com:465 tls"},
			nil,
		},
		{
			"the port has no say", "example.com", `
  - {protocol: imap, host: a.example.com, port: 993, security: starttls}
  - {protocol: imap, host: b.example.com, port: 143, security: tls}
  - {protocol: smtp, host: c.example.com, port: 587, security: tls}
`,
			[]string{"imap b.example.com:143 tls", "smtp c.example.com:587 tls"},
			[]string{"imap a.example.com:993 starttls"},
		},
		{
			"a region or a variant is shown and not chosen", "example.com", `
  - {protocol: imap, host: a.example.com, region: Europe}
  - {protocol: imap, host: b.example.com, variant: paid}
  - {protocol: imap, host: c.example.com, security: starttls}` + smtp,
			[]string{"imap c.example.com:143 starttls", "smtp smtp.example.com:465 tls"},
			[]string{"imap a.example.com:993 tls Europe", "imap b.example.com:993 tls paid"},
		},
		{
			"a protocol that is only for some is not chosen at all", "example.com", `
  - {protocol: imap, host: a.example.com}
  - {protocol: pop3, host: b.example.com, region: Europe, variant: paid}` + smtp,
			[]string{"imap a.example.com:993 tls", "smtp smtp.example.com:465 tls"},
			[]string{"pop3 b.example.com:995 tls Europe paid"},
		},
		{
			"what has a status is neither chosen nor shown", "example.com", `
  - {protocol: imap, host: a.example.com, status: unverified}
  - {protocol: imap, host: b.example.com, status: legacy}
  - {protocol: imap, host: c.example.com, status: discouraged}
  - {protocol: imap, host: d.example.com}` + smtp,
			[]string{"imap d.example.com:993 tls", "smtp smtp.example.com:465 tls"},
			nil,
		},
		{
			"further servers are sorted by protocol and then as they stand", "example.com", `
  - {protocol: smtp, host: f.example.com}
  - {protocol: pop3, host: d.example.com}
  - {protocol: smtp, host: g.example.com, port: 587}
  - {protocol: imap, host: a.example.com}
  - {protocol: pop3, host: e.example.com}
  - {protocol: imap, host: b.example.com, region: Asia}
  - {protocol: imap, host: c.example.com}
`,
			[]string{"imap a.example.com:993 tls", "pop3 d.example.com:995 tls", "smtp f.example.com:465 tls"},
			[]string{"imap b.example.com:993 tls Asia", "imap c.example.com:993 tls", "pop3 e.example.com:995 tls", "smtp g.example.com:587 starttls"},
		},
		{
			"a server for another domain does not exist", "example.com", `
  - {protocol: imap, host: a.example.org, domains: [example.org]}
  - {protocol: imap, host: b.example.com, domains: [example.com, example.org]}
  - {protocol: imap, host: c.example.com}` + smtp,
			[]string{"imap b.example.com:993 tls", "smtp smtp.example.com:465 tls"},
			[]string{"imap c.example.com:993 tls"},
		},
		{
			"the same servers seen from the other domain", "example.org", `
  - {protocol: imap, host: a.example.org, domains: [example.org]}
  - {protocol: imap, host: b.example.com, domains: [example.com, example.org]}
  - {protocol: imap, host: c.example.com}` + smtp,
			[]string{"imap a.example.org:993 tls", "smtp smtp.example.com:465 tls"},
			[]string{"imap b.example.com:993 tls", "imap c.example.com:993 tls"},
		},
		{
			"the domain fills the host name", "example.org", `
  - {protocol: imap, host: "imap.{domain}"}
  - {protocol: smtp, host: "{domain}"}
  - {protocol: smtp, host: "mail.{domain}.example.net"}
`,
			[]string{"imap imap.example.org:993 tls", "smtp example.org:465 tls"},
			[]string{"smtp mail.example.org.example.net:465 tls"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := one(t, "id: example\ndomains: [example.com, example.org]\nservers:"+tt.servers)
			a, err := provider.Resolve(p, tt.domain, "user")
			if err != nil {
				t.Fatalf("Resolve(%s): %v", tt.domain, err)
			}
			if diff := cmp.Diff(tt.chosen, describe(a.Servers())); diff != "" {
				t.Errorf("%s: chosen (-want +got):\n%s", tt.domain, diff)
			}
			if diff := cmp.Diff(tt.more, describe(a.More)); diff != "" {
				t.Errorf("%s: further servers (-want +got):\n%s", tt.domain, diff)
			}
			if !a.Usable() {
				t.Errorf("%s: got an account that is not usable: %v", tt.domain, a.Servers())
			}
		})
	}
}

func TestResolveRefusesWhatIsNotChecked(t *testing.T) {
	const file = "id: example\ndomains: [example.com]\nunchecked_domains: [example.org]\nhost: mail.example.com\n"
	for _, tt := range []struct {
		name, file, domain string
		refused            bool
	}{
		{"a domain of a checked provider", file, "example.com", false},
		{"an unchecked domain", file, "example.org", true},
		{"high confidence", file + "confidence: high\n", "example.com", false},
		{"medium confidence", file + "confidence: medium\n", "example.com", false},
		{"low confidence", file + "confidence: low\n", "example.com", true},
		{"an unchecked domain of low confidence", file + "confidence: low\n", "example.org", true},
	} {
		a, err := provider.Resolve(one(t, tt.file), tt.domain, "user")
		if got := errors.Is(err, provider.ErrUnchecked); got != tt.refused || (err != nil) != tt.refused {
			t.Errorf("Resolve, %s: got error %v, want refused %t", tt.name, err, tt.refused)
		}
		if tt.refused && (a.Provider != nil || a.Usable()) {
			t.Errorf("Resolve, %s: got account %v beside the error", tt.name, a)
		}
	}
}

func TestResolveGivesNoServersOfWhatNobodyCanUse(t *testing.T) {
	p := one(t, "id: example\ndomains: [example.com]\nunsupported: There is no IMAP\n")
	// A program that uses the package can say both; the reason counts.
	p.Servers = parse(t, own("other", "example.com"))[0].Servers
	a, err := provider.Resolve(p, "example.com", "user")
	if err != nil || len(a.Servers()) != 0 || len(a.More) != 0 || a.Usable() || a.Provider.Unsupported.IsZero() {
		t.Errorf("Resolve: got servers %v, further ones %v, error %v; want none and the reason", a.Servers(), a.More, err)
	}
}

func TestAccount(t *testing.T) {
	p := one(t, "id: example\ndomains: [example.com]\nservers:\n  - {protocol: pop3, host: pop.example.com}\n  - {protocol: smtp, host: smtp.example.com}\n")
	a, err := provider.Resolve(p, "example.com", "Us.er+tag")
	if err != nil {
		t.Fatal(err)
	}
	if a.Provider != p || a.Domain != "example.com" || a.Local != "Us.er+tag" || a.Address() != "Us.er+tag@example.com" {
		t.Errorf("account: got %q at %q, address %q", a.Local, a.Domain, a.Address())
	}
	if !a.IMAP.IsZero() || a.POP3.IsZero() || !a.Usable() {
		t.Errorf("account with POP3 only: got IMAP %v, POP3 %v, usable %t", a.IMAP, a.POP3, a.Usable())
	}
	if diff := cmp.Diff([]string{"pop3 pop.example.com:995 tls"}, describe(a.Incoming())); diff != "" {
		t.Errorf("Incoming (-want +got):\n%s", diff)
	}
	b, err := provider.Resolve(p, "example.com", "")
	if err != nil || b.Address() != "" || b.SMTP.Login != "" || b.SMTP.Username != provider.UsernameAddress {
		t.Errorf("account without a local part: got address %q, login %q, user name %q, error %v", b.Address(), b.SMTP.Login, b.SMTP.Username, err)
	}
	b.SMTP = provider.Endpoint{}
	if b.Usable() {
		t.Error("account without SMTP: got usable")
	}
}

func TestLogins(t *testing.T) {
	for _, tt := range []struct {
		name            string
		username        provider.Username
		want, anonymous string
	}{
		{"nothing means the address", "", "Us.er+x@example.com", ""},
		{"the address", provider.UsernameAddress, "Us.er+x@example.com", ""},
		{"the part before the @, as sent", provider.UsernameLocalpart, "Us.er+x", ""},
		{"a template of both parts", "{localpart}.{domain}", "Us.er+x.example.com", ""},
		{"a template with the address in it", "example\\{address}", `example\Us.er+x@example.com`, ""},
		{"a template of the domain alone is known without an address", "postmaster@{domain}", "postmaster@example.com", "postmaster@example.com"},
		{"what only the person knows is empty", provider.UsernameOther, "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.username.Expand("Us.er+x", "example.com"); got != tt.want {
				t.Errorf("%q.Expand(Us.er+x): got %q, want %q", tt.username, got, tt.want)
			}
			if got := tt.username.Expand("", "example.com"); got != tt.anonymous {
				t.Errorf("%q.Expand without a local part: got %q, want %q", tt.username, got, tt.anonymous)
			}
		})
	}
}

// A local part that looks like a placeholder is none.
func TestPlaceholdersInAnAddressAreNotFilled(t *testing.T) {
	if got, want := provider.Username("{localpart}.{domain}").Expand("{domain}{address}", "example.com"), "{domain}{address}.example.com"; got != want {
		t.Errorf("Expand: got %q, want %q", got, want)
	}
}

func TestUsernameOfAServerReplacesTheProviders(t *testing.T) {
	p := one(t, `id: example
domains: [example.com]
username: localpart
servers:
  - {protocol: imap, host: imap.example.com}
  - {protocol: pop3, host: pop.example.com, username: other}
  - {protocol: smtp, host: smtp.example.com, username: address}
  - {protocol: smtp, host: smtp.example.com, port: 587, username: "{localpart}.{domain}"}
`)
	a, err := provider.Resolve(p, "example.com", "user")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range append(a.Servers(), a.More...) {
		got = append(got, fmt.Sprintf("%s %s %q", e.Protocol, e.Username, e.Login))
	}
	want := []string{`imap {localpart} "user"`, `pop3 other ""`, `smtp {address} "user@example.com"`, `smtp {localpart}.{domain} "user.example.com"`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("logins (-want +got):\n%s", diff)
	}
}

func TestServices(t *testing.T) {
	p := one(t, `id: example
domains: [example.com]
host: mail.example.com
services:
  - {type: caldav, url: "https://dav.example.com/{address}/"}
  - {type: carddav, url: "https://dav.example.com/?user={localpart}&at={domain}"}
  - {type: jmap, url: "https://{domain}/.well-known/jmap"}
  - {type: ews, url: "https://example.com/ews", status: legacy}
  - {type: owa, url: "https://example.com/owa"}
`)
	for _, tt := range []struct {
		name, local string
		want        map[provider.ServiceType]string
	}{
		{
			"with an address all are there, but for the one that is not offered", "user",
			map[provider.ServiceType]string{
				provider.CalDAV:  "https://dav.example.com/user@example.com/",
				provider.CardDAV: "https://dav.example.com/?user=user&at=example.com",
				provider.JMAP:    "https://example.com/.well-known/jmap",
				provider.OWA:     "https://example.com/owa",
			},
		},
		{
			"without an address those that need one are left out", "",
			map[provider.ServiceType]string{provider.JMAP: "https://example.com/.well-known/jmap", provider.OWA: "https://example.com/owa"},
		},
		{
			"the address cannot leave its place in a URL", "a/b?c&d=e+f#g%h用",
			map[provider.ServiceType]string{
				provider.CalDAV:  "https://dav.example.com/a%2Fb%3Fc%26d%3De%2Bf%23g%25h%E7%94%A8@example.com/",
				provider.CardDAV: "https://dav.example.com/?user=a%2Fb%3Fc%26d%3De%2Bf%23g%25h%E7%94%A8&at=example.com",
				provider.JMAP:    "https://example.com/.well-known/jmap",
				provider.OWA:     "https://example.com/owa",
			},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, err := provider.Resolve(p, "example.com", tt.local)
			if err != nil {
				t.Fatal(err)
			}
			got := map[provider.ServiceType]string{}
			for _, s := range a.Services {
				got[s.Type] = a.Service(s.Type)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("services for %q (-want +got):\n%s", tt.local, diff)
			}
			if got := a.Service(provider.EWS); got != "" {
				t.Errorf("Service(ews): got %q, want none", got)
			}
		})
	}
	if got := p.Services[0].URL; got != "https://dav.example.com/{address}/" {
		t.Errorf("URL of the provider after Resolve: got %q, want it as it was", got)
	}
}
