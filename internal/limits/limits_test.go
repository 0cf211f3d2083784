package limits_test

import (
	"encoding/binary"
	"math"
	"net/http"
	"net/netip"
	"runtime"
	"sync"
	"testing"
	"time"

	"signpost/internal/limits"
)

// clock goes on only when it is told to.
type clock struct{ now time.Time }

func newClock() *clock { return &clock{time.Unix(1_750_000_000, 0)} }

func (c *clock) Now() time.Time          { return c.now }
func (c *clock) advance(d time.Duration) { c.now = c.now.Add(d) }

func newLimiter(t testing.TB, o limits.Options) *limits.Limiter {
	t.Helper()
	if o.Places == 0 {
		o.Places = 1
	}
	l, err := limits.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// ask sends requests one after the other, and returns how many were let in and what
// the last one was told.
func ask(l *limits.Limiter, client string, requests int) (in, status int, retryAfter time.Duration) {
	ip := address(client)
	for range requests {
		status, retryAfter = l.Enter(ip)
		if status == 0 {
			l.Leave()
			in++
		}
	}
	return in, status, retryAfter
}

// address reads an address; empty is that of a Unix socket.
func address(text string) netip.Addr {
	if text == "" {
		return netip.Addr{}
	}
	return netip.MustParseAddr(text)
}

func TestBucket(t *testing.T) {
	type step struct {
		// after is the pause before the requests.
		after        time.Duration
		requests, in int
		// retry is what the last request is told, 0 if it is let in.
		retry time.Duration
	}
	for _, c := range []struct {
		name  string
		rate  float64
		burst int
		steps []step
	}{
		{"a wizard sends 7 at once", 20, 100, []step{{0, 7, 7, 0}}},
		{"the burst is let in, one more is not", 20, 100, []step{{0, 101, 100, time.Second}}},
		{"a token comes back after its time, and not before", 20, 100, []step{
			{0, 100, 100, 0},
			{50*time.Millisecond - 1, 1, 0, time.Second},
			{1, 2, 1, time.Second},
		}},
		{"requests that were refused cost nothing", 1, 1, []step{
			{0, 1000, 1, time.Second},
			{time.Second, 1, 1, 0},
		}},
		{"who waits as long as he is told is let in", 0.1, 1, []step{
			{0, 2, 1, 10 * time.Second},
			{2500 * time.Millisecond, 1, 0, 8 * time.Second},
			{8 * time.Second, 1, 1, 0},
		}},
		{"a long pause gives the burst and no more", 20, 100, []step{
			{0, 100, 100, 0},
			{240 * time.Hour, 200, 100, time.Second},
		}},
		{"an endless loop goes on at the rate", 20, 100, []step{
			{0, 500, 100, time.Second},
			{time.Second, 500, 20, time.Second},
			{time.Second, 500, 20, time.Second},
		}},
		{"a burst of one", 2, 1, []step{{0, 2, 1, time.Second}, {500 * time.Millisecond, 2, 1, time.Second}}},
		{"rate 0 is no limit", 0, 0, []step{{0, 100_000, 100_000, 0}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			clock := newClock()
			l := newLimiter(t, limits.Options{Rate: c.rate, Burst: c.burst, Now: clock.Now})
			for i, s := range c.steps {
				clock.advance(s.after)
				in, status, retry := ask(l, "192.0.2.1", s.requests)
				want := 0
				if s.retry > 0 {
					want = http.StatusTooManyRequests
				}
				if in != s.in || status != want || retry != s.retry {
					t.Errorf("step %d, %d requests after %v: %d let in, the last %d with Retry-After %v; want %d, %d, %v",
						i+1, s.requests, s.after, in, status, retry, s.in, want, s.retry)
				}
			}
		})
	}
}

func TestWhoSharesABucket(t *testing.T) {
	for _, c := range []struct {
		name, one, other string
		shared           bool
	}{
		{"an IPv4 address with itself", "192.0.2.1", "192.0.2.1", true},
		{"IPv4 neighbours do not", "192.0.2.1", "192.0.2.2", false},
		{"IPv4 and its mapped form", "192.0.2.1", "::ffff:192.0.2.1", true},
		{"one IPv6 /64", "2001:db8:0:1::1", "2001:db8:0:1:ffff:ffff:ffff:ffff", true},
		{"IPv6 /64 next to each other do not", "2001:db8:0:1::1", "2001:db8:0:2::1", false},
		{"a link-local address on two interfaces", "fe80::1%eth0", "fe80::2%eth1", true},
		{"IPv4 and the IPv6 with the same bits do not", "0.0.0.9", "0:0:0:9::1", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := newLimiter(t, limits.Options{Rate: 1, Burst: 1, Now: newClock().Now})
			if in, _, _ := ask(l, c.one, 1); in != 1 {
				t.Fatalf("the first request of %s was refused", c.one)
			}
			if in, _, _ := ask(l, c.other, 1); (in == 0) != c.shared {
				t.Errorf("%s after %s: let in %t, want %t", c.other, c.one, in == 1, !c.shared)
			}
		})
	}
}

func TestWhoMayDoMore(t *testing.T) {
	const burst, many = 10, 1000
	for _, c := range []struct {
		name, client string
		want         int
	}{
		{"anybody", "198.51.100.1", burst},
		{"IPv4 loopback is exempt", "127.0.0.1", many},
		{"all of IPv4 loopback", "127.255.255.254", many},
		{"IPv6 loopback", "::1", many},
		{"mapped loopback", "::ffff:127.0.0.1", many},
		{"a Unix socket", "", many},
		{"our own proxy", "10.1.2.3", many},
		{"our own proxy, mapped", "::ffff:10.1.2.3", many},
		{"our own proxy by IPv6 with a zone", "fe80::1%eth0", many},
		{"first address of AutoDetect's first network", "52.125.128.0", 10 * burst},
		{"its last", "52.125.143.255", 10 * burst},
		{"the one before it", "52.125.127.255", burst},
		{"the one after it", "52.125.144.0", burst},
		{"first address of AutoDetect's second network", "52.127.96.0", 10 * burst},
		{"its last", "52.127.97.255", 10 * burst},
		{"the one before it", "52.127.95.255", burst},
		{"the one after it", "52.127.98.0", burst},
	} {
		t.Run(c.name+" "+c.client, func(t *testing.T) {
			l := newLimiter(t, limits.Options{
				Rate: 1, Burst: burst, Now: newClock().Now,
				Exempt: []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("fe80::/64")},
			})
			if got, _, _ := ask(l, c.client, many); got != c.want {
				t.Errorf("%q: %d of %d requests at once let in, want %d", c.client, got, many, c.want)
			}
		})
	}
}

func TestAllPlacesTakenIs503UntilOneIsLeft(t *testing.T) {
	l := newLimiter(t, limits.Options{Places: 2})
	loopback := netip.MustParseAddr("127.0.0.1")
	for i, want := range []int{0, 0, http.StatusServiceUnavailable, http.StatusServiceUnavailable} {
		status, retry := l.Enter(loopback)
		if status != want || (retry == time.Second) != (want != 0) {
			t.Errorf("request %d at the same time: status %d, Retry-After %v; want %d", i+1, status, retry, want)
		}
	}
	if got := l.Inside(); got != 2 {
		t.Errorf("%d requests under way, want 2", got)
	}
	l.Leave()
	if status, _ := l.Enter(loopback); status != 0 {
		t.Errorf("after one has left: status %d, want it let in", status)
	}
}

func TestAClientThatMustWaitTakesNoPlace(t *testing.T) {
	l := newLimiter(t, limits.Options{Rate: 1, Burst: 1, Places: 1, Now: newClock().Now})
	if in, status, _ := ask(l, "192.0.2.1", 2); in != 1 || status != http.StatusTooManyRequests {
		t.Fatalf("%d let in, the last %d; want 1 and 429", in, status)
	}
	if got := l.Inside(); got != 0 {
		t.Errorf("%d requests under way, want 0", got)
	}
}

func TestAMillionClientsAreNotRemembered(t *testing.T) {
	const clients, most = 1_000_000, 1 << 16
	l := newLimiter(t, limits.Options{Rate: 1, Burst: 1, Now: newClock().Now})
	before := heap()
	var bytes [16]byte
	for i := range uint64(clients) {
		binary.BigEndian.PutUint64(bytes[:8], 0x20010db8<<32|i)
		if status, _ := l.Enter(netip.AddrFrom16(bytes)); status != 0 {
			t.Fatalf("the first request of client %d: status %d", i, status)
		}
		l.Leave()
	}
	if got := l.Remembered(); got > most {
		t.Errorf("%d buckets after %d clients, want at most %d", got, clients, most)
	}
	if grown := int64(heap()) - int64(before); grown > 8<<20 {
		t.Errorf("the heap grew by %d bytes, want less than 8 MiB", grown)
	}
	if status, _ := l.Enter(netip.AddrFrom16(bytes)); status != http.StatusTooManyRequests {
		t.Errorf("the last client again: status %d, want 429", status)
	}
	runtime.KeepAlive(l)
}

func heap() uint64 {
	var stats runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

func TestWhoKeepsAskingIsNotForgotten(t *testing.T) {
	l := newLimiter(t, limits.Options{Rate: 1, Burst: 1, Clients: 100, Now: newClock().Now})
	ask(l, "192.0.2.1", 1)
	ip := netip.MustParseAddr("198.51.100.0")
	for range 10_000 {
		ip = ip.Next()
		ask(l, ip.String(), 1)
		if in, _, _ := ask(l, "192.0.2.1", 1); in != 0 {
			t.Fatalf("forgotten when %s came", ip)
		}
	}
}

func TestManyClientsAtTheSameTime(t *testing.T) {
	const clients, burst, places = 8, 50, 3
	clock := newClock()
	l := newLimiter(t, limits.Options{Rate: 1, Burst: burst, Places: places, Now: clock.Now})
	var all sync.WaitGroup
	in := make([]int, clients)
	for i := range clients {
		all.Go(func() {
			ip := netip.AddrFrom4([4]byte{192, 0, 2, byte(i / 2)})
			for range 1000 {
				status, _ := l.Enter(ip)
				if l.Inside() > places+clients {
					t.Errorf("%d requests under way", l.Inside())
				}
				if status == 0 {
					in[i]++
					l.Leave()
				}
			}
		})
	}
	all.Wait()
	for i := 0; i < clients; i += 2 {
		if got := in[i] + in[i+1]; got > burst {
			t.Errorf("client %d: %d requests let in, want at most %d", i/2, got, burst)
		}
	}
	if got := l.Inside(); got != 0 {
		t.Errorf("%d requests under way after all have left", got)
	}
}

func TestNewRefusesNumbersThatMakeNoSense(t *testing.T) {
	for _, c := range []struct {
		name string
		o    limits.Options
		ok   bool
	}{
		{"the usual", limits.Options{Rate: 20, Burst: 100, Places: 1024}, true},
		{"no rate needs no burst", limits.Options{Places: 1}, true},
		{"a negative rate", limits.Options{Rate: -1, Burst: 1, Places: 1}, false},
		{"a rate that is no number", limits.Options{Rate: math.NaN(), Burst: 1, Places: 1}, false},
		{"an endless rate", limits.Options{Rate: math.Inf(1), Burst: 1, Places: 1}, true},
		{"no burst", limits.Options{Rate: 1, Places: 1}, false},
		{"a burst that never comes back", limits.Options{Rate: 0.001, Burst: 1 << 30, Places: 1}, false},
		{"no places", limits.Options{Rate: 1, Burst: 1}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, err := limits.New(c.o); (err == nil) != c.ok {
				t.Errorf("%+v: error %v, want one: %t", c.o, err, !c.ok)
			}
		})
	}
}
