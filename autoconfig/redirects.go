package autoconfig

import (
	"net/http"
	"net/url"

	"github.com/go-chi/chi/v5"

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
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		proxied := h.options.PublicURL != nil && h.trusted(r.RemoteAddr) && r.Header.Get("X-Forwarded-Proto") != ""
		if !isAutodiscover(collapseSlashes(r.URL.Path)) || exchangeOf(w).served.Scheme == "https" || (!h.options.TLS && !proxied) {
			next.ServeHTTP(w, r)
			return
		}
		base := h.origin(r, hostDomain(h.served.Load().table, r.Host))
		if base == "" {
			h.notFound(w, r)
			return
		}
		target := base + poxPath
		if chi.RouteContext(r.Context()).RoutePath != poxPath {
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
		domain := hostDomain(table, r.Host)
		p, ok := table.Lookup(domain)
		if !ok {
			h.notFound(w, r)
			return
		}
		exchangeOf(w).served.Domain = domain
		account, err := provider.Resolve(p, domain, "")
		if err != nil || account.Service(service) == "" {
			h.notFound(w, r)
			return
		}
		exchangeOf(w).served.Outcome = outcomeRedirect
		h.write(w, r, Format{CORS: true}, Document{Status: http.StatusTemporaryRedirect, Location: account.Service(service)})
	}
}
