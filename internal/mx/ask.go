package mx

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"time"

	"github.com/miekg/dns"
)

// udpSize is the largest reply over UDP that no network breaks into fragments,
// which get lost and can be forged (DNS Flag Day 2020).
const udpSize = 1232

// ask asks the servers in their order until one knows. Each try gets an equal
// share of the time that is left, so one server that is silent leaves time for
// the next; a server that is alone gets two tries, since UDP loses packets.
func (r *Resolver) ask(ctx context.Context, name string) (*dns.Msg, error) {
	servers := r.servers
	if len(servers) == 1 {
		servers = []netip.AddrPort{servers[0], servers[0]}
	}
	deadline, _ := ctx.Deadline()
	var failure error
	for i, server := range servers {
		share := time.Until(deadline) / time.Duration(len(servers)-i)
		reply, err := try(ctx, share, server, name)
		if err == nil {
			return reply, nil
		}
		failure = fmt.Errorf("DNS server %s: %w", server, err)
	}
	return nil, failure
}

// try asks one server, over TCP if the reply does not fit into UDP. The error
// wraps ErrTimeout or ErrServer.
func try(ctx context.Context, share time.Duration, server netip.AddrPort, name string) (*dns.Msg, error) {
	ctx, cancel := context.WithTimeout(ctx, share)
	defer cancel()
	reply, err := exchange(ctx, "udp", server, question(name))
	if err == nil && reply.Truncated {
		reply, err = exchange(ctx, "tcp", server, question(name))
	}
	var network net.Error
	switch {
	case errors.As(err, &network) && network.Timeout():
		return nil, ErrTimeout
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrServer, err)
	case reply.Rcode != dns.RcodeSuccess && reply.Rcode != dns.RcodeNameError:
		return nil, fmt.Errorf("%w: %s", ErrServer, dns.RcodeToString[reply.Rcode])
	case lame(reply):
		return nil, fmt.Errorf("%w: neither an answer nor recursion", ErrServer)
	}
	return reply, nil
}

// question has a new random ID for each exchange (RFC 5452, section 9.2).
func question(name string) *dns.Msg {
	m := new(dns.Msg)
	m.SetQuestion(name, dns.TypeMX)
	m.SetEdns0(udpSize, false)
	return m
}

// exchange sends a question from a new socket, so that its port is random too,
// and waits for the reply until the context's deadline. Whatever else arrives is
// passed over: it is late, broken or forged.
func exchange(ctx context.Context, network string, server netip.AddrPort, asked *dns.Msg) (*dns.Msg, error) {
	var dialer net.Dialer
	socket, err := dialer.DialContext(ctx, network, server.String())
	if err != nil {
		return nil, err
	}
	conn := &dns.Conn{Conn: socket, UDPSize: udpSize}
	defer func() { _ = conn.Close() }()
	deadline, _ := ctx.Deadline()
	if err := conn.SetDeadline(deadline); err != nil {
		return nil, err
	}
	if err := conn.WriteMsg(asked); err != nil {
		return nil, err
	}
	for {
		packet, err := conn.ReadMsgHeader(nil)
		if errors.Is(err, dns.ErrShortRead) {
			continue
		}
		if err != nil {
			return nil, err
		}
		reply := new(dns.Msg)
		if reply.Unpack(packet) == nil && answers(reply, asked) {
			return reply, nil
		}
	}
}

// answers tells whether a message is the reply to a question (RFC 5452, section
// 9.1). The library compares no more than the ID; the connected socket takes
// only what comes from the server's address.
func answers(reply, asked *dns.Msg) bool {
	if !reply.Response || reply.Id != asked.Id || reply.Opcode != dns.OpcodeQuery || len(reply.Question) != 1 {
		return false
	}
	got, want := reply.Question[0], asked.Question[0]
	return got.Qtype == want.Qtype && got.Qclass == want.Qclass && strings.EqualFold(got.Name, want.Name)
}

// lame recognises the reply of a server that does not look things up for others:
// it says nothing about the name, which is not the same as that there is nothing.
func lame(reply *dns.Msg) bool {
	return reply.Rcode == dns.RcodeSuccess && !reply.Authoritative && !reply.RecursionAvailable && len(reply.Answer) == 0
}
