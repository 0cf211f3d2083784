package provider

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

const startHint = "start with a line `id: example`"

// document parses YAML into the root node of its one document, a mapping.
func (d *decoder) document(data []byte) (*yaml.Node, bool) {
	if len(data) > maxFile {
		d.reportAt(position{}, fmt.Sprintf("is larger than %d bytes", maxFile), "name a list of domains with `domains_file`")
		return nil, false
	}
	if !d.printable(data) {
		return nil, false
	}
	loader, err := yaml.NewLoader(bytes.NewReader(data))
	if err != nil {
		d.syntax(err)
		return nil, false
	}
	var doc, second yaml.Node
	if err := loader.Load(&doc); err != nil && !errors.Is(err, io.EOF) {
		d.syntax(err)
		return nil, false
	}
	if doc.Kind != yaml.DocumentNode || len(doc.Content) != 1 || isNull(doc.Content[0]) {
		d.reportAt(position{}, "there is nothing in the file", startHint)
		return nil, false
	}
	switch err := loader.Load(&second); {
	case err == nil:
		d.report(&second, "a second document begins here", "write one provider a file")
	case !errors.Is(err, io.EOF):
		d.syntax(err)
	}
	root := doc.Content[0]
	switch root.Kind {
	case yaml.MappingNode:
		return root, true
	case yaml.SequenceNode:
		d.report(root, "the file holds a list", "write one provider a file; "+startHint)
	default:
		d.report(root, "the file holds no keys", startHint)
	}
	return nil, false
}

// printable reports the first byte that no text has, before the parser of YAML
// stumbles over it without saying where.
func (d *decoder) printable(data []byte) bool {
	pos := position{line: 1, column: 1}
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			d.reportAt(pos, fmt.Sprintf("the byte 0x%02X is not UTF-8", data[0]), "save the file as UTF-8")
			return false
		case r == '\n':
			pos = position{line: pos.line + 1}
		case unicode.IsControl(r) && r != '\t' && r != '\r' && r != '\u0085':
			d.reportAt(pos, fmt.Sprintf("there is a control character, %U", r), "delete it; a file of plain text has none")
			return false
		}
		pos.column++
		data = data[size:]
	}
	return true
}

// syntax reports what the YAML parser says.
func (d *decoder) syntax(err error) {
	var one *yaml.LoadError
	if !errors.As(err, &one) || one.Mark.Line == 0 {
		d.reportAt(position{}, "not valid YAML: "+err.Error(), "")
		return
	}
	d.reportAt(position{one.Mark.Line, max(one.Mark.Column, 1)}, "not valid YAML: "+one.Message, syntaxHint(one.Message))
}

// syntaxHint translates what the YAML parser says about the commonest mistakes. The
// others say themselves what is expected.
func syntaxHint(message string) string {
	for _, h := range []struct{ part, hint string }{
		{"tab character", "indent with blanks, not with tabs"},
		{"cannot start any token", "indent with blanks, not with tabs, and put quotes around a text that begins with @, ` or %"},
		{"mapping values are not allowed", "put quotes around a text with `: ` in it; keys of one level begin in the same column"},
		{"end of stream", "close the quotes"},
		{"',' or '}'", "a comma is missing, or a text with { or , in it needs quotes"},
		{"unknown anchor", "put quotes around a text that begins with *"},
	} {
		if strings.Contains(message, h.part) {
			return h.hint
		}
	}
	return ""
}
