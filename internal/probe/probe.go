// Package probe connects to the mail servers that a client would use and says what
// it finds: who answers, how the connection is protected, whether the certificate
// holds, what the server offers. It never logs in: of each protocol it knows the
// greeting, the question for capabilities, STARTTLS and the farewell, and no more.
//
// Every server is taken for broken or hostile until it has shown otherwise. What
// it sends is bounded in bytes and in time, by deadlines on the connection itself,
// and the end of a context closes the connection.
package probe

import (
	"context"
	"crypto/x509"
	"net"
	"net/netip"
	"sync"
	"time"

	"signpost/provider"
)

// Dialer makes connections; *net.Dialer is one. Addresses are IP addresses with
// ports: nothing is left to look up.
type Dialer interface {
	DialContext(ctx context.Context, network, address string) (net.Conn, error)
}

// Resolver looks host names up; *net.Resolver is one. Errors that are a
// *net.DNSError tell their kind.
type Resolver interface {
	LookupNetIP(ctx context.Context, network, host string) ([]netip.Addr, error)
}

// What holds where the Options say nothing.
const (
	defaultLimit    = 15 * time.Second
	defaultInFlight = 8
)

// Options of a Prober. The zero value asks by the machine's own means.
type Options struct {
	// Dialer makes the connections; nil is a net.Dialer.
	Dialer Dialer
	// Resolver finds the addresses; nil is net.DefaultResolver.
	Resolver Resolver
	// Roots are the authorities that clients trust; nil is the system's.
	Roots *x509.CertPool
	// Now is the clock by which certificates are judged; nil is time.Now.
	Now func() time.Time
	// Limit is how long one Probe may take, once it is its turn; 0 is 15 s. A
	// nearer deadline of the context holds.
	Limit time.Duration
	// InFlight is how many servers may be asked at a time; 0 is 8.
	InFlight int
	// PublicOnly refuses addresses that are not of the public Internet. It is
	// checked with each address that is dialled, after resolution.
	PublicOnly bool
}

// Prober asks mail servers. It is safe for use by any number of goroutines, has
// none of its own between calls, and needs no closing.
type Prober struct {
	dialer     Dialer
	resolver   Resolver
	roots      *x509.CertPool
	now        func() time.Time
	limit      time.Duration
	publicOnly bool
	slots      chan struct{}
}

// New makes a Prober.
func New(options Options) *Prober {
	p := &Prober{
		dialer: options.Dialer, resolver: options.Resolver, roots: options.Roots, now: options.Now,
		limit: options.Limit, publicOnly: options.PublicOnly,
	}
	if p.dialer == nil {
		p.dialer = &net.Dialer{}
	}
	if p.resolver == nil {
		p.resolver = net.DefaultResolver
	}
	if p.now == nil {
		p.now = time.Now
	}
	if p.limit <= 0 {
		p.limit = defaultLimit
	}
	inFlight := options.InFlight
	if inFlight <= 0 {
		inFlight = defaultInFlight
	}
	p.slots = make(chan struct{}, inFlight)
	return p
}

// ProbeAll asks all targets, as many at a time as Options.InFlight says, and
// returns the results in the order of the targets.
func (p *Prober) ProbeAll(ctx context.Context, targets []Target) []Result {
	results := make([]Result, len(targets))
	var all sync.WaitGroup
	for i, target := range targets {
		all.Go(func() { results[i] = p.Probe(ctx, target) })
	}
	all.Wait()
	return results
}

// Probe asks one server, when it is its turn. It returns soon after the context
// ends, with what was found by then.
func (p *Prober) Probe(ctx context.Context, target Target) Result {
	if mistake := target.check(); !mistake.IsZero() {
		return failed(target, mistake.at(AtLookUp))
	}
	if ctx.Err() != nil {
		return failed(target, problem(Cut, "").at(AtLookUp))
	}
	select {
	case p.slots <- struct{}{}:
		defer func() { <-p.slots }()
	case <-ctx.Done():
		return failed(target, problem(Cut, "").at(AtLookUp))
	}
	ctx, cancel := context.WithTimeout(ctx, p.limit)
	defer cancel()
	addresses, found := p.resolve(ctx, target.Host)
	if !found.IsZero() {
		return failed(target, found.at(AtLookUp))
	}
	return p.ask(ctx, target, addresses)
}

// failed is the result for a server with which nobody talked.
func failed(target Target, why Problem) Result {
	return Result{Target: target, Advertised: Conversation{Security: target.Security, Problems: []Problem{why}}}
}

// ask talks to the address that answers first, as advertised, and then in the
// other way if that can explain a failure.
func (p *Prober) ask(ctx context.Context, target Target, addresses []netip.Addr) Result {
	calls, hangUp := p.call(ctx, addresses, target.Port)
	defer hangUp()
	conn, at := calls.first()
	if conn == nil {
		all := calls.rest()
		result := failed(target, telling(all))
		result.Addresses = all
		return result
	}
	result := Result{Target: target}
	result.Advertised = p.hold(ctx, conn, at, target, target.Security)
	if explicable(result.Advertised) {
		result.Other = p.redial(ctx, at, target, otherWay(target.Security))
		result.Advertised.Problems = explained(result)
	}
	result.Addresses = calls.rest()
	return result
}

// otherWay is how a client begins that was told something else.
func otherWay(s provider.Security) provider.Security {
	if s == provider.TLS {
		return provider.STARTTLS
	}
	return provider.TLS
}

// explicable tells whether a conversation ended in a way that a wrong idea of the
// port can be the reason of: each side waits for the other to begin, or does not
// understand how it does.
func explicable(c Conversation) bool {
	if len(c.Problems) == 0 {
		return false
	}
	end := c.Problems[len(c.Problems)-1]
	switch end.Kind {
	case TLSOnPlainPort, PlainOnTLSPort:
		return true
	case Silent, ClosedAtOnce:
		return end.Step == AtHandshake && c.Security == provider.TLS || end.Step == AtGreeting && c.Security != provider.TLS
	}
	return false
}

// explained are the problems of the advertised way in the light of the other one.
func explained(r Result) []Problem {
	switch {
	case r.Target.Security == provider.TLS && r.Other.Plain.Greeting != "":
		return []Problem{problem(PlainOnTLSPort, r.Other.Plain.Greeting).at(AtHandshake)}
	case r.Target.Security != provider.TLS && r.Other.Session.Version != "":
		return []Problem{problem(TLSOnPlainPort, "").at(AtGreeting)}
	}
	return r.Advertised.Problems
}
