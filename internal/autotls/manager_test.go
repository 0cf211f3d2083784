package autotls_test

import (
	"context"
	"crypto/tls"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"signpost/internal/autotls"
)

// empty is a storage that holds nothing and counts how often it is asked.
type empty struct {
	autotls.Storage
	asked atomic.Int64
}

func (e *empty) Load(context.Context, string) ([]byte, error) {
	e.asked.Add(1)
	return nil, fs.ErrNotExist
}

func (e *empty) Exists(context.Context, string) bool {
	e.asked.Add(1)
	return false
}

var loopback = &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 443}

// idle is a manager of example.com that has not been started.
func idle(t *testing.T, log io.Writer) (*autotls.Manager, *empty) {
	t.Helper()
	storage := &empty{}
	manager, err := autotls.New(autotls.Options{Storage: storage, HTTP: loopback, HTTPS: loopback, Hosts: []string{"setup.example.net"}, Log: slog.New(slog.NewTextHandler(log, nil))})
	if err != nil {
		t.Fatal(err)
	}
	manager.SetDomains(slices.Values([]string{"example.com"}))
	t.Cleanup(func() {
		ended, end := context.WithCancel(context.Background())
		end()
		manager.Start(ended)()
	})
	return manager, storage
}

func TestNewSaysWhichOptionIsWrong(t *testing.T) {
	for _, c := range []struct {
		name    string
		options autotls.Options
		want    string
	}{
		{"no storage", autotls.Options{HTTPS: loopback}, "a place to keep certificates is needed"},
		{"no listener for https", autotls.Options{Storage: &empty{}}, "certificates by ACME need a listener for https"},
		{"a CA over http", autotls.Options{CA: "http://ca.example/dir"}, `the address of the CA, "http://ca.example/dir", must be an https URL`},
		{"a CA that is no URL", autotls.Options{CA: "https://[/"}, `the address of the CA: parse "https://[/": missing ']' in host`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := autotls.New(c.options); err == nil || err.Error() != c.want {
				t.Errorf("error %v, want %s", err, c.want)
			}
		})
	}
}

func TestAHandshakeForWhatIsNotServedCostsNothing(t *testing.T) {
	var log lockedBuffer
	manager, storage := idle(t, &log)
	address := serveTLS(t, manager)
	for _, name := range []string{"autoconfig.secret.example", "example.com", "autoconfig.gmail.com"} {
		if _, err := dial(t, address, &tls.Config{ServerName: name}); err == nil || !strings.Contains(err.Error(), "unrecognized name") {
			t.Errorf("%s: %v, want the alert unrecognized_name", name, err)
		}
		if _, err := dial(t, address, &tls.Config{ServerName: name, NextProtos: []string{"acme-tls/1"}}); err == nil || !strings.Contains(err.Error(), "unrecognized name") {
			t.Errorf("a challenge for %s: %v, want the alert unrecognized_name", name, err)
		}
	}
	if _, err := dial(t, address, &tls.Config{InsecureSkipVerify: true}); err == nil {
		t.Error("a handshake without a name succeeds")
	}
	if got := storage.asked.Load(); got != 0 {
		t.Errorf("the storage was asked %d times, want never", got)
	}
	if got := manager.Refusals(); got[autotls.UnknownName] != 6 || got[autotls.NoName] != 1 {
		t.Errorf("refusals %v, want 6 by name and 1 without", got)
	}
	if got := log.String(); strings.Contains(got, "secret") || strings.Contains(got, "127.0.0.1") {
		t.Errorf("the log has what strangers sent, or an address:\n%s", got)
	}
}

func TestAChallengeForAnOwnNameIsLookedUp(t *testing.T) {
	manager, storage := idle(t, io.Discard)
	address := serveTLS(t, manager)
	if _, err := dial(t, address, &tls.Config{ServerName: "autoconfig.example.com", NextProtos: []string{"acme-tls/1"}}); err == nil {
		t.Error("a challenge that does not exist is answered")
	}
	if storage.asked.Load() == 0 {
		t.Error("the storage was not asked: another replica may have the challenge")
	}
	if got := manager.Refusals()[autotls.NoCertificate]; got != 1 {
		t.Errorf("%d refusals, want 1", got)
	}
}

func TestHTTPHandlerTakesChallengesAlone(t *testing.T) {
	for _, c := range []struct {
		name, url string
		looked    bool
	}{
		{"a page", "http://autoconfig.example.com/mail/config-v1.1.xml", false},
		{"a challenge for a name that is not served", "http://autoconfig.example.org/.well-known/acme-challenge/token", false},
		{"a challenge for a name of ours", "http://AutoConfig.example.com:80/.well-known/acme-challenge/token", true},
		{"a challenge for our own host", "http://setup.example.net/.well-known/acme-challenge/token", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			manager, storage := idle(t, io.Discard)
			handler := manager.HTTPHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTeapot) }))
			recorder := httptest.NewRecorder()
			handler.ServeHTTP(recorder, httptest.NewRequestWithContext(t.Context(), http.MethodGet, c.url, http.NoBody))
			if looked := storage.asked.Load() > 0; recorder.Code != http.StatusTeapot || looked != c.looked {
				t.Errorf("status %d, storage asked: %t; want the next handler's, and %t", recorder.Code, looked, c.looked)
			}
		})
	}
}

func TestNamesWithoutACertificateAreCounted(t *testing.T) {
	manager, _ := idle(t, io.Discard)
	if got := manager.Missing(); got != 4 {
		t.Errorf("%d names are missing, want the three of the domain and our own", got)
	}
	if got := manager.Expiries(); len(got) != 0 {
		t.Errorf("ends %v, want none", got)
	}
}
