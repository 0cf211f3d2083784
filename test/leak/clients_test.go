//go:build leak

package leak_test

import (
	"context"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"testing"

	"signpost/client/discovery"
	"signpost/internal/address"
)

// askAsClients searches for the settings of two addresses as each mail client does,
// with its own requests in its own order.
func askAsClients(t *testing.T, server, preface string) {
	t.Helper()
	wires := &wires{server: server}
	transport := &http.Transport{DialContext: func(ctx context.Context, network, _ string) (net.Conn, error) {
		conn, err := new(net.Dialer).DialContext(ctx, network, server)
		if err == nil {
			_, err = io.WriteString(conn, preface)
		}
		return conn, err
	}}
	defer transport.CloseIdleConnections()
	wires.inner = transport
	clients := discovery.Clients()
	for _, c := range clients {
		for _, domain := range []string{"example.com", "eas.example", "unknown.example"} {
			asked := address.Address{Local: marker + ".user", Domain: domain}
			network := discovery.NewNetwork(t.Context(), wires, wires, nowhere{})
			discovery.Run(network, c, asked)
		}
	}
	if wires.sent < 5*len(clients) {
		t.Errorf("%d clients sent %d requests", len(clients), wires.sent)
	}
}

// wires lead every host to the server, as a proxy would that has taken off the TLS.
type wires struct {
	server string
	inner  http.RoundTripper
	sent   int
}

func (w *wires) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.Host = r.URL.Host
	r.Header.Set("X-Forwarded-Proto", r.URL.Scheme)
	r.Header.Set("Authorization", basic(marker))
	r.URL.Scheme, r.URL.Host = "http", w.server
	w.sent++
	return w.inner.RoundTrip(r)
}

// nowhere is a DNS without records.
type nowhere struct{}

func (nowhere) LookupMX(_ context.Context, name string) ([]*net.MX, error) {
	return nil, &net.DNSError{Err: "no such name", Name: name, IsNotFound: true}
}

func (nowhere) LookupSRV(_ context.Context, _, _, name string) (string, []*net.SRV, error) {
	return "", nil, &net.DNSError{Err: "no such name", Name: name, IsNotFound: true}
}

func (nowhere) LookupTXT(_ context.Context, name string) ([]string, error) {
	return nil, &net.DNSError{Err: "no such name", Name: name, IsNotFound: true}
}

// absolute is for a program that runs in a directory of its own.
func absolute(t *testing.T, path string) string {
	t.Helper()
	full, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return full
}
