package mx_test

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/miekg/dns"

	"signpost/internal/mx"
)

// lame answers as a server that looks nothing up for others.
func lame(w dns.ResponseWriter, asked *dns.Msg) { send(w, new(dns.Msg).SetReply(asked)) }

func TestTheNextServerIsAskedAfter(t *testing.T) {
	tests := []struct {
		name   string
		handle dns.HandlerFunc
		limit  time.Duration
	}{
		{"a server failure", fails(dns.RcodeServerFailure), time.Minute},
		{"a refusal", fails(dns.RcodeRefused), time.Minute},
		{"a format error", fails(dns.RcodeFormatError), time.Minute},
		{"a server without recursion", lame, time.Minute},
		{"silence", silent, 2 * time.Second},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			first, second := startServer(t, test.handle), startServer(t, anyDomain)
			mustFind(t, newResolver(t, mx.Options{Limit: test.limit}, first, second), "a.example")
			if first.queries() != 1 || second.queries() != 1 {
				t.Errorf("%d queries at the first server and %d at the second, want one each", first.queries(), second.queries())
			}
		})
	}
}

func TestTheNextServerIsAskedIfNobodyListensAtTheFirst(t *testing.T) {
	var config net.ListenConfig
	gone, err := config.ListenPacket(t.Context(), "udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := netip.MustParseAddrPort(gone.LocalAddr().String())
	if err := gone.Close(); err != nil {
		t.Fatal(err)
	}
	r := newResolver(t, mx.Options{Servers: []netip.AddrPort{address}, Limit: 10 * time.Second}, startServer(t, anyDomain))
	mustFind(t, r, "a.example")
}

func TestADomainThatDoesNotExistIsAskedForOnce(t *testing.T) {
	first, second := startServer(t, zone{}.ServeDNS), startServer(t, anyDomain)
	if _, err := newResolver(t, mx.Options{}, first, second).Hosts(t.Context(), "a.example"); !errors.Is(err, mx.ErrNone) {
		t.Errorf("error %v, want %v", err, mx.ErrNone)
	}
	if n := second.queries(); n != 0 {
		t.Errorf("%d queries at the second server, want none", n)
	}
}

func TestAServerThatIsAloneIsAskedTwice(t *testing.T) {
	var asked atomic.Int64
	server := startServer(t, func(w dns.ResponseWriter, m *dns.Msg) {
		if asked.Add(1) == 1 {
			fails(dns.RcodeServerFailure)(w, m)
			return
		}
		anyDomain(w, m)
	})
	mustFind(t, newResolver(t, mx.Options{}, server), "a.example")
}

func TestSilenceEndsAtTheLimitAndIsRemembered(t *testing.T) {
	var awake atomic.Bool
	server := startServer(t, func(w dns.ResponseWriter, asked *dns.Msg) {
		if awake.Load() {
			anyDomain(w, asked)
		}
	})
	var hands clock
	r := newResolver(t, mx.Options{Limit: 50 * time.Millisecond, Now: hands.now}, server)
	for _, when := range []string{"while the server is silent", "from the cache"} {
		if got, err := r.Hosts(t.Context(), "a.example"); !errors.Is(err, mx.ErrTimeout) {
			t.Errorf("%s: hosts %q, error %v, want %v", when, got, err, mx.ErrTimeout)
		}
		awake.Store(true)
	}
}

func TestALongReplyComesOverTCP(t *testing.T) {
	server := startServer(t, func(w dns.ResponseWriter, asked *dns.Msg) {
		if w.RemoteAddr().Network() == "udp" {
			m := reply(asked, asked.Question[0].Name+" 300 MX 1 only-a-part.example.")
			m.Truncated = true
			send(w, m)
			return
		}
		anyDomain(w, asked)
	})
	mustFind(t, newResolver(t, mx.Options{}, server), "a.example")
	if udp, tcp := server.udp.Load(), server.tcp.Load(); udp != 1 || tcp != 1 {
		t.Errorf("%d queries over UDP and %d over TCP, want one each", udp, tcp)
	}
}

// What arrives before the reply is passed over, if it is not the reply.
func TestForgedRepliesArePassedOver(t *testing.T) {
	forge := func(change func(*dns.Msg)) func(dns.ResponseWriter, *dns.Msg) error {
		return func(w dns.ResponseWriter, asked *dns.Msg) error {
			m := reply(asked, asked.Question[0].Name+" 300 MX 1 evil.example.")
			change(m)
			return w.WriteMsg(m)
		}
	}
	raw := func(packet string) func(dns.ResponseWriter, *dns.Msg) error {
		return func(w dns.ResponseWriter, _ *dns.Msg) error {
			_, err := w.Write([]byte(packet))
			return err
		}
	}
	tests := []struct {
		name string
		send func(dns.ResponseWriter, *dns.Msg) error
	}{
		{"another ID", forge(func(m *dns.Msg) { m.Id++ })},
		{"another name", forge(func(m *dns.Msg) { m.Question[0].Name = "b.example." })},
		{"another type", forge(func(m *dns.Msg) { m.Question[0].Qtype = dns.TypeA })},
		{"another class", forge(func(m *dns.Msg) { m.Question[0].Qclass = dns.ClassCHAOS })},
		{"no question", forge(func(m *dns.Msg) { m.Question = nil })},
		{"a question back", forge(func(m *dns.Msg) { m.Response = false })},
		{"another operation", forge(func(m *dns.Msg) { m.Opcode = dns.OpcodeNotify })},
		{"a few bytes", raw("?")},
		{"nothing at all", raw("")},
		{"noise", raw("noise that is long enough to have a header")},
		{"another server's address", sendFromElsewhere},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			server := startServer(t, func(w dns.ResponseWriter, asked *dns.Msg) {
				if err := test.send(w, asked); err != nil {
					t.Error(err)
				}
				anyDomain(w, asked)
			})
			mustFind(t, newResolver(t, mx.Options{}, server), "a.example")
			if n := server.queries(); n != 1 {
				t.Errorf("%d queries, want 1", n)
			}
		})
	}
}

// sendFromElsewhere forges a reply that is right but for where it comes from.
func sendFromElsewhere(w dns.ResponseWriter, asked *dns.Msg) error {
	packet, err := reply(asked, asked.Question[0].Name+" 300 MX 1 evil.example.").Pack()
	if err != nil {
		return err
	}
	socket, err := net.ListenUDP("udp", &net.UDPAddr{IP: net.IPv4(127, 0, 0, 1)})
	if err != nil {
		return err
	}
	_, err = socket.WriteTo(packet, w.RemoteAddr())
	return errors.Join(err, socket.Close())
}

func TestIDsAreNotInARow(t *testing.T) {
	ids := make(chan uint16, 20)
	server := startServer(t, func(w dns.ResponseWriter, asked *dns.Msg) {
		ids <- asked.Id
		anyDomain(w, asked)
	})
	r := newResolver(t, mx.Options{}, server)
	steps := map[uint16]bool{}
	var last uint16
	for i := range cap(ids) {
		mustFind(t, r, fmt.Sprintf("d%d.example", i))
		id := <-ids
		steps[id-last] = true
		last = id
	}
	// Twenty random steps are all different but for a chance of 1 in 345; that
	// half of them are equal is beyond all chance.
	if len(steps) < cap(ids)/2 {
		t.Errorf("the steps between %d IDs are only %v", cap(ids), steps)
	}
}

func TestServersOfTheMachine(t *testing.T) {
	tests := []struct {
		name   string
		config string
		want   string
	}{
		{"all lines with an address", "# local\nnameserver 192.0.2.1\nsearch example.com\nnameserver 2001:db8::1\n", "[192.0.2.1:53 [2001:db8::1]:53]"},
		{"a link-local address with its zone", "nameserver fe80::1%eth0\n", "[[fe80::1%eth0]:53]"},
		{"three at the most", "nameserver 192.0.2.1\nnameserver 192.0.2.2\nnameserver 192.0.2.3\nnameserver 192.0.2.4\n", "[192.0.2.1:53 192.0.2.2:53 192.0.2.3:53]"},
		{"names are passed over", "nameserver dns.example\nnameserver 192.0.2.1\n", "[192.0.2.1:53]"},
		{"no server is an error", "search example.com\n", "[]: no DNS server in it: name one, such as 127.0.0.1:53"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			servers, err := mx.ReadServers(strings.NewReader(test.config))
			got := fmt.Sprint(servers)
			if err != nil {
				got += ": " + err.Error()
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("%q (-want +got):\n%s", test.config, diff)
			}
		})
	}
}
