// Package discovery knows how mail clients ask for their settings: which names
// each one looks up, which requests it sends in which order, what it takes for an
// answer, and when it gives up. What a client makes of an answer is known to its
// reader in package client; here the two are put together and run against a
// network.
//
// A client is data, one file each. One engine runs them all.
package discovery

import (
	"slices"
	"time"

	"signpost/client"
)

// Client is one mail client and what it does with an address.
type Client struct {
	// Key is the client's key in package client, Name what people call it.
	Key, Name string
	// Headers are those that it sends with each request; none but Host without any.
	Headers Headers
	// Stages are in the client's order: the first one that has settings decides.
	Stages []Stage
	// Optional: that there is nothing for it is no fault of a mail domain. It looks
	// for something that few domains have, or never asks by itself.
	Optional bool
	// Needs says what the client's answers must have, for docs/clients.md.
	Needs string
	// Source is where its requests were read or seen.
	Source string
	// Rows are the rows of docs/conformance.md that test it.
	Rows string
}

// Headers are what a client sends beside Host; "" is not sent.
type Headers struct {
	UserAgent, Accept, AcceptLanguage string
}

// Stage is a group of steps between which a client chooses.
type Stage struct {
	Name string
	// Look is what is looked up first. If it is not there the stage is passed over.
	Look Look
	// Parallel: all steps are asked at once. The first one in the list decides
	// nevertheless, not the fastest.
	Parallel bool
	// Always: the stage is asked even if an earlier one had settings; it decides
	// only if none had.
	Always bool
	// Ends says which answers end the stage without settings.
	Ends  Ends
	Steps []Step
	// Services are the SRV services that make the settings, in the order in which
	// they are looked up; FromServices makes them.
	Services     []string
	FromServices func(Services, string) (client.Setup, error)
}

// Look is a look-up that a stage depends on.
type Look string

// The look-ups.
const (
	// LookMX finds {mx}, {mx.full} (without its first label) and {mx.base} (the
	// registrable domain) of the preferred MX host.
	LookMX Look = "MX"
	// LookAutodiscover finds {srv}, the target of _autodiscover._tcp. All clients
	// ignore its port.
	LookAutodiscover Look = "SRV _autodiscover._tcp"
)

// Ends says which answers that a client has no use for end its search.
type Ends string

// The ways to end.
const (
	// EndsNever: the next step is asked after every failure.
	EndsNever Ends = ""
	// EndsStage: any status of 2xx wins, and then the document is read. If it is no
	// good the rest of the stage is lost.
	EndsStage Ends = "any 2xx wins before it is read"
	// EndsSearch: a well-formed document with a status of 2xx ends the search,
	// whatever it says.
	EndsSearch Ends = "a 2xx with any XML ends the search"
)

// Step is one request.
type Step struct {
	// Method is GET if empty.
	Method string
	// URL may hold {domain}, {mx}, {mx.full}, {mx.base}, {srv}, and {address} in
	// the spelling below.
	URL      string
	Spelling Spelling
	// Body and its media type; "" sends none.
	Body Body
	Type string
	// Accept replaces the client's own.
	Accept string
	// Format names the reader of package client.
	Format string
	// Redirects says which ones are followed.
	Redirects Redirects
	// AnyName: the name in the certificate is not looked at.
	AnyName bool
	// Digest: the document counts only if DNS has its digest (PACC).
	Digest bool
	// Limit is how long the client waits; 0 is patience.
	Limit time.Duration
}

// patience is how long we wait for those whose limit is not known.
const patience = 10 * time.Second

func (s Step) method() string {
	if s.Method == "" {
		return "GET"
	}
	return s.Method
}

func (s Step) limit() time.Duration {
	if s.Limit == 0 {
		return patience
	}
	return s.Limit
}

// Clients lists all clients that have a reader, in the order of the documentation.
func Clients() []Client {
	return []Client{
		thunderbird(), k9(), outlook(), autodetect(), activesync(), apple(), evolution(), kmail(), deltachat(), fairemail(),
		aerc(), geary(), mailspring(), nextcloud(), parula(), pimalaya(),
	}
}

// Version is the state of the client that its rules were taken from.
func (c Client) Version() string {
	for _, r := range client.Readers() {
		if r.Client == c.Key {
			return r.Version
		}
	}
	return ""
}

// reader is the client's reader of a format.
func (c Client) reader(format string) (client.Reader, bool) {
	readers := client.Readers()
	i := slices.IndexFunc(readers, func(r client.Reader) bool { return r.Client == c.Key && r.Format == format })
	if i < 0 {
		return client.Reader{}, false
	}
	return readers[i], true
}
