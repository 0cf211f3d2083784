// Package limits keeps one client from taking what all share: how often it asks,
// how many requests are under way, how many connections are open. Nothing here is
// a ban: who waits as long as the answer says is let in, and what was forgotten
// counts as nothing done.
package limits

import (
	"errors"
	"fmt"
	"net/http"
	"net/netip"
	"sync"
	"sync/atomic"
	"time"
)

// Options are the settings of a Limiter.
type Options struct {
	// Rate is how many requests a second a client may send in the long run; 0 is
	// any number. A client is an IPv4 address or an IPv6 /64: what one household or
	// one host is given.
	Rate float64
	// Burst is how many requests a client may send at once after a pause, at
	// least 1. One wizard of Thunderbird sends 7.
	Burst int
	// Places is how many requests may be under way at the same time, at least 1.
	Places int
	// Exempt are networks with clients that are never asked to wait, such as our
	// own proxies: an address of theirs stands for everybody behind it. Loopback is
	// always exempt.
	Exempt []netip.Prefix
	// Clients is how many clients are remembered; 0 is 65,536. Of more, those that
	// have been silent longest are forgotten.
	Clients int
	// Now is the clock; nil is the system's.
	Now func() time.Time
}

const (
	// maxFill is the longest time that a bucket may take to become full again.
	maxFill = 24 * time.Hour
	// defaultClients take about 3 MiB.
	defaultClients = 1 << 16
	// fullRetry is when to come back after all places were taken: a request takes
	// milliseconds, so that there are places again at once.
	fullRetry = time.Second
	// wideFactor is how much more the clients of widePrefixes may do.
	wideFactor = 10
)

// widePrefixes are the networks of Microsoft's AutoDetect, which asks for all
// users of new Outlook (as of 2022, from reports of administrators).
var widePrefixes = [...]netip.Prefix{
	netip.PrefixFrom(netip.AddrFrom4([4]byte{52, 125, 128, 0}), 20),
	netip.PrefixFrom(netip.AddrFrom4([4]byte{52, 127, 96, 0}), 23),
}

// Limiter says which requests are too many. It is safe for concurrent use and
// starts no goroutine.
type Limiter struct {
	now         func() time.Time
	start       time.Time
	exempt      []netip.Prefix
	usual, wide allowance

	mu      sync.Mutex
	clients memory

	places int64
	inside atomic.Int64
}

// New makes a Limiter. It fails on numbers that make no sense.
func New(o Options) (*Limiter, error) {
	usual, err := newAllowance(o.Rate, o.Burst)
	if err != nil {
		return nil, err
	}
	if o.Places < 1 {
		return nil, fmt.Errorf("%d requests at the same time: at least 1 must be allowed", o.Places)
	}
	wide := allowance{}
	if o.Rate > 0 {
		wide, err = newAllowance(o.Rate*wideFactor, o.Burst*wideFactor)
		if err != nil {
			return nil, err
		}
	}
	if o.Clients == 0 {
		o.Clients = defaultClients
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Limiter{
		now: o.Now, start: o.Now(), exempt: o.Exempt, usual: usual, wide: wide,
		clients: newMemory(o.Clients), places: int64(o.Places),
	}, nil
}

// Enter asks whether a request of a client may be answered now. Status 0 says
// yes, and Leave must be called when it is answered. Else the status is 429 for a
// client that asks too often, 503 while too many requests are under way, and
// retryAfter says in whole seconds when to come again (RFC 6585, section 4; RFC
// 9110, section 15.6.4).
//
// A client without an IP address has come over a Unix socket, from this machine.
func (l *Limiter) Enter(client netip.Addr) (status int, retryAfter time.Duration) {
	if wait := l.spend(client); wait > 0 {
		return http.StatusTooManyRequests, (wait + time.Second - 1).Truncate(time.Second)
	}
	if l.inside.Add(1) > l.places {
		l.inside.Add(-1)
		return http.StatusServiceUnavailable, fullRetry
	}
	return 0, 0
}

// Leave ends a request that Enter let in.
func (l *Limiter) Leave() { l.inside.Add(-1) }

// spend takes a token out of the client's bucket, or says when there will be one.
func (l *Limiter) spend(client netip.Addr) (wait time.Duration) {
	client = client.Unmap().WithZone("")
	if l.usual.unlimited() || isExempt(client, l.exempt) {
		return 0
	}
	allowed := l.usual
	if contains(widePrefixes[:], client) {
		allowed = l.wide
	}
	key := networkOf(client)
	l.mu.Lock()
	defer l.mu.Unlock()
	full, wait := allowed.spend(l.clients.get(key), l.now().Sub(l.start))
	l.clients.put(key, full)
	return wait
}

// allowance is the size of a bucket and how fast it fills.
type allowance struct {
	// interval is the time in which one token flows in; 0 is no limit.
	interval time.Duration
	// size is the time in which the empty bucket becomes full.
	size time.Duration
}

func newAllowance(rate float64, burst int) (allowance, error) {
	switch {
	case rate == 0:
		return allowance{}, nil
	case !(rate > 0): // not a number, too
		return allowance{}, fmt.Errorf("%v requests a second: it must be a number from 0 on", rate)
	case burst < 1:
		return allowance{}, fmt.Errorf("%d requests at once: at least 1 must be allowed", burst)
	case float64(burst)/rate > maxFill.Seconds():
		return allowance{}, errors.New("the burst takes more than a day to come back at this rate")
	}
	interval := time.Duration(float64(time.Second) / rate)
	return allowance{interval: interval, size: interval * time.Duration(burst)}, nil
}

func (a allowance) unlimited() bool { return a.interval == 0 }

// spend takes one token at a time out of a bucket that is known by the time at
// which it is full again (the generic cell rate algorithm): one number says all.
// Without a token, the bucket stays as it is, and wait is the time until there is one.
func (a allowance) spend(full, now time.Duration) (newFull, wait time.Duration) {
	after := max(full, now) + a.interval
	if wait := after - now - a.size; wait > 0 {
		return full, wait
	}
	return after, 0
}
