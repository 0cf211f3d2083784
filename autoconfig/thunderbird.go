package autoconfig

import (
	"net/http"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/beevik/etree"

	"signpost/internal/address"
	"signpost/provider"
	"signpost/templates"
)

const xmlType = "text/xml; charset=utf-8"

// thunderbirdFormat is Mozilla's autoconfig document, version 1.1, as
// Thunderbird, K-9, Evolution, KMail, Delta Chat, FairEmail and others read it
// (draft-ietf-mailmaint-autoconfig-06). It is asked for with and without an address.
func thunderbirdFormat(texts *templates.Catalog) Format {
	return Format{
		Name: "autoconfig",
		Patterns: []string{
			"/mail/config-v1.1.xml",
			"/.well-known/autoconfig/mail/config-v1.1.xml",
			// Nine for Android asks here.
			"/v1.1/mail/config-v1.1.xml",
			// draft-bucksch-autoconfig-02; SnappyMail asks here first.
			"/.well-known/mail-v1.xml",
		},
		Methods: []string{http.MethodGet},
		CORS:    true,
		Parse: func(r *http.Request) (Query, error) {
			a, err := askedAddress(r, "emailaddress")
			return Query{Address: a}, err
		},
		Render:  func(q Query, a provider.Account) (Document, error) { return renderAutoconfig(texts, q, a) },
		Variant: autoconfigVariant,
		Fail:    failNotFound(texts),
	}
}

// ispdbFormat is the same document by domain alone, as the database of
// Thunderbird serves it: what mailnews.auto_config_url asks for.
func ispdbFormat(texts *templates.Catalog) Format {
	f := thunderbirdFormat(texts)
	f.Name = "ispdb"
	f.Patterns = []string{"/v1.1/{domain}"}
	f.Parse = func(r *http.Request) (Query, error) {
		domain, err := address.ParseDomain(unescape(r.PathValue("domain")))
		if err != nil {
			return Query{Strict: true}, errMalformed
		}
		return Query{Domain: domain, Strict: true}, nil
	}
	return f
}

// renderAutoconfig writes the document that satisfies every known reader: one
// server of each protocol, since Evolution takes the last and all others the
// first; children in one order; no attribute where Thunderbird would lose the
// text for it; nothing that a strict reader does not know.
func renderAutoconfig(texts *templates.Catalog, q Query, a provider.Account) (Document, error) {
	if err := needServers(a); err != nil {
		return Document{}, err
	}
	doc := newXML()
	root := doc.CreateElement("clientConfig")
	root.CreateAttr("version", "1.1")
	ep := root.CreateElement("emailProvider")
	ep.CreateAttr("id", a.Domain)
	leaf(ep, "domain", a.Domain)
	// Readers that came here by MX look for that domain in the list (Parula). The
	// provider's other domains are nobody's business.
	if q.MXDomain != "" {
		leaf(ep, "domain", q.MXDomain)
	}
	leaf(ep, "displayName", displayName(a.Provider))
	leaf(ep, "displayShortName", displayShortName(a.Provider))
	literal := false
	for _, e := range a.Incoming() {
		literal = autoconfigServer(ep, "incomingServer", e, a) || literal
	}
	literal = autoconfigServer(ep, "outgoingServer", a.SMTP, a) || literal
	autoconfigDocumentation(ep, texts, a.Provider)
	autoconfigEnable(ep, texts, a.Provider)
	body, err := bytesOf(doc)
	if err != nil {
		return Document{}, err
	}
	result := Document{Type: xmlType, Body: body, Cache: CachePublic}
	if literal {
		result.Cache = CachePrivate
	}
	return result, nil
}

// autoconfigVariant knows two documents: with a local part written out, and
// without.
func autoconfigVariant(q *Query) (variant, bool) {
	return variant{local: q.Local != "" && survivesJXON(q.Local), mx: q.MXDomain != ""}, plainASCII(q.Local)
}

// autoconfigServer adds one server and tells whether a literal user name is in it.
func autoconfigServer(parent *etree.Element, tag string, e provider.Endpoint, a provider.Account) bool {
	server := parent.CreateElement(tag)
	server.CreateAttr("type", string(e.Protocol))
	leaf(server, "hostname", e.Host)
	leaf(server, "port", strconv.Itoa(e.Port))
	socketType := "SSL"
	if e.Security == provider.STARTTLS {
		socketType = "STARTTLS"
	}
	leaf(server, "socketType", socketType)
	username, literal := autoconfigUsername(e, a.Local)
	leaf(server, "username", username)
	for _, method := range authentication(a.Provider.Secret) {
		leaf(server, "authentication", method)
	}
	return literal
}

// autoconfigUsername is a placeholder wherever clients fill it in. A login that
// is not the full address is written out when the address is known, for aerc,
// which takes every other placeholder literally.
func autoconfigUsername(e provider.Endpoint, local string) (username string, literal bool) {
	if e.Username != provider.UsernameAddress && local != "" && survivesJXON(local) && e.Login != "" {
		return e.Login, true
	}
	if e.Username == provider.UsernameOther {
		return "%EMAILADDRESS%", false
	}
	return strings.NewReplacer(
		"{address}", "%EMAILADDRESS%",
		"{localpart}", "%EMAILLOCALPART%",
		"{domain}", "%EMAILDOMAIN%",
	).Replace(string(e.Username)), false
}

// survivesJXON tells whether Thunderbird reads a literal as the text that it is.
// Its reader (JXON.sys.mjs, parseText) turns true, false, all that isFinite takes
// and all that Date.parse takes into other things: "007", "1e3", "may2020", "a-1".
// Each but the booleans needs a digit.
func survivesJXON(s string) bool {
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' || s[i] == '%' {
			return false
		}
	}
	return !strings.EqualFold(s, "true") && !strings.EqualFold(s, "false")
}

// authentication lists the methods in the order of preference. OAuth2 stands
// first where it is real: readers that cannot do it skip to the next one. A
// password is named only where one works.
func authentication(s provider.Secret) []string {
	var methods []string
	if s.Accepts(provider.SecretOAuth2) {
		methods = append(methods, "OAuth2")
	}
	if s.Typed() {
		methods = append(methods, "password-cleartext")
	}
	return methods
}

// Recommended limits for names (draft-ietf-mailmaint-autoconfig-06, section
// 3.2.4), in characters. The short name may have 20 and should have 12.
const (
	maxDisplayName  = 30
	maxDisplayShort = 20
)

// displayName is literal and English: the document is the same for everybody.
func displayName(p *provider.Provider) string {
	name := p.Name.In("en")
	if utf8.RuneCountInString(name) > maxDisplayName {
		name, _, _ = strings.Cut(name, " (")
	}
	return cut(name, maxDisplayName)
}

func displayShortName(p *provider.Provider) string {
	if short := p.Short.In("en"); short != "" {
		return short
	}
	if name := displayName(p); utf8.RuneCountInString(name) <= maxDisplayShort {
		return name
	}
	return cut(p.ID, maxDisplayShort)
}

func cut(s string, runes int) string {
	r := []rune(s)
	if len(r) <= runes {
		return s
	}
	return strings.TrimSpace(string(r[:runes]))
}

// maxDocumentation keeps the document short where a provider has many pages.
const maxDocumentation = 4

// autoconfigDocumentation links the help pages. Each has its descriptions in all
// languages, since FairEmail shows the one of the device.
func autoconfigDocumentation(parent *etree.Element, texts *templates.Catalog, p *provider.Provider) {
	for i, help := range p.Help {
		if i == maxDocumentation {
			return
		}
		d := parent.CreateElement("documentation")
		d.CreateAttr("url", help.URL)
		for _, l := range texts.Languages() {
			words := templates.Fill(l.Text.DocumentationOf, "provider", p.Name.In(l.Tag))
			if !help.Topic.IsZero() {
				words += " – " + help.Topic.In(l.Tag)
			}
			descr := leaf(d, "descr", words)
			descr.CreateAttr("lang", primaryLanguage(l.Tag))
		}
	}
}

// autoconfigEnable carries what a person must do before mail works: the place
// for "switch IMAP on, the password is the code". FairEmail shows it.
func autoconfigEnable(parent *etree.Element, texts *templates.Catalog, p *provider.Provider) {
	visit := enableURL(p)
	if !p.NeedsSetup() || visit == "" {
		return
	}
	enable := parent.CreateElement("enable")
	enable.CreateAttr("visiturl", visit)
	for _, l := range texts.Languages() {
		instruction := leaf(enable, "instruction", instructions(l, p, " "))
		instruction.CreateAttr("lang", primaryLanguage(l.Tag))
	}
}

// enableURL is where the steps are taken: the web mail, else the help page.
func enableURL(p *provider.Provider) string {
	if len(p.Webmail) > 0 {
		return p.Webmail[0]
	}
	if len(p.Help) > 0 {
		return p.Help[0].URL
	}
	return ""
}

// primaryLanguage cuts a tag to the two letters that the format has (section 3.3).
func primaryLanguage(tag string) string {
	primary, _, _ := strings.Cut(tag, "-")
	return primary
}
