package autoconfig

import (
	"crypto/sha1" //nolint:gosec // RFC 9562, section 5.5: version 5 UUIDs are made with SHA-1.
	"strings"

	"signpost/provider"
)

// The payloads that every profile has. Those of services go by the names of them.
const (
	payloadProfile = "profile"
	payloadMail    = "mail"
)

// identifiers name a profile and its payloads.
type identifiers interface {
	// uuid is for one kind of payload, in the spelling of Apple's tools.
	uuid(kind string) string
	// identifier is in reverse-DNS form; a system replaces a profile with the same one.
	identifier(kind string) string
}

// identifiersOf are those of an account, or marks where a document is prepared for
// all accounts.
func identifiersOf(instance string, a provider.Account) identifiers {
	if a.Domain == markDomain.String() {
		return markedIdentifiers{}
	}
	return newProfileIdentity(instance, a.Provider.ID, a.Domain, a.Address())
}

// profileNamespace is the name space of our UUIDs: the version 5 UUID of
// "signpost" in the DNS name space of RFC 9562. It never changes.
const profileNamespace = "\xce\xda\xfe\x37\x65\xec\x5c\xd7\x8d\x79\x5f\xe3\x28\xcb\xb2\xa7"

// profileIdentity is what identifies a profile: who and what, not the settings.
type profileIdentity struct {
	instance, provider, domain string
	// account is the lower-case address, or empty for the generic profile.
	account string
}

func newProfileIdentity(instance, providerID, domain, account string) profileIdentity {
	return profileIdentity{instance: instance, provider: providerID, domain: domain, account: strings.ToLower(account)}
}

func (id profileIdentity) uuid(kind string) string { return string(id.appendUUID(nil, kind, upperHex)) }

func (id profileIdentity) identifier(kind string) string {
	return identifierOf(string(appendReversed(nil, id.domain)), kind, string(id.appendUUID(nil, payloadProfile, lowerHex)))
}

func identifierOf(reversed, kind, uuid string) string {
	return reversed + ".signpost." + kind + "." + uuid
}

// The digits of UUIDs: Apple's tools write capitals, identifiers have none.
const (
	upperHex = "0123456789ABCDEF"
	lowerHex = "0123456789abcdef"
)

// appendUUID appends a version 5 UUID (RFC 9562, section 5.5).
func (id profileIdentity) appendUUID(to []byte, kind, digits string) []byte {
	const maxName = 512
	name := append(make([]byte, 0, maxName), profileNamespace...)
	name = append(name, "v1|"...)
	name = append(append(name, id.instance...), '|')
	name = append(append(name, id.provider...), '|')
	if id.account == "" {
		name = append(append(name, "generic@"...), id.domain...)
	}
	name = append(append(name, id.account...), '|')
	name = append(name, kind...)
	u := sha1.Sum(name) //nolint:gosec // not for security, see the import.
	u[6] = u[6]&0x0f | 0x50
	u[8] = u[8]&0x3f | 0x80
	for i, b := range u[:16] {
		if i == 4 || i == 6 || i == 8 || i == 10 {
			to = append(to, '-')
		}
		to = append(to, digits[b>>4], digits[b&0xf])
	}
	return to
}

// markedIdentifiers are filled in later.
type markedIdentifiers struct{}

func (markedIdentifiers) uuid(kind string) string {
	switch kind {
	case payloadProfile:
		return markProfile.String()
	case payloadMail:
		return markMail.String()
	case string(provider.CalDAV):
		return markCalDAV.String()
	}
	return markCardDAV.String()
}

func (markedIdentifiers) identifier(kind string) string {
	return identifierOf(markReversed.String(), kind, markIdentifier.String())
}
