package client

import (
	"strconv"
	"strings"

	"github.com/beevik/etree"

	"signpost/provider"
)

// readDeltaChatPOX follows src/configure/auto_outlook.rs of chatmail/core. It
// asks with GET and without an address, looks for Protocol elements at any depth
// and in any letter case, and reads no login and no way to authenticate.
func readDeltaChatPOX(reply Reply, address string) (Setup, error) {
	if reply.Status < 200 || reply.Status > 299 {
		return Setup{}, refuse("status %d", reply.Status)
	}
	root, err := xmlRoot(reply.Body)
	if err != nil {
		return Setup{}, err
	}
	var setup Setup
	var redirects []string
	walk(root, func(e *etree.Element) bool {
		switch strings.ToLower(e.FullTag()) {
		case "redirecturl":
			redirects = append(redirects, strings.TrimSpace(e.Text()))
		case "protocol":
			for _, server := range deltaChatServers(e, address) {
				setup.add(server)
			}
			return false
		}
		return true
	})
	// A redirect ends the reading, whatever was found before.
	if len(redirects) > 0 {
		return redirected(redirects[0])
	}
	if len(setup.Incoming)+len(setup.Outgoing) == 0 {
		return Setup{}, refuse("no IMAP and no SMTP: Delta Chat ends its search and guesses host names")
	}
	return setup, nil
}

// walk visits e and what is below it in the order of the document; visit says
// whether to go down.
func walk(e *etree.Element, visit func(*etree.Element) bool) {
	if !visit(e) {
		return
	}
	for _, c := range e.ChildElements() {
		walk(c, visit)
	}
}

// deltaChatServers reads one Protocol; without Type, Server or Port there is
// none. A port that is no number counts as 0, for which the standard ones are
// tried.
func deltaChatServers(e *etree.Element, address string) []Server {
	values := lowerTexts(e)
	protocols := map[string]provider.Protocol{"imap": provider.IMAP, "smtp": provider.SMTP}
	s := Server{
		Protocol: protocols[strings.ToLower(values["type"])],
		Host:     values["server"],
		Login:    address,
		Auth:     AuthUnread,
	}
	if s.Protocol == "" || s.Host == "" || values["port"] == "" {
		return nil
	}
	if values["ssl"] == "off" {
		s.Security = provider.Plaintext
	}
	if port, err := strconv.ParseUint(values["port"], 10, 16); err == nil {
		s.Port = int(port)
	}
	return s.tryStandardPorts()
}

// lowerTexts holds the trimmed texts of e and all elements below it by their
// names in lower case; the last one of a name wins.
func lowerTexts(e *etree.Element) map[string]string {
	texts := map[string]string{}
	walk(e, func(c *etree.Element) bool {
		if text := strings.TrimSpace(c.Text()); text != "" {
			texts[strings.ToLower(c.FullTag())] = text
		}
		return true
	})
	return texts
}

// tryStandardPorts is expand_ports of Delta Chat's server parameters. Without a
// security it tries implicit TLS and then STARTTLS on the same port; the one that
// can succeed there is what the port is for.
func (s Server) tryStandardPorts() []Server {
	switch {
	case s.Port == 0 && s.Security == "":
		second := s
		s.Security, second.Security = provider.TLS, provider.STARTTLS
		s.Port, second.Port = registeredPort(s.Protocol, s.Security), registeredPort(s.Protocol, second.Security)
		return []Server{s, second}
	case s.Port == 0:
		s.Port = registeredPort(s.Protocol, s.Security)
	case s.Security == "" && s.Port == registeredPort(s.Protocol, provider.STARTTLS):
		s.Security = provider.STARTTLS
	case s.Security == "":
		s.Security = provider.TLS
	}
	return []Server{s}
}
