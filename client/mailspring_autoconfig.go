package client

import (
	"github.com/beevik/etree"

	"signpost/provider"
)

// readMailspring follows onboarding-helpers.ts: the first imap and the first
// smtp. Of several providers in one document it takes the one whose id is the
// domain; that it takes the first where none is, is a belief.
func readMailspring(reply Reply, address string) (Setup, error) {
	root, err := successXML(reply)
	if err != nil {
		return Setup{}, err
	}
	eps := written(root, "emailProvider")
	if len(eps) == 0 {
		return Setup{}, refuse("no emailProvider in the root")
	}
	ep := eps[0]
	_, domain := splitAddress(address)
	for _, e := range eps {
		if id, _ := attribute(e, "id"); id == domain {
			ep = e
			break
		}
	}
	incoming, err := mailspringServer(ofType(ep, "incomingServer", "imap"), provider.IMAP, address)
	if err != nil {
		return Setup{}, err
	}
	outgoing, err := mailspringServer(ofType(ep, "outgoingServer", "smtp"), provider.SMTP, address)
	if err != nil {
		return Setup{}, err
	}
	return Setup{Incoming: []Server{incoming}, Outgoing: []Server{outgoing}}, nil
}

// mailspringServer reads the first of the servers. Every user name but one exact
// placeholder means the address; every unknown socketType means STARTTLS.
func mailspringServer(elements []*etree.Element, protocol provider.Protocol, address string) (Server, error) {
	if len(elements) == 0 {
		return Server{}, refuse("no server of type %s", protocol)
	}
	e := elements[0]
	s := Server{Protocol: protocol, Host: writtenText(e, "hostname"), Security: provider.STARTTLS, Login: address, Auth: AuthUnread}
	switch writtenText(e, "socketType") {
	case "SSL":
		s.Security = provider.TLS
	case "plain":
		s.Security = provider.Plaintext
	}
	if writtenText(e, "username") == "%EMAILLOCALPART%" {
		s.Login, _ = splitAddress(address)
	}
	port, ok := leadingInteger(writtenText(e, "port"))
	if !ok || s.Host == "" {
		return Server{}, refuse("%s: hostname %q and port %q are no server", protocol, s.Host, writtenText(e, "port"))
	}
	s.Port = port
	return s, nil
}
