package autoconfig

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"signpost/provider"
	"signpost/templates"
)

const (
	formatText = "text"
	formatANSI = "ansi"
	formatJSON = "json"
	formatPage = "page"
)

// columns is the width of the text: what every terminal has.
const columns = 80

// textFormat is the look-up for people with curl: a table that fits a terminal.
func textFormat(texts *templates.Catalog) Format {
	return terminalFormat(formatText, texts, plainInk, "/lookup/*")
}

// ansiFormat is the same text with colours, for terminals: /lookup with ?color.
func ansiFormat(texts *templates.Catalog) Format {
	return terminalFormat(formatANSI, texts, ansiInk)
}

func terminalFormat(name string, texts *templates.Catalog, paint paint, patterns ...string) Format {
	return Format{
		Name:     name,
		Patterns: patterns,
		Methods:  []string{http.MethodGet},
		CORS:     true,
		Parse:    parseLookup,
		Render: func(q Query, a provider.Account) (Document, error) {
			text := lookupText{view: newView(texts.Named(q.Lang), a), paint: paint}
			doc := Document{
				Type: "text/plain; charset=utf-8",
				Body: []byte(text.String()),
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
// columns, wide characters counted as two, except where a name or a URL is.
type lookupText struct {
	view
	paint paint
	b     strings.Builder
}

// String is the text.
func (x *lookupText) String() string {
	gap := "  "
	if cells(x.Asked+gap+x.Name.Text) > columns {
		gap = "\n"
	}
	x.line(x.paint(inkHead, x.Asked) + gap + x.Name.Text)
	if x.Reason.Text != "" {
		x.line("")
		x.line(wrap(x.Reason.Text, columns, ""))
	}
	x.secret()
	x.servers()
	x.steps()
	x.links()
	return x.b.String()
}

func (x *lookupText) line(s string) { x.b.WriteString(s + "\n") }

// secret says what goes into the password field and where to get it.
func (x *lookupText) secret() {
	t := x.L.Text
	label := t.Password
	if x.NoPassword {
		label = t.SignIn
	}
	where := t.WhereToGet
	if x.SecretWhere.Text == "" {
		where = ""
	}
	indent := max(cells(label), cells(where)) + 2
	if x.Secret != "" {
		secret := x.Secret
		if x.SecretNot != "" {
			secret += comma(x.L) + x.SecretNot
		}
		// The ink comes last, so that it does not count when lines are broken.
		secret = wrap(secret, columns-indent, strings.Repeat(" ", indent))
		if rest, ok := strings.CutPrefix(secret, x.Secret); ok {
			secret = x.paint(inkSecret, x.Secret) + rest
		}
		x.line("")
		x.line(pad(label, indent) + secret)
	}
	if where != "" {
		x.line(pad(where, indent) + wrap(x.SecretWhere.Text, columns-indent, strings.Repeat(" ", indent)))
	}
}

// servers writes the chosen servers as a table and the others below it.
func (x *lookupText) servers() {
	t := x.L.Text
	if len(x.Servers) > 0 {
		rows := [][]cell{heads("", t.Protocol, t.Server, t.Port, t.Encryption, t.Username)}
		for _, s := range x.Servers {
			rows = append(rows, []cell{{s.Use, inkLabel}, {text: s.Protocol}, {s.Host, inkValue}, {s.Port, inkValue}, {text: s.Security}, {s.Username, inkValue}})
		}
		x.line("")
		if tableWidth(rows) > columns {
			for i := range rows {
				rows[i] = rows[i][:len(rows[i])-1]
			}
			x.b.WriteString(table(rows, x.paint))
			x.line("")
			x.usernames()
		} else {
			x.b.WriteString(table(rows, x.paint))
		}
	}
	if note := x.UsernameNote.Text; note != "" {
		indent := cells(t.Username) + 2
		x.line(pad(t.Username, indent) + wrap(note, columns-indent, strings.Repeat(" ", indent)))
	}
	if len(x.Others) > 0 {
		x.line("")
		x.line(x.paint(inkHead, t.OtherServers))
		rows := make([][]cell, 0, len(x.Others))
		for _, s := range x.Others {
			rows = append(rows, []cell{{}, {text: s.Protocol}, {text: s.Host}, {text: s.Port}, {text: s.Security}, {text: s.Note}})
		}
		x.b.WriteString(table(rows, x.paint))
	}
}

// usernames writes below the table what is too long to stand in it.
func (x *lookupText) usernames() {
	label := x.L.Text.Username
	if !slices.ContainsFunc(x.Servers, func(s viewServer) bool { return s.Username != x.Servers[0].Username }) {
		x.line(x.paint(inkLabel, label) + "  " + x.paint(inkValue, x.Servers[0].Username))
		return
	}
	rows := make([][]cell, 0, len(x.Servers))
	for _, s := range x.Servers {
		rows = append(rows, []cell{{label, inkLabel}, {s.Use, inkLabel}, {s.Username, inkValue}})
		label = ""
	}
	x.b.WriteString(table(rows, x.paint))
}

func (x *lookupText) steps() {
	if len(x.Steps) == 0 {
		return
	}
	heading := x.L.Text.GoodToKnow
	if x.MustSetUp {
		heading = x.L.Text.FirstDo
	}
	x.line("")
	x.line(x.paint(inkHead, heading))
	for i, step := range x.Steps {
		number := strconv.Itoa(i+1) + ". "
		indent := 2 + len(number)
		x.line("  " + x.paint(inkLabel, number) + wrap(step.Text, columns-indent, strings.Repeat(" ", indent)))
	}
}

func (x *lookupText) links() {
	t := x.L.Text
	var rows [][]cell
	for _, s := range x.Services {
		rows = append(rows, []cell{{s.Label, inkLabel}, {s.URL, inkLink}})
	}
	for _, u := range x.Webmail {
		rows = append(rows, []cell{{t.Webmail, inkLabel}, {u, inkLink}})
	}
	for _, h := range x.Help {
		rows = append(rows, []cell{{t.Help, inkLabel}, {h.URL, inkLink}})
	}
	if len(rows) > 0 {
		x.line("")
		x.b.WriteString(table(rows, x.paint))
	}
	if x.Support.Text != "" {
		indent := cells(t.Support) + 2
		if len(rows) == 0 {
			x.line("")
		}
		x.line(pad(t.Support, indent) + wrap(x.Support.Text, columns-indent, strings.Repeat(" ", indent)))
	}
}

func comma(l templates.Language) string {
	if strings.HasPrefix(l.Tag, "zh") {
		return "，"
	}
	return ", "
}
