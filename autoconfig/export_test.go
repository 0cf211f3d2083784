package autoconfig

import (
	"net/http"

	"github.com/go-chi/chi/v5"
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
