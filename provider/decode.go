package provider

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// decoder walks the nodes of one provider file. It goes on after a mistake, so
// that an admin sees all of them at once.
type decoder struct {
	file     string
	problems Problems
	// filters are the domains that servers are limited to, and where they stand.
	filters []filter
}

// filter is one of the domains of one server.
type filter struct {
	domain string
	at     *yaml.Node
}

// position is where a value stands in its file; the zero position is not known.
type position struct{ line, column int }

func at(n *yaml.Node) position { return position{n.Line, n.Column} }

// position returns where a domain, an MX suffix or the id of p was read.
func (p *Provider) position(what, key string) position { return p.positions[what+" "+key] }

func (p *Provider) mark(what, key string, n *yaml.Node) {
	if p.positions == nil {
		p.positions = map[string]position{}
	}
	p.positions[what+" "+key] = at(n)
}

func (d *decoder) report(n *yaml.Node, what, hint string) { d.reportAt(at(n), what, hint) }

func (d *decoder) reportAt(pos position, what, hint string) {
	d.problems = append(d.problems, Problem{File: d.file, Line: pos.line, Column: pos.column, What: what, Hint: hint})
}

// field is one key that a mapping may have.
type field struct {
	key  string
	read func(*yaml.Node)
}

// mapping reads the keys of n in the order of the file and returns where each
// one stands. Keys that the form does not have, and keys written twice, are problems.
func (d *decoder) mapping(n *yaml.Node, what string, fields ...field) map[string]*yaml.Node {
	seen := map[string]*yaml.Node{}
	if !d.kind(n, yaml.MappingNode, what) {
		return seen
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if !d.kind(key, yaml.ScalarNode, "a key of "+what) {
			continue
		}
		f := slices.IndexFunc(fields, func(f field) bool { return f.key == key.Value })
		switch {
		case f < 0:
			d.report(key, fmt.Sprintf("unknown key `%s` in %s", clip(key.Value), what), suggestKey(key.Value, fields))
		case seen[key.Value] != nil:
			d.report(key, fmt.Sprintf("key `%s` stands twice in %s", key.Value, what), "keep one of them")
		default:
			seen[key.Value] = value
			fields[f].read(value)
		}
	}
	return seen
}

// kind checks the shape of a node.
func (d *decoder) kind(n *yaml.Node, kind yaml.Kind, what string) bool {
	if !d.plain(n) {
		return false
	}
	hint := "write one value"
	if kind == yaml.MappingNode {
		hint = "write `key: value`"
	}
	switch {
	case isNull(n):
		d.report(n, what+" is empty", emptyHint)
	case n.Kind == kind:
		return true
	case n.Kind == yaml.SequenceNode:
		d.report(n, what+" is a list", hint)
	case n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle != 0:
		d.report(n, what+" is in braces", hint+", in quotes if it begins with {")
	case n.Kind == yaml.MappingNode:
		d.report(n, what+" is made of keys and values", hint)
	default:
		d.report(n, what+" is a single value", hint)
	}
	return false
}

const emptyHint = "leave the key out, or give it a value"

// isNull recognises a value that is not written, or written as null.
func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" }

// plain reports what YAML has and the form has not; only behind an alias there is
// nothing to go on with.
func (d *decoder) plain(n *yaml.Node) bool {
	switch {
	case n.Kind == yaml.AliasNode:
		d.report(n, "aliases are not part of the form", "write the value out")
		return false
	case n.Anchor != "":
		d.report(n, "anchors are not part of the form", fmt.Sprintf("drop `&%s`", clip(n.Anchor)))
	case n.Style&yaml.TaggedStyle != 0:
		d.report(n, "tags are not part of the form", fmt.Sprintf("drop `%s`", clip(n.ShortTag())))
	}
	return true
}

// str reads one line of text.
func (d *decoder) str(n *yaml.Node, what string) (string, bool) {
	if !d.kind(n, yaml.ScalarNode, what) {
		return "", false
	}
	s := strings.TrimSpace(n.Value)
	switch {
	case s == "":
		d.report(n, what+" is empty", emptyHint)
		return "", false
	case strings.Contains(s, "\n"):
		d.report(n, what+" has more than one line", "write it on one line; in YAML > instead of | makes one of several")
		return "", false
	case !utf8.ValidString(s) || strings.ContainsFunc(s, unprintable):
		d.report(n, what+" holds control or invisible characters", "write plain text on one line")
		return "", false
	}
	return s, true
}

// unprintable recognises what must not get into documents and terminals: controls,
// invisible formatting such as bidirectional overrides, separators of lines, and
// what is left of broken UTF-8.
func unprintable(r rune) bool {
	return r == utf8.RuneError || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}

// list reads a sequence; one single value counts as a list of one.
func (d *decoder) list(n *yaml.Node, what string, read func(*yaml.Node)) {
	switch {
	case isNull(n):
		d.report(n, what+" is empty", emptyHint)
	case n.Kind != yaml.SequenceNode:
		read(n)
	case d.plain(n) && len(n.Content) == 0:
		d.report(n, what+" is an empty list", emptyHint)
	default:
		for _, item := range n.Content {
			read(item)
		}
	}
}

func (d *decoder) strs(n *yaml.Node, what string) []string {
	var out []string
	d.list(n, what, func(item *yaml.Node) {
		if s, ok := d.str(item, what); ok {
			out = append(out, s)
		}
	})
	return out
}

var languageTag = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`) })

// text reads words for people: one text, or a mapping of languages to texts.
func (d *decoder) text(n *yaml.Node, what string, maxRunes int) Text {
	var t Text
	put := func(tag string, value *yaml.Node) {
		s, ok := d.str(value, what)
		if !ok {
			return
		}
		if maxRunes > 0 && utf8.RuneCountInString(s) > maxRunes {
			d.report(value, fmt.Sprintf("%s is longer than %d characters", what, maxRunes), "mail programs cut or refuse it")
			return
		}
		t = t.With(tag, s)
	}
	if n.Kind != yaml.MappingNode {
		put("", n)
		return t
	}
	if d.plain(n) && len(n.Content) == 0 {
		d.report(n, what+" is empty", emptyHint)
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch {
		case !d.kind(key, yaml.ScalarNode, "a language of "+what):
		case !languageTag().MatchString(key.Value):
			d.report(key, fmt.Sprintf("`%s` in %s is not a language", clip(key.Value), what), "use tags such as en, zh, ja, pt-BR")
		case t.Exactly(key.Value) != "":
			d.report(key, fmt.Sprintf("language `%s` stands twice in %s", key.Value, what), "keep one of them")
		default:
			put(key.Value, value)
		}
	}
	return t
}

func (d *decoder) boolean(n *yaml.Node, what string) bool {
	s, ok := d.str(n, what)
	if ok && s != "true" && s != "false" {
		d.report(n, fmt.Sprintf("%s is `%s`", what, clip(s)), "write true or false")
	}
	return s == "true"
}

func (d *decoder) integer(n *yaml.Node, what string, low, high int) int {
	s, ok := d.str(n, what)
	if !ok {
		return 0
	}
	i, err := strconv.Atoi(s)
	if err != nil || i < low || i > high {
		d.report(n, fmt.Sprintf("%s is `%s`", what, clip(s)), fmt.Sprintf("write a number from %d to %d", low, high))
		return 0
	}
	return i
}

// enum reads one word of a closed set.
func enum[T ~string](d *decoder, n *yaml.Node, what string, allowed ...T) T {
	s, ok := d.str(n, what)
	if !ok {
		return ""
	}
	words := make([]string, len(allowed))
	for i, a := range allowed {
		words[i] = string(a)
		if words[i] == s {
			return a
		}
	}
	hint := "write one of " + strings.Join(words, ", ")
	if near := nearest(s, words); near != "" {
		hint = fmt.Sprintf("did you mean %s? allowed: %s", near, strings.Join(words, ", "))
	}
	d.report(n, fmt.Sprintf("%s is `%s`", what, clip(s)), hint)
	return ""
}

// clip keeps messages on one line, and what is in them visible.
func clip(s string) string {
	s = strings.Map(func(r rune) rune {
		if unprintable(r) {
			return utf8.RuneError
		}
		return r
	}, s)
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}
