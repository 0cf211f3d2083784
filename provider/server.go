package provider

import "strings"

// Protocol is a mail protocol with servers.
type Protocol string

// The protocols of mail servers. SMTP means message submission (RFC 6409).
const (
	IMAP Protocol = "imap"
	POP3 Protocol = "pop3"
	SMTP Protocol = "smtp"
)

// Security is how a connection is protected. It is independent of the port:
// Spectrum runs implicit TLS on 587.
type Security string

// The ways to protect a connection (RFC 8314).
const (
	// TLS is implicit TLS: the handshake comes before the first protocol byte.
	TLS Security = "tls"
	// STARTTLS is required: a client must not go on without it.
	STARTTLS Security = "starttls"
	// Plaintext is known and never offered.
	Plaintext Security = "none"
)

// Server is one mail server of a provider.
type Server struct {
	Protocol Protocol
	// Host is a host name in A-labels, or a template with {domain}.
	Host     string
	Port     int
	Security Security
	// Username replaces the provider's, where the protocols differ.
	Username Username
	// Domains limits the server to some of the provider's domains.
	Domains []string
	// Region and Variant name servers that are for some customers only (a data
	// centre, a paid plan): people may pick them, no client is sent there.
	Region, Variant string
	Status          Status
	// Note is for those who write or run mail software.
	Note string

	// at is where the server stands in its file.
	at position
}

// Position is where the server stands in its file, counted from 1; 0 and 0 if it
// was not read from one.
func (s Server) Position() (line, column int) { return s.at.line, s.at.column }

// serves tells whether the server is meant for domain.
func (s Server) serves(domain string) bool {
	if len(s.Domains) == 0 {
		return true
	}
	for _, d := range s.Domains {
		if d == domain {
			return true
		}
	}
	return false
}

// offered tells whether a client may be sent to the server without being asked:
// encrypted, verified, and for every customer.
func (s Server) offered() bool {
	return s.Security != Plaintext && s.Status == "" && s.Region == "" && s.Variant == ""
}

// ServiceType is the sort of a URL-based service.
type ServiceType string

// The URL-based services that discovery formats can carry.
const (
	CalDAV     ServiceType = "caldav"
	CardDAV    ServiceType = "carddav"
	JMAP       ServiceType = "jmap"
	ActiveSync ServiceType = "activesync"
	EWS        ServiceType = "ews"
	Graph      ServiceType = "graph"
	OWA        ServiceType = "owa"
)

// Service is one URL-based service of a provider.
type Service struct {
	Type ServiceType
	// URL is absolute and https, or a template with {address}, {localpart}, {domain}.
	URL    string
	Status Status
}

// Username is a template for a login: {address}, {localpart} and {domain} stand
// for the parts of the mail address, all else for itself.
type Username string

// The user names that need no template of their own.
const (
	// UsernameAddress is the full address; so is the zero value.
	UsernameAddress Username = "{address}"
	// UsernameLocalpart is the part before the @.
	UsernameLocalpart Username = "{localpart}"
	// UsernameOther cannot be told from the address: the person knows it.
	UsernameOther Username = "other"
)

// Expand fills the template. It is empty where the login cannot be known: for
// UsernameOther, and for every template that needs the local part when local is
// empty.
func (u Username) Expand(local, domain string) string {
	switch u {
	case "":
		u = UsernameAddress
	case UsernameOther:
		return ""
	}
	return expand(string(u), local, domain, nil)
}

// expand replaces the placeholders of a template; escape, if any, is applied to
// what is put in. A template that needs a local part that is not there gives "".
func expand(template, local, domain string, escape func(string) string) string {
	if !strings.Contains(template, "{") {
		return template
	}
	if local == "" && (strings.Contains(template, "{address}") || strings.Contains(template, "{localpart}")) {
		return ""
	}
	if escape == nil {
		escape = func(s string) string { return s }
	}
	return strings.NewReplacer(
		"{address}", escape(local+"@"+domain),
		"{localpart}", escape(local),
		"{domain}", escape(domain),
	).Replace(template)
}
