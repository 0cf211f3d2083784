package provider_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"signpost/provider"
)

// sameProvider compares providers by what they say, not by where it stood.
var sameProvider = cmp.Options{
	cmpopts.IgnoreUnexported(provider.Provider{}, provider.Server{}),
	cmpopts.IgnoreFields(provider.Provider{}, "Origin"),
	cmpopts.EquateEmpty(),
}

// wantRoundTrip writes p and reads it back.
func wantRoundTrip(t *testing.T, p provider.Provider) {
	t.Helper()
	data, err := provider.Encode(p)
	if err != nil {
		t.Fatalf("%s: %v", p.ID, err)
	}
	got, err := provider.Parse(p.ID+".yaml", data)
	if err != nil {
		t.Fatalf("%s: reading what was written:\n%v\n%s", p.ID, err, data)
	}
	if diff := cmp.Diff(p, got, sameProvider); diff != "" {
		t.Errorf("%s (-written +read):\n%s\n%s", p.ID, diff, data)
	}
}

func TestBuiltInProvidersSurviveEncode(t *testing.T) {
	providers, err := provider.LoadFS(os.DirFS("builtin"))
	if err != nil {
		t.Fatal(err)
	}
	if len(providers) < 100 {
		t.Fatalf("providers: got %d, want all built-in ones", len(providers))
	}
	for _, p := range providers {
		wantRoundTrip(t, p)
	}
}

func TestTextsThatYAMLReadsOtherwiseSurviveEncode(t *testing.T) {
	for _, words := range []string{
		"null", "~", "true", "no", "12", "0x1F", "1e3", "2020-01-02", "- a", "a: b", "a #b", "@nifty", "`x`", `"quoted"`, "it's", "{domain}",
		"[x]", "*alias", "&anchor", "!tag", "%TAG", "|", ">", "?", "邮箱", "😀", "a  b", "\\n", "=", "<<", strings.Repeat("many words ", 40) + "end", strings.Repeat("x", 300),
	} {
		wantRoundTrip(t, provider.Provider{
			ID: "example", Name: provider.Text{{Words: "Example"}}, Domains: []string{"example.com"},
			Servers: []provider.Server{
				{Protocol: provider.IMAP, Host: "imap.{domain}", Port: 993, Security: provider.TLS, Note: words},
				{Protocol: provider.SMTP, Host: "smtp.example.com", Port: 587, Security: provider.STARTTLS, Username: "{localpart}.{domain}"},
			},
			Support: provider.Text{{Words: words}},
			Setup:   []provider.Text{{{Lang: "en", Words: words}, {Lang: "zh", Words: words}}, {{Words: words}}},
			Help:    []provider.Link{{URL: "https://example.com/", Topic: provider.Text{{Lang: "no", Words: words}}}, {URL: "http://example.com/a"}},
			Quirks:  []string{words},
		})
	}
}

func TestEncodeWritesTheDocumentedForm(t *testing.T) {
	got, err := provider.Encode(provider.Provider{
		ID: "example", Name: provider.Text{{Lang: "en", Words: "Example"}, {Lang: "zh", Words: "示例"}}, Kind: provider.KindOwn,
		Domains: []string{"example.com", "*.example.com"}, DomainsFile: "domains.txt", Hosted: true,
		MX: []provider.MXSuffix{{Suffix: "mx.example.com"}, {Suffix: "old.example.com", Status: provider.StatusLegacy}},
		Servers: []provider.Server{
			{Protocol: provider.IMAP, Host: "imap.example.com", Port: 993, Security: provider.TLS},
			{Protocol: provider.SMTP, Host: "smtp.example.com", Port: 587, Security: provider.STARTTLS, Username: provider.UsernameLocalpart},
		},
		Services: []provider.Service{{Type: provider.CalDAV, URL: "https://dav.example.com/{address}/"}},
		Username: provider.UsernameAddress,
		Secret:   provider.Secret{Kinds: []provider.SecretKind{provider.SecretAppPassword}, Length: 12, WebPassword: provider.Unknown},
		Access:   provider.AccessOff,
		Setup:    []provider.Text{{{Words: "Ask the help desk"}}},
		OAuth2: provider.OAuth2{
			Issuer: "https://id.example.com", AuthURL: "https://id.example.com/auth", TokenURL: "https://id.example.com/token",
			Scopes: []string{"mail"}, PKCE: true,
		},
		Webmail: []string{"https://mail.example.com/"},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := `id: example
name: {en: Example, zh: 示例}
kind: own
domains: [example.com, '*.example.com']
domains_file: domains.txt
hosted: true
mx: [mx.example.com, {suffix: old.example.com, status: legacy}]
servers:
  - {protocol: imap, host: imap.example.com, port: 993, security: tls}
  - {protocol: smtp, host: smtp.example.com, port: 587, security: starttls, username: localpart}
services:
  - {type: caldav, url: 'https://dav.example.com/{address}/'}
username: address
secret:
  kind: app-password
  length: 12
  web_password: unknown
access: off
setup:
  - Ask the help desk
oauth2:
  issuer: https://id.example.com
  auth_url: https://id.example.com/auth
  token_url: https://id.example.com/token
  scopes:
    - mail
  pkce: true
webmail: https://mail.example.com/
`
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("written file (-want +got):\n%s", diff)
	}
}

func TestEncodeRefusesATextThatTheFormCannotSay(t *testing.T) {
	p := provider.Provider{ID: "example", Support: provider.Text{{Words: "help desk"}, {Lang: "zh", Words: "服务台"}}}
	if data, err := provider.Encode(p); err == nil {
		t.Errorf("a text with and without a language: got\n%s\nwant an error", data)
	}
}
