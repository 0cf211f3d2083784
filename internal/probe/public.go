package probe

import (
	"net/netip"
	"slices"
)

// special are the networks that are not for everybody's servers and that netip
// does not know by name (IANA's special-purpose address registries, RFC 6890).
// Networks that carry an IPv4 address inside an IPv6 one are among them, since
// they lead to any address of the former: NAT64, 6to4, Teredo.
var special = [...]string{
	"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15",
	"198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
	"::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fec0::/10",
}

// public tells whether an address belongs to the public Internet. A request that a
// stranger causes must go nowhere else.
func public(ip netip.Addr) bool {
	ip = ip.Unmap().WithZone("")
	if !ip.IsGlobalUnicast() || ip.IsPrivate() {
		return false
	}
	return !slices.ContainsFunc(special[:], func(network string) bool {
		return netip.MustParsePrefix(network).Contains(ip)
	})
}
