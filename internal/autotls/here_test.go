package autotls_test

import (
	"context"
	"errors"
	"net/netip"
	"testing"

	"signpost/internal/autotls"
)

// zone is a DNS of tests.
type zone map[string][]string

func (z zone) LookupNetIP(_ context.Context, _, host string) ([]netip.Addr, error) {
	texts, ok := z[host]
	if !ok {
		return nil, errors.New("no such host")
	}
	var found []netip.Addr
	for _, text := range texts {
		found = append(found, netip.MustParseAddr(text))
	}
	return found, nil
}

func TestPointsHere(t *testing.T) {
	dns := zone{
		"autoconfig.example.com": {"192.0.2.1"},
		"autoconfig.example.net": {"198.51.100.7", "2001:db8::7"},
		"autoconfig.example.org": {"::ffff:192.0.2.1"},
		"setup.example.net":      {"198.51.100.7"},
	}
	ours := []netip.Addr{netip.MustParseAddr("192.0.2.1"), netip.MustParseAddr("::ffff:192.0.2.9")}
	for _, c := range []struct {
		name, asked string
		hosts       []string
		want        string
	}{
		{"one of our addresses", "autoconfig.example.com", nil, ""},
		{"one of our addresses in the form of IPv6", "autoconfig.example.org", nil, ""},
		{"another server", "autoconfig.example.net", nil, "autoconfig.example.net does not point to this server but to 198.51.100.7, 2001:db8::7"},
		{"an address of our host", "autoconfig.example.net", []string{"setup.example.net"}, ""},
		{"our host itself", "setup.example.net", []string{"setup.example.net"}, ""},
		{"no such name", "autoconfig.example.edu", nil, "autoconfig.example.edu does not point to this server: looking up autoconfig.example.edu: no such host"},
		{"our host cannot be looked up", "autoconfig.example.net", []string{"gone.example.net"}, "looking up our own address: looking up gone.example.net: no such host"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := autotls.PointsHere(dns, ours, c.hosts...)(t.Context(), c.asked)
			got := ""
			if err != nil {
				got = err.Error()
			}
			if got != c.want {
				t.Errorf("%s: %q, want %q", c.asked, got, c.want)
			}
		})
	}
}
