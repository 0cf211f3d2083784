// Package provider knows what mail providers offer and what a person needs to
// use it: which servers, which user name, which secret goes into the password
// field and how to get it.
//
// A Provider is read from one YAML file (LoadDir, see docs/provider-file.md), many
// Providers make an immutable Table, and Resolve turns one of them and a domain
// into an Account: the servers chosen, ordered and with their placeholders
// filled in. Everything here is pure: no network, no clock, no global state. All
// values are safe for concurrent use as long as nobody writes to them.
package provider

// Provider is one mail service as a user of it sees it. The zero value of every
// field means that nothing is known or nothing is special.
type Provider struct {
	// ID is the provider's stable key, [a-z0-9-]: file name, tie-breaker,
	// and part of the identifiers of Apple profiles.
	ID string
	// Name is the product's name for people; Short, at most 20 characters, is
	// for places with little room (draft-ietf-mailmaint-autoconfig-06, 3.2.4).
	Name, Short Text
	// Operator is the company behind it.
	Operator Text
	// Kind says what sort of service it is.
	Kind Kind
	// Lifecycle tells of services that no longer take new users.
	Lifecycle Lifecycle
	// Domains are the mail domains it serves, as A-labels, in the order of the
	// file; "*.example.com" stands for every domain below example.com.
	Domains []string
	// DomainsFile names a list of further domains beside the provider file, as it
	// is written there. The list is in the Table only.
	DomainsFile string
	// UncheckedDomains belong to the provider too, but what is known of them is
	// too thin to be served: they are found (so that a look-up can say why) and
	// never offered.
	UncheckedDomains []string
	// Hosted says that customers bring their own domains, recognised by MX.
	Hosted bool
	// MX lists suffixes of MX host names, matched on label boundaries.
	MX []MXSuffix
	// Servers are the mail servers in the provider's order of preference.
	Servers []Server
	// Services are the URL-based services: CalDAV, CardDAV, JMAP and others.
	Services []Service
	// Username is the login of servers that name none of their own.
	Username Username
	// UsernameNote says in words what Username cannot.
	UsernameNote Text
	// Secret is what goes into the password field.
	Secret Secret
	// Access tells whether mail programs are let in from the start.
	Access Access
	// Setup are the steps that a person takes first, in order.
	Setup []Text
	// Unsupported is the reason why no mail program can use this provider over
	// public servers. With a reason there are no servers to offer.
	Unsupported Text
	// OAuth2 is how to sign in without a password, if the provider has it.
	OAuth2 OAuth2
	// Webmail lists the addresses of the web interface, the main one first.
	Webmail []string
	// Help lists pages that explain the set-up, the provider's own first.
	Help []Link
	// Support is a line with which an admin tells the users whom to ask.
	Support Text
	// LogoFile names a picture beside the provider file, as it is written there.
	LogoFile string
	// Logo is that picture, for the page of the provider's own domains.
	Logo Image
	// Quirks are remarks for those who write or run mail software.
	Quirks []string
	// Confidence is how far the facts are backed. Providers of low confidence
	// are kept in a table and not offered.
	Confidence Confidence
	// Origin is where the entry was read: a file name, for messages.
	Origin string

	// list is the content of DomainsFile, until a table has taken it in.
	list *domainList
	// positions are where domains, MX suffixes and the id stand in Origin.
	positions map[string]position
}

// Kind is the sort of a service.
type Kind string

// The kinds of services.
const (
	KindFree       Kind = "free"       // free mailboxes for everybody
	KindPaid       Kind = "paid"       // paid mailboxes for everybody
	KindISP        Kind = "isp"        // mailboxes of an access provider's customers
	KindEnterprise Kind = "enterprise" // mail for organisations, mostly on their own domains
	KindHosting    Kind = "hosting"    // mail that comes with web hosting
	KindOwn        Kind = "own"        // the admin's own domains
)

// Lifecycle is the state of a service in the market.
type Lifecycle string

// The states of a service; the zero value is a service as usual.
const (
	LifecycleLegacy Lifecycle = "legacy" // runs, but takes no new users
	LifecycleMoved  Lifecycle = "moved"  // runs on another provider's servers
	LifecycleClosed Lifecycle = "closed" // is believed to be gone
)

// Access tells whether IMAP, POP3 and SMTP are open to a new mailbox.
type Access string

// The states of client access; the zero value is not known.
const (
	AccessOn    Access = "on"    // works without switching anything on
	AccessOff   Access = "off"   // the person must switch it on first
	AccessAdmin Access = "admin" // an administrator must allow it
)

// Confidence is how far an entry is backed by sources.
type Confidence string

// The degrees of confidence; the zero value counts as high, since an admin who
// writes an entry for the own domains knows them.
const (
	ConfidenceHigh   Confidence = "high"
	ConfidenceMedium Confidence = "medium"
	ConfidenceLow    Confidence = "low"
)

// Status marks one fact of an entry that is kept but not offered.
type Status string

// The reasons for not offering a server, a service or an MX suffix; the zero
// value is a fact that is offered.
const (
	StatusUnverified  Status = "unverified"  // no source shows exactly this
	StatusLegacy      Status = "legacy"      // an old name that still works
	StatusDiscouraged Status = "discouraged" // works, and the provider asks not to use it
)

// Link is a page for people.
type Link struct {
	// URL is absolute.
	URL string
	// Lang is the page's language as a BCP 47 tag, or empty.
	Lang string
	// Topic says what the page is about.
	Topic Text
}

// OAuth2 holds the public parameters of the authorization code flow (RFC 6749).
// It never holds a client id or a client secret: those belong to the mail program.
type OAuth2 struct {
	Issuer   string
	AuthURL  string
	TokenURL string
	// Scopes are for IMAP, POP3 and SMTP together.
	Scopes []string
	// DAVScopes and EWSScopes are for the services of these names.
	DAVScopes, EWSScopes []string
	// PKCE says that the provider takes RFC 7636 challenges.
	PKCE bool
	// Note is for those who write mail software.
	Note string
}

// IsZero tells whether the provider has no OAuth2.
func (o OAuth2) IsZero() bool { return o.Issuer == "" }

// MXSuffix recognises the domains that a provider hosts by their MX host name.
type MXSuffix struct {
	// Suffix matches the MX host itself and every name below it.
	Suffix string
	Status Status
}

// NeedsSetup tells whether a person must do something before a mail program can
// sign in: switch access on, ask an administrator, or get a secret that is not
// the web password.
func (p *Provider) NeedsSetup() bool {
	if p.Access == AccessOff || p.Access == AccessAdmin {
		return true
	}
	return !p.Secret.Accepts(SecretPassword) && !p.Secret.IsZero()
}

// OAuth2Only tells whether no password of any kind is accepted.
func (p *Provider) OAuth2Only() bool {
	return len(p.Secret.Kinds) == 1 && p.Secret.Kinds[0] == SecretOAuth2
}
