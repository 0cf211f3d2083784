package probe

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"sync/atomic"
	"syscall"
	"time"

	"signpost/internal/address"
)

// maxAddresses is how many addresses of one name are dialled. The largest
// providers publish six.
const maxAddresses = 8

// wsaConnRefused is Windows' own number for ECONNREFUSED, which package syscall
// does not match there. No other system has it.
const wsaConnRefused = syscall.Errno(10061)

// share is a context that has one nth of the time that is left, so that a step
// that hangs leaves time for those after it. Within Probe there is always a deadline.
func share(ctx context.Context, n int) (context.Context, context.CancelFunc) {
	deadline, _ := ctx.Deadline()
	return context.WithTimeout(ctx, time.Until(deadline)/time.Duration(n))
}

// resolve finds the addresses of a host, which may be an address itself, or says why
// there are none.
func (p *Prober) resolve(ctx context.Context, host string) ([]netip.Addr, Problem) {
	if ip, err := netip.ParseAddr(host); err == nil {
		return []netip.Addr{ip}, Problem{}
	}
	ctx, cancel := share(ctx, 3)
	defer cancel()
	found, err := p.resolver.LookupNetIP(ctx, "ip", host)
	var dns *net.DNSError
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return nil, problem(Cut, "")
	case errors.As(err, &dns) && dns.IsNotFound, err == nil && len(found) == 0:
		return nil, problem(DNSNoSuchName, "")
	case ctx.Err() != nil, errors.As(err, &dns) && dns.IsTimeout:
		return nil, problem(DNSTimeout, "")
	case err != nil:
		return nil, problem(DNSFailure, err.Error())
	}
	var addresses []netip.Addr
	for _, ip := range found[:min(len(found), maxAddresses)] {
		addresses = append(addresses, ip.Unmap())
	}
	return addresses, Problem{}
}

// calls are connections under way to all addresses of a host. Clients talk to the
// one that answers first (RFC 8305); so do we, and the others hang up at once.
type calls struct {
	addresses []Address
	port      uint16
	pending   int
	ended     chan call
}

// A call is how one of them ended: conn is nil for all but the first.
type call struct {
	index   int
	conn    net.Conn
	problem Problem
}

// call begins to dial. After hangUp no call is under way any more, soon.
func (p *Prober) call(ctx context.Context, addresses []netip.Addr, port int) (*calls, context.CancelFunc) {
	ctx, hangUp := share(ctx, 3)
	c := &calls{
		port:    uint16(port), //nolint:gosec // Target.check has bounded it
		pending: len(addresses), ended: make(chan call, len(addresses)),
	}
	var taken atomic.Bool
	for i, ip := range addresses {
		c.addresses = append(c.addresses, Address{IP: ip})
		go func() {
			conn, err := p.dial(ctx, netip.AddrPortFrom(ip, c.port))
			switch {
			case err != nil:
				c.ended <- call{index: i, problem: dialProblem(ctx, err)}
			case taken.CompareAndSwap(false, true):
				c.ended <- call{index: i, conn: conn}
			default:
				_ = conn.Close()
				c.ended <- call{index: i}
			}
		}()
	}
	return c, hangUp
}

// first waits for the first connection; nil if there is none.
func (c *calls) first() (net.Conn, netip.AddrPort) {
	for c.pending > 0 {
		if ended := c.next(); ended.conn != nil {
			return ended.conn, netip.AddrPortFrom(c.addresses[ended.index].IP, c.port)
		}
	}
	return nil, netip.AddrPort{}
}

// rest waits for what is still under way and says how all of them ended.
func (c *calls) rest() []Address {
	for c.pending > 0 {
		c.next()
	}
	return c.addresses
}

// telling is the problem of all addresses that says most of the server: that this
// machine has no IPv6, or may not ask an address, says the least.
func telling(addresses []Address) Problem {
	for _, kind := range []Kind{Refused, ConnectTimeout, Cut, Unreachable} {
		for _, a := range addresses {
			if a.Problem.Kind == kind {
				return a.Problem
			}
		}
	}
	return addresses[0].Problem
}

func (c *calls) next() call {
	ended := <-c.ended
	c.pending--
	c.addresses[ended.index].Problem = ended.problem
	return ended
}

// dial connects to an address that may be asked.
func (p *Prober) dial(ctx context.Context, at netip.AddrPort) (net.Conn, error) {
	if p.publicOnly && !address.IsPublic(at.Addr()) {
		// Which one it is may be known inside of a network only.
		return nil, problem(NotPublic, "")
	}
	return p.dialer.DialContext(ctx, "tcp", at.String())
}

// dialProblem names the reason why there is no connection.
func dialProblem(ctx context.Context, err error) Problem {
	var known Problem
	var network net.Error
	switch {
	case errors.As(err, &known):
	case errors.Is(ctx.Err(), context.Canceled):
		known = problem(Cut, "")
	case ctx.Err() != nil, errors.As(err, &network) && network.Timeout():
		known = problem(ConnectTimeout, "")
	case errors.Is(err, syscall.ECONNREFUSED), errors.Is(err, wsaConnRefused):
		known = problem(Refused, "")
	default:
		known = problem(Unreachable, err.Error())
	}
	return known.at(AtConnect)
}
