package autoconfig

import (
	"strings"

	"signpost/internal/address"
	"signpost/provider"
)

// A mark stands in a prepared document where a request fills something in. It is a
// character of the private use area, which passes every step of rendering as it is:
// no escaping of XML, JSON or property lists touches it, and in a URL it becomes
// %EE%80%.. , which says that the value has to be escaped there too.
type mark rune

// The marks. All are between U+E000 and U+E03F, so that their percent encodings
// begin with the same bytes.
const (
	markDomain mark = 0xE000 + iota
	markReversed
	markLocal
	markMX
	markBase
	markAskedLocal
	markAskedDomain
	markIdentifier
	markProfile
	markMail
	markCalDAV
	markCardDAV
	endOfMarks
)

// String is the mark as it stands in a document.
func (m mark) String() string { return string(m) }

// filling is what one request puts in the place of the marks. All of it is ASCII,
// and all but the local parts is free of what XML, JSON and URLs escape.
type filling struct {
	domain, local, mx, base string
	asked                   address.Address
	instance, provider      string
	profile                 profileIdentity
}

// newFilling takes what is filled in from a Query that has found its provider.
func newFilling(instance string, of *provider.Provider, q *Query) filling {
	return filling{
		domain: q.Domain, local: q.Local, mx: q.MXDomain, base: q.Base, asked: q.Address,
		instance: instance, provider: of.ID,
	}
}

// identity is made for the first of the marks that need it.
func (f *filling) identity() *profileIdentity {
	if f.profile.domain == "" {
		account := ""
		if f.local != "" {
			account = f.local + "@" + f.domain
		}
		f.profile = newProfileIdentity(f.instance, f.provider, f.domain, account)
	}
	return &f.profile
}

// variant tells apart the documents of one provider in one format that differ in
// more than what is filled in.
type variant struct {
	// choice is which of the provider's servers are for the domain.
	choice uint64
	// local, mx, base and asked say which values there are.
	local, mx, base, asked bool
	// word is what else the format goes by, of a closed set.
	word string
}

// marked is the Query that is rendered once for all queries of a variant.
func (v variant) marked(of *Query) Query {
	q := *of
	q.Domain = markDomain.String()
	q.Local = ifTrue(v.local, markLocal)
	q.MXDomain = ifTrue(v.mx, markMX)
	q.Base = ifTrue(v.base, markBase)
	q.Address = address.Address{}
	if v.asked {
		q.Address = address.Address{Local: markAskedLocal.String(), Domain: markAskedDomain.String()}
	}
	return q
}

func ifNotEmpty(before, s string) string {
	if s == "" {
		return ""
	}
	return before + s
}

func ifTrue(yes bool, m mark) string {
	if yes {
		return m.String()
	}
	return ""
}

// fill appends the value of a mark.
func (f *filling) fill(to []byte, h hole) []byte {
	switch h.mark {
	case markDomain:
		return append(to, f.domain...)
	case markReversed:
		return appendReversed(to, f.domain)
	case markLocal:
		return appendLocal(to, f.local, h.inURL)
	case markMX:
		return append(to, f.mx...)
	case markBase:
		return append(to, f.base...)
	case markAskedLocal:
		return appendLocal(to, f.asked.Local, h.inURL)
	case markAskedDomain:
		return append(to, f.asked.Domain...)
	case markIdentifier:
		return f.identity().appendUUID(to, payloadProfile, lowerHex)
	case markProfile:
		return f.identity().appendUUID(to, payloadProfile, upperHex)
	case markMail:
		return f.identity().appendUUID(to, payloadMail, upperHex)
	case markCalDAV:
		return f.identity().appendUUID(to, string(provider.CalDAV), upperHex)
	case markCardDAV:
		return f.identity().appendUUID(to, string(provider.CardDAV), upperHex)
	case endOfMarks:
	}
	return to
}

// appendLocal escapes a local part as the text of an element, or for a URL in one.
// Angle brackets cannot stand in it.
func appendLocal(to []byte, local string, inURL bool) []byte {
	if inURL {
		return append(to, provider.EscapeForURL(local)...)
	}
	for {
		before, after, found := strings.Cut(local, "&")
		to = append(to, before...)
		if !found {
			return to
		}
		to = append(to, "&amp;"...)
		local = after
	}
}

// plainASCII says that a local part can be filled in: what is not ASCII, some of
// which XML has no characters for, is rendered.
func plainASCII(local string) bool {
	for i := range len(local) {
		if local[i] < 0x21 || local[i] > 0x7e {
			return false
		}
	}
	return true
}

// appendReversed appends com.example.mail for mail.example.com.
func appendReversed(to []byte, domain string) []byte {
	for {
		dot := strings.LastIndexByte(domain, '.')
		to = append(to, domain[dot+1:]...)
		if dot < 0 {
			return to
		}
		to = append(to, '.')
		domain = domain[:dot]
	}
}
