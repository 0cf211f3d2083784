package client

import (
	"github.com/beevik/etree"

	"signpost/provider"
)

// readGeary follows accounts-autoconfig.vala. Neither status nor type matter. The
// first server of each direction must be imap and smtp; the user name is not
// read, and Geary signs in with the address. It looks at names without prefixes.
func readGeary(reply Reply, address string) (Setup, error) {
	root, err := xmlRoot(reply.Body)
	if err != nil {
		return Setup{}, err
	}
	ep := root.SelectElement("emailProvider")
	if ep == nil {
		return Setup{}, refuse("no emailProvider in the root")
	}
	incoming, err := gearyServer(ep.SelectElement("incomingServer"), provider.IMAP, address)
	if err != nil {
		return Setup{}, err
	}
	outgoing, err := gearyServer(ep.SelectElement("outgoingServer"), provider.SMTP, address)
	if err != nil {
		return Setup{}, err
	}
	return Setup{Incoming: []Server{incoming}, Outgoing: []Server{outgoing}}, nil
}

// gearyServer reads one server. That a host and a port are needed is a belief:
// without them the form stays incomplete.
func gearyServer(e *etree.Element, protocol provider.Protocol, address string) (Server, error) {
	if e == nil {
		return Server{}, refuse("no server for %s", protocol)
	}
	if kind := e.SelectAttrValue("type", ""); kind != string(protocol) {
		return Server{}, refuse("the first %s is of type %q, not %s", e.Tag, kind, protocol)
	}
	text := func(name string) string {
		if c := e.SelectElement(name); c != nil {
			return textBelow(c)
		}
		return ""
	}
	s := Server{Protocol: protocol, Host: text("hostname"), Security: provider.Plaintext, Login: address, Auth: AuthUnread}
	switch text("socketType") {
	case "SSL":
		s.Security = provider.TLS
	case "STARTTLS":
		s.Security = provider.STARTTLS
	}
	var ok bool
	if s.Port, ok = portOf(text("port")); !ok || s.Host == "" {
		return Server{}, refuse("%s: hostname %q and port %q are no server", protocol, s.Host, text("port"))
	}
	return s, nil
}
