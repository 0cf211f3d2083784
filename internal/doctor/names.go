package doctor

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"slices"
	"strings"
	"sync"

	"github.com/miekg/dns"
	"golang.org/x/net/publicsuffix"

	"signpost/internal/address"
)

// names is what DNS says beside what clients ask.
type names struct {
	// hosts are the addresses of the discovery hosts by their first label; random
	// stands for a label that nobody has set up.
	hosts map[string][]netip.Addr
	// faults are why there is none, by the same labels.
	faults map[string]*net.DNSError
	mx     []*net.MX
	mxErr  error
	// services are SRV records by service; targets that do not exist or are aliases
	// stand in the two lists.
	services        map[string][]*net.SRV
	missing, alias  []string
	pacc, texts     []string
	autodiscoverFor string
	issuers         []string
	signed          bool
}

// services of which SRV records are looked at (RFC 6186, 8314, 6764, 8620).
var services = [...]string{
	"imaps", "imap", "pop3s", "pop3", "submissions", "submission", "smtps", "autodiscover", "caldavs", "carddavs", "jmap",
}

// exists finds out whether there is such a domain at all. If not, no client needs to
// be asked.
func (e *examination) exists(ctx context.Context) bool {
	domain := e.address.Domain
	answer, err := e.options.Resolver.Ask(ctx, domain, dns.TypeSOA)
	var failed *net.DNSError
	switch {
	case errors.As(err, &failed) && failed.IsTimeout:
		e.found.add("dns-timeout", "DNS did not answer in time for "+domain)
		return false
	case err != nil:
		e.found.add("dns-failure", "DNS could not answer for "+domain+": "+reason(err))
		return false
	case !answer.NoName:
		e.names.signed = answer.Authenticated
		if shown := address.Unicode(domain); shown != domain {
			e.found.add("idn", shown+" is "+domain+" in DNS")
		}
		return true
	}
	e.found.add(e.missing(ctx))
	// Who says where the servers are wants to know what they say.
	return e.options.Connect != ""
}

// missing says how much of the domain there is not.
func (e *examination) missing(ctx context.Context) (id, detail string) {
	domain := e.address.Domain
	tld := domain[strings.LastIndexByte(domain, '.')+1:]
	if top, err := e.options.Resolver.Ask(ctx, tld, dns.TypeNS); err != nil || !top.NoName {
		return "dns-no-such-domain", domain + " does not exist in DNS"
	}
	// A resolver without the Internet behind it may say no to whatever it is asked.
	if root, err := e.options.Resolver.Ask(ctx, ".", dns.TypeNS); err == nil && root.NoName {
		return "dns-offline", "the DNS server knows no name at all, not even the root"
	}
	return "dns-unknown-tld", "there is no top-level domain " + tld
}

// reason is what a DNS server said, without the name that was asked.
func reason(err error) string {
	var failed *net.DNSError
	if errors.As(err, &failed) {
		return failed.Err
	}
	return err.Error()
}

// lookUp asks DNS all that is of interest, at the same time.
func (e *examination) lookUp(ctx context.Context) names {
	r, domain := e.options.Resolver, e.address.Domain
	n := names{
		hosts: map[string][]netip.Addr{}, faults: map[string]*net.DNSError{}, services: map[string][]*net.SRV{}, signed: e.names.signed,
	}
	var mu sync.Mutex
	var all sync.WaitGroup
	for _, label := range []string{"autoconfig", "autodiscover", "ua-auto-config", "random"} {
		all.Go(func() {
			host := label + "." + domain
			if label == "random" {
				host = "signpost-" + strings.ToLower(rand.Text()) + "." + domain
			}
			found, err := r.LookupNetIP(ctx, "ip", host)
			mu.Lock()
			defer mu.Unlock()
			n.hosts[label] = found
			var failed *net.DNSError
			if errors.As(err, &failed) {
				n.faults[label] = failed
			}
		})
	}
	for _, service := range services {
		all.Go(func() {
			_, found, _ := r.LookupSRV(ctx, service, "tcp", domain)
			missing, alias := e.targets(ctx, found)
			mu.Lock()
			defer mu.Unlock()
			n.services[service] = found
			n.missing, n.alias = append(n.missing, missing...), append(n.alias, alias...)
		})
	}
	all.Go(func() { n.mx, n.mxErr = r.LookupMX(ctx, domain) })
	all.Go(func() { n.texts, _ = r.LookupTXT(ctx, domain) })
	all.Go(func() { n.pacc = e.digests(ctx) })
	all.Go(func() { n.autodiscoverFor, _ = r.Alias(ctx, "autodiscover."+domain) })
	all.Go(func() { n.issuers = e.issuers(ctx) })
	all.Wait()
	return n
}

// targets sorts out the targets of SRV records that do not exist or are aliases.
func (e *examination) targets(ctx context.Context, records []*net.SRV) (missing, alias []string) {
	for _, record := range records {
		host := strings.TrimSuffix(record.Target, ".")
		if host == "" {
			continue
		}
		var failed *net.DNSError
		if _, err := e.options.Resolver.LookupNetIP(ctx, "ip", host); errors.As(err, &failed) && failed.IsNotFound {
			missing = append(missing, host)
		}
		if to, err := e.options.Resolver.Alias(ctx, host); err == nil && to != "" {
			alias = append(alias, host)
		}
	}
	return missing, alias
}

// digests are the records that look like those of PACC: a wildcard's are not.
func (e *examination) digests(ctx context.Context) []string {
	texts, _ := e.options.Resolver.LookupTXT(ctx, "_ua-auto-config."+e.address.Domain)
	return slices.DeleteFunc(texts, func(text string) bool { return !strings.Contains(text, "UAAC1") })
}

// issuers climbs from the autoconfig host to the registered domain (RFC 8659,
// section 3).
func (e *examination) issuers(ctx context.Context) []string {
	top, err := publicsuffix.EffectiveTLDPlusOne(e.address.Domain)
	if err != nil {
		return nil
	}
	for name := "autoconfig." + e.address.Domain; ; {
		if found, err := e.options.Resolver.Issuers(ctx, name); err != nil || len(found) > 0 || name == top {
			return found
		}
		_, name, _ = strings.Cut(name, ".")
	}
}

// judgeNames makes findings of the discovery hosts, MX, and what is good to know.
func (e *examination) judgeNames() {
	n, domain := e.names, e.address.Domain
	for _, label := range []string{"autoconfig", "autodiscover"} {
		switch failed := n.faults[label]; {
		case failed == nil || e.options.Connect != "":
		case failed.IsNotFound:
			e.found.add("dns-no-"+label, fmt.Sprintf("%s.%s: %s", label, domain, failed.Err))
		case failed.IsTimeout:
			e.found.add("dns-timeout", fmt.Sprintf("DNS did not answer in time for %s.%s", label, domain))
		default:
			e.found.add("dns-failure", fmt.Sprintf("DNS could not answer for %s.%s: %s", label, domain, failed.Err))
		}
	}
	if wild := n.hosts["random"]; len(wild) > 0 {
		severity, what := Note, "every name below "+domain+" resolves"
		if slices.Equal(wild, n.hosts["autoconfig"]) || slices.Equal(wild, n.hosts["autodiscover"]) {
			severity, what = Warning, "a name that nobody has set up below "+domain+" leads to the same address as the discovery hosts"
		}
		e.found.addAs(severity, "dns-wildcard", what)
	}
	var failed *net.DNSError
	switch {
	case errors.As(n.mxErr, &failed) && failed.IsNotFound:
		e.found.add("mx-none", domain+" has no MX record")
	case len(n.mx) == 1 && n.mx[0].Host == ".":
		e.found.add("mx-null", domain+" has a null MX")
	}
	if len(n.issuers) > 0 {
		e.found.add("caa", "certificates may be issued by "+strings.Join(n.issuers, ", "))
	}
	if n.signed {
		e.found.add("dnssec", domain+" is signed with DNSSEC")
	}
}

// judgeServices makes findings of SRV records.
func (e *examination) judgeServices() {
	offers := func(some ...string) bool {
		return slices.ContainsFunc(some, func(service string) bool {
			return slices.ContainsFunc(e.names.services[service], func(r *net.SRV) bool { return r.Target != "." })
		})
	}
	incoming := offers("imaps", "imap", "pop3s", "pop3")
	outgoing := offers("submissions", "submission", "smtps")
	switch {
	case !incoming && !outgoing:
		e.found.add("srv-none", "no SRV records for mail")
	case incoming && !outgoing:
		e.found.add("srv-half", "SRV records for reading mail and none for sending")
	case outgoing && !incoming:
		e.found.add("srv-half", "SRV records for sending mail and none for reading")
	}
	if offers("imaps", "imap") && !offers("submission", "smtps") {
		e.found.add("srv-no-submission", "SRV records for IMAP, but neither _submission nor _smtps")
	}
	slices.Sort(e.names.missing)
	slices.Sort(e.names.alias)
	for _, host := range e.names.missing {
		e.found.add("srv-target", "the target "+host+" of an SRV record does not exist")
	}
	for _, host := range e.names.alias {
		e.found.add("srv-target-alias", "the target "+host+" of an SRV record is an alias")
	}
}

// judgeMicrosoft looks for what a Microsoft 365 tenant has left behind.
func (e *examination) judgeMicrosoft() {
	domain := e.address.Domain
	atMicrosoft := slices.ContainsFunc(e.names.mx, func(r *net.MX) bool {
		host := strings.ToLower(strings.TrimSuffix(r.Host, "."))
		return strings.HasSuffix(host, ".protection.outlook.com") || strings.HasSuffix(host, ".mx.microsoft")
	})
	isVerified := slices.ContainsFunc(e.names.texts, func(text string) bool { return strings.HasPrefix(strings.ToUpper(text), "MS=") })
	if isVerified && !atMicrosoft {
		e.found.add("m365-txt", domain+" has a TXT record MS=…")
	}
	to := e.names.autodiscoverFor
	if (to == "outlook.com" || strings.HasSuffix(to, ".outlook.com")) && !atMicrosoft {
		e.found.add("m365-autodiscover", "autodiscover."+domain+" is an alias of "+to)
	}
	elsewhere := slices.ContainsFunc(e.servers, func(s server) bool {
		return !strings.HasSuffix(s.target.Host, ".office365.com") && !strings.HasSuffix(s.target.Host, ".outlook.com")
	})
	if atMicrosoft && elsewhere {
		e.found.add("m365-mx", "the MX of "+domain+" is Microsoft 365, the servers for clients are not")
	}
}
