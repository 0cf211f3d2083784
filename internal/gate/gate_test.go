package gate_test

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/internal/gate"
	"signpost/provider"
	"signpost/provider/builtin"
)

var update = flag.Bool("update", false, "write the golden files anew")

// findings checks one provider file from its text to the last reader.
func findings(t *testing.T, name string, data []byte) []gate.Finding {
	t.Helper()
	p, err := provider.Parse(name, data)
	var problems provider.Problems
	if errors.As(err, &problems) {
		return gate.OfProblems(problems)
	}
	if err != nil {
		t.Fatal(err)
	}
	g, err := gate.New()
	if err != nil {
		t.Fatal(err)
	}
	return g.Check([]*provider.Provider{&p})
}

func lines(findings []gate.Finding) string {
	var b strings.Builder
	for _, f := range findings {
		b.WriteString(f.String() + "\n")
	}
	return b.String()
}

// Each file in testdata/wrong is wrong for somebody; beside it stands what is said
// of it, word for word.
func TestWrongFiles(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "wrong", "*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 20 {
		t.Fatalf("only %d files", len(files))
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".yaml"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			found := findings(t, filepath.Base(file), data)
			if len(found) == 0 {
				t.Fatal("nothing is found wrong")
			}
			golden := strings.TrimSuffix(file, ".yaml") + ".want"
			if *update {
				if err := os.WriteFile(golden, []byte(lines(found)), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), lines(found)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestAGoodFileHasNoFindings(t *testing.T) {
	const text = `id: example
name: Example
domains: [example.com]
servers:
  - {protocol: imap, host: imap.example.com}
  - {protocol: pop3, host: pop.example.com}
  - {protocol: smtp, host: smtp.example.com}
secret: {kind: app-password}
setup:
  - {en: Make an app password., zh: 生成应用专用密码。}
webmail: https://mail.example.com/
`
	if got := lines(findings(t, "example.yaml", []byte(text))); got != "" {
		t.Errorf("got\n%s", got)
	}
}

// No client is led astray by a built-in provider, and no file of theirs is broken.
func TestBuiltInProvidersHaveNoErrors(t *testing.T) {
	table, err := provider.NewTable(builtin.Providers())
	if err != nil {
		t.Fatal(err)
	}
	g, err := gate.New()
	if err != nil {
		t.Fatal(err)
	}
	found := g.Check(table.Providers())
	for _, f := range found {
		if f.Severity == gate.Error {
			t.Error(f)
		}
	}
	if len(found) == 0 {
		t.Error("there is always something to note")
	}
}
