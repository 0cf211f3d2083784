package doctortest

import (
	"bytes"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"sync"
	"sync/atomic"
)

// What stands between a client and a mail server, or in its place. The client is
// closed by the caller.

// sayNothing reads on until the client has gone.
func sayNothing(client, _ net.Conn) { _, _ = io.Copy(io.Discard, client) }

// greetAndClose passes on what the server says first.
func greetAndClose(client, server net.Conn) {
	buffer := make([]byte, 4096)
	n, _ := server.Read(buffer)
	_, _ = client.Write(buffer[:n])
}

// stopWithin passes on the beginning of the greeting, and no more.
func stopWithin(client, server net.Conn) {
	_, _ = io.CopyN(client, server, 3)
	sayNothing(client, server)
}

// greetWithoutEnd has no end of the line.
func greetWithoutEnd(client, _ net.Conn) {
	_, err := client.Write([]byte("* OK "))
	for err == nil {
		_, err = client.Write(bytes.Repeat([]byte("x"), 4096))
	}
}

// greet greets in the place of the server.
func greet(text string) func(client, server net.Conn) {
	return func(client, server net.Conn) {
		_, _ = client.Write([]byte(text))
		sayNothing(client, server)
	}
}

// relay passes on what both sides say, edited; nil changes nothing.
func relay(up, down func([]byte) []byte) func(client, server net.Conn) {
	return func(client, server net.Conn) {
		var both sync.WaitGroup
		both.Go(func() { pass(server, client, up) })
		both.Go(func() { pass(client, server, down) })
		both.Wait()
	}
}

// pass copies until one side has gone, and then closes the other one too.
func pass(to, from net.Conn, edit func([]byte) []byte) {
	defer func() { _ = errors.Join(to.Close(), from.Close()) }()
	buffer := make([]byte, 32<<10)
	for {
		n, err := from.Read(buffer)
		said := buffer[:n]
		if edit != nil {
			said = edit(said)
		}
		if _, wrong := to.Write(said); err != nil || wrong != nil {
			return
		}
	}
}

// slipIn adds a text to what the server says to STARTTLS.
func slipIn(text string) func(client, server net.Conn) {
	return func(client, server net.Conn) {
		var isDue atomic.Bool
		up := func(said []byte) []byte {
			if bytes.Contains(said, []byte("STARTTLS")) {
				isDue.Store(true)
			}
			return said
		}
		down := func(said []byte) []byte {
			if len(said) > 0 && isDue.CompareAndSwap(true, false) {
				return append(said, text...)
			}
			return said
		}
		relay(up, down)(client, server)
	}
}

// alert ends every handshake.
func alert(client, _ net.Conn) {
	conn := tls.Server(client, &tls.Config{MinVersion: tls.VersionTLS12, GetConfigForClient: func(*tls.ClientHelloInfo) (*tls.Config, error) {
		return nil, errors.New("no")
	}})
	_, _ = io.Copy(io.Discard, conn)
}

// outdated speaks TLS 1.0 with the client.
func outdated(certificate *tls.Certificate) func(client, server net.Conn) {
	return func(client, server net.Conn) {
		old := tls.Server(client, &tls.Config{ //nolint:gosec // that is the fault
			MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS10,
			Certificates: []tls.Certificate{*certificate},
		})
		//nolint:gosec // a test's own server, whose certificate nobody looks at here
		relay(nil, nil)(old, tls.Client(server, &tls.Config{InsecureSkipVerify: true}))
	}
}
