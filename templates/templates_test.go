package templates_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"signpost/templates"
)

// A field of Text that no file fills would be an empty place in an answer.
func TestEveryWordIsThereInEveryLanguage(t *testing.T) {
	for _, l := range load(t).All() {
		text := reflect.ValueOf(l.Text)
		for i := range text.NumField() {
			if strings.TrimSpace(text.Field(i).String()) == "" {
				t.Errorf("text/%s.json: %s is not filled", l.Tag, text.Type().Field(i).Name)
			}
		}
	}
}

func TestMatchReadsWhatClientsSend(t *testing.T) {
	catalogue := load(t)
	for _, c := range []struct {
		name   string
		wishes []string
		want   string
	}{
		{"an empty wish counts as none", []string{"", "zh"}, "zh-Hans"},
		{"British English is English", []string{"en-GB,en;q=0.9"}, "en"},
		{"Chinese without more", []string{"zh"}, "zh-Hans"},
		{"upper case", []string{"ZH-CN"}, "zh-Hans"},
		{"an underscore, as systems write it", []string{"zh_CN"}, "zh-Hans"},
		{"Mandarin by its own code", []string{"cmn"}, "zh-Hans"},
		{"the weights decide, not the order", []string{"fr;q=0.9,en;q=0.1,zh;q=0.8"}, "zh-Hans"},
		{"a weight of nothing is a refusal", []string{"en;q=0,zh"}, "zh-Hans"},
		{"a language refused and another asked for", []string{"zh;q=0,en"}, "en"},
		{"a star", []string{"*"}, "en"},
		{"a star behind a language that is not there", []string{"de,*;q=0.5"}, "en"},
		{"a second wish after one that is not there", []string{"fr", "zh"}, "zh-Hans"},
		{"a second wish after a star", []string{"*", "zh"}, "zh-Hans"},
		{"a private tag", []string{"x-klingon"}, "en"},
		{"no language (und)", []string{"und"}, "en"},
		{"punctuation", []string{";;;,,,=q"}, "en"},
		{"a path", []string{"../../etc/passwd"}, "en"},
		{"bytes that are no text", []string{"\xff\xfe\x00"}, "en"},
		{"the C locale", []string{"C"}, "en"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := catalogue.Match(c.wishes...).Tag; got != c.want {
				t.Errorf("Match(%q): got %s, want %s", c.wishes, got, c.want)
			}
		})
	}
}

func TestNamedFallsBack(t *testing.T) {
	catalogue := load(t)
	for tag, want := range map[string]string{"en": "en", "zh-Hans": "zh-Hans", "": "en", "fr": "en", "zh": "en"} {
		if got := catalogue.Named(tag).Tag; got != want {
			t.Errorf("Named(%q): got %s, want %s", tag, got, want)
		}
	}
}

func TestCatalogueDoesNotChange(t *testing.T) {
	catalogue := load(t)
	catalogue.All()[0] = templates.Language{}
	catalogue.Languages()[0] = templates.Language{}
	if got := catalogue.All()[0].Tag; got != "en" {
		t.Errorf("All after writing to the list: got %q first, want en", got)
	}
	if got := catalogue.Match().Tag; got != "en" {
		t.Errorf("Match after writing to the list: got %q, want en", got)
	}
}

func TestFill(t *testing.T) {
	for _, c := range []struct {
		name, text string
		pairs      []string
		want       string
	}{
		{"one value", "{n} characters", []string{"n", "16"}, "16 characters"},
		{"a value twice", "{n} and {n}", []string{"n", "16"}, "16 and 16"},
		{"two values", "{a} {b}", []string{"a", "1", "b", "2"}, "1 2"},
		{"a value that looks like a placeholder stays", "{a} {b}", []string{"a", "{b}", "b", "2"}, "{b} 2"},
		{"a name that is not given stays", "{a} {b}", []string{"a", "1"}, "1 {b}"},
		{"a value without a place", "nothing", []string{"a", "1"}, "nothing"},
		{"no values", "{a}", nil, "{a}"},
	} {
		if got := templates.Fill(c.text, c.pairs...); got != c.want {
			t.Errorf("%s: Fill(%q, %q): got %q, want %q", c.name, c.text, c.pairs, got, c.want)
		}
	}
}

// The page without an answer, in every language.
func TestPageIsWritten(t *testing.T) {
	catalogue := load(t)
	for _, l := range catalogue.All() {
		var out bytes.Buffer
		data := map[string]any{"Lang": l.Tag, "T": l.Text, "Languages": catalogue.All(), "Asked": `"><script>alert(1)</script>`}
		if err := catalogue.Page(&out, "index", data); err != nil {
			t.Fatalf("page in %s: %v", l.Tag, err)
		}
		page := out.String()
		for _, want := range []string{"<!doctype html>", `<html lang="` + l.Tag + `">`, l.Text.PageTitle, l.Text.PageButton, "</html>"} {
			if !strings.Contains(page, want) {
				t.Errorf("page in %s: got no %q in\n%s", l.Tag, want, page)
			}
		}
		if strings.Contains(page, "<script>alert") {
			t.Errorf("page in %s: what was asked is not escaped:\n%s", l.Tag, page)
		}
	}
}

func TestPageThatIsNotThere(t *testing.T) {
	var out bytes.Buffer
	if err := load(t).Page(&out, "missing", nil); err == nil || out.Len() != 0 {
		t.Errorf("Page(missing): got %q and error %v, want nothing and an error", out.String(), err)
	}
}
