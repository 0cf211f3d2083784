package autoconfig

import (
	"math/rand/v2"
	"net/http"
	"net/netip"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
)

// Served is what is said of one answered request, to the log and to the metrics.
// Nothing in it can hold an address, a query, a header or a body: the domain is an
// entry of the table, ID, Network and Took are made here, and all else is of
// closed sets.
type Served struct {
	// At is when the request came.
	At time.Time
	// ID is a random word. An answer from status 400 on, but for the doctor's, has it as
	// X-Request-Id.
	ID string
	// Method is one of HTTP's, or "other".
	Method string
	// Route is the pattern of the path, empty for a path that is none of ours.
	Route string
	// Scheme is http or https, as the client used it.
	Scheme string
	// Format is the name of the format, empty for what is none (health, 404).
	Format string
	// Domain is the entry of the table that the answer is about, or empty: a domain, or
	// "*." and what it stands above, since those who ask choose the names below.
	Domain string
	Family Family
	// Outcome is ok, redirect, or the class of what was wrong.
	Outcome string
	// Status is the HTTP status.
	Status int
	// Network is the part of the client's address that names no household: /24 of
	// IPv4, /48 of IPv6. It is zero where the address is not known.
	Network netip.Prefix
	Took    time.Duration
}

// The outcomes that are no errors.
const (
	outcomeOK       = "ok"
	outcomeRedirect = "redirect"
)

// exchange is one request on its way, from hand to hand as the ResponseWriter: what
// will be said of it, whose it is, and where its answer is put together.
type exchange struct {
	http.ResponseWriter
	served Served
	client netip.Addr
	// route is how the path was found.
	route   chi.Context
	query   Query
	buffers buffers
}

// Unwrap is for http.ResponseController.
func (x *exchange) Unwrap() http.ResponseWriter { return x.ResponseWriter }

// exchangeOf returns the exchange of a request; outside of one (the operations have
// a listener of their own), a throw-away.
func exchangeOf(w http.ResponseWriter) *exchange {
	if x, ok := w.(*exchange); ok {
		return x
	}
	return &exchange{ResponseWriter: w, served: Served{Scheme: "http"}}
}

// maxKeptBuffer is the most that an exchange keeps for the next one, in bytes.
const maxKeptBuffer = 16 << 10

// exchanged gives each request an id, and tells of it when it is answered.
func (h *Handler) exchanged(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		x := h.exchanges.Get().(*exchange) //nolint:errcheck // the pool holds nothing else.
		x.ResponseWriter = w
		x.client = clientOf(r)
		// What has a writer of its own (the metrics) answers 200.
		x.served = Served{
			At: time.Now(), ID: newID(), Method: knownMethod(r.Method), Scheme: "http", Outcome: outcomeOK, Status: http.StatusOK,
			Family: familyOf(r.UserAgent()), Network: networkOf(x.client),
		}
		if r.TLS != nil {
			x.served.Scheme = "https"
		}
		next.ServeHTTP(x, r)
		x.served.Took = time.Since(x.served.At)
		if h.options.Observe != nil {
			h.options.Observe(x.served)
		}
		// Nothing of a person waits here for the next one.
		x.ResponseWriter, x.query, x.buffers.filling = nil, Query{}, filling{}
		if cap(x.buffers.plain)+cap(x.buffers.packed) <= maxKeptBuffer {
			h.exchanges.Put(x)
		}
	})
}

// newID is a word that tells the requests of a day apart. It guards nothing.
func newID() string {
	const letters = "abcdefghijklmnopqrstuvwxyz234567"
	var word [12]byte
	random := rand.Uint64() //nolint:gosec // whoever guesses it has learnt nothing.
	for i := range word {
		word[i] = letters[random%uint64(len(letters))]
		random /= uint64(len(letters))
	}
	return string(word[:])
}

// clientOf is the address of the client: what a trusted proxy says, else the peer's.
func clientOf(r *http.Request) netip.Addr {
	if ip := middleware.GetClientIPAddr(r.Context()); ip.IsValid() {
		return ip
	}
	peer, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	return peer.Addr().Unmap().WithZone("")
}

func networkOf(ip netip.Addr) netip.Prefix {
	bits := 48
	if ip.Is4() {
		bits = 24
	}
	prefix, err := ip.Prefix(bits)
	if err != nil {
		return netip.Prefix{}
	}
	return prefix
}

// knownMethod keeps invented methods out of the log.
func knownMethod(m string) string {
	switch m {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodDelete,
		http.MethodOptions, http.MethodPatch, http.MethodTrace, "PROPFIND", "REPORT":
		return m
	}
	return "other"
}
