package client

import (
	"net/netip"
	"regexp"
	"slices"
	"strings"

	"github.com/beevik/etree"

	"signpost/provider"
)

// readThunderbirdPOX follows ExchangeAutoDiscover.sys.mjs and, for the reply,
// FetchHTTP.sys.mjs. Thunderbird looks at neither namespaces nor AccountType nor
// Action nor an Error: what has no Protocol is no configuration. OWA (Type WEB)
// is left out.
func readThunderbirdPOX(reply Reply, address string) (Setup, error) {
	if reply.Status < 200 || reply.Status > 299 {
		return Setup{}, refuse("status %d", reply.Status)
	}
	isXML := func(prefix string) bool { return strings.HasPrefix(reply.Type, prefix) }
	if !slices.ContainsFunc([]string{"text/xml", "application/xml", "text/rdf"}, isXML) {
		return Setup{}, refuse("the type %q is no XML to Thunderbird", reply.Type)
	}
	root, err := xmlRoot(reply.Body)
	if err != nil {
		return Setup{}, err
	}
	account := firstWritten([]*etree.Element{root}, "Autodiscover", "Response", "Account")
	if account == nil {
		return Setup{}, refuse("no Autodiscover/Response/Account, or a prefix in front of the names")
	}
	if jxonChild(account, "RedirectAddr").kind != jsMissing {
		return Setup{}, refuse("Thunderbird starts again with another address")
	}
	setup := thunderbirdAccount(account)
	if setup.URL == "" && (len(setup.Incoming) == 0 || setup.Incoming[0].Port == 0) {
		return Setup{}, refuse("no complete server to read mail from")
	}
	if len(setup.Outgoing) > 0 && setup.Outgoing[0].Port == 0 {
		return Setup{}, refuse("the server to send mail with has no port")
	}
	setup.fillIn(address)
	return setup, nil
}

// firstWritten goes down a path of names as they are written in the document.
func firstWritten(elements []*etree.Element, path ...string) *etree.Element {
	for _, e := range elements {
		if e.FullTag() != path[0] {
			continue
		}
		if len(path) == 1 {
			return e
		}
		return firstWritten(e.ChildElements(), path[1:]...)
	}
	return nil
}

// thunderbirdAccount reads the Protocol elements; a bad one is passed over. The
// URL of an Exchange server is taken too. If it comes behind IMAP, it overwrites
// that server: both are config.incoming.
func thunderbirdAccount(account *etree.Element) Setup {
	var setup Setup
	for _, e := range account.ChildElements() {
		if e.FullTag() != "Protocol" {
			continue
		}
		kind := jxonChild(e, "Type").text
		if kind == "EXCH" || kind == "EXHTTP" {
			target := jxonChild(e, "EwsUrl").text
			if !strings.HasPrefix(target, "https:") && !strings.HasPrefix(target, "http:") {
				continue
			}
			if setup.URL == "" && len(setup.Incoming) > 0 {
				setup.Incoming = setup.Incoming[1:]
			}
			setup.URL = target
			continue
		}
		if protocol, ok := poxProtocol(kind); ok {
			if server, ok := thunderbirdServer(e, protocol); ok {
				setup.add(server)
			}
		}
	}
	return setup
}

// thunderbirdServer reads one Protocol, without filling in placeholders.
func thunderbirdServer(e *etree.Element, protocol provider.Protocol) (Server, bool) {
	s := Server{Protocol: protocol, Login: "%EMAILADDRESS%", Auth: AuthPassword}
	host, ok := jxonChild(e, "Server").nonEmpty()
	if !ok {
		return Server{}, false
	}
	if s.Host, ok = thunderbirdHost(host); !ok {
		return Server{}, false
	}
	if s.Port, ok = jxonChild(e, "Port").integer(); !ok {
		return Server{}, false
	}
	if s.Security, ok = thunderbirdSecurity(e, s.Port); !ok {
		return Server{}, false
	}
	if spa := jxonChild(e, "SPA"); spa.kind != jsMissing {
		word, ok := spa.lower()
		if !ok {
			return Server{}, false
		}
		if word == "on" {
			s.Auth = AuthEncrypted
		}
	}
	if login := jxonChild(e, "LoginName"); login.kind != jsMissing {
		if s.Login, ok = login.nonEmpty(); !ok {
			return Server{}, false
		}
	}
	return s, true
}

// thunderbirdSecurity: off or None is plaintext, whatever the other element says;
// all else is TLS, of which kind only the port tells. A value that is no string
// (empty, true, 1) is a TypeError and loses the Protocol.
func thunderbirdSecurity(e *etree.Element, port int) (provider.Security, bool) {
	for _, c := range []struct{ tag, plain string }{{"SSL", "off"}, {"Encryption", "none"}} {
		v := jxonChild(e, c.tag)
		if v.kind == jsMissing {
			continue
		}
		word, ok := v.lower()
		if !ok {
			return "", false
		}
		if word == c.plain {
			return provider.Plaintext, true
		}
	}
	if slices.Contains([]int{143, 110, 25, 587}, port) {
		return provider.STARTTLS, true
	}
	return provider.TLS, true
}

// The host names that Thunderbird takes (InputSanitizer.hostname and
// hostnameUtils.sys.mjs).
var (
	hostWithPlaceholders = regexp.MustCompile(`^[a-zA-Z0-9.-]*(%[A-Z0-9]+%[a-zA-Z0-9.-]*)+$`)
	hostInASCII          = regexp.MustCompile(`^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.?$`)
)

// thunderbirdHost takes a name in ASCII, an IP address, or placeholders.
func thunderbirdHost(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if hostWithPlaceholders.MatchString(s) {
		return s, true
	}
	s = strings.ToLower(s)
	_, err := netip.ParseAddr(s)
	return s, err == nil || (len(s) <= 255 && hostInASCII.MatchString(s))
}

// fillIn is AccountConfig.replaceVariables, which forgets the alternatives for
// sending.
func (s *Setup) fillIn(address string) {
	local, domain, _ := strings.Cut(address, "@")
	placeholders := strings.NewReplacer("%EMAILADDRESS%", address, "%EMAILLOCALPART%", local, "%EMAILDOMAIN%", domain)
	for i := range s.Incoming {
		s.Incoming[i].Login = placeholders.Replace(s.Incoming[i].Login)
		s.Incoming[i].Host = placeholders.Replace(s.Incoming[i].Host)
	}
	if len(s.Outgoing) > 0 {
		s.Outgoing[0].Login = placeholders.Replace(s.Outgoing[0].Login)
		s.Outgoing[0].Host = placeholders.Replace(s.Outgoing[0].Host)
	}
}
