package client

import (
	"slices"
	"strconv"
	"strings"

	"github.com/beevik/etree"

	"signpost/provider"
)

// readK9 follows RealAutoconfigParser.kt of Thunderbird for Android and K-9. A
// fault in any imap or smtp server spoils the document, also behind good ones;
// of what is left the first server of each direction is used.
func readK9(reply Reply, address string) (Setup, error) {
	root, err := successXML(reply)
	if err != nil {
		return Setup{}, err
	}
	if root.FullTag() != "clientConfig" {
		return Setup{}, refuse("the root is %s, not clientConfig", root.FullTag())
	}
	eps := written(root, "emailProvider")
	if len(eps) == 0 {
		return Setup{}, refuse("no emailProvider in clientConfig")
	}
	// All are read and may spoil the document; the last one counts.
	var setup Setup
	for _, ep := range eps {
		if setup, err = k9Provider(ep, placeholders(address)); err != nil {
			return Setup{}, err
		}
	}
	return setup, nil
}

func k9Provider(ep *etree.Element, values *strings.Replacer) (Setup, error) {
	id, ok := attribute(ep, "id")
	if !ok {
		return Setup{}, refuse("the emailProvider has no id")
	}
	if _, ok := legalHost(id); !ok {
		return Setup{}, refuse("the id %q is no host name; placeholders are none", id)
	}
	hasDomain := false
	for _, e := range written(ep, "domain") {
		domain, err := k9Text(e)
		if err != nil {
			return Setup{}, err
		}
		if _, ok := legalHost(values.Replace(domain)); ok {
			hasDomain = true
		}
	}
	if !hasDomain {
		return Setup{}, refuse("no domain that is a host name")
	}
	incoming, err := k9Servers(ofType(ep, "incomingServer", "imap"), provider.IMAP, values)
	if err != nil {
		return Setup{}, err
	}
	outgoing, err := k9Servers(ofType(ep, "outgoingServer", "smtp"), provider.SMTP, values)
	if err != nil {
		return Setup{}, err
	}
	setup := Setup{Incoming: incoming, Outgoing: outgoing}
	return setup.withBoth()
}

// k9Servers reads all servers and keeps the first one.
func k9Servers(elements []*etree.Element, protocol provider.Protocol, values *strings.Replacer) ([]Server, error) {
	var first []Server
	for i, e := range elements {
		entry := k9Entry{values: values}
		if err := entry.read(e); err != nil {
			return nil, err
		}
		if i > 0 {
			continue
		}
		entry.server.Protocol = protocol
		var ok bool
		if entry.server.Auth, ok = k9Auth(entry.methods, entry.server.Host); !ok {
			return nil, refuse("%s: OAuth2 is all there is, and the app does not know the host", entry.server.Host)
		}
		first = append(first, entry.server)
	}
	return first, nil
}

// k9Auth is the first method; OAuth2 counts for hosts that the app knows only
// (TbOAuthConfigurationFactory.kt).
func k9Auth(methods []Auth, host string) (Auth, bool) {
	known := []string{
		"imap.gmail.com", "imap.googlemail.com", "smtp.gmail.com", "smtp.googlemail.com",
		"imap.mail.yahoo.com", "smtp.mail.yahoo.com", "imap.aol.com", "smtp.aol.com",
		"outlook.office365.com", "smtp.office365.com", "smtp-mail.outlook.com",
		"imap.fastmail.com", "smtp.fastmail.com", "mail.thundermail.com", "mail.stage-thundermail.com",
	}
	for _, method := range methods {
		if method != AuthOAuth2 || slices.Contains(known, host) {
			return method, true
		}
	}
	return "", false
}

// k9Entry is a server while it is read; what has been seen is in has.
type k9Entry struct {
	values               *strings.Replacer
	server               Server
	methods              []Auth
	hasPort, hasUsername bool
}

// read goes through a server. Elements that it does not know are no borders:
// what is inside them counts, so pop3 and the like must not hold known names.
func (k *k9Entry) read(e *etree.Element) error {
	var fault error
	for _, c := range e.ChildElements() {
		walk(c, func(c *etree.Element) bool {
			var known bool
			if fault == nil {
				known, fault = k.readValue(c)
			}
			return fault == nil && !known
		})
	}
	if fault != nil {
		return fault
	}
	switch {
	case k.server.Host == "":
		return refuse("a server without hostname")
	case !k.hasPort:
		return refuse("%s: no port", k.server.Host)
	case !k.hasUsername:
		return refuse("%s: no username", k.server.Host)
	case len(k.methods) == 0:
		return refuse("%s: no authentication that the app knows", k.server.Host)
	case k.server.Security == "":
		return refuse("%s: no socketType", k.server.Host)
	}
	return nil
}

// readValue takes the value of one element, if it is a known one; the last of a
// name wins. Only host names are trimmed.
func (k *k9Entry) readValue(e *etree.Element) (known bool, err error) {
	name := e.FullTag()
	if !slices.Contains([]string{"hostname", "port", "username", "authentication", "socketType"}, name) {
		return false, nil
	}
	text, err := k9Text(e)
	if err != nil {
		return true, err
	}
	ok := true
	switch name {
	case "hostname":
		k.server.Host, ok = legalHost(k.values.Replace(text))
	case "port":
		var port int64
		port, err = strconv.ParseInt(text, 10, 32)
		k.server.Port, k.hasPort = int(port), true
		ok = err == nil && port >= 0 && port <= 65535
	case "username":
		k.server.Login, k.hasUsername = k.values.Replace(text), true
	case "authentication":
		methods := map[string]Auth{"OAuth2": AuthOAuth2, "password-cleartext": AuthPassword, "password-encrypted": AuthEncrypted}
		if method := methods[text]; method != "" {
			k.methods = append(k.methods, method)
		}
	case "socketType":
		k.server.Security = map[string]provider.Security{"SSL": provider.TLS, "STARTTLS": provider.STARTTLS}[text]
		ok = k.server.Security != ""
	}
	if !ok {
		return true, refuse("the %s is %q, which spoils the whole document", name, text)
	}
	return true, nil
}

// k9Text is readText: an element inside a text spoils the document.
func k9Text(e *etree.Element) (string, error) {
	if len(e.ChildElements()) > 0 {
		return "", refuse("an element inside %s", e.FullTag())
	}
	return allText(e), nil
}
