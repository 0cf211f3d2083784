package discovery

import (
	"errors"
	"net"
	"slices"
	"strings"

	"signpost/client"
	"signpost/provider"
)

// Services are SRV records by service, such as _imaps; a service that is not
// offered (RFC 6186, section 3.4) or not published has none.
type Services map[string][]*net.SRV

// errNoServices is why there is nothing for a client in SRV records.
var errNoServices = errors.New("no SRV records for both directions")

// server makes a server of the preferred record of a service.
func (s Services) server(service string, protocol provider.Protocol, security provider.Security, login string) (client.Server, bool) {
	if len(s[service]) == 0 {
		return client.Server{}, false
	}
	record := s[service][0]
	return client.Server{
		Protocol: protocol, Host: strings.TrimSuffix(record.Target, "."), Port: int(record.Port), Security: security, Login: login,
		Auth: client.AuthUnread,
	}, true
}

// firstOf makes the server of the first service that is there.
func (s Services) firstOf(protocol provider.Protocol, login string, services ...string) (client.Server, bool) {
	for _, service := range services {
		security := provider.STARTTLS
		if slices.Contains([]string{"_imaps", "_pop3s", "_submissions", "_smtps"}, service) {
			security = provider.TLS
		}
		if server, ok := s.server(service, protocol, security, login); ok {
			return server, true
		}
	}
	return client.Server{}, false
}

// fairemailServices needs both directions; it prefers _imaps but _submission.
func fairemailServices(s Services, login string) (client.Setup, error) {
	incoming, hasIncoming := s.firstOf(provider.IMAP, login, "_imaps", "_imap")
	outgoing, hasOutgoing := s.firstOf(provider.SMTP, login, "_submission", "_submissions")
	if !hasIncoming || !hasOutgoing {
		return client.Setup{}, errNoServices
	}
	return client.Setup{Incoming: []client.Server{incoming}, Outgoing: []client.Server{outgoing}}, nil
}

// aercServices prefers STARTTLS, and is content with half: without _submission and
// _smtps it goes on with an empty host for sending.
func aercServices(s Services, login string) (client.Setup, error) {
	incoming, hasIncoming := s.firstOf(provider.IMAP, login, "_imap", "_imaps")
	outgoing, hasOutgoing := s.firstOf(provider.SMTP, login, "_submission", "_smtps")
	switch {
	case !hasIncoming:
		return client.Setup{}, errNoServices
	case !hasOutgoing:
		return client.Setup{Incoming: []client.Server{incoming}}, nil
	}
	return client.Setup{Incoming: []client.Server{incoming}, Outgoing: []client.Server{outgoing}}, nil
}

// evolutionServices takes what is there, implicit TLS first.
func evolutionServices(s Services, login string) (client.Setup, error) {
	var setup client.Setup
	if server, ok := s.firstOf(provider.IMAP, login, "_imaps", "_imap"); ok {
		setup.Incoming = append(setup.Incoming, server)
	}
	if server, ok := s.firstOf(provider.POP3, login, "_pop3s", "_pop3"); ok {
		setup.Incoming = append(setup.Incoming, server)
	}
	if server, ok := s.firstOf(provider.SMTP, login, "_submissions", "_submission"); ok {
		setup.Outgoing = append(setup.Outgoing, server)
	}
	if len(setup.Incoming) == 0 {
		return client.Setup{}, errNoServices
	}
	return setup, nil
}
