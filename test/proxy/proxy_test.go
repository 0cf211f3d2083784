//go:build nginx

// Package proxy_test runs the program behind a real nginx with the configuration
// of deploy/nginx.conf, and asks as mail clients do. It is run by
// `make nginx-test`, which installs nginx.
package proxy_test

import (
	"bytes"
	"crypto/tls"
	"io"
	"net/http"
	"strings"
	"testing"
)

const pox = `<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006">` +
	`<Request><EMailAddress>user@example.com</EMailAddress></Request></Autodiscover>`

// reply is what came back.
type reply struct {
	status         int
	location, kind string
	body           string
}

// ask sends a request to nginx, at the address of its listener for the scheme.
func (p proxy) ask(t *testing.T, method, scheme, host, path, body string, headers map[string]string) reply {
	t.Helper()
	address := p.http
	if scheme == "https" {
		address = p.https
	}
	r, err := http.NewRequestWithContext(t.Context(), method, scheme+"://"+address+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Host = host
	for name, value := range headers {
		r.Header.Set(name, value)
	}
	transport := &http.Transport{DisableKeepAlives: true, TLSClientConfig: &tls.Config{RootCAs: p.roots, ServerName: "autoconfig.example.com", MinVersion: tls.VersionTLS12}}
	response, err := transport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return reply{response.StatusCode, response.Header.Get("Location"), response.Header.Get("Content-Type"), string(content)}
}

func TestClientsAskThroughNginx(t *testing.T) {
	p := startProxy(t)
	const autodiscover, public = "/autodiscover/autodiscover.xml", "https://autoconfig.example.com/autodiscover/autodiscover.xml"
	for _, c := range []struct {
		name, method, scheme, host, path, body string
		headers                                map[string]string
		status                                 int
		// location or a part of the body.
		location, holds string
	}{
		{"autoconfig over http", "GET", "http", "autoconfig.example.com", "/mail/config-v1.1.xml?emailaddress=user%40example.com", "", nil, 200, "", "<hostname>mail.example.com</hostname>"},
		{"autoconfig over https", "GET", "https", "autoconfig.example.com", "/mail/config-v1.1.xml?emailaddress=user%40example.com", "", nil, 200, "", "<hostname>mail.example.com</hostname>"},
		{"a plus stays a plus", "GET", "https", "autoconfig.example.com", "/lookup/user+tag@example.com", "", map[string]string{"Accept": "text/plain"}, 200, "", "user+tag@example.com"},
		{"Autodiscover over http goes to https", "GET", "http", "autodiscover.example.com", autodiscover, "", nil, 302, public, ""},
		{"a POST over http goes to https", "POST", "http", "autodiscover.example.com", "/Autodiscover/Autodiscover.xml", pox, nil, 302, public, ""},
		{"a POST over https is answered", "POST", "https", "autodiscover.example.com", "/Autodiscover/Autodiscover.xml", pox, nil, 200, "", "<Server>mail.example.com</Server>"},
		{"PACC over https", "GET", "https", "ua-auto-config.example.com", "/.well-known/user-agent-configuration.json", "", nil, 200, "", "mail.example.com"},
		{"X-Forwarded-Host of a client is not believed", "GET", "https", "autoconfig.example.com", "/mail/config-v1.1.xml", "", map[string]string{"X-Forwarded-Host": "autoconfig.example.org"}, 200, "", "<hostname>mail.example.com</hostname>"},
		{"X-Forwarded-Proto of a client is not believed", "GET", "http", "autodiscover.example.com", autodiscover, "", map[string]string{"X-Forwarded-Proto": "https"}, 302, public, ""},
		{"an unknown domain", "GET", "https", "autoconfig.unknown.example", "/mail/config-v1.1.xml", "", nil, 404, "", ""},
		{"metrics stay inside", "GET", "https", "autoconfig.example.com", "/metrics", "", nil, 404, "", ""},
		{"a body beyond all reason", "POST", "https", "autodiscover.example.com", autodiscover, strings.Repeat(" ", 65<<10), nil, 413, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := p.ask(t, c.method, c.scheme, c.host, c.path, c.body, c.headers)
			if got.status != c.status || got.location != c.location || !strings.Contains(got.body, c.holds) {
				t.Errorf("%s %s://%s%s: %+v\nwant status %d, location %q, %q in the body", c.method, c.scheme, c.host, c.path, got, c.status, c.location, c.holds)
			}
		})
	}
}

func TestHTTPAndHTTPSGiveTheSameBytes(t *testing.T) {
	p := startProxy(t)
	for _, path := range []string{
		"/mail/config-v1.1.xml", "/mail/config-v1.1.xml?emailaddress=user%40example.com",
		"/.well-known/autoconfig/mail/config-v1.1.xml?emailaddress=user@example.com", "/v1.1/example.com",
	} {
		plain := p.ask(t, "GET", "http", "autoconfig.example.com", path, "", nil)
		secure := p.ask(t, "GET", "https", "autoconfig.example.com", path, "", nil)
		if plain.status != http.StatusOK || plain != secure {
			t.Errorf("%s: over http %+v\nover https %+v", path, plain, secure)
		}
	}
}

func TestLogHasTheNetworkOfTheClientAndNothingElseOfIt(t *testing.T) {
	p := startProxy(t)
	p.ask(t, "GET", "https", "autoconfig.example.com", "/mail/config-v1.1.xml?emailaddress=marker%40example.com", "", map[string]string{
		"X-Forwarded-For": "203.0.113.7", "Authorization": "Basic bWFya2VyOm1hcmtlcg==",
	})
	log := p.stop(t)
	if !bytes.Contains(log, []byte("network=127.0.0.0/24")) {
		t.Errorf("the client on loopback is not in the log:\n%s", log)
	}
	for _, never := range []string{"marker", "203.0.113", "bWFya2Vy"} {
		if bytes.Contains(log, []byte(never)) {
			t.Errorf("%q is in the log of the program:\n%s", never, log)
		}
	}
}
