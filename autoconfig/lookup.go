package autoconfig

import (
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
)

const lookupVary = "Accept, Accept-Language"

// parseLookup reads /lookup/<address or domain> and chooses the shape of the
// answer: .json at the end, else what the Accept header prefers.
func parseLookup(r *http.Request) (Query, error) {
	asked := strings.TrimPrefix(r.URL.Path, "/lookup/")
	// No top-level domain is called json.
	asked, wantsJSON := strings.CutSuffix(strings.TrimSuffix(asked, "/"), ".json")
	if !strings.ContainsAny(asked, "@＠") {
		asked = decode(asked)
	}
	q, err := addressOrDomain(asked)
	q.NeedsSafari = needsSafari(r.UserAgent())
	q.Format = negotiate(r.Header.Values("Accept"))
	if wantsJSON {
		q.Format = formatJSON
	}
	if q.Format == formatText && wantsColour(r) {
		q.Format = formatANSI
	}
	return q, err
}

// wantsColour tells whether the query has ?color, with no value or with one that
// is not a no.
func wantsColour(r *http.Request) bool {
	values := parameters(r.URL.RawQuery, "color", "colour")
	no := []string{"0", "no", "never", "off", "false"}
	return len(values) > 0 && !slices.Contains(no, strings.ToLower(values[0]))
}

// negotiate picks among page, JSON and text by the media types that are named
// with the highest weight. Wildcards name nothing: curl's */* gets the text.
func negotiate(accept []string) string {
	offers := []struct{ mediaType, format string }{
		{"text/html", formatPage},
		{"application/json", formatJSON},
		{"text/plain", formatText},
	}
	best, format := 0.0, formatText
	for _, offer := range offers {
		if weight := acceptWeight(accept, offer.mediaType); weight > best {
			best, format = weight, offer.format
		}
	}
	return format
}

// acceptWeight is the quality value of a media type that is named outright
// (RFC 9110, section 12.5.1), 0 if it is not.
func acceptWeight(accept []string, mediaType string) float64 {
	for _, value := range accept {
		for part := range strings.SplitSeq(value, ",") {
			name, parameters, err := mime.ParseMediaType(part)
			if err != nil || name != mediaType {
				continue
			}
			q, err := strconv.ParseFloat(parameters["q"], 64)
			if err != nil || q < 0 || q > 1 {
				q = 1
			}
			return q
		}
	}
	return 0
}
