package client

import (
	"slices"
	"strings"

	"github.com/beevik/etree"

	"signpost/provider"
)

// readOutlook follows MS-OXDSCLI, section 2.2.4, and Microsoft's pages on the POX
// elements, the way the classic Outlook wizard uses them for Internet mail. There
// is no source to read: where the pages are silent it takes only what is
// documented.
func readOutlook(reply Reply, address string) (Setup, error) {
	response, err := autodiscoverResponse(reply, nsOutlook)
	if err != nil {
		return Setup{}, err
	}
	// Section 3.2.5: a success has a User.
	if childIn(response, "User") == nil {
		return Setup{}, refuse("no User element")
	}
	accounts := childrenIn(response, "Account")
	if len(accounts) != 1 {
		return Setup{}, refuse("%d Account elements", len(accounts))
	}
	account := accounts[0]
	if e := childIn(account, "Error"); e != nil {
		return Setup{}, refuse("error %s: %s", textOf(e, "ErrorCode"), textOf(e, "Message"))
	}
	if kind := textOf(account, "AccountType"); kind != "email" {
		return Setup{}, refuse("the AccountType is %q, not email", kind)
	}
	switch action := textOf(account, "Action"); action {
	case "settings":
		return outlookAccount(account, address)
	case "redirectUrl":
		return redirected(textOf(account, "RedirectUrl"))
	case "redirectAddr":
		return Setup{}, refuse("Outlook starts again with another address")
	default:
		return Setup{}, refuse("the Action is %q, not settings", action)
	}
}

// redirected is the setup of a client that is sent to another URL: it goes on
// over https only (MS-OXDISCO, section 3.1.5).
func redirected(target string) (Setup, error) {
	if !isHTTPS(target) {
		return Setup{}, refuse("sent on to %q, which is not an https URL", target)
	}
	return Setup{URL: target}, nil
}

func outlookAccount(account *etree.Element, address string) (Setup, error) {
	var setup Setup
	var smtp *etree.Element
	for _, e := range childrenIn(account, "Protocol") {
		kind := textOf(e, "Type")
		if slices.Contains([]string{"EXCH", "EXPR", "EXHTTP"}, kind) || e.SelectAttr("Type") != nil {
			return Setup{}, refuse("Outlook would set up an Exchange account")
		}
		protocol, ok := poxProtocol(kind)
		if !ok {
			continue
		}
		server, err := outlookServer(e, protocol, address)
		if err != nil {
			return Setup{}, err
		}
		setup.add(server)
		if protocol == provider.SMTP && smtp == nil {
			smtp = e
		}
	}
	if err := setup.needBoth(); err != nil {
		return Setup{}, err
	}
	same, err := outlookSwitch(smtp, "UsePOPAuth", false)
	if err != nil {
		return Setup{}, err
	}
	if same {
		setup.Outgoing[0].Login = setup.Incoming[0].Login
	}
	return setup, nil
}

// outlookServer reads one Protocol. What a person cannot answer in the wizard is
// refused: SPA means NTLM, DomainRequired a Windows domain.
func outlookServer(e *etree.Element, protocol provider.Protocol, address string) (Server, error) {
	s := Server{Protocol: protocol, Host: textOf(e, "Server"), Login: textOf(e, "LoginName"), Auth: AuthPassword}
	var ok bool
	if s.Port, ok = portOf(textOf(e, "Port")); !ok {
		return Server{}, refuse("%s: the Port is %q", protocol, textOf(e, "Port"))
	}
	if s.Host == "" || strings.Contains(s.Host, "/") {
		return Server{}, refuse("%s: the Server is %q, not a host name", protocol, s.Host)
	}
	if s.Login == "" {
		s.Login = address
	}
	spa, err := outlookSwitch(e, "SPA", true)
	if err != nil {
		return Server{}, err
	}
	if spa {
		return Server{}, refuse("%s: SPA is on, which is its default: Outlook tries NTLM and fails", protocol)
	}
	domain, err := outlookSwitch(e, "DomainRequired", false)
	if err != nil {
		return Server{}, err
	}
	if domain {
		return Server{}, refuse("%s: DomainRequired is on: Outlook wants a Windows domain in the login", protocol)
	}
	auth, err := outlookSwitch(e, "AuthRequired", true)
	if err != nil {
		return Server{}, err
	}
	if !auth {
		s.Auth = AuthNone
	}
	s.Security, err = outlookSecurity(e)
	return s, err
}

// outlookSecurity: Encryption overrides SSL, and its word TLS means STARTTLS
// (MS-OXDSCLI, section 2.2.4.1.1.2.6.22). SSL alone knows no STARTTLS.
func outlookSecurity(e *etree.Element) (provider.Security, error) {
	ssl, err := outlookSwitch(e, "SSL", true)
	if err != nil {
		return "", err
	}
	if childIn(e, "Encryption") == nil {
		if ssl {
			return provider.TLS, nil
		}
		return provider.Plaintext, nil
	}
	switch word := textOf(e, "Encryption"); word {
	case "SSL":
		return provider.TLS, nil
	case "TLS":
		return provider.STARTTLS, nil
	case "None":
		return provider.Plaintext, nil
	case "Auto":
		return "", refuse("Encryption is Auto, with which set-ups were seen to fail")
	default:
		return "", refuse("Encryption is %q, not None, SSL, TLS or Auto", word)
	}
}

// outlookSwitch reads an element that is on or off. Nothing else is understood:
// with yes the encryption is lost (virtualmin-gpl#764), with an empty element
// Outlook connects and hangs up (virtualmin-gpl#1184).
func outlookSwitch(e *etree.Element, tag string, byDefault bool) (bool, error) {
	if childIn(e, tag) == nil {
		return byDefault, nil
	}
	switch word := textOf(e, tag); word {
	case "on":
		return true, nil
	case "off":
		return false, nil
	default:
		return false, refuse("%s is %q, not on or off", tag, word)
	}
}
