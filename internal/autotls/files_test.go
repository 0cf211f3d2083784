package autotls_test

import (
	"bytes"
	"crypto/elliptic"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"signpost/internal/autotls"
	"signpost/internal/signing/signingtest"
)

// pair is a chain in files, for autoconfig.example.com.
func pair(t *testing.T, dir string, notBefore, notAfter time.Time) signingtest.Chain {
	t.Helper()
	chain := signingtest.New(t, signingtest.ECDSA(t, elliptic.P256()), notBefore, notAfter)
	chain.Write(t, dir)
	return chain
}

// lockedBuffer is a log that servers write to while tests read it.
type lockedBuffer struct {
	mu sync.Mutex
	bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.Buffer.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.Buffer.String()
}

// front is a source of certificates, as the command has it.
type front interface {
	Listener(inner net.Listener) net.Listener
	Refusals() map[autotls.Reason]uint64
}

// serveTLS serves a word behind a front on loopback until the test ends.
func serveTLS(t *testing.T, f front) (address string) {
	t.Helper()
	var config net.ListenConfig
	inner, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{
		Handler:           http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "word") }),
		ReadHeaderTimeout: 10 * time.Second,
		ErrorLog:          slog.NewLogLogger(slog.DiscardHandler, slog.LevelDebug),
	}
	done := make(chan error, 1)
	go func() { done <- server.Serve(f.Listener(inner)) }()
	t.Cleanup(func() {
		if err := server.Close(); err != nil {
			t.Error(err)
		}
		if err := <-done; !errors.Is(err, http.ErrServerClosed) {
			t.Error(err)
		}
	})
	return inner.Addr().String()
}

// dial makes a handshake and returns the state, or what the alert says.
func dial(t *testing.T, address string, config *tls.Config) (tls.ConnectionState, error) {
	t.Helper()
	dialer := tls.Dialer{Config: config}
	conn, err := dialer.DialContext(t.Context(), "tcp", address)
	if err != nil {
		return tls.ConnectionState{}, err
	}
	defer func() { _ = conn.Close() }()
	encrypted, _ := conn.(*tls.Conn)
	return encrypted.ConnectionState(), nil
}

func roots(certificates ...*x509.Certificate) *x509.CertPool {
	pool := x509.NewCertPool()
	for _, c := range certificates {
		pool.AddCert(c)
	}
	return pool
}

func openFiles(t *testing.T, dir string, log *slog.Logger) *autotls.Files {
	t.Helper()
	files, err := autotls.OpenFiles(filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem"), log, nil)
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestFilesServeHTTP2WithTheChain(t *testing.T) {
	dir := t.TempDir()
	chain := pair(t, dir, time.Now().Add(-time.Hour), time.Now().Add(time.Hour))
	address := serveTLS(t, openFiles(t, dir, slog.New(slog.DiscardHandler)))
	transport := &http.Transport{
		ForceAttemptHTTP2: true,
		TLSClientConfig:   &tls.Config{RootCAs: roots(chain.Root), ServerName: "autoconfig.example.com"},
	}
	defer transport.CloseIdleConnections()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "https://"+address+"/", http.NoBody)
	if err != nil {
		t.Fatal(err)
	}
	response, err := transport.RoundTrip(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil || string(body) != "word" || response.ProtoMajor != 2 {
		t.Errorf("%s over %s, %v; want the word over HTTP/2", body, response.Proto, err)
	}
}

func TestSessionsAreResumed(t *testing.T) {
	dir := t.TempDir()
	chain := pair(t, dir, time.Now().Add(-time.Hour), time.Now().Add(time.Hour))
	address := serveTLS(t, openFiles(t, dir, slog.New(slog.DiscardHandler)))
	// TLS 1.2 hands the ticket over within the handshake.
	config := &tls.Config{
		RootCAs: roots(chain.Root), ServerName: "autoconfig.example.com",
		MaxVersion: tls.VersionTLS12, ClientSessionCache: tls.NewLRUClientSessionCache(1),
	}
	for i, want := range []bool{false, true} {
		state, err := dial(t, address, config)
		if err != nil || state.DidResume != want {
			t.Errorf("handshake %d: resumed %t, %v; want %t", i+1, state.DidResume, err, want)
		}
	}
}

func TestANameThatTheCertificateDoesNotCoverIsRefused(t *testing.T) {
	dir := t.TempDir()
	chain := pair(t, dir, time.Now().Add(-time.Hour), time.Now().Add(time.Hour))
	files := openFiles(t, dir, slog.New(slog.DiscardHandler))
	address := serveTLS(t, files)
	_, err := dial(t, address, &tls.Config{RootCAs: roots(chain.Root), ServerName: "autoconfig.example.org"})
	if err == nil || !strings.Contains(err.Error(), "unrecognized name") {
		t.Errorf("another name: %v, want the alert unrecognized_name", err)
	}
	if _, err := dial(t, address, &tls.Config{InsecureSkipVerify: true}); err != nil {
		t.Errorf("without a name: %v", err)
	}
	if got := files.Refusals()[autotls.UnknownName]; got != 1 {
		t.Errorf("%d refused, want 1", got)
	}
}

func TestATrailingDotIsNoticed(t *testing.T) {
	for _, c := range []struct{ name, sent, logged string }{
		{"of a name that is served", "AutoConfig.example.com", "name=autoconfig.example.com"},
		{"of any other name", "secret.example.org", "count=1 advice"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			pair(t, dir, time.Now().Add(-time.Hour), time.Now().Add(time.Hour))
			var log lockedBuffer
			files := openFiles(t, dir, slog.New(slog.NewTextHandler(&log, nil)))
			var dialer net.Dialer
			conn, err := dialer.DialContext(t.Context(), "tcp", serveTLS(t, files))
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = conn.Close() }()
			if _, err := conn.Write(dotted(t, c.sent)); err != nil {
				t.Fatal(err)
			}
			answer, err := io.ReadAll(conn)
			// An alert: fatal, decode_error (RFC 8446, section 6).
			if want := []byte{21, 3, 1, 0, 2, 2, 50}; err != nil || len(answer) != len(want) || !bytes.Equal(answer[5:], want[5:]) {
				t.Errorf("answer %x, %v; want the alert %x", answer, err, want)
			}
			if got := files.Refusals()[autotls.TrailingDot]; got != 1 {
				t.Errorf("%d noticed, want 1", got)
			}
			if got := log.String(); !strings.Contains(got, "reason=trailing-dot") || !strings.Contains(got, c.logged) || strings.Contains(got, "secret") {
				t.Errorf("log %s\nwant %s", got, c.logged)
			}
		})
	}
}

func TestReloadKeepsTheOldPairUnlessTheNewOneIsGood(t *testing.T) {
	now := time.Now()
	for _, c := range []struct {
		name   string
		change func(t *testing.T, dir string)
		want   string
	}{
		{"a good pair", func(t *testing.T, dir string) { pair(t, dir, now.Add(-time.Hour), now.Add(2*time.Hour)) }, ""},
		{"no file", func(t *testing.T, dir string) { must(t, os.Remove(filepath.Join(dir, "key.pem"))) }, "no such file"},
		{"nonsense", func(t *testing.T, dir string) {
			must(t, os.WriteFile(filepath.Join(dir, "cert.pem"), []byte("nonsense"), 0o600))
		}, "failed to find any PEM data"},
		{"the key of another", func(t *testing.T, dir string) {
			cert, err := os.ReadFile(filepath.Join(dir, "cert.pem"))
			must(t, err)
			pair(t, dir, now.Add(-time.Hour), now.Add(time.Hour))
			must(t, os.WriteFile(filepath.Join(dir, "cert.pem"), cert, 0o600))
		}, "private key does not match public key"},
		{"an expired pair", func(t *testing.T, dir string) { pair(t, dir, now.Add(-2*time.Hour), now.Add(-time.Hour)) }, "it expired at"},
		{"a pair of tomorrow", func(t *testing.T, dir string) { pair(t, dir, now.Add(24*time.Hour), now.Add(25*time.Hour)) }, "it is not valid before"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			pair(t, dir, now.Add(-time.Hour), now.Add(time.Hour))
			var log bytes.Buffer
			files := openFiles(t, dir, quietLog(&log, slog.LevelInfo))
			before := files.Expiries()[0]
			log.Reset()
			c.change(t, dir)
			err := files.Reload()
			switch kept := files.Expiries()[0].Equal(before); {
			case c.want == "" && (err != nil || kept):
				t.Errorf("error %v, old pair kept: %t; want the new one", err, kept)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want) || !kept):
				t.Errorf("error %v, old pair kept: %t; want %q and the old one", err, kept, c.want)
			}
			if again := files.Reload(); strings.Count(log.String(), "\n") != 1 || (again == nil) != (err == nil) {
				t.Errorf("a second reload says %v; the log, which must have one line:\n%s", again, log.String())
			}
		})
	}
}

func TestOpenFilesOfAnExpiredPairServesItAndSaysSo(t *testing.T) {
	dir := t.TempDir()
	pair(t, dir, time.Now().Add(-2*time.Hour), time.Now().Add(-time.Hour))
	var log bytes.Buffer
	openFiles(t, dir, quietLog(&log, slog.LevelInfo))
	if !strings.Contains(log.String(), `level=ERROR msg="clients will refuse the certificate" error="it expired at `) {
		t.Errorf("log %s", log.String())
	}
	if _, err := autotls.OpenFiles(filepath.Join(dir, "none.pem"), filepath.Join(dir, "key.pem"), quietLog(&log, slog.LevelInfo), nil); err == nil {
		t.Error("a file that is not there is no error at the start")
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
