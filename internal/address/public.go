package address

import (
	"net/netip"
	"slices"
)

// special4 are the IPv4 networks that are not for everybody's servers and that netip
// does not know by name (IANA's special-purpose address registry, RFC 6890), and the
// one address of the public Internet that is a cloud's own inside of its machines
// (Azure's WireServer).
var special4 = [...]string{
	"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15",
	"198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4", "168.63.129.16/32",
}

// special6 are those within global6. 6to4 and Teredo are among them: they carry an
// IPv4 address and lead to any of those.
var special6 = [...]string{"2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"}

// global6 is all that IANA gives to anybody (RFC 4291, section 2.4). What carries an
// IPv4 address elsewhere (NAT64, IPv4-compatible and IPv4-translated addresses) lies
// outside of it.
const global6 = "2000::/3"

// IsPublic tells whether an IP address belongs to the public Internet. A request that
// a stranger causes must go nowhere else; it is asked about the very address that is
// dialled, since a name may lead elsewhere the next time.
func IsPublic(ip netip.Addr) bool {
	ip = ip.Unmap()
	if ip.Zone() != "" || !ip.IsGlobalUnicast() || ip.IsPrivate() {
		return false
	}
	if ip.Is4() {
		return !isIn(special4[:], ip)
	}
	return isIn([]string{global6}, ip) && !isIn(special6[:], ip)
}

func isIn(networks []string, ip netip.Addr) bool {
	return slices.ContainsFunc(networks, func(network string) bool {
		return netip.MustParsePrefix(network).Contains(ip)
	})
}
