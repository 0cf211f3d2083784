package zone

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"slices"
	"time"

	"github.com/miekg/dns"
)

const (
	// tryLimit is how long one server may take for one question.
	tryLimit = 2 * time.Second
	// rounds is how often all servers are asked, since UDP loses packets.
	rounds = 2
	// udpSize is the largest reply over UDP that no network breaks into fragments
	// (DNS Flag Day 2020).
	udpSize = 1232
	// systemConfig lists the machine's DNS servers (resolv.conf(5)).
	systemConfig = "/etc/resolv.conf"
	dnsPort      = 53
)

// What Finding.Err wraps when DNS gave no answer.
var (
	// ErrTimeout: no DNS server answered in time.
	ErrTimeout = errors.New("no answer in time")
	// ErrServer: a DNS server could not be reached or could not answer (SERVFAIL,
	// REFUSED and the like).
	ErrServer = errors.New("cannot answer")
)

// asker asks DNS servers in their order until one knows.
type asker struct{ servers []netip.AddrPort }

// ask returns the answer section of the reply, empty if the name or records of the
// type do not exist. The error wraps ErrTimeout or ErrServer.
func (a asker) ask(ctx context.Context, name string, kind uint16) ([]dns.RR, error) {
	question := new(dns.Msg)
	question.SetQuestion(name, kind)
	question.SetEdns0(udpSize, false)
	var failure error
	for range rounds {
		for _, server := range a.servers {
			answer, err := try(ctx, server, question)
			if err == nil {
				return answer, nil
			}
			failure = fmt.Errorf("DNS server %s: %w", server, err)
			if ctx.Err() != nil {
				return nil, failure
			}
		}
	}
	return nil, failure
}

// try asks one server, over TCP if the reply does not fit into UDP.
func try(ctx context.Context, server netip.AddrPort, question *dns.Msg) ([]dns.RR, error) {
	ctx, cancel := context.WithTimeout(ctx, tryLimit)
	defer cancel()
	udp := dns.Client{Net: "udp", UDPSize: udpSize, Timeout: tryLimit}
	reply, _, err := udp.ExchangeContext(ctx, question, server.String())
	if err == nil && reply.Truncated {
		tcp := dns.Client{Net: "tcp", Timeout: tryLimit}
		reply, _, err = tcp.ExchangeContext(ctx, question, server.String())
	}
	var network net.Error
	var operation *net.OpError
	switch {
	case errors.As(err, &network) && network.Timeout(), ctx.Err() != nil:
		return nil, ErrTimeout
	case errors.As(err, &operation):
		// Without the port of this end, which is another each time.
		return nil, fmt.Errorf("%w: %w", ErrServer, operation.Err)
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrServer, err)
	case reply.Rcode != dns.RcodeSuccess && reply.Rcode != dns.RcodeNameError:
		return nil, fmt.Errorf("%w: %s", ErrServer, dns.RcodeToString[reply.Rcode])
	case reply.Rcode == dns.RcodeSuccess && !reply.Authoritative && !reply.RecursionAvailable && len(reply.Answer) == 0:
		return nil, fmt.Errorf("%w: neither an answer nor recursion", ErrServer)
	}
	return reply.Answer, nil
}

// addresses are all addresses of a name, sorted, each once.
func (a asker) addresses(ctx context.Context, name string) ([]netip.Addr, error) {
	var found []netip.Addr
	for _, kind := range []uint16{dns.TypeA, dns.TypeAAAA} {
		answer, err := a.ask(ctx, name, kind)
		if err != nil {
			return nil, fmt.Errorf("asking for the addresses of %s: %w", name, err)
		}
		for _, rr := range answer {
			var ip net.IP
			switch rr := rr.(type) {
			case *dns.A:
				ip = rr.A
			case *dns.AAAA:
				ip = rr.AAAA
			}
			if address, ok := netip.AddrFromSlice(ip); ok {
				found = append(found, address.Unmap())
			}
		}
	}
	slices.SortFunc(found, netip.Addr.Compare)
	return slices.Compact(found), nil
}

// systemServers are the DNS servers of the machine.
func systemServers() ([]netip.AddrPort, error) {
	config, err := dns.ClientConfigFromFile(systemConfig)
	if err != nil {
		return nil, fmt.Errorf("reading the machine's DNS servers from %s: %w", systemConfig, err)
	}
	var servers []netip.AddrPort
	for _, text := range config.Servers {
		if ip, err := netip.ParseAddr(text); err == nil {
			servers = append(servers, netip.AddrPortFrom(ip, dnsPort))
		}
	}
	if len(servers) == 0 {
		return nil, fmt.Errorf("no DNS server in %s: name one, such as 127.0.0.1:53", systemConfig)
	}
	return servers, nil
}
