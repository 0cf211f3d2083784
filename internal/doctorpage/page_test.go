package doctorpage_test

import (
	"context"
	"net/http"
	"strings"
	"testing"

	"signpost/internal/doctor"
)

func TestTheFormIsThereInEveryLanguage(t *testing.T) {
	s := newSite(t, never(t))
	for _, c := range []struct{ name, target, accept, lang, want string }{
		{"English without a wish", "/doctor", "", "en", "What mail programs would do"},
		{"the browser's language", "/doctor", "zh-CN", "zh-Hans", "邮件程序会怎样设置"},
		{"the language of the link", "/doctor?lang=zh-Hant", "zh-CN", "zh-Hant", "郵件程式會怎樣設定"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, header, body := ask{target: c.target, header: map[string]string{"Accept-Language": c.accept}}.of(t, s)
			for _, want := range []string{`<html lang="` + c.lang + `">`, c.want, `<form id="ask" method="post" action="/doctor?lang=` + c.lang + `">`} {
				if !strings.Contains(body, want) {
					t.Errorf("status %d, no %q in\n%s", status, want, body)
				}
			}
			if strings.Contains(body, "password\"") || strings.Contains(body, `type="password"`) {
				t.Errorf("the page asks for a password:\n%s", body)
			}
			for name, want := range map[string]string{
				"Cache-Control": "no-store", "X-Robots-Tag": "noindex", "X-Content-Type-Options": "nosniff",
				"Referrer-Policy": "same-origin", "Content-Type": "text/html; charset=utf-8",
			} {
				if got := header.Get(name); got != want {
					t.Errorf("%s: got %q, want %q", name, got, want)
				}
			}
			if policy := header.Get("Content-Security-Policy"); !strings.HasPrefix(policy, "default-src 'none'; ") || strings.Contains(policy, "unsafe") {
				t.Errorf("Content-Security-Policy %q", policy)
			}
		})
	}
}

func TestTheFormGetsTheReportAndTheRunGetsTheDomainAlone(t *testing.T) {
	for _, c := range []struct{ name, typed, domain, shown string }{
		{"a domain", "example.com", "example.com", "example.com"},
		{"an address", "alice@example.com", "example.com", "example.com"},
		{"an address with blanks around it", " alice@example.com\t", "example.com", "example.com"},
		{"a full-width @", "alice＠example.com", "example.com", "example.com"},
		{"upper case", "EXAMPLE.COM", "example.com", "example.com"},
		{"a domain beyond ASCII", "bücher.example", "xn--bcher-kva.example", "bücher.example"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var asked string
			s := newSite(t, func(ctx context.Context, domain string, progress func(done, total int)) doctor.Report {
				asked = domain
				return healthy(ctx, domain, progress)
			})
			status, _, body := form(c.typed).of(t, s)
			if status != http.StatusOK || asked != c.domain || !strings.Contains(body, `<h2 id="heading" tabindex="-1">`+c.shown+`</h2>`) {
				t.Errorf("typed %q: status %d, the run got %q, want %q and a report on %s:\n%s", c.typed, status, asked, c.domain, c.shown, body)
			}
			if strings.Contains(body, "alice") {
				t.Errorf("the part before the @ is on the page:\n%s", body)
			}
		})
	}
}

// Nothing is repeated of what is refused, and nothing is asked of anybody.
func TestWhatIsRefused(t *testing.T) {
	const long = "/doctor/events?domain=example.com"
	for _, c := range []struct {
		name string
		ask  ask
		want int
		says string
	}{
		{"a domain that is not served", form("secret.example"), 404, "signpost doctor example.com"},
		{"the same as events", stream("secret.example"), 404, "signpost doctor example.com"},
		{"a host inside of the network", form("secret"), 404, "signpost doctor example.com"},
		{"an IP address", form("secret@127.0.0.1"), 400, "not a mail address"},
		{"a URL", form("http://secret.example/"), 400, "not a mail address"},
		{"nothing", form(""), 400, "not a mail address"},
		{"no form", ask{method: "POST", target: "/doctor", body: "%zz"}, 400, "not a mail address"},
		{"a large body", form(strings.Repeat("secret", 1000)), 413, "too large"},
		{"events for no domain", stream(""), 400, "not a mail address"},
		{"a browser that follows a link to the events", stream("example.com").with("Accept", "text/html,*/*;q=0.8"), 406, "nothing here"},
		{"an image that leads to the events", ask{target: long, header: map[string]string{"Accept": "image/*"}}, 406, "nothing here"},
		{"events by POST", ask{method: "POST", target: long, header: map[string]string{"Accept": "text/event-stream"}}, 405, "method"},
		{"a method that is none of ours", ask{method: "PUT", target: "/doctor"}, 405, "method"},
		{"a script by POST", ask{method: "POST", target: "/doctor/page.js"}, 405, "method"},
		{"a path that is none of ours", ask{target: "/doctor/secret"}, 404, "nothing here"},
		{"the form on another site", form("example.com").with("Sec-Fetch-Site", "cross-site"), 403, "another web site"},
		{"the form on a neighbour", form("example.com").with("Sec-Fetch-Site", "same-site"), 403, "another web site"},
		{"events for another site", stream("example.com").with("Sec-Fetch-Site", "cross-site"), 403, "another web site"},
		{
			"another site in a browser that says no more than the origin",
			form("example.com").with("Sec-Fetch-Site", "").with("Origin", "https://other.example"), 403, "another web site",
		},
		{"an origin that hides", form("example.com").with("Sec-Fetch-Site", "").with("Origin", "null"), 403, "another web site"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, header, body := c.ask.of(t, newSite(t, never(t)))
			if status != c.want || !strings.Contains(body, c.says) {
				t.Errorf("status %d, want %d with %q in\n%s", status, c.want, c.says, body)
			}
			if strings.Contains(body, "secret") {
				t.Errorf("what was asked is on the page:\n%s", body)
			}
			if header.Get("Cache-Control") != "no-store" {
				t.Errorf("headers %v, want no-store", header)
			}
			if status == http.StatusMethodNotAllowed && header.Get("Allow") == "" {
				t.Error("405 without Allow")
			}
		})
	}
}

func TestOurOwnPageIsNotAnotherSite(t *testing.T) {
	for _, c := range []struct {
		name string
		ask  ask
	}{
		{"a browser that says so", form("example.com")},
		{"a browser on plain http", form("example.com").with("Sec-Fetch-Site", "").with("Origin", "http://example.com")},
		{"curl", form("example.com").with("Sec-Fetch-Site", "")},
		{"events in an old browser", stream("example.com").with("Sec-Fetch-Site", "")},
		{"events among other types", stream("example.com").with("Accept", "text/html, Text/Event-Stream;q=0.9")},
	} {
		t.Run(c.name, func(t *testing.T) {
			if status, _, body := c.ask.of(t, newSite(t, healthy)); status != http.StatusOK {
				t.Errorf("status %d, want 200:\n%s", status, body)
			}
		})
	}
}

func TestAssets(t *testing.T) {
	s := newSite(t, never(t))
	for target, want := range map[string]string{
		"/doctor/style.css": "text/css; charset=utf-8", "/doctor/page.js": "text/javascript; charset=utf-8", "/doctor/icon.svg": "image/svg+xml",
	} {
		status, header, body := ask{target: target}.of(t, s)
		if status != http.StatusOK || header.Get("Content-Type") != want || body == "" {
			t.Errorf("%s: status %d, type %q, %d bytes; want 200 and %s", target, status, header.Get("Content-Type"), len(body), want)
		}
	}
}

func TestAPanicIsAnErrorPageAndNotTheEnd(t *testing.T) {
	broken := true
	s := newSite(t, func(ctx context.Context, domain string, progress func(done, total int)) doctor.Report {
		if broken {
			panic("alice@" + domain)
		}
		return healthy(ctx, domain, progress)
	})
	status, _, body := form("example.com").of(t, s)
	if status != http.StatusInternalServerError || strings.Contains(body, "alice") {
		t.Errorf("status %d, want 500 without the panic's words:\n%s", status, body)
	}
	if status, _, body := stream("example.com").of(t, s); status != http.StatusOK || strings.Contains(body, "event:") {
		t.Errorf("events: status %d, want 200 and no event:\n%s", status, body)
	}
	broken = false
	if status, _, body := form("example.com").of(t, s); status != http.StatusOK {
		t.Errorf("after the panics: status %d, want 200:\n%s", status, body)
	}
}
