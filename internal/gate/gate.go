// Package gate asks every mail client's reader (package client) what it makes of
// every document (package autoconfig) for every provider, and says in the words of
// an admin which client would refuse or misread it.
package gate

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"signpost/autoconfig"
	"signpost/client"
	"signpost/internal/address"
	"signpost/provider"
	"signpost/templates"
)

// The person whom the gate asks about: a local part that no client takes for a
// number, and that no provider has.
const local = "some.body"

// A Gate checks providers. It is safe for concurrent use.
type Gate struct {
	formats map[string]autoconfig.Format
	readers []client.Reader
}

// New builds a Gate with the formats and readers that exist. It fails only if the
// program was built from broken texts.
func New() (*Gate, error) {
	texts, err := templates.Load()
	if err != nil {
		return nil, fmt.Errorf("loading the texts of the formats: %w", err)
	}
	g := &Gate{formats: map[string]autoconfig.Format{}, readers: client.Readers()}
	base := &url.URL{Scheme: "https", Host: "autoconfig.example.com"}
	for _, f := range autoconfig.Formats(texts, autoconfig.Options{PublicURL: base}) {
		g.formats[f.Name] = f
	}
	return g, nil
}

// Check looks at every provider as each client would see it, and at what people
// are told.
func (g *Gate) Check(providers []*provider.Provider) []Finding {
	var findings []Finding
	for _, p := range providers {
		findings = append(findings, facts(p)...)
		if p.Confidence == provider.ConfidenceLow {
			continue
		}
		for _, domain := range examples(p) {
			account, err := provider.Resolve(p, domain, local)
			if err != nil || !account.Usable() {
				continue
			}
			findings = append(findings, g.account(account)...)
		}
	}
	return sorted(findings)
}

// examples are domains of a provider, one for each set of servers that a domain
// of it can have.
func examples(p *provider.Provider) []string {
	domains := slices.Clone(p.Domains)
	if p.DomainsFile != "" || p.Hosted || len(domains) == 0 {
		domains = append(domains, "customer.example")
	}
	seen := map[string]bool{}
	var some []string
	for _, d := range domains {
		d = strings.Replace(d, "*.", "tenant.", 1)
		var own strings.Builder
		for i, s := range p.Servers {
			if slices.Contains(s.Domains, d) {
				fmt.Fprintf(&own, "%d ", i)
			}
		}
		if !seen[own.String()] {
			seen[own.String()] = true
			some = append(some, d)
		}
	}
	return some
}

// account asks all readers about one account, each with the question that its
// client sends.
func (g *Gate) account(a provider.Account) []Finding {
	found := collector{account: a}
	replies := map[question]client.Reply{}
	for _, reader := range g.readers {
		q := question{format: reader.Format, withAddress: sendsAddress(reader)}
		reply, known := replies[q]
		if !known {
			var err error
			reply, err = g.ask(q, a)
			if err != nil {
				found.refused(reader.Format, err)
			}
			replies[q] = reply
		}
		if reply.Status == 0 {
			continue
		}
		setup, err := reader.Read(reply, a.Address())
		switch {
		case err != nil:
			found.drops(reader, err)
		case reader.Format != "activesync" && reader.Format != "autodiscover-json":
			found.compare(reader, setup)
		}
	}
	return found.done()
}

// question is what can be asked about an account.
type question struct {
	format      string
	withAddress bool
}

// sendsAddress tells whether a client says whose settings it wants; the others ask
// by Host alone.
func sendsAddress(reader client.Reader) bool {
	switch reader.Client {
	case "k9", "kmail", "geary", "mailspring":
		return false
	case "deltachat":
		return reader.Format != "pox"
	}
	return reader.Format != "pacc"
}

// ask renders the answer to a question.
func (g *Gate) ask(q question, a provider.Account) (client.Reply, error) {
	query := autoconfig.Query{
		Domain: a.Domain, Base: "https://autoconfig.example.com", Protocol: "AutodiscoverV1", Lang: "en",
	}
	if q.withAddress {
		query.Address, query.Local = address.Address{Local: a.Local, Domain: a.Domain}, a.Local
	}
	doc, err := autoconfig.Answer(g.formats[q.format], a.Provider, query)
	if err != nil {
		return client.Reply{}, err
	}
	return client.Reply{Status: 200, Type: doc.Type, Body: doc.Body}, nil
}

// collector gathers what the readers say of one account.
type collector struct {
	account provider.Account
	sayings []saying
}

// saying is a finding whose sentence has its clients as the subject; several that
// say the same become one.
type saying struct {
	Finding
	// does is the sentence without its subject, or the whole where there is none.
	does string
}

func (c *collector) add(s saying, name string) {
	for i, other := range c.sayings {
		if other.does != s.does || other.Format != s.Format || other.Line != s.Line {
			continue
		}
		if name != "" && !slices.Contains(other.Clients, name) {
			c.sayings[i].Clients = append(c.sayings[i].Clients, name)
		}
		return
	}
	s.File, s.Provider, s.Domain = c.account.Provider.Origin, c.account.Provider.ID, c.account.Domain
	if name != "" {
		s.Clients = []string{name}
	}
	c.sayings = append(c.sayings, s)
}

func (c *collector) done() []Finding {
	findings := make([]Finding, len(c.sayings))
	for i, s := range c.sayings {
		findings[i] = s.Finding
		findings[i].What = s.does
		if len(s.Clients) > 0 {
			names := make([]string, len(s.Clients))
			for j, key := range s.Clients {
				names[j] = clientName(key)
			}
			findings[i].What = fmt.Sprintf("%s (%s) %s", list(names), formatName(s.Format), s.does)
		}
	}
	return findings
}

// refused is a format that cannot express the account. ActiveSync is missing
// nearly everywhere and missed nowhere, and whoever asks for PACC asks for
// autoconfig too.
func (c *collector) refused(format string, err error) {
	var refusal *autoconfig.Refusal
	if !errors.As(err, &refusal) {
		if format != "autodiscover-json" {
			c.add(saying{Finding: Finding{Severity: Error, Format: format}, does: fmt.Sprintf("%s cannot be written: %v", formatName(format), err)}, "")
		}
		return
	}
	if format == "activesync" || format == "autodiscover-json" {
		return
	}
	severity := Warning
	if format == "pacc" {
		severity = Note
	}
	c.add(saying{
		Finding: Finding{Severity: severity, Format: format},
		does:    fmt.Sprintf("%s gets no settings: %s", formatName(format), strings.TrimSuffix(refusal.Explain(), ".")),
	}, "")
}

// drops is a reader that does not take the document.
func (c *collector) drops(reader client.Reader, err error) {
	why := strings.TrimPrefix(err.Error(), client.ErrRefused.Error()+": ")
	c.add(saying{
		Finding: Finding{Severity: Warning, Format: reader.Format},
		does:    "would drop the whole document: " + why,
	}, reader.Client)
}

// compare holds what a client would set up against the table.
func (c *collector) compare(reader client.Reader, setup client.Setup) {
	for _, s := range slices.Concat(setup.Incoming, setup.Outgoing) {
		want := c.server(s.Protocol)
		line, column := want.Position()
		protocol := strings.ToUpper(string(s.Protocol))
		found := saying{Finding: Finding{Line: line, Column: column, Format: reader.Format}}
		switch {
		case reader.Client == "apple" && s.Host == want.Host && s.Port == want.Port && s.Security != want.Security:
			// Its one switch says TLS of some kind, and the device finds out which.
			found.Severity = Warning
			found.does = fmt.Sprintf("may try %s on port %d for %s, which speaks %s", securityName(s.Security), s.Port, protocol, securityName(want.Security))
		case s.Host != want.Host || s.Port != want.Port || s.Security != want.Security:
			found.Severity = Error
			found.does = fmt.Sprintf("would use %s for %s, not %s", endpoint(s.Host, s.Port, s.Security), protocol, endpoint(want.Host, want.Port, want.Security))
		case s.Login != "" && want.Login != "" && s.Login != want.Login:
			found.Severity = Warning
			found.does = fmt.Sprintf("would sign in to %s as %s, not as %s", protocol, s.Login, want.Login)
			found.Hint = "let the server take the full address as user name too, or tell people in `username_note`"
		default:
			continue
		}
		c.add(found, reader.Client)
	}
}

// server is what the table has chosen for a protocol.
func (c *collector) server(protocol provider.Protocol) provider.Endpoint {
	for _, e := range c.account.Servers() {
		if e.Protocol == protocol {
			return e
		}
	}
	return provider.Endpoint{}
}
