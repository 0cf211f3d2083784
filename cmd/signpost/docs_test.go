package main_test

import (
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"signpost/autoconfig"
	"signpost/provider"
	"signpost/templates"
)

// nonsense is near no word of the form, so that messages list all words.
const nonsense = "zzzzzzzzzzzzzzzzzzzz"

// The mappings of a provider file: the heading of docs/provider-file.md that
// describes one, and how a key of it is written with a value.
var mappings = []struct{ heading, file string }{
	{"## The provider", "%s: %s"},
	{"## A server", "servers: [{%s: %s}]"},
	{"## The secret", "secret: {%s: %s}"},
	{"## A service", "services: [{%s: %s}]"},
	{"## OAuth2", "oauth2: {%s: %s}"},
	{"## Help", "help: [{%s: %s}]"},
	{"## MX", "mx: [{%s: %s}]"},
}

func TestProviderFilePageDescribesEveryKeyAndEveryWord(t *testing.T) {
	page := readDocument(t, "provider-file.md")
	for _, m := range mappings {
		t.Run(m.heading, func(t *testing.T) {
			rows := tableRows(section(page, m.heading))
			keys := strings.Split(hint(t, fmt.Sprintf(m.file, nonsense, "1"), "known keys: "), ", ")
			for _, key := range keys {
				row, ok := rows[key]
				if !ok {
					t.Errorf("no row for the key %q under %q", key, m.heading)
				}
				for _, word := range words(fmt.Sprintf(m.file, key, nonsense)) {
					if !strings.Contains(row, "`"+word+"`") {
						t.Errorf("the row of %q does not name the word %q", key, word)
					}
				}
			}
			for key := range rows {
				if !slices.Contains(keys, key) {
					t.Errorf("%q under %q is no key; the keys are %q", key, m.heading, keys)
				}
			}
		})
	}
}

func TestFormatsPageDescribesEveryFormatAndEveryPath(t *testing.T) {
	page := readDocument(t, "formats.md")
	texts, err := templates.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range autoconfig.Formats(texts, autoconfig.Options{}) {
		if !strings.Contains(page, "\nFormat `"+f.Name+"`") {
			t.Errorf("no section says \"Format `%s`\"", f.Name)
		}
		for _, pattern := range f.Patterns {
			if !strings.Contains(page, "`"+pattern+"`") {
				t.Errorf("the path `%s` of %s is not on the page", pattern, f.Name)
			}
		}
	}
}

func TestDependenciesPageNamesEveryModuleThatIsRequiredDirectly(t *testing.T) {
	page := readDocument(t, "dependencies.md")
	gomod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	required := regexp.MustCompile(`(?m)^\t(\S+) v\S+$`).FindAllStringSubmatch(string(gomod), -1)
	if len(required) == 0 {
		t.Fatal("go.mod requires nothing")
	}
	for _, r := range required {
		if !strings.Contains(page, "`"+r[1]+"`") {
			t.Errorf("go.mod requires %s, the page does not say what for", r[1])
		}
	}
}

func readDocument(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile("../../docs/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// section is the text from a heading to the next one of its level.
func section(page, heading string) string {
	_, text, _ := strings.Cut(page, "\n"+heading+"\n")
	text, _, _ = strings.Cut(text, "\n## ")
	return text
}

var tableRow = regexp.MustCompile("(?m)^\\| `([a-z0-9_]+)` \\|.*$")

// tableRows finds the rows of a table by the key in their first cell.
func tableRows(text string) map[string]string {
	rows := map[string]string{}
	for _, m := range tableRow.FindAllStringSubmatch(text, -1) {
		rows[m[1]] = m[0]
	}
	return rows
}

// hint returns what follows prefix in a hint about a broken file.
func hint(t *testing.T, file, prefix string) string {
	t.Helper()
	for _, p := range problems(file) {
		if rest, ok := strings.CutPrefix(p.Hint, prefix); ok {
			return rest
		}
	}
	t.Fatalf("%s: no problem with a hint %q", file, prefix)
	return ""
}

// words lists the allowed values of a key that takes one of a closed set.
func words(file string) []string {
	for _, p := range problems(file) {
		if rest, ok := strings.CutPrefix(p.Hint, "write one of "); ok {
			return strings.Split(rest, ", ")
		}
	}
	return nil
}

func problems(file string) provider.Problems {
	_, err := provider.Parse("example.yaml", []byte(file))
	var found provider.Problems
	errors.As(err, &found)
	return found
}
