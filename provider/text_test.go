package provider_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/provider"
)

func TestTextIn(t *testing.T) {
	both := provider.Text{{Lang: "en", Words: "code"}, {Lang: "zh", Words: "授权码"}}
	for _, tt := range []struct {
		name string
		text provider.Text
		tag  string
		want string
	}{
		{"the language itself", both, "zh", "授权码"},
		{"English", both, "en", "code"},
		{"the primary language of a tag", both, "zh-Hans", "授权码"},
		{"the primary language of a longer tag", both, "zh-Hant-TW", "授权码"},
		{"the tag before its primary language", provider.Text{{Lang: "zh", Words: "简"}, {Lang: "zh-Hant", Words: "繁"}}, "zh-Hant", "繁"},
		{"a region has no business with another region", provider.Text{{Lang: "en", Words: "colour"}, {Lang: "pt-BR", Words: "cor"}}, "pt-PT", "colour"},
		{"another language gets English", both, "fr", "code"},
		{"no wish gets English", both, "", "code"},
		{"another language gets the text without a language before English", provider.Text{{Words: "plain"}, {Lang: "en", Words: "code"}}, "fr", "plain"},
		{"the language before the text without one", provider.Text{{Words: "plain"}, {Lang: "en", Words: "code"}}, "en-GB", "code"},
		{"without English the first by tag", provider.Text{{Lang: "de", Words: "Code"}, {Lang: "ja", Words: "コード"}, {Lang: "zh", Words: "授权码"}}, "fr", "Code"},
		{"one language for all", provider.Text{{Lang: "zh", Words: "授权码"}}, "en", "授权码"},
		{"no text", nil, "en", ""},
		{"an empty text", provider.Text{}, "en", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.text.In(tt.tag); got != tt.want {
				t.Errorf("%v.In(%q): got %q, want %q", tt.text, tt.tag, got, tt.want)
			}
		})
	}
}

func TestTextLanguages(t *testing.T) {
	for _, tt := range []struct {
		text provider.Text
		want []string
	}{
		{provider.Text{{Words: "d"}, {Lang: "de", Words: "b"}, {Lang: "en", Words: "c"}, {Lang: "zh", Words: "a"}}, []string{"en", "", "de", "zh"}},
		{provider.Text{{Lang: "de", Words: "b"}, {Lang: "zh", Words: "a"}}, []string{"de", "zh"}},
		{provider.Text{{Lang: "en", Words: "a"}}, []string{"en"}},
		{nil, nil},
	} {
		if diff := cmp.Diff(tt.want, tt.text.Languages()); diff != "" {
			t.Errorf("%v.Languages (-want +got):\n%s", tt.text, diff)
		}
	}
	if (provider.Text{{Lang: "en", Words: "a"}}).IsZero() || !(provider.Text{}).IsZero() || !provider.Text(nil).IsZero() {
		t.Error("IsZero: want true for texts without words only")
	}
}

func TestTextWithAndWithout(t *testing.T) {
	both := provider.Text{{Lang: "en", Words: "code"}, {Lang: "zh", Words: "授权码"}}
	for _, tt := range []struct {
		name      string
		got, want provider.Text
	}{
		{"the first language", provider.Text(nil).With("zh", "码"), provider.Text{{Lang: "zh", Words: "码"}}},
		{"between two", both.With("ja", "コード"), provider.Text{{Lang: "en", Words: "code"}, {Lang: "ja", Words: "コード"}, {Lang: "zh", Words: "授权码"}}},
		{"before all", both.With("", "x"), provider.Text{{Words: "x"}, {Lang: "en", Words: "code"}, {Lang: "zh", Words: "授权码"}}},
		{"in the place of other words", both.With("zh", "码"), provider.Text{{Lang: "en", Words: "code"}, {Lang: "zh", Words: "码"}}},
		{"without one", both.Without("en"), provider.Text{{Lang: "zh", Words: "授权码"}}},
		{"without one that is not there", both.Without("ja"), both},
	} {
		if diff := cmp.Diff(tt.want, tt.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
	if got := both.Exactly("zh"); len(both) != 2 || got != "授权码" {
		t.Errorf("the text itself has changed: %v", both)
	}
}

func TestTextInJSON(t *testing.T) {
	text := provider.Text{{Words: `"<a> & b"`}, {Lang: "zh", Words: "授权码"}}
	for _, tt := range []struct {
		text provider.Text
		want string
	}{
		{text, `{"":"\"\u003ca\u003e \u0026 b\"","zh":"授权码"}`},
		{nil, `{}`},
	} {
		got, err := json.Marshal(tt.text)
		if err != nil || string(got) != tt.want {
			t.Errorf("%v: got %s, %v, want %s", tt.text, got, err, tt.want)
		}
	}
}
