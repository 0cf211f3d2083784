package zone

import (
	"slices"
	"strings"

	"github.com/miekg/dns"

	"signpost/provider"
)

// Who asks for a record.
const (
	forServer       = "the server that answers: its own addresses"
	forAutoconfig   = "Thunderbird, K-9, FairEmail, Evolution, KMail, Delta Chat"
	forAutodiscover = "Outlook, ActiveSync devices, Thunderbird, Delta Chat"
	forPACC         = "PACC clients; the digest is that of the document as it is served"
	forMail         = "FairEmail, aerc and other clients of RFC 6186 and RFC 8314"
	forAerc         = "aerc, which does not know _submissions"
	forNobody       = "not offered (RFC 6186, section 3.4)"
	forDAV          = "calendars and contacts (RFC 6764)"
	forJMAP         = "JMAP clients, aerc (RFC 8620, section 2.2)"
)

// Records are the records of an account's domain. The target is the host name of
// the server that answers, as A-labels without a trailing dot; pacc is the PACC
// document as it is served, nil if there is none.
//
// A target inside the domain stands among the records with its addresses, and is
// never an alias of itself. An owner that is too long for DNS is left out.
func Records(account provider.Account, target string, pacc []byte) []Record {
	records := hosts(account.Domain, target+".", pacc != nil)
	if pacc != nil {
		records = append(records, Record{Name: "_ua-auto-config", Type: TXT, Text: digest(pacc), Purpose: forPACC})
	}
	records = slices.Concat(records, mail(account), services(account))
	for i := range records {
		records[i].Name = strings.TrimPrefix(records[i].Name+"."+account.Domain+".", "@.")
		records[i].TTL = TTL
	}
	return slices.DeleteFunc(records, func(r Record) bool {
		_, valid := dns.IsDomainName(r.Name)
		return !valid
	})
}

// hosts lead to the server that answers. Their names are relative to the domain.
func hosts(domain, target string, pacc bool) []Record {
	var records []Record
	self := Relative(target, domain)
	if self != target {
		records = append(records, Record{Name: self, Type: Address, Purpose: forServer})
	}
	alias := func(name, purpose string) {
		if name != self {
			records = append(records, Record{Name: name, Type: CNAME, Target: target, Purpose: purpose})
		}
	}
	alias("autoconfig", forAutoconfig)
	alias("autodiscover", forAutodiscover)
	records = append(records, service("_autodiscover", target, 443, 0, forAutodiscover))
	if pacc {
		alias("ua-auto-config", forPACC)
	}
	return records
}

// service is an SRV record. All have the weight 1: no two with one name have the
// same priority, so there is nothing to weigh.
func service(name, target string, port int, rank uint16, purpose string) Record {
	return Record{
		Name: name + "._tcp", Type: SRV, Priority: rank, Weight: 1,
		Port:   uint16(port), //nolint:gosec // ports are checked when a provider is read, and in URLs below.
		Target: target, Purpose: purpose,
	}
}
