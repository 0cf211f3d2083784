package discovery

import (
	"strings"

	"github.com/beevik/etree"
)

// Body is what a request carries.
type Body string

// The bodies: Autodiscover questions that differ in the schema they ask for.
const (
	NoBody Body = ""
	// POX asks for Outlook's schema (MS-OXDSCLI, section 2.2.3.1).
	POX Body = "pox"
	// POXUnescaped is the same with the address pasted in as it is, markup and all,
	// as Thunderbird does.
	POXUnescaped Body = "pox-unescaped"
	// MobileSync asks for that of ActiveSync (MS-ASCMD, section 2.2.1.1).
	MobileSync Body = "mobilesync"
)

const schemas = "http://schemas.microsoft.com/exchange/autodiscover/"

// write writes the question about an address.
func (b Body) write(address string) (string, error) {
	request, response := "outlook/requestschema/2006", "outlook/responseschema/2006a"
	pasted := address
	switch b {
	case NoBody:
		return "", nil
	case MobileSync:
		request, response = "mobilesync/requestschema/2006", "mobilesync/responseschema/2006"
	case POXUnescaped:
		pasted = "ADDRESS"
	case POX:
	}
	doc := etree.NewDocument()
	doc.CreateProcInst("xml", `version="1.0" encoding="utf-8"`)
	root := doc.CreateElement("Autodiscover")
	root.CreateAttr("xmlns", schemas+request)
	question := root.CreateElement("Request")
	question.CreateElement("EMailAddress").SetText(pasted)
	question.CreateElement("AcceptableResponseSchema").SetText(schemas + response)
	doc.Indent(2)
	text, err := doc.WriteToString()
	if b == POXUnescaped {
		text = strings.Replace(text, "ADDRESS", address, 1)
	}
	return text, err
}
