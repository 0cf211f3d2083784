package mx

import (
	"errors"
	"fmt"
	"io"
	"net/netip"
	"os"

	"github.com/miekg/dns"
)

const (
	// systemConfig lists the machine's DNS servers (resolv.conf(5)).
	systemConfig = "/etc/resolv.conf"
	// maxServers is how many of them count (MAXNS in resolv.conf(5)).
	maxServers = 3
	dnsPort    = 53
)

// errNoServer says what to do, since it ends the start of the program.
var errNoServer = errors.New("no DNS server in it: name one, such as 127.0.0.1:53")

// systemServers are the DNS servers of the machine.
func systemServers() ([]netip.AddrPort, error) {
	file, err := os.Open(systemConfig)
	if err != nil {
		return nil, fmt.Errorf("looking for the machine's DNS servers: %w", err)
	}
	defer func() { _ = file.Close() }()
	servers, err := readServers(file)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", systemConfig, err)
	}
	return servers, nil
}

// readServers takes the name servers from a resolv.conf. Lines that hold no IP
// address are passed over, as the C library does; search lists are not used,
// since the domains of mail addresses are whole.
func readServers(config io.Reader) ([]netip.AddrPort, error) {
	found, err := dns.ClientConfigFromReader(config)
	if err != nil {
		return nil, err
	}
	var servers []netip.AddrPort
	for _, text := range found.Servers {
		if ip, err := netip.ParseAddr(text); err == nil && len(servers) < maxServers {
			servers = append(servers, netip.AddrPortFrom(ip, dnsPort))
		}
	}
	if len(servers) == 0 {
		return nil, errNoServer
	}
	return servers, nil
}
