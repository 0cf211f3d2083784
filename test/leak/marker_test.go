//go:build leak

package leak_test

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// marker is a part of every address, query value, password, header, name and body
// that these tests send. It stands nowhere else in the project, and its letters
// need no escape, so that most ways to write it leave it as it is.
const marker = "quagga"

// A form is a way to write the marker.
type form struct {
	name, needle string
	// exact: the letters have a case, as in Base64.
	exact bool
}

// spelled writes each byte of the marker in the same way, with something between.
func spelled(format, between string) string {
	parts := make([]string, len(marker))
	for i, b := range []byte(marker) {
		parts[i] = fmt.Sprintf(format, b)
	}
	return strings.Join(parts, between)
}

// forms are those in which a program can write what it was sent: as text, as one of
// the encodings of mail and of the web, as Go prints bytes, and as a stack trace
// prints arguments.
func forms() []form {
	backwards := []byte(marker)
	slices.Reverse(backwards)
	all := []form{
		{name: "plain", needle: marker},
		{name: "percent-encoded", needle: spelled("%%%02x", "")},
		{name: "percent-encoded twice", needle: spelled("%%25%02x", "")},
		{name: "quoted-printable", needle: spelled("=%02x", "")},
		{name: "XML, decimal", needle: spelled("&#%d;", "")},
		{name: "XML, hexadecimal", needle: spelled("&#x%02x;", "")},
		{name: "JSON escapes", needle: spelled(`\u%04x`, "")},
		{name: "Go escapes", needle: spelled(`\x%02x`, "")},
		{name: "hexadecimal", needle: hex.EncodeToString([]byte(marker))},
		{name: "hexadecimal bytes", needle: spelled("%02x", " ")},
		{name: "decimal bytes", needle: spelled("%d", " ")},
		{name: "bytes in a stack trace", needle: spelled("0x%02x", ", ")},
		{name: "a word in a stack trace", needle: hex.EncodeToString(backwards)},
		{name: "UTF-16", needle: spelled("%c", "\x00")},
		{name: "UTF-16 in Go escapes", needle: spelled("%c", `\x00`)},
		{name: "UTF-16 in JSON escapes", needle: spelled("%c", `\u0000`)},
	}
	for _, text := range []string{marker, strings.ToUpper(marker)} {
		for offset := range 3 {
			all = append(all, form{fmt.Sprintf("Base64, offset %d", offset), base64Middle(text, offset), true})
		}
	}
	return all
}

// base64Middle is what stands in the Base64 form of every text that has this one
// behind a number of bytes that leaves the offset when divided by three.
func base64Middle(text string, offset int) string {
	encoded := base64.RawStdEncoding.EncodeToString([]byte(strings.Repeat("x", offset) + text))
	begin := []int{0, 2, 3}[offset]
	return encoded[begin : (offset+len(text))*8/6]
}

// leaks says in which forms a text holds the marker, each with what stands around it.
func leaks(text string) []string {
	folded := strings.ToLower(text)
	var found []string
	for _, f := range forms() {
		hay := folded
		if f.exact {
			hay = text
		}
		if at := strings.Index(hay, f.needle); at >= 0 {
			around := hay[max(at-200, 0):min(at+len(f.needle)+100, len(hay))]
			found = append(found, fmt.Sprintf("%s: …%q…", f.name, around))
		}
	}
	return found
}

// wantNoLeak fails the test if an output holds the marker in any form.
func wantNoLeak(t *testing.T, what, output string) {
	t.Helper()
	for _, leak := range leaks(output) {
		t.Errorf("%s holds what was sent, %s", what, leak)
	}
}

// The search must find what it is there for, or these tests prove nothing.
func TestTheSearchFindsTheMarkerInEveryForm(t *testing.T) {
	address := "some." + marker + "@example.com"
	for name, line := range map[string]string{
		"plain":                   "domain=example.com address=" + address,
		"capitals":                strings.ToUpper(address),
		"quoted":                  fmt.Sprintf("%q", address),
		"percent-encoded":         percent(address),
		"percent-encoded twice":   strings.ReplaceAll(percent(address), "%", "%25"),
		"quoted-printable":        strings.ReplaceAll(percent(address), "%", "="),
		"Base64":                  base64.StdEncoding.EncodeToString([]byte(address)),
		"Base64 for URLs":         base64.URLEncoding.EncodeToString([]byte(address)),
		"credentials":             basic(marker + "@example.com"),
		"credentials, offset 1":   basic("x" + marker),
		"credentials, offset 2":   basic("xy" + marker),
		"credentials in capitals": basic(strings.ToUpper(marker)),
		"hexadecimal":             fmt.Sprintf("%x", address),
		"a dump of bytes":         fmt.Sprintf("% x", address),
		"bytes":                   fmt.Sprintf("%d", []byte(address)),
		"bytes in Go":             fmt.Sprintf("%#v", []byte(address)),
		"UTF-16":                  string(utf16Bytes(address, binary.LittleEndian)),
		"UTF-16, big endian":      string(utf16Bytes(address, binary.BigEndian)),
		"UTF-16, quoted":          fmt.Sprintf("%q", utf16Bytes(address, binary.LittleEndian)),
		"an argument of a call":   fmt.Sprintf("main.f(%#x)", binary.LittleEndian.Uint64([]byte(marker+"@e"))),
	} {
		if len(leaks("level=INFO msg=request "+line+" status=200\n")) == 0 {
			t.Errorf("%s is not found: %s", name, line)
		}
	}
	if found := leaks("level=INFO msg=request domain=example.com route=/lookup/* network=127.0.0.0/24 status=200\n"); len(found) > 0 {
		t.Errorf("found in a line without it: %q", found)
	}
}

// percent escapes every byte.
func percent(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		fmt.Fprintf(&b, "%%%02X", c)
	}
	return b.String()
}

// basic is an Authorization value (RFC 7617).
func basic(user string) string {
	return "Basic " + base64.StdEncoding.EncodeToString([]byte(user+":"+marker))
}

func utf16Bytes(s string, order binary.AppendByteOrder) []byte {
	var b []byte
	for _, unit := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, unit)
	}
	return b
}
