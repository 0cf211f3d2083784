package autoconfig

import (
	"strconv"

	"github.com/beevik/etree"
)

// dict builds a property list dictionary whose keys stand in the order of the
// calls. Numbers are <integer>: a profile with <real> in it is refused.
type dict struct{ element *etree.Element }

// newPlist starts a property list with Apple's document type, which its parser
// does not need and every tool writes.
func newPlist() (*etree.Document, dict) {
	doc := newXML()
	doc.CreateDirective(`DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd"`)
	root := doc.CreateElement("plist")
	root.CreateAttr("version", "1.0")
	return doc, dict{root.CreateElement("dict")}
}

func (d dict) str(key, value string) {
	leaf(d.element, "key", key)
	leaf(d.element, "string", value)
}

// optional writes a key only if there is a value: the device asks for what is absent.
func (d dict) optional(key, value string) {
	if value != "" {
		d.str(key, value)
	}
}

func (d dict) integer(key string, value int) {
	leaf(d.element, "key", key)
	leaf(d.element, "integer", strconv.Itoa(value))
}

func (d dict) boolean(key string, value bool) {
	leaf(d.element, "key", key)
	d.element.CreateElement(strconv.FormatBool(value))
}

func (d dict) dict(key string) dict {
	leaf(d.element, "key", key)
	return dict{d.element.CreateElement("dict")}
}

// array starts a list; item adds a dictionary to it.
func (d dict) array(key string) array {
	leaf(d.element, "key", key)
	return array{d.element.CreateElement("array")}
}

type array struct{ element *etree.Element }

func (a array) item() dict { return dict{a.element.CreateElement("dict")} }
