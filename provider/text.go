package provider

import (
	"maps"
	"slices"
	"strings"
)

// Text is a short text for people in one or more languages: BCP 47 tag → words.
// A text in no particular language has the empty tag. The words are literal, in
// Unicode, on one line.
type Text map[string]string

// In returns the text in the language of tag, or in the nearest one: the tag
// itself, its primary language, the text without a language, English, and at
// last the first of the others by tag. It is empty only if the Text is.
func (t Text) In(tag string) string {
	if len(t) == 0 {
		return ""
	}
	primary, _, _ := strings.Cut(tag, "-")
	for _, key := range []string{tag, primary, "", "en"} {
		if s, ok := t[key]; ok {
			return s
		}
	}
	return t[t.Languages()[0]]
}

// IsZero tells whether there is no text.
func (t Text) IsZero() bool { return len(t) == 0 }

// Languages lists the tags in the order in which documents carry them: English
// first, the others by tag.
func (t Text) Languages() []string {
	tags := slices.Sorted(maps.Keys(t))
	if i := slices.Index(tags, "en"); i > 0 {
		tags = append([]string{"en"}, slices.Delete(tags, i, i+1)...)
	}
	return tags
}
