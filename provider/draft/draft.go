// Package draft turns what another project's data says of a mail provider into a
// provider.Provider and keeps account of all that did not fit: what was left out,
// what was changed, and why. The readers of other projects' data (ispdb, automx2,
// monogramm) fill a Draft; Finish lets through only what the loader of provider
// files would accept.
package draft

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"signpost/internal/address"
	"signpost/provider"
)

// Position is where something stands in the source file, counted from 1; the zero
// Position is the file as a whole.
type Position struct{ Line, Column int }

// Draft is a provider in the making.
type Draft struct {
	provider.Provider
	// Findings are what was left out or changed, and what an admin should know.
	Findings provider.Problems

	domainAt map[string]Position
	// plaintext counts the servers that were left out for want of encryption.
	plaintext int
}

// New begins a draft from a file; name is for messages.
func New(name string) *Draft {
	return &Draft{Provider: provider.Provider{Origin: name}, domainAt: map[string]Position{}}
}

// Note adds a finding; hint may be empty.
func (d *Draft) Note(at Position, what, hint string) {
	d.Findings = append(d.Findings, provider.Problem{File: d.Origin, Line: at.Line, Column: at.Column, What: what, Hint: hint})
}

// AddDomain takes in a mail domain. One that cannot be served is left out: a
// public suffix, as in a provider file (provider.IsPublicSuffix).
func (d *Draft) AddDomain(at Position, name string) {
	domain, err := address.ParseDomain(name)
	switch {
	case err != nil:
		d.Note(at, fmt.Sprintf("domain `%s` is left out: it cannot be a domain", clip(name)), "")
	case provider.IsPublicSuffix(domain):
		d.Note(at, fmt.Sprintf("domain `%s` is left out: it is a public suffix", domain), "")
	case slices.Contains(d.Domains, domain):
		d.Note(at, fmt.Sprintf("domain `%s` stands twice", domain), "")
	default:
		d.Domains = append(d.Domains, domain)
		d.domainAt[domain] = at
	}
}

// DomainAt is where a domain was read.
func (d *Draft) DomainAt(domain string) Position { return d.domainAt[domain] }

// AddServer takes in a server, and tells whether it did: one without encryption
// is left out. Port 25 is kept and not offered, since it is for mail between
// servers and many networks block it.
func (d *Draft) AddServer(at Position, s provider.Server) bool {
	if s.Security == provider.Plaintext {
		d.plaintext++
		d.Note(at, fmt.Sprintf("%s is left out: it has no encryption", Describe(s)), "")
		return false
	}
	if s.Protocol == provider.SMTP && s.Port == 25 {
		s.Status = provider.StatusDiscouraged
		d.Note(at, fmt.Sprintf("%s is kept and not offered: port 25 is for mail between servers", Describe(s)), "")
	}
	d.Servers = append(d.Servers, s)
	return true
}

// Describe names a server in a message.
func Describe(s provider.Server) string {
	return fmt.Sprintf("%s server %s:%d", s.Protocol, clip(s.Host), s.Port)
}

// Finish returns the provider and the findings, in the order of the file. The
// error, of type provider.Problems, says why no provider came of the file: there
// is nothing to offer, or the loader of provider files would refuse it.
func (d *Draft) Finish() (provider.Provider, provider.Problems, error) {
	slices.SortStableFunc(d.Findings, func(a, b provider.Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	if d.Name.IsZero() && len(d.Domains) > 0 {
		d.Name = provider.Text{{Words: d.Domains[0]}}
	}
	if reason := d.unusable(); reason != "" {
		return provider.Provider{}, d.Findings, d.Refuse(Position{}, reason)
	}
	data, err := provider.Encode(d.Provider)
	if err == nil {
		_, err = provider.Parse(d.Origin, data)
	}
	if err != nil {
		reason := err.Error()
		// Lines and columns of the written file mean nothing here.
		var problems provider.Problems
		if errors.As(err, &problems) && len(problems) > 0 {
			reason = problems[0].What
		}
		return provider.Provider{}, d.Findings, d.Refuse(Position{}, reason)
	}
	return d.Provider, d.Findings, nil
}

// Refuse is the error of a file from which no provider comes.
func (d *Draft) Refuse(at Position, reason string) error {
	return provider.Problems{{File: d.Origin, Line: at.Line, Column: at.Column, What: "not imported: " + reason}}
}

// unusable says what a mail program would miss, or nothing.
func (d *Draft) unusable() string {
	if len(d.Domains) == 0 {
		return "no domain is left"
	}
	account, err := provider.Resolve(&d.Provider, d.Domains[0], "")
	switch {
	case err != nil:
		return err.Error()
	case len(d.Servers) == 0 && d.plaintext > 0:
		return "no server with encryption"
	case len(account.Incoming()) == 0:
		return "no IMAP or POP3 server with encryption"
	case account.SMTP.IsZero() && slices.ContainsFunc(d.Servers, func(s provider.Server) bool { return s.Protocol == provider.SMTP }):
		return "no SMTP server with encryption but on port 25"
	case account.SMTP.IsZero():
		return "no SMTP server with encryption"
	}
	return ""
}
