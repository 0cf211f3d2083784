package doctor

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"signpost/client"
	"signpost/client/discovery"
	"signpost/internal/probe"
)

// Verdict is how a client fares.
type Verdict string

// The verdicts.
const (
	// Works: it finds settings, and its servers answer as it was told.
	Works Verdict = "works"
	// Fails: it finds settings that do not work.
	Fails Verdict = "fails"
	// ByHand: it finds nothing, and the person types host names or the client
	// guesses.
	ByHand Verdict = "by hand"
	// Nothing: there is nothing for it, which is no fault.
	Nothing Verdict = "nothing"
	// Elsewhere: it is sent on to a URL, such as an ActiveSync server.
	Elsewhere Verdict = "elsewhere"
	// Untested: its servers were not asked in time.
	Untested Verdict = "untested"
)

// Report is all that was found. Its JSON form is described by
// docs/doctor.schema.json. The local part of the address is masked in every text.
type Report struct {
	Domain   string    `json:"domain"`
	Errors   int       `json:"errors"`
	Warnings int       `json:"warnings"`
	Notes    int       `json:"notes"`
	Clients  []Client  `json:"clients"`
	Servers  []Server  `json:"servers"`
	Findings []Finding `json:"findings"`
	// Cut tells that the run ended before all was asked.
	Cut bool `json:"cut"`
}

// Client is what one client would do.
type Client struct {
	Key     string `json:"client"`
	Name    string `json:"name"`
	Version string `json:"version"`
	// Found is the stage that had the settings, URL the document; "" if there is
	// none.
	Found    string   `json:"found,omitempty"`
	URL      string   `json:"url,omitempty"`
	Incoming *Setting `json:"incoming,omitempty"`
	Outgoing *Setting `json:"outgoing,omitempty"`
	Verdict  Verdict  `json:"verdict"`
	Why      string   `json:"why,omitempty"`
	Asked    []Asked  `json:"asked"`
}

// Setting is a server that a client would set up.
type Setting struct {
	Protocol string `json:"protocol"`
	Host     string `json:"host"`
	Port     int    `json:"port"`
	Security string `json:"security"`
	Login    string `json:"login,omitempty"`
}

// Asked is one question and what came back.
type Asked struct {
	Stage    string   `json:"stage"`
	Question string   `json:"question"`
	Redirect []string `json:"redirects,omitempty"`
	Status   int      `json:"status,omitempty"`
	Type     string   `json:"type,omitempty"`
	Size     int      `json:"size,omitempty"`
	Records  []string `json:"records,omitempty"`
	Fault    string   `json:"fault,omitempty"`
	Detail   string   `json:"detail,omitempty"`
	Refused  string   `json:"refused,omitempty"`
	Used     bool     `json:"used,omitempty"`
}

// Server is a mail server and what it said.
type Server struct {
	Setting

	Works       bool     `json:"works"`
	Speaks      string   `json:"speaks,omitempty"`
	TLS         string   `json:"tls,omitempty"`
	Certificate string   `json:"certificate_until,omitempty"`
	Greeting    string   `json:"greeting,omitempty"`
	Mechanisms  []string `json:"mechanisms,omitempty"`
	Capability  []string `json:"capabilities,omitempty"`
	Problems    []string `json:"problems,omitempty"`
}

// report puts everything into the form in which it is shown.
func (e *examination) report(ctx context.Context) Report {
	r := Report{Domain: e.address.Domain, Clients: []Client{}, Servers: []Server{}}
	for _, o := range e.outcomes {
		r.Clients = append(r.Clients, e.client(o))
	}
	for _, s := range e.servers {
		r.Servers = append(r.Servers, e.serverReport(s))
	}
	r.Cut = ctx.Err() != nil || e.found.has("cut")
	r.Findings = e.found.sorted()
	for _, f := range r.Findings {
		switch f.Severity {
		case Error:
			r.Errors++
		case Warning:
			r.Warnings++
		case Note:
			r.Notes++
		}
	}
	return r
}

func (e *examination) client(o discovery.Outcome) Client {
	mask := e.found.mask.Replace
	c := Client{Key: o.Client.Key, Name: o.Client.Name, Version: o.Client.Version(), Found: o.Stage, Asked: []Asked{}}
	if o.Source >= 0 {
		c.URL = mask(o.Asked[o.Source].URL)
	}
	var why string
	c.Verdict, why = e.verdict(o)
	c.Why = mask(why)
	c.Incoming, c.Outgoing = e.setting(o.Setup.Incoming), e.setting(o.Setup.Outgoing)
	for _, a := range o.Asked {
		shown := Asked{
			Stage: a.Stage, Question: mask(a.What), Status: a.Reply.Status, Type: a.Reply.Type, Size: len(a.Reply.Body), Records: a.Records,
			Fault: string(a.Fault), Detail: mask(a.Detail), Refused: mask(a.Refusal), Used: a.Used,
		}
		if len(a.Chain) > 0 {
			for _, url := range append(slices.Clone(a.Chain[1:]), a.URL) {
				shown.Redirect = append(shown.Redirect, mask(url))
			}
		}
		c.Asked = append(c.Asked, shown)
	}
	return c
}

// setting is the server that is used, the first one.
func (e *examination) setting(servers []client.Server) *Setting {
	if len(servers) == 0 {
		return nil
	}
	s := servers[0]
	return &Setting{
		Protocol: string(s.Protocol), Host: s.Host, Port: s.Port, Security: string(s.Security), Login: e.found.mask.Replace(s.Login),
	}
}

func (e *examination) serverReport(s server) Server {
	got := s.result.Advertised
	said := got.Protected
	if !said.Answered {
		said = got.Plain
	}
	shown := Server{
		Setting: Setting{
			Protocol: string(s.target.Protocol), Host: s.target.Host, Port: s.target.Port, Security: string(s.target.Security),
		},
		Works: s.result.Works(), Speaks: string(s.result.Speaks()), TLS: got.Session.Version,
		Greeting: greeting(got), Mechanisms: said.Mechanisms, Capability: said.Capabilities,
	}
	if got.Session.Version != "" {
		shown.Certificate = got.Session.Certificate.NotAfter.UTC().Format(time.DateOnly)
	}
	for _, p := range got.Problems {
		shown.Problems = append(shown.Problems, fmt.Sprintf("%s: %s", p.Kind, strings.TrimSuffix(p.Error(), ".")))
	}
	return shown
}

func greeting(c probe.Conversation) string {
	if c.Protected.Greeting != "" {
		return c.Protected.Greeting
	}
	return c.Plain.Greeting
}
