package autoconfig_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/width"
)

// cellsOf counts what a terminal needs for a line.
func cellsOf(line string) int {
	n := 0
	for _, r := range line {
		n++
		if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
			n++
		}
	}
	return n
}

func lookupAsks(target string, header http.Header) ask {
	return ask{host: "mail.example.net", target: target, header: header}
}

// A terminal has 80 columns; only what must not be broken may be wider, such as a
// long URL, and then nothing but its label stands beside it.
func TestTextFitsATerminal(t *testing.T) {
	h := newHandler(t)
	for _, p := range fullTable(t).Providers() {
		if len(p.Domains) == 0 {
			continue
		}
		domain := strings.TrimPrefix(p.Domains[0], "*.")
		for _, lang := range []string{"en", "zh-Hans", "zh-Hant"} {
			for _, asked := range []string{domain, "user@" + domain, "somebody.with.a.rather.long.name.of.47.characters@" + domain} {
				r := lookupAsks("/lookup/"+asked+"?lang="+lang, nil).of(t, h)
				for _, line := range strings.Split(r.body, "\n") {
					if strings.HasSuffix(line, " ") {
						t.Errorf("%s in %s: a blank ends %q", asked, lang, line)
					}
					if cellsOf(line) > 80 && len(strings.Fields(line)) > 2 && !strings.HasSuffix(line, asked) {
						t.Errorf("%s in %s: %d columns in %q", asked, lang, cellsOf(line), line)
					}
				}
			}
		}
	}
}

var escape = regexp.MustCompile("\x1b\\[[0-9;]*m")

func TestColours(t *testing.T) {
	h := newHandler(t)
	plain := lookupAsks("/lookup/user@sina.com", nil).of(t, h)
	if strings.Contains(plain.body, "\x1b") {
		t.Errorf("colours that nobody asked for: %q", plain.body)
	}
	for target, coloured := range map[string]bool{
		"/lookup/user@sina.com?color": true, "/lookup/user@sina.com?color=always&lang=en": true, "/lookup/user@sina.com?colour=1": true,
		"/lookup/user@sina.com?color=never": false, "/lookup/user@sina.com?color=0": false, "/lookup/user@sina.com.json?color": false,
	} {
		if got := strings.Contains(lookupAsks(target, nil).of(t, h).body, "\x1b["); got != coloured {
			t.Errorf("%s: coloured %t, want %t", target, got, coloured)
		}
	}
	page := lookupAsks("/lookup/user@sina.com?color", http.Header{"Accept": {"text/html"}}).of(t, h)
	if strings.Contains(page.body, "\x1b") {
		t.Error("colours in the page")
	}
}

// Colours change how the text looks, not where it stands.
func TestColouredTextIsTheTextWithColours(t *testing.T) {
	h := newHandler(t)
	for _, asked := range []string{"user@sina.com", "sina.com", "user@outlook.com", "user@proton.me", "user@unknown.example", "user@gmail.com"} {
		plain, coloured := lookupAsks("/lookup/"+asked, nil).of(t, h), lookupAsks("/lookup/"+asked+"?color", nil).of(t, h)
		if diff := cmp.Diff(plain.body, escape.ReplaceAllString(coloured.body, "")); diff != "" {
			t.Errorf("%s (-text +colours taken away):\n%s", asked, diff)
		}
		wantSameStatus(t, coloured, plain)
	}
	coloured := lookupAsks("/lookup/user@sina.com?color", nil).of(t, h).body
	if want := "\x1b[1;32mclient authorization code (16 characters)\x1b[0m"; !strings.Contains(coloured, want) {
		t.Errorf("no %q in %q", want, coloured)
	}
}

func wantSameStatus(t *testing.T, got, want reply) {
	t.Helper()
	if got.StatusCode != want.StatusCode || got.Header.Get("Content-Type") != want.Header.Get("Content-Type") {
		t.Errorf("status %d, %s, want %d, %s", got.StatusCode, got.Header.Get("Content-Type"), want.StatusCode, want.Header.Get("Content-Type"))
	}
}

// What stands in the table would break it if it were too long: it goes below.
func TestLongUserNamesStandBelowTheTable(t *testing.T) {
	h := newHandler(t)
	const long = "somebody.with.a.rather.long.name.of.47.characters"
	r := lookupAsks("/lookup/"+long+"@sina.com?lang=en", nil).of(t, h)
	if want := "\nUser name  " + long + "@sina.com\n"; !strings.Contains(r.body, want) {
		t.Errorf("no %q in\n%s", want, r.body)
	}
	r = lookupAsks("/lookup/"+long+"@icloud.com?lang=en", nil).of(t, h)
	if want := "\nUser name  Receive  " + long + "\n           Send     " + long + "@icloud.com\n"; !strings.Contains(r.body, want) {
		t.Errorf("no %q in\n%s", want, r.body)
	}
}

func TestUnknownDomainsSayWhatToTry(t *testing.T) {
	for lang, wants := range map[string][]string{
		"en":      {"No settings are known for this domain.", "Check the spelling"},
		"zh-Hans": {"没有这个域名的邮箱设置。", "请检查"},
		"zh-Hant": {"沒有這個網域的信箱設定。", "請檢查"},
	} {
		r := lookupAsks("/lookup/user@unknown.example?lang="+lang, nil).of(t, newHandler(t))
		wantRefused(t, r, http.StatusNotFound, "unknown.example")
		for _, want := range wants {
			if !strings.Contains(r.body, want) {
				t.Errorf("%s: no %q in %s", lang, want, r.body)
			}
		}
	}
}
