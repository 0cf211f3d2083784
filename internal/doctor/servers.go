package doctor

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"signpost/client"
	"signpost/client/discovery"
	"signpost/internal/probe"
	"signpost/provider"
)

// soon is when the end of a certificate is near: most are renewed 30 days before.
const soon = 14 * 24 * time.Hour

// server is a mail server that came out for some client, and what a probe found.
type server struct {
	target probe.Target
	result probe.Result
}

// used are the servers that a client would use if nobody interferes: the first of
// each direction.
func used(setup client.Setup) []client.Server {
	var servers []client.Server
	for _, list := range [][]client.Server{setup.Incoming, setup.Outgoing} {
		if len(list) > 0 {
			servers = append(servers, list[0])
		}
	}
	return servers
}

// union are all servers that some client would use or offer, each once: the way to
// protect the connection is that which most clients were told.
func union(outcomes []discovery.Outcome) []server {
	type key struct {
		protocol provider.Protocol
		host     string
		port     int
	}
	votes := map[key]map[provider.Security]int{}
	var order []key
	for _, o := range outcomes {
		for _, s := range slices.Concat(o.Setup.Incoming, o.Setup.Outgoing) {
			k := key{s.Protocol, strings.ToLower(s.Host), s.Port}
			if votes[k] == nil {
				votes[k] = map[provider.Security]int{}
				order = append(order, k)
			}
			votes[k][s.Security]++
		}
	}
	servers := make([]server, len(order))
	for i, k := range order {
		best := registered(k.port)
		for _, security := range []provider.Security{provider.TLS, provider.STARTTLS, provider.Plaintext} {
			if votes[k][security] > votes[k][best] {
				best = security
			}
		}
		servers[i].target = probe.Target{Protocol: k.protocol, Host: k.host, Port: k.port, Security: best}
	}
	rank := func(p provider.Protocol) int {
		return slices.Index([]provider.Protocol{provider.IMAP, provider.POP3, provider.SMTP}, p)
	}
	slices.SortStableFunc(servers, func(a, b server) int { return cmp.Compare(rank(a.target.Protocol), rank(b.target.Protocol)) })
	return servers
}

// registered is what a port is for (RFC 8314, section 7.3).
func registered(port int) provider.Security {
	if slices.Contains([]int{993, 995, 465}, port) {
		return provider.TLS
	}
	return provider.STARTTLS
}

// serverOf is what is known of a client's server.
func (e *examination) serverOf(s client.Server) probe.Result {
	for _, known := range e.servers {
		t := known.target
		if t.Protocol == s.Protocol && strings.EqualFold(t.Host, s.Host) && t.Port == s.Port {
			return known.result
		}
	}
	return probe.Result{}
}

// judgeServers makes findings of what the probes found. What a client's choice of
// protection makes of it is judged with the clients.
func (e *examination) judgeServers() {
	for _, s := range e.servers {
		who := name(s.target)
		for _, p := range s.result.Advertised.Problems {
			switch p.Kind {
			case probe.TLSOnPlainPort, probe.PlainOnTLSPort:
			case probe.Cut:
				e.found.add("cut", fmt.Sprintf("%s was not asked: the run had ended", who))
			default:
				e.found.add("server-"+string(p.Kind), who+": "+strings.TrimSuffix(p.Error(), "."))
			}
		}
		e.judgeAddresses(who, s)
		e.judgeSession(who, s)
	}
}

// judgeAddresses tells of addresses that do not answer beside one that does. That an
// address cannot be reached at all is mostly for want of IPv6 here.
func (e *examination) judgeAddresses(who string, s server) {
	if !s.result.Advertised.Address.IsValid() {
		return
	}
	for _, a := range s.result.Addresses {
		if a.Problem.Kind == probe.Refused || a.Problem.Kind == probe.ConnectTimeout {
			e.found.add("server-address", fmt.Sprintf("%s: %s: %s", who, a.IP, strings.TrimSuffix(a.Problem.Error(), ".")))
		}
	}
}

// judgeSession looks at a server that answers.
func (e *examination) judgeSession(who string, s server) {
	got := s.result.Advertised
	ends := got.Session.Certificate.NotAfter
	if left := ends.Sub(e.options.Now()); got.Session.Version != "" && left > 0 && left < soon {
		e.found.add("server-certificate-ends", fmt.Sprintf("%s: the certificate ends on %s", who, ends.UTC().Format(time.DateOnly)))
	}
	if got.Protected.Answered && !takesPassword(got.Protected) {
		e.found.add("server-no-password", fmt.Sprintf("%s takes no password, only %s", who, orNothing(got.Protected.Mechanisms)))
	}
	if s.target.Security == provider.STARTTLS && got.Plain.Answered && got.Plain.STARTTLS && takesPassword(got.Plain) {
		e.found.add("server-password-in-clear", who+" takes a password before STARTTLS")
	}
}

// takesPassword tells whether a password can be sent as it is.
func takesPassword(said probe.Said) bool {
	return said.Password || slices.Contains(said.Mechanisms, "PLAIN") || slices.Contains(said.Mechanisms, "LOGIN")
}

func orNothing(words []string) string {
	if len(words) == 0 {
		return "nothing"
	}
	return strings.Join(words, ", ")
}

// name is a server in words.
func name(t probe.Target) string {
	return fmt.Sprintf("%s (%s)", t, strings.ToUpper(string(t.Protocol)))
}

// securityName is a way to protect a connection in words.
func securityName(s provider.Security) string {
	switch s {
	case provider.TLS:
		return "implicit TLS"
	case provider.STARTTLS:
		return "STARTTLS"
	}
	return "no encryption"
}
