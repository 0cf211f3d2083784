package provider_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/provider"
)

func TestTextIn(t *testing.T) {
	both := provider.Text{"en": "code", "zh": "授权码"}
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
		{"the tag before its primary language", provider.Text{"zh": "简", "zh-Hant": "繁"}, "zh-Hant", "繁"},
		{"a region has no business with another region", provider.Text{"en": "colour", "pt-BR": "cor"}, "pt-PT", "colour"},
		{"another language gets English", both, "fr", "code"},
		{"no wish gets English", both, "", "code"},
		{"another language gets the text without a language before English", provider.Text{"": "plain", "en": "code"}, "fr", "plain"},
		{"the language before the text without one", provider.Text{"": "plain", "en": "code"}, "en-GB", "code"},
		{"without English the first by tag", provider.Text{"zh": "授权码", "de": "Code", "ja": "コード"}, "fr", "Code"},
		{"one language for all", provider.Text{"zh": "授权码"}, "en", "授权码"},
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
		{provider.Text{"zh": "a", "de": "b", "en": "c", "": "d"}, []string{"en", "", "de", "zh"}},
		{provider.Text{"zh": "a", "de": "b"}, []string{"de", "zh"}},
		{provider.Text{"en": "a"}, []string{"en"}},
		{nil, nil},
	} {
		if diff := cmp.Diff(tt.want, tt.text.Languages()); diff != "" {
			t.Errorf("%v.Languages (-want +got):\n%s", tt.text, diff)
		}
	}
	if (provider.Text{"en": "a"}).IsZero() || !(provider.Text{}).IsZero() || !provider.Text(nil).IsZero() {
		t.Error("IsZero: want true for texts without words only")
	}
}
