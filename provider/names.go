package provider

import (
	"fmt"
	"net/netip"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"

	"signpost/internal/address"
)

// domain reads a mail domain into A-labels.
func (d *decoder) domain(n *yaml.Node, what string) (string, bool) {
	s, ok := d.str(n, what)
	if !ok {
		return "", false
	}
	domain, err := address.ParseDomain(s)
	if err != nil {
		d.report(n, fmt.Sprintf("%s `%s` cannot be a domain", what, clip(s)), domainHint(s))
		return "", false
	}
	if IsPublicSuffix(domain) {
		d.report(n, fmt.Sprintf("%s `%s` is a public suffix", what, clip(s)), "list the domains below it one by one")
		return "", false
	}
	return domain, true
}

// domainHint says what to write in place of what is no domain.
func domainHint(s string) string {
	switch {
	case strings.Contains(s, "@"):
		return "write the part behind the @ only"
	case strings.Contains(s, "*"):
		return "write the domain itself; in `domains`, *.example.com stands for all below example.com"
	case isIP(s):
		return "write a domain such as example.com; IP addresses are none"
	case strings.ContainsAny(s, ":/"):
		return "write a domain such as example.com, without scheme, port and path"
	}
	return "write a domain such as example.com"
}

func isIP(s string) bool {
	_, err := netip.ParseAddr(strings.Trim(s, "[]"))
	return err == nil
}

// domainOrAllBelow reads a mail domain, or "*." and the domain above all it means.
func (d *decoder) domainOrAllBelow(n *yaml.Node) (string, bool) {
	rest, below := strings.CutPrefix(strings.TrimSpace(n.Value), "*.")
	if !below || n.Kind != yaml.ScalarNode {
		return d.domain(n, "domain")
	}
	stem := *n
	stem.Value = rest
	domain, ok := d.domain(&stem, "domain")
	return "*." + domain, ok
}

// host reads a server's host name or a template of one into A-labels.
func (d *decoder) host(n *yaml.Node) string {
	const what = "host"
	s, ok := d.str(n, what)
	if !ok {
		return ""
	}
	if !d.placeholders(n, what, s, "{domain}") {
		return ""
	}
	if strings.Contains(s, "{") && !domainLabels().MatchString(s) {
		d.report(n, fmt.Sprintf("host `%s` has {domain} inside of a label", clip(s)), "write {domain} once, between dots, as in imap.{domain}")
		return ""
	}
	const stand = "domain.placeholder"
	host, err := address.ParseDomain(strings.ReplaceAll(s, "{domain}", stand))
	if err != nil {
		hint := "write a host name such as imap.example.com"
		switch {
		case isIP(s):
			hint += "; certificates are not made for IP addresses"
		case strings.ContainsAny(s, ":/"):
			hint += ", without scheme and port"
		}
		d.report(n, fmt.Sprintf("host `%s` cannot be a host name", clip(s)), hint)
		return ""
	}
	return strings.ReplaceAll(host, stand, "{domain}")
}

// domainLabels is a host in which {domain} stands for whole labels: else not every
// domain would give a host name.
var domainLabels = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^([^{}]+\.)?\{domain\}(\.[^{}]+)?$`) })

var placeholder = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[{}]|%[A-Z]+%?|\{[^{}]*\}`) })

// placeholders checks that a template holds only the given ones.
func (d *decoder) placeholders(n *yaml.Node, what, s string, allowed ...string) bool {
	rest := s
	for _, a := range allowed {
		rest = strings.ReplaceAll(rest, a, "")
	}
	if found := placeholder().FindString(rest); found != "" {
		d.report(n, fmt.Sprintf("%s `%s` has a placeholder that is not known", what, clip(s)), "allowed: "+strings.Join(allowed, ", "))
		return false
	}
	return true
}

// link reads an absolute URL with one of the given schemes, or a template of one.
func (d *decoder) link(n *yaml.Node, what string, schemes ...string) (string, bool) {
	s, ok := d.str(n, what)
	if !ok {
		return "", false
	}
	const local, domain = "local-part", "domain.placeholder"
	u, err := url.Parse(strings.NewReplacer("{address}", local, "{localpart}", local, "{domain}", domain).Replace(s))
	hint := ""
	switch {
	case err != nil || !slices.Contains(schemes, u.Scheme) || !isURLHost(u.Hostname()) || strings.Contains(s, " "):
		hint = "write it out, beginning with " + strings.Join(schemes, ":// or ") + "://"
	case u.User != nil:
		hint = "write it without user name and password"
	case strings.Contains(u.Host, local):
		hint = "of the placeholders only {domain} can stand in the host name"
	default:
		return s, true
	}
	d.report(n, fmt.Sprintf("%s `%s` is not a usable URL", what, clip(s)), hint)
	return "", false
}

func isURLHost(host string) bool {
	_, err := address.ParseDomain(host)
	return err == nil || isIP(host)
}
