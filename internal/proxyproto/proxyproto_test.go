package proxyproto_test

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
	"time"

	"signpost/internal/proxyproto"
)

const (
	// guard ends a connection that hangs, so that a broken listener fails the test
	// and does not stop all tests.
	guard = time.Minute
	get   = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
	v2    = "\r\n\r\n\x00\r\nQUIT\n"
)

var (
	loopback  = netip.MustParsePrefix("127.0.0.0/8")
	elsewhere = netip.MustParsePrefix("192.0.2.0/24")
)

// start serves the RemoteAddr of each request behind the PROXY protocol.
func start(t *testing.T, trusted netip.Prefix, timeout time.Duration) (address string) {
	t.Helper()
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, r.RemoteAddr)
	}))
	address = server.Listener.Addr().String()
	listener, err := proxyproto.Listen(server.Listener, []netip.Prefix{trusted}, timeout)
	if err != nil {
		t.Fatal(err)
	}
	server.Listener = listener
	server.Config.MaxHeaderBytes = 1
	server.Start()
	t.Cleanup(server.Close)
	return address
}

func dial(t *testing.T, address string) net.Conn {
	t.Helper()
	conn, err := new(net.Dialer).DialContext(t.Context(), "tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	if err := conn.SetDeadline(time.Now().Add(guard)); err != nil {
		t.Fatal(err)
	}
	return conn
}

// send writes as much as is taken: who is refused is cut off while he writes.
func send(conn net.Conn, text string) { _, _ = io.WriteString(conn, text) }

// body reads one answer, and is empty if the connection ended without one.
func body(t *testing.T, conn net.Conn) string {
	t.Helper()
	response, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		var slow net.Error
		if errors.As(err, &slow) && slow.Timeout() {
			t.Fatalf("neither an answer nor the end of the connection: %v", err)
		}
		return ""
	}
	defer func() { _ = response.Body.Close() }()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestTheHeaderOfATrustedProxyNamesTheClient(t *testing.T) {
	address := start(t, loopback, guard)
	for _, c := range []struct {
		name, header string
		// want is RemoteAddr, "" for a connection that is cut, "proxy" for the
		// proxy's own address.
		want string
	}{
		{"version 1 with IPv4", "PROXY TCP4 198.51.100.7 203.0.113.1 4242 443\r\n", "198.51.100.7:4242"},
		{"version 1 with IPv6", "PROXY TCP6 2001:db8::7 2001:db8::1 4242 443\r\n", "[2001:db8::7]:4242"},
		{"version 1 of a connection that is the proxy's own", "PROXY UNKNOWN\r\n", "proxy"},
		{"version 2 with IPv4", v2 + "\x21\x11\x00\x0c" + "\xc6\x33\x64\x07\xcb\x00\x71\x01\x10\x92\x01\xbb", "198.51.100.7:4242"},
		{"version 2 with IPv6", v2 + "\x21\x21\x00\x24" + "\x20\x01\x0d\xb8" + strings.Repeat("\x00", 11) + "\x07" + strings.Repeat("\x00", 16) + "\x10\x92\x01\xbb", "[2001:db8::7]:4242"},
		{"version 2 with a checksum that is not ours to read", v2 + "\x21\x11\x00\x13" + "\xc6\x33\x64\x07\xcb\x00\x71\x01\x10\x92\x01\xbb" + "\x03\x00\x04abcd", "198.51.100.7:4242"},
		{"version 2 of a connection that is the proxy's own", v2 + "\x20\x00\x00\x00", "proxy"},
		{"version 2 over UDP", v2 + "\x21\x12\x00\x0c" + "\xc6\x33\x64\x07\xcb\x00\x71\x01\x10\x92\x01\xbb", ""},
		{"version 2 over a Unix socket", v2 + "\x21\x31\x00\xd8" + strings.Repeat("\x00", 216), ""},
		{"version 2 with 64 KiB of extras", v2 + "\x21\x11\xff\xff" + strings.Repeat("\x00", 1<<16), ""},
		{"version 2 with too few bytes for an address", v2 + "\x21\x11\x00\x04\xc6\x33\x64\x07", ""},
		{"no header at all", "", ""},
		{"a header in small letters", "proxy TCP4 198.51.100.7 203.0.113.1 4242 443\r\n", ""},
		{"an address that is none", "PROXY TCP4 198.51.100.256 203.0.113.1 4242 443\r\n", ""},
		{"a host name instead of an address", "PROXY TCP4 localhost 203.0.113.1 4242 443\r\n", ""},
		{"a port that is none", "PROXY TCP4 198.51.100.7 203.0.113.1 70000 443\r\n", ""},
		{"a line without an end", "PROXY TCP4 " + strings.Repeat("1", 4096), ""},
		{"a TLS handshake", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			conn := dial(t, address)
			send(conn, c.header+get)
			want := c.want
			if want == "proxy" {
				want = conn.LocalAddr().String()
			}
			if got := body(t, conn); got != want {
				t.Errorf("%q: the client is %q, want %q", c.header, got, want)
			}
		})
	}
}

func TestAPeerThatIsNotTrustedIsCutOff(t *testing.T) {
	address := start(t, elsewhere, guard)
	for _, c := range []struct{ name, sends string }{
		{"with a header", "PROXY TCP4 127.0.0.1 127.0.0.1 1 2\r\n" + get},
		{"without a header", get},
		{"in silence", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			conn := dial(t, address)
			send(conn, c.sends)
			if got := body(t, conn); got != "" {
				t.Errorf("%q: answer %q, want none", c.sends, got)
			}
		})
	}
}

func TestAProxyThatDoesNotSendItsHeaderIsCutOff(t *testing.T) {
	address := start(t, loopback, time.Nanosecond)
	for _, c := range []struct{ name, sends string }{
		{"nothing", ""},
		{"a part of version 1", "PROXY TCP4 198.51"},
		{"a part of version 2", v2[:5]},
		{"version 2 without its addresses", v2 + "\x21\x11\x00\x0c"},
	} {
		t.Run(c.name, func(t *testing.T) {
			conn := dial(t, address)
			send(conn, c.sends)
			if got := body(t, conn); got != "" {
				t.Errorf("%q: answer %q, want none", c.sends, got)
			}
		})
	}
}

func TestOthersAreServedWhileAProxyIsSlow(t *testing.T) {
	address := start(t, loopback, guard)
	slow := dial(t, address)
	conn := dial(t, address)
	send(conn, "PROXY TCP4 198.51.100.7 203.0.113.1 4242 443\r\n"+get)
	if got, want := body(t, conn), "198.51.100.7:4242"; got != want {
		t.Errorf("beside a slow proxy: the client is %q, want %q", got, want)
	}
	send(slow, "PROXY TCP4 198.51.100.8 203.0.113.1 4242 443\r\n"+get)
	if got, want := body(t, slow), "198.51.100.8:4242"; got != want {
		t.Errorf("the slow proxy: the client is %q, want %q", got, want)
	}
}

// A server that closes with bytes unread resets the connection, and a client may
// lose the answer that was on its way. net/http ends its own half first, if it can.
func TestARefusalIsNotLostInAReset(t *testing.T) {
	address := start(t, loopback, guard)
	conn := dial(t, address)
	send(conn, "PROXY TCP4 198.51.100.7 203.0.113.1 4242 443\r\n"+
		"GET / HTTP/1.1\r\nHost: localhost\r\nX-Padding: "+strings.Repeat("a", 32<<10)+"\r\n\r\n")
	reader := bufio.NewReader(conn)
	response, err := http.ReadResponse(reader, nil)
	if err != nil {
		t.Fatalf("headers of 32 KiB: %v, want 431", err)
	}
	_ = response.Body.Close()
	if response.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
		t.Errorf("headers of 32 KiB: status %d, want 431", response.StatusCode)
	}
	if _, err := io.Copy(io.Discard, reader); err != nil {
		t.Errorf("after the answer: %v, want the end", err)
	}
}

func TestListenRefusesToTrustEverybody(t *testing.T) {
	for _, c := range []struct {
		name    string
		trusted []netip.Prefix
		timeout time.Duration
	}{
		{"no trusted proxy", nil, guard},
		{"no time limit", []netip.Prefix{loopback}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := proxyproto.Listen(nil, c.trusted, c.timeout); err == nil {
				t.Error("no error")
			}
		})
	}
}
