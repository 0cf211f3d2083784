package doctor_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/miekg/dns"

	"signpost/internal/address"
	"signpost/internal/doctor"
	"signpost/internal/doctor/doctortest"
	"signpost/internal/resolver"
	"signpost/internal/testserver"
)

// publicIP is an address that a stranger may have asked; a wiretap leads it to
// loopback, or nowhere.
const publicIP = "93.184.216.34"

// wiretap notes every connection that is asked for. What is not in leads refuses.
type wiretap struct {
	leads map[string]string

	mu      sync.Mutex
	dialled []string
}

var errNobody = errors.New("nobody there")

func (w *wiretap) DialContext(ctx context.Context, network, at string) (net.Conn, error) {
	w.mu.Lock()
	w.dialled = append(w.dialled, at)
	w.mu.Unlock()
	if w.leads[at] == "" {
		return nil, &net.OpError{Op: "dial", Net: network, Err: errNobody}
	}
	var dialer net.Dialer
	return dialer.DialContext(ctx, network, w.leads[at])
}

// forbidden are the places that must not have been asked.
func (w *wiretap) forbidden() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.DeleteFunc(slices.Clone(w.dialled), func(at string) bool {
		to, err := netip.ParseAddrPort(at)
		return err == nil && address.IsPublic(to.Addr())
	})
}

// examineForAStranger runs as /doctor does, on a domain with these records.
func examineForAStranger(t *testing.T, zone dns.Handler, dialer doctor.Dialer) doctor.Report {
	t.Helper()
	asked, err := resolver.New([]netip.AddrPort{testserver.DNS(t, zone)})
	if err != nil {
		t.Fatal(err)
	}
	return doctor.Run(t.Context(), address.Address{Local: "some.body", Domain: "example.com"}, doctor.Options{
		Resolver: asked, Dialer: dialer, PublicOnly: true, Limit: time.Minute,
	})
}

const domain = "example.com. SOA ns.example.com. admin.example.com. 1 2 3 4 5\n"

// mailServers are published by DNS alone, since the web says nothing.
const mailServers = `
_imaps._tcp.example.com.       SRV 0 1 993 mail.example.com.
_submissions._tcp.example.com. SRV 0 1 465 mail.example.com.
_autodiscover._tcp.example.com. SRV 0 1 443 mail.example.com.
`

// hostsAt are the records of all hosts at one address.
func hostsAt(kind, ip string) string {
	var records strings.Builder
	for _, host := range []string{"", "autoconfig.", "autodiscover.", "ua-auto-config.", "mail."} {
		fmt.Fprintf(&records, "%sexample.com. %s %s\n", host, kind, ip)
	}
	return records.String()
}

func TestAStrangerReachesNoAddressThatIsNotPublic(t *testing.T) {
	for _, c := range []struct{ name, kind, ip string }{
		{"loopback", "A", "127.0.0.1"},
		{"the metadata of a cloud", "A", "169.254.169.254"},
		{"a private network", "A", "10.0.0.1"},
		{"another one", "A", "192.168.1.1"},
		{"CGNAT", "A", "100.64.0.1"},
		{"multicast", "A", "224.0.0.1"},
		{"unspecified", "A", "0.0.0.0"},
		{"IPv6 loopback", "AAAA", "::1"},
		{"a private network inside of IPv6", "AAAA", "::ffff:10.0.0.1"},
		{"loopback by NAT64", "AAAA", "64:ff9b::7f00:1"},
		{"unique local", "AAAA", "fd00::1"},
		{"link-local", "AAAA", "fe80::1"},
		{"6to4", "AAAA", "2002:7f00:1::1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var tap wiretap
			r := examineForAStranger(t, doctortest.NewZone(t, domain+hostsAt(c.kind, c.ip)+mailServers), &tap)
			if got := tap.forbidden(); len(got) > 0 {
				t.Errorf("%s: connections to %s", c.ip, got)
			}
			said := doctortest.Text(t, r)
			for _, want := range []string{"server-not-public", "its name leads to no address of the public Internet"} {
				if !strings.Contains(said, want) {
					t.Errorf("%s: no %q in\n%s", c.ip, want, said)
				}
			}
			if strings.Contains(said, c.ip) {
				t.Errorf("the report tells an address of our own network:\n%s", said)
			}
		})
	}
}

func TestAStrangerIsNotLedElsewhereByARedirect(t *testing.T) {
	for _, c := range []struct{ name, to string }{
		{"loopback", "http://127.0.0.1/latest/"},
		{"the metadata of a cloud", "http://169.254.169.254/latest/meta-data/"},
		{"IPv6 loopback", "http://[::1]/"},
		{"a private network inside of IPv6", "http://[::ffff:10.0.0.1]/"},
		{"a name that leads inside", "http://inside.example.com/"},
		{"localhost", "http://localhost/"},
		{"a number that some take for an address", "http://2130706433/"},
		{"another port of a public address", "http://" + publicIP + ":2375/containers/json"},
		{"the port of a mail server", "http://" + publicIP + ":25/"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var asked sync.Map
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				asked.Store(r.Host, true)
				http.Redirect(w, r, c.to, http.StatusFound)
			}))
			defer server.Close()
			tap := wiretap{leads: map[string]string{publicIP + ":80": server.Listener.Addr().String()}}
			zone := domain + "autoconfig.example.com. A " + publicIP + "\nautodiscover.example.com. A " + publicIP + "\ninside.example.com. A 10.0.0.1\n"
			examineForAStranger(t, doctortest.NewZone(t, zone), &tap)
			if _, ok := asked.Load("autoconfig.example.com"); !ok {
				t.Fatalf("nobody was redirected; connections to %s", tap.dialled)
			}
			if got := tap.forbidden(); len(got) > 0 {
				t.Errorf("redirected to %s: connections to %s", c.to, got)
			}
			for _, at := range tap.dialled {
				if !strings.HasSuffix(at, ":80") && !strings.HasSuffix(at, ":443") {
					t.Errorf("redirected to %s: a connection to %s", c.to, at)
				}
			}
		})
	}
}

// rebinding answers with a public address the first time, and with loopback from then
// on.
type rebinding struct {
	mu    sync.Mutex
	asked map[string]bool
	zone  *doctortest.Zone
}

func (z *rebinding) ServeDNS(w dns.ResponseWriter, asked *dns.Msg) {
	q := asked.Question[0]
	z.mu.Lock()
	again := z.asked[q.Name]
	z.asked[q.Name] = z.asked[q.Name] || q.Qtype == dns.TypeA
	z.mu.Unlock()
	if q.Qtype != dns.TypeA || !again {
		z.zone.ServeDNS(w, asked)
		return
	}
	m := new(dns.Msg).SetReply(asked)
	m.RecursionAvailable = true
	m.Answer = []dns.RR{&dns.A{Hdr: dns.RR_Header{Name: q.Name, Rrtype: dns.TypeA, Class: dns.ClassINET}, A: net.IPv4(127, 0, 0, 1)}}
	_ = w.WriteMsg(m)
}

// The address that is dialled is the one that was looked at: whatever DNS says a
// moment later, each connection is asked for by an IP address, and by a public one.
func TestDNSThatChangesItsMindLeadsNowhere(t *testing.T) {
	// Two runs, since one asks for each name once.
	zone := &rebinding{asked: map[string]bool{}, zone: doctortest.NewZone(t, domain+hostsAt("A", publicIP)+mailServers)}
	var tap wiretap
	for range 2 {
		examineForAStranger(t, zone, &tap)
	}
	if !slices.Contains(tap.dialled, publicIP+":443") || !slices.Contains(tap.dialled, publicIP+":993") {
		t.Fatalf("the public address was not asked; connections to %s", tap.dialled)
	}
	if got := tap.forbidden(); len(got) > 0 {
		t.Errorf("connections to %s", got)
	}
}

func TestOfSeveralAddressesAStrangerReachesThePublicOnes(t *testing.T) {
	var tap wiretap
	zone := doctortest.NewZone(t, domain+"autoconfig.example.com. A 10.0.0.1\nautoconfig.example.com. A "+publicIP+"\nautoconfig.example.com. AAAA ::1\n")
	examineForAStranger(t, zone, &tap)
	if got := tap.forbidden(); len(got) > 0 || !slices.Contains(tap.dialled, publicIP+":443") {
		t.Errorf("connections to %s, want %s alone", tap.dialled, publicIP)
	}
}
