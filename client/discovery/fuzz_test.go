package discovery_test

import (
	"net/http"
	"strings"
	"testing"

	"signpost/client/discovery"
	"signpost/internal/address"
)

// Whatever a server answers, a search ends, and what it found came from an answer.
func FuzzRun(f *testing.F) {
	f.Add(200, "text/xml", "", document)
	f.Add(200, "text/xml", "", goodPOX)
	f.Add(302, "text/html", "https://setup.example.net/config.xml", "")
	f.Add(301, "", "//evil.example:99999/%zz", "<html>")
	f.Add(307, "", "\x00", "{}")
	f.Add(200, "application/json", "", `{"Protocol":"x","Url":"https://example.com/"}`)
	f.Fuzz(func(t *testing.T, status int, mediaType, location, body string) {
		if status < 200 || status > 599 {
			return
		}
		w := &world{handler: http.HandlerFunc(func(rw http.ResponseWriter, _ *http.Request) {
			rw.Header()["Content-Type"] = []string{mediaType}
			rw.Header()["Location"] = []string{location}
			rw.WriteHeader(status)
			_, _ = rw.Write([]byte(body))
		})}
		network := discovery.NewNetwork(t.Context(), w, w, w)
		for _, c := range discovery.Clients() {
			o := discovery.Run(network, c, address.Address{Local: "alice", Domain: "example.com"})
			if o.Found && (o.Source < 0 || !o.Asked[o.Source].Used) {
				t.Errorf("%s found %+v, and no answer was used", c.Key, o.Setup)
			}
			for _, asked := range o.Asked {
				if len(asked.Chain) > 200 {
					t.Errorf("%s was led through %d URLs", c.Key, len(asked.Chain))
				}
			}
		}
	})
}

// A text record has the digest of a body or it has not, whatever is in it.
func FuzzHasDigest(f *testing.F) {
	f.Add("v=UAAC1; a=sha256; d=AAAA", "{}")
	f.Add(";;==;v=", "")
	f.Fuzz(func(t *testing.T, text, body string) {
		if discovery.HasDigest(text, []byte(body)) && !strings.Contains(text, "UAAC1") {
			t.Errorf("%q is a digest", text)
		}
	})
}
