package autoconfig

import (
	"net/http"

	"github.com/go-chi/chi/v5/middleware"
)

// routes is the whole map.
func (h *Handler) routes() *router {
	r := newRouter(h.notFound)
	for _, f := range h.formats {
		h.route(r, f)
	}
	for path, service := range redirectServices {
		r.handle(path, h.routed(path, h.serviceRedirect(service)))
	}
	if !h.options.HideOperations {
		h.operations(r)
	}
	r.handle("/robots.txt", h.routed("/robots.txt", h.robots))
	for path, doc := range assets(h.texts) {
		r.handle(path, h.routed(path, h.asset(doc)))
	}
	h.route(r, logoFormat(h.texts))
	for _, f := range qrFormats(h.texts, h.options) {
		h.route(r, f)
	}
	return r
}

// entrance is what every request goes through on its way to the routes.
func (h *Handler) entrance(routes http.Handler) http.Handler {
	next := h.exchanged(h.recovery(h.limited(h.forwarded(h.autodiscoverRedirect(routes)))))
	if prefixes := prefixTexts(h.options.TrustedProxies); len(prefixes) > 0 {
		// The peer's own address stays where the proxy has written nothing that can
		// be read.
		next = middleware.ClientIPFromXFF(prefixes...)(next)
	}
	return next
}

func (h *Handler) route(r *router, f Format) {
	for _, pattern := range f.Patterns {
		r.handle(pattern, h.endpoint(f, pattern))
	}
}

// routed notes the pattern that has led to a handler.
func (h *Handler) routed(pattern string, next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		exchangeOf(w).served.Route = pattern
		next(w, r)
	}
}

// Operations serves /healthz, /readyz, /metrics and /doctor for a listener of their
// own.
func (h *Handler) Operations() http.Handler {
	r := newRouter(h.notFound)
	h.operations(r)
	return r
}

func (h *Handler) operations(r *router) {
	r.handle("/healthz", h.routed("/healthz", h.healthz))
	r.handle("/readyz", h.routed("/readyz", h.readyz))
	if h.options.Metrics != nil {
		r.handle("/metrics", h.routed("/metrics", h.options.Metrics.ServeHTTP))
	}
	h.doctorRoutes(r)
}

// notFound is every path that is not ours: Exchange's own among them
// (autodiscover.svc, EWS, MAPI), for which a 404 makes clients fall back to POX.
func (h *Handler) notFound(w http.ResponseWriter, r *http.Request) {
	exchangeOf(w).served.Outcome = outcome(errNoPath)
	fail := failText(h.texts)
	h.write(w, r, Format{}, fail(Query{Lang: h.language(r)}, errNoPath))
}
