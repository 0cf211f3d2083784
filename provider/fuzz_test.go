package provider_test

import (
	"errors"
	"io/fs"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"signpost/internal/address"
	"signpost/provider"
)

// FuzzParse checks that Parse never panics, that it says where and what is wrong,
// and that what it lets through can be served.
func FuzzParse(f *testing.F) {
	for _, file := range brokenFiles(f) {
		addFile(f, os.DirFS("."), file)
	}
	embedded := os.DirFS("builtin")
	names, err := fs.Glob(embedded, "*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		addFile(f, embedded, name)
	}
	for _, tt := range validFiles {
		f.Add([]byte(tt.file))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := provider.Parse("fuzz.yaml", data)
		if err != nil {
			checkProblems(t, err)
			return
		}
		for _, domain := range slices.Concat(p.Domains, p.UncheckedDomains) {
			checkHost(t, "domain", strings.TrimPrefix(domain, "*."))
		}
		checkTexts(t, &p)
		checkAccounts(t, &p)
		if _, err := provider.NewTable([]provider.Provider{p}); err != nil {
			t.Errorf("NewTable: the only provider clashes with itself: %v", err)
		}
	})
}

func addFile(f *testing.F, fsys fs.FS, name string) {
	f.Helper()
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
}

func checkProblems(t *testing.T, err error) {
	t.Helper()
	var problems provider.Problems
	if !errors.As(err, &problems) || len(problems) == 0 {
		t.Fatalf("got error %v of type %T, want Problems", err, err)
	}
	for i, p := range problems {
		if p.File != "fuzz.yaml" || p.What == "" || (p.Line == 0) != (p.Column == 0) || p.Line < 0 || p.Column < 0 {
			t.Errorf("problem without a file, a place or words: %+v", p)
		}
		if i > 0 && p.Line < problems[i-1].Line {
			t.Errorf("problems are not in the order of lines: %v after %v", p, problems[i-1])
		}
		checkText(t, "a problem", p.String())
	}
}

// checkAccounts resolves every domain that is served.
func checkAccounts(t *testing.T, p *provider.Provider) {
	t.Helper()
	for _, domain := range p.Domains {
		if strings.HasPrefix(domain, "*.") {
			continue
		}
		a, err := provider.Resolve(p, domain, "us/er+tag")
		if err != nil {
			if p.Confidence != provider.ConfidenceLow || !errors.Is(err, provider.ErrUnchecked) {
				t.Errorf("Resolve(%s): %v", domain, err)
			}
			continue
		}
		if a.Usable() == !p.Unsupported.IsZero() {
			t.Errorf("%s: got servers %v and reason %v, want servers for both ways or a reason", domain, a.Servers(), p.Unsupported)
		}
		for _, e := range slices.Concat(a.Servers(), a.More) {
			checkHost(t, "host", e.Host)
			if e.Port < 1 || e.Port > 65535 || (e.Security != provider.TLS && e.Security != provider.STARTTLS) {
				t.Errorf("%s: got a server that cannot be offered: %+v", domain, e)
			}
			checkText(t, "login", e.Login)
		}
		for _, s := range a.Services {
			if u, err := url.Parse(s.URL); err != nil || u.Scheme != "https" || u.Hostname() == "" {
				t.Errorf("%s: got service %s at %q, want an https URL", domain, s.Type, s.URL)
			}
		}
	}
}

// checkTexts looks at everything that ends in documents.
func checkTexts(t *testing.T, p *provider.Provider) {
	t.Helper()
	if p.ID == "" || p.Name.IsZero() || p.Origin != "fuzz.yaml" {
		t.Errorf("got id %q, name %v, origin %q, want all three", p.ID, p.Name, p.Origin)
	}
	texts := append([]provider.Text{p.Name, p.Short, p.Operator, p.UsernameNote, p.Unsupported, p.Support, p.Secret.Name, p.Secret.Where}, p.Setup...)
	lines := slices.Concat(p.Webmail, p.Quirks, p.OAuth2.Scopes, p.OAuth2.DAVScopes, p.OAuth2.EWSScopes)
	lines = append(lines, p.ID, p.OAuth2.Issuer, p.OAuth2.AuthURL, p.OAuth2.TokenURL, p.OAuth2.Note)
	for _, l := range p.Help {
		texts, lines = append(texts, l.Topic), append(lines, l.URL, l.Lang)
	}
	for _, s := range p.Servers {
		lines = append(lines, s.Region, s.Variant, s.Note, string(s.Username))
	}
	for _, text := range texts {
		for _, in := range text {
			if in.Words == "" {
				t.Errorf("got an empty text for language %q", in.Lang)
			}
			checkText(t, "language", in.Lang)
			checkText(t, "text", in.Words)
		}
	}
	for _, line := range lines {
		checkText(t, "line", line)
	}
}

// checkText fails on what must not get into documents, logs and terminals. The
// problems of several lines are looked at one by one.
func checkText(t *testing.T, what, s string) {
	t.Helper()
	if !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) }) {
		t.Errorf("%s %q holds control or invisible characters", what, s)
	}
}

func checkHost(t *testing.T, what, name string) {
	t.Helper()
	if got, err := address.ParseDomain(name); err != nil || got != name {
		t.Errorf("%s %q is not in the form of lower-case A-labels: %q, %v", what, name, got, err)
	}
}
