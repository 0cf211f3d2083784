package discovery

import (
	"crypto/md5" //nolint:gosec // Evolution's way to hide an address; nothing is protected by it
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"

	"signpost/internal/address"
)

// Spelling is how an address stands in a URL.
type Spelling string

// The spellings.
const (
	// Encoded is that of URLSearchParams and of Go: @ is %40, + is %2B.
	Encoded Spelling = "encoded"
	// EncodedAll escapes all but letters, digits and the full stop (Delta Chat).
	EncodedAll Spelling = "all but letters, digits and . encoded"
	// Raw is the address as it is, @ and + included.
	Raw Spelling = "raw"
	// Hidden has EVOLUTIONUSER for the local part, and the address's MD5 behind it.
	Hidden Spelling = "hidden behind EVOLUTIONUSER and an MD5"
)

// write writes an address into a URL.
func (s Spelling) write(a address.Address) string {
	switch s {
	case Encoded:
		return url.QueryEscape(a.String())
	case EncodedAll:
		return encodeAll(a.String())
	case Hidden:
		sum := md5.Sum([]byte(strings.ToLower(a.String()))) //nolint:gosec // see the import
		return "EVOLUTIONUSER%40" + a.Domain + "&emailmd5=" + hex.EncodeToString(sum[:])
	}
	return a.String()
}

func encodeAll(text string) string {
	var b strings.Builder
	for _, c := range []byte(text) {
		isPlain := c == '.' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
		if isPlain {
			b.WriteByte(c)
			continue
		}
		fmt.Fprintf(&b, "%%%02X", c)
	}
	return b.String()
}

// spellings are all ways in which an address may come back in a text.
func spellings(a address.Address) []string {
	whole := a.String()
	hidden := Hidden.write(a)
	return []string{
		Encoded.write(a), EncodedAll.write(a), url.PathEscape(whole), whole, strings.ReplaceAll(whole, "@", "%40"),
		hidden[strings.LastIndexByte(hidden, '=')+1:],
	}
}

// Masker replaces an address, in every spelling that a client sends, by
// …@domain, so that a trace can be shown to others.
func Masker(a address.Address) *strings.Replacer {
	var pairs []string
	for _, s := range spellings(a) {
		masked := "…@" + a.Domain
		if !strings.Contains(s, a.Domain) {
			masked = "…"
		}
		pairs = append(pairs, s, masked)
	}
	return strings.NewReplacer(pairs...)
}
