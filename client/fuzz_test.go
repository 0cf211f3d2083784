package client_test

import (
	"errors"
	"strings"
	"testing"

	"signpost/client"
)

// FuzzReaders gives every reply to every reader: none may panic, every error is a
// refusal, and what is no refusal sets something up.
func FuzzReaders(f *testing.F) {
	for _, seed := range []struct {
		kind, body string
	}{
		{"text/xml; charset=utf-8", soundAutoconfig},
		{"application/xml", edited(f, soundAutoconfig, []string{"%EMAILADDRESS%", "007", "SSL", "STARTTLS", "<port>465</port>", "<port/>"})},
		{"text/xml", soundPOX},
		{"text/xml", edited(f, soundPOX, []string{"<Action>settings</Action>", "<RedirectUrl>https://x.example/</RedirectUrl>", "<Port>993</Port>", "<Port>1e3</Port>"})},
		{"text/xml", soundActiveSync},
		{"application/json", soundAutodiscoverJSON},
		{"application/json", soundPACC},
		{"application/x-apple-aspen-config", soundProfile},
		{"text/html", "<!DOCTYPE html><html><body>Hello</body></html>"},
		{"", ""},
	} {
		f.Add(200, seed.kind, []byte(seed.body), address)
	}
	f.Add(404, "application/json", []byte(`{"ErrorCode":"UserNotFound","ErrorMessage":"no"}`), "")
	readers := client.Readers()
	f.Fuzz(func(t *testing.T, status int, kind string, body []byte, who string) {
		for _, reader := range readers {
			setup, err := reader.Read(client.Reply{Status: status, Type: kind, Body: body}, who)
			switch {
			case err != nil && !errors.Is(err, client.ErrRefused):
				t.Errorf("%s of %s: %v does not wrap ErrRefused", reader.Client, reader.Format, err)
			case err == nil && len(setup.Incoming)+len(setup.Outgoing) == 0 && setup.URL == "":
				t.Errorf("%s of %s: neither a server nor a URL, and no refusal", reader.Client, reader.Format)
			}
		}
	})
}

func TestReadersAreBounded(t *testing.T) {
	for _, c := range []struct{ name, body string }{
		{"a document that is too long", soundAutoconfig + strings.Repeat(" ", 1<<20)},
		{"elements that are nested without end", strings.Repeat("<a>", 100_000)},
		{"arrays that are nested without end", strings.Repeat("[", 100_000)},
		{"entities that grow", `<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><clientConfig>&c;</clientConfig>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, reader := range client.Readers() {
				for _, kind := range []string{"text/xml", "application/json", "application/x-apple-aspen-config"} {
					setup, err := reader.Read(client.Reply{Status: 200, Type: kind, Body: []byte(c.body)}, address)
					if !errors.Is(err, client.ErrRefused) {
						t.Errorf("%s of %s, %s: got %v and %v, want ErrRefused", reader.Client, reader.Format, kind, setup, err)
					}
				}
			}
		})
	}
}

func TestReadersAreKnownByClientAndFormat(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range client.Readers() {
		key := r.Client + " of " + r.Format
		if seen[key] {
			t.Errorf("two readers for %s", key)
		}
		seen[key] = true
		if r.Version == "" || r.Read == nil {
			t.Errorf("%s: version %q, reader %v", key, r.Version, r.Read != nil)
		}
	}
	counts := map[string]int{"autoconfig": 12, "pox": 4, "activesync": 1, "autodiscover-json": 2, "profile": 1, "pacc": 2}
	total := 0
	for format, want := range counts {
		if got := len(client.ReadersOf(format)); got != want {
			t.Errorf("%d readers of %s, want %d", got, format, want)
		}
		total += want
	}
	if len(seen) != total {
		t.Errorf("%d readers, want %d: one is of an unknown format", len(seen), total)
	}
}
