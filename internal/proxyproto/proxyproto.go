// Package proxyproto reads the PROXY protocol (HAProxy, versions 1 and 2), with
// which a proxy that does not speak HTTP tells who the client is. The parser is
// go-proxyproto's; this package decides who is believed.
package proxyproto

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"slices"
	"time"

	"github.com/pires/go-proxyproto"
)

// Listen makes a listener of one whose connections come from proxies that speak
// the PROXY protocol. It must stand below TLS and above limits.Listener.
//
// The specification forbids to guess: a trusted proxy must send a header, within
// the timeout, and whoever else connects is cut off unread. RemoteAddr of a
// connection is the client that the header names, or the proxy itself where the
// connection is its own (LOCAL, a health check). Trusted must not be empty, and
// the timeout must be more than 0.
func Listen(inner net.Listener, trusted []netip.Prefix, timeout time.Duration) (net.Listener, error) {
	if len(trusted) == 0 {
		return nil, errors.New("the PROXY protocol needs a trusted proxy: without one, everybody could pretend to be anybody")
	}
	if timeout <= 0 {
		return nil, fmt.Errorf("%v for a PROXY header: it needs a time limit", timeout)
	}
	return listener{inner, trusted, timeout}, nil
}

type listener struct {
	net.Listener
	trusted []netip.Prefix
	timeout time.Duration
}

// Accept waits for the next connection of a trusted proxy. It does not wait for
// the header: the first use of the connection does.
func (l listener) Accept() (net.Conn, error) {
	for {
		accepted, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		if l.trusts(accepted.RemoteAddr()) {
			return conn{l.wrap(accepted), accepted}, nil
		}
		// An error of closing what nobody uses tells nothing.
		_ = accepted.Close()
	}
}

func (l listener) wrap(c net.Conn) *proxyproto.Conn {
	return proxyproto.NewConn(c, proxyproto.WithPolicy(proxyproto.REQUIRE),
		proxyproto.ValidateHeader(validate), proxyproto.SetReadHeaderTimeout(l.timeout))
}

func (l listener) trusts(peer net.Addr) bool {
	tcp, ok := peer.(*net.TCPAddr)
	if !ok {
		return false
	}
	ip := tcp.AddrPort().Addr().Unmap().WithZone("")
	return slices.ContainsFunc(l.trusted, func(p netip.Prefix) bool { return p.Contains(ip) })
}

// validate refuses clients without a TCP address, who would be without limits.
func validate(header *proxyproto.Header) error {
	if _, _, ok := header.TCPAddrs(); !ok && !header.Command.IsLocal() {
		return fmt.Errorf("PROXY header of transport %#x: only TCP is served", byte(header.TransportProtocol))
	}
	return nil
}

type conn struct {
	*proxyproto.Conn
	inner net.Conn
}

// CloseWrite is for net/http, which ends a connection in two steps if it can, so
// that a client still sending reads why it was refused (413, 431).
func (c conn) CloseWrite() error {
	half, ok := c.inner.(interface{ CloseWrite() error })
	if !ok {
		return errors.ErrUnsupported
	}
	return half.CloseWrite()
}
