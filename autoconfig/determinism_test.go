package autoconfig_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/exec"
	"testing"

	"signpost/client"
)

// digestVariable makes the test binary print the digest of all documents and
// exit: it is the second process.
const digestVariable = "SIGNPOST_TEST_PRINT_DIGEST"

func TestMain(m *testing.M) {
	if os.Getenv(digestVariable) != "" {
		t := &testing.T{}
		fmt.Fprintf(os.Stdout, "%x", documentsDigest(t))
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// documentsDigest hashes status, validator and bytes of every format for every
// domain in the table.
func documentsDigest(t testing.TB) []byte {
	h := newHandler(t)
	sum := sha256.New()
	for _, p := range fullTable(t).Providers() {
		for _, domain := range p.Domains {
			for _, format := range formatsOfReaders() {
				r := askFor(format, askable(domain)).of(t, h)
				fmt.Fprintf(sum, "%s %s %d %s %s\n", format, domain, r.StatusCode, r.Header.Get("ETag"), r.Header.Get("Content-Type"))
				_, _ = io.WriteString(sum, r.body)
			}
		}
	}
	return sum.Sum(nil)
}

func formatsOfReaders() []string {
	var formats []string
	for _, r := range client.Readers() {
		if len(formats) == 0 || formats[len(formats)-1] != r.Format {
			formats = append(formats, r.Format)
		}
	}
	return formats
}

// Replicas and restarts give the same documents, validators and profile UUIDs.
func TestTwoProcessesGiveTheSameBytes(t *testing.T) {
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), digestVariable+"=1")
	other, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if own := fmt.Appendf(nil, "%x", documentsDigest(t)); !bytes.Equal(own, other) {
		t.Errorf("this process: %s, another: %s", own, other)
	}
}
