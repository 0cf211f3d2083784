package autoconfig

import (
	"errors"
	"net/http"

	"github.com/go-chi/chi/v5"

	"signpost/provider"
)

// RoutePatterns lists every pattern of the router.
func (h *Handler) RoutePatterns() ([]string, error) {
	routes, ok := h.router.(chi.Routes)
	if !ok {
		return nil, http.ErrNotSupported
	}
	var patterns []string
	err := chi.Walk(routes, func(_, pattern string, _ http.Handler, _ ...func(http.Handler) http.Handler) error {
		patterns = append(patterns, pattern)
		return nil
	})
	return patterns, err
}

// BreakFormat makes a format fail on our side.
func (h *Handler) BreakFormat(name string) {
	for i := range h.formats {
		if h.formats[i].Name == name {
			h.formats[i].Render = func(Query, provider.Account) (Document, error) {
				return Document{}, errors.New("broken on purpose")
			}
		}
	}
	h.router = h.routes()
}
