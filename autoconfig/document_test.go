package autoconfig_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/beevik/etree"
)

// wantDocument checks that a reply is an autoconfig document for a domain and
// that it keeps every rule of the document that satisfies all known readers.
func wantDocument(t *testing.T, r reply, domain string) *etree.Element {
	t.Helper()
	if r.StatusCode != http.StatusOK {
		t.Fatalf("status %d, want 200; body %q", r.StatusCode, r.body)
	}
	if got, want := r.Header.Get("Content-Type"), "text/xml; charset=utf-8"; got != want {
		t.Errorf("Content-Type %q, want %q", got, want)
	}
	const declaration = `<?xml version="1.0" encoding="UTF-8"?>`
	if !strings.HasPrefix(r.body, declaration) {
		t.Errorf("the document begins with %.60q, want %q", r.body, declaration)
	}
	for _, bad := range []string{"<!DOCTYPE", "xmlns", "<?xml-stylesheet", "plain<", "\r"} {
		if strings.Contains(r.body, bad) {
			t.Errorf("the document holds %q", bad)
		}
	}
	root := wantRoot(t, r.body, "clientConfig")
	if got := root.SelectAttrValue("version", ""); got != "1.1" {
		t.Errorf("version %q, want 1.1", got)
	}
	providers := root.SelectElements("emailProvider")
	if len(providers) != 1 {
		t.Fatalf("%d emailProvider elements, want 1", len(providers))
	}
	wantProvider(t, providers[0], domain)
	return providers[0]
}

// wantRoot parses a document and returns its root of that name.
func wantRoot(t *testing.T, body, name string) *etree.Element {
	t.Helper()
	doc := etree.NewDocument()
	if err := doc.ReadFromString(body); err != nil {
		t.Fatalf("not well-formed: %v\n%s", err, body)
	}
	if doc.Root() == nil || doc.Root().Tag != name {
		t.Fatalf("the root is not %s:\n%s", name, body)
	}
	return doc.Root()
}

func wantProvider(t *testing.T, p *etree.Element, domain string) {
	t.Helper()
	if got := p.SelectAttrValue("id", ""); got != domain {
		t.Errorf("id %q, want %q", got, domain)
	}
	if got := texts(p, "domain"); len(got) == 0 || got[0] != domain {
		t.Errorf("domains %q, want %q first", got, domain)
	}
	for name, limit := range map[string]int{"displayName": 30, "displayShortName": 20} {
		if got := texts(p, name); len(got) != 1 || got[0] == "" || len([]rune(got[0])) > limit {
			t.Errorf("%s %q, want one of at most %d characters", name, got, limit)
		}
	}
	for _, name := range []string{"domain", "displayName", "displayShortName"} {
		for _, e := range p.SelectElements(name) {
			if len(e.Attr) > 0 {
				t.Errorf("%s has an attribute: Thunderbird loses its text", name)
			}
		}
	}
	seen := map[string]int{}
	for _, tag := range []string{"incomingServer", "outgoingServer"} {
		for _, server := range p.SelectElements(tag) {
			seen[server.SelectAttrValue("type", "")]++
			wantServer(t, server)
		}
	}
	if seen["imap"] > 1 || seen["pop3"] > 1 || seen["smtp"] != 1 || seen["imap"]+seen["pop3"] == 0 || len(seen) > 3 {
		t.Errorf("servers by type %v, want one imap or pop3 or each, and one smtp", seen)
	}
	if seen["imap"] == 1 && p.SelectElement("incomingServer").SelectAttrValue("type", "") != "imap" {
		t.Error("imap is not the first incomingServer")
	}
}

func wantServer(t *testing.T, server *etree.Element) {
	t.Helper()
	if len(server.Attr) != 1 || server.Attr[0].Key != "type" {
		t.Errorf("attributes %v of %s, want type alone: Evolution drops the file", server.Attr, server.Tag)
	}
	var order []string
	for _, e := range server.ChildElements() {
		if len(e.Attr) > 0 {
			t.Errorf("%s has an attribute", e.Tag)
		}
		if e.Text() != strings.TrimSpace(e.Text()) || e.Text() == "" {
			t.Errorf("%s is %q, want text without white space around it", e.Tag, e.Text())
		}
		if e.Tag != "authentication" || !slices.Contains(order, e.Tag) {
			order = append(order, e.Tag)
		}
	}
	if want := []string{"hostname", "port", "socketType", "username", "authentication"}; !slices.Equal(order, want) {
		t.Errorf("children of %s are %q, want %q", server.Tag, order, want)
	}
	if socket := texts(server, "socketType"); !slices.Contains([]string{"SSL", "STARTTLS"}, strings.Join(socket, "")) {
		t.Errorf("socketType %q", socket)
	}
	if strings.ContainsFunc(server.SelectElement("hostname").Text(), func(r rune) bool { return r > 127 }) {
		t.Errorf("hostname %q is not in ASCII", server.SelectElement("hostname").Text())
	}
}

// texts lists the texts of all children of a name.
func texts(e *etree.Element, tag string) []string {
	var out []string
	for _, c := range e.SelectElements(tag) {
		out = append(out, c.Text())
	}
	return out
}

// usernames lists the user names of all servers of a document.
func usernames(p *etree.Element) []string {
	var out []string
	for _, server := range p.SelectElements("incomingServer") {
		out = append(out, texts(server, "username")...)
	}
	for _, server := range p.SelectElements("outgoingServer") {
		out = append(out, texts(server, "username")...)
	}
	return out
}
