package autoconfig

import (
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// forwarded believes X-Forwarded-Proto and X-Forwarded-Host if, and only if, the
// TCP peer is a trusted proxy. From anybody else they would let a stranger choose
// the host in our redirects. The last value of a list is the one that our own
// proxy wrote.
func (h *Handler) forwarded(next http.Handler) http.Handler {
	if len(h.options.TrustedProxies) == 0 {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if h.trusted(r.RemoteAddr) {
			record := recordOf(r.Context())
			switch last(r.Header.Values("X-Forwarded-Proto")) {
			case "https":
				record.scheme = "https"
			case "http":
				record.scheme = "http"
			}
			if host := last(r.Header.Values("X-Forwarded-Host")); host != "" {
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
