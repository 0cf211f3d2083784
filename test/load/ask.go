//go:build load

package main

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"
)

// ask is what a client sends.
type ask struct {
	host, target string
	header       map[string]string
	// body is posted if there is one.
	body string
}

// answer is what came back, as it was sent.
type answer struct {
	status int
	header http.Header
	body   []byte
}

func (a answer) kind() string { return a.header.Get("Content-Type") }

// of asks once, on a connection of its own.
func (a ask) of(ctx context.Context, s *server) (answer, error) {
	method, scheme := http.MethodGet, "http"
	if a.body != "" {
		method = http.MethodPost
	}
	if s.secure {
		scheme = "https"
	}
	r, err := http.NewRequestWithContext(ctx, method, scheme+"://"+s.address+a.target, strings.NewReader(a.body))
	if err != nil {
		return answer{}, fmt.Errorf("asking for %s: %w", a.target, err)
	}
	r.Host = a.host
	for name, value := range a.header {
		r.Header.Set(name, value)
	}
	transport := &http.Transport{DisableCompression: true, DisableKeepAlives: true, TLSClientConfig: tlsOnce()}
	response, err := transport.RoundTrip(r)
	if err != nil {
		return answer{}, fmt.Errorf("asking for %s: %w", a.target, err)
	}
	body, err := io.ReadAll(response.Body)
	if err := errors.Join(err, response.Body.Close()); err != nil {
		return answer{}, fmt.Errorf("reading the answer to %s: %w", a.target, err)
	}
	return answer{status: response.StatusCode, header: response.Header, body: body}, nil
}

// tlsOnce is TLS 1.3 with a full handshake on each connection, because it remembers
// no session, and with the key exchange that all clients know.
func tlsOnce() *tls.Config {
	return &tls.Config{
		MinVersion: tls.VersionTLS13, CurvePreferences: []tls.CurveID{tls.X25519}, ServerName: autoconfigHost,
		InsecureSkipVerify: true, //nolint:gosec // the certificate is our own, and checking its chain would cost the generator more than the server.
	}
}

// first waits for the first answer of a server that was just started.
func (s *server) first(ctx context.Context, a ask) (answer, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	tick := time.NewTicker(100 * time.Microsecond)
	defer tick.Stop()
	for {
		conn, err := new(net.Dialer).DialContext(ctx, "tcp", s.address)
		if err == nil {
			_ = conn.Close()
			return a.of(ctx, s)
		}
		select {
		case <-s.ended:
			return answer{}, fmt.Errorf("the server ended before it served: %w\n%s", s.end, s.lastWords())
		case <-ctx.Done():
			return answer{}, fmt.Errorf("nobody answers at %s: %w", s.address, err)
		case <-tick.C:
		}
	}
}

// same says in which way an answer is not another one: status and bytes count.
func (a answer) same(other answer) error {
	switch {
	case a.status != other.status:
		return fmt.Errorf("status %d, want %d", other.status, a.status)
	case !bytes.Equal(a.body, other.body):
		return fmt.Errorf("another body: %d bytes, want %d", len(other.body), len(a.body))
	}
	return nil
}
