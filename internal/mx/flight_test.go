package mx_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/miekg/dns"

	"signpost/internal/mx"
)

// startHeldServer runs a server that answers nobody until it is released.
func startHeldServer(t *testing.T) (server *dnsServer, arrived <-chan struct{}, release func()) {
	t.Helper()
	arrivals, released := make(chan struct{}, 100), make(chan struct{})
	server = startServer(t, func(w dns.ResponseWriter, asked *dns.Msg) {
		arrivals <- struct{}{}
		<-released
		anyDomain(w, asked)
	})
	release = sync.OnceFunc(func() { close(released) })
	t.Cleanup(release)
	return server, arrivals, release
}

// askFor asks in a goroutine of its own and returns when the caller waits for
// the answer.
func askFor(ctx context.Context, r *mx.Resolver, domain string) <-chan error {
	answered, waiting := make(chan error, 1), make(chan struct{})
	ctx = watched{ctx, sync.OnceFunc(func() { close(waiting) })}
	go func() {
		hosts, err := r.Hosts(ctx, domain)
		if err == nil && len(hosts) != 1 {
			err = fmt.Errorf("hosts %q", hosts)
		}
		answered <- err
	}()
	<-waiting
	return answered
}

func TestAHundredCallersShareOneQuery(t *testing.T) {
	server, _, release := startHeldServer(t)
	r := newResolver(t, mx.Options{}, server)
	var callers []<-chan error
	for range 100 {
		callers = append(callers, askFor(t.Context(), r, "a.example"))
	}
	release()
	for i, answered := range callers {
		if err := <-answered; err != nil {
			t.Errorf("caller %d: %v", i, err)
		}
	}
	if n := server.queries(); n != 1 {
		t.Errorf("%d queries, want 1", n)
	}
}

// delayed is a context whose owner is held up between a look into the cache and
// the look-up that follows.
type delayed struct {
	context.Context

	meanwhile func()
}

func (d delayed) Err() error {
	d.meanwhile()
	return d.Context.Err()
}

func TestACallerWhoJustMissedALookUpStartsNoOther(t *testing.T) {
	server := startServer(t, anyDomain)
	r := newResolver(t, mx.Options{}, server)
	ctx := delayed{t.Context(), sync.OnceFunc(func() { mustFind(t, r, "a.example") })}
	if _, err := r.Hosts(ctx, "a.example"); err != nil {
		t.Error(err)
	}
	if n := server.queries(); n != 1 {
		t.Errorf("%d queries, want 1", n)
	}
}

func TestACallerWhoseContextEndsLeavesAndTheOthersGetTheirAnswer(t *testing.T) {
	server, arrived, release := startHeldServer(t)
	r := newResolver(t, mx.Options{}, server)
	impatient, leave := context.WithCancel(t.Context())
	defer leave()
	first := askFor(impatient, r, "a.example")
	second := askFor(t.Context(), r, "a.example")
	<-arrived
	leave()
	// The server is still held: what comes now is no answer of it.
	if err := <-first; !errors.Is(err, context.Canceled) {
		t.Errorf("who left: error %v, want %v", err, context.Canceled)
	}
	release()
	if err := <-second; err != nil {
		t.Errorf("who stayed: %v", err)
	}
	if n := server.queries(); n != 1 {
		t.Errorf("%d queries, want 1", n)
	}
}

func TestNobodyIsAskedForACallerWhoHasLeft(t *testing.T) {
	server := startServer(t, anyDomain)
	r := newResolver(t, mx.Options{}, server)
	ctx, leave := context.WithCancel(t.Context())
	leave()
	if _, err := r.Hosts(ctx, "a.example"); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
	mustFind(t, r, "b.example")
	if n := server.queries(); n != 1 {
		t.Errorf("%d queries, want that for b.example alone", n)
	}
}

func TestOneLookUpTooManyIsRefusedAtOnce(t *testing.T) {
	server, arrived, release := startHeldServer(t)
	r := newResolver(t, mx.Options{InFlight: 2}, server)
	underWay := []<-chan error{askFor(t.Context(), r, "a.example"), askFor(t.Context(), r, "b.example")}
	<-arrived
	<-arrived
	// Both places are taken until the server is released.
	if _, err := r.Hosts(t.Context(), "c.example"); !errors.Is(err, mx.ErrBusy) {
		t.Errorf("third domain: error %v, want %v", err, mx.ErrBusy)
	}
	joined := askFor(t.Context(), r, "a.example")
	release()
	for _, answered := range append(underWay, joined) {
		if err := <-answered; err != nil {
			t.Error(err)
		}
	}
	mustFind(t, r, "c.example")
}
