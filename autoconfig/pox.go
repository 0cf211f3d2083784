package autoconfig

import (
	"errors"
	"fmt"
	"hash/crc32"
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/beevik/etree"

	"signpost/provider"
)

// The namespaces of Autodiscover XML, exactly as they are on the wire: Microsoft's
// web pages print them with https, clients of that spelling are accepted
// (autodiscoverrequest.go), and none is ever written so.
const (
	nsResponse          = "http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"
	nsOutlookResponse   = "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a"
	nsMobileResponse    = "http://schemas.microsoft.com/exchange/autodiscover/mobilesync/responseschema/2006"
	poxPath             = "/autodiscover/autodiscover.xml"
	poxOn, poxOff       = "on", "off"
	errorNotFound       = "500"
	errorNoOptions      = "501"
	errorInvalidRequest = "600"
	errorNoProvider     = "601"
	errorInternal       = "603"
)

// poxFormat is Outlook's plain-old-XML Autodiscover (MS-OXDSCLI), which
// Thunderbird, Delta Chat, FairEmail and eM Client read too, each by its own rules.
func poxFormat(options Options) Format {
	return Format{
		Name:     "pox",
		Patterns: []string{poxPath},
		// GET is real traffic: Delta Chat and Outlook's redirect probe send it.
		Methods: []string{http.MethodGet, http.MethodPost},
		Parse:   parseAutodiscover,
		Render:  renderPOX,
		Variant: poxVariant,
		Fail:    func(q Query, err error) Document { return failPOX(options, q, err) },
	}
}

// renderPOX writes one Account with one block for each protocol: IMAP first
// (Thunderbird takes the first block), one of each kind (FairEmail takes the last).
func renderPOX(_ Query, a provider.Account) (Document, error) {
	if err := expressibleInPOX(a); err != nil {
		return Document{}, err
	}
	doc := newXML()
	root := doc.CreateElement("Autodiscover")
	root.CreateAttr("xmlns", nsResponse)
	response := root.CreateElement("Response")
	response.CreateAttr("xmlns", nsOutlookResponse)
	user := response.CreateElement("User")
	if address := a.Address(); address != "" {
		leaf(user, "DisplayName", address)
	}
	account := response.CreateElement("Account")
	leaf(account, "AccountType", "email")
	leaf(account, "Action", "settings")
	for _, e := range []provider.Endpoint{a.IMAP, a.SMTP, a.POP3} {
		if !e.IsZero() {
			poxProtocol(account, e, a.Incoming()[0].Username)
		}
	}
	// Not Microsoft's: eM Client reads them, Outlook passes over.
	poxDAV(account, "CalDAV", a.Service(provider.CalDAV), a)
	poxDAV(account, "CardDAV", a.Service(provider.CardDAV), a)
	body, err := bytesOf(doc)
	if err != nil {
		return Document{}, err
	}
	return Document{Type: xmlType, Body: body}, nil
}

func poxVariant(q *Query) (variant, bool) {
	return variant{local: q.Local != ""}, plainASCII(q.Local)
}

// poxProtocol writes one server. SSL stays on for STARTTLS, since Thunderbird and
// Delta Chat take off for plaintext; Encryption, which overrides it in Outlook
// 2010 and later, tells implicit TLS ("SSL") from STARTTLS ("TLS", MS-OXDSCLI
// 2.2.4.1.1.2.6.22). SPA must be written: its default is on. UsePOPAuth makes
// Outlook send with the login of the incoming server, which differs at iCloud.
func poxProtocol(account *etree.Element, e provider.Endpoint, incoming provider.Username) {
	types := map[provider.Protocol]string{provider.IMAP: "IMAP", provider.POP3: "POP3", provider.SMTP: "SMTP"}
	protocol := account.CreateElement("Protocol")
	leaf(protocol, "Type", types[e.Protocol])
	leaf(protocol, "Server", e.Host)
	leaf(protocol, "Port", strconv.Itoa(e.Port))
	leaf(protocol, "DomainRequired", poxOff)
	if e.Login != "" {
		leaf(protocol, "LoginName", e.Login)
	}
	leaf(protocol, "SPA", poxOff)
	leaf(protocol, "SSL", poxOn)
	encryption := "SSL"
	if e.Security == provider.STARTTLS {
		encryption = "TLS"
	}
	leaf(protocol, "Encryption", encryption)
	leaf(protocol, "AuthRequired", poxOn)
	if e.Protocol == provider.SMTP {
		sameLogin := poxOff
		if e.Username == incoming {
			sameLogin = poxOn
		}
		leaf(protocol, "UsePOPAuth", sameLogin)
		leaf(protocol, "SMTPLast", poxOff)
	}
}

func poxDAV(account *etree.Element, kind, url string, a provider.Account) {
	if url == "" {
		return
	}
	protocol := account.CreateElement("Protocol")
	leaf(protocol, "Type", kind)
	leaf(protocol, "Server", url)
	leaf(protocol, "DomainRequired", poxOff)
	if login := a.Provider.Username.Expand(a.Local, a.Domain); login != "" {
		leaf(protocol, "LoginName", login)
	}
}

// startTLSPorts are the ports that Thunderbird and FairEmail take for STARTTLS,
// whatever the document says; all others are implicit TLS to them.
var startTLSPorts = []int{143, 110, 25, 587}

// expressibleInPOX refuses what some reader would misread: no password to type,
// and a port that says another thing than its security.
func expressibleInPOX(a provider.Account) error {
	if err := needPassword(a); err != nil {
		return err
	}
	for _, e := range a.Servers() {
		if (e.Security == provider.STARTTLS) != slices.Contains(startTLSPorts, e.Port) {
			return notInFormat(a,
				fmt.Sprintf("%s runs %s on port %d, which Thunderbird and FairEmail take for the opposite.", e.Host, securityName(e.Security), e.Port),
				fmt.Sprintf("%s 在端口 %[3]d 上使用 %[2]s，Thunderbird 和 FairEmail 会理解成另一种加密方式。", e.Host, securityName(e.Security), e.Port))
		}
	}
	return nil
}

func securityName(s provider.Security) string {
	if s == provider.STARTTLS {
		return "STARTTLS"
	}
	return "TLS"
}

// failPOX answers as Exchange does: status 200 with an Error document, since any
// other status means "no Autodiscover here" to Outlook. GET is different: Delta
// Chat takes a 200 without servers for the end of its search.
func failPOX(options Options, q Query, err error) Document {
	code, message := errorInvalidRequest, "Invalid Request"
	var refusal *Refusal
	status := http.StatusOK
	switch {
	case errors.Is(err, errNotServed):
		code, message = errorNotFound, "The email address can't be found."
	case errors.Is(err, errNoSchema):
		code, message = errorNoProvider, "Provider is not available"
	case errors.As(err, &refusal):
		code, message = refusalCode(refusal)
	case errors.Is(err, errTooLarge):
		return plain(http.StatusRequestEntityTooLarge, "The request body is too large.\n")
	case errors.Is(err, errMethod):
		return plain(http.StatusMethodNotAllowed, "Autodiscover takes GET and POST.\n")
	case errors.Is(err, errInternal):
		code, message, status = errorInternal, "Internal Error", http.StatusInternalServerError
	}
	if errors.Is(err, errNoAddress) {
		code, message = errorNotFound, "The email address can't be found."
	}
	if status == http.StatusOK && !q.Strict && q.Address.IsZero() {
		status = http.StatusNotFound
	}
	body, err := errorDocument(code, message, options.Now())
	if err != nil {
		return plain(http.StatusInternalServerError, "internal error\n")
	}
	return Document{Status: status, Type: xmlType, Body: body}
}

// refusalCode maps refusals to MS-OXDSCLI 2.2.4.1.1.3.2: 501 for an address that
// is known and has no configuration, 601 for a configuration of another kind.
func refusalCode(r *Refusal) (code, message string) {
	switch r.Reason {
	case reasonUnchecked:
		return errorNotFound, "The email address can't be found."
	case reasonUnsupported:
		return errorNoOptions, r.Why.In("en")
	case reasonOAuth2Only:
		return errorNoProvider, "This provider accepts only OAuth2, which Autodiscover cannot express."
	}
	return errorNoProvider, r.Why.In("en")
}

// errorDocument is the whole-response error of both schemas. Its Response takes
// the outer namespace; Time is a time of day without a date, Id an unsigned
// 32-bit number that names the server.
func errorDocument(code, message string, now time.Time) ([]byte, error) {
	doc := newXML()
	root := doc.CreateElement("Autodiscover")
	root.CreateAttr("xmlns", nsResponse)
	e := root.CreateElement("Response").CreateElement("Error")
	e.CreateAttr("Time", now.UTC().Format("15:04:05.0000000"))
	e.CreateAttr("Id", strconv.FormatUint(uint64(crc32.ChecksumIEEE([]byte("signpost"))), 10))
	leaf(e, "ErrorCode", code)
	leaf(e, "Message", message)
	e.CreateElement("DebugData")
	return bytesOf(doc)
}
