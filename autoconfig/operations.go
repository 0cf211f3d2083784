package autoconfig

import "net/http"

// healthz says that the process runs and answers.
func (h *Handler) healthz(w http.ResponseWriter, r *http.Request) {
	h.write(w, r, Format{}, plain(http.StatusOK, "ok\n"))
}

// readyz says whether new requests are welcome: a table is there, and the
// process is not about to end.
func (h *Handler) readyz(w http.ResponseWriter, r *http.Request) {
	if h.drain.Load() || h.served.Load().table == nil {
		exchangeOf(w).served.Outcome = "not ready"
		h.write(w, r, Format{}, plain(http.StatusServiceUnavailable, "not ready\n"))
		return
	}
	h.write(w, r, Format{}, plain(http.StatusOK, "ready\n"))
}

// robots keeps search engines out: every page here is made for one address.
func (h *Handler) robots(w http.ResponseWriter, r *http.Request) {
	doc := plain(http.StatusOK, "User-agent: *\nDisallow: /\n")
	doc.Cache = CachePublic
	h.write(w, r, Format{}, doc)
}

func plain(status int, text string) Document {
	return Document{Status: status, Type: "text/plain; charset=utf-8", Body: []byte(text)}
}
