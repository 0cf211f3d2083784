// Package testserver runs servers for tests, on loopback and until the end of the test.
package testserver

import (
	"net"
	"net/netip"
	"sync"
	"testing"

	"github.com/miekg/dns"
)

// DNS runs a DNS server, UDP and TCP on one port. The network of a question is
// that of the address of the dns.ResponseWriter.
func DNS(t testing.TB, handler dns.Handler) netip.AddrPort {
	t.Helper()
	var config net.ListenConfig
	var failure error
	for range 20 {
		listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		packets, err := config.ListenPacket(t.Context(), "udp", listener.Addr().String())
		if err == nil {
			runDNS(t, &dns.Server{PacketConn: packets, Handler: handler})
			runDNS(t, &dns.Server{Listener: listener, Handler: handler})
			return netip.MustParseAddrPort(listener.Addr().String())
		}
		failure = err
		if err := listener.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Fatalf("no port for both TCP and UDP: %v", failure)
	return netip.AddrPort{}
}

func runDNS(t testing.TB, server *dns.Server) {
	t.Helper()
	started, ended := make(chan struct{}), make(chan error, 1)
	server.NotifyStartedFunc = func() { close(started) }
	go func() { ended <- server.ActivateAndServe() }()
	select {
	case <-started:
	case err := <-ended:
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Shutdown(); err != nil {
			t.Error(err)
		}
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
}

// TCP hands each TCP connection to serve and closes it after that. The end of the
// test waits for all of them.
func TCP(t testing.TB, serve func(net.Conn)) netip.AddrPort {
	t.Helper()
	var config net.ListenConfig
	listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var running sync.WaitGroup
	running.Go(func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			running.Go(func() {
				defer func() { _ = conn.Close() }()
				serve(conn)
			})
		}
	})
	t.Cleanup(func() {
		_ = listener.Close()
		running.Wait()
	})
	return netip.MustParseAddrPort(listener.Addr().String())
}
