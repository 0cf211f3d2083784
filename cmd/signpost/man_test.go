package main_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	signpost "signpost/cmd/signpost"
)

var manFlag = regexp.MustCompile(`\bFl -([a-z0-9-]+)`)

func TestManualNamesEveryCommandWithItsFlags(t *testing.T) {
	manual := readDeployed(t, "man/signpost.1")
	commands := surface(t)
	for _, c := range commands {
		t.Run(c.Name, func(t *testing.T) {
			text := manSection(manual, ".Ss "+c.Name)
			if text == "" {
				t.Fatalf("no subsection %q", ".Ss "+c.Name)
			}
			// The synopsis of a command names each of its flags, but for --help, which all have.
			synopsis, _, _ := strings.Cut(text, "\n.Pp\n")
			named := []string{"help"}
			for _, m := range manFlag.FindAllStringSubmatch(strings.ReplaceAll(synopsis, "| -", "| Fl -"), -1) {
				named = append(named, m[1])
			}
			slices.Sort(named)
			if diff := cmp.Diff(c.Flags, slices.Compact(named)); diff != "" {
				t.Errorf("the synopsis has other flags than the command (-command +manual):\n%s", diff)
			}
			for flag, words := range c.Words {
				for _, word := range words {
					if !regexp.MustCompile(`(?m)^\.Cm .*` + regexp.QuoteMeta(word) + `\b`).MatchString(text) {
						t.Errorf("the value %s of --%s is not named", word, flag)
					}
				}
			}
		})
	}
	if got, want := strings.Count(manual, "\n.Ss "), len(commands); got != want {
		t.Errorf("the manual has %d subsections, the program %d commands", got, want)
	}
}

func TestManualDescribesEveryFlag(t *testing.T) {
	manual := readDeployed(t, "man/signpost.1")
	for _, c := range surface(t) {
		for _, flag := range c.Flags {
			item := regexp.MustCompile(`(?m)^\.It (Fl [a-z] , )?Fl -` + flag + `( |$)`)
			if flag != "help" && !item.MatchString(manual) {
				t.Errorf("--%s of %s has no item that describes it", flag, c.Name)
			}
		}
	}
}

func TestManualOfTheProviderFileDescribesEveryKeyAndEveryWord(t *testing.T) {
	manual := readDeployed(t, "man/signpost-provider.5")
	item := regexp.MustCompile(`(?m)^\.It Ic ([a-z0-9_]+)$`)
	for _, m := range mappings {
		heading := ".Sh " + strings.ToUpper(strings.TrimPrefix(m.heading, "## "))
		t.Run(heading, func(t *testing.T) {
			text := manSection(manual, heading)
			keys := strings.Split(hint(t, fmt.Sprintf(m.file, nonsense, "1"), "known keys: "), ", ")
			var items []string
			for _, found := range item.FindAllStringSubmatch(text, -1) {
				items = append(items, found[1])
			}
			slices.Sort(keys)
			slices.Sort(items)
			if diff := cmp.Diff(keys, items); diff != "" {
				t.Errorf("other keys than the form has (-form +manual):\n%s", diff)
			}
			for _, key := range keys {
				_, described, _ := strings.Cut(text, "\n.It Ic "+key+"\n")
				described, _, _ = strings.Cut(described, "\n.It ")
				for _, word := range words(fmt.Sprintf(m.file, key, nonsense)) {
					if !strings.Contains(described, `\fB`+word+`\fR`) {
						t.Errorf("the item of %q does not name the word %q", key, word)
					}
				}
			}
		})
	}
}

// manSection is the text from a heading to the next one of its level or above.
func manSection(page, heading string) string {
	_, text, _ := strings.Cut(page, "\n"+heading+"\n")
	text, _, _ = strings.Cut(text, "\n.Sh ")
	if strings.HasPrefix(heading, ".Ss ") {
		text, _, _ = strings.Cut(text, "\n.Ss ")
	}
	return text
}

func surface(t *testing.T) []signpost.Command {
	t.Helper()
	commands, err := signpost.Surface()
	if err != nil {
		t.Fatal(err)
	}
	if len(commands) == 0 {
		t.Fatal("the program has no commands")
	}
	return commands
}

func readDeployed(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile("../../deploy/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
