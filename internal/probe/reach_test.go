package probe_test

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"slices"
	"strconv"
	"sync"
	"testing"
	"testing/synctest"

	"signpost/internal/probe"
	"signpost/provider"
)

var errDialled = errors.New("dialled")

func TestAPortWhereNobodyListensIsRefused(t *testing.T) {
	var config net.ListenConfig
	listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	at := netip.MustParseAddrPort(listener.Addr().String())
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	got := probe.New(probe.Options{Resolver: loopback, Limit: minute}).Probe(t.Context(), target(provider.IMAP, at, provider.TLS))
	want := is(probe.Refused)
	if problems := got.Advertised.Problems; !slices.Equal(kinds(problems), want) || problems[0].Step != probe.AtConnect {
		t.Errorf("problems %v, want the kinds %v when connecting", problems, want)
	}
	if len(got.Addresses) != 1 || got.Addresses[0].Problem.Kind != probe.Refused {
		t.Errorf("addresses %v, want one that refuses", got.Addresses)
	}
}

func TestEachAddressIsDialledAndOneIsTalkedTo(t *testing.T) {
	at := serve(t, script(nil, "S: +OK Ready", "C: CAPA", "S: -ERR what?", "C: QUIT"))
	dialer := dialerFunc(func(ctx context.Context, address string) (net.Conn, error) {
		if netip.MustParseAddrPort(address).Addr() != at.Addr() {
			return nil, errNoRoute
		}
		return new(net.Dialer).DialContext(ctx, "tcp", address)
	})
	resolver := names{host: {"2001:db8::1", "::ffff:127.0.0.1", "192.0.2.1"}}
	got := probe.New(probe.Options{Resolver: resolver, Dialer: dialer, Limit: minute}).Probe(t.Context(), target(provider.POP3, at, provider.Plaintext))
	if got.Advertised.Address != at || !got.Works() {
		t.Errorf("talked to %s with problems %v, want %s and none", got.Advertised.Address, got.Advertised.Problems, at)
	}
	want := []probe.Kind{probe.Unreachable, "", probe.Unreachable}
	for i, address := range got.Addresses {
		if address.Problem.Kind != want[i] || address.IP.String() != []string{"2001:db8::1", "127.0.0.1", "192.0.2.1"}[i] {
			t.Errorf("address %d: got %v, want the kind %q", i, address, want[i])
		}
	}
}

// The second connection is closed without a word, since the bubble would not end
// otherwise.
func TestOnlyOneConnectionIsTalkedOver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var served int
		var mu sync.Mutex
		handle := pipes(t, func(_ testing.TB, conn net.Conn) {
			if _, err := conn.Write([]byte("-ERR not now\r\n")); err == nil {
				mu.Lock()
				defer mu.Unlock()
				served++
			}
		})
		p := probe.New(probe.Options{Resolver: names{host: {"192.0.2.1", "192.0.2.2", "192.0.2.3"}}, Dialer: handle})
		got := p.Probe(t.Context(), probe.Target{Protocol: provider.POP3, Host: host, Port: 110, Security: provider.Plaintext})
		synctest.Wait()
		mu.Lock()
		defer mu.Unlock()
		if served != 1 {
			t.Errorf("%d connections were read from, want 1", served)
		}
		for _, address := range got.Addresses {
			if !address.Problem.IsZero() {
				t.Errorf("address %s: problem %v, want none", address.IP, address.Problem)
			}
		}
	})
}

func TestOfAllAddressesTheMostTellingProblemIsReported(t *testing.T) {
	dialer := dialerFunc(func(ctx context.Context, address string) (net.Conn, error) {
		if netip.MustParseAddrPort(address).Addr().Is6() {
			return nil, errNoRoute
		}
		<-ctx.Done()
		return nil, ctx.Err()
	})
	synctest.Test(t, func(t *testing.T) {
		p := probe.New(probe.Options{Resolver: names{host: {"2001:db8::1", "192.0.2.1"}}, Dialer: dialer})
		got := p.Probe(t.Context(), probe.Target{Protocol: provider.IMAP, Host: host, Port: 993, Security: provider.TLS})
		if want := is(probe.ConnectTimeout); !slices.Equal(kinds(got.Advertised.Problems), want) {
			t.Errorf("problems %v, want the kinds %v", got.Advertised.Problems, want)
		}
	})
}

func TestNoMoreThanEightAddressesAreDialled(t *testing.T) {
	var many []string
	for i := range 20 {
		many = append(many, "192.0.2."+strconv.Itoa(i+1))
	}
	p := probe.New(probe.Options{Resolver: names{host: many}, Dialer: dialerFunc(func(context.Context, string) (net.Conn, error) {
		return nil, errNoRoute
	})})
	got := p.Probe(t.Context(), probe.Target{Protocol: provider.IMAP, Host: host, Port: 993, Security: provider.TLS})
	if len(got.Addresses) != 8 {
		t.Errorf("%d addresses, want 8", len(got.Addresses))
	}
}

// Each dial is checked, also of an address that needs no resolver, and of one that
// the resolver hides among others.
func TestOnlyPublicAddressesAreDialled(t *testing.T) {
	tests := []struct {
		address string
		public  bool
	}{
		{"8.8.8.8", true},
		{"2a00:1450:4001:80b::200e", true},
		{"127.0.0.1", false},
		{"127.9.9.9", false},
		{"::1", false},
		{"::ffff:127.0.0.1", false},
		{"::ffff:10.0.0.1", false},
		{"::7f00:1", false},
		{"0.0.0.0", false},
		{"0.1.2.3", false},
		{"::", false},
		{"10.1.2.3", false},
		{"172.16.0.1", false},
		{"172.31.255.255", false},
		{"172.32.0.1", true},
		{"192.168.1.1", false},
		{"169.254.169.254", false},
		{"100.64.0.1", false},
		{"192.0.2.1", false},
		{"198.18.0.1", false},
		{"198.51.100.1", false},
		{"203.0.113.1", false},
		{"224.0.0.1", false},
		{"240.0.0.1", false},
		{"255.255.255.255", false},
		{"fe80::1", false},
		{"fe80::1%eth0", false},
		{"fc00::1", false},
		{"fd12:3456::1", false},
		{"fec0::1", false},
		{"ff02::1", false},
		{"64:ff9b::7f00:1", false},
		{"2002:7f00:1::1", false},
		{"2001:0:1::1", false},
		{"2001:db8::1", false},
	}
	for _, test := range tests {
		t.Run(test.address, func(t *testing.T) {
			for _, name := range []string{test.address, host} {
				p := probe.New(probe.Options{
					Resolver: names{host: {test.address}}, PublicOnly: true,
					Dialer: dialerFunc(func(context.Context, string) (net.Conn, error) { return nil, errDialled }),
				})
				got := p.Probe(t.Context(), probe.Target{Protocol: provider.IMAP, Host: name, Port: 993, Security: provider.TLS})
				want := is(probe.NotPublic)
				if test.public {
					want = is(probe.Unreachable)
				}
				if !slices.Equal(kinds(got.Advertised.Problems), want) {
					t.Errorf("%s: problems %v, want the kinds %v", name, got.Advertised.Problems, want)
				}
			}
		})
	}
}

func TestHostsAndPortsThatAreNoneAreNotAskedFor(t *testing.T) {
	tests := []struct {
		name string
		host string
		port int
	}{
		{"no host", "", 993},
		{"a full stop", ".", 993},
		{"an empty label", "mail..example.com", 993},
		{"a full stop first", ".example.com", 993},
		{"a template", "mail.{domain}", 993},
		{"a blank", "mail.example.com ", 993},
		{"a port in the host", "mail.example.com:25", 993},
		{"brackets", "[::1]", 993},
		{"a line end", "mail.example.com\r\nQUIT", 993},
		{"no port", host, 0},
		{"a port below", host, -1},
		{"a port beyond", host, 65536 + 993},
	}
	p := probe.New(probe.Options{Resolver: resolverFunc(func(context.Context) ([]netip.Addr, error) {
		t.Error("the resolver is asked, want that it is not")
		return nil, errDialled
	})})
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := p.Probe(t.Context(), probe.Target{Protocol: provider.IMAP, Host: test.host, Port: test.port, Security: provider.TLS})
			if want := is(probe.BadTarget); !slices.Equal(kinds(got.Advertised.Problems), want) {
				t.Errorf("problems %v, want the kinds %v", got.Advertised.Problems, want)
			}
		})
	}
}

func TestNoMoreServersAreAskedAtATimeThanAllowed(t *testing.T) {
	const inFlight, targets = 3, 10
	synctest.Test(t, func(t *testing.T) {
		var mu sync.Mutex
		now, most := 0, 0
		release := make(chan struct{})
		p := probe.New(probe.Options{InFlight: inFlight, Resolver: resolverFunc(func(context.Context) ([]netip.Addr, error) {
			mu.Lock()
			now++
			most = max(most, now)
			mu.Unlock()
			<-release
			mu.Lock()
			now--
			mu.Unlock()
			return nil, nil
		})})
		var asked []probe.Target
		for i := range targets {
			asked = append(asked, probe.Target{Protocol: provider.IMAP, Host: host, Port: i + 1, Security: provider.TLS})
		}
		results := make(chan []probe.Result, 1)
		go func() { results <- p.ProbeAll(t.Context(), asked) }()
		synctest.Wait()
		close(release)
		got := <-results
		if most != inFlight {
			t.Errorf("%d servers at a time, want %d", most, inFlight)
		}
		for i, result := range got {
			if result.Target != asked[i] || !slices.Equal(kinds(result.Advertised.Problems), is(probe.DNSNoSuchName)) {
				t.Errorf("result %d: got %v with %v, want %v and an unknown name", i, result.Target, result.Advertised.Problems, asked[i])
			}
		}
	})
}
