package autoconfig

import (
	"net/http"
	"strings"

	"github.com/go-chi/chi/v5"
)

// router leads a request to the one handler of its path, whatever the method is: what
// a method means is the business of the format, which knows its Allow header. It
// asks chi for the pattern and does not serve by chi, which copies each request to
// keep what it has found in the context; here it is kept in the exchange.
type router struct {
	patterns chi.Router
	handlers map[string]http.HandlerFunc
	// fixed are the handlers of patterns that are paths: nearly all.
	fixed    map[string]http.HandlerFunc
	notFound http.HandlerFunc
}

func newRouter(notFound http.HandlerFunc) *router {
	return &router{patterns: chi.NewRouter(), handlers: map[string]http.HandlerFunc{}, fixed: map[string]http.HandlerFunc{}, notFound: notFound}
}

// handle adds the handler of a pattern of chi.
func (r *router) handle(pattern string, handler http.HandlerFunc) {
	r.patterns.Get(pattern, handler)
	r.handlers[pattern] = handler
	if !strings.ContainsAny(pattern, "{*") {
		r.fixed[pattern] = handler
	}
}

// ServeHTTP calls the handler of the path. What the pattern has in braces is found by
// http.Request.PathValue.
func (r *router) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	path := routePath(req)
	if handler, ok := r.fixed[path]; ok {
		handler(w, req)
		return
	}
	found := &exchangeOf(w).route
	found.Reset()
	handler, ok := r.handlers[r.patterns.Find(found, http.MethodGet, path)]
	if !ok {
		r.notFound(w, req)
		return
	}
	for i, name := range found.URLParams.Keys {
		req.SetPathValue(name, found.URLParams.Values[i])
	}
	handler(w, req)
}

// routePath is the path by which a request is routed. It makes
// /Autodiscover/Autodiscover.xml and its kin one path: any letter case, doubled
// slashes, a slash at the end. It does so only below /autodiscover: the rest of the
// web is case-sensitive.
func routePath(r *http.Request) string {
	if path := collapseSlashes(r.URL.Path); isAutodiscover(path) {
		return strings.TrimSuffix(strings.ToLower(path), "/")
	}
	if r.URL.RawPath != "" {
		return r.URL.RawPath
	}
	if r.URL.Path == "" {
		return "/"
	}
	return r.URL.Path
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
