package address_test

import (
	"net/netip"
	"testing"

	"signpost/internal/address"
)

func TestIsPublic(t *testing.T) {
	for _, c := range []struct {
		name, ip string
		want     bool
	}{
		{"anybody's IPv4", "93.184.216.34", true},
		{"the last before CGNAT", "100.63.255.255", true},
		{"the first behind CGNAT", "100.128.0.0", true},
		{"the last before 172.16/12", "172.15.255.255", true},
		{"the first behind 172.16/12", "172.32.0.0", true},
		{"anybody's IPv6", "2606:2800:220:1::1", true},
		{"anybody's IPv4 inside of IPv6", "::ffff:93.184.216.34", true},

		{"none", "", false},
		{"unspecified", "0.0.0.0", false},
		{"this network", "0.1.2.3", false},
		{"loopback", "127.0.0.1", false},
		{"all of loopback", "127.255.255.254", false},
		{"10/8", "10.0.0.1", false},
		{"172.16/12", "172.31.255.255", false},
		{"192.168/16", "192.168.1.1", false},
		{"CGNAT", "100.64.0.1", false},
		{"the end of CGNAT, where Alibaba has its metadata", "100.100.100.200", false},
		{"link-local, where clouds have their metadata", "169.254.169.254", false},
		{"protocol assignments, where Oracle has some", "192.0.0.192", false},
		{"Azure's WireServer", "168.63.129.16", false},
		{"documentation", "192.0.2.1", false},
		{"benchmarks", "198.19.255.255", false},
		{"multicast", "224.0.0.1", false},
		{"reserved", "240.0.0.1", false},
		{"broadcast", "255.255.255.255", false},

		{"IPv6 unspecified", "::", false},
		{"IPv6 loopback", "::1", false},
		{"loopback inside of IPv6", "::ffff:127.0.0.1", false},
		{"10/8 inside of IPv6", "::ffff:10.0.0.1", false},
		{"the metadata inside of IPv6", "::ffff:169.254.169.254", false},
		{"IPv4-compatible", "::127.0.0.1", false},
		{"IPv4-translated", "::ffff:0:10.0.0.1", false},
		{"NAT64", "64:ff9b::7f00:1", false},
		{"NAT64 of one's own", "64:ff9b:1::a00:1", false},
		{"6to4", "2002:7f00:1::1", false},
		{"Teredo", "2001:0:1::1", false},
		{"IPv6 documentation", "2001:db8::1", false},
		{"the newer IPv6 documentation", "3fff::1", false},
		{"IPv6 link-local", "fe80::1", false},
		{"IPv6 link-local with a zone", "fe80::1%eth0", false},
		{"anybody's IPv6 with a zone", "2606:2800:220:1::1%eth0", false},
		{"unique local", "fd00:ec2::254", false},
		{"site-local", "fec0::1", false},
		{"discard-only", "100::1", false},
		{"segment routing", "5f00::1", false},
		{"IPv6 multicast", "ff02::1", false},
		{"what nobody has been given", "4000::1", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			var ip netip.Addr
			if c.ip != "" {
				ip = netip.MustParseAddr(c.ip)
			}
			if got := address.IsPublic(ip); got != c.want {
				t.Errorf("IsPublic(%s): got %t, want %t", c.ip, got, c.want)
			}
		})
	}
}
