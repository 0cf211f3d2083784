package doctorpage

import (
	"slices"
	"strings"

	"signpost/internal/doctor"
	"signpost/templates"
)

// findingView is all that breaks one rule in the same way, since it is mended in the
// same way.
type findingView struct {
	T               templates.Text
	ID              string
	Severity, Class string
	Items           []itemView
	Fix, Means      []piece
}

// itemView is one sentence, and whom it concerns where it does not say so itself.
type itemView struct {
	What     []piece
	Concerns string
}

// piece is a part of a text: words, or what is typed or sent as it stands.
type piece struct {
	Text string
	Code bool
}

// pieces cuts a text where it has what is typed in backquotes.
func pieces(text string) []piece {
	var all []piece
	for i, part := range strings.Split(text, "`") {
		if part != "" {
			all = append(all, piece{Text: part, Code: i%2 == 1})
		}
	}
	return all
}

// grouped puts findings together that break the same rule; they stand side by side.
func grouped(l templates.Language, findings []doctor.Finding) []findingView {
	t := l.Text
	severities := map[doctor.Severity]string{doctor.Error: t.DoctorError, doctor.Warning: t.DoctorWarning, doctor.Note: t.DoctorNote}
	var groups []findingView
	for _, f := range findings {
		last := len(groups) - 1
		if last < 0 || groups[last].ID != f.ID || groups[last].Class != string(f.Severity) {
			groups = append(groups, findingView{
				T: t, ID: f.ID, Severity: severities[f.Severity], Class: string(f.Severity), Fix: pieces(f.Fix), Means: meaning(f.ID),
			})
			last++
		}
		groups[last].Items = append(groups[last].Items, itemView{What: pieces(f.What), Concerns: concerns(f)})
	}
	return groups
}

// concerns names the mail programs that the sentence does not name.
func concerns(f doctor.Finding) string {
	if len(f.Clients) == 0 || strings.HasPrefix(f.What, f.Clients[0]) {
		return ""
	}
	return "Concerns " + strings.Join(f.Clients, ", ") + "."
}

// meaning is what the documentation says of a rule.
func meaning(id string) []piece {
	rules := doctor.Rules()
	i := slices.IndexFunc(rules, func(r doctor.Rule) bool { return r.ID == id })
	if i < 0 {
		return nil
	}
	return pieces(rules[i].Means)
}
