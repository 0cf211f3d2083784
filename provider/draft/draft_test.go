package draft_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/provider"
	"signpost/provider/draft"
)

func TestSlug(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"dots become hyphens", "mail.example.com", "mail-example-com"},
		{"capitals become small", "OXCloud-EU", "oxcloud-eu"},
		{"other characters are one hyphen, and none at the ends", "_a & b. ", "a-b"},
		{"a name in another script has no slug", "群馬", ""},
		{"a slug has at most 63 characters and no hyphen at the end", strings.Repeat("a", 62) + ".b", strings.Repeat("a", 62)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := draft.Slug(tt.in); got != tt.want {
				t.Errorf("Slug(%q): got %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestLine(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"white space is one blank", " a\n\t b\u2028c\u00a0d ", "a b c d"},
		{"invisible characters are gone", "a\u200bb\u202e\x00c\ufeff", "abc"},
		{"broken UTF-8 is gone", "a\xffb", "ab"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := draft.Line(tt.in); got != tt.want {
				t.Errorf("Line(%q): got %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestTemplate(t *testing.T) {
	for _, tt := range []struct {
		name, in, want string
		repaired, bad  bool
	}{
		{name: "the three placeholders are rewritten", in: "%EMAILADDRESS%/%EMAILLOCALPART%.%EMAILDOMAIN%", want: "{address}/{localpart}.{domain}"},
		{name: "a placeholder without its closing percent sign counts", in: "%EMAILADDRESS", want: "{address}", repaired: true},
		{name: "percent escapes of URLs stay", in: "https://a.example/%E4%BD%A0/%EMAILDOMAIN%", want: "https://a.example/%E4%BD%A0/{domain}"},
		{name: "other placeholders are refused", in: "%REALNAME%", bad: true},
		{name: "braces would be placeholders of ours", in: "{address}", bad: true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, repaired, err := draft.Template(tt.in)
			if got != tt.want || repaired != tt.repaired || (err != nil) != tt.bad {
				t.Errorf("Template(%q): got %q, repaired %t, error %v; want %q, %t, an error: %t", tt.in, got, repaired, err, tt.want, tt.repaired, tt.bad)
			}
		})
	}
}

func TestHost(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"a host name is in lower case without the dot at the end", "IMAP.Example.COM.", "imap.example.com"},
		{"a host name in another script becomes A-labels", "邮件.example", "xn--5nq051n.example"},
		{"the domain can stand in it", "mail.%EMAILDOMAIN%", "mail.{domain}"},
		{"the domain can be all of it", "%EMAILDOMAIN%", "{domain}"},
		{"the local part cannot", "%EMAILLOCALPART%.example.com", ""},
		{"an IP address cannot", "192.0.2.1", ""},
		{"a URL cannot", "https://example.com/", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := draft.Host(tt.in)
			if got != tt.want || (err == nil) != (tt.want != "") {
				t.Errorf("Host(%q): got %q, error %v; want %q", tt.in, got, err, tt.want)
			}
		})
	}
}

// usable is a draft to which nothing needs to be added.
func usable() *draft.Draft {
	d := draft.New("a.xml")
	d.ID = "a"
	d.AddDomain(draft.Position{Line: 3, Column: 5}, "a.example")
	d.AddServer(draft.Position{}, provider.Server{Protocol: provider.IMAP, Host: "imap.a.example", Port: 993, Security: provider.TLS})
	d.AddServer(draft.Position{}, provider.Server{Protocol: provider.SMTP, Host: "smtp.a.example", Port: 465, Security: provider.TLS})
	return d
}

func TestFinishPutsFindingsInOrder(t *testing.T) {
	d := usable()
	d.Note(draft.Position{Line: 9, Column: 1}, "third", "do this")
	d.Note(draft.Position{Line: 2, Column: 7}, "second", "")
	d.Note(draft.Position{Line: 2, Column: 1}, "first", "")
	p, findings, err := d.Finish()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("a.xml:2:1: first\na.xml:2:7: second\na.xml:9:1: third (do this)", findings.Error()); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
	if p.Name.In("en") != "a.example" || p.Origin != "a.xml" || d.DomainAt("a.example").Line != 3 {
		t.Errorf("got name %v from %q, domain at %v; want the first domain as the name, and the places kept", p.Name, p.Origin, d.DomainAt("a.example"))
	}
}

// What the loader of provider files would refuse does not leave a draft, whatever
// the reader of foreign data has overlooked.
func TestFinishLetsThroughOnlyWhatTheLoaderTakes(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*draft.Draft)
		want   string
	}{
		{"no id", func(d *draft.Draft) { d.ID = "" }, "a.xml: not imported: the provider has no `id`"},
		{"a host that cannot exist", func(d *draft.Draft) { d.Servers[0].Host = "a b" }, "a.xml: not imported: host `a b` cannot be a host name"},
		{"a text in two forms at once", func(d *draft.Draft) { d.Support = provider.Text{{Words: "x"}, {Lang: "en", Words: "y"}} }, "a.xml: not imported: writing provider a: the text \"x\" is in no language, and \"y\" is its translation"},
		{"what is kept and not served", func(d *draft.Draft) { d.Confidence = provider.ConfidenceLow }, "a.xml: not imported: a.example at a: known, but not checked well enough to be served"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := usable()
			tt.change(d)
			_, _, err := d.Finish()
			var problems provider.Problems
			if !errors.As(err, &problems) {
				t.Fatalf("got error %v, want provider.Problems", err)
			}
			if got := err.Error(); got != tt.want {
				t.Errorf("error: got %q, want %q", got, tt.want)
			}
		})
	}
}
