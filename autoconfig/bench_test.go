package autoconfig_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"signpost/autoconfig"
)

// sink is a ResponseWriter that keeps nothing.
type sink struct{ header http.Header }

func (s *sink) Header() http.Header         { return s.header }
func (s *sink) Write(b []byte) (int, error) { return len(b), nil }
func (s *sink) WriteHeader(int)             {}

// BenchmarkFormats measures each format at the handler; beside it bare is a
// handler that writes the same bytes, so that the ratio is what signpost costs.
func BenchmarkFormats(b *testing.B) {
	h := handlerWith(b, autoconfig.Options{TLS: true, PublicURL: nil})
	for _, c := range []struct {
		name string
		ask  ask
	}{
		{"autoconfig", autoconfigAsks("autoconfig.sina.com", "?emailaddress=user%40sina.com")},
		{"autoconfig-not-modified", ask{host: "autoconfig.sina.com", target: "/mail/config-v1.1.xml", header: http.Header{"If-None-Match": {"*"}}}},
		{"autoconfig-unknown", autoconfigAsks("autoconfig.unknown.example", "?emailaddress=user%40unknown.example")},
		{"ispdb", ask{host: "localhost", target: "/v1.1/sina.com"}},
		{"pox", outlookAsks("autodiscover.sina.com", "user@sina.com")},
		{"activesync", deviceAsks("autodiscover.eas.example", "user@eas.example")},
		{"autodiscover-json", askFor("autodiscover-json", "sina.com")},
		{"profile", askFor("profile", "sina.com")},
		{"profile-generic", ask{host: "autoconfig.sina.com", target: "/email.mobileconfig"}},
		{"pacc", askFor("pacc", "sina.com")},
		{"lookup-text", ask{host: "localhost", target: "/lookup/user@sina.com"}},
		{"lookup-json", ask{host: "localhost", target: "/lookup/user@sina.com.json"}},
		{"page", ask{host: "autoconfig.sina.com", target: "/"}},
	} {
		b.Run(c.name+"/signpost", func(b *testing.B) { measure(b, h, c.ask) })
		recorded := httptest.NewRecorder()
		h.ServeHTTP(recorded, c.ask.request(b))
		body, contentType := recorded.Body.Bytes(), recorded.Header().Get("Content-Type")
		bare := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.Method == http.MethodPost {
				_, _ = io.Copy(io.Discard, r.Body)
			}
			w.Header().Set("Content-Type", contentType)
			_, _ = w.Write(body)
		})
		b.Run(c.name+"/bare", func(b *testing.B) { measure(b, bare, c.ask) })
	}
}

func measure(b *testing.B, h http.Handler, a ask) {
	b.Helper()
	r := a.request(b)
	w := &sink{header: http.Header{}}
	body := strings.NewReader(a.body)
	r.Body = io.NopCloser(body)
	b.ReportAllocs()
	for b.Loop() {
		body.Reset(a.body)
		clear(w.header)
		h.ServeHTTP(w, r)
	}
}
