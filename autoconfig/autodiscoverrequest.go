package autoconfig

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/beevik/etree"

	"signpost/internal/address"
)

// Limits for what is posted: a real Autodiscover request has 400 bytes and is 3 deep.
const (
	maxBody  = 16 << 10
	maxDepth = 16
)

// The response schemas that a request can accept, by the part that tells them
// apart: Microsoft's web pages print the rest of the URL with https.
const (
	schemaOutlook = "outlook"
	schemaMobile  = "mobilesync"
)

// parseAutodiscover reads an Autodiscover XML request. It judges the body alone:
// FairEmail sends it as a form, Delta Chat sends GET without any.
func parseAutodiscover(r *http.Request) (Query, error) {
	if r.Method != http.MethodPost {
		// The address that an unknown client may have put into the query is not
		// read: GET asks by Host.
		return Query{Format: "pox"}, errNoAddress
	}
	strict := Query{Strict: true}
	if encoding := r.Header.Get("Content-Encoding"); encoding != "" && encoding != "identity" {
		return strict, errMalformed
	}
	body, err := readBody(r)
	if err != nil {
		return strict, err
	}
	return parseAutodiscoverBody(body)
}

// readBody reads a body of at most maxBody bytes, at once where its length is told.
func readBody(r *http.Request) ([]byte, error) {
	if r.ContentLength > maxBody {
		return nil, errTooLarge
	}
	if r.ContentLength >= 0 {
		body := make([]byte, r.ContentLength)
		if _, err := io.ReadFull(r.Body, body); err != nil {
			return nil, errMalformed
		}
		return body, nil
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, maxBody+1))
	switch {
	case err != nil:
		return nil, errMalformed
	case len(body) > maxBody:
		return nil, errTooLarge
	}
	return body, nil
}

// parseAutodiscoverBody reads the XML of a request: what real clients send in one
// pass, and everything else with the parser.
func parseAutodiscoverBody(body []byte) (Query, error) {
	request, ok := scanAutodiscover(body)
	if !ok {
		var err error
		if request, err = readAutodiscover(body); err != nil {
			return Query{Strict: true}, err
		}
	}
	return request.query()
}

// autodiscoverRequest is what stands in a request, before anybody has judged it.
type autodiscoverRequest struct {
	// namespace is that of the root.
	namespace string
	// schemas are the response schemas that are accepted, blank ones left out.
	schemas            []string
	email              string
	hasEmail, legacyDN bool
}

// readAutodiscover reads a request with the parser.
func readAutodiscover(body []byte) (autodiscoverRequest, error) {
	root, err := parseRequestXML(body)
	if err != nil {
		return autodiscoverRequest{}, err
	}
	request := child(root, "Request")
	if request == nil || !strings.EqualFold(root.Tag, "Autodiscover") {
		return autodiscoverRequest{}, errMalformed
	}
	read := autodiscoverRequest{namespace: root.NamespaceURI(), legacyDN: child(request, "LegacyDN") != nil}
	for _, e := range request.ChildElements() {
		value := strings.TrimSpace(e.Text())
		if strings.EqualFold(e.Tag, "AcceptableResponseSchema") && value != "" {
			read.schemas = append(read.schemas, value)
		}
	}
	if email := child(request, "EMailAddress"); email != nil {
		read.email, read.hasEmail = email.Text(), true
	}
	return read, nil
}

// query judges a request.
func (a autodiscoverRequest) query() (Query, error) {
	strict := Query{Strict: true}
	namespace, known := requestNamespace(a.namespace)
	if !known {
		return strict, errMalformed
	}
	schemas := knownSchemas(a.schemas)
	asked := len(a.schemas) > 0
	q := Query{Schemas: schemas, Format: "pox"}
	switch {
	case asked && len(schemas) == 0:
		return strict, errNoSchema
	case slices.Contains(schemas, schemaMobile), !asked && namespace == schemaMobile:
		q.Format = "activesync"
	}
	if !a.hasEmail {
		// MS-OXDSCLI 3.2.5 lets a LegacyDN stand alone. We keep no directory.
		if a.legacyDN {
			return strict, errNotServed
		}
		return strict, errMalformed
	}
	var err error
	if q.Address, err = address.Parse(a.email); err != nil {
		return strict, errMalformed
	}
	return q, nil
}

// requestNamespace names the schema of a request's own namespace. None at all is
// fine; a foreign one is not an Autodiscover request.
func requestNamespace(uri string) (schema string, known bool) {
	path, isURL := strings.CutPrefix(uri, "http://schemas.microsoft.com/exchange/autodiscover/")
	if !isURL {
		path, isURL = strings.CutPrefix(uri, "https://schemas.microsoft.com/exchange/autodiscover/")
	}
	switch {
	case uri == "":
		return "", true
	case isURL && strings.HasPrefix(path, schemaMobile+"/requestschema/"):
		return schemaMobile, true
	case isURL && strings.HasPrefix(path, schemaOutlook+"/requestschema/"):
		return schemaOutlook, true
	}
	return "", false
}

// knownSchemas lists the known ones among the response schemas that a request
// accepts.
func knownSchemas(accepted []string) []string {
	var known []string
	for _, value := range accepted {
		_, path, _ := strings.Cut(value, "://schemas.microsoft.com/exchange/autodiscover/")
		for _, schema := range []string{schemaOutlook, schemaMobile} {
			if strings.HasPrefix(path, schema+"/responseschema/") {
				known = append(known, schema)
			}
		}
	}
	return known
}

// child finds an element by its local name in any letter case.
func child(parent *etree.Element, tag string) *etree.Element {
	for _, e := range parent.ChildElements() {
		if strings.EqualFold(e.Tag, tag) {
			return e
		}
	}
	return nil
}

// parseRequestXML parses untrusted XML: one root, no document type, a known
// encoding, bounded depth. Thunderbird pastes the address into its request
// without escaping, so a body that fails is tried once more with its lone
// ampersands repaired.
func parseRequestXML(body []byte) (*etree.Element, error) {
	text, err := toUTF8(body)
	if err != nil {
		return nil, errMalformed
	}
	// The parser expands no entities. This refusal is for the day when somebody
	// swaps the parser (CVE-2019-9670).
	upper := bytes.ToUpper(text)
	if bytes.Contains(upper, []byte("<!DOCTYPE")) || bytes.Contains(upper, []byte("<!ENTITY")) {
		return nil, errMalformed
	}
	root, err := oneRoot(text)
	if err != nil {
		root, err = oneRoot(escapeAmpersands(text))
	}
	if err != nil {
		return nil, errMalformed
	}
	return root, nil
}

var errRoots = errors.New("not exactly one root element")

func oneRoot(text []byte) (*etree.Element, error) {
	doc := etree.NewDocument()
	doc.ReadSettings = etree.ReadSettings{MaxDepth: maxDepth, CharsetReader: onceCharsetReader()}
	if err := doc.ReadFromBytes(text); err != nil {
		return nil, fmt.Errorf("parsing request: %w", err)
	}
	var root *etree.Element
	for _, token := range doc.Child {
		switch t := token.(type) {
		case *etree.Element:
			if root != nil {
				return nil, errRoots
			}
			root = t
		case *etree.CharData:
			if strings.TrimSpace(t.Data) != "" {
				return nil, errRoots
			}
		}
	}
	if root == nil {
		return nil, errRoots
	}
	return root, nil
}

var errCharset = errors.New("unknown character encoding")

// onceCharsetReader is charsetReader for one document. The parser asks it at every
// declaration, wherever it stands, and hands it what is left: each answer would
// decode the rest once more, and double every byte of it.
func onceCharsetReader() func(string, io.Reader) (io.Reader, error) {
	asked := false
	return func(label string, input io.Reader) (io.Reader, error) {
		if asked {
			return nil, errCharset
		}
		asked = true
		return charsetReader(label, input)
	}
}

// charsetReader is asked for every declared encoding but UTF-8. UTF-16 has been
// converted by now; of the others only those are taken that are ASCII where a
// mail address is.
func charsetReader(label string, input io.Reader) (io.Reader, error) {
	switch strings.ToLower(label) {
	case "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be", "unicode":
		return input, nil
	case "iso-8859-1", "latin1", "windows-1252":
		data, err := io.ReadAll(input)
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", label, err)
		}
		runes := make([]rune, len(data))
		for i, b := range data {
			runes[i] = rune(b)
		}
		return strings.NewReader(string(runes)), nil
	}
	return nil, errCharset
}

// toUTF8 undoes UTF-16, told by its byte order mark or by the zero byte beside
// the first angle bracket, and drops a UTF-8 byte order mark.
func toUTF8(body []byte) ([]byte, error) {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(body, []byte{0xEF, 0xBB, 0xBF}):
		return bytes.TrimSpace(body[3:]), nil
	case bytes.HasPrefix(body, []byte{0xFF, 0xFE}):
		order, body = binary.LittleEndian, body[2:]
	case bytes.HasPrefix(body, []byte{0xFE, 0xFF}):
		order, body = binary.BigEndian, body[2:]
	case bytes.HasPrefix(body, []byte{'<', 0}):
		order = binary.LittleEndian
	case bytes.HasPrefix(body, []byte{0, '<'}):
		order = binary.BigEndian
	default:
		return bytes.TrimSpace(body), nil
	}
	if len(body)%2 != 0 {
		return nil, errCharset
	}
	units := make([]uint16, len(body)/2)
	for i := range units {
		units[i] = order.Uint16(body[2*i:])
	}
	text := make([]byte, 0, len(body))
	for _, r := range utf16.Decode(units) {
		text = utf8.AppendRune(text, r)
	}
	return bytes.TrimSpace(text), nil
}

// maxReference is the length of the longest reference that is taken for one, with
// its semicolon: looking further for one would cost the square of the body.
const maxReference = len("#x0010FFFF;")

// escapeAmpersands escapes every ampersand that begins no predefined entity and
// no character reference.
func escapeAmpersands(text []byte) []byte {
	var out []byte
	for {
		i := bytes.IndexByte(text, '&')
		if i < 0 {
			return append(out, text...)
		}
		out = append(out, text[:i+1]...)
		text = text[i+1:]
		name, _, found := bytes.Cut(text[:min(len(text), maxReference)], []byte(";"))
		if !found || !isReference(string(name)) {
			out = append(out, "amp;"...)
		}
	}
}

func isReference(name string) bool {
	switch name {
	case "amp", "lt", "gt", "quot", "apos":
		return true
	}
	digits, isNumber := strings.CutPrefix(name, "#")
	return isNumber && digits != "" && len(digits) <= 8 && strings.Trim(digits, "0123456789abcdefABCDEFx") == ""
}
