package limits

import (
	"encoding/binary"
	"net/netip"
	"slices"
)

// network is what counts as one client: an IPv4 address or an IPv6 /64. It has no
// pointers, so that the garbage collector does not look at maps of it.
type network struct {
	bits uint64
	is6  bool
}

// networkOf expects an address that is neither IPv4-mapped nor has a zone.
func networkOf(ip netip.Addr) network {
	if ip.Is4() {
		bytes := ip.As4()
		return network{bits: uint64(binary.BigEndian.Uint32(bytes[:]))}
	}
	bytes := ip.As16()
	return network{bits: binary.BigEndian.Uint64(bytes[:8]), is6: true}
}

// isExempt reports whether a client is never limited: it is on this machine, or
// in one of the networks.
func isExempt(client netip.Addr, exempt []netip.Prefix) bool {
	return !client.IsValid() || client.IsLoopback() || contains(exempt, client)
}

func contains(prefixes []netip.Prefix, ip netip.Addr) bool {
	return slices.ContainsFunc(prefixes, func(p netip.Prefix) bool { return p.Contains(ip) })
}
