package mx

import (
	"io"
	"net/netip"

	"github.com/miekg/dns"
)

// ReadServers reads a resolv.conf, for tests on any machine.
func ReadServers(config io.Reader) ([]netip.AddrPort, error) { return readServers(config) }

// ReadAnswer reads a reply, for the fuzz test.
func ReadAnswer(reply *dns.Msg, name string) ([]string, error) {
	found := read(reply, name)
	return found.hosts, found.err
}
