package zone

import (
	"crypto/sha256"
	"encoding/base64"
	"strings"
)

// digest is the content of the TXT record that stands for a PACC document: the
// SHA-256 of its bytes (draft-ietf-mailmaint-pacc-03, section 5.2.2).
func digest(document []byte) string {
	sum := sha256.Sum256(document)
	return "v=UAAC1; a=sha256; d=" + base64.StdEncoding.EncodeToString(sum[:])
}

// parseUAAC reads a digest record into its algorithm and digest: the order of tags,
// blanks, a last semicolon and tags that nobody knows do not matter; a tag that
// counts and stands twice makes the record none.
func parseUAAC(text string) (algorithm, digest string, ok bool) {
	values := map[string]string{}
	for part := range strings.SplitSeq(text, ";") {
		tag, value, _ := strings.Cut(part, "=")
		tag = strings.TrimSpace(tag)
		if _, twice := values[tag]; twice && (tag == "v" || tag == "a" || tag == "d") {
			return "", "", false
		}
		values[tag] = strings.TrimSpace(value)
	}
	return values["a"], values["d"], values["v"] == "UAAC1"
}
