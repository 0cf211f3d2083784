package autoconfig

import (
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

// routes is the whole map. Every path has one handler for all methods: what a
// method means is the business of the format, which knows its Allow header.
func (h *Handler) routes() chi.Router {
	r := chi.NewRouter()
	r.Use(anyMethod, foldAutodiscover, h.autodiscoverRedirect)
	for _, f := range h.formats {
		h.route(r, f)
	}
	for path, service := range redirectServices {
		r.Get(path, h.routed(path, h.serviceRedirect(service)))
	}
	if !h.options.HideOperations {
		h.operations(r)
	}
	r.Get("/robots.txt", h.routed("/robots.txt", h.robots))
	for path, doc := range assets(h.texts) {
		r.Get(path, h.routed(path, h.asset(doc)))
	}
	h.route(r, logoFormat(h.texts))
	for _, f := range qrFormats(h.texts, h.options) {
		h.route(r, f)
	}
	r.NotFound(h.notFound)
	return r
}

// entrance is what every request goes through on its way to the routes.
func (h *Handler) entrance(routes http.Handler) http.Handler {
	next := h.exchanged(h.recovery(h.limited(h.forwarded(routes))))
	if prefixes := prefixTexts(h.options.TrustedProxies); len(prefixes) > 0 {
		// The peer's own address stays where the proxy has written nothing that can
		// be read.
		next = middleware.ClientIPFromXFF(prefixes...)(next)
	}
	return next
}

func (h *Handler) route(r chi.Router, f Format) {
	for _, pattern := range f.Patterns {
		r.Get(pattern, h.endpoint(f, pattern))
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
	r := chi.NewRouter()
	r.Use(middleware.GetHead)
	h.operations(r)
	return r
}

func (h *Handler) operations(r chi.Router) {
	r.Get("/healthz", h.routed("/healthz", h.healthz))
	r.Get("/readyz", h.routed("/readyz", h.readyz))
	if h.options.Metrics != nil {
		r.Get("/metrics", h.routed("/metrics", h.options.Metrics.ServeHTTP))
	}
	h.doctorRoutes(r)
}

// anyMethod routes every method, those that chi does not know included
// (PROPFIND), to the one handler of a path.
func anyMethod(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		chi.RouteContext(r.Context()).RouteMethod = http.MethodGet
		next.ServeHTTP(w, r)
	})
}

// foldAutodiscover makes /Autodiscover/Autodiscover.xml and its kin one path:
// any letter case, doubled slashes, a slash at the end. Only the routing path is
// changed, and only below /autodiscover: the rest of the web is case-sensitive.
func foldAutodiscover(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if path := collapseSlashes(r.URL.Path); isAutodiscover(path) {
			chi.RouteContext(r.Context()).RoutePath = strings.TrimSuffix(strings.ToLower(path), "/")
		}
		next.ServeHTTP(w, r)
	})
}

func isAutodiscover(path string) bool {
	const prefix = "/autodiscover/"
	return len(path) >= len(prefix) && strings.EqualFold(path[:len(prefix)], prefix)
}

func collapseSlashes(path string) string {
	for strings.Contains(path, "//") {
		path = strings.ReplaceAll(path, "//", "/")
	}
	return path
}

// notFound is every path that is not ours: Exchange's own among them
// (autodiscover.svc, EWS, MAPI), for which a 404 makes clients fall back to POX.
func (h *Handler) notFound(w http.ResponseWriter, r *http.Request) {
	exchangeOf(w).served.Outcome = outcome(errNoPath)
	fail := failText(h.texts)
	h.write(w, r, Format{}, fail(Query{Lang: h.language(r)}, errNoPath))
}
