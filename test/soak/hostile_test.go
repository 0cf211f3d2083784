//go:build soak

package soak_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"slices"
	"strings"
	"time"
)

// attack is what a hostile client does on one connection. It returns when the
// server has cut it, or when it is done; an error says what the server did wrong.
type attack struct {
	name string
	run  func(conn *net.TCPConn, random *rand.Rand) error
}

var attacks = [...]attack{
	{"slow headers", func(conn *net.TCPConn, _ *rand.Rand) error {
		return drip(conn, "GET /lookup/user@sina.com HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
	}},
	{"slow body", func(conn *net.TCPConn, _ *rand.Rand) error {
		return drip(conn, "POST /autodiscover/autodiscover.xml HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4000\r\n\r\n<Autodiscover")
	}},
	{"oversize headers", func(conn *net.TCPConn, _ *rand.Rand) error {
		return refused(conn, http.StatusRequestHeaderFieldsTooLarge,
			"GET / HTTP/1.1\r\nHost: localhost\r\nX-Padding: "+strings.Repeat("a", 1<<20)+"\r\n\r\n")
	}},
	{"oversize body", func(conn *net.TCPConn, _ *rand.Rand) error {
		return refused(conn, http.StatusRequestEntityTooLarge,
			"POST /autodiscover/autodiscover.xml HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1048576\r\n\r\n"+strings.Repeat("a", 1<<20))
	}},
	{"garbage TLS", func(conn *net.TCPConn, random *rand.Rand) error {
		return refused(conn, http.StatusBadRequest, "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"+junk(random, 512))
	}},
	{"reset", func(conn *net.TCPConn, _ *rand.Rand) error {
		_, err := io.WriteString(conn, "GET /lookup/user@sina.com HTTP/1.1\r\nHost: localhost\r\n\r\n")
		return errors.Join(err, conn.SetLinger(0))
	}},
	{"pipelined junk", func(conn *net.TCPConn, random *rand.Rand) error {
		const lookup = "GET /lookup/user@sina.com HTTP/1.1\r\nHost: localhost\r\n\r\n"
		_, _ = io.WriteString(conn, strings.Repeat(lookup, 20)+junk(random, 4096)+"\r\n\r\n")
		_, err := io.Copy(io.Discard, conn)
		return timedOut(err)
	}},
	{"never reads", func(conn *net.TCPConn, _ *rand.Rand) error {
		const page = "GET / HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n"
		// What the kernel takes in our place does not count.
		if err := conn.SetReadBuffer(4 << 10); err != nil {
			return err
		}
		for {
			if _, err := io.WriteString(conn, page); err != nil {
				return timedOut(err)
			}
		}
	}},
}

// hostile attacks until the load ends, in one way after the other.
func (l *load) hostile(ctx context.Context, first int, random *rand.Rand) {
	tick := time.NewTicker(pause)
	defer tick.Stop()
	for i := first; ctx.Err() == nil; i++ {
		a := attacks[i%len(attacks)]
		err := l.attack(ctx, a, random)
		switch {
		case ctx.Err() != nil:
		case errors.Is(err, errNobody) && l.mayDie:
		case err != nil:
			l.fail("%s: %v", a.name, err)
		default:
			l.attacked(a.name)
		}
		<-tick.C
	}
}

func (l *load) attack(ctx context.Context, a attack, random *rand.Rand) error {
	dialled, err := new(net.Dialer).DialContext(ctx, "tcp", l.address)
	if err != nil {
		return fmt.Errorf("%w: %w", errNobody, err)
	}
	defer func() { _ = dialled.Close() }()
	defer context.AfterFunc(ctx, func() { _ = dialled.Close() })()
	if err := dialled.SetDeadline(time.Now().Add(guard)); err != nil {
		return err
	}
	conn, ok := dialled.(*net.TCPConn)
	if !ok {
		return fmt.Errorf("connection of type %T", dialled)
	}
	return a.run(conn, random)
}

// drip sends a beginning and then a byte at a time, until it is cut.
func drip(conn net.Conn, beginning string) error {
	tick := time.NewTicker(pause)
	defer tick.Stop()
	for text := beginning; ; text = "a" {
		if _, err := io.WriteString(conn, text); err != nil {
			return timedOut(err)
		}
		<-tick.C
	}
}

// refused sends what must be refused. The answer may be lost in the reset that
// follows on bytes that the server has not read.
func refused(conn net.Conn, want int, request string) error {
	_, _ = io.WriteString(conn, request)
	response, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		return timedOut(err)
	}
	_ = response.Body.Close()
	if response.StatusCode != want {
		return fmt.Errorf("status %d, want %d", response.StatusCode, want)
	}
	return nil
}

// timedOut keeps the error of an attacker who was not cut.
func timedOut(err error) error {
	var slow net.Error
	if errors.As(err, &slow) && slow.Timeout() {
		return fmt.Errorf("not cut within %v: %w", guard, err)
	}
	return nil
}

// junk is binary, without an end of line.
func junk(random *rand.Rand, size int) string {
	bytes := make([]byte, size)
	for i := range bytes {
		bytes[i] = byte(random.IntN(256))
	}
	return string(slices.DeleteFunc(bytes, func(b byte) bool { return b == '\n' || b == '\r' }))
}
