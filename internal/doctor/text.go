package doctor

import (
	"fmt"
	"io"
	"strings"

	"signpost/internal/address"
	"signpost/provider"
)

// width is how many columns the text takes at the most, long names apart.
const width = 80

// Style says how a report is written for people.
type Style struct {
	// Colour uses ANSI colours for verdicts and severities.
	Colour bool
	// Verbose adds the notes, and a trace of every question.
	Verbose bool
}

// Write writes the report for people: a table of the clients, the mail servers,
// the findings.
func (r Report) Write(w io.Writer, style Style) error {
	p := printer{style: style}
	p.line("%s: what mail clients would do", address.Unicode(r.Domain))
	if len(r.Clients) > 0 {
		p.clients(r.Clients)
	}
	if len(r.Servers) > 0 {
		p.servers(r.Servers)
	}
	p.findings(r.Findings)
	if style.Verbose {
		p.traces(r.Clients)
	}
	end := fmt.Sprintf("%s, %s, %s", counted(r.Errors, "error"), counted(r.Warnings, "warning"), counted(r.Notes, "note"))
	if r.Cut {
		end += "; the run ended before all was asked"
	}
	p.line("")
	p.line("%s", end)
	_, err := io.WriteString(w, p.text.String())
	return err
}

func counted(n int, what string) string { return fmt.Sprintf("%d %s", n, plural(n, what, what+"s")) }

// printer gathers the text.
type printer struct {
	text  strings.Builder
	style Style
}

func (p *printer) line(format string, args ...any) {
	p.text.WriteString(strings.TrimRight(fmt.Sprintf(format, args...), " ") + "\n")
}

// colours by what they stand for (ECMA-48, SGR).
var colours = map[string]string{
	string(Works): "32", string(Fails): "31", string(ByHand): "33", string(Untested): "33",
	string(Error): "31", string(Warning): "33", string(Note): "36",
}

// colour paints a word that is padded to n columns.
func (p *printer) colour(word string, n int) string {
	padded := fmt.Sprintf("%-*s", n, word)
	code := colours[word]
	if !p.style.Colour || code == "" {
		return padded
	}
	return "\x1b[" + code + "m" + padded + "\x1b[0m"
}

func (p *printer) clients(clients []Client) {
	const row = "%-23s %-20s %-12s %-12s %s"
	p.line("")
	p.line(row, "Client", "Found by", "Reads with", "Sends with", "Verdict")
	for _, c := range clients {
		p.line(row, c.Name, c.Found, short(c.Incoming), short(c.Outgoing), p.colour(string(c.Verdict), 0))
	}
}

// short is a server in a cell of the table: port and security.
func short(s *Setting) string {
	if s == nil {
		return "-"
	}
	word := map[string]string{string(provider.TLS): "TLS", string(provider.STARTTLS): "STARTTLS", string(provider.Plaintext): "plain"}
	return fmt.Sprintf("%d %s", s.Port, word[s.Security])
}

func (p *printer) servers(servers []Server) {
	p.line("")
	p.line("Mail servers")
	for _, s := range servers {
		said := []string{securityName(provider.Security(s.Security))}
		if s.TLS != "" {
			said = append(said, s.TLS, "certificate until "+s.Certificate)
		}
		if len(s.Mechanisms) > 0 {
			said = append(said, "sign in by "+strings.Join(s.Mechanisms, " "))
		}
		state := string(Works)
		if !s.Works {
			state = string(Fails)
		}
		p.line("  %s %s:%d", p.colour(state, 6), s.Host, s.Port)
		p.wrapped(9, strings.ToUpper(s.Protocol)+" with "+strings.Join(said, ", "))
		for _, problem := range s.Problems {
			p.wrapped(9, problem)
		}
	}
}

func (p *printer) findings(findings []Finding) {
	for i, f := range findings {
		if f.Severity == Note && !p.style.Verbose {
			continue
		}
		// What breaks the same rule stands together, and is mended in the same way.
		same := func(j int) bool {
			return j >= 0 && j < len(findings) && findings[j].ID == f.ID && findings[j].Severity == f.Severity
		}
		if !same(i - 1) {
			p.line("")
			p.line("%s %s", p.colour(string(f.Severity), 8), f.ID)
		}
		p.wrapped(9, f.What+".")
		if len(f.Clients) > 0 && !ruleOf(f.ID).subject {
			p.wrapped(9, "Concerns "+list(f.Clients)+".")
		}
		if !same(i + 1) {
			p.wrapped(9, "Fix: "+f.Fix+".")
		}
	}
}

// traces are all questions of all clients.
func (p *printer) traces(clients []Client) {
	for _, c := range clients {
		p.line("")
		p.line("%s (%s)", c.Name, c.Version)
		for _, a := range c.Asked {
			p.wrapped(2, a.Question)
			for _, url := range a.Redirect {
				p.wrapped(4, "-> "+url)
			}
			p.wrapped(4, outcome(a))
		}
		if c.Why != "" {
			p.wrapped(2, string(c.Verdict)+": "+c.Why)
		}
	}
}

// outcome is what came back for a question.
func outcome(a Asked) string {
	var parts []string
	if a.Status != 0 {
		parts = append(parts, fmt.Sprintf("%d %s, %d bytes", a.Status, a.Type, a.Size))
	}
	if len(a.Records) > 0 {
		parts = append(parts, strings.Join(a.Records, " "))
	}
	if a.Fault != "" {
		parts = append(parts, strings.TrimSpace(a.Fault+" "+a.Detail))
	}
	switch {
	case a.Used:
		parts = append(parts, "used")
	case a.Refused != "":
		parts = append(parts, a.Refused)
	}
	if len(parts) == 0 {
		return "nothing"
	}
	return strings.Join(parts, "; ")
}

// wrapped writes a text in lines that begin at a column.
func (p *printer) wrapped(column int, text string) {
	indent, line := strings.Repeat(" ", column), ""
	for word := range strings.FieldsSeq(text) {
		if line != "" && column+len([]rune(line))+1+len([]rune(word)) > width {
			p.line("%s%s", indent, line)
			line = ""
		}
		line = strings.TrimSpace(line + " " + word)
	}
	p.line("%s%s", indent, line)
}
