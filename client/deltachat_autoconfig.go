package client

import (
	"strconv"
	"strings"

	"github.com/beevik/etree"

	"signpost/provider"
)

// readDeltaChat follows src/configure/auto_mozilla.rs of chatmail/core: servers
// at any depth, names in any letter case, values trimmed. It reads no way to
// authenticate and no POP3, and tries all servers in order.
func readDeltaChat(reply Reply, address string) (Setup, error) {
	root, err := successXML(reply)
	if err != nil {
		return Setup{}, err
	}
	var setup Setup
	for _, name := range []string{"incomingserver", "outgoingserver"} {
		walk(root, func(e *etree.Element) bool {
			tag := strings.ToLower(e.FullTag())
			if tag == name {
				for _, server := range deltaChatEntry(e, placeholders(address)) {
					setup.add(server)
				}
			}
			return tag != "incomingserver" && tag != "outgoingserver"
		})
	}
	if len(setup.Incoming)+len(setup.Outgoing) == 0 {
		return Setup{}, refuse("no imap and no smtp: Delta Chat ends its search and guesses host names")
	}
	return setup, nil
}

// deltaChatEntry reads one server; it must have hostname, port and username. The
// type alone decides on the direction.
func deltaChatEntry(e *etree.Element, values *strings.Replacer) []Server {
	kind := ""
	for _, a := range e.Attr {
		if strings.EqualFold(a.FullKey(), "type") {
			kind = strings.ToLower(a.Value)
			break
		}
	}
	texts := map[string]string{}
	current := ""
	readDeltaChatTexts(e, &current, texts)
	securities := map[string]provider.Security{"ssl": provider.TLS, "starttls": provider.STARTTLS, "plain": provider.Plaintext}
	s := Server{
		Protocol: map[string]provider.Protocol{"imap": provider.IMAP, "smtp": provider.SMTP}[kind],
		Host:     values.Replace(texts["hostname"]),
		Security: securities[strings.ToLower(texts["sockettype"])],
		Login:    values.Replace(texts["username"]),
		Auth:     AuthUnread,
	}
	if s.Protocol == "" || texts["hostname"] == "" || texts["port"] == "" || texts["username"] == "" {
		return nil
	}
	if port, err := strconv.ParseUint(texts["port"], 10, 16); err == nil {
		s.Port = int(port)
	}
	return s.tryStandardPorts()
}

// readDeltaChatTexts keeps the last text of each name. An element ends without
// being forgotten: a text behind it counts as its text.
func readDeltaChatTexts(e *etree.Element, current *string, texts map[string]string) {
	for _, token := range e.Child {
		switch token := token.(type) {
		case *etree.CharData:
			if text := strings.TrimSpace(token.Data); text != "" {
				texts[*current] = text
			}
		case *etree.Element:
			*current = strings.ToLower(token.FullTag())
			readDeltaChatTexts(token, current, texts)
		}
	}
}
