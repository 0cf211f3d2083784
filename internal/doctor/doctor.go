// Package doctor finds out what every mail client would do with an address, on any
// deployment: it searches as each of them does (package client/discovery), asks the
// mail servers that come out (package probe), looks at DNS, and says in the words of
// an admin what is wrong and how to mend it.
//
// It never logs in and sends no password.
package doctor

import (
	"cmp"
	"context"
	"crypto/x509"
	"net"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"signpost/client/discovery"
	"signpost/internal/address"
	"signpost/internal/probe"
	"signpost/internal/resolver"
)

// Dialer makes connections; *net.Dialer is one. Addresses are IP addresses with
// ports.
type Dialer interface {
	DialContext(ctx context.Context, network, address string) (net.Conn, error)
}

// Options of a Run.
type Options struct {
	// Resolver answers all questions to DNS.
	Resolver *resolver.Resolver
	// Dialer makes all connections; nil is a net.Dialer.
	Dialer Dialer
	// Roots are the authorities that are trusted; nil is the system's.
	Roots *x509.CertPool
	// Now is the clock by which certificates are judged; nil is time.Now.
	Now func() time.Time
	// Connect is the host:port that https goes to whatever the URL says, and
	// ConnectHTTP that for plain http; "" is what DNS says. Names stay as they are.
	Connect, ConnectHTTP string
	// Clients are the keys of those to look at; none are all.
	Clients []string
	// Limit is how long all may take; 0 is 20 s.
	Limit time.Duration
	// MailLimit is how long one mail server may take; 0 is what is left of Limit.
	MailLimit time.Duration
	// PublicOnly refuses addresses that are not of the public Internet, and web
	// servers on other ports than their own. That is for runs that a stranger causes;
	// it is checked with each address that is dialled, after resolution and for each
	// redirect anew.
	PublicOnly bool
	// Progress is told how many of the clients have finished; nil is nobody.
	Progress func(done, total int)
}

const (
	defaultLimit = 20 * time.Second
	// inFlight is how many clients search at a time.
	inFlight = 6
)

// examination is a run under way.
type examination struct {
	options  Options
	address  address.Address
	outcomes []discovery.Outcome
	// extra are the questions that no client asks, and that tell something.
	extra   []discovery.Asked
	names   names
	servers []server
	found   *findings
}

// Run examines an address. It returns before the limit, with what was found by
// then.
func Run(ctx context.Context, a address.Address, options Options) Report {
	if options.Dialer == nil {
		options.Dialer = &net.Dialer{}
	}
	if options.Now == nil {
		options.Now = time.Now
	}
	if options.Limit <= 0 {
		options.Limit = defaultLimit
	}
	ctx, cancel := context.WithTimeout(ctx, options.Limit)
	defer cancel()
	e := &examination{options: options, address: a, found: newFindings(a)}
	if e.exists(ctx) {
		e.ask(ctx)
		e.probe(ctx)
		e.judge()
	}
	return e.report(ctx)
}

// ask searches as all clients do, and looks at DNS meanwhile. It takes three fifths
// of the time at most, so that a web server that is silent leaves some for the mail
// servers.
func (e *examination) ask(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, e.options.Limit*3/5)
	defer cancel()
	strict, anyName := e.transports()
	defer strict.CloseIdleConnections()
	defer anyName.CloseIdleConnections()
	network := discovery.NewNetwork(ctx, strict, anyName, e.options.Resolver)
	var all sync.WaitGroup
	all.Go(func() { e.names = e.lookUp(ctx) })
	clients := e.clients()
	e.outcomes = make([]discovery.Outcome, len(clients))
	var group errgroup.Group
	group.SetLimit(inFlight)
	var progress sync.Mutex
	done := 0
	for i, c := range clients {
		group.Go(func() error {
			e.outcomes[i] = discovery.Run(network, c, e.address)
			progress.Lock()
			defer progress.Unlock()
			done++
			if e.options.Progress != nil {
				e.options.Progress(done, len(clients))
			}
			return nil
		})
	}
	_ = group.Wait()
	e.extra = discovery.Run(network, extra(), e.address).Asked
	all.Wait()
}

// clients are those of the options.
func (e *examination) clients() []discovery.Client {
	all := discovery.Clients()
	if len(e.options.Clients) == 0 {
		return all
	}
	return slices.DeleteFunc(all, func(c discovery.Client) bool { return !slices.Contains(e.options.Clients, c.Key) })
}

// probe asks the mail servers that came out, each once.
func (e *examination) probe(ctx context.Context) {
	prober := probe.New(probe.Options{
		Dialer: e.options.Dialer, Resolver: e.options.Resolver, Roots: e.options.Roots, Now: e.options.Now,
		Limit: cmp.Or(e.options.MailLimit, e.options.Limit), PublicOnly: e.options.PublicOnly,
	})
	e.servers = union(e.outcomes)
	targets := make([]probe.Target, len(e.servers))
	for i, s := range e.servers {
		targets[i] = s.target
	}
	for i, result := range prober.ProbeAll(ctx, targets) {
		e.servers[i].result = result
	}
}

// judge makes findings of all that was seen.
func (e *examination) judge() {
	e.judgeSecurity()
	e.judgeServers()
	e.judgeDifferences()
	e.judgeClients()
	e.judgeWeb()
	e.judgeDocuments()
	e.judgePACC()
	e.judgeNames()
	e.judgeServices()
	e.judgeMicrosoft()
}

// extra are questions that no client asks in this form, or only when others have
// failed. Each stage has one, so that all are asked.
func extra() discovery.Client {
	c := discovery.Client{Name: "signpost doctor", Headers: discovery.Headers{UserAgent: "signpost-doctor"}}
	for _, s := range []struct {
		name string
		step discovery.Step
	}{
		{"with address", discovery.Step{URL: "https://autoconfig.{domain}/mail/config-v1.1.xml?emailaddress={address}", Spelling: discovery.Encoded, Format: "autoconfig"}},
		{"without address", discovery.Step{URL: "https://autoconfig.{domain}/mail/config-v1.1.xml", Format: "autoconfig"}},
		{"unknown domain", discovery.Step{URL: "https://autoconfig.{domain}/mail/config-v1.1.xml?emailaddress=nobody%40signpost-doctor.invalid", Format: "autoconfig"}},
		{"POX by POST", discovery.Step{
			Method: "POST", URL: "https://autodiscover.{domain}/autodiscover/autodiscover.xml",
			Body: discovery.POX, Type: "text/xml; charset=utf-8", Format: "pox",
		}},
		{"POX by GET", discovery.Step{URL: "https://autodiscover.{domain}/autodiscover/autodiscover.xml", Format: "pox"}},
		{"PACC", discovery.Step{URL: "https://ua-auto-config.{domain}/.well-known/user-agent-configuration.json", Format: "pacc"}},
	} {
		s.step.Redirects = discovery.Follow
		if s.name == "PACC" {
			s.step.Redirects = discovery.FollowNone
		}
		c.Stages = append(c.Stages, discovery.Stage{Name: s.name, Always: true, Steps: []discovery.Step{s.step}})
	}
	return c
}

// extraAsked is the answer to one of the extra questions.
func (e *examination) extraAsked(name string) discovery.Asked {
	for _, a := range e.extra {
		if a.Stage == name {
			return a
		}
	}
	return discovery.Asked{Fault: discovery.Cut}
}
