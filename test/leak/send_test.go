//go:build leak

package leak_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/http"
	"testing"
	"time"
)

// guard ends a connection that hangs, so that a broken server fails the test and does
// not stop it.
const guard = 30 * time.Second

// connection is TCP or TLS: both can say that nothing more comes.
type connection interface {
	net.Conn
	CloseWrite() error
}

// A sender sends requests to one listener.
type sender struct {
	address string
	// preface begins each connection, before TLS.
	preface string
	// secured is TLS, or nil for plain http.
	secured *tls.Config

	conn   connection
	reader *bufio.Reader
	// answers counts the answers by status.
	answers map[int]int
}

func (s *sender) dial() (connection, error) {
	dialled, err := new(net.Dialer).DialContext(context.Background(), "tcp", s.address)
	if err != nil {
		return nil, err
	}
	if err := dialled.SetDeadline(time.Now().Add(guard)); err != nil {
		return nil, err
	}
	if _, err := io.WriteString(dialled, s.preface); err != nil {
		return nil, err
	}
	if s.secured != nil {
		return tls.Client(dialled, s.secured), nil
	}
	conn, ok := dialled.(*net.TCPConn)
	if !ok {
		return nil, errors.New("not a connection of TCP")
	}
	return conn, nil
}

// send sends a request: on the connection of the one before if it is whole, on one of
// its own if it is not.
func (s *sender) send(t *testing.T, request []byte) {
	t.Helper()
	if !wellFormed(request) {
		s.throw(t, request)
		return
	}
	if s.conn == nil {
		conn, err := s.dial()
		if err != nil {
			t.Fatal(err)
		}
		s.conn, s.reader = conn, bufio.NewReader(conn)
	}
	if err := s.exchange(request); err != nil {
		t.Fatalf("%v after\n%s", err, request)
	}
}

func (s *sender) exchange(request []byte) error {
	if err := s.conn.SetDeadline(time.Now().Add(guard)); err != nil {
		return err
	}
	if _, err := s.conn.Write(request); err != nil {
		return err
	}
	method, _, _ := bytes.Cut(request, []byte(" "))
	response, err := http.ReadResponse(s.reader, &http.Request{Method: string(method)})
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, response.Body)
	if s.answers == nil {
		s.answers = map[int]int{}
	}
	s.answers[response.StatusCode]++
	if response.Close {
		s.close()
	}
	return errors.Join(err, response.Body.Close())
}

// throw sends bytes, and nothing after them, and waits until the server has had enough:
// it may answer, or cut the connection while there is more to come.
func (s *sender) throw(t *testing.T, garbage []byte) {
	t.Helper()
	conn, err := s.dial()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	_, _ = conn.Write(garbage)
	_ = conn.CloseWrite()
	_, err = io.Copy(io.Discard, conn)
	var slow net.Error
	if errors.As(err, &slow) && slow.Timeout() {
		t.Errorf("not done with this after %v: %.200q", guard, garbage)
	}
}

func (s *sender) close() {
	if s.conn != nil {
		_ = s.conn.Close()
		s.conn = nil
	}
}

func (s *sender) total() (n int) {
	for _, count := range s.answers {
		n += count
	}
	return n
}
