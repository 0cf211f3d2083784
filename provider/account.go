package provider

import (
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// Account is the answer to "how do I set this address up": one provider seen
// from one domain, with the servers chosen and the placeholders filled in.
type Account struct {
	Provider *Provider
	// Domain is the asked mail domain, as A-labels.
	Domain string
	// Local is the local part as sent, empty when only the domain was asked for.
	Local string
	// IMAP, POP3 and SMTP are the one server of each protocol that clients are
	// sent to. The zero Endpoint means that the provider does not offer it.
	IMAP, POP3, SMTP Endpoint
	// More are the other servers that a person may want to know of, each kind
	// in order of preference: further ranks, regions, variants. Never plaintext.
	More []Endpoint
	// Services are the URL-based services with their URLs filled in; those that
	// need an address are left out when none was asked for.
	Services []Service
}

// Endpoint is a Server with its placeholders filled in.
type Endpoint struct {
	Protocol Protocol
	Host     string
	Port     int
	Security Security
	// Username is the template of the login, never empty.
	Username Username
	// Login is the filled template, empty while the local part is not known or
	// where only the person knows it.
	Login           string
	Region, Variant string

	// at is where its Server stands in its file.
	at position
}

// Position is that of the Server: line and column counted from 1, or 0 and 0.
func (e Endpoint) Position() (line, column int) { return e.at.line, e.at.column }

// IsZero tells whether there is no such server.
func (e Endpoint) IsZero() bool { return e.Host == "" }

// ErrUnchecked is returned for domains and providers of which too little is
// known: a wrong server would be worse than none.
var ErrUnchecked = errors.New("known, but not checked well enough to be served")

// Resolve chooses the servers of p for domain and fills in the placeholders;
// local is the local part, or empty. The choice is made here and nowhere else:
// of the servers that are offered to everybody the first with implicit TLS, else
// the first with STARTTLS (RFC 8314, section 3), never plaintext. An unsupported
// provider gives an Account without servers; its Unsupported tells why. The error
// is ErrUnchecked for domains and providers that are kept but not served.
func Resolve(p *Provider, domain, local string) (Account, error) {
	return ResolveAs(p, domain, domain, local)
}

// ResolveAs is Resolve with the servers of domain, and with another text in its
// place wherever it would stand in the Account: what prepares a document once for
// all domains of one Choice puts a mark there. Its errors are those of Resolve.
func ResolveAs(p *Provider, domain, shown, local string) (Account, error) {
	if !p.serves(domain) {
		return Account{}, fmt.Errorf("%s at %s: %w", domain, p.ID, ErrUnchecked)
	}
	a := Account{Provider: p, Domain: shown, Local: local}
	for _, protocol := range []Protocol{IMAP, POP3, SMTP} {
		if !p.Unsupported.IsZero() {
			break
		}
		best, more := choose(p, protocol, domain)
		if best != nil {
			*a.slot(protocol) = p.endpoint(*best, shown, local)
		}
		for _, s := range more {
			a.More = append(a.More, p.endpoint(s, shown, local))
		}
	}
	for _, s := range p.Services {
		if s.Status != "" {
			continue
		}
		s.URL = expand(s.URL, local, shown, EscapeForURL)
		if s.URL != "" {
			a.Services = append(a.Services, s)
		}
	}
	return a, nil
}

// maxChoices is how many servers with domains of their own a Choice can tell apart.
const maxChoices = 64

// Choice says which of the servers that are not for every domain are for this one,
// a bit for each: domains of a provider with the same Choice get Accounts that
// differ in nothing but what is filled in. It is false for what Resolve refuses,
// and for a provider with more such servers than there are bits.
func (p *Provider) Choice(domain string) (choice uint64, ok bool) {
	if !p.serves(domain) {
		return 0, false
	}
	n := 0
	for i := range p.Servers {
		s := &p.Servers[i]
		if len(s.Domains) == 0 {
			continue
		}
		if n == maxChoices {
			return 0, false
		}
		if s.serves(domain) {
			choice |= 1 << n
		}
		n++
	}
	return choice, true
}

// serves tells whether enough is known of a domain to answer for it.
func (p *Provider) serves(domain string) bool {
	return p.Confidence != ConfidenceLow && !slices.Contains(p.UncheckedDomains, domain)
}

// EscapeForURL makes a part of an address fit for the path of a URL and for its
// query: url.PathEscape leaves what separates parameters.
func EscapeForURL(s string) string {
	return strings.NewReplacer("&", "%26", "+", "%2B", "=", "%3D").Replace(url.PathEscape(s))
}

// choose picks the best server of a protocol for a domain and lists the others
// that may be shown.
func choose(p *Provider, protocol Protocol, domain string) (best *Server, more []Server) {
	var candidates []Server
	for _, s := range p.Servers {
		if s.Protocol == protocol && s.serves(domain) && s.Security != Plaintext && s.Status == "" {
			candidates = append(candidates, s)
		}
	}
	for _, security := range []Security{TLS, STARTTLS} {
		for i, s := range candidates {
			if s.Security == security && s.offered() {
				return &candidates[i], slices.Delete(slices.Clone(candidates), i, i+1)
			}
		}
	}
	return nil, candidates
}

func (a *Account) slot(protocol Protocol) *Endpoint {
	switch protocol {
	case IMAP:
		return &a.IMAP
	case POP3:
		return &a.POP3
	default:
		return &a.SMTP
	}
}

func (p *Provider) endpoint(s Server, domain, local string) Endpoint {
	username := s.Username
	if username == "" {
		username = p.Username
	}
	if username == "" {
		username = UsernameAddress
	}
	return Endpoint{
		Protocol: s.Protocol,
		Host:     expand(s.Host, "", domain, nil),
		Port:     s.Port,
		Security: s.Security,
		Username: username,
		Login:    username.Expand(local, domain),
		Region:   s.Region,
		Variant:  s.Variant,
		at:       s.at,
	}
}

// Address is the full mail address, empty when only the domain was asked for.
func (a Account) Address() string {
	if a.Local == "" {
		return ""
	}
	return a.Local + "@" + a.Domain
}

// Incoming lists the chosen servers for reading mail, IMAP first.
func (a Account) Incoming() []Endpoint {
	return present(a.IMAP, a.POP3)
}

// Servers lists the chosen servers: IMAP, POP3, SMTP, as far as there are any.
func (a Account) Servers() []Endpoint {
	return present(a.IMAP, a.POP3, a.SMTP)
}

func present(endpoints ...Endpoint) []Endpoint {
	return slices.DeleteFunc(endpoints, Endpoint.IsZero)
}

// Usable tells whether a mail program can be set up: there is a server to read
// from and one to send with.
func (a Account) Usable() bool {
	return len(a.Incoming()) > 0 && !a.SMTP.IsZero()
}

// Service returns the URL of a service, or "".
func (a Account) Service(t ServiceType) string {
	for _, s := range a.Services {
		if s.Type == t {
			return s.URL
		}
	}
	return ""
}
