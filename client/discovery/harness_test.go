package discovery_test

import (
	"context"
	"flag"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"signpost/client/discovery"
	"signpost/internal/address"
)

var update = flag.Bool("update", false, "write the golden files and documents anew")

// world is a network without wires: a handler answers all requests, and records
// are those of DNS, "SRV name" to "priority weight port target" and the like.
type world struct {
	handler http.Handler
	mx      map[string][]*net.MX
	srv     map[string][]*net.SRV
	txt     map[string][]string

	mu   sync.Mutex
	sent []*http.Request
}

// RoundTrip lets the handler answer. Bodies are read, so that tests can look at
// them.
func (w *world) RoundTrip(r *http.Request) (*http.Response, error) {
	body := ""
	if r.Body != nil {
		content, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, err
		}
		body = string(content)
	}
	kept := r.Clone(context.Background())
	kept.Body = io.NopCloser(strings.NewReader(body))
	w.mu.Lock()
	w.sent = append(w.sent, kept)
	w.mu.Unlock()
	served := r.Clone(r.Context())
	served.RequestURI, served.Host = r.URL.RequestURI(), r.URL.Host
	served.Body = io.NopCloser(strings.NewReader(body))
	recorder := httptest.NewRecorder()
	w.handler.ServeHTTP(recorder, served)
	return recorder.Result(), nil
}

func notFound(name string) error {
	return &net.DNSError{Err: "no such name", Name: name, IsNotFound: true}
}

func (w *world) LookupMX(_ context.Context, name string) ([]*net.MX, error) {
	if found := w.mx[name]; found != nil {
		return found, nil
	}
	return nil, notFound(name)
}

func (w *world) LookupSRV(_ context.Context, service, _, name string) (string, []*net.SRV, error) {
	if found := w.srv["_"+service]; found != nil {
		return name, found, nil
	}
	return "", nil, notFound(name)
}

func (w *world) LookupTXT(_ context.Context, name string) ([]string, error) {
	if found := w.txt[name]; found != nil {
		return found, nil
	}
	return nil, notFound(name)
}

// clientOf finds a client by its key.
func clientOf(t testing.TB, key string) discovery.Client {
	t.Helper()
	all := discovery.Clients()
	i := slices.IndexFunc(all, func(c discovery.Client) bool { return c.Key == key })
	if i < 0 {
		t.Fatalf("no client %s", key)
	}
	return all[i]
}

// search runs one client.
func (w *world) search(t testing.TB, key, who string) discovery.Outcome {
	t.Helper()
	return w.searchAs(t, clientOf(t, key), who)
}

func (w *world) searchAs(t testing.TB, c discovery.Client, who string) discovery.Outcome {
	t.Helper()
	a, err := address.Parse(who)
	if err != nil {
		t.Fatal(err)
	}
	return discovery.Run(discovery.NewNetwork(t.Context(), w, w, w), c, a)
}
