//go:build leak

package leak_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"

	"signpost/autoconfig"
	"signpost/provider"
	"signpost/provider/builtin"
)

// What is wrong with the parts that a handler is given: they panic with all that they
// were told.
type (
	brokenSigner   struct{}
	brokenResolver struct{}
)

func (brokenSigner) Revision() string { return "1" }

func (brokenSigner) Sign(profile []byte) ([]byte, error) { panic(string(profile)) }

func (brokenResolver) Hosts(_ context.Context, domain string) ([]string, error) {
	panic(errors.New("asked for " + domain))
}

// The program has no switch for more lines in its log, but the library has: whoever
// mounts the handler chooses the level. Here it is the lowest, in both forms, the
// errors of net/http go there too, and some requests end in a panic.
func TestNothingThatWasSentIsLoggedForDebuggingOrAfterAPanic(t *testing.T) {
	words := corpus(t)
	level := &slog.HandlerOptions{Level: slog.LevelDebug, AddSource: true}
	for name, form := range map[string]func(io.Writer) slog.Handler{
		"text": func(w io.Writer) slog.Handler { return slog.NewTextHandler(w, level) },
		"JSON": func(w io.Writer) slog.Handler { return slog.NewJSONHandler(w, level) },
	} {
		t.Run(name, func(t *testing.T) {
			var log lockedBuffer
			address, stop := mount(t, slog.New(form(&log)))
			to := &sender{address: address}
			for _, bytes := range garbage() {
				to.throw(t, []byte(bytes))
			}
			for _, word := range words[:300] {
				for _, request := range requests(word) {
					to.send(t, request)
				}
			}
			to.close()
			stop()
			// One of the signer, one of the resolver.
			for _, want := range []string{"panic while answering", "brokenSigner", "brokenResolver"} {
				if !strings.Contains(log.String(), want) {
					t.Errorf("no %q in the log", want)
				}
			}
			wantNoLeak(t, "the log", log.String())
			wantNoArguments(t, "the log", log.String())
		})
	}
}

// mount serves a handler with the broken parts on loopback; stop waits for the end.
func mount(t *testing.T, log *slog.Logger) (address string, stop func()) {
	t.Helper()
	own, err := provider.LoadDir(ownProviders)
	if err != nil {
		t.Fatal(err)
	}
	table, err := provider.NewTable(own, builtin.Providers())
	if err != nil {
		t.Fatal(err)
	}
	handler, err := autoconfig.New(table, autoconfig.Options{Log: log, Signer: brokenSigner{}, MX: brokenResolver{}})
	if err != nil {
		t.Fatal(err)
	}
	var config net.ListenConfig
	listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: guard, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelDebug)}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	return listener.Addr().String(), func() {
		if err := server.Shutdown(t.Context()); err != nil {
			t.Error(err)
		}
		if err := <-ended; !errors.Is(err, http.ErrServerClosed) {
			t.Error(err)
		}
	}
}

// lockedBuffer is for many goroutines.
type lockedBuffer struct {
	mu     sync.Mutex
	buffer bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buffer.Write(p)
}

func (b *lockedBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buffer.String()
}
