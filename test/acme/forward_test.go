//go:build acme

package acme_test

import (
	"context"
	"io"
	"net"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

// forwarder listens where the CA validates, as a load balancer would, and decides for
// each connection which node gets it.
type forwarder struct {
	// choose may wait; a connection without a node is closed.
	choose func() *node
	// passed counts the connections that got a node.
	passed atomic.Int64
}

// forward runs a forwarder until the test ends.
func (c *ca) forward(t *testing.T, choose func() *node) *forwarder {
	t.Helper()
	f := &forwarder{choose: choose}
	var group sync.WaitGroup
	for port, address := range map[int]func(*node) string{
		c.http:  func(n *node) string { return n.http },
		c.https: func(n *node) string { return n.https },
	} {
		listener, err := listen(net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
		must(t, err)
		context.AfterFunc(t.Context(), func() { _ = listener.Close() })
		group.Go(func() {
			for {
				conn, err := listener.Accept()
				if err != nil {
					return
				}
				group.Go(func() { f.pass(t.Context(), conn, address) })
			}
		})
	}
	t.Cleanup(group.Wait)
	return f
}

// pass connects a connection with the node that is chosen.
func (f *forwarder) pass(ctx context.Context, conn net.Conn, address func(*node) string) {
	defer func() { _ = conn.Close() }()
	n := f.choose()
	if n == nil {
		return
	}
	var dialer net.Dialer
	onward, err := dialer.DialContext(ctx, "tcp", address(n))
	if err != nil {
		return
	}
	defer func() { _ = onward.Close() }()
	f.passed.Add(1)
	stop := context.AfterFunc(ctx, func() { _, _ = conn.Close(), onward.Close() })
	defer stop()
	go func() { _, _ = io.Copy(onward, conn) }()
	_, _ = io.Copy(conn, onward)
}

// orders reports whether a node has begun to order a certificate.
func (n *node) orders() bool { return strings.Contains(n.log.String(), `msg="obtaining certificate"`) }
