package autoconfig

import (
	"net/http"
	"net/url"

	"signpost/provider"
)

// autodiscoverRedirect sends Autodiscover over plain http to https with exactly
// 302, any method: MS-OXDISCO names that status, Outlook takes no other, and
// Thunderbird POSTs here to see where it lands. The target comes from
// configuration or from a Host that is served, never from anything else.
//
// Without TLS of our own, and without a proxy that says it has some, there is no
// https to send anybody to: a bare run on one http port answers directly.
func (h *Handler) autodiscoverRedirect(next http.Handler) http.Handler {
	if !h.options.TLS && h.options.PublicURL == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		secured := h.options.TLS || (r.Header.Get("X-Forwarded-Proto") != "" && h.trusted(r.RemoteAddr))
		if !secured || !isAutodiscover(collapseSlashes(r.URL.Path)) || exchangeOf(w).served.Scheme == "https" {
			next.ServeHTTP(w, r)
			return
		}
		domain, _, _ := hostDomain(h.served.Load().table, r.Host)
		base := h.origin(r, domain)
		if base == "" {
			h.notFound(w, r)
			return
		}
		target := base + poxPath
		if routePath(r) != poxPath {
			target = base + (&url.URL{Path: r.URL.Path, RawPath: r.URL.RawPath, RawQuery: r.URL.RawQuery}).RequestURI()
		}
		exchangeOf(w).served.Outcome = outcomeRedirect
		h.write(w, r, Format{}, Document{Status: http.StatusFound, Location: target})
	})
}

// redirectServices are the well-known paths (RFC 8615) that lead to a service of
// the provider: RFC 6764, section 5 for CalDAV and CardDAV, RFC 8620, section 2.2
// for JMAP.
var redirectServices = map[string]provider.ServiceType{
	"/.well-known/caldav":  provider.CalDAV,
	"/.well-known/carddav": provider.CardDAV,
	"/.well-known/jmap":    provider.JMAP,
}

// serviceRedirect answers any method: Thunderbird sends PROPFIND here after it
// has made an account. 307 keeps the method, and nothing remembers it for ever.
func (h *Handler) serviceRedirect(service provider.ServiceType) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		table := h.served.Load().table
		domain, p, entry := hostDomain(table, r.Host)
		if p == nil {
			h.notFound(w, r)
			return
		}
		exchangeOf(w).served.Domain = entry
		account, err := provider.Resolve(p, domain, "")
		if err != nil || account.Service(service) == "" {
			h.notFound(w, r)
			return
		}
		exchangeOf(w).served.Outcome = outcomeRedirect
		h.write(w, r, Format{CORS: true}, Document{Status: http.StatusTemporaryRedirect, Location: account.Service(service)})
	}
}
