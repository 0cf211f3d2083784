package ispdb

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/beevik/etree"

	"signpost/provider/draft"
)

// document is the XML of one file with the places of its elements.
type document struct {
	root      *etree.Element
	positions map[*etree.Element]draft.Position
}

// fault is why a file is not read at all.
type fault struct {
	at   draft.Position
	what string
}

// parseXML reads untrusted XML: one root, no document type, UTF-8, bounded depth.
func parseXML(data []byte) (document, *fault) {
	if len(data) > maxFile {
		return document{}, &fault{what: fmt.Sprintf("it is larger than %d bytes", maxFile)}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	starts, wrong := scan(data)
	if wrong != nil {
		return document{}, wrong
	}
	tree := etree.NewDocument()
	tree.ReadSettings = etree.ReadSettings{MaxDepth: maxDepth}
	if err := tree.ReadFromBytes(data); err != nil {
		return document{}, &fault{what: "not valid XML: " + err.Error()}
	}
	roots := tree.ChildElements()
	if len(roots) == 0 {
		return document{}, &fault{what: "there is no XML in it"}
	}
	if len(roots) > 1 {
		return document{}, &fault{what: fmt.Sprintf("it has %d root elements", len(roots))}
	}
	doc := document{root: roots[0], positions: map[*etree.Element]draft.Position{}}
	doc.place(roots[0], starts)
	return doc, nil
}

// errEncoding stops the parser at a declared encoding other than UTF-8.
var errEncoding = errors.New("another encoding than UTF-8")

// scan walks the whole text before a tree is made of it, refuses what is too deep
// or dangerous, and returns where each element begins: the tree does not know. No
// entity is expanded but the five of XML.
func scan(data []byte) ([]draft.Position, *fault) {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	decoder.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errEncoding }
	var starts []draft.Position
	for depth := 0; ; {
		var at draft.Position
		at.Line, at.Column = decoder.InputPos()
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return starts, nil
		}
		if err != nil {
			at.Line, at.Column = decoder.InputPos()
			return nil, &fault{at, "not valid XML: " + syntaxMessage(err)}
		}
		switch token.(type) {
		case xml.StartElement:
			starts = append(starts, at)
			depth++
			if depth > maxDepth {
				return nil, &fault{at, fmt.Sprintf("its elements are nested more than %d deep", maxDepth)}
			}
		case xml.EndElement:
			depth--
		case xml.Directive:
			return nil, &fault{at, "it has a document type, which nothing here needs"}
		}
	}
}

// syntaxMessage is what the parser says, without its own line number.
func syntaxMessage(err error) string {
	if errors.Is(err, errEncoding) {
		return "it names another encoding than UTF-8"
	}
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return syntax.Msg
	}
	return strings.TrimPrefix(err.Error(), "xml: ")
}

// place hands out the positions in the order of the document and returns those
// that are left.
func (doc document) place(e *etree.Element, starts []draft.Position) []draft.Position {
	if len(starts) == 0 {
		return nil
	}
	doc.positions[e] = starts[0]
	starts = starts[1:]
	for _, child := range e.ChildElements() {
		starts = doc.place(child, starts)
	}
	return starts
}

func (doc document) at(e *etree.Element) draft.Position { return doc.positions[e] }

// children lists the child elements of the given local names, in the order of the
// document.
func children(e *etree.Element, tags ...string) []*etree.Element {
	var found []*etree.Element
	for _, child := range e.ChildElements() {
		for _, tag := range tags {
			if child.Tag == tag {
				found = append(found, child)
			}
		}
	}
	return found
}

// child is the first child element of one of the local names, or nil.
func child(e *etree.Element, tags ...string) *etree.Element {
	if found := children(e, tags...); len(found) > 0 {
		return found[0]
	}
	return nil
}

// text is what an element says, on one line; comments inside it do not count. It
// is empty for no element.
func text(e *etree.Element) string {
	if e == nil {
		return ""
	}
	var b strings.Builder
	for _, token := range e.Child {
		if data, ok := token.(*etree.CharData); ok {
			b.WriteString(data.Data)
		}
	}
	return draft.Line(b.String())
}
