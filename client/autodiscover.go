package client

import (
	"mime"
	"net/http"
	"strconv"
	"strings"

	"github.com/beevik/etree"

	"signpost/provider"
)

// The namespaces of Autodiscover answers as Outlook and devices compare them.
// Microsoft's web pages print them with https; no client takes that spelling.
const (
	nsAutodiscover = "http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"
	nsOutlook      = "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a"
	nsMobileSync   = "http://schemas.microsoft.com/exchange/autodiscover/mobilesync/responseschema/2006"
)

// Limits for what a reader takes, far above every real document.
const (
	maxReply    = 1 << 20 // bytes
	maxXMLDepth = 32      // nested elements
)

// autodiscoverReaders lists the readers of Autodiscover: the XML for Outlook
// that others read too, the one for ActiveSync, and JSON.
func autodiscoverReaders() []Reader {
	return []Reader{
		{Client: "outlook", Format: "pox", Version: "2010 and later (MS-OXDSCLI)", Read: readOutlook},
		{Client: "thunderbird", Format: "pox", Version: "156.0a1", Read: readThunderbirdPOX},
		{Client: "deltachat", Format: "pox", Version: "core of 2026-08-22", Read: readDeltaChatPOX},
		{Client: "fairemail", Format: "pox", Version: "source of 2026-08-22", Read: readFairEmailPOX},
		{Client: "activesync", Format: "activesync", Version: "MS-ASCMD", Read: readActiveSync},
		{Client: "autodetect", Format: "autodiscover-json", Version: "as seen in 2024-08", Read: readAutoDetect},
		{Client: "parula", Format: "autodiscover-json", Version: "source of 2026-08-20", Read: readParula},
	}
}

// checkSize refuses a body that no client would wait for.
func checkSize(body []byte) error {
	if len(body) > maxReply {
		return refuse("the document has more than %d bytes", maxReply)
	}
	return nil
}

// xmlRoot parses a body and returns its root element. Two roots, and text beside
// the root, are refused here because etree lets them pass and no client does.
func xmlRoot(body []byte) (*etree.Element, error) {
	if err := checkSize(body); err != nil {
		return nil, err
	}
	doc := etree.NewDocument()
	doc.ReadSettings.MaxDepth = maxXMLDepth
	if err := doc.ReadFromBytes(body); err != nil {
		return nil, refuse("not well-formed: %w", err)
	}
	if n := len(doc.ChildElements()); n != 1 {
		return nil, refuse("not well-formed: %d root elements", n)
	}
	for _, token := range doc.Child {
		if text, ok := token.(*etree.CharData); ok && strings.Trim(text.Data, " \t\r\n\ufeff") != "" {
			return nil, refuse("not well-formed: text outside the root element")
		}
	}
	return doc.Root(), nil
}

// mediaType is a Content-Type without its parameters, in lower case.
func mediaType(contentType string) string {
	name, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		return ""
	}
	return name
}

// autodiscoverResponse returns the Response element of an answer in the schema
// that the client has asked for. Mixing up the outer and the inner namespace
// leaves Microsoft's parsers with an empty answer.
func autodiscoverResponse(reply Reply, schema string) (*etree.Element, error) {
	if reply.Status != http.StatusOK {
		return nil, refuse("status %d: not an Autodiscover endpoint", reply.Status)
	}
	if mediaType(reply.Type) != "text/xml" {
		return nil, refuse("the type is %q, not text/xml", reply.Type)
	}
	root, err := xmlRoot(reply.Body)
	if err != nil {
		return nil, err
	}
	if root.Tag != "Autodiscover" || root.NamespaceURI() != nsAutodiscover {
		return nil, refuse("the root is %s of %q, not Autodiscover of %q", root.Tag, root.NamespaceURI(), nsAutodiscover)
	}
	responses := root.SelectElements("Response")
	if len(responses) != 1 {
		return nil, refuse("%d Response elements", len(responses))
	}
	// The Response of an error is in the outer namespace, so look inside first.
	if e := responses[0].SelectElement("Error"); e != nil {
		return nil, refuse("error %s: %s", textOf(e, "ErrorCode"), textOf(e, "Message"))
	}
	if ns := responses[0].NamespaceURI(); ns != schema {
		return nil, refuse("the Response is of %q, not %q", ns, schema)
	}
	return responses[0], nil
}

// childrenIn lists the children of that name in the namespace of e: an element of
// another one is not part of the answer.
func childrenIn(e *etree.Element, tag string) []*etree.Element {
	var children []*etree.Element
	for _, c := range e.SelectElements(tag) {
		if c.NamespaceURI() == e.NamespaceURI() {
			children = append(children, c)
		}
	}
	return children
}

// childIn returns the first of childrenIn, or nil.
func childIn(e *etree.Element, tag string) *etree.Element {
	if children := childrenIn(e, tag); len(children) > 0 {
		return children[0]
	}
	return nil
}

// textOf is the trimmed text of the first such child, or "".
func textOf(e *etree.Element, tag string) string {
	if c := childIn(e, tag); c != nil {
		return strings.TrimSpace(c.Text())
	}
	return ""
}

// poxProtocol reads a Type. The spelling matters: POP is no protocol, and the
// clients that fold letter case do so themselves.
func poxProtocol(name string) (provider.Protocol, bool) {
	switch name {
	case "IMAP":
		return provider.IMAP, true
	case "POP3":
		return provider.POP3, true
	case "SMTP":
		return provider.SMTP, true
	}
	return "", false
}

// portOf reads a port of 1 to 65535 in decimal digits.
func portOf(text string) (int, bool) {
	port, err := strconv.ParseUint(text, 10, 16)
	return int(port), err == nil && port > 0
}

// add puts a server behind the others of its direction.
func (s *Setup) add(server Server) {
	if server.Protocol == provider.SMTP {
		s.Outgoing = append(s.Outgoing, server)
		return
	}
	s.Incoming = append(s.Incoming, server)
}

// withBoth is the setup, unless needBoth refuses it.
func (s Setup) withBoth() (Setup, error) {
	if err := s.needBoth(); err != nil {
		return Setup{}, err
	}
	return s, nil
}

// needBoth refuses a setup that can only receive or only send.
func (s *Setup) needBoth() error {
	switch {
	case len(s.Incoming) == 0:
		return refuse("no server to read mail from")
	case len(s.Outgoing) == 0:
		return refuse("no server to send mail with")
	}
	return nil
}
