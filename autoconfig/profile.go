package autoconfig

import (
	"errors"
	"net/http"
	"strings"
	"unicode"
	"unicode/utf8"

	"signpost/internal/address"
	"signpost/provider"
	"signpost/templates"
)

const profileType = "application/x-apple-aspen-config"

// maxRealName bounds the name parameter, in characters.
const maxRealName = 64

// profileFormat is Apple's configuration profile (.mobileconfig) for iPhone, iPad
// and Mac, which discover no mail settings by themselves. Without an address it
// is the generic profile: the device asks for address, user name and password.
func profileFormat(texts *templates.Catalog, options Options) Format {
	return Format{
		Name:     "profile",
		Patterns: []string{"/email.mobileconfig", "/mobileconfig", "/mobileconfig/", "/profile.mobileconfig"},
		Methods:  []string{http.MethodGet},
		Parse:    parseProfile,
		Render:   func(q Query, a provider.Account) (Document, error) { return renderProfile(texts, options, q, a) },
		Variant:  profileVariant,
		Fail:     failProfile(texts),
		signing:  newProfileSigning(options),
	}
}

// parseProfile is stricter than the parsers for programs: a person who follows a
// broken link shall hear of it, not install a profile for something else.
func parseProfile(r *http.Request) (Query, error) {
	strict := Query{Strict: true}
	if len(parameters(r.URL.RawQuery, "password", "passwd", "pass", "pw")) > 0 {
		return strict, errPassword
	}
	names := parameters(r.URL.RawQuery, "name")
	if len(names) > 1 || (len(names) == 1 && !safeName(names[0])) {
		return strict, errMalformed
	}
	q := Query{RealName: strings.Join(names, "")}
	addressNames := []string{"email", "emailaddress", "address", "addresses"}
	if len(parameters(r.URL.RawQuery, addressNames...)) > 1 {
		return strict, errMalformed
	}
	a, err := askedAddress(r, addressNames...)
	if err == nil {
		q.Address, q.Strict = a, true
		return q, nil
	}
	domain, domainErr := askedDomain(r, "domain")
	if domainErr == nil && errors.Is(err, errNoAddress) {
		q.Domain, q.Strict = domain, true
		return q, nil
	}
	q.Strict = !errors.Is(err, errNoAddress) || !errors.Is(domainErr, errNoAddress)
	return q, err
}

// profileVariant leaves out what changes the shape of a profile (a name), and
// domains that are shown in another spelling than they have.
func profileVariant(q *Query) (variant, bool) {
	v := variant{local: q.Local != ""}
	return v, q.RealName == "" && plainASCII(q.Local) && (v.local || !strings.Contains(q.Domain, "xn--"))
}

// safeName refuses what would fool the reader of an install screen: control
// characters and bidirectional overrides survive XML.
func safeName(s string) bool {
	return utf8.ValidString(s) && utf8.RuneCountInString(s) <= maxRealName &&
		!strings.ContainsFunc(s, func(r rune) bool { return unicode.In(r, unicode.C, unicode.Zl, unicode.Zp) })
}

// renderProfile writes the envelope and its payloads: mail, then the calendar and
// the contacts where the provider has them. Identifiers and UUIDs
// depend on who and what, not on the settings: installing a second time replaces
// the first profile, also after a port has changed, whichever replica served it.
func renderProfile(texts *templates.Catalog, options Options, q Query, a provider.Account) (Document, error) {
	if err := needPassword(a); err != nil {
		return Document{}, err
	}
	id := identifiersOf(options.Instance, a)
	doc, root := newPlist()
	root.str("PayloadType", "Configuration")
	root.integer("PayloadVersion", 1)
	root.str("PayloadIdentifier", id.identifier(payloadProfile))
	root.str("PayloadUUID", id.uuid(payloadProfile))
	root.str("PayloadDisplayName", profileTitle(a))
	root.str("PayloadDescription", profileDescription(texts, a.Provider))
	root.str("PayloadOrganization", a.Provider.Name.In("en"))
	root.boolean("PayloadRemovalDisallowed", false)
	profileConsent(root, texts, a.Provider)
	content := root.array("PayloadContent")
	mailPayload(content.item(), id, q, a)
	davPayloads(content, id, a)
	body, err := bytesOf(doc)
	if err != nil {
		return Document{}, err
	}
	result := Document{Type: profileType, Body: body, Filename: profileFilename(a.Domain), Cache: CachePublic}
	if a.Local != "" || q.RealName != "" {
		result.Cache = CacheNever
	}
	return result, nil
}

// profileTitle is what Settings shows: the address or the domain, and whose it is.
func profileTitle(a provider.Account) string {
	who := a.Address()
	if who == "" {
		who = address.Unicode(a.Domain)
	}
	return who + " – " + displayName(a.Provider)
}

// profileDescription has all languages in one text: the key knows no others. What
// it is and what the password is stand on lines of their own, as a phone shows them.
func profileDescription(texts *templates.Catalog, p *provider.Provider) string {
	var parts []string
	for _, l := range texts.Languages() {
		part := templates.Fill(l.Text.ProfileFor, "provider", p.Name.In(l.Tag))
		if s := secretSentence(l, p.Secret); s != "" {
			part += "\n" + s
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, "\n")
}

// profileConsent shows the steps before the installation goes on, in the
// language of the device. It is left out where there is nothing to do first:
// people should not learn to press "Next" unread.
func profileConsent(root dict, texts *templates.Catalog, p *provider.Provider) {
	if !p.NeedsSetup() {
		return
	}
	consent := root.dict("ConsentText")
	for i, l := range texts.All() {
		text := l.Text.BeforeInstall + "\n" + instructions(l, p, "\n")
		if link := helpLink(p, l.Tag); link != "" {
			text += "\n" + link
		}
		if i == 0 {
			consent.str("default", text)
		}
		consent.str(l.Tag, text)
	}
}

// profileFilename holds the domain alone: names of downloads end in lists that
// others see. An A-label domain is [a-z0-9.-] by its form.
func profileFilename(domain string) string { return domain + ".mobileconfig" }
