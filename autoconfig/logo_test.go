package autoconfig_test

import (
	"net/http"
	"testing"

	"signpost/autoconfig"
	"signpost/provider"
)

func withLogo(t *testing.T, logo provider.Image) *autoconfig.Handler {
	t.Helper()
	return handlerOf(t, provider.Provider{
		ID: "own", Name: provider.Text{{Words: `"><script>Own</script>`}}, Domains: []string{"example.com"}, Logo: logo, LogoFile: `"onerror="alert(1)`,
		Servers: []provider.Server{
			{Protocol: provider.IMAP, Host: "imap.example.com", Port: 993, Security: provider.TLS},
			{Protocol: provider.SMTP, Host: "smtp.example.com", Port: 465, Security: provider.TLS},
		},
	})
}

// The picture comes from memory and from this server, whatever its file was called.
func TestLogo(t *testing.T) {
	h := withLogo(t, provider.Image{Type: "image/png", Data: []byte("\x89PNG\r\n\x1a\n")})
	page := ask{host: "autoconfig.example.com", target: "/"}.of(t, h)
	wantInPage(t, page, http.StatusOK, `src="/logo?domain=example.com"`)
	elements(t, page.body)
	wantNotInPage(t, typed("user@example.com").of(t, h), "/logo")
	r := ask{host: "evil.example", target: "/logo?domain=example.com"}.of(t, h)
	if r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != "image/png" || r.body != "\x89PNG\r\n\x1a\n" {
		t.Errorf("status %d, %s, %q", r.StatusCode, r.Header.Get("Content-Type"), r.body)
	}
	if r.Header.Get("X-Content-Type-Options") != "nosniff" || r.Header.Get("Content-Security-Policy") != "default-src 'none'; frame-ancestors 'none'" {
		t.Errorf("headers %v", r.Header)
	}
}

func TestNoLogo(t *testing.T) {
	h := withLogo(t, provider.Image{})
	wantNotInPage(t, ask{host: "autoconfig.example.com", target: "/"}.of(t, h), "/logo")
	for target, status := range map[string]int{
		"/logo?domain=example.com": http.StatusNotFound, "/logo?domain=unknown.example": http.StatusNotFound,
		"/logo": http.StatusBadRequest, "/logo?domain=%3Cb%3E": http.StatusBadRequest,
	} {
		wantRefused(t, ask{host: "evil.example", target: target}.of(t, h), status, "<b>")
	}
}
