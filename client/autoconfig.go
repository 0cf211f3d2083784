package client

import (
	"strings"

	"github.com/beevik/etree"

	"signpost/provider"
)

// autoconfigReaders lists the readers of Mozilla's autoconfig document.
func autoconfigReaders() []Reader {
	return []Reader{
		{Client: "thunderbird", Format: "autoconfig", Version: "156.0a1", Read: readThunderbird},
		{Client: "k9", Format: "autoconfig", Version: "Thunderbird for Android, source of 2026-08-20", Read: readK9},
		{Client: "evolution", Format: "autoconfig", Version: "3.56.2", Read: readEvolution},
		{Client: "kmail", Format: "autoconfig", Version: "wizard of 2026-07-22", Read: readKMail},
		{Client: "deltachat", Format: "autoconfig", Version: "core of 2026-08-22", Read: readDeltaChat},
		{Client: "fairemail", Format: "autoconfig", Version: "source of 2026-08-22", Read: readFairEmail},
		{Client: "aerc", Format: "autoconfig", Version: "source of 2026-05-02", Read: readAerc},
		{Client: "geary", Format: "autoconfig", Version: "46, source of 2026-05-13", Read: readGeary},
		{Client: "mailspring", Format: "autoconfig", Version: "source of 2026-08-21", Read: readMailspring},
		{Client: "nextcloud", Format: "autoconfig", Version: "Mail, source of 2026-08-22", Read: readNextcloud},
		{Client: "parula", Format: "autoconfig", Version: "source of 2026-08-20", Read: readParulaAutoconfig},
		{Client: "pimalaya", Format: "autoconfig", Version: "io-pim-discovery 0.3.3", Read: readPimalayaAutoconfig},
	}
}

// successXML is the root element of a reply with any status of 2xx, whatever its
// type: what most clients begin with.
func successXML(reply Reply) (*etree.Element, error) {
	if reply.Status < 200 || reply.Status > 299 {
		return nil, refuse("status %d", reply.Status)
	}
	return xmlRoot(reply.Body)
}

// placeholders fills in what autoconfig knows of an address.
func placeholders(address string) *strings.Replacer {
	local, domain := splitAddress(address)
	return strings.NewReplacer("%EMAILADDRESS%", address, "%EMAILLOCALPART%", local, "%EMAILDOMAIN%", domain)
}

// splitAddress cuts an address at its last @.
func splitAddress(address string) (local, domain string) {
	at := strings.LastIndexByte(address, '@')
	if at < 0 {
		return address, ""
	}
	return address[:at], address[at+1:]
}

// written lists the children of e whose name is written exactly so, prefix and
// all: none of these clients looks at namespaces.
func written(e *etree.Element, name string) []*etree.Element {
	var children []*etree.Element
	for _, c := range e.ChildElements() {
		if c.FullTag() == name {
			children = append(children, c)
		}
	}
	return children
}

// descend goes down from the root by names as they are written, into the first
// element of each, or returns nil.
func descend(root *etree.Element, name string, path ...string) *etree.Element {
	if root.FullTag() != name {
		return nil
	}
	e := root
	for _, name := range path {
		children := written(e, name)
		if len(children) == 0 {
			return nil
		}
		e = children[0]
	}
	return e
}

// attribute is the value of an attribute whose name is written exactly so.
func attribute(e *etree.Element, name string) (string, bool) {
	for _, a := range e.Attr {
		if a.FullKey() == name {
			return a.Value, true
		}
	}
	return "", false
}

// ofType lists the children of that name and of that type.
func ofType(e *etree.Element, name, kind string) []*etree.Element {
	var servers []*etree.Element
	for _, c := range written(e, name) {
		if value, _ := attribute(c, "type"); value == kind {
			servers = append(servers, c)
		}
	}
	return servers
}

// writtenText is the untrimmed text of the first such child, or "".
func writtenText(e *etree.Element, name string) string {
	if children := written(e, name); len(children) > 0 {
		return allText(children[0])
	}
	return ""
}

// leadingInteger reads the digits that a text begins with, behind white space, as
// strtol, parseInt and the integers of PHP do.
func leadingInteger(text string) (int, bool) {
	text = strings.TrimLeft(text, " \t\r\n\v\f")
	end := strings.IndexFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	if end < 0 {
		end = len(text)
	}
	const longest = 9 // digits that surely fit
	if end == 0 || end > longest {
		return 0, false
	}
	n := 0
	for _, digit := range text[:end] {
		n = 10*n + int(digit-'0')
	}
	return n, true
}

// isPort tells whether n can be a port.
func isPort(n int) bool { return n >= 1 && n <= 65535 }

// registeredPort is the port of a protocol with that security (RFC 8314, section
// 7.3, and RFC 6409); plaintext uses that of STARTTLS.
func registeredPort(protocol provider.Protocol, security provider.Security) int {
	implicit, other := 993, 143
	switch protocol {
	case provider.POP3:
		implicit, other = 995, 110
	case provider.SMTP:
		implicit, other = 465, 587
	}
	if security == provider.TLS {
		return implicit
	}
	return other
}

// hasDomain tells whether a host is one of the domains or lies below one.
func hasDomain(host string, domains ...string) bool {
	for _, domain := range domains {
		if host == domain || strings.HasSuffix(host, "."+domain) {
			return true
		}
	}
	return false
}
