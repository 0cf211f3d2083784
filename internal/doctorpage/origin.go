package doctorpage

import (
	"net/http"
	"net/url"
	"strings"
)

// isOurs tells whether a request that can start a run comes from our own page, or from
// no page at all: other sites shall not make the browsers of their visitors start runs.
// Browsers that are old, or on plain http, do not say so themselves (Fetch Metadata);
// what another site has them send has its Origin then.
func isOurs(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "same-origin", "none":
		return true
	case "":
		origin := r.Header.Get("Origin")
		if origin == "" {
			return true
		}
		u, err := url.Parse(origin)
		return err == nil && u.Host != "" && strings.EqualFold(u.Host, r.Host)
	}
	return false
}

// takesEvents tells whether the answer may be a stream of events: an image or a link
// that leads here does not ask for one.
func takesEvents(r *http.Request) bool {
	for _, value := range r.Header.Values("Accept") {
		for mediaType := range strings.SplitSeq(value, ",") {
			mediaType, _, _ = strings.Cut(mediaType, ";")
			if strings.EqualFold(strings.TrimSpace(mediaType), "text/event-stream") {
				return true
			}
		}
	}
	return false
}
