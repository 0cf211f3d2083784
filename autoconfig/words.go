package autoconfig

import (
	"strconv"
	"strings"

	"signpost/provider"
	"signpost/templates"
)

// secretName says what goes into the password field, in the provider's own
// words where it has some, with the length: "client authorization code (16 characters)".
func secretName(l templates.Language, s provider.Secret) string {
	name := s.Name.In(l.Tag)
	if name == "" {
		name = secretKindName(l, s)
	}
	if s.Length > 0 && name != "" {
		length := templates.Fill(l.Text.Characters, "n", strconv.Itoa(s.Length))
		if strings.HasPrefix(l.Tag, "zh") {
			return name + "（" + length + "）"
		}
		return name + " (" + length + ")"
	}
	return name
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
	if name == "" {
		return ""
	}
	text := l.Text.PasswordIs
	if s.WebPasswordWorks() == provider.No && s.Typed() {
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
