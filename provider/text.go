package provider

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// Text is a short text for people in one or more languages, each language once, in
// the order of their tags. The words are literal, in Unicode, on one line. It is a
// list and no map, so that the compiler can lay the built-in texts out: a map would
// be made at each start.
type Text []Translation

// Translation is a Text in one language.
type Translation struct {
	// Lang is a BCP 47 tag. It is empty for a text in no particular language.
	Lang string
	// Words are not empty.
	Words string
}

// In returns the text in the language of tag, or in the nearest one: the tag
// itself, its primary language, the text without a language, English, and at
// last the first of the others by tag. It is empty only if the Text is.
func (t Text) In(tag string) string {
	if len(t) == 0 {
		return ""
	}
	primary, _, _ := strings.Cut(tag, "-")
	for _, lang := range [...]string{tag, primary, "", "en"} {
		if words := t.Exactly(lang); words != "" {
			return words
		}
	}
	return t.Exactly(t.Languages()[0])
}

// Exactly returns the text in the language of tag, or nothing if it is not in that
// one.
func (t Text) Exactly(tag string) string {
	for _, in := range t {
		if in.Lang == tag {
			return in.Words
		}
	}
	return ""
}

// With returns the text with words, which must not be empty, in one language more, or
// in the place of those of a language that it has. The Text itself stays as it is.
func (t Text) With(tag, words string) Text {
	i, found := slices.BinarySearchFunc(t, tag, func(in Translation, tag string) int { return cmp.Compare(in.Lang, tag) })
	if found {
		t = slices.Clone(t)
		t[i].Words = words
		return t
	}
	return slices.Insert(slices.Clone(t), i, Translation{Lang: tag, Words: words})
}

// Without returns the text without one of its languages. The Text itself stays as
// it is.
func (t Text) Without(tag string) Text {
	return slices.DeleteFunc(slices.Clone(t), func(in Translation) bool { return in.Lang == tag })
}

// IsZero tells whether there is no text.
func (t Text) IsZero() bool { return len(t) == 0 }

// Languages lists the tags in the order in which documents carry them: English
// first, the others by tag.
func (t Text) Languages() []string {
	var tags []string
	for _, in := range t {
		tags = append(tags, in.Lang)
	}
	if i := slices.Index(tags, "en"); i > 0 {
		tags = slices.Insert(slices.Delete(tags, i, i+1), 0, "en")
	}
	return tags
}

// MarshalJSON writes an object with a member for each language. It is for answers:
// nothing reads it.
func (t Text) MarshalJSON() ([]byte, error) {
	members := make(map[string]string, len(t))
	for _, in := range t {
		members[in.Lang] = in.Words
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	// Whether to escape for HTML is the business of the encoder that asks.
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(members); err != nil {
		return nil, fmt.Errorf("encoding a text: %w", err)
	}
	return b.Bytes(), nil
}
