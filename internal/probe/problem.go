package probe

import (
	"strings"
	"unicode"
)

// Step is how far a client gets.
type Step string

// The steps, in the order of a client that uses STARTTLS. With implicit TLS the
// handshake comes before the greeting.
const (
	AtLookUp       Step = "look-up"
	AtConnect      Step = "connect"
	AtGreeting     Step = "greeting"
	AtCapabilities Step = "capabilities"
	AtSTARTTLS     Step = "starttls"
	AtHandshake    Step = "handshake"
	AtCertificate  Step = "certificate"
)

// Problem is one thing that is wrong with a server. The zero value is none.
type Problem struct {
	Kind Kind
	Step Step
	// Detail is what is special about this server: what it said, the names in its
	// certificate. It may be empty, and is safe to print: see cleaned.
	Detail string
}

// IsZero reports whether there is no problem.
func (p Problem) IsZero() bool { return p.Kind == "" }

// Error is the sentence of the kind, and the detail after a colon.
func (p Problem) Error() string {
	if p.Detail == "" {
		return p.Kind.Sentence()
	}
	return strings.TrimSuffix(p.Kind.Sentence(), ".") + ": " + p.Detail
}

// problem makes a Problem whose detail may come from the server. Who makes it
// leaves the step to who knows it.
func problem(kind Kind, detail string) Problem { return Problem{Kind: kind, Detail: cleaned(detail)} }

// at sets the step of a problem that has none.
func (p Problem) at(step Step) Problem {
	if p.Step == "" {
		p.Step = step
	}
	return p
}

// maxText is how many runes of one text of a server's are kept.
const maxText = 200

// cleaned makes a text of a server's safe for a terminal and a page that escapes
// HTML: white space is a blank, what cannot be printed is a question mark (escape
// sequences, bidirectional overrides, broken UTF-8), and what is too long is cut.
func cleaned(text string) string {
	var b strings.Builder
	n := 0
	for _, r := range strings.TrimSpace(text) {
		if n == maxText {
			b.WriteString("…")
			break
		}
		switch {
		case unicode.IsSpace(r):
			r = ' '
		case !unicode.IsPrint(r) || r == unicode.ReplacementChar:
			r = '?'
		}
		b.WriteRune(r)
		n++
	}
	return b.String()
}
