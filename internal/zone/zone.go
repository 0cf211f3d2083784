// Package zone knows which DNS records a served mail domain needs, writes them as
// the text of a zone, and compares them with what DNS has.
//
// Records and Text are pure. Only Check asks anybody.
package zone

import (
	"fmt"
	"strings"
)

// Type is the type of a record.
type Type string

// The types of records that discovery needs. Address stands for A and AAAA: a
// host needs at least one of them, and only who runs it knows the numbers.
const (
	Address Type = "A/AAAA"
	CNAME   Type = "CNAME"
	SRV     Type = "SRV"
	TXT     Type = "TXT"
)

// TTL is how long resolvers may keep a record, in seconds. An hour spares them
// questions, and lets an admin correct a mistake within one.
const TTL = 3600

// Record is one record to publish.
type Record struct {
	// Name is the owner: lower-case A-labels with a trailing dot.
	Name string
	Type Type
	// TTL is in seconds.
	TTL uint32
	// Priority, Weight and Port are those of an SRV record (RFC 2782).
	Priority, Weight, Port uint16
	// Target is the host of a CNAME or SRV record, with a trailing dot; "." alone
	// says that a service is not offered.
	Target string
	// Text is the content of a TXT record, however long.
	Text string
	// Purpose says in a few words who asks for the record.
	Purpose string
}

// Data is the value of the record as zone files have it, empty for Address.
func (r Record) Data() string {
	switch r.Type {
	case CNAME:
		return r.Target
	case SRV:
		return fmt.Sprintf("%d %d %d %s", r.Priority, r.Weight, r.Port, r.Target)
	case TXT:
		return quote(r.Text)
	}
	return ""
}

// Relative is the name of a record as it stands in the zone of a domain without a
// trailing dot: @ for the domain itself, whole for what lies elsewhere.
func Relative(name, domain string) string {
	if name == domain+"." {
		return "@"
	}
	return strings.TrimSuffix(name, "."+domain+".")
}
