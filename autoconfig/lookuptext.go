package autoconfig

import (
	"strconv"
	"strings"

	"golang.org/x/text/width"

	"signpost/provider"
	"signpost/templates"
)

const (
	formatText = "text"
	formatJSON = "json"
	formatPage = "page"
)

// columns is the width of the text: what every terminal has.
const columns = 80

// textFormat is the look-up for people with curl: a table that fits a terminal.
func textFormat(texts *templates.Catalog) Format {
	return Format{
		Name:     formatText,
		Patterns: []string{"/lookup/*"},
		Methods:  []string{"GET"},
		CORS:     true,
		Parse:    parseLookup,
		Render: func(q Query, a provider.Account) (Document, error) {
			doc := Document{
				Type: "text/plain; charset=utf-8",
				Body: []byte(lookupText(newView(texts.Named(q.Lang), a))),
				Vary: lookupVary,
			}
			if a.Local == "" {
				doc.Cache = CachePublic
			}
			return doc, nil
		},
		Fail: func(q Query, err error) Document {
			doc := failText(texts)(q, err)
			doc.Vary = lookupVary
			doc.Body = []byte(wrap(strings.TrimSpace(string(doc.Body)), columns, "") + "\n")
			return doc
		},
	}
}

// lookupText lays a view out: who it is, what goes into the password field, the
// servers, the steps, the links. It has no trailing blanks and is no wider than
// columns, wide characters counted as two, except where a URL is.
func lookupText(v view) string {
	t := v.L.Text
	var b strings.Builder
	b.WriteString(v.Asked + "  " + v.Provider + "\n")
	if v.Unsupported != "" {
		b.WriteString("\n" + wrap(v.Unsupported, columns, "") + "\n")
	}
	if v.Secret != "" {
		secret := v.Secret
		if v.SecretNot != "" {
			secret += comma(v.L) + v.SecretNot
		}
		b.WriteString("\n" + labelled(t.Password, secret))
	}
	if v.SecretWhere != "" {
		b.WriteString(labelled(t.WhereToGet, v.SecretWhere))
	}
	textServers(&b, v)
	if len(v.Steps) > 0 {
		heading := t.GoodToKnow
		if v.MustSetUp {
			heading = t.FirstDo
		}
		b.WriteString("\n" + heading + "\n")
		for i, step := range v.Steps {
			number := strconv.Itoa(i+1) + ". "
			b.WriteString("  " + number + wrap(step, columns-2-len(number), "  "+strings.Repeat(" ", len(number))) + "\n")
		}
	}
	textLinks(&b, v)
	return b.String()
}

func comma(l templates.Language) string {
	if strings.HasPrefix(l.Tag, "zh") {
		return "，"
	}
	return ", "
}

// labelled is one line "label  text", its continuation indented.
func labelled(label, text string) string {
	indent := cells(label) + 2
	return label + "  " + wrap(text, columns-indent, strings.Repeat(" ", indent)) + "\n"
}

// textServers writes the chosen servers as a table and the others below it.
func textServers(b *strings.Builder, v view) {
	t := v.L.Text
	if len(v.Servers) > 0 {
		rows := [][]string{{"", t.Protocol, t.Server, t.Port, t.Encryption, t.Username}}
		for _, s := range v.Servers {
			rows = append(rows, []string{s.Use, s.Protocol, s.Host, s.Port, s.Security, s.Username})
		}
		b.WriteString("\n" + table(rows))
	}
	if v.UsernameNote != "" {
		b.WriteString(labelled(t.Username, v.UsernameNote))
	}
	if len(v.Others) > 0 {
		b.WriteString("\n" + t.OtherServers + "\n")
		rows := make([][]string, 0, len(v.Others))
		for _, s := range v.Others {
			rows = append(rows, []string{"", s.Protocol, s.Host, s.Port, s.Security, s.Note})
		}
		b.WriteString(table(rows))
	}
}

func textLinks(b *strings.Builder, v view) {
	t := v.L.Text
	var rows [][]string
	for _, s := range v.Services {
		rows = append(rows, []string{s.Label, s.URL})
	}
	for _, u := range v.Webmail {
		rows = append(rows, []string{t.Webmail, u})
	}
	for _, h := range v.Help {
		rows = append(rows, []string{t.Help, h.URL})
	}
	if v.Support != "" {
		rows = append(rows, []string{t.Support, v.Support})
	}
	if len(rows) > 0 {
		b.WriteString("\n" + table(rows))
	}
}

// table aligns rows of cells; the last cell of a row is not padded.
func table(rows [][]string) string {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], cells(cell))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString(cell + strings.Repeat(" ", widths[i]-cells(cell)+2))
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return b.String()
}

// cells is the width of a text on a terminal: East Asian wide and full-width
// characters take two cells (Unicode Standard Annex #11).
func cells(s string) int {
	n := 0
	for _, r := range s {
		n++
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n++
		}
	}
	return n
}

// wrap breaks a text into lines of at most limit cells: at blanks, and beside
// wide characters, which need none. Further lines begin with indent.
func wrap(s string, limit int, indent string) string {
	var b strings.Builder
	line := 0
	for _, word := range breakable(s) {
		w := cells(word)
		if line > 0 && line+cells(strings.TrimRight(word, " ")) > limit {
			b.WriteString("\n" + indent)
			line = 0
		}
		b.WriteString(word)
		line += w
	}
	lines := strings.Split(b.String(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

// breakable cuts a text where a line may end: behind blanks and behind wide
// characters, but never before closing punctuation (a small part of Unicode
// Standard Annex #14, which is what our texts need).
func breakable(s string) []string {
	const closing = "，。、；：！？）」』”’》…,.;:!?)"
	const opening = "（「『“‘《("
	var words []string
	current := ""
	runes := []rune(s)
	for i, r := range runes {
		current += string(r)
		next := rune(0)
		if i+1 < len(runes) {
			next = runes[i+1]
		}
		mayEnd := r == ' ' || cells(string(r)) == 2 || cells(string(next)) == 2
		if mayEnd && next != ' ' && !strings.ContainsRune(closing, next) && !strings.ContainsRune(opening, r) {
			words = append(words, current)
			current = ""
		}
	}
	if current != "" {
		words = append(words, current)
	}
	return words
}
