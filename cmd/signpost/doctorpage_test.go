package main_test

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"strings"
	"testing"
)

// The server does not wait for a run, and who watches it is told what was found by
// then.
func TestSIGTERMEndsARunOfTheDoctor(t *testing.T) {
	t.Parallel()
	// A DNS server that says nothing.
	var config net.ListenConfig
	silent, err := config.ListenPacket(t.Context(), "udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = silent.Close() }()
	s := serve(t, "--doctor", "--resolver", silent.LocalAddr().String())
	conn := dial(t, s.address)
	send(t, conn, fmt.Sprintf("GET /doctor/events?domain=sina.com HTTP/1.1\r\nHost: %s\r\nAccept: text/event-stream\r\n\r\n", s.address))
	if _, _, err := silent.ReadFrom(make([]byte, 512)); err != nil {
		t.Fatal(err)
	}
	if err := s.terminate(); err != nil {
		t.Fatal(err)
	}
	status, body := receive(t, bufio.NewReader(conn))
	if status != http.StatusOK || !strings.Contains(body, "event: report\n") || !strings.Contains(body, "dns-timeout") {
		t.Errorf("status %d, want 200 with a report:\n%s", status, body)
	}
	if err := s.wait(); err != nil {
		t.Errorf("after SIGTERM: %v, want status 0; log:\n%s", err, s.log.String())
	}
}
