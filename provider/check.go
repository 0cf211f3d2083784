package provider

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"signpost/internal/address"
)

// checkProvider reports what is wrong between the keys of a provider file.
func (d *decoder) checkProvider(n *yaml.Node, seen map[string]*yaml.Node, p *Provider) {
	d.require(n, seen, "the provider", "id")
	if seen["domains"] == nil && seen["domains_file"] == nil && seen["unchecked_domains"] == nil && seen["mx"] == nil {
		d.report(n, "the provider has no `domains`", "list the mail domains it serves, or name a list with `domains_file`")
	}
	if seen["name"] == nil {
		p.Name = Text{{Words: defaultName(p)}}
	}
	if p.Secret.Accepts(SecretOAuth2) && seen["oauth2"] == nil {
		d.report(seen["secret"], "the secret can be oauth2, but there is no `oauth2` block", "add issuer, auth_url, token_url and scopes")
	}
	if seen["servers"] != nil && seen["host"] != nil {
		d.report(seen["host"], "there are `servers` beside `host`", "drop one of the two: `host` stands for IMAP and SMTP on that host")
	}
	if seen["servers"] == nil && seen["host"] == nil {
		if p.Unsupported.IsZero() {
			d.report(n, "the provider has neither `host` nor `servers`", "add one of them, or say under `unsupported` why there are none")
		}
		return
	}
	if !p.Unsupported.IsZero() {
		d.report(seen["unsupported"], "there are servers although the provider is unsupported", "drop one of the two")
		return
	}
	for _, f := range d.filters {
		// What stands in a list of domains is not known here.
		if p.DomainsFile == "" && p.position("domain", f.domain).line == 0 {
			d.report(f.at, fmt.Sprintf("domain `%s` of a server is not a domain of the provider", f.domain), "add it to `domains`, or drop it here")
		}
	}
	// With other problems in the file the servers are not complete, and what
	// follows from that would only hide the cause.
	if len(d.problems) == 0 && p.Confidence != ConfidenceLow {
		d.checkUsable(cmp.Or(seen["servers"], seen["host"]), p)
	}
}

// defaultName is what people see of a provider without a name.
func defaultName(p *Provider) string {
	if len(p.Domains) == 0 {
		return p.ID
	}
	return address.Unicode(strings.TrimPrefix(p.Domains[0], "*."))
}

// listedDomain is one that no server names: it stands for those of a list.
const listedDomain = "customer.example"

// checkUsable reports domains that no mail program could be set up for: without
// an outgoing server Thunderbird and Android drop the whole document.
func (d *decoder) checkUsable(servers *yaml.Node, p *Provider) {
	domains := p.Domains
	if p.DomainsFile != "" {
		domains = append(slices.Clone(domains), listedDomain)
	}
	var noIncoming, noOutgoing []string
	for _, domain := range domains {
		a, err := Resolve(p, domain, "")
		if err != nil {
			continue
		}
		if len(a.Incoming()) == 0 {
			noIncoming = append(noIncoming, domain)
		}
		if a.SMTP.IsZero() {
			noOutgoing = append(noOutgoing, domain)
		}
		d.checkHosts(servers, a)
	}
	d.reportMissing(servers, p, "IMAP or POP3", noIncoming)
	d.reportMissing(servers, p, "SMTP", noOutgoing)
}

// reportMissing says once which domains lack a server, at the first of them that
// differs from the others, else at the servers.
func (d *decoder) reportMissing(servers *yaml.Node, p *Provider, what string, domains []string) {
	if len(domains) == 0 {
		return
	}
	who, pos := domains[0]+" has", p.position("domain", domains[0])
	switch more := len(domains) - 1; {
	case slices.Contains(domains, listedDomain):
		who = fmt.Sprintf("what `%s` lists has", p.DomainsFile)
	case more > 0:
		who = fmt.Sprintf("%s and %d more of the domains have", domains[0], more)
	}
	if pos.line == 0 || len(domains) >= len(p.Domains) {
		pos = at(servers)
	}
	d.reportAt(pos, fmt.Sprintf("%s no %s server that can be offered", who, what), missingHint(p, what))
}

// missingHint names the clients that would suffer.
func missingHint(p *Provider, what string) string {
	hint := "add one with security tls or starttls, or move the domain to `unchecked_domains`"
	plain := slices.ContainsFunc(p.Servers, func(s Server) bool {
		return s.Security == Plaintext && (s.Protocol == SMTP) == (what == "SMTP")
	})
	switch {
	case plain:
		return "without encryption Thunderbird would send the password in the clear, and Android drops the whole file: " + hint
	case what == "SMTP":
		return "Thunderbird and Android drop a file without a server to send with: " + hint
	}
	return hint
}

// checkHosts reports host names that are none with this domain in them: one that
// is too long, or of letters from both sides.
func (d *decoder) checkHosts(servers *yaml.Node, a Account) {
	if strings.HasPrefix(a.Domain, "*.") {
		return
	}
	for _, e := range slices.Concat(a.Servers(), a.More) {
		if _, err := address.ParseDomain(e.Host); err != nil {
			d.report(servers, fmt.Sprintf("host `%s` cannot be a host name", clip(e.Host)), "write the host of this domain out, as a server with `domains`")
		}
	}
}
