package provider

import (
	"fmt"
	"slices"

	"go.yaml.in/yaml/v4"
)

// checkProvider reports what is wrong between the keys of a provider file.
func (d *decoder) checkProvider(n *yaml.Node, seen map[string]*yaml.Node, p *Provider) {
	if n.Kind != yaml.MappingNode {
		return
	}
	d.require(n, seen, "the provider", "id")
	if seen["domains"] == nil && seen["unchecked_domains"] == nil && seen["mx"] == nil {
		d.report(n, "the provider has no `domains`", "list the mail domains it serves")
	}
	if p.Name.IsZero() && len(p.Domains) > 0 && seen["name"] == nil {
		p.Name = Text{"": p.Domains[0]}
	}
	if p.Secret.Accepts(SecretOAuth2) && seen["oauth2"] == nil {
		d.report(seen["secret"], "the secret can be oauth2, but there is no `oauth2` block", "add issuer, auth_url, token_url and scopes")
	}
	if seen["servers"] == nil {
		if p.Unsupported.IsZero() {
			d.report(n, "the provider has no `servers`", "add them, or say under `unsupported` why there are none")
		}
		return
	}
	if !p.Unsupported.IsZero() {
		d.report(seen["unsupported"], "there are servers although the provider is unsupported", "drop one of the two")
		return
	}
	known := slices.Concat(p.Domains, p.UncheckedDomains)
	for _, s := range p.Servers {
		for _, domain := range s.Domains {
			if !slices.Contains(known, domain) {
				pos := p.position("filter", domain)
				d.problems = append(d.problems, Problem{
					File: d.file, Line: pos.line, Column: pos.column,
					What: fmt.Sprintf("domain `%s` of a server is not a domain of the provider", domain),
					Hint: "add it to `domains`, or drop it here",
				})
			}
		}
	}
	// With other problems in the file the servers are not complete, and what
	// follows from that would only hide the cause.
	if len(d.problems) == 0 && p.Confidence != ConfidenceLow {
		d.checkUsable(seen["servers"], p)
	}
}

// checkUsable reports domains that no mail program could be set up for: without
// an outgoing server Thunderbird and Android drop the whole document.
func (d *decoder) checkUsable(n *yaml.Node, p *Provider) {
	for _, domain := range p.Domains {
		a, err := Resolve(p, domain, "")
		if err != nil || a.Usable() {
			continue
		}
		missing := "SMTP"
		if len(a.Incoming()) == 0 {
			missing = "IMAP or POP3"
		}
		d.report(n, fmt.Sprintf("%s has no %s server that can be offered", domain, missing),
			"add one with security tls or starttls, or move the domain to `unchecked_domains`")
		return
	}
}
