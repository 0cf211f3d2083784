package autoconfig

import (
	"net/http"
	"net/url"
	"strings"

	"signpost/provider"
	"signpost/templates"
)

// paccFormat is the configuration of draft-ietf-mailmaint-pacc-03, served on
// ua-auto-config.<domain>. The bytes must be the same at each request: a DNS
// record holds their SHA-256.
func paccFormat(texts *templates.Catalog) Format {
	return Format{
		Name:     "pacc",
		Patterns: []string{"/.well-known/user-agent-configuration.json"},
		Methods:  []string{http.MethodGet},
		CORS:     true,
		Parse: func(r *http.Request) (Query, error) {
			domain, err := askedDomain(r, "domain")
			return Query{Domain: domain, Strict: err == nil}, err
		},
		Render:  func(_ Query, a provider.Account) (Document, error) { return renderPACC(a) },
		Variant: func(*Query) (variant, bool) { return variant{}, true },
		Fail:    failNotFound(texts),
	}
}

type pacc struct {
	Protocols      paccProtocols `json:"protocols"`
	Authentication struct {
		Password bool `json:"password"`
	} `json:"authentication"`
	Info paccInfo `json:"info"`
}

// paccProtocols names the protocols of -03. SMTP stands twice: -02 called it
// smtp, and readers ignore the key that they do not know.
type paccProtocols struct {
	IMAP    *paccHost `json:"imap,omitempty"`
	POP3    *paccHost `json:"pop3,omitempty"`
	Submit  *paccHost `json:"submit,omitempty"`
	SMTP    *paccHost `json:"smtp,omitempty"`
	JMAP    *paccURL  `json:"jmap,omitempty"`
	CalDAV  *paccURL  `json:"caldav,omitempty"`
	CardDAV *paccURL  `json:"carddav,omitempty"`
}

type paccHost struct {
	Host string `json:"host"`
}

type paccURL struct {
	URL string `json:"url"`
}

type paccInfo struct {
	Provider struct {
		Name      string `json:"name"`
		ShortName string `json:"shortName"`
	} `json:"provider"`
	Help *paccHelp `json:"help,omitempty"`
}

type paccHelp struct {
	Documentation string `json:"documentation"`
}

// renderPACC writes what the format can say: implicit TLS on the registered
// ports, the full address as user name, a password. A provider that needs
// anything else is refused; a further protocol that does is left out.
func renderPACC(a provider.Account) (Document, error) {
	if err := needPassword(a); err != nil {
		return Document{}, err
	}
	var doc pacc
	doc.Protocols.IMAP = paccServer(a.IMAP, 993)
	doc.Protocols.POP3 = paccServer(a.POP3, 995)
	doc.Protocols.Submit = paccServer(a.SMTP, 465)
	doc.Protocols.SMTP = doc.Protocols.Submit
	if (doc.Protocols.IMAP == nil && doc.Protocols.POP3 == nil) || doc.Protocols.Submit == nil {
		return Document{}, notInFormat(a,
			"PACC knows implicit TLS on 993, 995 and 465 with the full address as user name, and nothing else.",
			"PACC 只能表达 993、995、465 端口的隐式 TLS，且用户名须为完整地址。")
	}
	doc.Protocols.JMAP = paccService(a.Service(provider.JMAP))
	doc.Protocols.CalDAV = paccService(a.Service(provider.CalDAV))
	doc.Protocols.CardDAV = paccService(a.Service(provider.CardDAV))
	doc.Authentication.Password = true
	doc.Info.Provider.Name = displayName(a.Provider)
	doc.Info.Provider.ShortName = displayShortName(a.Provider)
	if link := helpLink(a.Provider, "en"); link != "" {
		doc.Info.Help = &paccHelp{Documentation: link}
	}
	body, err := jsonBody(doc)
	if err != nil {
		return Document{}, err
	}
	return Document{Type: "application/json", Body: body, Cache: CachePublic}, nil
}

func paccServer(e provider.Endpoint, port int) *paccHost {
	if e.Host == "" || e.Security != provider.TLS || e.Port != port || e.Username != provider.UsernameAddress {
		return nil
	}
	return &paccHost{Host: e.Host}
}

// paccService leaves out what -03 forbids: a bare origin, a port.
func paccService(service string) *paccURL {
	u, err := url.Parse(service)
	if err != nil || u.Scheme != "https" || u.Port() != "" || strings.Trim(u.Path, "/") == "" {
		return nil
	}
	return &paccURL{URL: service}
}
