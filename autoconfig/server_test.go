package autoconfig_test

import (
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"testing"

	"signpost/autoconfig"
	"signpost/provider"
)

func mustURL(t *testing.T, s string) *url.URL {
	t.Helper()
	u, err := url.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func TestPublicURLMustBeAnHTTPSOrigin(t *testing.T) {
	table := fullTable(t)
	for s, good := range map[string]bool{
		"https://autoconfig.example.com": true, "https://autoconfig.example.com/": true, "https://autoconfig.example.com:8443": true,
		"http://autoconfig.example.com": false, "https://": false, "https://autoconfig.example.com/path": false, "autoconfig.example.com": false,
		"https://autoconfig.example.com?x": false, "https://u:secret@autoconfig.example.com": false,
	} {
		_, err := autoconfig.New(table, autoconfig.Options{PublicURL: mustURL(t, s)})
		if (err == nil) != good {
			t.Errorf("%s: %v", s, err)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("the message holds the password: %v", err)
		}
	}
}

// Answers that name this server use the configured URL, whatever the Host says.
func TestPublicURLIsUsedInAnswers(t *testing.T) {
	h := handlerWith(t, autoconfig.Options{TLS: true, PublicURL: mustURL(t, "https://mail.example.net")})
	for _, host := range []string{"autodiscover.example.com", "evil.example"} {
		r := ask{host: host, target: "/autodiscover/autodiscover.json?Email=u@example.com&Protocol=AutodiscoverV1"}.of(t, h)
		if !strings.Contains(r.body, `"https://mail.example.net/autodiscover/autodiscover.xml"`) {
			t.Errorf("Host %s: %s", host, r.body)
		}
		wantRedirect(t, ask{http: true, host: host, target: poxTarget}.of(t, h), "https://mail.example.net"+poxTarget)
	}
}

// In development there is one http port and no https to send anybody to.
func TestBareHTTPAnswersAutodiscoverDirectly(t *testing.T) {
	h := handlerWith(t, autoconfig.Options{})
	a := outlookAsks("localhost:8080", "user@sina.com")
	a.http = true
	wantSetup(t, a.of(t, h), "outlook", "pox", "user@sina.com", "imap.sina.com:993 tls", "smtp.sina.com:465 tls")
	r := ask{http: true, host: "localhost:8080", target: "/autodiscover/autodiscover.json?Email=u@sina.com&Protocol=AutodiscoverV1"}.of(t, h)
	if !strings.Contains(r.body, `"http://localhost:8080/autodiscover/autodiscover.xml"`) {
		t.Errorf("body %s", r.body)
	}
}

func TestForwardedHeadersAreBelievedFromTrustedProxiesOnly(t *testing.T) {
	options := autoconfig.Options{
		PublicURL:      mustURL(t, "https://autoconfig.example.com"),
		TrustedProxies: []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("2001:db8::/32")},
	}
	for _, c := range []struct {
		name, peer string
		header     http.Header
		host       string
		// redirected says that Autodiscover is sent to https.
		redirected bool
		// domain is the one whose settings come, "" for none.
		domain string
	}{
		{"a trusted proxy says that it was http", "192.0.2.1:1", http.Header{"X-Forwarded-Proto": {"http"}}, "sina.com", true, ""},
		{"a trusted proxy says that it was https", "192.0.2.1:1", http.Header{"X-Forwarded-Proto": {"https"}}, "sina.com", false, "sina.com"},
		{"a trusted proxy over IPv6", "[2001:db8::1]:1", http.Header{"X-Forwarded-Proto": {"http"}}, "sina.com", true, ""},
		{"a trusted proxy says nothing", "192.0.2.1:1", nil, "sina.com", false, "sina.com"},
		{"the last value of a list counts", "192.0.2.1:1", http.Header{"X-Forwarded-Proto": {"http, https"}}, "sina.com", false, "sina.com"},
		{"a stranger says that it was http", "198.51.100.1:1", http.Header{"X-Forwarded-Proto": {"http"}}, "sina.com", false, "sina.com"},
		{"a trusted proxy names the host", "192.0.2.1:1", http.Header{"X-Forwarded-Proto": {"https"}, "X-Forwarded-Host": {"qq.com"}}, "internal", false, "qq.com"},
		{"a stranger names the host", "198.51.100.1:1", http.Header{"X-Forwarded-Host": {"qq.com"}}, "sina.com", false, "sina.com"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := handlerWith(t, options)
			r := ask{http: true, host: c.host, target: poxTarget, header: c.header}.request(t)
			r.RemoteAddr = c.peer
			got := newRecorder(h, r)
			if c.redirected {
				wantRedirect(t, got, "https://autoconfig.example.com"+poxTarget)
			} else if !strings.Contains(got.body, "imap."+c.domain) {
				t.Errorf("status %d, want the settings of %s in %s", got.StatusCode, c.domain, got.body)
			}
		})
	}
}

func TestOperations(t *testing.T) {
	get := func(h http.Handler, target string) reply { return ask{host: "10.0.0.1:8080", target: target}.of(t, h) }
	h := newHandler(t)
	for _, target := range []string{"/healthz", "/readyz"} {
		if r := get(h, target); r.StatusCode != http.StatusOK || r.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: status %d, Cache-Control %q", target, r.StatusCode, r.Header.Get("Cache-Control"))
		}
	}
	h.Drain()
	if r := get(h, "/readyz"); r.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("/readyz while draining: status %d, want 503", r.StatusCode)
	}
	if r := get(h, "/healthz"); r.StatusCode != http.StatusOK {
		t.Errorf("/healthz while draining: status %d, want 200", r.StatusCode)
	}
	hidden := handlerWith(t, autoconfig.Options{HideOperations: true})
	if r := get(hidden, "/healthz"); r.StatusCode != http.StatusNotFound {
		t.Errorf("/healthz that moved: status %d, want 404", r.StatusCode)
	}
	if r := (ask{method: http.MethodHead, host: "10.0.0.1:8080", target: "/healthz"}).of(t, hidden.Operations()); r.StatusCode != http.StatusOK {
		t.Errorf("HEAD /healthz on its own listener: status %d, want 200", r.StatusCode)
	}
	if r := get(hidden.Operations(), "/healthz"); r.StatusCode != http.StatusOK {
		t.Errorf("/healthz on its own listener: status %d, want 200", r.StatusCode)
	}
}

func TestServiceRedirects(t *testing.T) {
	h := newHandler(t)
	for _, method := range []string{http.MethodGet, http.MethodHead, "PROPFIND"} {
		for path, want := range map[string]string{
			"/.well-known/carddav": "https://dav.eas.example/contacts/",
			"/.well-known/jmap":    "https://eas.example/jmap/session",
			// Its URL needs an address, which such a request has not.
			"/.well-known/caldav": "",
		} {
			r := ask{method: method, host: "eas.example", target: path}.of(t, h)
			if want == "" && r.StatusCode != http.StatusNotFound {
				t.Errorf("%s %s: status %d, want 404", method, path, r.StatusCode)
			}
			if want != "" && (r.StatusCode != http.StatusTemporaryRedirect || r.Header.Get("Location") != want) {
				t.Errorf("%s %s: status %d to %q, want 307 to %q", method, path, r.StatusCode, r.Header.Get("Location"), want)
			}
		}
	}
	if r := (ask{method: "PROPFIND", host: "sina.com", target: "/.well-known/carddav"}).of(t, h); r.StatusCode != http.StatusNotFound {
		t.Errorf("a provider without CardDAV: status %d, want 404", r.StatusCode)
	}
}

// A swapped table answers from the next request on.
func TestSetTable(t *testing.T) {
	h := newHandler(t)
	wantDocument(t, autoconfigAsks("autoconfig.example.com", "").of(t, h), "example.com")
	empty, err := provider.NewTable()
	if err != nil {
		t.Fatal(err)
	}
	h.SetTable(empty)
	wantRefused(t, autoconfigAsks("autoconfig.example.com", "?emailaddress=user%40example.com").of(t, h), http.StatusNotFound, "user@")
}
