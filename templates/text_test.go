package templates_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/templates"
)

// readTexts reads the files as they are: language → key → words.
func readTexts(t *testing.T) map[string]map[string]string {
	t.Helper()
	files, err := filepath.Glob("text/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	all := map[string]map[string]string{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		words := map[string]string{}
		if err := json.Unmarshal(data, &words); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		all[strings.TrimSuffix(filepath.Base(file), ".json")] = words
	}
	return all
}

func TestEveryFileIsALanguageOfTheCatalogue(t *testing.T) {
	catalogue := load(t)
	var tags []string
	for _, l := range catalogue.All() {
		tags = append(tags, l.Tag)
	}
	for tag := range readTexts(t) {
		if !slices.Contains(tags, tag) {
			t.Errorf("text/%s.json is in no language of %q", tag, tags)
		}
	}
}

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

// A key that one language lacks would be an empty place on the page; a
// placeholder that it lacks, a sentence that says nothing.
func TestLanguagesSayTheSameThings(t *testing.T) {
	all := readTexts(t)
	english := all["en"]
	for tag, words := range all {
		for key, text := range words {
			original, ok := english[key]
			if !ok {
				t.Errorf("%s: %q is not in en.json", tag, key)
			}
			if strings.TrimSpace(text) != text || text == "" {
				t.Errorf("%s: %q is empty or has blanks at an end: %q", tag, key, text)
			}
			want, got := placeholder.FindAllString(original, -1), placeholder.FindAllString(text, -1)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: placeholders of %q (-en +%s):\n%s", tag, key, tag, diff)
			}
		}
		for key := range english {
			if _, ok := words[key]; !ok {
				t.Errorf("%s: %q is missing", tag, key)
			}
		}
	}
}

// Where one language has a sentence, the other has one: with a full stop of its own.
func TestSentencesEndWithTheFullStopOfTheirLanguage(t *testing.T) {
	all := readTexts(t)
	for tag, words := range all {
		if !strings.HasPrefix(tag, "zh") {
			continue
		}
		for key, text := range words {
			if english := all["en"][key]; strings.HasSuffix(english, ".") != strings.HasSuffix(text, "。") {
				t.Errorf("%s: %q is %q, in English %q", tag, key, text, english)
			}
			if found := regexp.MustCompile(`\p{Han}[,;:?!()]|[,;:?!()]\p{Han}`).FindString(text); found != "" {
				t.Errorf("%s: %q has half-width punctuation beside a character, %q: %s", tag, key, found, text)
			}
			if found := regexp.MustCompile(`\p{Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Han}`).FindString(text); found != "" {
				t.Errorf("%s: %q has no blank between scripts, %q: %s", tag, key, found, text)
			}
		}
	}
}

func TestMatch(t *testing.T) {
	catalogue := load(t)
	for _, c := range []struct {
		name   string
		wishes []string
		want   string
	}{
		{"nothing asked for", nil, "en"},
		{"a language that is not there", []string{"fr-FR,fr;q=0.9"}, "en"},
		{"a second choice that is there", []string{"fr,zh;q=0.5"}, "zh-Hans"},
		{"the mainland", []string{"zh-CN,zh;q=0.9,en;q=0.8"}, "zh-Hans"},
		{"Singapore", []string{"zh-SG"}, "zh-Hans"},
		{"Taiwan", []string{"zh-TW,zh;q=0.9"}, "zh-Hant"},
		{"Hong Kong", []string{"zh-HK"}, "zh-Hant"},
		{"the query before the browser", []string{"zh-Hant", "en"}, "zh-Hant"},
		{"a query that is no language", []string{`"><script>`, "zh-CN"}, "zh-Hans"},
		{"a very long header", []string{strings.Repeat("zh,", 5_000)}, "zh-Hans"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := catalogue.Match(c.wishes...).Tag; got != c.want {
				t.Errorf("Match(%.60q) = %s, want %s", c.wishes, got, c.want)
			}
		})
	}
}

// Documents that are the same for everybody name languages by two letters.
func TestLanguagesHoldsEachPrimaryTagOnce(t *testing.T) {
	var got []string
	for _, l := range load(t).Languages() {
		got = append(got, l.Tag)
	}
	if diff := cmp.Diff([]string{"en", "zh-Hans"}, got); diff != "" {
		t.Errorf("Languages (-want +got):\n%s", diff)
	}
}

func TestStyleSheetIsSmallAndLoadsNothing(t *testing.T) {
	style := string(load(t).Style())
	if len(style) >= 10<<10 {
		t.Errorf("the style sheet has %d bytes, want less than 10 KiB", len(style))
	}
	for _, bad := range []string{"url(", "@import", "//"} {
		if strings.Contains(style, bad) {
			t.Errorf("the style sheet holds %q", bad)
		}
	}
}

func load(t *testing.T) *templates.Catalog {
	t.Helper()
	catalogue, err := templates.Load()
	if err != nil {
		t.Fatal(err)
	}
	return catalogue
}
