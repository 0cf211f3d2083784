package autoconfig_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/beevik/etree"
	"howett.net/plist"
)

// sound checks what must hold of every answer, whatever was asked.
func sound(t *testing.T, r reply) {
	t.Helper()
	if r.StatusCode >= 500 || r.StatusCode == http.StatusUnauthorized || r.StatusCode == http.StatusNoContent {
		t.Fatalf("status %d", r.StatusCode)
	}
	if len(r.body) > 64<<10 {
		t.Fatalf("an answer of %d bytes", len(r.body))
	}
	if !utf8.ValidString(r.body) || strings.ContainsFunc(r.body, func(c rune) bool { return c != '\n' && unicode.In(c, unicode.Cc, unicode.Bidi_Control) }) {
		t.Fatalf("control characters in %q", r.body)
	}
	kind, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";")
	switch kind {
	case "text/xml":
		doc := etree.NewDocument()
		if err := doc.ReadFromString(r.body); err != nil || len(doc.ChildElements()) != 1 {
			t.Fatalf("%v in %q", err, r.body)
		}
	case "application/json":
		if !json.Valid([]byte(r.body)) {
			t.Fatalf("not JSON: %q", r.body)
		}
	case "application/x-apple-aspen-config":
		var profile map[string]any
		if _, err := plist.Unmarshal([]byte(r.body), &profile); err != nil {
			t.Fatalf("%v in %q", err, r.body)
		}
	}
	for name, values := range r.Header {
		if len(values) != 1 || strings.ContainsAny(values[0], "\r\n\x00") {
			t.Fatalf("header %s: %q", name, values)
		}
	}
}

// FuzzQuery sends every query to every format that reads one.
func FuzzQuery(f *testing.F) {
	for _, seed := range []string{
		"emailaddress=user%40sina.com", "emailaddress=u+tag@example.com", "emailaddress=user%2540sina.com", "EmailAddress=a;b@example.com&x",
		"email=u@local.example&name=A%20B", "emailaddress=%E4%BD%A0@例子.example", "domain=example.com&lang=zh", "Protocol=AutodiscoverV1&Email=u%40example.com",
		"emailaddress=a&emailaddress=b", "%zz=%", "addresses=a%00@example.com", "emailaddress=＠", "email=u@example.com&name=%E2%80%AEx",
	} {
		f.Add(seed)
	}
	h := newHandler(f)
	f.Fuzz(func(t *testing.T, query string) {
		for _, path := range []string{"/mail/config-v1.1.xml", "/email.mobileconfig", "/autodiscover/autodiscover.json", "/.well-known/user-agent-configuration.json", "/"} {
			// The query as it is, and as a browser would escape it.
			r := ask{host: "autoconfig.local.example", target: path}.request(t)
			r.URL.RawQuery = query
			sound(t, newRecorder(h, r))
			r = ask{host: "unknown.example", target: path}.request(t)
			r.URL.RawQuery = "emailaddress=" + url.QueryEscape(query) + "&email=" + url.QueryEscape(query) + "&Protocol=AutodiscoverV1"
			sound(t, newRecorder(h, r))
		}
	})
}

// FuzzAutodiscoverBody sends every body to POX.
func FuzzAutodiscoverBody(f *testing.F) {
	plain := poxBody(outlookRequest, "user@example.com", outlookAnswer)
	for _, seed := range []string{
		plain, poxBody(mobileRequest, "user@eas.example", mobileAnswer), poxBody(outlookRequest, "a&b@example.com", outlookAnswer),
		utf16Text(plain, false, true), utf16Text(plain, true, false), "\ufeff" + plain, "", "hello", "<Autodiscover/>", "<a/><b/>",
		`<!DOCTYPE x [<!ENTITY e "u">]>` + plain, strings.Repeat("<a>", 20), "&#x41;&#1114112;&amp;&", strings.Replace(plain, "utf-8", "windows-1252", 1),
		strings.Repeat(`<?xml version="1.0" encoding="latin1"?>`, 3) + "<!--\xff\xff--><Autodiscover/>", strings.Repeat("&", 200) + ";",
	} {
		f.Add([]byte(seed))
	}
	h := newHandler(f)
	f.Fuzz(func(t *testing.T, body []byte) {
		r := withBody(string(body)).of(t, h)
		sound(t, r)
		if r.StatusCode != http.StatusOK && r.StatusCode != http.StatusRequestEntityTooLarge {
			t.Fatalf("status %d", r.StatusCode)
		}
	})
}

// FuzzAutodiscoverJSONPath sends everything as the address in the path of
// Autodiscover V2, and of the look-up.
func FuzzAutodiscoverJSONPath(f *testing.F) {
	for _, seed := range []string{"u@example.com", "u%40example.com", "u+t@例子.example/", "../../v1.0/u@example.com", "%2F%2F", "a@b@example.com", "", "u@example.com.json", "%00@example.com", "//u@example.com"} {
		f.Add(seed)
	}
	h := newHandler(f)
	f.Fuzz(func(t *testing.T, tail string) {
		for _, prefix := range []string{"/autodiscover/autodiscover.json/v1.0/", "/AutoDiscover/AutoDiscover.json/V1.0/", "/lookup/", "/v1.1/"} {
			r := ask{host: "autodiscover.example.com", target: "/"}.request(t)
			// As it stands in a decoded path, and as it stands in an escaped one.
			r.URL.Path, r.URL.RawQuery = prefix+tail, "Protocol=AutodiscoverV1"
			sound(t, newRecorder(h, r))
			target, err := url.ParseRequestURI(prefix + tail)
			if err != nil {
				continue
			}
			r = ask{host: "evil.example", target: "/", header: http.Header{"Accept": {"application/json"}}}.request(t)
			r.URL = target
			sound(t, newRecorder(h, r))
		}
	})
}
