package provider_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/provider"
)

// parse reads providers from files without names of their own: 1.yaml, 2.yaml ...
func parse(t *testing.T, files ...string) []provider.Provider {
	t.Helper()
	var out []provider.Provider
	for i, file := range files {
		p, err := provider.Parse(fmt.Sprintf("%d.yaml", i+1), []byte(file))
		if err != nil {
			t.Fatalf("Parse: %v\n%s", err, file)
		}
		out = append(out, p)
	}
	return out
}

func newTable(t *testing.T, layers ...[]provider.Provider) *provider.Table {
	t.Helper()
	table, err := provider.NewTable(layers...)
	if err != nil {
		t.Fatalf("NewTable: %v", err)
	}
	return table
}

// found is the id of the provider that a look-up gives, or nothing.
func found(p *provider.Provider, ok bool) string {
	if !ok {
		return ""
	}
	return p.ID
}

func TestLookup(t *testing.T) {
	table := newTable(t, parse(t,
		"id: one\ndomains: [one.example, 例子.example]\nunchecked_domains: [thin.example]\nhost: mail.one.example\n",
		"id: two\ndomains: [two.example]\nhost: mail.two.example\nconfidence: low\n",
		"id: none\ndomains: [none.example]\nunsupported: There is no IMAP\n",
	))
	for _, tt := range []struct{ name, domain, want string }{
		{"a domain", "one.example", "one"},
		{"a domain as A-labels", "xn--fsqu00a.example", "one"},
		{"a domain that is kept and not served", "thin.example", "one"},
		{"a domain of low confidence", "two.example", "two"},
		{"a domain of a provider that nobody can use", "none.example", "none"},
		{"a name below a domain is another", "sub.one.example", ""},
		{"the name above a domain", "example", ""},
		{"a name that ends like a domain", "xone.example", ""},
		{"U-labels are not looked up", "例子.example", ""},
		{"upper case is not looked up", "One.example", ""},
		{"a trailing dot is not looked up", "one.example.", ""},
		{"nothing", "", ""},
	} {
		if got := found(table.Lookup(tt.domain)); got != tt.want {
			t.Errorf("Lookup(%q), %s: got %q, want %q", tt.domain, tt.name, got, tt.want)
		}
	}
	if got := table.Domains(); got != 5 {
		t.Errorf("Domains: got %d, want 5", got)
	}
}

func TestEmptyTable(t *testing.T) {
	table := newTable(t)
	if _, ok := table.Lookup("one.example"); ok {
		t.Error("Lookup in an empty table: got a provider")
	}
	if _, ok := table.LookupMX("mx.one.example"); ok {
		t.Error("LookupMX in an empty table: got a provider")
	}
	if table.Domains() != 0 || len(table.Providers()) != 0 || len(table.Shadowed()) != 0 {
		t.Errorf("empty table: got %d domains, %d providers, %d shadows", table.Domains(), len(table.Providers()), len(table.Shadowed()))
	}
}

func TestUpperLayerWins(t *testing.T) {
	upper := parse(t, "id: mine\ndomains: [both.example, mine.example]\nmx: [mx.both.example]\nhost: mail.mine.example\n")
	middle := parse(t, "id: world\ndomains: [third.example]\nhost: mail.third.example\n")
	lower := parse(t,
		"id: world\ndomains: [both.example, third.example, world.example]\nmx: [mx.both.example, mx.world.example]\nhost: mail.world.example\n",
		"id: mine\ndomains: [other.example]\nhost: mail.other.example\n",
	)
	table := newTable(t, upper, middle, lower)
	for domain, want := range map[string]string{
		"both.example": "mail.mine.example", "mine.example": "mail.mine.example", "third.example": "mail.third.example",
		"world.example": "mail.world.example", "other.example": "mail.other.example",
	} {
		p, ok := table.Lookup(domain)
		if !ok || p.Servers[0].Host != want {
			t.Errorf("Lookup(%q): got provider %q, want the one with %s", domain, found(p, ok), want)
		}
	}
	if got := found(table.LookupMX("mx.both.example")); got != "mine" {
		t.Errorf("LookupMX(mx.both.example): got %q, want mine", got)
	}
	if got := found(table.LookupMX("mx.world.example")); got != "world" {
		t.Errorf("LookupMX(mx.world.example): got %q, want world", got)
	}
	var shadows []string
	for _, s := range table.Shadowed() {
		shadows = append(shadows, fmt.Sprintf("%s: %s over %s", s.Domain, s.Used.Servers[0].Host, s.Below.Servers[0].Host))
	}
	want := []string{
		"both.example: mail.mine.example over mail.world.example",
		"third.example: mail.third.example over mail.world.example",
	}
	if diff := cmp.Diff(want, shadows); diff != "" {
		t.Errorf("Shadowed (-want +got):\n%s", diff)
	}
	if got := table.Domains(); got != 5 {
		t.Errorf("Domains: got %d, want 5: a shadowed one counts once", got)
	}
	var order []string
	for _, p := range table.Providers() {
		order = append(order, p.ID+" "+p.Servers[0].Host)
	}
	if diff := cmp.Diff([]string{"mine mail.mine.example", "world mail.third.example", "world mail.world.example", "mine mail.other.example"}, order); diff != "" {
		t.Errorf("Providers, the uppermost layer first (-want +got):\n%s", diff)
	}
}

func TestClashes(t *testing.T) {
	for _, tt := range []struct {
		name  string
		layer []provider.Provider
		want  []string
	}{
		{
			"an id in two files",
			parse(t, own("one", "one.example"), own("one", "two.example")),
			[]string{`2.yaml:1:5: id "one" stands in two providers (the other one is at 1.yaml:1:5; give each an id of its own)`},
		},
		{
			"domains in two files, however they are written",
			parse(t, "id: one\ndomains:\n  - a.example\n  - 例子.example\nhost: mail.a.example\n", "id: two\ndomains: [b.example, XN--FSQU00A.example., A.example]\nhost: mail.b.example\n"),
			[]string{
				`2.yaml:2:22: domain "xn--fsqu00a.example" stands in two providers (the other one is one at 1.yaml:4:5; keep one of them)`,
				`2.yaml:2:44: domain "a.example" stands in two providers (the other one is one at 1.yaml:3:5; keep one of them)`,
			},
		},
		{
			"a domain that one serves and another only knows",
			parse(t, own("one", "a.example"), "id: two\ndomains: [b.example]\nunchecked_domains: [a.example]\nhost: mail.b.example\n"),
			[]string{`2.yaml:3:21: domain "a.example" stands in two providers (the other one is one at 1.yaml:2:11; keep one of them)`},
		},
		{
			"all names below a domain, twice",
			parse(t, "id: one\ndomains: ['*.a.example']\nhost: mail.a.example\n", "id: two\ndomains: ['*.a.example']\nhost: mail.b.example\n"),
			[]string{`2.yaml:2:11: domain "*.a.example" stands in two providers (the other one is one at 1.yaml:2:11; keep one of them)`},
		},
		{
			"MX suffixes, also one that is not used",
			parse(t, "id: one\ndomains: [a.example]\nmx: [mx.example]\nhost: mail.a.example\n", "id: two\ndomains: [b.example]\nmx: [{suffix: mx.example, status: legacy}]\nhost: mail.b.example\n"),
			[]string{`2.yaml:3:15: mx "mx.example" stands in two providers (the other one is one at 1.yaml:3:6; keep one of them)`},
		},
		{
			"three of a kind name the first one",
			parse(t, own("one", "a.example"), own("two", "a.example"), own("three", "a.example")),
			[]string{
				`2.yaml:2:11: domain "a.example" stands in two providers (the other one is one at 1.yaml:2:11; keep one of them)`,
				`3.yaml:2:11: domain "a.example" stands in two providers (the other one is one at 1.yaml:2:11; keep one of them)`,
			},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			table, err := provider.NewTable(tt.layer)
			if err == nil || table != nil {
				t.Fatalf("NewTable: got table %v and error %v, want none and Problems", table, err)
			}
			if diff := cmp.Diff(tt.want, strings.Split(err.Error(), "\n")); diff != "" {
				t.Errorf("problems (-want +got):\n%s", diff)
			}
		})
	}
}

func TestClashesInAllLayersAreListed(t *testing.T) {
	upper := parse(t, own("one", "a.example"), own("two", "a.example"))
	lower := parse(t, own("three", "b.example"), own("four", "b.example"))
	_, err := provider.NewTable(upper, lower)
	want := []string{
		`2.yaml:2:11: domain "a.example" stands in two providers (the other one is one at 1.yaml:2:11; keep one of them)`,
		`2.yaml:2:11: domain "b.example" stands in two providers (the other one is three at 1.yaml:2:11; keep one of them)`,
	}
	if err == nil {
		t.Fatal("NewTable: got no error")
	}
	if diff := cmp.Diff(want, strings.Split(err.Error(), "\n")); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

// In a lower layer a clash counts even where an upper layer hides the domain.
func TestHiddenDomainsClashToo(t *testing.T) {
	for _, domain := range []string{"a.example", "*.a.example"} {
		file := "id: %s\ndomains: ['" + domain + "']\nhost: mail.a.example\n"
		upper := parse(t, fmt.Sprintf(file, "mine"))
		lower := parse(t, fmt.Sprintf(file, "one"), fmt.Sprintf(file, "two"))
		_, err := provider.NewTable(upper, lower)
		want := fmt.Sprintf("2.yaml:2:11: domain %q stands in two providers (the other one is one at 1.yaml:2:11; keep one of them)", domain)
		if err == nil || err.Error() != want {
			t.Errorf("NewTable: got error\n%v\nwant\n%s", err, want)
		}
	}
}

func TestLookupMX(t *testing.T) {
	table := newTable(t, parse(t,
		"id: qq\ndomains: [qq.com]\nmx: [mx1.qq.com, mx2.qq.com, mx3.qq.com]\nhost: mail.qq.com\n",
		"id: exmail\nmx: [mxbiz1.qq.com, mxbiz2.qq.com, {suffix: old.qq.com, status: legacy}]\nhost: mail.qq.com\n",
		"id: google\nmx: [google.com, googlemail.com]\nhost: mail.google.com\n",
		"id: gmail\ndomains: [gmail.com]\nmx: gmail-smtp-in.l.google.com\nhost: mail.google.com\n",
	))
	for _, tt := range []struct{ name, host, want string }{
		{"the suffix itself", "mx1.qq.com", "qq"},
		{"its sister", "mxbiz1.qq.com", "exmail"},
		{"a name below a suffix", "a.b.mxbiz2.qq.com", "exmail"},
		{"a name that only ends like a suffix", "xmx1.qq.com", ""},
		{"a name with a hyphen in place of the dot", "a-mx1.qq.com", ""},
		{"the name above the suffixes", "qq.com", ""},
		{"a suffix with something behind", "mx1.qq.com.example", ""},
		{"a mail domain is not an MX suffix", "gmail.com", ""},
		{"a suffix that is not used", "mx.old.qq.com", ""},
		{"the shorter suffix", "aspmx.l.google.com", "google"},
		{"the longer suffix wins", "alt1.gmail-smtp-in.l.google.com", "gmail"},
		{"upper case", "MXBIZ1.QQ.COM", "exmail"},
		{"a trailing dot, as DNS answers", "mx1.qq.com.", "qq"},
		{"one label", "com", ""},
		{"a dot (RFC 7505)", ".", ""},
		{"nothing", "", ""},
		{"dots in a row", "...mx1.qq.com", "qq"},
	} {
		if got := found(table.LookupMX(tt.host)); got != tt.want {
			t.Errorf("LookupMX(%q), %s: got %q, want %q", tt.host, tt.name, got, tt.want)
		}
	}
}

func TestTableDoesNotChange(t *testing.T) {
	table := newTable(t, parse(t, own("one", "one.example"), own("two", "two.example")), parse(t, own("three", "one.example")))

	listed, shadowed := table.Providers(), table.Shadowed()
	listed[0] = nil
	_ = append(listed[:0], listed[1:]...)
	shadowed[0] = provider.Shadow{}

	if got := found(table.Lookup("one.example")); got != "one" {
		t.Errorf("Lookup after writing to the list: got %q, want one", got)
	}
	var order []string
	for _, p := range table.Providers() {
		order = append(order, p.ID)
	}
	if diff := cmp.Diff([]string{"one", "two", "three"}, order); diff != "" {
		t.Errorf("Providers after writing to the list (-want +got):\n%s", diff)
	}
	if got := table.Shadowed(); len(got) != 1 || got[0].Domain != "one.example" {
		t.Errorf("Shadowed after writing to the list: got %v, want one.example", got)
	}
}

// For the race detector: everything that reads, at once.
func TestTableIsReadConcurrently(t *testing.T) {
	table := newTable(t, parse(t, everything, own("one", "one.example")))
	p, _ := table.Lookup("example.com")
	want, err := provider.Resolve(p, "example.com", "user")
	if err != nil {
		t.Fatal(err)
	}
	var readers sync.WaitGroup
	for range 8 {
		readers.Go(func() {
			for range 100 {
				p, ok := table.Lookup("example.com")
				if !ok {
					t.Error("Lookup(example.com): not found")
					return
				}
				got, err := provider.Resolve(p, "example.com", "user")
				if err != nil || !slices.Equal(got.Servers(), want.Servers()) || p.Name.In("zh") != "示例邮箱" {
					t.Errorf("Resolve: got %v and error %v, want %v", got.Servers(), err, want.Servers())
					return
				}
				if id := found(table.LookupMX("a.mx.example.com")); id != "example-mail" || len(table.Providers()) != 2 || len(table.Shadowed()) != 0 {
					t.Errorf("LookupMX: got %q among %d providers", id, len(table.Providers()))
					return
				}
			}
		})
	}
	readers.Wait()
}
