package builtin_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"signpost/provider"
	"signpost/provider/builtin"
)

// table is the built-in one; every test fails here if two providers claim the same
// id, domain or MX suffix.
func table(t *testing.T) *provider.Table {
	t.Helper()
	table, err := provider.NewTable(builtin.Providers())
	if err != nil {
		t.Fatalf("building the table:\n%v", err)
	}
	return table
}

// The program has in it what stands in the files.
func TestProvidersAreThoseOfTheFiles(t *testing.T) {
	files, err := provider.LoadDir(".")
	if err != nil {
		t.Fatalf("reading the provider files:\n%v", err)
	}
	// Where something stands in its file is not in the program.
	positions := cmpopts.IgnoreUnexported(provider.Provider{}, provider.Server{})
	if diff := cmp.Diff(files, builtin.Providers(), positions, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("run `make update`: the files say something else (-files +program):\n%s", diff)
	}
}

func TestTableIsComplete(t *testing.T) {
	table := table(t)
	if got := table.Domains(); got < 730 {
		t.Errorf("domains, unchecked ones included: got %d, want at least 730", got)
	}
	files, err := filepath.Glob("*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(table.Providers()), len(files); got != want {
		t.Errorf("run `make update`: got %d providers, want one for each of %d files", got, want)
	}
}

func TestFilesAreNamedByID(t *testing.T) {
	for _, p := range table(t).Providers() {
		if got, want := p.Origin, p.ID+".yaml"; got != want {
			t.Errorf("provider %q stands in %s, want %s", p.ID, got, want)
		}
	}
}

func TestFilesAreReadable(t *testing.T) {
	files, err := filepath.Glob("*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for i, b := range data {
			if b == '\t' || b == '\r' || (b == '\n' && i > 0 && data[i-1] == ' ') {
				t.Errorf("%s: tab, carriage return or trailing space at byte %d", file, i)
				break
			}
		}
		if len(data) == 0 || data[len(data)-1] != '\n' {
			t.Errorf("%s does not end with a newline", file)
		}
	}
}

// texts lists what people read of a provider, by what it is.
func texts(p *provider.Provider) map[string]provider.Text {
	all := map[string]provider.Text{
		"name": p.Name, "short_name": p.Short, "operator": p.Operator,
		"username_note": p.UsernameNote, "unsupported": p.Unsupported, "support": p.Support,
		"secret name": p.Secret.Name, "secret where": p.Secret.Where,
	}
	for i, step := range p.Setup {
		all[fmt.Sprintf("step %d of setup", i+1)] = step
	}
	for i, link := range p.Help {
		all[fmt.Sprintf("topic %d of help", i+1)] = link.Topic
	}
	for what, text := range all {
		if text.IsZero() {
			delete(all, what)
		}
	}
	return all
}

func TestTextsAreInEnglishAndChinese(t *testing.T) {
	// Names are proper names: a short name may be the same in all languages, and
	// only a provider with Chinese users has a Chinese one.
	namesOnly := map[string]bool{"name": true, "short_name": true, "operator": true}
	for _, p := range table(t).Providers() {
		for what, text := range texts(p) {
			if text.Exactly("en") == "" {
				t.Errorf("%s: %s has no English: %v", p.ID, what, text)
			}
			if text.Exactly("zh") == "" && !namesOnly[what] {
				t.Errorf("%s: %s has no Chinese: %v", p.ID, what, text)
			}
		}
		if p.Name.Exactly("zh") == "" && p.Operator.Exactly("zh") != "" {
			t.Errorf("%s: the operator %v is named in Chinese, the provider is not: %v", p.ID, p.Operator, p.Name)
		}
	}
}

func TestHelpLinksAreDescribed(t *testing.T) {
	for _, p := range table(t).Providers() {
		for _, link := range p.Help {
			if link.Lang == "" || link.Topic.IsZero() {
				t.Errorf("%s: help %s: got language %q and topic %v, want both", p.ID, link.URL, link.Lang, link.Topic)
			}
		}
	}
}

func TestNamesFit(t *testing.T) {
	for _, p := range table(t).Providers() {
		name, short := p.Name.Exactly("en"), p.Short.Exactly("en")
		if n := utf8.RuneCountInString(name); n > 60 {
			t.Errorf("%s: name %q has %d characters, want at most 60", p.ID, name, n)
		}
		if utf8.RuneCountInString(name) > 20 && short == "" {
			t.Errorf("%s: name %q has more than 20 characters and no short_name", p.ID, name)
		}
		if n := utf8.RuneCountInString(short); n > 12 {
			t.Errorf("%s: short_name %q has %d characters, want at most 12", p.ID, short, n)
		}
	}
}
