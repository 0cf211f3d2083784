package client

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/beevik/etree"

	"signpost/provider"
)

// readKMail follows ispdbservice.cpp and serverconfiguration.cpp of the account
// wizard, and configurationmodel.cpp for the choice: every incoming server is
// offered, IMAP first, each with the one preferred server to send with.
func readKMail(reply Reply, address string) (Setup, error) {
	if reply.Status != http.StatusOK {
		return Setup{}, refuse("status %d, not 200", reply.Status)
	}
	root, err := xmlRoot(reply.Body)
	if err != nil {
		return Setup{}, err
	}
	ep := firstBelow(root, "emailProvider")
	if ep == nil {
		return Setup{}, refuse("no emailProvider")
	}
	values := placeholders(address)
	read := func(name, kind string, protocol provider.Protocol) []Server {
		var servers []Server
		for _, e := range ofType(ep, name, kind) {
			if server, ok := kmailServer(e, protocol, values); ok {
				servers = append(servers, server)
			}
		}
		return servers
	}
	setup := Setup{
		Incoming: slices.Concat(read("incomingServer", "imap", provider.IMAP), read("incomingServer", "pop3", provider.POP3)),
		Outgoing: kmailPreferred(read("outgoingServer", "smtp", provider.SMTP)),
	}
	if len(setup.Incoming) == 0 {
		return Setup{}, refuse("no server to read mail from")
	}
	return setup, nil
}

// firstBelow is the first element of that name below e, at any depth.
func firstBelow(e *etree.Element, name string) *etree.Element {
	var found *etree.Element
	for _, c := range e.ChildElements() {
		walk(c, func(c *etree.Element) bool {
			if found == nil && c.FullTag() == name {
				found = c
			}
			return found == nil
		})
	}
	return found
}

// kmailPreferred is the server of the highest value in the wizard's enumeration,
// in which STARTTLS stands above implicit TLS; the first one of equals.
func kmailPreferred(servers []Server) []Server {
	rank := []provider.Security{provider.Plaintext, provider.TLS, provider.STARTTLS}
	var preferred []Server
	for _, s := range servers {
		if len(preferred) == 0 || slices.Index(rank, preferred[0].Security) < slices.Index(rank, s.Security) {
			preferred = []Server{s}
		}
	}
	return preferred
}

// kmailServer reads one server; the last value of a name wins. One without a port
// is dropped. One with a bad port is kept by the wizard with port 0, where
// nothing answers: it is dropped here.
func kmailServer(e *etree.Element, protocol provider.Protocol, values *strings.Replacer) (Server, bool) {
	s := Server{Protocol: protocol, Security: provider.TLS, Auth: AuthPassword}
	for _, c := range e.ChildElements() {
		text := textBelow(c)
		switch c.FullTag() {
		case "hostname":
			s.Host = values.Replace(text)
		case "port":
			port, err := strconv.ParseUint(strings.TrimSpace(text), 10, 16)
			s.Port = int(port)
			if err != nil {
				s.Port = 0
			}
		case "socketType":
			known := map[string]provider.Security{"plain": provider.Plaintext, "SSL": provider.TLS, "STARTTLS": provider.STARTTLS}
			if security := known[text]; security != "" {
				s.Security = security
			}
		case "username":
			s.Login = values.Replace(text)
		case "authentication":
			s.Auth = kmailAuth(s.Auth, text)
		}
	}
	return s, s.Port != 0
}

// kmailAuth takes another method only as long as the password, which is the
// default, has not been replaced: of password and OAuth2 it is OAuth2 that stays.
func kmailAuth(current Auth, text string) Auth {
	known := map[string]Auth{
		"password-encrypted": AuthEncrypted, "secure": AuthEncrypted, "NTLM": AuthOther, "GSSAPI": AuthOther,
		"client-ip-based": AuthNone, "none": AuthNone, "OAuth2": AuthOAuth2,
	}
	if other := known[text]; other != "" && current == AuthPassword {
		return other
	}
	return current
}

// textBelow is the text of an element and of everything in it.
func textBelow(e *etree.Element) string {
	var b strings.Builder
	for _, token := range e.Child {
		switch token := token.(type) {
		case *etree.CharData:
			b.WriteString(token.Data)
		case *etree.Element:
			b.WriteString(textBelow(token))
		}
	}
	return b.String()
}
