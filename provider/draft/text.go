package draft

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"signpost/provider"
)

// Limits for names (draft-ietf-mailmaint-autoconfig-06, section 3.2.4).
const (
	maxName      = 60
	maxShortName = 20
)

// Line brings a text for people onto one line: white space is one blank, control
// and invisible characters are gone.
func Line(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == utf8.RuneError, unicode.In(r, unicode.Cc, unicode.Cf):
			return -1
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// clip keeps messages short.
func clip(s string) string {
	if r := []rune(Line(s)); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return Line(s)
}

var anyPlaceholder = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`%EMAIL[A-Z]+%?`) })

// literal takes the placeholders out of a name: a name is the same for everybody.
func (d *Draft) literal(at Position, what, s string) string {
	s = Line(s)
	rest := strings.Trim(Line(anyPlaceholder().ReplaceAllString(s, "")), " -–—:,;@()")
	if rest == s || !anyPlaceholder().MatchString(s) {
		return s
	}
	if rest == "" {
		d.Note(at, fmt.Sprintf("%s `%s` is left out: it is a placeholder", what, clip(s)), "")
		return ""
	}
	d.Note(at, fmt.Sprintf("%s `%s` loses its placeholder", what, clip(s)), "")
	return rest
}

// SetName takes in the name for people, cut to the length that the formats allow.
func (d *Draft) SetName(at Position, s string) {
	name := []rune(d.literal(at, "the name", s))
	if len(name) > maxName {
		d.Note(at, fmt.Sprintf("the name is cut: it has more than %d characters", maxName), "")
		name = []rune(strings.TrimSpace(string(name[:maxName])))
	}
	if len(name) > 0 {
		d.Name = provider.Text{{Words: string(name)}}
	}
}

// SetShort takes in the short name; one that is too long is left out, since a cut
// one says nothing.
func (d *Draft) SetShort(at Position, s string) {
	short := d.literal(at, "the short name", s)
	if utf8.RuneCountInString(short) > maxShortName {
		d.Note(at, fmt.Sprintf("the short name `%s` is left out: it has more than %d characters", clip(short), maxShortName), "")
		return
	}
	if short != "" {
		d.Short = provider.Text{{Words: short}}
	}
}

// MaxID is the greatest length of a provider's id.
const MaxID = 63

// Slug makes the id of a provider: lower-case letters and digits of ASCII, all
// else a hyphen. It is empty if nothing is left.
func Slug(s string) string {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
	slug := strings.Join(words, "-")
	return strings.TrimRight(slug[:min(len(slug), MaxID)], "-")
}
