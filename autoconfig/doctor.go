package autoconfig

import (
	"net/http"
	"net/netip"

	"github.com/go-chi/chi/v5/middleware"

	"signpost/provider"
)

// formatDoctor stands for /doctor in the log and in the metrics.
const formatDoctor = "doctor"

// Doctor serves /doctor and all below it. It gets the address of the client as a
// Limiter does.
type Doctor func(w http.ResponseWriter, r *http.Request, client netip.Addr)

// Serves tells whether there are answers for a domain, in lower-case A-labels: it is
// in the table, and is not kept there without being served.
func (h *Handler) Serves(domain string) bool {
	p, ok := h.served.Load().table.Lookup(domain)
	if !ok {
		return false
	}
	_, err := provider.Resolve(p, domain, "")
	return err == nil
}

// doctorRoutes lead to Options.Doctor, which knows its own paths and methods.
func (h *Handler) doctorRoutes(r *router) {
	if h.options.Doctor == nil {
		return
	}
	for _, pattern := range []string{"/doctor", "/doctor/*"} {
		r.handle(pattern, h.routed(pattern, h.doctor))
	}
}

// doctor lets Options.Doctor answer, and notes what it says for the log.
func (h *Handler) doctor(w http.ResponseWriter, r *http.Request) {
	served := &exchangeOf(w).served
	served.Format = formatDoctor
	noted := middleware.NewWrapResponseWriter(w, r.ProtoMajor)
	h.options.Doctor(noted, r, clientOf(r))
	// Who has gone before the end has got no status.
	if status := noted.Status(); status != 0 {
		served.Status = status
	}
	switch {
	case served.Status == http.StatusNotFound:
		served.Outcome = errNotServed.Error()
	case served.Status == http.StatusTooManyRequests:
		served.Outcome = errTooMany.Error()
	case served.Status == http.StatusServiceUnavailable:
		served.Outcome = errOverloaded.Error()
	case served.Status >= http.StatusInternalServerError:
		served.Outcome = outcome(errInternal)
	case served.Status >= http.StatusBadRequest:
		served.Outcome = errMalformed.Error()
	}
}
