package discovery_test

import (
	"strings"
	"testing"

	"signpost/client/discovery"
	"signpost/internal/address"
)

func addressOf(t testing.TB) address.Address {
	t.Helper()
	a, err := address.Parse("Alice+tag@example.com")
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// However an address is written in a URL or an answer, a trace does not have it.
func TestMasker(t *testing.T) {
	mask := discovery.Masker(addressOf(t))
	for _, text := range []string{
		"x=Alice+tag@example.com", "x=Alice%2Btag%40example.com", "x=Alice+tag%40example.com", "/v1.0/Alice+tag@example.com?x",
		// printf alice+tag@example.com | md5sum
		"EVOLUTIONUSER%40example.com&emailmd5=6e1aa42b72b1f3242b32c48a0d417a2e",
	} {
		if got := mask.Replace(text); strings.Contains(got, "Alice") || strings.Contains(got, "6e1aa42b") {
			t.Errorf("%s is masked as %s", text, got)
		}
	}
}

func TestHasDigest(t *testing.T) {
	const body = "{}\n"
	// printf '{}\n' | openssl dgst -sha256 -binary | base64
	const digest = "yj0WO6sFU4GCciYUBWjzvvfqrBh869doeOC2Pp5EI1Y="
	for text, want := range map[string]bool{
		"v=UAAC1; a=sha256; d=" + digest:             true,
		"a=sha256;d=" + digest + " ; v=UAAC1 ; x=y;": true,
		"v=UAAC1; a=sha256; d=AAAA":                  false,
		"v=UAAC2; a=sha256; d=" + digest:             false,
		"v=UAAC1; a=sha512; d=" + digest:             false,
		"v=spf1 -all":                                false,
		"":                                           false,
	} {
		if got := discovery.HasDigest(text, []byte(body)); got != want {
			t.Errorf("%q: got %v, want %v", text, got, want)
		}
	}
}
