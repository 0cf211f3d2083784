package limits_test

import (
	"bufio"
	"errors"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"signpost/internal/limits"
)

// guard ends a connection that hangs, so that a broken listener fails the test and
// does not stop all tests.
const guard = time.Minute

// queue is a listener of connections that only have addresses.
type queue chan *fakeConn

func (q queue) Accept() (net.Conn, error) {
	c, ok := <-q
	if !ok {
		return nil, net.ErrClosed
	}
	return c, nil
}
func (q queue) Close() error { return nil }
func (queue) Addr() net.Addr { return &net.TCPAddr{} }

type fakeConn struct {
	net.Conn
	peer   net.Addr
	closed int
}

func (c *fakeConn) RemoteAddr() net.Addr { return c.peer }
func (c *fakeConn) Close() error         { c.closed++; return nil }

// from makes one connection of each peer; empty is a Unix socket.
func from(peers ...string) (queue, []*fakeConn) {
	q, conns := make(queue, len(peers)), make([]*fakeConn, len(peers))
	for i, peer := range peers {
		conns[i] = &fakeConn{peer: &net.UnixAddr{Net: "unix"}}
		if peer != "" {
			conns[i].peer = net.TCPAddrFromAddrPort(netip.AddrPortFrom(netip.MustParseAddr(peer), 1))
		}
		q <- conns[i]
	}
	close(q)
	return q, conns
}

func listen(t testing.TB, inner net.Listener, connections, perClient int) *limits.Listener {
	t.Helper()
	l, err := limits.Listen(inner, connections, perClient, []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestOneClientGetsSomeOfTheConnections(t *testing.T) {
	const perClient = 2
	for _, c := range []struct {
		name  string
		peers []string
		// refused says which of them are closed at once.
		refused []bool
	}{
		{"its share", []string{"192.0.2.1", "192.0.2.1"}, []bool{false, false}},
		{"no more than its share", []string{"192.0.2.1", "192.0.2.1", "192.0.2.1"}, []bool{false, false, true}},
		{"others have their own", []string{"192.0.2.1", "192.0.2.1", "192.0.2.2"}, []bool{false, false, false}},
		{"a /64 is one client", []string{"2001:db8::1", "2001:db8::2", "2001:db8::3", "2001:db8:0:1::"}, []bool{false, false, true, false}},
		{"a mapped address is the same client", []string{"192.0.2.1", "::ffff:192.0.2.1", "192.0.2.1"}, []bool{false, false, true}},
		{"loopback has as many as it likes", []string{"127.0.0.1", "127.0.0.1", "127.0.0.1", "::1", "::1", "::1"}, make([]bool, 6)},
		{"our proxies have as many as they like", []string{"10.0.0.1", "10.0.0.1", "10.0.0.1"}, make([]bool, 3)},
		{"so has a Unix socket", []string{"", "", ""}, make([]bool, 3)},
	} {
		t.Run(c.name, func(t *testing.T) {
			inner, conns := from(c.peers...)
			l := listen(t, inner, 100, perClient)
			accepted := 0
			for {
				if _, err := l.Accept(); err != nil {
					break
				}
				accepted++
			}
			for i, conn := range conns {
				if got := conn.closed > 0; got != c.refused[i] {
					t.Errorf("connection %d of %q: closed %t, want %t", i+1, c.peers, got, c.refused[i])
				}
			}
			if got := l.Open(); got != accepted {
				t.Errorf("%d places taken by %d connections", got, accepted)
			}
		})
	}
}

func TestAClosedConnectionGivesItsPlaceBackOnce(t *testing.T) {
	inner, _ := from("192.0.2.1", "192.0.2.1", "192.0.2.1", "192.0.2.1")
	l := listen(t, inner, 2, 1)
	for i := range 4 {
		c, err := l.Accept()
		if err != nil {
			t.Fatalf("connection %d: %v", i+1, err)
		}
		if got := l.Open(); got != 1 {
			t.Errorf("connection %d: %d places taken, want 1", i+1, got)
		}
		for range 3 {
			if err := c.Close(); err != nil {
				t.Error(err)
			}
		}
		if got := l.Open(); got != 0 {
			t.Errorf("connection %d closed three times: %d places taken, want 0", i+1, got)
		}
	}
}

func TestWithAllPlacesTakenTheNextConnectionWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		inner, _ := from("192.0.2.1", "192.0.2.2")
		l := listen(t, inner, 1, 1)
		first, err := l.Accept()
		if err != nil {
			t.Fatal(err)
		}
		second := make(chan error)
		go func() {
			_, err := l.Accept()
			second <- err
		}()
		synctest.Wait()
		if got := len(inner); got != 1 {
			t.Errorf("%d connections wait in the queue, want 1", got)
		}
		if err := first.Close(); err != nil {
			t.Error(err)
		}
		if err := <-second; err != nil {
			t.Errorf("after a place became free: %v", err)
		}
	})
}

func TestCloseEndsAnAcceptThatWaitsForAPlace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		inner, _ := from("192.0.2.1", "192.0.2.2")
		l := listen(t, inner, 1, 1)
		if _, err := l.Accept(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error)
		go func() {
			_, err := l.Accept()
			ended <- err
		}()
		synctest.Wait()
		for range 2 {
			if err := l.Close(); err != nil {
				t.Error(err)
			}
		}
		if err := <-ended; !errors.Is(err, net.ErrClosed) {
			t.Errorf("Accept after Close: %v, want net.ErrClosed", err)
		}
	})
}

func TestListenRefusesNumbersBelow1(t *testing.T) {
	for _, c := range [][2]int{{0, 1}, {1, 0}, {-1, 1}} {
		if _, err := limits.Listen(nil, c[0], c[1], nil); err == nil {
			t.Errorf("%d connections, %d for one client: no error", c[0], c[1])
		}
	}
}

// start serves behind a Listener.
func start(t *testing.T, connections int) (l *limits.Listener, address string) {
	t.Helper()
	server := httptest.NewUnstartedServer(nil)
	l = listen(t, server.Listener, connections, 1)
	server.Listener = l
	server.Config.MaxHeaderBytes = 1
	server.Config.Handler = l.Handler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(w, "answer")
	}))
	server.Start()
	t.Cleanup(server.Close)
	return l, l.Addr().String()
}

// send sends a request over a new connection. It returns the status of the answer,
// whether the answer is the last one, and the connection to read on from.
func send(t *testing.T, address, request string) (status int, last bool, rest io.Reader) {
	t.Helper()
	conn, err := new(net.Dialer).DialContext(t.Context(), "tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	if err := conn.SetDeadline(time.Now().Add(guard)); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(conn, request); err != nil {
		t.Fatal(err)
	}
	reader := bufio.NewReader(conn)
	response, err := http.ReadResponse(reader, nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = response.Body.Close()
	return response.StatusCode, response.Close, reader
}

func TestConnectionsEndWithTheirAnswerWhenPlacesAreScarce(t *testing.T) {
	_, address := start(t, 4)
	for i, want := range []bool{false, false, false, true} {
		if _, last, _ := send(t, address, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"); last != want {
			t.Errorf("connection %d of 4: ends with its answer %t, want %t", i+1, last, want)
		}
	}
}

// A server that closes with bytes unread resets the connection, and a client may
// lose the answer that was on its way. net/http ends its own half first, if it can.
func TestARefusalIsNotLostInAReset(t *testing.T) {
	_, address := start(t, 10)
	status, _, rest := send(t, address, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Padding: "+strings.Repeat("a", 32<<10)+"\r\n\r\n")
	if status != http.StatusRequestHeaderFieldsTooLarge {
		t.Errorf("headers of 32 KiB: status %d, want 431", status)
	}
	if _, err := io.Copy(io.Discard, rest); err != nil {
		t.Errorf("after the answer: %v, want the end", err)
	}
}

func TestCloseWriteNeedsAConnectionThatCanDoIt(t *testing.T) {
	inner, _ := from("192.0.2.1")
	c, err := listen(t, inner, 1, 1).Accept()
	if err != nil {
		t.Fatal(err)
	}
	half, ok := c.(interface{ CloseWrite() error })
	if !ok {
		t.Fatalf("%T has no CloseWrite", c)
	}
	if err := half.CloseWrite(); !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("CloseWrite of a connection without: %v, want ErrUnsupported", err)
	}
}
