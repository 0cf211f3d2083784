//go:build load

package main

import (
	"bufio"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// handshakes asks on a new connection each time, after a full handshake. wrk cannot:
// it resumes the session of the connection before.
func (r *rig) handshakes(c comparison, status int) drive {
	return func(ctx context.Context, s *server, duration time.Duration) (turn, error) {
		ctx, cancel := context.WithTimeout(ctx, duration+patience)
		defer cancel()
		var clients sync.WaitGroup
		var answers atomic.Int64
		failed := make(chan error, connections)
		began := time.Now()
		for range connections {
			clients.Go(func() {
				for time.Since(began) < duration {
					if err := c.ask.afterHandshake(ctx, s, status); err != nil {
						failed <- err
						return
					}
					answers.Add(1)
				}
			})
		}
		clients.Wait()
		t := turn{answers: int(answers.Load())}
		select {
		case err := <-failed:
			return t, err
		default:
			return t, nil
		}
	}
}

// afterHandshake connects, asks once and reads the answer.
func (a ask) afterHandshake(ctx context.Context, s *server, status int) (err error) {
	raw, err := new(net.Dialer).DialContext(ctx, "tcp", s.address)
	if err != nil {
		return fmt.Errorf("connecting: %w", err)
	}
	conn := tls.Client(raw, tlsOnce())
	defer func() { err = errors.Join(err, conn.Close()) }()
	if err := conn.HandshakeContext(ctx); err != nil {
		return fmt.Errorf("the handshake: %w", err)
	}
	if state := conn.ConnectionState(); state.DidResume || state.Version != tls.VersionTLS13 {
		return fmt.Errorf("no full handshake of TLS 1.3: %s, resumed %v", tls.VersionName(state.Version), state.DidResume)
	}
	if _, err := io.WriteString(conn, "GET "+a.target+" HTTP/1.1\r\nHost: "+a.host+"\r\nConnection: close\r\n\r\n"); err != nil {
		return fmt.Errorf("asking: %w", err)
	}
	response, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		return fmt.Errorf("reading the answer: %w", err)
	}
	if _, err := io.Copy(io.Discard, response.Body); err != nil {
		return fmt.Errorf("reading the answer: %w", err)
	}
	if response.StatusCode != status {
		return fmt.Errorf("status %d, want %d", response.StatusCode, status)
	}
	return response.Body.Close()
}
