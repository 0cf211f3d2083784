package client

import (
	"slices"
	"strconv"
	"strings"

	"github.com/beevik/etree"

	"signpost/provider"
)

// readPimalayaAutoconfig follows src/autoconfig/config.rs and from_autoconfig in
// src/compose/config.rs of io-pim-discovery. serde-xml-rs is strict: a value that
// the types do not know spoils the document, and elements of a name that may
// repeat must stand together. Redirects are errors before this.
func readPimalayaAutoconfig(reply Reply, address string) (Setup, error) {
	root, err := successXML(reply)
	if err != nil {
		return Setup{}, err
	}
	if _, ok := attribute(root, "version"); !ok {
		return Setup{}, refuse("the root has no version")
	}
	d := pimalayaDocument{values: placeholders(address)}
	d.once(root, "emailProvider", "oAuth2")
	d.readOAuth2(root)
	eps := written(root, "emailProvider")
	if len(eps) == 0 {
		return Setup{}, refuse("no emailProvider in the root")
	}
	d.readProvider(eps[0])
	if d.err != nil {
		return Setup{}, d.err
	}
	if len(d.setup.Incoming)+len(d.setup.Outgoing) == 0 {
		return Setup{}, refuse("no server with a hostname")
	}
	return d.setup, nil
}

// pimalayaDocument is the document while it is read; err is the first fault.
type pimalayaDocument struct {
	values    *strings.Replacer
	hasOAuth2 bool
	setup     Setup
	err       error
}

func (d *pimalayaDocument) fail(format string, args ...any) {
	if d.err == nil {
		d.err = refuse(format, args...)
	}
}

// once wants at most one child of each name.
func (d *pimalayaDocument) once(e *etree.Element, names ...string) {
	for _, name := range names {
		if n := len(written(e, name)); n > 1 {
			d.fail("%d %s in one %s", n, name, e.FullTag())
		}
	}
}

// together wants all children of a name to follow each other.
func (d *pimalayaDocument) together(e *etree.Element, names ...string) {
	seen := map[string]bool{}
	previous := ""
	for _, c := range e.ChildElements() {
		name := c.FullTag()
		if name != previous && seen[name] && slices.Contains(names, name) {
			d.fail("%s in %s with other elements in between", name, e.FullTag())
		}
		seen[name], previous = true, name
	}
}

// readOAuth2 wants all four values or no element.
func (d *pimalayaDocument) readOAuth2(root *etree.Element) {
	for _, e := range written(root, "oAuth2") {
		names := []string{"issuer", "scope", "authURL", "tokenURL"}
		d.once(e, names...)
		for _, name := range names {
			if len(written(e, name)) == 0 {
				d.fail("oAuth2 without %s", name)
			}
		}
		d.hasOAuth2 = true
	}
}

func (d *pimalayaDocument) readProvider(ep *etree.Element) {
	if _, ok := attribute(ep, "id"); !ok {
		d.fail("the emailProvider has no id")
	}
	d.once(ep, "displayName", "displayShortName")
	d.together(ep, "domain", "incomingServer", "outgoingServer", "documentation")
	for _, e := range written(ep, "documentation") {
		if _, ok := attribute(e, "url"); !ok {
			d.fail("documentation without url")
		}
		d.together(e, "descr")
		for _, descr := range written(e, "descr") {
			if strings.TrimSpace(allText(descr)) == "" {
				d.fail("descr without a text")
			}
		}
	}
	for _, name := range []string{"incomingServer", "outgoingServer"} {
		for _, e := range written(ep, name) {
			d.readServer(e)
		}
	}
}

// readServer reads one server; one without a hostname counts as checked and is
// left out. The type alone decides on the direction.
func (d *pimalayaDocument) readServer(e *etree.Element) {
	kind, _ := attribute(e, "type")
	s := Server{Protocol: provider.Protocol(kind)}
	if !slices.Contains([]provider.Protocol{provider.IMAP, provider.POP3, provider.SMTP}, s.Protocol) {
		d.fail("a server of type %q spoils the whole document", kind)
	}
	d.once(e, "hostname", "port", "socketType", "username", "pop3")
	d.together(e, "authentication")
	s.Security = d.security(e)
	s.Port = registeredPort(s.Protocol, s.Security)
	if s.Protocol == provider.SMTP && s.Security == provider.Plaintext {
		s.Port = 25
	}
	for _, c := range written(e, "port") {
		port, err := strconv.ParseUint(strings.TrimSpace(allText(c)), 10, 16)
		if err != nil {
			d.fail("the port is %q", allText(c))
		}
		s.Port = int(port)
	}
	s.Auth = d.auth(e)
	s.Login = d.values.Replace(strings.TrimSpace(writtenText(e, "username")))
	if hosts := written(e, "hostname"); len(hosts) > 0 {
		s.Host = d.values.Replace(strings.TrimSpace(allText(hosts[0])))
		d.setup.add(s)
	}
}

func (d *pimalayaDocument) security(e *etree.Element) provider.Security {
	known := map[string]provider.Security{
		"SSL": provider.TLS, "tls": provider.TLS, "STARTTLS": provider.STARTTLS, "starttls": provider.STARTTLS, "plain": provider.Plaintext,
	}
	elements := written(e, "socketType")
	if len(elements) == 0 {
		return provider.TLS
	}
	text := strings.TrimSpace(allText(elements[0]))
	if known[text] == "" {
		d.fail("the socketType %q spoils the whole document", text)
	}
	return known[text]
}

// auth is the first method that the wizard has a use for. The names are those of
// the types: GSSAPI is spelt GSAPI there, so the right spelling is unknown.
func (d *pimalayaDocument) auth(e *etree.Element) Auth {
	known := map[string]Auth{
		"password-cleartext": AuthPassword, "passwordCleartext": AuthPassword,
		"password-encrypted": AuthPassword, "passwordEncrypted": AuthPassword,
		"OAuth2": AuthOAuth2, "oAuth2": AuthOAuth2,
		"NTLM": AuthOther, "ntlm": AuthOther, "GSAPI": AuthOther, "gsApi": AuthOther,
		"TLS-client-cert": AuthOther, "tlsClientCert": AuthOther,
		"client-IP-address": AuthNone, "clientIPAddress": AuthNone, "none": AuthNone,
	}
	first := AuthUnread
	for _, c := range written(e, "authentication") {
		text := strings.TrimSpace(allText(c))
		auth := known[text]
		if auth == "" {
			d.fail("the authentication %q spoils the whole document", text)
		}
		if first == AuthUnread && (auth == AuthPassword || (auth == AuthOAuth2 && d.hasOAuth2)) {
			first = auth
		}
	}
	return first
}
