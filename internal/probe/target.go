package probe

import (
	"fmt"
	"net"
	"net/netip"
	"strconv"
	"strings"

	"signpost/provider"
)

// Target is a server as it is advertised.
type Target struct {
	Protocol provider.Protocol
	// Host is a host name in A-labels, with or without a full stop at its end, or
	// an IP address without brackets.
	Host string
	Port int
	// Security is what a client is told to use.
	Security provider.Security
}

// String is the target for people: imap.example.com:993.
func (t Target) String() string { return net.JoinHostPort(t.Host, strconv.Itoa(t.Port)) }

// maxHost is the longest host name there is, with a full stop at its end (RFC
// 1035, section 2.3.4).
const maxHost = 254

// check finds out why the target cannot be asked at all, if so.
func (t Target) check() Problem {
	_, known := dialects[t.Protocol]
	switch {
	case !known:
		return problem(BadTarget, fmt.Sprintf("the protocol %q is none of imap, pop3 and smtp", t.Protocol))
	case t.Security != provider.TLS && t.Security != provider.STARTTLS && t.Security != provider.Plaintext:
		return problem(BadTarget, fmt.Sprintf("the security %q is none of tls, starttls and none", t.Security))
	case t.Port < 1 || t.Port > 65535:
		return problem(BadTarget, fmt.Sprintf("%d is no port", t.Port))
	case !isHost(t.Host):
		return problem(BadTarget, fmt.Sprintf("%q is no host name", t.Host))
	}
	return Problem{}
}

// isHost tells whether a host can be looked up or dialled. Templates such as
// mail.{domain} are none. Underscores are no part of host names, yet in DNS.
func isHost(host string) bool {
	if _, err := netip.ParseAddr(host); err == nil {
		return true
	}
	letters := strings.Trim(strings.ToLower(host), "abcdefghijklmnopqrstuvwxyz0123456789-_.") == ""
	return letters && len(host) <= maxHost && strings.Trim(host, ".") != "" && !strings.Contains(host, "..") && host[0] != '.'
}

// name is the host as certificates have it.
func (t Target) name() string { return strings.TrimSuffix(t.Host, ".") }
