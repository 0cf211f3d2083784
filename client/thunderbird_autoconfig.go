package client

import (
	"slices"
	"strings"

	"github.com/beevik/etree"

	"signpost/provider"
)

// readThunderbird follows readFromXML.sys.mjs, with the values that JXON makes of
// the elements. A faulty server is passed over; a document without a good one for
// each direction fails. The list of domains is not compared with the address.
func readThunderbird(reply Reply, address string) (Setup, error) {
	root, err := thunderbirdXML(reply)
	if err != nil {
		return Setup{}, err
	}
	ep := descend(root, "clientConfig", "emailProvider")
	if ep == nil {
		return Setup{}, refuse("no clientConfig/emailProvider, or a prefix in front of the names")
	}
	if id, _ := attribute(ep, "id"); !isThunderbirdHost(jxonText(id)) {
		return Setup{}, refuse("the id %q is no host name", id)
	}
	isDomain := func(e *etree.Element) bool { return isThunderbirdHost(jxonOf(e)) }
	if !slices.ContainsFunc(written(ep, "domain"), isDomain) {
		return Setup{}, refuse("no domain that is a host name and has no attribute")
	}
	var setup Setup
	if setup.Incoming, err = thunderbirdIncoming(ep); err != nil {
		return Setup{}, err
	}
	if setup.Outgoing, err = thunderbirdOutgoing(ep); err != nil {
		return Setup{}, err
	}
	setup.fillIn(address)
	return setup, nil
}

// thunderbirdXML is what FetchHTTP.sys.mjs hands on of a reply: XML only if the
// type begins, in this letter case, with one of three.
func thunderbirdXML(reply Reply) (*etree.Element, error) {
	if reply.Status < 200 || reply.Status > 299 {
		return nil, refuse("status %d", reply.Status)
	}
	isXML := func(prefix string) bool { return strings.HasPrefix(reply.Type, prefix) }
	if !slices.ContainsFunc([]string{"text/xml", "application/xml", "text/rdf"}, isXML) {
		return nil, refuse("the type %q is no XML to Thunderbird", reply.Type)
	}
	return xmlRoot(reply.Body)
}

// isThunderbirdHost is InputSanitizer.hostname.
func isThunderbirdHost(v jxon) bool {
	_, ok := thunderbirdHostOf(v)
	return ok
}

func thunderbirdHostOf(v jxon) (string, bool) {
	text, ok := v.nonEmpty()
	if !ok {
		return "", false
	}
	return thunderbirdHost(text)
}

// thunderbirdIncoming lists the servers to read from; the first one is used. News
// and Exchange are servers too, and as the first ones they win over the mail.
func thunderbirdIncoming(ep *etree.Element) ([]Server, error) {
	protocols := map[string]provider.Protocol{"imap": provider.IMAP, "pop3": provider.POP3}
	var servers []Server
	fault := refuse("no incomingServer")
	for _, e := range written(ep, "incomingServer") {
		kind, _ := attribute(e, "type")
		isMail := protocols[kind] != ""
		if !isMail && !slices.Contains([]string{"nntp", "exchange", "ews", "owa"}, kind) {
			fault = refuse("no incomingServer of a known type; the last is of type %q", kind)
			continue
		}
		server, err := thunderbirdEntry(e, protocols[kind])
		switch {
		case err != nil && (isMail || !isWebURL(jxonChild(e, "url").text)):
			fault = err
		case isMail:
			server.Login = jxonChild(e, "username").text
			servers = append(servers, server)
		case len(servers) == 0:
			return nil, refuse("Thunderbird would set up the first incomingServer, which is of type %s", kind)
		}
	}
	if len(servers) == 0 {
		return nil, fault
	}
	return servers, nil
}

// isWebURL tells whether s begins like a URL that Thunderbird would ask.
func isWebURL(s string) bool {
	return strings.HasPrefix(s, "https:") || strings.HasPrefix(s, "http:")
}

func thunderbirdOutgoing(ep *etree.Element) ([]Server, error) {
	var servers []Server
	fault := refuse("no outgoingServer")
	for _, e := range written(ep, "outgoingServer") {
		if kind, _ := attribute(e, "type"); kind != "smtp" {
			fault = refuse("no outgoingServer of type smtp; the last is of type %q", kind)
			continue
		}
		server, err := thunderbirdEntry(e, provider.SMTP)
		if err != nil {
			fault = err
			continue
		}
		// Without a password the name may be missing; with one it becomes a text.
		login := jxonChild(e, "username")
		if login.kind != jsMissing || server.Auth == AuthPassword || server.Auth == AuthEncrypted {
			server.Login = login.text
		}
		servers = append(servers, server)
	}
	if len(servers) == 0 {
		return nil, fault
	}
	return servers, nil
}

// thunderbirdEntry reads what both directions have, without the login.
func thunderbirdEntry(e *etree.Element, protocol provider.Protocol) (Server, error) {
	s := Server{Protocol: protocol}
	host := jxonChild(e, "hostname")
	var ok bool
	if s.Host, ok = thunderbirdHostOf(host); !ok {
		return Server{}, refuse("the hostname %q is none to Thunderbird", host.text)
	}
	port := jxonChild(e, "port")
	if s.Port, ok = port.integer(); !ok || !isPort(s.Port) {
		return Server{}, refuse("%s: the port is %q", s.Host, port.text)
	}
	if s.Security, ok = thunderbirdSocketType(e); !ok {
		return Server{}, refuse("%s: no socketType of plain, SSL or STARTTLS", s.Host)
	}
	if s.Auth, ok = thunderbirdAuth(e, s); !ok {
		return Server{}, refuse("%s: no authentication that Thunderbird can do there", s.Host)
	}
	return s, nil
}

// thunderbirdSocketType is the first known one.
func thunderbirdSocketType(e *etree.Element) (provider.Security, bool) {
	known := map[string]provider.Security{"plain": provider.Plaintext, "SSL": provider.TLS, "STARTTLS": provider.STARTTLS}
	for _, c := range written(e, "socketType") {
		if v := jxonOf(c); v.kind == jsString && known[v.text] != "" {
			return known[v.text], true
		}
	}
	return "", false
}

// thunderbirdAuth is the first one that is supported, and no second one is tried.
// OAuth2 takes a host that Thunderbird knows: the document's own oAuth2 is not
// read.
func thunderbirdAuth(e *etree.Element, s Server) (Auth, bool) {
	known := map[string]Auth{
		"password-cleartext": AuthPassword, "plain": AuthPassword,
		"password-encrypted": AuthEncrypted, "secure": AuthEncrypted,
		"GSSAPI": AuthOther, "NTLM": AuthOther, "OAuth2": AuthOAuth2,
	}
	if s.Protocol == provider.SMTP {
		known["none"], known["client-IP-address"], known["smtp-after-pop"] = AuthNone, AuthNone, AuthNone
	}
	for _, c := range written(e, "authentication") {
		v := jxonOf(c)
		auth, ok := known[v.text]
		if !ok || v.kind != jsString || (auth == AuthOAuth2 && !thunderbirdKnowsOAuth2(s.Host)) {
			continue
		}
		return auth, true
	}
	return "", false
}

// thunderbirdKnowsOAuth2 is the table of OAuth2Providers.sys.mjs, as far as it is
// about mail: the host or a domain above it must be in it.
func thunderbirdKnowsOAuth2(host string) bool {
	return hasDomain(host,
		"gmail.com", "googlemail.com",
		"office365.com", "outlook.com", "hotmail.com",
		"yahoo.com", "att.net", "aol.com",
		"imap.fastmail.com", "pop.fastmail.com", "smtp.fastmail.com",
		"imap.yandex.com", "smtp.yandex.com",
		"imap.mail.ru", "smtp.mail.ru",
		"imap.seznam.cz", "pop3.seznam.cz", "smtp.seznam.cz",
		"imap.comcast.net", "pop.comcast.net", "smtp.comcast.net",
		"thundermail.com", "stage-thundermail.com",
	)
}
