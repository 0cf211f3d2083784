package monogramm

import (
	"fmt"
	"regexp"
	"strings"
	"sync"

	"signpost/provider/draft"
)

// variable is one setting and where it stands.
type variable struct {
	value string
	at    draft.Position
}

// environment are the settings by name.
type environment map[string]variable

// setting is a line that sets a variable of this project; what is in front of the
// name is the furniture of Compose files, shells and units.
var setting = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^([\s"'-]*(?:export\s+|Environment=)?["']?)([A-Z][A-Z_]*)["']?\s*(?:=|:\s)\s*(.*)$`)
})

// reference is the use of another variable.
var reference = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\$(\w+|\{[^}]*\})`) })

// Variables that mean something here: single ones, and those of each server.
var (
	single   = map[string]bool{"COMPANY_NAME": true, "SUPPORT_URL": true, "DOMAIN": true, "MOBILESYNC_URL": true, "LDAP_HOST": true, "PROFILE_IDENTIFIER": true}
	suffixes = [...]string{"_HOST", "_PORT", "_SOCKET"}
)

// readEnvironment finds the variables of the project. Of one that stands twice the
// first counts: a Compose file may have several instances.
func readEnvironment(d *draft.Draft, text string) environment {
	env := environment{}
	number := 0
	for line := range strings.Lines(text) {
		number++
		parts := setting().FindStringSubmatch(strings.TrimSpace(line))
		if len(parts) < 4 || !ours(parts[2]) {
			continue
		}
		indent := len(line) - len(strings.TrimLeft(line, " \t"))
		at := draft.Position{Line: number, Column: indent + len(parts[1]) + 1}
		name, value := parts[2], unquote(parts[3])
		if first, twice := env[name]; twice {
			d.Note(at, fmt.Sprintf("%s stands twice; line %d counts", name, first.at.Line), "import the instances from files of their own")
			continue
		}
		if reference().MatchString(value) {
			d.Note(at, fmt.Sprintf("%s is left out: `%s` is made of other variables", name, draft.Line(value)), "write the value out")
			value = ""
		}
		env[name] = variable{value, at}
	}
	return env
}

// ours tells whether a variable belongs to the project and means something here.
func ours(name string) bool {
	if single[name] {
		return true
	}
	for _, s := range servers {
		for _, suffix := range suffixes {
			if name == s.prefix+suffix {
				return true
			}
		}
	}
	return false
}

// unquote takes quotes off a value, or a comment behind one that has none.
func unquote(s string) string {
	s = strings.TrimSpace(s)
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		if inner, _, closed := strings.Cut(s[1:], s[:1]); closed {
			return inner
		}
	}
	if i := strings.Index(s, " #"); i >= 0 {
		s = s[:i]
	}
	// The opening quote may stand in front of the name.
	return strings.TrimRight(strings.TrimSpace(s), `"'`)
}
