// Package autotls has the certificates with which the server speaks TLS: own ones
// from files, or those that a CA issues by ACME (RFC 8555) for the hosts of the
// domains that the admin serves.
//
// certmagic does the ACME work and stays inside this package, with its logger. What
// is ordered, when and how often is decided here: never for a name that somebody
// merely asks for.
package autotls

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// LetsEncrypt is the directory of the CA that is asked if Options names none.
const LetsEncrypt = "https://acme-v02.api.letsencrypt.org/directory"

// Options say how a Manager gets certificates.
type Options struct {
	// Email is for the account at the CA; it may be empty. It is sent to the CA, and
	// is never logged.
	Email string
	// CA is the https URL of the CA's ACME directory; empty is LetsEncrypt. To set it
	// is to agree to the terms of the CA.
	CA string
	// Roots is whom to trust when speaking to the CA; nil is the system's.
	Roots *x509.CertPool
	// Storage keeps what must outlive the process and what replicas share. Required.
	Storage Storage
	// Hosts are names beside those of the domains, such as that of the public URL.
	Hosts []string
	// PointsHere is asked before the CA is; see the function of that name. An error
	// is a name that is left alone for now. Nil asks the CA for every name.
	PointsHere func(ctx context.Context, name string) error
	// HTTP and HTTPS are where the server listens: what reaches ports 80 and 443 of
	// the names must arrive there. HTTPS is required; without HTTP the CA is offered
	// TLS-ALPN-01 alone.
	HTTP, HTTPS net.Addr
	// Log gets a line for each certificate and failure. Required.
	Log *slog.Logger
	// CheckEvery is how often certificates are looked at for renewal; 0 is 10 minutes.
	CheckEvery time.Duration
	// RenewalWindow is the part of a certificate's life at its end in which it is
	// renewed, unless the CA says when (RFC 9773); 0 is a third.
	RenewalWindow float64
}

// Manager has the certificates of the names that it was given last. It is safe for
// concurrent use.
type Manager struct {
	names     atomic.Pointer[names]
	hosts     []string
	keeper    *keeper
	authority *authority
	refusals  *refusals
	challenge func(http.Handler) http.Handler
	// setting keeps two changes of the names apart.
	setting sync.Mutex
}

// New makes a Manager without names. It contacts nobody before Start. The error says
// which option is wrong.
func New(o Options) (*Manager, error) {
	if o.CA == "" {
		o.CA = LetsEncrypt
	}
	switch directory, err := url.Parse(o.CA); {
	case err != nil:
		return nil, fmt.Errorf("the address of the CA: %w", err)
	case directory.Scheme != "https" || directory.Host == "":
		return nil, fmt.Errorf("the address of the CA, %q, must be an https URL", o.CA)
	case o.Storage == nil:
		return nil, errors.New("a place to keep certificates is needed")
	case o.HTTPS == nil:
		return nil, errors.New("certificates by ACME need a listener for https")
	}
	m := &Manager{hosts: slices.Clone(o.Hosts), refusals: newRefusals(o.Log, time.Now)}
	m.names.Store(&names{})
	m.authority = newAuthority(o, func(ctx context.Context, name string) error {
		if !m.serves(name) {
			return fmt.Errorf("%s is not served", name)
		}
		if o.PointsHere != nil {
			return o.PointsHere(ctx, name)
		}
		return nil
	})
	m.challenge = m.authority.issuer.HTTPChallengeHandler
	m.keeper = &keeper{queue: newQueue(time.Now), source: m.authority, here: o.PointsHere, log: o.Log}
	return m, nil
}

// SetDomains makes the hosts of these domains, in lower-case A-labels, and
// Options.Hosts the names that have certificates. Names that go are not renewed any
// more; new ones get a certificate in the background. Domains that nobody can have
// certificates for, such as public suffixes and wildcards, are left out.
func (m *Manager) SetDomains(domains iter.Seq[string]) {
	m.setting.Lock()
	defer m.setting.Unlock()
	wanted := newNames(domains, m.hosts)
	m.names.Store(&wanted)
	m.keeper.set(wanted)
}

func (m *Manager) serves(name string) bool { return m.names.Load().has(name) }

// Start loads, obtains and renews certificates until the context ends or the returned
// function is called, which waits for the end. It is called once.
func (m *Manager) Start(ctx context.Context) (wait func()) {
	ctx, cancel := context.WithCancel(ctx)
	var group sync.WaitGroup
	group.Go(func() { m.keeper.run(ctx) })
	group.Go(func() { m.authority.tend(ctx) })
	return func() {
		cancel()
		group.Wait()
		m.authority.stop()
	}
}

// HTTPHandler answers the CA's HTTP-01 challenges (RFC 8555, section 8.3) for our
// names, those of other replicas with the same storage too, and leaves the rest to
// next. It belongs before everything else on port 80: a redirect or a rate limit
// would keep the CA out.
func (m *Manager) HTTPHandler(next http.Handler) http.Handler {
	answer := m.challenge(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/.well-known/acme-challenge/") && m.serves(hostname(r.Host)) {
			answer.ServeHTTP(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// Expiries are the ends of the certificates that are served, the earliest first.
func (m *Manager) Expiries() []time.Time {
	var ends []time.Time
	for _, name := range m.keeper.queue.holding() {
		if end, ok := m.authority.notAfter(name); ok {
			ends = append(ends, end)
		}
	}
	slices.SortFunc(ends, time.Time.Compare)
	return ends
}

// Missing counts the names that have no certificate.
func (m *Manager) Missing() int {
	s := m.keeper.queue.standing()
	return s.open + s.elsewhere + s.failing
}

// Refusals counts the TLS handshakes that were refused since the start, by reason.
func (m *Manager) Refusals() map[Reason]uint64 { return m.refusals.counts() }

// Listener speaks TLS on the connections of another listener, as TLSConfig says. In
// addition it notices clients that crypto/tls refuses by itself; see TrailingDot.
func (m *Manager) Listener(inner net.Listener) net.Listener {
	return listener(inner, m.TLSConfig(), m.refusals, m.serves)
}

// listener is the TLS listener of both kinds of certificates.
func listener(inner net.Listener, config *tls.Config, refused *refusals, serves func(string) bool) net.Listener {
	return tls.NewListener(tap{Listener: inner, tell: func(sent string) {
		name, dotted := strings.CutSuffix(strings.ToLower(sent), ".")
		if !dotted {
			return
		}
		if !serves(name) {
			name = ""
		}
		refused.add(TrailingDot, name)
	}}, config)
}

// hostname is the host of a Host header, in lower case, without port and full stop.
func hostname(host string) string {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	return strings.TrimSuffix(strings.ToLower(host), ".")
}

// hostPort is where a TCP listener listens; the host is empty if it is every one.
func hostPort(address net.Addr) (host string, port int) {
	tcp, ok := address.(*net.TCPAddr)
	if !ok {
		return "", 0
	}
	if len(tcp.IP) > 0 && !tcp.IP.IsUnspecified() {
		host = tcp.IP.String()
	}
	return host, tcp.Port
}
