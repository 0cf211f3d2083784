package zone

import (
	"fmt"
	"strings"

	"signpost/internal/address"
)

// maxString is the longest character-string in a record (RFC 1035, section 3.3).
const maxString = 255

// Text writes the records as a part of the domain's zone file (RFC 1035, section
// 5), to be included or pasted into the zone that has the SOA and NS records.
// Every record has a TTL of its own, so nothing behind the text changes.
func Text(domain string, records []Record, notes ...string) string {
	var b strings.Builder
	name := domain
	if unicode := address.Unicode(domain); unicode != domain {
		name += " (" + unicode + ")"
	}
	fmt.Fprintf(&b, "; Mail discovery for %s: a part of its zone, without SOA and NS.\n", name)
	for _, note := range notes {
		comment(&b, note)
	}
	fmt.Fprintf(&b, "$ORIGIN %s.\n", domain)
	width := 0
	for _, r := range records {
		width = max(width, len(Relative(r.Name, domain)))
	}
	purpose := ""
	for _, r := range records {
		if r.Purpose != purpose {
			purpose = r.Purpose
			b.WriteString("\n")
			comment(&b, purpose)
		}
		owner := Relative(r.Name, domain)
		if r.Type == Address {
			fmt.Fprintf(&b, "; %s needs A or AAAA records here, if it has none yet.\n", owner)
			continue
		}
		fmt.Fprintf(&b, "%-*s  %d IN %-5s  %s\n", width, owner, r.TTL, r.Type, r.Data())
	}
	return b.String()
}

// comment writes a text on one line, so that all of it stays a comment.
func comment(b *strings.Builder, text string) {
	b.WriteString("; " + strings.Join(strings.Fields(text), " ") + "\n")
}

// quote writes a text as character-strings of a TXT record: as many as it needs,
// with everything escaped that is not plain ASCII (RFC 1035, section 5.1).
func quote(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i := range len(text) {
		if i > 0 && i%maxString == 0 {
			b.WriteString(`" "`)
		}
		switch c := text[i]; {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c < ' ' || c > '~':
			fmt.Fprintf(&b, `\%03d`, c)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}
