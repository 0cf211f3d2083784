package main_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"
)

const poxRequest = `<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006">` +
	`<Request><EMailAddress>user@sina.com</EMailAddress></Request></Autodiscover>`

// guard ends a connection that hangs, so that a broken server fails the test
// and does not stop all tests.
const guard = time.Minute

func TestSIGTERMFinishesRequestsUnderWayAndEndsWithStatus0(t *testing.T) {
	t.Parallel()
	s := serve(t, "--admin-http", "127.0.0.1:0")

	// The server asks for the body only when the request is inside the handler.
	underWay := dial(t, s.address)
	send(t, underWay, fmt.Sprintf("POST /autodiscover/autodiscover.xml HTTP/1.1\r\nHost: localhost\r\n"+
		"Content-Length: %d\r\nExpect: 100-continue\r\n\r\n", len(poxRequest)))
	reader := bufio.NewReader(underWay)
	if status, _ := receive(t, reader); status != http.StatusContinue {
		t.Fatalf("POST with Expect: status %d, want 100", status)
	}

	if err := s.terminate(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.waitFor(regexp.MustCompile(`msg="?draining`)); err != nil {
		t.Fatal(err)
	}

	if status := get(t, dial(t, s.admin), "/readyz"); status != http.StatusServiceUnavailable {
		t.Errorf("GET /readyz while draining, on the admin listener: status %d, want 503", status)
	}
	if status := get(t, dial(t, s.admin), "/healthz"); status != http.StatusOK {
		t.Errorf("GET /healthz while draining, on the admin listener: status %d, want 200", status)
	}

	send(t, underWay, poxRequest)
	status, body := receive(t, reader)
	if status != http.StatusOK || !strings.Contains(body, "<Server>imap.sina.com</Server>") {
		t.Errorf("POST under way: status %d and\n%s\nwant 200 with imap.sina.com", status, body)
	}
	if err := s.wait(); err != nil {
		t.Errorf("after SIGTERM: %v, want status 0; log:\n%s", err, s.log.String())
	}
}

func TestHeadersOfMoreThan16KiBAreRefused(t *testing.T) {
	t.Parallel()
	s := serve(t)
	const limit = 16 << 10
	for _, test := range []struct {
		name       string
		size, want int
	}{
		{"exactly 16 KiB are read", limit, http.StatusOK},
		{"one byte more is refused", limit + 1, http.StatusRequestHeaderFieldsTooLarge},
		{"a megabyte is refused", 1 << 20, http.StatusRequestHeaderFieldsTooLarge},
	} {
		t.Run(test.name, func(t *testing.T) {
			const begin, end = "GET /lookup/user@sina.com HTTP/1.1\r\nHost: localhost\r\nX-Padding: ", "\r\n\r\n"
			conn := dial(t, s.address)
			// The server answers and closes before it has read all of a megabyte.
			_, _ = io.WriteString(conn, begin+strings.Repeat("a", test.size-len(begin)-len(end))+end)
			if got, _ := receive(t, bufio.NewReader(conn)); got != test.want {
				t.Errorf("headers of %d bytes: status %d, want %d", test.size, got, test.want)
			}
		})
	}
	if err := s.terminate(); err != nil {
		t.Fatal(err)
	}
	if err := s.wait(); err != nil {
		t.Error(err)
	}
}

func TestAConnectionThatNeverEndsItsHeadersIsCut(t *testing.T) {
	t.Parallel()
	s := serve(t)
	conn := dial(t, s.address)
	send(t, conn, "GET /lookup/user@sina.com HTTP/1.1\r\nHost: local")
	if got, err := io.ReadAll(conn); err != nil {
		t.Errorf("half a header: %v after %q, want the end of the connection", err, got)
	}
}

// serve starts a server of the built-in providers on a free port.
func serve(t *testing.T, args ...string) *server {
	t.Helper()
	args = append([]string{"signpost", "serve", "--http", "127.0.0.1:0"}, args...)
	s, err := startServer(t.Context(), t.TempDir(), nil, args...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		// Tests that have waited for its end have nothing left here.
		_ = errors.Join(s.process.Process.Kill(), s.process.Wait())
	})
	return s
}

func dial(t *testing.T, address string) net.Conn {
	t.Helper()
	conn, err := (&net.Dialer{}).DialContext(context.Background(), "tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close() })
	if err := conn.SetDeadline(time.Now().Add(guard)); err != nil {
		t.Fatal(err)
	}
	return conn
}

func send(t *testing.T, conn net.Conn, request string) {
	t.Helper()
	if _, err := io.WriteString(conn, request); err != nil {
		t.Fatal(err)
	}
}

// receive reads one answer.
func receive(t *testing.T, reader *bufio.Reader) (status int, body string) {
	t.Helper()
	response, err := http.ReadResponse(reader, nil)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(response.Body)
	if err := errors.Join(err, response.Body.Close()); err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(content)
}

func get(t *testing.T, conn net.Conn, path string) (status int) {
	t.Helper()
	send(t, conn, "GET "+path+" HTTP/1.1\r\nHost: localhost\r\n\r\n")
	status, _ = receive(t, bufio.NewReader(conn))
	return status
}
