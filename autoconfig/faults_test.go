package autoconfig_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"signpost/autoconfig"
)

// everyPath is one request for each way in, without an address in it.
var everyPath = []string{
	"/", "/mail/config-v1.1.xml", wellKnown, "/v1.1/mail/config-v1.1.xml", "/.well-known/mail-v1.xml", "/v1.1/example.com",
	poxTarget, "/autodiscover/autodiscover.json", "/autodiscover/autodiscover.json/v1.0/u@example.com",
	"/email.mobileconfig", "/mobileconfig/", "/profile.mobileconfig", "/.well-known/user-agent-configuration.json",
	"/lookup/u@example.com", "/lookup/example.com.json", "/.well-known/caldav", "/.well-known/carddav", "/.well-known/jmap",
	"/healthz", "/readyz", "/robots.txt", "/style.css", "/page.js", "/icon.svg", "/qr.svg", "/qr.png", "/logo", "/openapi.json", "/lookup.schema.json", "/no/such/path", "/lookup/", "/v1.1/", "//", "/autodiscover/",
}

// No method on any path makes the server fail, ask for a password, or answer
// 200 without a body.
func TestNoRequestMakesTheServerFail(t *testing.T) {
	h := newHandler(t)
	for _, method := range []string{"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND", "TRACE", "BREW", "QUERY"} {
		for _, target := range everyPath {
			for _, host := range []string{"autoconfig.example.com", "evil.example", "", "localhost:8080"} {
				for _, plain := range []bool{false, true} {
					r := ask{method: method, http: plain, host: host, target: target, header: http.Header{"Authorization": {"Basic dTpw"}}}.of(t, h)
					name := fmt.Sprintf("%s %s, Host %q, http %t", method, target, host, plain)
					if r.StatusCode >= 500 || r.StatusCode == http.StatusUnauthorized || r.Header.Get("WWW-Authenticate") != "" {
						t.Errorf("%s: status %d", name, r.StatusCode)
					}
					if r.StatusCode == http.StatusOK && method != "HEAD" && r.body == "" {
						t.Errorf("%s: an empty 200", name)
					}
					if r.StatusCode == http.StatusNoContent && method != "OPTIONS" {
						t.Errorf("%s: 204, which ends Thunderbird's search", name)
					}
					if !guarded(r.Header) || r.Header.Get("Cache-Control") == "" {
						t.Errorf("%s: headers %v", name, r.Header)
					}
				}
			}
		}
	}
}

// guarded tells whether a browser is told all that matters for the type: that it may
// run nothing of what it shows, and not to take anything for another type.
func guarded(header http.Header) bool {
	sniffing, policy := header.Get("X-Content-Type-Options") != "nosniff", header.Get("Content-Security-Policy")
	confined := strings.HasPrefix(policy, "default-src 'none'; ") && strings.Contains(policy, "frame-ancestors 'none'")
	switch kind, _, _ := strings.Cut(header.Get("Content-Type"), ";"); kind {
	case "text/xml":
		return confined
	case "application/json", "application/x-apple-aspen-config":
		return !sniffing
	default:
		return !sniffing && confined
	}
}

// Each fault that was found in another server, as a case.
func TestFaultsFoundInOtherServers(t *testing.T) {
	big := strings.Repeat("a", 2<<20)
	for _, c := range []struct {
		name string
		ask  ask
		// forbidden must not be in the body.
		forbidden []string
		maxBytes  int
	}{
		{
			name:      "a crafted address adds an element to autoconfig",
			ask:       autoconfigAsks("autoconfig.example.com", "?emailaddress=x%3C/username%3E%3Cevil/%3E@example.com"),
			forbidden: []string{"<evil"},
		},
		{
			name:      "a crafted AcceptableResponseSchema adds elements",
			ask:       withBody(poxBody(outlookRequest, "u@example.com", `"><evil xmlns="x"/>`)),
			forbidden: []string{"evil"},
		},
		{
			name:      "an escaped schema breaks the namespace",
			ask:       withBody(poxBody(outlookRequest, "u@example.com", `x&quot;&gt;&lt;evil/&gt;`)),
			forbidden: []string{"evil"},
		},
		{
			name:      "a crafted POX address breaks the XML",
			ask:       withBody(poxBody(outlookRequest, `u&lt;/LoginName&gt;&lt;evil/&gt;@example.com`, outlookAnswer)),
			forbidden: []string{"<evil"},
		},
		{
			name:      "a crafted address breaks the profile",
			ask:       ask{host: "autoconfig.example.com", target: "/email.mobileconfig?email=u%3C/string%3E%3Cevil/%3E@example.com"},
			forbidden: []string{"<evil"},
		},
		{
			name:      "an undefined entity",
			ask:       withBody(poxBody(outlookRequest, "&undefined;@example.com", outlookAnswer)),
			forbidden: []string{"&undefined;@"},
		},
		{name: "two roots", ask: withBody(poxBody(outlookRequest, "u@example.com", outlookAnswer) + "<x/>")},
		{name: "text behind the root", ask: withBody(poxBody(outlookRequest, "u@example.com", outlookAnswer) + "x")},
		{name: "1,000 nested elements", ask: withBody(strings.Repeat("<a>", 1000))},
		{name: "NUL bytes", ask: withBody("\x00\x00\x00\x00")},
		{name: "half a character of UTF-16", ask: withBody("\xff\xfe<\x00A")},
		{name: "bytes that are no UTF-8", ask: withBody(poxBody(outlookRequest, "\xff\xfe@example.com", outlookAnswer))},
		{name: "an encoding that nobody knows", ask: withBody(strings.Replace(poxBody(outlookRequest, "u@example.com", outlookAnswer), "utf-8", "gb2312", 1))},
		{name: "400 declarations of an encoding", ask: withBody(strings.Repeat(`<?xml version="1.0" encoding="latin1"?>`, 200) + "<!--" + strings.Repeat("\xff", 8000) + "--><Autodiscover/>")},
		{name: "a second declaration of another encoding", ask: withBody(`<?xml version="1.0" encoding="latin1"?>` + strings.Replace(poxBody(outlookRequest, "u@example.com", outlookAnswer), "utf-8", "utf-16", 1))},
		{name: "16 KiB of ampersands", ask: withBody(strings.Repeat("&", 16<<10-4) + ";")},
		{name: "an address of 2 MB in the query", ask: autoconfigAsks("autoconfig.example.com", "?emailaddress="+big+"@example.com"), maxBytes: 4 << 10},
		{name: "an address of 2 MB in the path", ask: ask{host: "autoconfig.example.com", target: "/lookup/" + big + "@example.com"}, maxBytes: 4 << 10},
		{name: "an address of 2 MB for a profile", ask: ask{host: "autoconfig.example.com", target: "/email.mobileconfig?email=" + big + "@example.com"}, maxBytes: 4 << 10},
		{name: "an address of 2 MB for JSON", ask: ask{host: "autoconfig.example.com", target: "/autodiscover/autodiscover.json/v1.0/" + big + "@example.com?Protocol=AutodiscoverV1"}, maxBytes: 4 << 10},
		{name: "CR and LF in the profile's address", ask: ask{host: "autoconfig.example.com", target: "/email.mobileconfig?email=u%0d%0a@example.com"}},
		{name: "the profile without an @", ask: ask{host: "autoconfig.example.com", target: "/email.mobileconfig?email=u"}},
		{name: "GET on POX without a body", ask: ask{host: "autodiscover.example.com", target: poxTarget}},
		{name: "a LegacyDN alone", ask: withBody(`<Autodiscover xmlns="` + outlookRequest + `"><Request><LegacyDN>/o=x</LegacyDN></Request></Autodiscover>`)},
		{name: "settings for any domain in the world", ask: autoconfigAsks("autoconfig.example.net", "?emailaddress=u@example.net"), forbidden: []string{"imap."}},
		{name: "a change of data", ask: ask{method: http.MethodDelete, host: "example.com", target: "/initdb/"}},
		{name: "the whole configuration", ask: ask{host: "example.com", target: "/get/config"}, forbidden: []string{"imap."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := newHandler(t)
			before := outlookAsks("autodiscover.example.com", "user@example.com").of(t, h)
			r := c.ask.of(t, h)
			if r.StatusCode >= 500 || r.StatusCode == http.StatusUnauthorized {
				t.Errorf("status %d", r.StatusCode)
			}
			for _, bad := range c.forbidden {
				if strings.Contains(r.body, bad) {
					t.Errorf("the answer holds %q:\n%s", bad, r.body)
				}
			}
			if c.maxBytes > 0 && len(r.body) > c.maxBytes {
				t.Errorf("an answer of %d bytes", len(r.body))
			}
			if strings.HasPrefix(r.Header.Get("Content-Type"), "text/xml") {
				wantRoot(t, r.body, map[bool]string{true: "clientConfig", false: "Autodiscover"}[strings.Contains(r.body, "<clientConfig")])
			}
			// What came does the next request no harm.
			wantSame(t, outlookAsks("autodiscover.example.com", "user@example.com").of(t, h), before)
		})
	}
}

// withBody is a POX request with another body.
func withBody(body string) ask {
	return ask{method: http.MethodPost, host: "autodiscover.example.com", target: poxTarget, body: body}
}

// A compressed body is refused unread: its size says nothing of what comes out.
func TestCompressedRequestsAreNotUnpacked(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, _ = w.Write([]byte(poxBody(outlookRequest, "u@example.com", outlookAnswer)))
	_ = w.Close()
	a := withBody(packed.String())
	a.header = http.Header{"Content-Encoding": {"gzip"}}
	wantPOXError(t, a.of(t, newHandler(t)), "600")
}

// The address in a request may come in two different values; nobody can say
// which one is meant, and a person must not get the settings for the other.
func TestRepeatedParameters(t *testing.T) {
	h := newHandler(t)
	r := autoconfigAsks("autoconfig.unknown.example", "?emailaddress=a@example.com&emailaddress=b@sina.com").of(t, h)
	wantRefused(t, r, http.StatusNotFound, "sina.com")
	r = autoconfigAsks("autoconfig.unknown.example", "?emailaddress=a@example.com&EmailAddress=a@example.com").of(t, h)
	wantDocument(t, r, "example.com")
}

// A server bug is the format's own "internal error", and the server goes on.
func TestPanicIsAnsweredInTheWordsOfTheFormat(t *testing.T) {
	var log bytes.Buffer
	h := handlerWith(t, autoconfig.Options{TLS: true, Log: newLog(&log), Observe: newAccessLog(&log)})
	h.SetTable(nil)
	r := outlookAsks("autodiscover.example.com", "person@example.com").of(t, h)
	if code := wantRoot(t, r.body, "Autodiscover").FindElement("Response/Error/ErrorCode"); r.StatusCode != http.StatusInternalServerError || code == nil || code.Text() != "603" {
		t.Errorf("status %d, body %s", r.StatusCode, r.body)
	}
	r = autoconfigAsks("autoconfig.example.com", "?emailaddress=person@example.com").of(t, h)
	if r.StatusCode != http.StatusInternalServerError || r.body == "" {
		t.Errorf("status %d, body %q", r.StatusCode, r.body)
	}
	r = ask{host: "example.com", target: "/.well-known/caldav"}.of(t, h)
	if r.StatusCode != http.StatusInternalServerError {
		t.Errorf("status %d outside of the formats", r.StatusCode)
	}
	if strings.Contains(log.String(), "person") || strings.Count(log.String(), "panic while answering") != 3 {
		t.Errorf("log: %s", log.String())
	}
	h.SetTable(fullTable(t))
	wantDocument(t, autoconfigAsks("autoconfig.example.com", "").of(t, h), "example.com")
}
