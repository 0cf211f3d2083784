package limits

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"sync"
	"sync/atomic"
)

// Listener bounds the open connections of a listener. It must be the innermost
// one, below TLS and the PROXY protocol: it counts what the machine holds.
//
// With all places taken no more is accepted. The others wait in the queue of the
// kernel, where they cost us nothing, and are served as places become free: every
// connection has a time limit for whatever it does. To accept and close them
// instead would hand the server to whoever holds the places. That is why one
// client gets some of the places only, and what it opens beyond is closed at once.
type Listener struct {
	net.Listener
	perClient int
	exempt    []netip.Prefix

	// places has an element for each open connection and for one that is waited for.
	places chan struct{}
	count  atomic.Int64
	closed chan struct{}
	once   sync.Once

	mu   sync.Mutex
	open map[network]int
}

// Listen bounds a listener to a number of connections, of which one client (as in
// Options.Rate) has at most perClient; loopback and the clients of the exempt
// networks have as many as they like. Numbers below 1 are an error.
func Listen(inner net.Listener, connections, perClient int, exempt []netip.Prefix) (*Listener, error) {
	if connections < 1 || perClient < 1 {
		return nil, fmt.Errorf("%d connections, %d for one client: at least 1 must be allowed", connections, perClient)
	}
	return &Listener{
		Listener: inner, perClient: perClient, exempt: exempt,
		places: make(chan struct{}, connections), closed: make(chan struct{}), open: make(map[network]int),
	}, nil
}

// Accept waits for a place, then for a connection. After Close it is net.ErrClosed.
func (l *Listener) Accept() (net.Conn, error) {
	for {
		select {
		case l.places <- struct{}{}:
		case <-l.closed:
			return nil, net.ErrClosed
		}
		accepted, err := l.Listener.Accept()
		if err != nil {
			<-l.places
			return nil, err
		}
		c := &conn{Conn: accepted, listener: l}
		c.client, c.counted = l.clientOf(accepted.RemoteAddr())
		if !c.counted || l.add(c.client) {
			l.count.Add(1)
			return c, nil
		}
		// An error of closing what nobody uses tells nothing.
		_ = accepted.Close()
		<-l.places
	}
}

// Close closes the listener, not its connections.
func (l *Listener) Close() error {
	l.once.Do(func() { close(l.closed) })
	return l.Listener.Close()
}

// Open is how many connections are open.
func (l *Listener) Open() int { return int(l.count.Load()) }

// Handler ends each connection with its answer while more than three quarters of
// the places are taken: nobody idles on a place that others wait for.
func (l *Listener) Handler(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if l.Open() > cap(l.places)*3/4 {
			w.Header().Set("Connection", "close")
		}
		next.ServeHTTP(w, r)
	})
}

// clientOf is false for who may open any number.
func (l *Listener) clientOf(peer net.Addr) (network, bool) {
	tcp, ok := peer.(*net.TCPAddr)
	if !ok {
		return network{}, false
	}
	ip := tcp.AddrPort().Addr().Unmap().WithZone("")
	if isExempt(ip, l.exempt) {
		return network{}, false
	}
	return networkOf(ip), true
}

func (l *Listener) add(client network) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.open[client] >= l.perClient {
		return false
	}
	l.open[client]++
	return true
}

func (l *Listener) remove(client network) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.open[client]--
	if l.open[client] == 0 {
		delete(l.open, client)
	}
}

// conn gives its place back when it is closed.
type conn struct {
	net.Conn
	listener *Listener
	client   network
	counted  bool
	once     sync.Once
}

// Close closes the connection; it may be called more than once.
func (c *conn) Close() error {
	err := c.Conn.Close()
	c.once.Do(func() {
		if c.counted {
			c.listener.remove(c.client)
		}
		c.listener.count.Add(-1)
		<-c.listener.places
	})
	return err
}

// CloseWrite is for net/http, which ends a connection in two steps if it can, so
// that a client still sending reads why it was refused (413, 431).
func (c *conn) CloseWrite() error {
	half, ok := c.Conn.(interface{ CloseWrite() error })
	if !ok {
		return errors.ErrUnsupported
	}
	return half.CloseWrite()
}
