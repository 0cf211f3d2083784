package mx

import "strings"

// reserved are the top-level domains that have no mail in the public DNS: the
// special-use names (RFC 6761, 6762, 7686, 9476), .internal (reserved by ICANN
// in 2024), and .arpa, below which lie the reverse zones and home.arpa (RFC 8375).
// A resolver that is asked for them learns the names of somebody's own network.
// .test and .example are left to those who test with a DNS server of their own.
var reserved = map[string]bool{
	"alt":       true,
	"arpa":      true,
	"internal":  true,
	"invalid":   true,
	"local":     true,
	"localhost": true,
	"onion":     true,
}

// public tells whether a domain, as lower-case A-labels, can have mail in the
// public DNS. A single label cannot: top-level domains shall have no MX (ICANN
// SAC053), and what is none is a name on somebody's own network.
func public(domain string) bool {
	dot := strings.LastIndexByte(domain, '.')
	return dot > 0 && !reserved[domain[dot+1:]]
}
