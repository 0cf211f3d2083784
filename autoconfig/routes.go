package autoconfig

import (
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

// routes is the whole map. Every path has one handler for all methods: what a
// method means is the business of the format, which knows its Allow header.
func (h *Handler) routes() http.Handler {
	r := chi.NewRouter()
	// The peer's own address stays where it is no proxy, or where the proxy has
	// written nothing that can be read.
	r.Use(middleware.ClientIPFromRemoteAddr)
	if prefixes := prefixTexts(h.options.TrustedProxies); len(prefixes) > 0 {
		r.Use(middleware.ClientIPFromXFF(prefixes...))
	}
	r.Use(h.accessLog, h.recovery, h.limited, h.forwarded, anyMethod, foldAutodiscover, h.autodiscoverRedirect)

	for _, f := range h.formats {
		for _, pattern := range f.Patterns {
			r.Get(pattern, h.endpoint(f))
		}
	}
	for path, service := range redirectServices {
		r.Get(path, h.serviceRedirect(service))
	}
	if !h.options.HideOperations {
		h.operations(r)
	}
	r.Get("/robots.txt", h.robots)
	for path, doc := range assets(h.texts) {
		r.Get(path, h.asset(doc))
	}
	logo := logoFormat(h.texts)
	r.Get(logo.Patterns[0], h.endpoint(logo))
	for _, f := range qrFormats(h.texts, h.options) {
		r.Get(f.Patterns[0], h.endpoint(f))
	}
	r.NotFound(h.notFound)
	return r
}

// Operations serves /healthz, /readyz and /metrics for a listener of their own.
func (h *Handler) Operations() http.Handler {
	r := chi.NewRouter()
	r.Use(middleware.GetHead)
	h.operations(r)
	return r
}

func (h *Handler) operations(r chi.Router) {
	r.Get("/healthz", h.healthz)
	r.Get("/readyz", h.readyz)
	if h.options.Metrics != nil {
		r.Method(http.MethodGet, "/metrics", h.options.Metrics)
	}
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
	recordOf(r.Context()).outcome = outcome(errNoPath)
	fail := failText(h.texts)
	h.write(w, r, Format{}, fail(Query{Lang: h.language(r)}, errNoPath))
}
