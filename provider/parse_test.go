package provider_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"signpost/provider"
)

// exported compares providers field by field, without the places in their files.
var exported = cmpopts.IgnoreUnexported(provider.Provider{}, provider.Server{})

// imapAndSMTP are the servers of the smallest files.
var imapAndSMTP = []provider.Server{
	{Protocol: provider.IMAP, Host: "imap.example.com", Port: 993, Security: provider.TLS},
	{Protocol: provider.SMTP, Host: "smtp.example.com", Port: 465, Security: provider.TLS},
}

const servers = `
servers:
  - {protocol: imap, host: imap.example.com}
  - {protocol: smtp, host: smtp.example.com}
`

var validFiles = []struct {
	name, file string
	want       provider.Provider
}{
	{
		name: "the smallest file has the defaults",
		file: `id: example
domains: [example.com]
servers:
  - {protocol: imap, host: imap.example.com}
  - {protocol: smtp, host: smtp.example.com}
`,
		want: provider.Provider{
			ID: "example", Name: provider.Text{{Words: "example.com"}}, Domains: []string{"example.com"}, Servers: imapAndSMTP,
		},
	},
	{
		name: "one host stands for IMAP and SMTP",
		file: "id: example\ndomains: example.com\nhost: mail.example.com\n",
		want: provider.Provider{
			ID: "example", Name: provider.Text{{Words: "example.com"}}, Domains: []string{"example.com"},
			Servers: []provider.Server{
				{Protocol: provider.IMAP, Host: "mail.example.com", Port: 993, Security: provider.TLS},
				{Protocol: provider.SMTP, Host: "mail.example.com", Port: 465, Security: provider.TLS},
			},
		},
	},
	{
		name: "the same in JSON",
		file: "{\n\t\"id\": \"example\",\n\t\"domains\": [\"example.com\"],\n\t\"servers\": [\n\t\t{\"protocol\": \"imap\", \"host\": \"imap.example.com\"},\n\t\t{\"protocol\":\"smtp\",\"host\":\"smtp.example.com\",\"port\":465}\n\t],\n\t\"support\": \"caf\\u00e9 \\/ \\\"bar\\\"\"\n}\n",
		want: provider.Provider{
			ID: "example", Name: provider.Text{{Words: "example.com"}}, Domains: []string{"example.com"}, Servers: imapAndSMTP,
			Support: provider.Text{{Words: `café / "bar"`}},
		},
	},
	{
		name: "everything filled in",
		file: everything,
		want: provider.Provider{
			ID:               "example-mail",
			Name:             provider.Text{{Lang: "en", Words: "Example Mail"}, {Lang: "zh", Words: "示例邮箱"}},
			Short:            provider.Text{{Words: "Example"}},
			Operator:         provider.Text{{Lang: "en", Words: "Example Ltd"}, {Lang: "zh-Hant", Words: "示例公司"}},
			Kind:             provider.KindFree,
			Lifecycle:        provider.LifecycleLegacy,
			Domains:          []string{"example.com", "*.example.com", "xn--fsqu00a.example"},
			DomainsFile:      "domains.txt",
			UncheckedDomains: []string{"example.org"},
			Hosted:           true,
			MX:               []provider.MXSuffix{{Suffix: "mx.example.com"}, {Suffix: "mx.example.org", Status: provider.StatusLegacy}},
			Servers: []provider.Server{
				{
					Protocol: provider.IMAP, Host: "imap.example.com", Port: 10993, Security: provider.TLS, Username: "{localpart}.{domain}",
					Domains: []string{"example.com"}, Note: "no IDLE",
				},
				{Protocol: provider.IMAP, Host: "imap.{domain}", Port: 143, Security: provider.STARTTLS},
				{Protocol: provider.IMAP, Host: "imap.example.org", Port: 993, Security: provider.TLS, Region: "Europe", Variant: "paid"},
				{Protocol: provider.POP3, Host: "pop.example.com", Port: 110, Security: provider.Plaintext, Status: provider.StatusDiscouraged},
				{Protocol: provider.SMTP, Host: "smtp.example.com", Port: 465, Security: provider.TLS},
			},
			Services: []provider.Service{
				{Type: provider.CalDAV, URL: "https://dav.example.com/{address}/"},
				{Type: provider.ActiveSync, URL: "https://{domain}/Microsoft-Server-ActiveSync", Status: provider.StatusUnverified},
			},
			Username:     provider.UsernameLocalpart,
			UsernameNote: provider.Text{{Lang: "en", Words: "in lower case"}},
			Secret: provider.Secret{
				Kinds:  []provider.SecretKind{provider.SecretAuthorizationCode, provider.SecretOAuth2},
				Name:   provider.Text{{Lang: "en", Words: "client authorization code"}, {Lang: "zh", Words: "客户端授权码"}},
				Length: 16, Where: provider.Text{{Words: "Settings"}}, WebPassword: provider.No,
			},
			Access: provider.AccessOff,
			Setup:  []provider.Text{{{Lang: "en", Words: "Open Settings"}, {Lang: "zh", Words: "打开设置"}}, {{Words: "Copy the code"}}},
			OAuth2: provider.OAuth2{
				Issuer: "https://id.example.com", AuthURL: "https://id.example.com/auth", TokenURL: "https://id.example.com/token",
				Scopes: []string{"mail", "offline"}, DAVScopes: []string{"dav"}, EWSScopes: []string{"ews"}, PKCE: true, Note: "RFC 8414 metadata",
			},
			Webmail: []string{"https://mail.example.com/", "http://old.example.com/"},
			Help: []provider.Link{
				{URL: "https://help.example.com/1"},
				{URL: "https://help.example.com/2", Lang: "pt-BR", Topic: provider.Text{{Lang: "en", Words: "codes"}}},
			},
			Support:    provider.Text{{Words: "Help desk: +1 555 0100"}},
			LogoFile:   "logo.png",
			Quirks:     []string{"no IDLE", "no ID"},
			Confidence: provider.ConfidenceMedium,
		},
	},
	{
		name: "a provider that nobody can use has a reason and no servers",
		file: "id: example\ndomains: [example.com]\nunsupported: {en: There is no IMAP, zh: 不支持 IMAP}\n",
		want: provider.Provider{
			ID: "example", Name: provider.Text{{Words: "example.com"}}, Domains: []string{"example.com"},
			Unsupported: provider.Text{{Lang: "en", Words: "There is no IMAP"}, {Lang: "zh", Words: "不支持 IMAP"}},
		},
	},
	{
		name: "a provider of low confidence needs no complete servers",
		file: "id: example\ndomains: [example.com]\nservers: {protocol: imap, host: imap.example.com}\nconfidence: low\n",
		want: provider.Provider{
			ID: "example", Name: provider.Text{{Words: "example.com"}}, Domains: []string{"example.com"}, Servers: imapAndSMTP[:1], Confidence: provider.ConfidenceLow,
		},
	},
	{
		name: "without domains the id is the name",
		file: "id: example\nmx: mx.example.com" + servers,
		want: provider.Provider{
			ID: "example", Name: provider.Text{{Words: "example"}}, MX: []provider.MXSuffix{{Suffix: "mx.example.com"}}, Servers: imapAndSMTP,
		},
	},
	{
		name: "a name from a domain is in its own script",
		file: "id: example\ndomains: ['*.例子.Example']" + servers,
		want: provider.Provider{
			ID: "example", Name: provider.Text{{Words: "例子.example"}}, Domains: []string{"*.xn--fsqu00a.example"}, Servers: imapAndSMTP,
		},
	},
	{
		name: "domains and hosts become lower-case A-labels",
		file: "id: example\ndomains: [EXAMPLE.com., 例子。中国, faß.example]\nservers:\n  - {protocol: imap, host: IMAP.Example.COM.}\n  - {protocol: smtp, host: 邮件.example, domains: [Example.COM, 例子.中国]}\n  - {protocol: smtp, host: \"Smtp.{domain}.例子.example\"}\n",
		want: provider.Provider{
			ID: "example", Name: provider.Text{{Words: "example.com"}}, Domains: []string{"example.com", "xn--fsqu00a.xn--fiqs8s", "xn--fa-hia.example"},
			Servers: []provider.Server{
				{Protocol: provider.IMAP, Host: "imap.example.com", Port: 993, Security: provider.TLS},
				{Protocol: provider.SMTP, Host: "xn--5nq051n.example", Port: 465, Security: provider.TLS, Domains: []string{"example.com", "xn--fsqu00a.xn--fiqs8s"}},
				{Protocol: provider.SMTP, Host: "smtp.{domain}.xn--fsqu00a.example", Port: 465, Security: provider.TLS},
			},
		},
	},
	{
		name: "words that YAML takes for other things are texts here",
		file: "id: 163\nname: {no: yes, en: 1.10}\ndomains: [163.com]\nsupport: 2026-11-25\naccess: on\nhelp: {url: \"https://example.com/\", lang: no}" + servers,
		want: provider.Provider{
			ID: "163", Name: provider.Text{{Lang: "en", Words: "1.10"}, {Lang: "no", Words: "yes"}}, Domains: []string{"163.com"}, Servers: imapAndSMTP,
			Support: provider.Text{{Words: "2026-11-25"}}, Access: provider.AccessOn, Help: []provider.Link{{URL: "https://example.com/", Lang: "no"}},
		},
	},
	{
		name: "a text may be folded over several lines",
		file: "id: example\ndomains: [example.com]\nsupport: >\n  Ask the\n  help desk\nsetup:\n  - Open the settings\n    and look" + servers,
		want: provider.Provider{
			ID: "example", Name: provider.Text{{Words: "example.com"}}, Domains: []string{"example.com"}, Servers: imapAndSMTP,
			Support: provider.Text{{Words: "Ask the help desk"}}, Setup: []provider.Text{{{Words: "Open the settings and look"}}},
		},
	},
	{
		name: "a kind of secret that stands twice counts once",
		file: "id: example\ndomains: [example.com]\nsecret: {kind: [password, app-password, password], web_password: unknown}" + servers,
		want: provider.Provider{
			ID: "example", Name: provider.Text{{Words: "example.com"}}, Domains: []string{"example.com"}, Servers: imapAndSMTP,
			Secret: provider.Secret{Kinds: []provider.SecretKind{provider.SecretPassword, provider.SecretAppPassword}, WebPassword: provider.Unknown},
		},
	},
	{
		name: "a byte order mark, CRLF and comments do not matter",
		file: "\ufeff# our own\r\n---\r\nid: example\r\n\r\ndomains: [example.com] # one\r\nhost: mail.example.com\r\n...\r\n",
		want: provider.Provider{
			ID: "example", Name: provider.Text{{Words: "example.com"}}, Domains: []string{"example.com"},
			Servers: []provider.Server{
				{Protocol: provider.IMAP, Host: "mail.example.com", Port: 993, Security: provider.TLS},
				{Protocol: provider.SMTP, Host: "mail.example.com", Port: 465, Security: provider.TLS},
			},
		},
	},
}

const everything = `id: example-mail
name: {en: Example Mail, zh: 示例邮箱}
short_name: Example
operator: {en: Example Ltd, zh-Hant: 示例公司}
kind: free
lifecycle: legacy
domains: [example.com, "*.example.com", 例子.example]
domains_file: domains.txt
unchecked_domains: [example.org]
hosted: true
mx: [mx.example.com, {suffix: mx.example.org, status: legacy}]
servers:
  - {protocol: imap, host: imap.example.com, port: 10993, username: "{localpart}.{domain}", domains: [example.com], note: no IDLE}
  - {protocol: imap, host: "imap.{domain}", security: starttls}
  - {protocol: imap, host: imap.example.org, region: Europe, variant: paid}
  - {protocol: pop3, host: pop.example.com, port: 110, security: none, status: discouraged}
  - {protocol: smtp, host: smtp.example.com}
services:
  - {type: caldav, url: "https://dav.example.com/{address}/"}
  - {type: activesync, url: "https://{domain}/Microsoft-Server-ActiveSync", status: unverified}
username: localpart
username_note: {en: in lower case}
secret:
  kind: [authorization-code, oauth2]
  name: {en: client authorization code, zh: 客户端授权码}
  length: 16
  where: Settings
  web_password: false
access: off
setup:
  - {en: Open Settings, zh: 打开设置}
  - Copy the code
oauth2:
  issuer: https://id.example.com
  auth_url: https://id.example.com/auth
  token_url: https://id.example.com/token
  scopes: [mail, offline]
  dav_scopes: dav
  ews_scopes: ews
  pkce: true
  note: RFC 8414 metadata
webmail: [https://mail.example.com/, http://old.example.com/]
help:
  - https://help.example.com/1
  - {url: https://help.example.com/2, lang: pt-BR, topic: {en: codes}}
support: "Help desk: +1 555 0100"
logo: logo.png
quirks: [no IDLE, no ID]
confidence: medium
`

func TestParse(t *testing.T) {
	for _, tt := range validFiles {
		t.Run(tt.name, func(t *testing.T) {
			got, err := provider.Parse("dir/example.yaml", []byte(tt.file))
			if err != nil {
				t.Fatalf("Parse: got problems\n%v\nfrom\n%s", err, tt.file)
			}
			tt.want.Origin = "dir/example.yaml"
			if diff := cmp.Diff(tt.want, got, exported); diff != "" {
				t.Errorf("Parse (-want +got):\n%s", diff)
			}
		})
	}
}

// What is not written follows from what is, and nothing else does.
func TestPortAndSecurityOfAServer(t *testing.T) {
	for _, tt := range []struct {
		name, written string
		port          int
		security      provider.Security
	}{
		{"IMAP is implicit TLS on 993", "protocol: imap", 993, provider.TLS},
		{"POP3 is implicit TLS on 995", "protocol: pop3", 995, provider.TLS},
		{"SMTP is implicit TLS on 465", "protocol: smtp", 465, provider.TLS},
		{"IMAP with STARTTLS is on 143", "protocol: imap, security: starttls", 143, provider.STARTTLS},
		{"POP3 with STARTTLS is on 110", "protocol: pop3, security: starttls", 110, provider.STARTTLS},
		{"SMTP with STARTTLS is on 587", "protocol: smtp, security: starttls", 587, provider.STARTTLS},
		{"SMTP without protection is on 587", "protocol: smtp, security: none", 587, provider.Plaintext},
		{"port 143 is STARTTLS", "protocol: imap, port: 143", 143, provider.STARTTLS},
		{"port 110 is STARTTLS", "protocol: pop3, port: 110", 110, provider.STARTTLS},
		{"port 587 is STARTTLS", "protocol: smtp, port: 587", 587, provider.STARTTLS},
		{"another port is implicit TLS", "protocol: smtp, port: 2465", 2465, provider.TLS},
		{"the STARTTLS port of another protocol is implicit TLS", "protocol: smtp, port: 143", 143, provider.TLS},
		{"implicit TLS on 587 stays (Spectrum)", "protocol: smtp, port: 587, security: tls", 587, provider.TLS},
		{"STARTTLS on 993 stays", "protocol: imap, port: 993, security: starttls", 993, provider.STARTTLS},
		{"STARTTLS for IMAP on 587 stays", "protocol: imap, port: 587, security: starttls", 587, provider.STARTTLS},
		{"port 25 is kept where it is not offered", "protocol: smtp, port: 25, security: none", 25, provider.Plaintext},
		{"the lowest port", "protocol: imap, port: 1", 1, provider.TLS},
		{"the highest port", "protocol: imap, port: 65535", 65535, provider.TLS},
		{"a port in quotes", `protocol: imap, port: "993"`, 993, provider.TLS},
	} {
		t.Run(tt.name, func(t *testing.T) {
			file := fmt.Sprintf("id: example\ndomains: [example.com]\nconfidence: low\nservers: [{%s, host: mail.example.com}]\n", tt.written)
			p, err := provider.Parse("example.yaml", []byte(file))
			if err != nil {
				t.Fatalf("Parse: got problems\n%v\nfrom\n%s", err, file)
			}
			if s := p.Servers[0]; s.Port != tt.port || s.Security != tt.security {
				t.Errorf("%s: got port %d, security %q; want port %d, security %q", tt.written, s.Port, s.Security, tt.port, tt.security)
			}
		})
	}
}

func TestServersKnowWhereTheyStand(t *testing.T) {
	p, err := provider.Parse("example.yaml", []byte("id: example\ndomains: [example.com]"+servers))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range [][2]int{{4, 5}, {5, 5}} {
		if line, column := p.Servers[i].Position(); [2]int{line, column} != want {
			t.Errorf("position of server %d: got %d:%d, want %d:%d", i, line, column, want[0], want[1])
		}
	}
}

// What is too large or too deep for a fixture.
func TestParseRefusesWhatIsTooMuch(t *testing.T) {
	comment := "# " + strings.Repeat("x", 100) + "\n"
	for _, tt := range []struct{ name, file, want string }{
		{
			"a file above 1 MiB", strings.Repeat(comment, 1<<20/len(comment)+1),
			"a.yaml: is larger than 1048576 bytes (name a list of domains with `domains_file`)",
		},
		{
			"lists in lists, deeper than anybody means them", "id: a\ndomains: " + strings.Repeat("[", 20_000) + strings.Repeat("]", 20_000) + "\nhost: a.example\n",
			"a.yaml:2:10010: not valid YAML: exceeded max depth of 10000",
		},
		{
			"lists that are never closed", "id: a\ndomains: " + strings.Repeat("[", 100_000),
			"a.yaml:2:10010: not valid YAML: exceeded max depth of 10000",
		},
		{
			"keys in keys", "id: a\n" + strings.Repeat("? ", 50_000),
			"a.yaml:2:20001: not valid YAML: exceeded max depth of 10000",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := problemsOf(t, "a.yaml", []byte(tt.file)).Error(); got != tt.want {
				t.Errorf("problems: got\n%.1000s\nwant\n%s", got, tt.want)
			}
		})
	}
}

func TestALargeFileIsRead(t *testing.T) {
	var file strings.Builder
	file.WriteString("id: example\nhost: mail.example.com\ndomains:\n")
	for i := range 20_000 {
		fmt.Fprintf(&file, "  - d%d.example\n", i)
	}
	p, err := provider.Parse("example.yaml", []byte(file.String()))
	if err != nil {
		t.Fatalf("Parse: %.1000v", err)
	}
	if len(p.Domains) != 20_000 || p.Domains[19_999] != "d19999.example" {
		t.Errorf("domains: got %d, want 20000 with d19999.example at the end", len(p.Domains))
	}
}

func TestProblemString(t *testing.T) {
	for _, tt := range []struct {
		name string
		in   provider.Problem
		want string
	}{
		{"with everything", provider.Problem{File: "a.yaml", Line: 2, Column: 3, What: "it is wrong", Hint: "do it right"}, "a.yaml:2:3: it is wrong (do it right)"},
		{"without a hint", provider.Problem{File: "a.yaml", Line: 2, Column: 3, What: "it is wrong"}, "a.yaml:2:3: it is wrong"},
		{"of the whole file", provider.Problem{File: "a.yaml", What: "it is wrong"}, "a.yaml: it is wrong"},
	} {
		if got := tt.in.String(); got != tt.want {
			t.Errorf("problem %s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
