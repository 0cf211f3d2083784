package doctor

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/beevik/etree"

	"signpost/client/discovery"
)

// judgeDocuments looks at what is in the documents, each once, and tells whom they
// lose.
func (e *examination) judgeDocuments() {
	type document struct {
		seen

		refusals []seen
	}
	documents := map[string]*document{}
	var order []string
	for _, s := range e.own() {
		isDocument := s.Reply.Status/100 == 2 && len(s.Reply.Body) > 0 && !isHTML(s.Reply.Type, s.Reply.Body)
		if !isDocument || s.Fault != discovery.NoFault {
			continue
		}
		key := s.Step.Format + " " + string(s.Reply.Body)
		if documents[key] == nil {
			documents[key] = &document{seen: s}
			order = append(order, key)
		}
		if !s.Used && s.client != "" && s.Refusal != "" && s.Refusal != "not needed any more" {
			documents[key].refusals = append(documents[key].refusals, s)
		}
	}
	for _, key := range order {
		d := documents[key]
		before := len(e.found.all)
		switch d.Step.Format {
		case "autoconfig":
			e.judgeAutoconfig(d.seen)
		case "pox":
			e.judgePOX(d.seen)
		}
		isExplained := len(e.found.all) > before || e.found.has("content-type")
		for _, s := range d.refusals {
			if !isExplained && s.Step.Format != "activesync" && s.Step.Format != "autodiscover-json" {
				e.found.add("document-refused", "would not use "+place(s, "")+": "+s.Refusal, s.client)
			}
		}
	}
}

// judgeAutoconfig looks at a document of Mozilla's format. Each mistake is one that
// was seen in the wild.
func (e *examination) judgeAutoconfig(s seen) {
	where := place(s, "")
	say := func(id, what string) { e.addAt(seen{Asked: s.Asked, found: s.found}, id, where+": "+what) }
	doc := etree.NewDocument()
	if err := doc.ReadFromBytes(s.Reply.Body); err != nil || doc.Root() == nil {
		say("autoconfig-malformed", "the document is no well-formed XML")
		return
	}
	ep := doc.Root().SelectElement("emailProvider")
	if doc.Root().Tag != "clientConfig" || ep == nil {
		say("autoconfig-malformed", "the document is no clientConfig with an emailProvider")
		return
	}
	if id := ep.SelectAttrValue("id", ""); id == "" || strings.ContainsAny(id, "% /@") {
		say("autoconfig-id", "the id is "+strconv.Quote(id))
	}
	if len(ep.SelectElements("domain")) == 0 {
		say("autoconfig-no-domain", "there is no domain")
	}
	if len(ep.SelectElements("outgoingServer")) == 0 {
		say("autoconfig-no-outgoing", "there is no outgoingServer")
	}
	for _, server := range append(ep.SelectElements("incomingServer"), ep.SelectElements("outgoingServer")...) {
		host := textIn(server, "hostname")
		if textIn(server, "socketType") == "plain" {
			say("autoconfig-plaintext", host+" has the socketType plain")
		}
		var methods []string
		for _, a := range server.SelectElements("authentication") {
			methods = append(methods, strings.TrimSpace(a.Text()))
		}
		if len(methods) > 0 && !slices.ContainsFunc(methods, func(m string) bool { return m != "password-encrypted" && m != "secure" }) {
			say("autoconfig-encrypted-only", host+" is said to take encrypted passwords only")
		}
		for _, a := range server.Attr {
			if a.Key != "type" {
				say("autoconfig-attributes", "a server has the attribute "+a.FullKey())
			}
		}
	}
}

// judgePOX looks at an Autodiscover answer.
func (e *examination) judgePOX(s seen) {
	where := place(s, "")
	say := func(id, what string) { e.addAt(seen{Asked: s.Asked, found: s.found}, id, where+": "+what) }
	doc := etree.NewDocument()
	if err := doc.ReadFromBytes(s.Reply.Body); err != nil || doc.Root() == nil || doc.Root().Tag != "Autodiscover" {
		return
	}
	response := doc.Root().SelectElement("Response")
	if response == nil {
		return
	}
	if response.SelectElement("Error") != nil {
		if s.Step.Body != discovery.NoBody {
			say("pox-error", "the answer is an Error document")
		}
		return
	}
	const schemas = "http://schemas.microsoft.com/exchange/autodiscover/"
	if doc.Root().NamespaceURI() != schemas+"responseschema/2006" || response.NamespaceURI() != schemas+"outlook/responseschema/2006a" {
		say("pox-namespace", "the namespaces are "+strconv.Quote(doc.Root().NamespaceURI())+" and "+strconv.Quote(response.NamespaceURI()))
	}
	accounts := response.SelectElements("Account")
	if len(accounts) != 1 {
		say("pox-accounts", strconv.Itoa(len(accounts))+" Account elements")
	}
	for _, account := range accounts {
		for _, protocol := range account.SelectElements("Protocol") {
			judgeProtocol(protocol, say)
		}
	}
}

// judgeProtocol looks at one Protocol of an Autodiscover answer.
func judgeProtocol(protocol *etree.Element, say func(id, what string)) {
	kind := textIn(protocol, "Type")
	isMail := slices.Contains([]string{"IMAP", "POP3", "SMTP"}, kind)
	known := []string{"EXCH", "EXPR", "EXHTTP", "WEB", "CalDAV", "CardDAV", "DAV"}
	if !isMail && protocol.SelectAttr("Type") == nil && !slices.Contains(known, kind) {
		say("pox-type", "the Type "+strconv.Quote(kind)+" is known to nobody")
	}
	if !isMail {
		return
	}
	what := kind + " on port " + textIn(protocol, "Port")
	ssl, encryption := strings.ToLower(textIn(protocol, "SSL")), textIn(protocol, "Encryption")
	port, _ := strconv.Atoi(textIn(protocol, "Port"))
	implicit := slices.Contains([]int{993, 995, 465}, port)
	starttls := slices.Contains([]int{143, 110, 587}, port)
	switch {
	case ssl == "off" || strings.EqualFold(encryption, "none"):
		say("pox-ssl-off", what+" has SSL off")
	case implicit && encryption == "TLS", starttls && encryption == "SSL":
		say("pox-encryption", what+" has the Encryption "+encryption)
	}
	if spa := strings.ToLower(textIn(protocol, "SPA")); spa != "off" {
		say("pox-spa", what+" has SPA on")
	}
}

// textIn is the trimmed text of a child.
func textIn(e *etree.Element, tag string) string {
	if c := e.SelectElement(tag); c != nil {
		return strings.TrimSpace(c.Text())
	}
	return ""
}

// judgePACC holds the document and its digest against each other.
func (e *examination) judgePACC() {
	asked := e.extraAsked("PACC")
	hasDocument := asked.Fault == discovery.NoFault && asked.Reply.Status == 200 && bytes.HasPrefix(bytes.TrimSpace(asked.Reply.Body), []byte("{"))
	texts := e.names.pacc
	isRight := slices.ContainsFunc(texts, func(text string) bool { return discovery.HasDigest(text, asked.Reply.Body) })
	// A host that cannot be asked is named as such.
	isAnswered := slices.Contains([]discovery.Fault{discovery.NoFault, discovery.NoSuchName, discovery.RedirectRefused}, asked.Fault)
	switch {
	case !isAnswered:
	case hasDocument && len(texts) == 0:
		e.found.add("pacc-no-record", "there is no record _ua-auto-config."+e.address.Domain)
	case hasDocument && !isRight:
		e.found.add("pacc-digest", "the record _ua-auto-config."+e.address.Domain+" has another digest than the document")
	case !hasDocument && len(texts) > 0:
		e.found.add("pacc-no-document", "there is a record _ua-auto-config."+e.address.Domain+", but no document at "+asked.URL)
	}
}
