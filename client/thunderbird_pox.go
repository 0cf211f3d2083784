package client

import (
	"net/netip"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/beevik/etree"

	"signpost/provider"
)

// readThunderbirdPOX follows ExchangeAutoDiscover.sys.mjs and, for the reply,
// FetchHTTP.sys.mjs. Thunderbird looks at neither namespaces nor AccountType nor
// Action nor an Error: what has no Protocol is no configuration. OWA (Type WEB)
// is left out.
func readThunderbirdPOX(reply Reply, address string) (Setup, error) {
	root, err := thunderbirdXML(reply)
	if err != nil {
		return Setup{}, err
	}
	account := descend(root, "Autodiscover", "Response", "Account")
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
			if !isWebURL(target) {
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
	var ok bool
	if s.Host, ok = thunderbirdHostOf(jxonChild(e, "Server")); !ok {
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
	hostWithPlaceholders = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-zA-Z0-9.-]*(%[A-Z0-9]+%[a-zA-Z0-9.-]*)+$`) })
	hostInASCII          = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.?$`)
	})
)

// thunderbirdHost takes a name in ASCII, an IP address, or placeholders.
func thunderbirdHost(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if hostWithPlaceholders().MatchString(s) {
		return s, true
	}
	return legalHost(s)
}

// legalHost is isLegalHostNameOrIP, which K-9 has taken over; the result is in
// lower case.
func legalHost(s string) (string, bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	ip, err := netip.ParseAddr(s)
	return s, (err == nil && ip.Zone() == "") || (len(s) <= 255 && hostInASCII().MatchString(s))
}

// fillIn is AccountConfig.replaceVariables, which forgets the alternatives for
// sending.
func (s *Setup) fillIn(address string) {
	values := placeholders(address)
	for i := range s.Incoming {
		s.Incoming[i].Login = values.Replace(s.Incoming[i].Login)
		s.Incoming[i].Host = values.Replace(s.Incoming[i].Host)
	}
	if len(s.Outgoing) > 0 {
		s.Outgoing[0].Login = values.Replace(s.Outgoing[0].Login)
		s.Outgoing[0].Host = values.Replace(s.Outgoing[0].Host)
	}
}
