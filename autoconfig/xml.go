package autoconfig

import (
	"fmt"

	"github.com/beevik/etree"
)

// newXML starts a document with the declaration that every reader takes: UTF-8,
// no BOM. Text is escaped as canonical XML has it, so that an apostrophe in a
// help text stays one.
func newXML() *etree.Document {
	doc := etree.NewDocument()
	doc.WriteSettings = etree.WriteSettings{CanonicalText: true, CanonicalAttrVal: true}
	doc.CreateProcInst("xml", `version="1.0" encoding="UTF-8"`)
	return doc
}

// leaf adds an element with text only. No white space may stand beside a value:
// Thunderbird does not trim (clients' readFromXML), so elements are indented and
// values are not.
func leaf(parent *etree.Element, tag, text string) *etree.Element {
	e := parent.CreateElement(tag)
	e.SetText(text)
	return e
}

// bytesOf serialises a document with two blanks of indentation.
func bytesOf(doc *etree.Document) ([]byte, error) {
	doc.Indent(2)
	body, err := doc.WriteToBytes()
	if err != nil {
		return nil, fmt.Errorf("writing xml: %w", err)
	}
	return body, nil
}
