package client

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"

	"github.com/beevik/etree"
)

// jsType is the sort of a JavaScript value.
type jsType int

const (
	jsMissing jsType = iota
	jsString
	jsNumber
	jsBoolean
	jsObject
)

// jxon is what Thunderbird's JXON.sys.mjs makes of the text of an element: the
// JavaScript value that it looks like. Text is not trimmed, 007 becomes 7, and an
// element with an attribute loses its text. Dates are the one conversion that is
// left out: JavaScript takes too many things for one.
type jxon struct {
	kind jsType
	// text is String(value).
	text   string
	number float64
}

// jxonChild reads the first child element whose name is written exactly so: a
// prefix makes another name of it.
func jxonChild(e *etree.Element, name string) jxon {
	for _, c := range e.ChildElements() {
		if c.FullTag() == name {
			return jxonOf(c)
		}
	}
	return jxon{kind: jsMissing, text: "undefined"}
}

func jxonOf(e *etree.Element) jxon {
	object := jxon{kind: jsObject, text: "[object Object]"}
	if len(e.Attr) > 0 || len(e.ChildElements()) > 0 {
		return object
	}
	if len(e.Child) == 0 {
		// The default for an empty element: <LoginName/> logs in as "true".
		return jxon{kind: jsBoolean, text: "true"}
	}
	if text := allText(e); text != "" {
		return jxonText(text)
	}
	return object
}

// jxonText is parseText, which attributes go through as well.
func jxonText(text string) jxon {
	if lower := strings.ToLower(text); lower == "true" || lower == "false" {
		return jxon{kind: jsBoolean, text: lower}
	}
	if n, ok := jsNumberOf(text); ok {
		return jxon{kind: jsNumber, text: jsNumberText(n), number: n}
	}
	return jxon{kind: jsString, text: text}
}

// allText is the text of an element with comments and the like cut out.
func allText(e *etree.Element) string {
	var b strings.Builder
	for _, token := range e.Child {
		if text, ok := token.(*etree.CharData); ok {
			b.WriteString(text.Data)
		}
	}
	return b.String()
}

// jsNumberOf is parseFloat of a text for which isFinite holds: NaN for white
// space, and 0 for hexadecimal, octal and binary numbers.
func jsNumberOf(text string) (float64, bool) {
	text = strings.TrimSpace(text)
	if text == "" {
		return math.NaN(), true
	}
	if len(text) > 2 && text[0] == '0' {
		digits := map[byte]string{'x': "0123456789abcdef", 'o': "01234567", 'b': "01"}[text[1]|0x20]
		if digits != "" && strings.Trim(strings.ToLower(text[2:]), digits) == "" {
			return 0, true
		}
	}
	if strings.Trim(text, "+-.0123456789eE") != "" {
		return 0, false
	}
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil
}

// jsNumberText is String(n): package encoding/json writes numbers as ECMAScript does.
func jsNumberText(n float64) string {
	text, err := json.Marshal(n)
	if err != nil {
		return "NaN"
	}
	return string(text)
}

// lower is toLowerCase, which only strings have: anything else is a TypeError.
func (v jxon) lower() (string, bool) {
	return strings.ToLower(v.text), v.kind == jsString
}

// nonEmpty is InputSanitizer.nonemptystring: everything but what is falsy.
func (v jxon) nonEmpty() (string, bool) {
	switch v.kind {
	case jsMissing:
		return "", false
	case jsNumber:
		return v.text, v.number != 0 && !math.IsNaN(v.number)
	case jsBoolean:
		return v.text, v.text == "true"
	default:
		return v.text, true
	}
}

// integer is InputSanitizer.integer, which has no range: parseInt takes the
// digits that a string begins with.
func (v jxon) integer() (int, bool) {
	if v.kind == jsNumber {
		return int(v.number), math.Abs(v.number) <= math.MaxInt32
	}
	if v.kind != jsString {
		return 0, false
	}
	return leadingInteger(v.text)
}
