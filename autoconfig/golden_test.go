package autoconfig_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/autoconfig"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The documents of telling providers, whole, as they go over the wire: a changed
// byte is a changed file in the review.
func TestGoldenDocuments(t *testing.T) {
	h := handlerWith(t, autoconfig.Options{TLS: true, PublicURL: mustURL(t, "https://autoconfig.example.net")})
	for _, c := range []struct{ file, format, asked, lang string }{
		{"sina.com/autoconfig.xml", "autoconfig", "user@sina.com", ""},
		{"sina.com/pox.xml", "pox", "user@sina.com", ""},
		{"sina.com/activesync.xml", "activesync", "user@sina.com", ""},
		{"sina.com/autodiscover.json", "autodiscover-json", "user@sina.com", ""},
		{"sina.com/personal.mobileconfig", "profile", "user@sina.com", ""},
		{"sina.com/generic.mobileconfig", "profile", "sina.com", ""},
		{"sina.com/pacc.json", "pacc", "sina.com", ""},
		{"sina.com/lookup.json", "json", "user@sina.com", ""},
		{"sina.com/lookup.en.txt", "text", "user@sina.com", "en"},
		{"sina.com/lookup.zh.txt", "text", "user@sina.com", "zh"},
		{"sina.com/domain.zh.txt", "text", "sina.com", "zh"},
		{"sina.com/page.zh.html", "page", "user@sina.com", "zh"},
		{"gmail.com/autoconfig.xml", "autoconfig", "user@gmail.com", ""},
		{"gmail.com/lookup.en.txt", "text", "user@gmail.com", "en"},
		{"outlook.com/autoconfig.xml", "autoconfig", "user@outlook.com", ""},
		{"outlook.com/pox.xml", "pox", "user@outlook.com", ""},
		{"outlook.com/personal.mobileconfig", "profile", "user@outlook.com", "en"},
		{"outlook.com/lookup.zh.txt", "text", "user@outlook.com", "zh"},
		{"icloud.com/autoconfig.xml", "autoconfig", "some.body@icloud.com", ""},
		{"icloud.com/pox.xml", "pox", "some.body@icloud.com", ""},
		{"icloud.com/personal.mobileconfig", "profile", "some.body@icloud.com", ""},
		{"charter.net/autoconfig.xml", "autoconfig", "user@charter.net", ""},
		{"charter.net/pox.xml", "pox", "user@charter.net", ""},
		{"proton.me/autoconfig.xml", "autoconfig", "user@proton.me", "zh"},
		{"proton.me/pox.xml", "pox", "user@proton.me", ""},
		{"proton.me/lookup.en.txt", "text", "user@proton.me", "en"},
		{"starttls.example/autoconfig.xml", "autoconfig", "user@starttls.example", ""},
		{"starttls.example/pox.xml", "pox", "user@starttls.example", ""},
		{"starttls.example/personal.mobileconfig", "profile", "user@starttls.example", ""},
		{"eas.example/pox.xml", "pox", "user@eas.example", ""},
		{"eas.example/activesync.xml", "activesync", "user@eas.example", ""},
		{"eas.example/pacc.json", "pacc", "eas.example", ""},
		{"local.example/autoconfig.xml", "autoconfig", "user@local.example", ""},
		{"pop.example/autoconfig.xml", "autoconfig", "user@pop.example", ""},
		{"pop.example/personal.mobileconfig", "profile", "user@pop.example", ""},
		{"xn--fsqu00a.example/autoconfig.xml", "autoconfig", "user@例子.example", ""},
		{"xn--fsqu00a.example/lookup.zh.txt", "text", "user@例子.example", "zh"},
		{"hoster.example/autoconfig.xml", "autoconfig", "user@hoster.example", ""},
		{"unknown.example/lookup.en.txt", "text", "user@unknown.example", "en"},
		{"unknown.example/lookup.zh.txt", "text", "user@unknown.example", "zh"},
	} {
		t.Run(c.file, func(t *testing.T) {
			doc, err := h.Lookup(t.Context(), c.format, c.asked, c.lang)
			got := doc.Body
			if err != nil {
				// A refusal is a document too: what a person reads.
				got = []byte(err.Error() + "\n")
			}
			wantGolden(t, c.file, got)
		})
	}
}

func wantGolden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", "golden", filepath.FromSlash(name))
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; run go test -update and read the diff", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}
