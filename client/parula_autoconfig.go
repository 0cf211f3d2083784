package client

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/beevik/etree"

	"signpost/provider"
)

// readParulaAutoconfig follows readConfig.ts of Parula (Mustang), with values as
// JXON makes them. The document must list the domain that was looked up, letter
// for letter; a faulty server is passed over.
func readParulaAutoconfig(reply Reply, address string) (Setup, error) {
	root, err := successXML(reply)
	if err != nil {
		return Setup{}, err
	}
	ep := descend(root, "clientConfig", "emailProvider")
	if ep == nil {
		return Setup{}, refuse("no clientConfig/emailProvider")
	}
	_, domain := splitAddress(address)
	domain = strings.ToLower(domain)
	isAsked := func(e *etree.Element) bool {
		v := jxonOf(e)
		return v.kind == jsString && v.text == domain
	}
	if !slices.ContainsFunc(written(ep, "domain"), isAsked) {
		return Setup{}, refuse("the list of domains has no %q", domain)
	}
	p := parula{root: root, values: placeholders(address)}
	incoming, err := p.incoming(ep)
	if err != nil {
		return Setup{}, err
	}
	outgoing, err := p.outgoing(ep)
	if err != nil {
		return Setup{}, err
	}
	return Setup{Incoming: incoming, Outgoing: []Server{outgoing}}, nil
}

// parula is what reading a server takes from outside of it.
type parula struct {
	root   *etree.Element
	values *strings.Replacer
}

// incoming lists the servers to read mail from. JMAP, Exchange and the like are
// servers too, and as the first ones they win over IMAP and POP3.
func (p parula) incoming(ep *etree.Element) ([]Server, error) {
	var servers []Server
	fault := refuse("no incomingServer")
	for _, e := range written(ep, "incomingServer") {
		kind, _ := attribute(e, "type")
		protocol := map[string]provider.Protocol{"imap": provider.IMAP, "pop3": provider.POP3}[kind]
		if protocol == "" {
			isKnown := slices.Contains([]string{"jmap", "ews", "owa", "activesync", "graph", "exchange"}, kind)
			if isKnown && len(servers) == 0 && isWebURL(jxonChild(e, "url").text) {
				return nil, refuse("Parula would set up the first incomingServer, which is of type %s", kind)
			}
			continue
		}
		server, err := p.server(e, protocol)
		if err != nil {
			fault = err
			continue
		}
		servers = append(servers, server)
	}
	if len(servers) == 0 {
		return nil, fault
	}
	return servers, nil
}

// outgoing is the first good server to send with, for all servers to read from.
func (p parula) outgoing(ep *etree.Element) (Server, error) {
	fault := refuse("no outgoingServer of type smtp")
	for _, e := range ofType(ep, "outgoingServer", "smtp") {
		server, err := p.server(e, provider.SMTP)
		if err == nil {
			return server, nil
		}
		fault = err
	}
	return Server{}, fault
}

// parulaHost has letters and digits of all scripts, and % for placeholders.
var parulaHost = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[\p{L}\p{N}.%-]+$`) })

// server reads one server. A host name is put into lower case first, so that a
// placeholder in it is none any more.
func (p parula) server(e *etree.Element, protocol provider.Protocol) (Server, error) {
	host, port, login := jxonChild(e, "hostname"), jxonChild(e, "port"), jxonChild(e, "username")
	s := Server{Protocol: protocol, Host: p.values.Replace(strings.ToLower(host.text)), Login: p.values.Replace(login.text)}
	if _, ok := host.nonEmpty(); !ok || !parulaHost().MatchString(host.text) {
		return Server{}, refuse("the hostname %q is none to Parula", host.text)
	}
	var ok bool
	if s.Port, ok = port.integer(); !ok || !isPort(s.Port) {
		return Server{}, refuse("%s: the port is %q", host.text, port.text)
	}
	if login.kind == jsMissing {
		return Server{}, refuse("%s: no username", host.text)
	}
	if s.Security, ok = thunderbirdSocketType(e); !ok {
		return Server{}, refuse("%s: no socketType of plain, SSL or STARTTLS", host.text)
	}
	if s.Auth, ok = p.auth(e, host.text); !ok {
		return Server{}, refuse("%s: no authentication that Parula knows", host.text)
	}
	return s, nil
}

// auth is the first method that works. OAuth2 works for hosts that Parula knows
// and with an oAuth2 element; without them it stays as the method if no other
// one follows.
func (p parula) auth(e *etree.Element, host string) (Auth, bool) {
	known := map[string]Auth{
		"password-cleartext": AuthPassword, "basic": AuthPassword, "password-encrypted": AuthEncrypted,
		"OAuth2": AuthOAuth2, "GSSAPI": AuthOther, "NTLM": AuthOther,
	}
	auth := AuthUnread
	for _, c := range written(e, "authentication") {
		v := jxonOf(c)
		if v.kind != jsString || known[v.text] == "" {
			continue
		}
		auth = known[v.text]
		if auth != AuthOAuth2 || p.hasOAuth2(host) {
			break
		}
	}
	return auth, auth != AuthUnread
}

// hasOAuth2 tells whether Parula can sign in at a host: by OAuth2URLs.ts or by
// the document.
func (p parula) hasOAuth2(host string) bool {
	if slices.Contains([]string{
		"outlook.office365.com", "outlook.office.com", "imap.gmail.com", "smtp.gmail.com", "pop.gmail.com",
		"imap.mail.yahoo.com", "pop.mail.yahoo.com", "smtp.mail.yahoo.com", "imap.aol.com", "pop.aol.com", "smtp.aol.com",
	}, host) {
		return true
	}
	for _, e := range written(p.root, "oAuth2") {
		_, hasScope := jxonChild(e, "scope").nonEmpty()
		return hasScope && isWebURL(jxonChild(e, "tokenURL").text) && isWebURL(jxonChild(e, "authURL").text)
	}
	return false
}
