//go:build leak

package leak_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// suiteVariable names a file with what `go test -v ./...` has printed.
const suiteVariable = "SUITE_OUTPUT"

// fewestPackages is fewer than have tests.
const fewestPackages = 20

var (
	// frame is what the tests print themselves: `go test` puts four blanks before each
	// line of theirs.
	frame       = regexp.MustCompile(`^( {4}|=== |--- |PASS$|ok {2}\t|\? {3}\t)`)
	mailAddress = regexp.MustCompile(`[^\s@"'<>()=]+(@|%40)[a-z0-9-]+\.[a-z]`)
	// secret is an Authorization value.
	secret = regexp.MustCompile(`(?i)\b(Basic|Bearer|Digest|Negotiate) [A-Za-z0-9+/=._-]{4,}`)
	// query is that of a URL.
	query = regexp.MustCompile(`/\S*\?[A-Za-z]+=`)
)

// What a program under test prints past the test stands at the margin of the output of
// `go test -v`. There is no address there, no query and no password, whichever test
// sent it.
func TestTheOutputOfTheWholeSuiteHoldsNothingThatWasSent(t *testing.T) {
	content, err := os.ReadFile(os.Getenv(suiteVariable))
	if err != nil {
		t.Fatalf("%v (%s names the output of `go test -v ./...`; `make leak-test` sees to it)", err, suiteVariable)
	}
	output := string(content)
	if n := strings.Count("\n"+output, "\nok  \t"); n < fewestPackages {
		t.Fatalf("only %d packages in %s", n, os.Getenv(suiteVariable))
	}
	wantNoLeak(t, "the output of the suite", output)
	for _, line := range told(output) {
		t.Errorf("a program under test has printed what was sent: %.300q", line)
	}
}

// told are the lines of programs under test that hold what was sent.
func told(output string) (lines []string) {
	for line := range strings.Lines(output) {
		line = strings.TrimSuffix(line, "\n")
		if !frame.MatchString(line) && (mailAddress.MatchString(line) || secret.MatchString(line) || query.MatchString(line)) {
			lines = append(lines, line)
		}
	}
	return lines
}

func TestTheSearchThroughTheSuiteFindsALine(t *testing.T) {
	for line, want := range map[string]int{
		"time=2026-01-01T00:00:00Z level=INFO msg=request address=user@example.com": 1,
		"GET /mail/config-v1.1.xml?emailaddress=x":                                  1,
		"map[Authorization:[Basic dXNlcjpwYXNz]]":                                   1,
		"user%40example.com":                                                   1,
		"=== RUN   TestAddresses/user@example.com":                             0,
		"    parse_test.go:12: user@example.com":                               0,
		"        <LoginName>user@example.com</LoginName>":                      0,
		"level=INFO msg=request domain=example.com route=/lookup/* status=200": 0,
		"ok  \tsignpost/autoconfig\t14.535s":                                   0,
	} {
		if got := told(line + "\n"); len(got) != want {
			t.Errorf("%q: %d lines found, want %d", line, len(got), want)
		}
	}
}
