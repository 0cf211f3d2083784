// Package resolver asks DNS servers of one's choice, and tells apart what the
// system's resolver does not: a name that does not exist from one that has no such
// record, a server that is silent from one that cannot answer.
package resolver

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"sync"
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

// Resolver asks DNS servers. It remembers what they said for as long as it lives,
// which is meant to be one run of a command. It is safe for concurrent use.
type Resolver struct {
	servers []netip.AddrPort

	mu    sync.Mutex
	asked map[question]*reply
}

type question struct {
	name string
	kind uint16
}

// A reply is under way until done is closed.
type reply struct {
	done   chan struct{}
	answer Answer
	err    error
}

// Answer is what DNS says to a question.
type Answer struct {
	// Records is the answer section, with the aliases on the way.
	Records []dns.RR
	// NoName: the name does not exist. Without it and without records the name has
	// none of that type.
	NoName bool
	// Authenticated: the server says that it has checked DNSSEC.
	Authenticated bool
}

// New makes a Resolver that asks servers in their order until one knows; none are
// those of /etc/resolv.conf. The error says that there is no server.
func New(servers []netip.AddrPort) (*Resolver, error) {
	if len(servers) == 0 {
		config, err := dns.ClientConfigFromFile(systemConfig)
		if err != nil {
			return nil, fmt.Errorf("reading the machine's DNS servers from %s: %w", systemConfig, err)
		}
		for _, text := range config.Servers {
			if ip, err := netip.ParseAddr(text); err == nil {
				servers = append(servers, netip.AddrPortFrom(ip, dnsPort))
			}
		}
	}
	if len(servers) == 0 {
		return nil, fmt.Errorf("no DNS server in %s: name one, such as 127.0.0.1:53", systemConfig)
	}
	return &Resolver{servers: servers, asked: map[question]*reply{}}, nil
}

// Ask asks for the records of a type, dns.TypeA and its kin. The error is a
// *net.DNSError. A name that does not exist is none: see Answer.NoName.
func (r *Resolver) Ask(ctx context.Context, name string, kind uint16) (Answer, error) {
	q := question{strings.ToLower(dns.Fqdn(name)), kind}
	r.mu.Lock()
	known, ok := r.asked[q]
	if !ok {
		known = &reply{done: make(chan struct{})}
		r.asked[q] = known
	}
	r.mu.Unlock()
	if !ok {
		// The limits of a try hold for all who wait, whosever question it was.
		go func() {
			known.answer, known.err = r.ask(context.WithoutCancel(ctx), q)
			close(known.done)
		}()
	}
	select {
	case <-known.done:
		return known.answer, known.err
	case <-ctx.Done():
		return Answer{}, &net.DNSError{Err: "no answer in time", Name: name, IsTimeout: true}
	}
}

func (r *Resolver) ask(ctx context.Context, q question) (Answer, error) {
	asked := new(dns.Msg)
	asked.SetQuestion(q.name, q.kind)
	asked.SetEdns0(udpSize, true)
	asked.AuthenticatedData = true
	var failure *net.DNSError
	for range rounds {
		for _, server := range r.servers {
			answer, err := try(ctx, server, asked)
			if err == nil {
				return answer, nil
			}
			failure = err
		}
	}
	return Answer{}, failure
}

// try asks one server, over TCP if the reply does not fit into UDP.
func try(ctx context.Context, server netip.AddrPort, asked *dns.Msg) (Answer, *net.DNSError) {
	ctx, cancel := context.WithTimeout(ctx, tryLimit)
	defer cancel()
	udp := dns.Client{Net: "udp", UDPSize: udpSize, Timeout: tryLimit}
	got, _, err := udp.ExchangeContext(ctx, asked, server.String())
	if err == nil && got.Truncated {
		tcp := dns.Client{Net: "tcp", Timeout: tryLimit}
		got, _, err = tcp.ExchangeContext(ctx, asked, server.String())
	}
	failed := &net.DNSError{Name: asked.Question[0].Name, Server: server.String()}
	var network net.Error
	var op *net.OpError
	switch {
	case errors.As(err, &network) && network.Timeout(), err != nil && ctx.Err() != nil:
		failed.Err, failed.IsTimeout = "no answer in time", true
	case errors.As(err, &op):
		// Without the port of this end, which is another each time.
		failed.Err = op.Err.Error()
	case err != nil:
		failed.Err = err.Error()
	case got.Rcode != dns.RcodeSuccess && got.Rcode != dns.RcodeNameError:
		failed.Err = dns.RcodeToString[got.Rcode]
	case got.Rcode == dns.RcodeSuccess && !got.Authoritative && !got.RecursionAvailable && len(got.Answer) == 0:
		failed.Err = "neither an answer nor recursion"
	default:
		return Answer{Records: got.Answer, NoName: got.Rcode == dns.RcodeNameError, Authenticated: got.AuthenticatedData}, nil
	}
	return Answer{}, failed
}
