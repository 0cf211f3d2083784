package autoconfig_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"signpost/client"
)

// wantSetup checks what a client would set up from a reply: the servers that it
// would use, written "host:port security", and the address as the login unless
// the reader asks the person.
func wantSetup(t *testing.T, r reply, name, format, address, incoming, outgoing string) {
	t.Helper()
	setup, err := r.read(t, readerOf(t, name, format), address)
	if err != nil {
		t.Errorf("%s does not use the reply: %v\nstatus %d, %s\n%s", name, err, r.StatusCode, r.Header.Get("Content-Type"), r.body)
		return
	}
	if len(setup.Incoming) == 0 || written(setup.Incoming[0]) != incoming {
		t.Errorf("%s would receive from %v, want %s", name, setup.Incoming, incoming)
	}
	if len(setup.Outgoing) == 0 || written(setup.Outgoing[0]) != outgoing {
		t.Errorf("%s would send through %v, want %s", name, setup.Outgoing, outgoing)
	}
}

// written is a server as the tests write it.
func written(s client.Server) string {
	return fmt.Sprintf("%s:%d %s", s.Host, s.Port, s.Security)
}

// wantSame checks that two replies are one: status, type, validator and bytes.
func wantSame(t *testing.T, got, want reply) {
	t.Helper()
	if got.StatusCode != want.StatusCode || got.body != want.body {
		t.Errorf("got status %d and\n%s\nwant status %d and\n%s", got.StatusCode, got.body, want.StatusCode, want.body)
	}
	for _, name := range []string{"Content-Type", "ETag", "Cache-Control", "Content-Disposition"} {
		if got.Header.Get(name) != want.Header.Get(name) {
			t.Errorf("%s %q, want %q", name, got.Header.Get(name), want.Header.Get(name))
		}
	}
}

// wantRefused checks a refusal: its status, a text in the body, and that it does
// not repeat what was asked.
func wantRefused(t *testing.T, r reply, status int, asked string) {
	t.Helper()
	if r.StatusCode != status {
		t.Errorf("status %d, want %d; body %q", r.StatusCode, status, r.body)
	}
	if r.body == "" {
		t.Error("the body is empty")
	}
	if strings.Contains(r.body, asked) {
		t.Errorf("the refusal repeats %q: %s", asked, r.body)
	}
	if got := r.Header.Get("Cache-Control"); got != "no-store" {
		t.Errorf("Cache-Control %q, want no-store", got)
	}
}

// wantRedirect checks the redirect of Autodiscover over plain http.
func wantRedirect(t *testing.T, r reply, location string) {
	t.Helper()
	if r.StatusCode != http.StatusFound {
		t.Errorf("status %d, want exactly 302", r.StatusCode)
	}
	if got := r.Header.Get("Location"); got != location {
		t.Errorf("Location %q, want %q", got, location)
	}
	if r.body != "" {
		t.Errorf("body %q, want none", r.body)
	}
}

// wantPOXError checks an Autodiscover Error document with status 200.
func wantPOXError(t *testing.T, r reply, code string) {
	t.Helper()
	if r.StatusCode != http.StatusOK {
		t.Errorf("status %d, want 200; body %q", r.StatusCode, r.body)
	}
	root := wantRoot(t, r.body, "Autodiscover")
	const outer = "http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"
	e := root.FindElement("Response/Error")
	if e == nil {
		t.Errorf("no Response/Error in\n%s", r.body)
		return
	}
	if got := e.Parent().NamespaceURI(); got != outer {
		t.Errorf("the Response of the error is of %q, want the outer namespace", got)
	}
	if got := strings.Join(texts(e, "ErrorCode"), ""); got != code {
		t.Errorf("ErrorCode %q, want %s", got, code)
	}
	if got := e.SelectAttrValue("Time", ""); got != "09:30:00.1230000" {
		t.Errorf("Time %q", got)
	}
	if e.SelectAttrValue("Id", "") == "" || e.SelectElement("DebugData") == nil {
		t.Errorf("no Id or no DebugData in\n%s", r.body)
	}
}
