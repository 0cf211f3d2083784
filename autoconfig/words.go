package autoconfig

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"signpost/provider"
	"signpost/templates"
)

// words are a text for people and the language that it is in.
type words struct {
	Text string
	// Lang is the BCP 47 tag where it is not the language of the page: a
	// provider's words in simplified characters on a page in traditional ones.
	Lang string
}

// spoken is a provider's text in a language, or in the nearest one there is.
func spoken(l templates.Language, t provider.Text) words {
	w := words{Text: t.In(l.Tag)}
	for _, tag := range t.Languages() {
		if t.Exactly(tag) != w.Text {
			continue
		}
		// A bare zh is written in simplified characters.
		if tag == "zh" {
			tag = "zh-Hans"
		}
		if tag == "" || tag == l.Tag {
			return words{Text: w.Text}
		}
		w.Lang = tag
	}
	return w
}

// plainWords are in the language of the page.
func plainWords(s string) words { return words{Text: s} }

// part is a piece of a text: words, or a link if URL is not empty.
type part struct{ Text, URL string }

// linkInText finds what can be followed. Full-width punctuation ends it too.
var linkInText = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`https://[^\s<>"'()（），。；：、「」“”]+[^\s<>"'()（），。；：、「」“”.,;:!?]`)
})

// Parts cuts the text at the links in it.
func (w words) Parts() []part {
	var parts []part
	rest := w.Text
	for _, at := range linkInText().FindAllStringIndex(w.Text, -1) {
		begin := len(w.Text) - len(rest)
		if at[0] > begin {
			parts = append(parts, part{Text: w.Text[begin:at[0]]})
		}
		link := w.Text[at[0]:at[1]]
		parts = append(parts, part{Text: link, URL: link})
		rest = w.Text[at[1]:]
	}
	if rest != "" {
		parts = append(parts, part{Text: rest})
	}
	return parts
}

// noSecret tells that nothing is known of a secret, or that there is none.
func noSecret(s provider.Secret) bool {
	return s.IsZero() || (len(s.Kinds) == 1 && s.Kinds[0] == provider.SecretNone)
}

// secretName says what goes into the password field, in the provider's own
// words where it has some, with the length: "client authorization code (16 characters)".
func secretName(l templates.Language, s provider.Secret) string {
	name, length := bareSecretName(l, s).Text, secretLength(l, s)
	switch {
	case name == "" || length == "":
		return name
	case strings.HasPrefix(l.Tag, "zh"):
		return name + "（" + length + "）"
	}
	return name + " (" + length + ")"
}

// bareSecretName is the name without the length.
func bareSecretName(l templates.Language, s provider.Secret) words {
	if s.Name.IsZero() {
		return plainWords(secretKindName(l, s))
	}
	return spoken(l, s.Name)
}

// secretLength is "16 characters", or empty where the length is not fixed.
func secretLength(l templates.Language, s provider.Secret) string {
	if s.Length == 0 {
		return ""
	}
	return templates.Fill(l.Text.Characters, "n", strconv.Itoa(s.Length))
}

func secretKindName(l templates.Language, s provider.Secret) string {
	names := map[provider.SecretKind]string{
		provider.SecretPassword:          l.Text.SecretPassword,
		provider.SecretAppPassword:       l.Text.SecretAppPassword,
		provider.SecretAuthorizationCode: l.Text.SecretAuthorizationCode,
		provider.SecretOAuth2:            l.Text.SecretOAuth2,
		provider.SecretBridge:            l.Text.SecretBridge,
		provider.SecretNone:              l.Text.SecretNone,
	}
	words := make([]string, 0, len(s.Kinds))
	for _, k := range s.Kinds {
		words = append(words, names[k])
	}
	return strings.Join(words, " / ")
}

// secretSentence is the one thing that nobody else tells people.
func secretSentence(l templates.Language, s provider.Secret) string {
	name := secretName(l, s)
	if name == "" || noSecret(s) {
		return ""
	}
	text := l.Text.PasswordIs
	switch {
	case !s.Typed():
		text = l.Text.NoPasswordBut
	case s.WebPasswordWorks() == provider.No:
		text = l.Text.PasswordIsNot
	}
	return templates.Fill(text, "secret", name)
}

// instructions is everything that a person does first, as one text: the numbered
// steps, then which secret is the password.
func instructions(l templates.Language, p *provider.Provider, separator string) string {
	parts := make([]string, 0, len(p.Setup)+1)
	for i, step := range p.Setup {
		parts = append(parts, strconv.Itoa(i+1)+". "+sentence(l, step.In(l.Tag)))
	}
	if s := secretSentence(l, p.Secret); s != "" {
		parts = append(parts, s)
	}
	return strings.Join(parts, separator)
}

// sentence ends a step with a full stop, so that steps on one line stay apart.
func sentence(l templates.Language, s string) string {
	if s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "。") || strings.HasSuffix(s, "!") {
		return s
	}
	if strings.HasPrefix(l.Tag, "zh") {
		return s + "。"
	}
	return s + "."
}
