package mx_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/miekg/dns"

	"signpost/internal/mx"
)

func TestAnswersAreRemembered(t *testing.T) {
	soa := func(ttl, minimum int) []string {
		return []string{fmt.Sprintf("example. %d SOA ns.example. hostmaster.example. 1 3600 600 86400 %d", ttl, minimum)}
	}
	tests := []struct {
		name   string
		handle dns.HandlerFunc
		err    error
		want   time.Duration
	}{
		{"for their TTL", zone{"a.example.": {"a.example. 600 MX 1 mx.example."}}.ServeDNS, nil, 10 * time.Minute},
		{"for a minute if the TTL is shorter", zone{"a.example.": {"a.example. 0 MX 1 mx.example."}}.ServeDNS, nil, time.Minute},
		{"for an hour if the TTL is longer", zone{"a.example.": {"a.example. 604800 MX 1 mx.example."}}.ServeDNS, nil, time.Hour},
		{"for the shortest TTL of several", zone{"a.example.": {"a.example. 600 MX 1 mx.example.", "a.example. 120 MX 2 mx2.example."}}.ServeDNS, nil, 2 * time.Minute},
		{"for the TTL of the alias if that is shorter", zone{"a.example.": {"a.example. 180 CNAME b.example.", "b.example. 600 MX 1 mx.example."}}.ServeDNS, nil, 3 * time.Minute},
		{"for the TTL of a null MX", zone{"a.example.": {"a.example. 600 MX 0 ."}}.ServeDNS, mx.ErrNone, 10 * time.Minute},
		{"for the minimum of the SOA if the domain does not exist", zone{"": soa(3600, 300)}.ServeDNS, mx.ErrNone, 5 * time.Minute},
		{"for the minimum of the SOA if there is no MX", zone{"a.example.": nil, "": soa(3600, 300)}.ServeDNS, mx.ErrNone, 5 * time.Minute},
		{"for the TTL of the SOA if that is shorter than its minimum", zone{"": soa(120, 300)}.ServeDNS, mx.ErrNone, 2 * time.Minute},
		{"for a minute if the minimum is shorter", zone{"": soa(3600, 5)}.ServeDNS, mx.ErrNone, time.Minute},
		{"for a quarter of an hour if the minimum is longer", zone{"": soa(86400, 86400)}.ServeDNS, mx.ErrNone, 15 * time.Minute},
		{"for a minute if nothing comes without a SOA", zone{}.ServeDNS, mx.ErrNone, time.Minute},
		{"for half a minute if the server fails", fails(dns.RcodeServerFailure), mx.ErrServer, 30 * time.Second},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var hands clock
			server := startServer(t, test.handle)
			r := newResolver(t, mx.Options{Now: hands.now}, server)
			ask := func() int {
				if _, err := r.Hosts(t.Context(), "a.example"); !errors.Is(err, test.err) {
					t.Errorf("error %v, want %v", err, test.err)
				}
				return server.queries()
			}
			first := ask()
			hands.move(test.want - 1)
			if n := ask(); n != first {
				t.Errorf("just before %v: %d queries, want the %d of the start", test.want, n, first)
			}
			hands.move(1)
			if n := ask(); n != 2*first {
				t.Errorf("after %v: %d queries, want %d", test.want, n, 2*first)
			}
		})
	}
}

func anyDomain(w dns.ResponseWriter, asked *dns.Msg) {
	send(w, reply(asked, asked.Question[0].Name+" 3600 MX 1 mx.example."))
}

func mustFind(t testing.TB, r *mx.Resolver, domain string) {
	t.Helper()
	got, err := r.Hosts(t.Context(), domain)
	if err != nil || !cmp.Equal(got, []string{"mx.example"}) {
		t.Fatalf("%q: hosts %q, error %v", domain, got, err)
	}
}

// Of 200 domains no more are remembered than the bound says, and at least half
// as many: the last ones.
func TestManyDomainsDoNotGrowTheCache(t *testing.T) {
	const domains, bound = 200, 10
	server := startServer(t, anyDomain)
	r := newResolver(t, mx.Options{CacheSize: bound}, server)
	for i := range domains {
		mustFind(t, r, fmt.Sprintf("d%d.example", i))
	}
	if n := server.queries(); n != domains {
		t.Fatalf("%d queries for %d domains", n, domains)
	}
	remembered := 0
	for i := range domains {
		before := server.queries()
		mustFind(t, r, fmt.Sprintf("d%d.example", domains-1-i))
		if server.queries() == before {
			remembered++
		}
	}
	if remembered > bound || remembered < bound/2 {
		t.Errorf("%d domains were remembered, want %d to %d", remembered, bound/2, bound)
	}
}

func TestADomainThatIsAskedForStaysInTheCache(t *testing.T) {
	const strangers = 100
	server := startServer(t, anyDomain)
	r := newResolver(t, mx.Options{CacheSize: 10}, server)
	for i := range strangers {
		mustFind(t, r, "regular.example")
		mustFind(t, r, fmt.Sprintf("d%d.example", i))
	}
	if n := server.queries(); n != strangers+1 {
		t.Errorf("%d queries, want one for each of %d strangers and one for the regular", n, strangers)
	}
}

func TestAnAnswerInTheCacheTakesNoAllocation(t *testing.T) {
	r := newResolver(t, mx.Options{}, startServer(t, anyDomain))
	mustFind(t, r, "a.example")
	ctx := t.Context()
	if n := testing.AllocsPerRun(100, func() { _, _ = r.Hosts(ctx, "a.example") }); n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
}

func BenchmarkHostsInCache(b *testing.B) {
	r := newResolver(b, mx.Options{}, startServer(b, anyDomain))
	mustFind(b, r, "a.example")
	ctx := b.Context()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Hosts(ctx, "a.example"); err != nil {
			b.Fatal(err)
		}
	}
}
