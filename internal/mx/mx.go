// Package mx asks DNS which hosts take the mail of a domain, so that a domain
// that no table knows can be matched with the provider that hosts it.
//
// It is built for strangers who choose the questions: look-ups under way, the
// time of each, and what is remembered are all bounded.
package mx

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"slices"
	"time"

	"golang.org/x/sync/singleflight"

	"signpost/internal/address"
)

// What Hosts says instead of hosts. All but ErrUnasked and ErrNone may be
// otherwise after a while.
var (
	// ErrUnasked: the domain is none of the public DNS, so nobody is asked.
	ErrUnasked = errors.New("not a domain of the public DNS")
	// ErrNone: the domain has no MX host, does not exist, or takes no mail
	// (a null MX, RFC 7505).
	ErrNone = errors.New("no MX host")
	// ErrBusy: as many look-ups are under way as may be. It is not remembered.
	ErrBusy = errors.New("too many DNS look-ups under way")
	// ErrTimeout: no DNS server answered in time.
	ErrTimeout = errors.New("no DNS answer in time")
	// ErrServer: a DNS server could not be reached or could not answer (SERVFAIL,
	// REFUSED and the like).
	ErrServer = errors.New("DNS server failure")
)

// What holds where the Options say nothing.
const (
	defaultLimit     = 1500 * time.Millisecond
	defaultInFlight  = 64
	defaultCacheSize = 10_000
)

// Options of a Resolver. The zero value is good on a machine with
// /etc/resolv.conf.
type Options struct {
	// Servers are the recursive DNS servers to ask, in this order. Empty: those
	// of /etc/resolv.conf as they are when the Resolver is made.
	Servers []netip.AddrPort
	// Limit is how long one look-up may take over all its tries; 0 is 1.5 s.
	Limit time.Duration
	// InFlight is how many look-ups may be under way at a time; 0 is 64.
	InFlight int
	// CacheSize is how many domains may be remembered, 2 at the least; 0 is
	// 10,000. Each takes 2.5 KiB at the very worst.
	CacheSize int
	// Now is the clock by which answers get old; nil is time.Now.
	Now func() time.Time
}

// Resolver finds MX hosts. It is safe for use by any number of goroutines, has
// no goroutine of its own between look-ups, and needs no closing.
type Resolver struct {
	servers []netip.AddrPort
	limit   time.Duration
	now     func() time.Time
	cache   *cache
	flights singleflight.Group
	slots   chan struct{}
}

// New makes a Resolver. The error says that there is no DNS server to ask.
func New(options Options) (*Resolver, error) {
	r := &Resolver{servers: slices.Clone(options.Servers), limit: options.Limit, now: options.Now}
	if len(r.servers) == 0 {
		var err error
		if r.servers, err = systemServers(); err != nil {
			return nil, err
		}
	}
	if r.limit <= 0 {
		r.limit = defaultLimit
	}
	if r.now == nil {
		r.now = time.Now
	}
	r.slots = make(chan struct{}, orDefault(options.InFlight, defaultInFlight))
	r.cache = newCache(orDefault(options.CacheSize, defaultCacheSize))
	return r, nil
}

func orDefault(n, otherwise int) int {
	if n <= 0 {
		return otherwise
	}
	return n
}

// Hosts are the MX hosts of a domain, the preferred one first, in lower case
// without a trailing dot: eight at the most. The domain may have any spelling
// that address.ParseDomain reads. Nobody may write to the slice: it is the
// cache's own.
//
// An answer in the cache is returned without waiting. Else one look-up runs for
// all who ask about the same domain, and ends by its own limit: a caller whose
// context ends leaves at once with the context's error, and the others get their
// answer. So a call never takes longer than Options.Limit, whatever its context.
//
// Every error wraps ErrUnasked, ErrNone, ErrBusy, ErrTimeout, ErrServer,
// address.ErrSyntax or the context's error; none holds the domain.
func (r *Resolver) Hosts(ctx context.Context, domain string) ([]string, error) {
	domain, err := address.ParseDomain(domain)
	if err != nil {
		return nil, fmt.Errorf("looking for MX hosts: %w", err)
	}
	if !public(domain) {
		return nil, ErrUnasked
	}
	if known, ok := r.cache.get(domain, r.now()); ok {
		return known.hosts, known.err
	}
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("looking for MX hosts: %w", err)
	}
	flight := r.flights.DoChan(domain, func() (any, error) {
		found := r.lookUp(domain)
		return found.hosts, found.err
	})
	select {
	case landed := <-flight:
		hosts, _ := landed.Val.([]string)
		return hosts, landed.Err
	case <-ctx.Done():
		return nil, fmt.Errorf("waiting for MX hosts: %w", ctx.Err())
	}
}

// lookUp is the flight that all share who ask about a domain: it belongs to none
// of them, so no caller's context ends it.
func (r *Resolver) lookUp(domain string) answer {
	// Whoever looked into the cache before the flight before this one landed
	// need not fly again.
	if known, ok := r.cache.get(domain, r.now()); ok {
		return known
	}
	select {
	case r.slots <- struct{}{}:
		defer func() { <-r.slots }()
	default:
		return answer{err: ErrBusy}
	}
	ctx, cancel := context.WithTimeout(context.Background(), r.limit)
	defer cancel()
	name := domain + "."
	reply, err := r.ask(ctx, name)
	var found answer
	if err == nil {
		found = read(reply, name)
	} else {
		found = answer{err: fmt.Errorf("asking for MX hosts: %w", err), ttl: failureTTL}
	}
	r.cache.put(domain, found, r.now().Add(found.ttl))
	return found
}
