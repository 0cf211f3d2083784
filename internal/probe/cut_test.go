package probe_test

import (
	"context"
	"net"
	"net/netip"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"signpost/internal/probe"
	"signpost/provider"
)

// The end of a context ends a probe wherever it is, and closes the connection: the
// bubble would not end if a handler were left with one.
func TestTheEndOfTheContextCutsAProbeAnywhere(t *testing.T) {
	ca := newAuthority(t, "Example Root", nil)
	config := serverConfig(ca.issue(t, leaf{}))
	tests := []struct {
		name     string
		security provider.Security
		change   func(*probe.Options)
		serve    handler
		step     probe.Step
	}{
		{"at the look-up", provider.TLS, resolve(waits), nil, probe.AtLookUp},
		{"while connecting", provider.TLS, dial(func(ctx context.Context, _ string) (net.Conn, error) {
			<-ctx.Done()
			return nil, ctx.Err()
		}), nil, probe.AtConnect},
		{"before the greeting", provider.STARTTLS, nil, silent, probe.AtGreeting},
		{"before the capabilities", provider.STARTTLS, nil, says("* OK Ready.\r\n"), probe.AtCapabilities},
		{"before the answer to STARTTLS", provider.STARTTLS, nil, after(imapPlain[:5], silent), probe.AtSTARTTLS},
		{"in the handshake", provider.TLS, nil, silent, probe.AtHandshake},
		{"in the handshake of STARTTLS", provider.STARTTLS, nil, after(imapPlain[:6], silent), probe.AtHandshake},
		{"after the handshake", provider.STARTTLS, nil, func(t testing.TB, conn net.Conn) {
			script(config, imapPlain[:8]...)(t, conn)
			drain(conn)
		}, probe.AtCapabilities},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				options := probe.Options{Resolver: loopback, Roots: ca.roots(), Now: clock, Limit: minute}
				options.Dialer = pipes(t, test.serve)
				if test.change != nil {
					test.change(&options)
				}
				ctx, cancel := context.WithCancel(t.Context())
				results := make(chan probe.Result, 1)
				go func() {
					results <- probe.New(options).Probe(ctx, probe.Target{Protocol: provider.IMAP, Host: host, Port: 993, Security: test.security})
				}()
				synctest.Wait()
				began := time.Now()
				cancel()
				got := (<-results).Advertised.Problems
				// The clock of the bubble moves only if somebody waits for it.
				if passed := time.Since(began); passed != 0 {
					t.Errorf("it ended %s after the context, want at once", passed)
				}
				if !slices.Equal(kinds(got), is(probe.Cut)) || got[0].Step != test.step {
					t.Errorf("problems %+v, want that it is cut at the step %s", got, test.step)
				}
			})
		})
	}
}

// A noted connection keeps its deadline where the test can see it.
type noted struct {
	net.Conn

	deadline *time.Time
}

func (n noted) SetDeadline(at time.Time) error {
	*n.deadline = at
	return n.Conn.SetDeadline(at)
}

// The deadline is one of the connection itself, whatever watches the context.
func TestEachConnectionHasADeadline(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var deadlines []*time.Time
		began, serve := time.Now(), pipes(t, silent)
		dialer := dialerFunc(func(ctx context.Context, address string) (net.Conn, error) {
			conn, err := serve(ctx, address)
			deadlines = append(deadlines, new(time.Time))
			return noted{conn, deadlines[len(deadlines)-1]}, err
		})
		p := probe.New(probe.Options{Resolver: loopback, Dialer: dialer, Limit: minute})
		p.Probe(t.Context(), probe.Target{Protocol: provider.IMAP, Host: host, Port: 993, Security: provider.STARTTLS})
		if len(deadlines) != 2 {
			t.Fatalf("%d connections, want one each way", len(deadlines))
		}
		for i, at := range deadlines {
			if !at.After(began) || at.After(began.Add(minute)) {
				t.Errorf("connection %d: deadline %s, want one within the limit of %s", i, at, minute)
			}
		}
	})
}

func TestAProbeWhoseTurnDoesNotComeIsCut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := probe.New(probe.Options{InFlight: 1, Limit: minute, Resolver: resolverFunc(waits)})
		ctx, cancel := context.WithCancel(t.Context())
		asked := probe.Target{Protocol: provider.IMAP, Host: host, Port: 993, Security: provider.TLS}
		results := make(chan []probe.Result, 1)
		go func() { results <- p.ProbeAll(ctx, []probe.Target{asked, asked, asked}) }()
		synctest.Wait()
		cancel()
		for i, result := range <-results {
			if got := result.Advertised.Problems; !slices.Equal(kinds(got), is(probe.Cut)) {
				t.Errorf("result %d: problems %v, want that it is cut", i, got)
			}
		}
	})
}

func TestNobodyIsAskedAfterTheEndOfTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	p := probe.New(probe.Options{Resolver: resolverFunc(func(context.Context) ([]netip.Addr, error) {
		t.Error("the resolver is asked, want that it is not")
		return nil, nil
	})})
	got := p.Probe(ctx, probe.Target{Protocol: provider.IMAP, Host: host, Port: 993, Security: provider.TLS})
	if !slices.Equal(kinds(got.Advertised.Problems), is(probe.Cut)) {
		t.Errorf("problems %v, want that it is cut", got.Advertised.Problems)
	}
}

// A deadline of the caller's is one of the server's: who is silent up to it is
// silent, and time is left to begin the other way.
func TestANearDeadlineLeavesTimeForTheOtherWay(t *testing.T) {
	ca := newAuthority(t, "Example Root", nil)
	config := serverConfig(ca.issue(t, leaf{}))
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), minute/100)
		defer cancel()
		options := probe.Options{Resolver: loopback, Roots: ca.roots(), Now: clock, Limit: minute, Dialer: pipes(t, script(config, imapSecure...))}
		got := probe.New(options).Probe(ctx, probe.Target{Protocol: provider.IMAP, Host: host, Port: 993, Security: provider.STARTTLS})
		if !slices.Equal(kinds(got.Advertised.Problems), is(probe.TLSOnPlainPort)) || len(got.Other.Problems) > 0 {
			t.Errorf("problems %v and in the other way %v, want %s and none", got.Advertised.Problems, got.Other.Problems, probe.TLSOnPlainPort)
		}
	})
}
