package provider

import (
	"fmt"
	"strconv"

	"go.yaml.in/yaml/v4"
)

// encodeWidth is the column at which long texts and lists go on in the next line.
const encodeWidth = 120

// Encode writes p as one provider file: the keys in the order of
// docs/provider-file.md, one server a line. Parse reads the same Provider back if
// p is a valid one; Encode itself checks nothing, but refuses a Text that has both
// words in no language and words in some, since the form cannot say that. Origin
// is not written.
func Encode(p Provider) ([]byte, error) {
	e := &encoder{}
	root := e.provider(p)
	if e.err != nil {
		return nil, fmt.Errorf("writing provider %s: %w", p.ID, e.err)
	}
	out, err := yaml.Dump(root, yaml.WithIndent(2), yaml.WithCompactSeqIndent(false), yaml.WithLineWidth(encodeWidth))
	if err != nil {
		return nil, fmt.Errorf("writing provider %s: %w", p.ID, err)
	}
	return out, nil
}

// encoder builds the nodes of one provider file; err is the first thing that the
// form cannot say.
type encoder struct{ err error }

// pair is one key with its value; a nil value is not written.
type pair struct {
	key   string
	value *yaml.Node
}

func (e *encoder) provider(p Provider) *yaml.Node {
	return mapping(0,
		pair{"id", scalar(p.ID)},
		pair{"name", e.text(p.Name)},
		pair{"short_name", e.text(p.Short)},
		pair{"operator", e.text(p.Operator)},
		pair{"kind", scalar(p.Kind)},
		pair{"lifecycle", scalar(p.Lifecycle)},
		pair{"domains", scalars(p.Domains)},
		pair{"domains_file", scalar(p.DomainsFile)},
		pair{"unchecked_domains", scalars(p.UncheckedDomains)},
		pair{"hosted", flag(p.Hosted)},
		pair{"mx", sequence(yaml.FlowStyle, p.MX, encodeMX)},
		pair{"servers", sequence(0, p.Servers, encodeServer)},
		pair{"services", sequence(0, p.Services, encodeService)},
		pair{"username", encodeUsername(p.Username)},
		pair{"username_note", e.text(p.UsernameNote)},
		pair{"secret", e.secret(p.Secret)},
		pair{"access", scalar(p.Access)},
		pair{"setup", sequence(0, p.Setup, e.text)},
		pair{"unsupported", e.text(p.Unsupported)},
		pair{"oauth2", encodeOAuth2(p.OAuth2)},
		pair{"webmail", oneOrMore(p.Webmail)},
		pair{"help", sequence(0, p.Help, e.link)},
		pair{"support", e.text(p.Support)},
		pair{"logo", scalar(p.LogoFile)},
		pair{"quirks", sequence(0, p.Quirks, scalar[string])},
		pair{"confidence", scalar(p.Confidence)},
	)
}

func encodeMX(m MXSuffix) *yaml.Node {
	if m.Status == "" {
		return scalar(m.Suffix)
	}
	return mapping(yaml.FlowStyle, pair{"suffix", scalar(m.Suffix)}, pair{"status", scalar(m.Status)})
}

func encodeServer(s Server) *yaml.Node {
	return mapping(yaml.FlowStyle,
		pair{"protocol", scalar(s.Protocol)},
		pair{"host", scalar(s.Host)},
		pair{"port", number(s.Port)},
		pair{"security", scalar(s.Security)},
		pair{"username", encodeUsername(s.Username)},
		pair{"domains", scalars(s.Domains)},
		pair{"region", scalar(s.Region)},
		pair{"variant", scalar(s.Variant)},
		pair{"status", scalar(s.Status)},
		pair{"note", scalar(s.Note)},
	)
}

func encodeService(s Service) *yaml.Node {
	return mapping(yaml.FlowStyle,
		pair{"type", scalar(s.Type)},
		pair{"url", scalar(s.URL)},
		pair{"status", scalar(s.Status)},
	)
}

// encodeUsername writes the short words for the templates that have one.
func encodeUsername(u Username) *yaml.Node {
	switch u {
	case UsernameAddress:
		return scalar("address")
	case UsernameLocalpart:
		return scalar("localpart")
	}
	return scalar(u)
}

func (e *encoder) secret(s Secret) *yaml.Node {
	web := map[Answer]string{Yes: "true", No: "false", Unknown: "unknown"}[s.WebPassword]
	return mapping(0,
		pair{"kind", oneOrMore(s.Kinds)},
		pair{"name", e.text(s.Name)},
		pair{"length", number(s.Length)},
		pair{"where", e.text(s.Where)},
		pair{"web_password", word(web)},
	)
}

func encodeOAuth2(o OAuth2) *yaml.Node {
	return mapping(0,
		pair{"issuer", scalar(o.Issuer)},
		pair{"auth_url", scalar(o.AuthURL)},
		pair{"token_url", scalar(o.TokenURL)},
		pair{"scopes", sequence(0, o.Scopes, scalar[string])},
		pair{"dav_scopes", sequence(0, o.DAVScopes, scalar[string])},
		pair{"ews_scopes", sequence(0, o.EWSScopes, scalar[string])},
		pair{"pkce", flag(o.PKCE)},
		pair{"note", scalar(o.Note)},
	)
}

func (e *encoder) link(l Link) *yaml.Node {
	if l.Lang == "" && l.Topic.IsZero() {
		return scalar(l.URL)
	}
	return mapping(0,
		pair{"url", scalar(l.URL)},
		pair{"lang", scalar(l.Lang)},
		pair{"topic", e.text(l.Topic)},
	)
}

// shortText is the number of bytes up to which all languages stand in one line.
const shortText = 72

func (e *encoder) text(t Text) *yaml.Node {
	if words := t.Exactly(""); words != "" {
		if len(t) > 1 {
			e.err = fmt.Errorf("the text %q is in no language, and %q is its translation", words, t.In("en"))
		}
		return scalar(words)
	}
	style, length := yaml.FlowStyle, 0
	pairs := make([]pair, 0, len(t))
	for _, tag := range t.Languages() {
		words := t.Exactly(tag)
		pairs = append(pairs, pair{tag, scalar(words)})
		length += len(words)
	}
	if length > shortText {
		style = 0
	}
	return mapping(style, pairs...)
}

// mapping is nil if no pair has a value.
func mapping(style yaml.Style, pairs ...pair) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode, Style: style}
	for _, p := range pairs {
		if p.value != nil {
			n.Content = append(n.Content, scalar(p.key), p.value)
		}
	}
	if len(n.Content) == 0 {
		return nil
	}
	return n
}

// sequence is nil if there are no items.
func sequence[T any](style yaml.Style, items []T, encode func(T) *yaml.Node) *yaml.Node {
	if len(items) == 0 {
		return nil
	}
	n := &yaml.Node{Kind: yaml.SequenceNode, Style: style}
	for _, item := range items {
		if value := encode(item); value != nil {
			n.Content = append(n.Content, value)
		}
	}
	return n
}

// scalars is a list that fills its lines.
func scalars[T ~string](items []T) *yaml.Node {
	return sequence(yaml.FlowStyle, items, scalar[T])
}

// oneOrMore writes a list of one as its one item.
func oneOrMore[T ~string](items []T) *yaml.Node {
	if len(items) == 1 {
		return scalar(items[0])
	}
	return scalars(items)
}

// scalar is a text, quoted where it would be read as something else; nil if empty.
func scalar[T ~string](s T) *yaml.Node {
	if s == "" {
		return nil
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: string(s)}
}

// word is a number or a truth value, never quoted; nil if empty.
func word(s string) *yaml.Node {
	if s == "" {
		return nil
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Value: s}
}

func number(i int) *yaml.Node {
	if i == 0 {
		return nil
	}
	return word(strconv.Itoa(i))
}

func flag(b bool) *yaml.Node {
	if !b {
		return nil
	}
	return word("true")
}
