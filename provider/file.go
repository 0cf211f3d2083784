package provider

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"
)

// Limits for names (draft-ietf-mailmaint-autoconfig-06, section 3.2.4).
const (
	maxName      = 60
	maxShortName = 20
	// maxText is for all other words: a paragraph, in characters.
	maxText = 1000
)

var idForm = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$`) })

// provider reads the root of a provider file.
func (d *decoder) provider(n *yaml.Node) Provider {
	p := Provider{Origin: d.file}
	seen := d.mapping(n, "the provider",
		field{"id", func(n *yaml.Node) { d.id(n, &p) }},
		field{"name", func(n *yaml.Node) { p.Name = d.text(n, "name", maxName) }},
		field{"short_name", func(n *yaml.Node) { p.Short = d.text(n, "short_name", maxShortName) }},
		field{"operator", func(n *yaml.Node) { p.Operator = d.text(n, "operator", maxName) }},
		field{"kind", func(n *yaml.Node) {
			p.Kind = enum(d, n, "kind", KindFree, KindPaid, KindISP, KindEnterprise, KindHosting, KindOwn)
		}},
		field{"lifecycle", func(n *yaml.Node) {
			p.Lifecycle = enum(d, n, "lifecycle", LifecycleLegacy, LifecycleMoved, LifecycleClosed)
		}},
		field{"domains", func(n *yaml.Node) { p.Domains = d.domains(n, &p, "domains") }},
		field{"domains_file", func(n *yaml.Node) { d.domainsFile(n, &p) }},
		field{"unchecked_domains", func(n *yaml.Node) { p.UncheckedDomains = d.domains(n, &p, "unchecked_domains") }},
		field{"hosted", func(n *yaml.Node) { p.Hosted = d.boolean(n, "hosted") }},
		field{"mx", func(n *yaml.Node) { d.list(n, "mx", func(n *yaml.Node) { d.mx(n, &p) }) }},
		field{"host", func(n *yaml.Node) { p.Servers = append(p.Servers, oneHost(d.host(n), at(n))...) }},
		field{"servers", func(n *yaml.Node) { d.list(n, "servers", func(n *yaml.Node) { d.server(n, &p) }) }},
		field{"services", func(n *yaml.Node) { d.list(n, "services", func(n *yaml.Node) { d.service(n, &p) }) }},
		field{"username", func(n *yaml.Node) { p.Username = d.username(n) }},
		field{"username_note", func(n *yaml.Node) { p.UsernameNote = d.text(n, "username_note", maxText) }},
		field{"secret", func(n *yaml.Node) { p.Secret = d.secret(n) }},
		field{"access", func(n *yaml.Node) { p.Access = enum(d, n, "access", AccessOn, AccessOff, AccessAdmin) }},
		field{"setup", func(n *yaml.Node) {
			d.list(n, "setup", func(n *yaml.Node) { p.Setup = append(p.Setup, d.text(n, "a step of setup", maxText)) })
		}},
		field{"unsupported", func(n *yaml.Node) { p.Unsupported = d.text(n, "unsupported", maxText) }},
		field{"oauth2", func(n *yaml.Node) { p.OAuth2 = d.oauth2(n) }},
		field{"webmail", func(n *yaml.Node) {
			d.list(n, "webmail", func(n *yaml.Node) {
				if u, ok := d.link(n, "webmail", "https", "http"); ok {
					p.Webmail = append(p.Webmail, u)
				}
			})
		}},
		field{"help", func(n *yaml.Node) { d.list(n, "help", func(n *yaml.Node) { d.help(n, &p) }) }},
		field{"support", func(n *yaml.Node) { p.Support = d.text(n, "support", maxText) }},
		field{"logo", func(n *yaml.Node) { d.logoFile(n, &p) }},
		field{"quirks", func(n *yaml.Node) { p.Quirks = d.strs(n, "quirks") }},
		field{"confidence", func(n *yaml.Node) {
			p.Confidence = enum(d, n, "confidence", ConfidenceHigh, ConfidenceMedium, ConfidenceLow)
		}},
	)
	d.checkProvider(n, seen, &p)
	return p
}

func (d *decoder) id(n *yaml.Node, p *Provider) {
	s, ok := d.str(n, "id")
	if ok && !idForm().MatchString(s) {
		d.report(n, fmt.Sprintf("id `%s` is not of the form", clip(s)), "use lower-case letters, digits and hyphens, at most 63")
		return
	}
	p.ID = s
	p.mark("id", s, n)
}

// oneHost are the servers of a provider that names a single host: IMAP and
// submission with implicit TLS on the registered ports (RFC 8314, section 3).
func oneHost(host string, at position) []Server {
	return []Server{
		{Protocol: IMAP, Host: host, Port: standardPorts[IMAP].tls, Security: TLS, at: at},
		{Protocol: SMTP, Host: host, Port: standardPorts[SMTP].tls, Security: TLS, at: at},
	}
}

// domainsFile reads the name of a list beside this file.
func (d *decoder) domainsFile(n *yaml.Node, p *Provider) {
	s, ok := d.str(n, "domains_file")
	if !ok {
		return
	}
	if !fs.ValidPath(s) || s == "." || providerFile(s) {
		d.report(n, fmt.Sprintf("domains_file `%s` is not the name of a list beside this file", clip(s)), "write a name such as domains.txt, without .. and not absolute")
		return
	}
	p.DomainsFile = s
	p.mark("domains_file", s, n)
}

func (d *decoder) domains(n *yaml.Node, p *Provider, key string) []string {
	var out []string
	d.list(n, key, func(n *yaml.Node) {
		domain, ok := d.domainOrAllBelow(n)
		if !ok {
			return
		}
		if first := p.position("domain", domain); first.line > 0 {
			d.report(n, fmt.Sprintf("domain `%s` stands twice", domain), fmt.Sprintf("it is also on line %d; keep one of them", first.line))
			return
		}
		p.mark("domain", domain, n)
		out = append(out, domain)
	})
	return out
}

func (d *decoder) mx(n *yaml.Node, p *Provider) {
	suffix := MXSuffix{}
	read := func(n *yaml.Node) {
		s, ok := d.domain(n, "mx suffix")
		if !ok {
			return
		}
		if first := p.position("mx", s); first.line > 0 {
			d.report(n, fmt.Sprintf("mx suffix `%s` stands twice", s), fmt.Sprintf("it is also on line %d; keep one of them", first.line))
			return
		}
		suffix.Suffix = s
		p.mark("mx", s, n)
	}
	if n.Kind == yaml.MappingNode {
		seen := d.mapping(n, "mx", field{"suffix", read}, field{"status", func(n *yaml.Node) { suffix.Status = d.status(n) }})
		d.require(n, seen, "mx", "suffix")
	} else {
		read(n)
	}
	if suffix.Suffix != "" {
		p.MX = append(p.MX, suffix)
	}
}

func (d *decoder) status(n *yaml.Node) Status {
	return enum(d, n, "status", StatusUnverified, StatusLegacy, StatusDiscouraged)
}

// standardPorts are the registered ports, with implicit TLS and without
// (RFC 8314, section 3; RFC 3501; RFC 1939; RFC 6409).
var standardPorts = map[Protocol]struct{ tls, starttls int }{
	IMAP: {993, 143},
	POP3: {995, 110},
	SMTP: {465, 587},
}

func (d *decoder) server(n *yaml.Node, p *Provider) {
	var s Server
	var domains *yaml.Node
	seen := d.mapping(n, "a server",
		field{"protocol", func(n *yaml.Node) { s.Protocol = enum(d, n, "protocol", IMAP, POP3, SMTP) }},
		field{"host", func(n *yaml.Node) { s.Host = d.host(n) }},
		field{"port", func(n *yaml.Node) { s.Port = d.integer(n, "port", 1, 65535) }},
		field{"security", func(n *yaml.Node) { s.Security = enum(d, n, "security", TLS, STARTTLS, Plaintext) }},
		field{"username", func(n *yaml.Node) { s.Username = d.username(n) }},
		field{"domains", func(n *yaml.Node) { domains = n }},
		field{"region", func(n *yaml.Node) { s.Region, _ = d.str(n, "region") }},
		field{"variant", func(n *yaml.Node) { s.Variant, _ = d.str(n, "variant") }},
		field{"status", func(n *yaml.Node) { s.Status = d.status(n) }},
		field{"note", func(n *yaml.Node) { s.Note, _ = d.str(n, "note") }},
	)
	if n.Kind != yaml.MappingNode {
		return
	}
	d.require(n, seen, "a server", "protocol", "host")
	if domains != nil {
		d.list(domains, "domains", func(n *yaml.Node) {
			if domain, ok := d.domain(n, "domain"); ok {
				s.Domains = append(s.Domains, domain)
				d.filters = append(d.filters, filter{domain, n})
			}
		})
	}
	if ports, ok := standardPorts[s.Protocol]; ok {
		s.setDefaults(seen["port"] == nil, seen["security"] == nil, ports.tls, ports.starttls)
	}
	if s.Protocol == SMTP && s.Port == 25 && s.offered() {
		d.report(seen["port"], "port 25 is for mail between servers, not for mail programs", "use 465 or 587")
	}
	s.at = at(n)
	p.Servers = append(p.Servers, s)
}

// setDefaults fills in the port and the security that are not written: implicit
// TLS, unless the port is the registered one for STARTTLS.
func (s *Server) setDefaults(noPort, noSecurity bool, tls, starttls int) {
	if noSecurity {
		s.Security = TLS
		if s.Port == starttls {
			s.Security = STARTTLS
		}
	}
	if noPort {
		s.Port = tls
		if s.Security != TLS {
			s.Port = starttls
		}
	}
}

func (d *decoder) service(n *yaml.Node, p *Provider) {
	var s Service
	seen := d.mapping(n, "a service",
		field{"type", func(n *yaml.Node) {
			s.Type = enum(d, n, "type", CalDAV, CardDAV, JMAP, ActiveSync, EWS, Graph, OWA)
		}},
		field{"url", func(n *yaml.Node) {
			if u, ok := d.link(n, "url", "https"); ok && d.placeholders(n, "url", u, "{address}", "{localpart}", "{domain}") {
				s.URL = u
			}
		}},
		field{"status", func(n *yaml.Node) { s.Status = d.status(n) }},
	)
	if n.Kind == yaml.MappingNode {
		d.require(n, seen, "a service", "type", "url")
	}
	p.Services = append(p.Services, s)
}

func (d *decoder) username(n *yaml.Node) Username {
	s, ok := d.str(n, "username")
	switch {
	case !ok:
		return ""
	case s == "address":
		return UsernameAddress
	case s == "localpart":
		return UsernameLocalpart
	case s == "other":
		return UsernameOther
	case strings.Contains(s, "{"):
		if d.placeholders(n, "username", s, "{address}", "{localpart}", "{domain}") {
			return Username(s)
		}
		return ""
	}
	d.report(n, fmt.Sprintf("username is `%s`", clip(s)), "write address, localpart, other, or a template such as {localpart}.{domain}")
	return ""
}

func (d *decoder) secret(n *yaml.Node) Secret {
	var s Secret
	kinds := []SecretKind{SecretPassword, SecretAppPassword, SecretAuthorizationCode, SecretOAuth2, SecretBridge, SecretNone}
	d.mapping(n, "secret",
		field{"kind", func(n *yaml.Node) {
			d.list(n, "kind", func(n *yaml.Node) {
				if k := enum(d, n, "kind", kinds...); k != "" && !slices.Contains(s.Kinds, k) {
					s.Kinds = append(s.Kinds, k)
				}
			})
		}},
		field{"name", func(n *yaml.Node) { s.Name = d.text(n, "name", maxText) }},
		field{"length", func(n *yaml.Node) { s.Length = d.integer(n, "length", 1, 256) }},
		field{"where", func(n *yaml.Node) { s.Where = d.text(n, "where", maxText) }},
		field{"web_password", func(n *yaml.Node) {
			s.WebPassword = map[string]Answer{"true": Yes, "false": No, "unknown": Unknown}[enum(d, n, "web_password", "true", "false", "unknown")]
		}},
	)
	return s
}

func (d *decoder) oauth2(n *yaml.Node) OAuth2 {
	var o OAuth2
	str := func(what string, into *string) field {
		return field{what, func(n *yaml.Node) { *into, _ = d.str(n, what) }}
	}
	endpoint := func(what string, into *string) field {
		return field{what, func(n *yaml.Node) { *into, _ = d.link(n, what, "https") }}
	}
	strs := func(what string, into *[]string) field {
		return field{what, func(n *yaml.Node) { *into = d.strs(n, what) }}
	}
	seen := d.mapping(n, "oauth2",
		str("issuer", &o.Issuer),
		endpoint("auth_url", &o.AuthURL),
		endpoint("token_url", &o.TokenURL),
		strs("scopes", &o.Scopes),
		strs("dav_scopes", &o.DAVScopes),
		strs("ews_scopes", &o.EWSScopes),
		field{"pkce", func(n *yaml.Node) { o.PKCE = d.boolean(n, "pkce") }},
		str("note", &o.Note),
	)
	if n.Kind == yaml.MappingNode {
		d.require(n, seen, "oauth2", "issuer", "auth_url", "token_url", "scopes")
	}
	return o
}

func (d *decoder) help(n *yaml.Node, p *Provider) {
	var l Link
	readURL := func(n *yaml.Node) { l.URL, _ = d.link(n, "help", "https", "http") }
	if n.Kind == yaml.MappingNode {
		seen := d.mapping(n, "help",
			field{"url", readURL},
			field{"lang", func(n *yaml.Node) {
				l.Lang, _ = d.str(n, "lang")
				if l.Lang != "" && !languageTag().MatchString(l.Lang) {
					d.report(n, fmt.Sprintf("lang `%s` is not a language", clip(l.Lang)), "use tags such as en, zh, ja, pt-BR")
				}
			}},
			field{"topic", func(n *yaml.Node) { l.Topic = d.text(n, "topic", maxText) }},
		)
		d.require(n, seen, "help", "url")
	} else {
		readURL(n)
	}
	if l.URL != "" {
		p.Help = append(p.Help, l)
	}
}

// require reports the keys that a mapping must have and has not.
func (d *decoder) require(n *yaml.Node, seen map[string]*yaml.Node, what string, keys ...string) {
	for _, key := range keys {
		if seen[key] == nil {
			d.report(n, fmt.Sprintf("%s has no `%s`", what, key), "")
		}
	}
}
