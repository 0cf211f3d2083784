package autoconfig

import (
	"net/http"
	"net/netip"
	"slices"
	"strings"

	"signpost/internal/address"
)

// forwarded believes X-Forwarded-Proto and X-Forwarded-Host if, and only if, the
// TCP peer is a trusted proxy. From anybody else they would let a stranger choose
// the host in our redirects. The last value of a list is the one that our own
// proxy wrote. A proxy that passes on what its client sent lets that client choose
// the domain that answers: caches are told that the header decides.
func (h *Handler) forwarded(next http.Handler) http.Handler {
	if len(h.options.TrustedProxies) == 0 {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "X-Forwarded-Host, X-Forwarded-Proto")
		if h.trusted(r.RemoteAddr) {
			x := exchangeOf(w)
			switch last(r.Header.Values("X-Forwarded-Proto")) {
			case "https":
				x.served.Scheme = "https"
			case "http":
				x.served.Scheme = "http"
			}
			// Nobody reaches this machine through a proxy under a name of its own.
			host := last(r.Header.Values("X-Forwarded-Host"))
			if _, err := address.ParseHost(host); err == nil && !address.IsLoopbackHost(host) {
				r.Host = host
			}
		}
		next.ServeHTTP(w, r)
	})
}

func (h *Handler) trusted(remoteAddr string) bool {
	peer, err := netip.ParseAddrPort(remoteAddr)
	if err != nil {
		return false
	}
	ip := peer.Addr().Unmap().WithZone("")
	return slices.ContainsFunc(h.options.TrustedProxies, func(p netip.Prefix) bool { return p.Contains(ip) })
}

func last(values []string) string {
	if len(values) == 0 {
		return ""
	}
	value := values[len(values)-1]
	return strings.TrimSpace(value[strings.LastIndexByte(value, ',')+1:])
}

func prefixTexts(prefixes []netip.Prefix) []string {
	texts := make([]string, len(prefixes))
	for i, p := range prefixes {
		texts[i] = p.String()
	}
	return texts
}
