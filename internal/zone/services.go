package zone

import (
	"net/url"
	"slices"
	"strconv"

	"signpost/internal/address"
	"signpost/provider"
)

// rankStep is the distance between the priorities of two servers, so that there
// is room for a server that somebody puts in between.
const rankStep = 10

// mailServices are the service names of RFC 6186, section 3, and RFC 8314,
// section 5.1, in the order in which they are written.
func mailServices() []string {
	return []string{"_imaps", "_imap", "_pop3s", "_pop3", "_submissions", "_submission"}
}

// serviceName is the name under which a server is published.
func serviceName(e provider.Endpoint) string {
	names := map[provider.Protocol]string{provider.IMAP: "_imap", provider.POP3: "_pop3", provider.SMTP: "_submission"}
	if e.Security == provider.TLS {
		return names[e.Protocol] + "s"
	}
	return names[e.Protocol]
}

// mail lists the mail servers, then the services that are not offered. Clients
// that ask for SRV records put them above all other settings, and a record has no
// room for a user name: they try the address and then its local part (RFC 6186,
// section 4). Where that would fail there are no records, so that those clients
// ask for autoconfig.
func mail(account provider.Account) []Record {
	if slices.ContainsFunc(account.Servers(), needsUsername) {
		return nil
	}
	incoming := append(offered(account, account.IMAP), offered(account, account.POP3)...)
	records := slices.Concat(ranked(incoming), ranked(offered(account, account.SMTP)))
	order := func(r Record) int { return slices.Index(mailServices(), r.Name[:len(r.Name)-len("._tcp")]) }
	slices.SortStableFunc(records, func(a, b Record) int { return order(a) - order(b) })

	published := func(name string) bool {
		return slices.ContainsFunc(records, func(r Record) bool { return r.Name == name+"._tcp" })
	}
	// With _submissions alone, aerc takes an empty host for sending. It asks for
	// _smtps too, a name that nobody has registered and other clients pass over.
	if published("_submissions") && !published("_submission") {
		e := account.SMTP
		records = append(records, service("_smtps", e.Host+".", e.Port, 0, forAerc))
	}
	for _, name := range mailServices() {
		if !published(name) {
			records = append(records, Record{Name: name + "._tcp", Type: SRV, Target: ".", Purpose: forNobody})
		}
	}
	return records
}

func needsUsername(e provider.Endpoint) bool {
	return e.Username != provider.UsernameAddress && e.Username != provider.UsernameLocalpart
}

// offered are the servers of one protocol that clients may be sent to, the chosen
// one first: none of those that only some customers have.
func offered(account provider.Account, chosen provider.Endpoint) []provider.Endpoint {
	if chosen.IsZero() {
		return nil
	}
	servers := []provider.Endpoint{chosen}
	for _, e := range account.More {
		if e.Protocol == chosen.Protocol && e.Region == "" && e.Variant == "" && !needsUsername(e) {
			servers = append(servers, e)
		}
	}
	return servers
}

// ranked gives servers priorities in their order. IMAP and POP3 are compared with
// each other (RFC 6186, section 3.4), so they are ranked together. FairEmail
// prefers _submission where it and _submissions have the same priority.
func ranked(servers []provider.Endpoint) []Record {
	records := make([]Record, len(servers))
	var rank uint16
	for i, e := range servers {
		records[i] = service(serviceName(e), e.Host+".", e.Port, rank, forMail)
		rank += rankStep
	}
	return records
}

// services lists the services with URLs: host and port as SRV, the path as TXT
// for DAV (RFC 6764, section 4). A URL that says more than these can hold is left
// out.
func services(account provider.Account) []Record {
	var records []Record
	for _, s := range []struct {
		kind          provider.ServiceType
		name, purpose string
	}{
		{provider.CalDAV, "_caldavs", forDAV},
		{provider.CardDAV, "_carddavs", forDAV},
		{provider.JMAP, "_jmap", forJMAP},
	} {
		host, port, path, ok := split(account.Service(s.kind))
		if !ok {
			continue
		}
		records = append(records, service(s.name, host+".", port, 0, s.purpose))
		if s.kind != provider.JMAP {
			records = append(records, Record{Name: s.name + "._tcp", Type: TXT, Text: "path=" + path, Purpose: s.purpose})
		}
	}
	return records
}

// split takes an https URL apart, unless it has a query or no host that DNS knows.
func split(service string) (host string, port int, path string, ok bool) {
	u, err := url.Parse(service)
	if err != nil || u.Scheme != "https" || u.RawQuery != "" {
		return "", 0, "", false
	}
	host, err = address.ParseDomain(u.Hostname())
	if err != nil {
		return "", 0, "", false
	}
	number := uint64(443)
	if u.Port() != "" {
		if number, err = strconv.ParseUint(u.Port(), 10, 16); err != nil {
			return "", 0, "", false
		}
	}
	if path = u.EscapedPath(); path == "" {
		path = "/"
	}
	return host, int(number), path, true
}
