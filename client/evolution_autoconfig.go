package client

import (
	"strings"

	"github.com/beevik/etree"

	"signpost/provider"
)

// readEvolution follows e-mail-autoconfig.c, which looks for servers anywhere in
// the document. There is one place for each protocol: a second server writes over
// the first, value by value. Nothing is trimmed.
func readEvolution(reply Reply, address string) (Setup, error) {
	root, err := successXML(reply)
	if err != nil {
		return Setup{}, err
	}
	p := evolution{values: placeholders(address), found: map[string]*Server{
		"imap": {Protocol: provider.IMAP, Security: provider.Plaintext, Auth: AuthPassword},
		"pop3": {Protocol: provider.POP3, Security: provider.Plaintext, Auth: AuthPassword},
		"smtp": {Protocol: provider.SMTP, Security: provider.Plaintext, Auth: AuthNone},
	}}
	if err := p.readElement(root); err != nil {
		return Setup{}, err
	}
	var setup Setup
	for _, kind := range []string{"imap", "pop3", "smtp"} {
		if server := p.found[kind]; server.Host != "" {
			setup.add(server.completedByEvolution())
		}
	}
	if len(setup.Incoming)+len(setup.Outgoing) == 0 {
		return Setup{}, refuse("no imap, pop3 or smtp server with a hostname")
	}
	return setup, nil
}

// evolution is the state of the parser.
type evolution struct {
	values *strings.Replacer
	// found has what was read so far, by type.
	found map[string]*Server
	// current is the server that values go to, or nil.
	current *Server
}

// readElement goes through the document as GMarkup calls back: an attribute of a
// server that is not type is an error for the whole file.
func (p *evolution) readElement(e *etree.Element) error {
	name := e.FullTag()
	isServer := name == "incomingServer" || name == "outgoingServer"
	if isServer {
		for _, a := range e.Attr {
			if a.FullKey() != "type" {
				return refuse("the attribute %s of %s is an error to Evolution", a.FullKey(), name)
			}
		}
		kind, ok := attribute(e, "type")
		if !ok {
			return refuse("the %s has no type", name)
		}
		if server := p.found[kind]; server != nil {
			p.current = server
		}
	}
	for _, token := range e.Child {
		switch token := token.(type) {
		case *etree.CharData:
			p.readText(name, token.Data)
		case *etree.Element:
			if err := p.readElement(token); err != nil {
				return err
			}
		}
	}
	if isServer {
		p.current = nil
	}
	return nil
}

// readText takes a value for the current server. What is not known changes
// nothing, so the last known value wins.
func (p *evolution) readText(name, text string) {
	if p.current == nil {
		return
	}
	text = p.values.Replace(text)
	switch name {
	case "hostname":
		p.current.Host = text
	case "username":
		p.current.Login = text
	case "port":
		if port, ok := leadingInteger(text); ok && isPort(port) {
			p.current.Port = port
		}
	case "socketType":
		known := map[string]provider.Security{"plain": provider.Plaintext, "SSL": provider.TLS, "STARTTLS": provider.STARTTLS}
		if security := known[text]; security != "" {
			p.current.Security = security
		}
	case "authentication":
		known := map[string]Auth{"password-cleartext": AuthPassword, "plain": AuthPassword, "password-encrypted": AuthEncrypted}
		if auth := known[text]; auth != "" {
			p.current.Auth = auth
		}
	}
}

// completedByEvolution adds what Evolution knows by itself: the registered port
// where there is none, and OAuth2, which it prefers to all that the document says
// on hosts with these names in them (guess_can_process of the OAuth2 services in
// evolution-data-server; read for Yahoo and outlook.com, the others are a belief).
func (s Server) completedByEvolution() Server {
	if s.Port == 0 {
		s.Port = registeredPort(s.Protocol, s.Security)
	}
	host := strings.ToLower(s.Host)
	for _, part := range []string{".gmail.com", ".googlemail.com", ".outlook.com", ".office365.com", ".yahoo.com"} {
		if strings.Contains(host, part) {
			s.Auth = AuthOAuth2
		}
	}
	return s
}
