package provider

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"golang.org/x/net/publicsuffix"

	"signpost/internal/address"
)

// decoder walks the nodes of one provider file. It goes on after a mistake, so
// that an admin sees all of them at once.
type decoder struct {
	file     string
	problems Problems
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

func (d *decoder) report(n *yaml.Node, what, hint string) {
	d.problems = append(d.problems, Problem{File: d.file, Line: n.Line, Column: n.Column, What: what, Hint: hint})
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
	if !d.kind(n, yaml.MappingNode, what+" must be a list of `key: value`") {
		return seen
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
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

// kind checks the shape of a node and reports the aliases and anchors that the
// form does not have.
func (d *decoder) kind(n *yaml.Node, kind yaml.Kind, what string) bool {
	if n.Kind == yaml.AliasNode {
		d.report(n, "aliases are not part of the form", "write the value out")
		return false
	}
	if n.Kind != kind || (kind == yaml.ScalarNode && n.ShortTag() == "!!null") {
		d.report(n, what, "")
		return false
	}
	return true
}

// str reads one line of text.
func (d *decoder) str(n *yaml.Node, what string) (string, bool) {
	if !d.kind(n, yaml.ScalarNode, what+" must be a text") {
		return "", false
	}
	s := strings.TrimSpace(n.Value)
	if s == "" {
		d.report(n, what+" is empty", "leave the key out, or give it a value")
		return "", false
	}
	if !utf8.ValidString(s) || strings.ContainsFunc(s, func(r rune) bool { return r == utf8.RuneError || unicode.In(r, unicode.Cc, unicode.Cf) }) {
		d.report(n, what+" holds control or invisible characters", "write plain text on one line")
		return "", false
	}
	return s, true
}

// list reads a sequence; one single value counts as a list of one.
func (d *decoder) list(n *yaml.Node, what string, read func(*yaml.Node)) {
	switch n.Kind {
	case yaml.SequenceNode:
		for _, item := range n.Content {
			read(item)
		}
	case yaml.ScalarNode, yaml.MappingNode:
		read(n)
	default:
		d.kind(n, yaml.SequenceNode, what+" must be a list")
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

var languageTag = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// text reads words for people: one text, or a mapping of languages to texts.
func (d *decoder) text(n *yaml.Node, what string, maxRunes int) Text {
	t := Text{}
	put := func(tag string, value *yaml.Node) {
		s, ok := d.str(value, what)
		if !ok {
			return
		}
		if maxRunes > 0 && utf8.RuneCountInString(s) > maxRunes {
			d.report(value, fmt.Sprintf("%s is longer than %d characters", what, maxRunes), "mail programs cut or refuse it")
			return
		}
		t[tag] = s
	}
	if n.Kind != yaml.MappingNode {
		put("", n)
		return t
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		switch _, twice := t[key.Value]; {
		case !languageTag.MatchString(key.Value):
			d.report(key, fmt.Sprintf("`%s` in %s is not a language", clip(key.Value), what), "use tags such as en, zh, ja, pt-BR")
		case twice:
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

// domain reads a mail domain into A-labels.
func (d *decoder) domain(n *yaml.Node, what string) (string, bool) {
	s, ok := d.str(n, what)
	if !ok {
		return "", false
	}
	domain, err := address.ParseDomain(s)
	if err != nil {
		hint := "write a domain such as example.com"
		if strings.Contains(s, "@") {
			hint = "write the part behind the @ only"
		}
		d.report(n, fmt.Sprintf("%s `%s` cannot be a domain", what, clip(s)), hint)
		return "", false
	}
	// Answering for a public suffix would collect what clients of all domains
	// below it send when they back off (Guardicore, 2021).
	if suffix, icann := publicsuffix.PublicSuffix(domain); icann && suffix == domain {
		d.report(n, fmt.Sprintf("%s `%s` is a public suffix", what, clip(s)), "list the domains below it one by one")
		return "", false
	}
	return domain, true
}

// host reads a server's host name or a template of one into A-labels.
func (d *decoder) host(n *yaml.Node) string {
	const what = "host"
	s, ok := d.str(n, what)
	if !ok {
		return ""
	}
	if !d.placeholders(n, what, s, "{domain}") {
		return ""
	}
	const stand = "domain.placeholder"
	host, err := address.ParseDomain(strings.ReplaceAll(s, "{domain}", stand))
	if err != nil {
		hint := "write a host name such as imap.example.com"
		if strings.ContainsAny(s, ":/") {
			hint += ", without scheme and port"
		}
		d.report(n, fmt.Sprintf("host `%s` cannot be a host name", clip(s)), hint)
		return ""
	}
	return strings.ReplaceAll(host, stand, "{domain}")
}

var placeholder = regexp.MustCompile(`[{}]|%[A-Z]+%?|\{[^{}]*\}`)

// placeholders checks that a template holds only the given ones.
func (d *decoder) placeholders(n *yaml.Node, what, s string, allowed ...string) bool {
	rest := s
	for _, a := range allowed {
		rest = strings.ReplaceAll(rest, a, "")
	}
	if found := placeholder.FindString(rest); found != "" {
		d.report(n, fmt.Sprintf("%s `%s` has a placeholder that is not known", what, clip(s)), "allowed: "+strings.Join(allowed, ", "))
		return false
	}
	return true
}

// link reads an absolute URL with one of the given schemes.
func (d *decoder) link(n *yaml.Node, what string, schemes ...string) (string, bool) {
	s, ok := d.str(n, what)
	if !ok {
		return "", false
	}
	u, err := url.Parse(strings.NewReplacer("{address}", "a", "{localpart}", "a", "{domain}", "a.b").Replace(s))
	if err != nil || u.Host == "" || u.User != nil || !slices.Contains(schemes, u.Scheme) {
		d.report(n, fmt.Sprintf("%s `%s` is not an address of a page", what, clip(s)), "write it out, beginning with "+strings.Join(schemes, ":// or ")+"://")
		return "", false
	}
	return s, true
}

// clip keeps messages on one line.
func clip(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return '�'
		}
		return r
	}, s)
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}

func suggestKey(key string, fields []field) string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.key
	}
	if near := nearest(key, names); near != "" {
		return "did you mean " + near + "?"
	}
	slices.Sort(names)
	return "known keys: " + strings.Join(names, ", ")
}

// nearest returns the word that a slip of the pen away from s, or "".
func nearest(s string, words []string) string {
	best, distance := "", max(1, len(s)/3)+1
	for _, w := range words {
		if n := editDistance(strings.ToLower(s), w); n < distance {
			best, distance = w, n
		}
	}
	return best
}

// editDistance counts the letters to insert, drop, replace, or swap with the
// next one (optimal string alignment).
func editDistance(a, b string) int {
	if len(a) > 40 {
		return len(a)
	}
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
