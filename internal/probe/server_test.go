package probe_test

import (
	"bufio"
	"context"
	"crypto/tls"
	"net"
	"net/netip"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"signpost/internal/testserver"
)

// A handler is a server's side of one connection, which is closed after it.
type handler func(t testing.TB, conn net.Conn)

// serve runs a server on loopback until the end of the test. Each connection is
// counted, and the test waits for all handlers.
func serve(t testing.TB, handle handler) netip.AddrPort {
	t.Helper()
	return testserver.TCP(t, func(conn net.Conn) { handle(t, conn) })
}

// script is a server that goes through lines: "S: " is sent, "C: " is what the
// client must say, "TLS" is a handshake, "…" sends the rest without a line end. A
// connection that the client closes ends it.
func script(config *tls.Config, lines ...string) handler {
	return func(t testing.TB, conn net.Conn) {
		reader := bufio.NewReader(conn)
		for _, line := range lines {
			var err error
			switch what, rest, _ := strings.Cut(line, " "); what {
			case "S:":
				_, err = conn.Write([]byte(rest + "\r\n"))
			case "…":
				_, err = conn.Write([]byte(rest))
			case "C:":
				var got string
				got, err = reader.ReadString('\n')
				if err == nil && got != rest+"\r\n" {
					t.Errorf("the client said %q, want %q", got, rest)
				}
			case "TLS":
				secure := tls.Server(conn, config)
				err = secure.HandshakeContext(t.Context())
				conn, reader = secure, bufio.NewReader(secure)
			default:
				t.Errorf("%q is no line of a script", line)
			}
			if err != nil {
				return
			}
		}
	}
}

// drain waits until the client hangs up: the server goes on listening, in silence.
func drain(conn net.Conn) {
	buffer := make([]byte, 512)
	for {
		if _, err := conn.Read(buffer); err != nil {
			return
		}
	}
}

// pipes is a dialer whose connections lead to a handler in the same bubble.
func pipes(t testing.TB, handle handler) dialerFunc {
	var running sync.WaitGroup
	t.Cleanup(running.Wait)
	return func(context.Context, string) (net.Conn, error) {
		ours, theirs := net.Pipe()
		running.Go(func() {
			defer func() { _ = theirs.Close() }()
			handle(t, theirs)
		})
		return ours, nil
	}
}

// inTurn serves each connection by the next handler, the last one for all more.
func inTurn(handlers ...handler) handler {
	var next atomic.Int64
	return func(t testing.TB, conn net.Conn) {
		i := min(int(next.Add(1)), len(handlers))
		handlers[i-1](t, conn)
	}
}

// says sends a text as it is and listens until the client hangs up.
func says(said string) handler {
	return func(_ testing.TB, conn net.Conn) {
		if _, err := conn.Write([]byte(said)); err == nil {
			drain(conn)
		}
	}
}

// forEver sends a text again and again.
func forEver(said string) handler {
	return func(_ testing.TB, conn net.Conn) {
		for {
			if _, err := conn.Write([]byte(said)); err != nil {
				return
			}
		}
	}
}

// drips sends a text byte by byte, one a second, and then begins anew, whatever the
// client says. It is for the time of a synctest bubble.
func drips(said string) handler {
	return func(_ testing.TB, conn net.Conn) {
		go drain(conn)
		for i := 0; ; i++ {
			time.Sleep(time.Second)
			if _, err := conn.Write([]byte{said[i%len(said)]}); err != nil {
				return
			}
		}
	}
}

func silent(_ testing.TB, conn net.Conn) { drain(conn) }

func hangsUp(testing.TB, net.Conn) {}

// after goes on with a handler where a script ends.
func after(lines []string, next handler) handler {
	return func(t testing.TB, conn net.Conn) {
		script(nil, lines...)(t, conn)
		next(t, conn)
	}
}

// afterHello waits for the client's part of a handshake before it goes on.
func afterHello(next handler) handler {
	return func(t testing.TB, conn net.Conn) {
		if _, err := conn.Read(make([]byte, 4096)); err == nil {
			next(t, conn)
		}
	}
}

// alert is a fatal TLS alert, handshake_failure.
const alert = "\x15\x03\x01\x00\x02\x02\x28"
