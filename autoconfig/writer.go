package autoconfig

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"signpost/templates"
)

// fixedHeaders are values of headers that are the same in many answers, each made
// once. Nobody may write to them: net/http copies them.
type fixedHeaders struct {
	anyOrigin, nosniff, noReferrer, strictPolicy []string
	noStore, public, private                     []string
	gzip, varyEncoding                           []string
	// types are the media types of prepared documents.
	types map[string][]string
}

// varyEncoding is Document.Vary of what may be compressed.
const varyEncoding = "Accept-Encoding"

func newFixedHeaders() fixedHeaders {
	one := func(value string) []string { return []string{value} }
	keep := ", max-age=" + strconv.Itoa(int(maxAge.Seconds()))
	fixed := fixedHeaders{
		anyOrigin: one("*"), nosniff: one("nosniff"), noReferrer: one("no-referrer"), strictPolicy: one(templates.BarePolicy),
		noStore: one("no-store"), public: one("public" + keep), private: one("private" + keep),
		gzip: one("gzip"), varyEncoding: one(varyEncoding), types: map[string][]string{},
	}
	for _, kind := range []string{xmlType, jsonType, profileType} {
		fixed.types[kind] = one(kind)
	}
	return fixed
}

// write is the only place where an answer meets the wire: status, type, caching,
// ETag and 304, HEAD, CORS and the headers that protect browsers.
func (h *Handler) write(w http.ResponseWriter, r *http.Request, f Format, doc Document) {
	header := w.Header()
	if doc.Status == 0 {
		doc.Status = http.StatusOK
	}
	x := exchangeOf(w)
	x.served.Status = doc.Status
	if doc.Status >= http.StatusBadRequest && x.served.ID != "" {
		// Who is refused may ask why: the word leads to the line in the log.
		header["X-Request-Id"] = []string{x.served.ID}
	}
	if f.CORS {
		header["Access-Control-Allow-Origin"] = h.fixed.anyOrigin
	}
	if doc.Location != "" {
		header.Set("Location", doc.Location)
	}
	h.vary(header, doc.Vary)
	if doc.Encoding != "" {
		header["Content-Encoding"] = h.fixed.gzip
	}
	if doc.RetryAfter > 0 {
		header.Set("Retry-After", strconv.Itoa(int(doc.RetryAfter.Seconds())))
	}
	if doc.Filename != "" {
		header["Content-Disposition"] = []string{`attachment; filename="` + doc.Filename + `"`}
	}
	if h.cacheable(header, doc) {
		tag := doc.ETag
		if tag == "" {
			tag = etag(doc.Body)
		}
		header["Etag"] = []string{tag}
		// What is prepared has looked for itself, before it was filled in.
		if doc.Status == http.StatusNotModified || matches(r.Header["If-None-Match"], tag) {
			x.served.Status = http.StatusNotModified
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	h.writeBody(w, r, doc)
}

// vary adds to what the answer depends on.
func (h *Handler) vary(header http.Header, on string) {
	switch {
	case on == "":
	case on == varyEncoding && header["Vary"] == nil:
		header["Vary"] = h.fixed.varyEncoding
	default:
		// Clipped, because what is there may be a fixed value.
		header["Vary"] = append(slices.Clip(header["Vary"]), on)
	}
}

// writeBody writes what follows the headers that 304 has too.
func (h *Handler) writeBody(w http.ResponseWriter, r *http.Request, doc Document) {
	header := w.Header()
	h.protect(header, doc)
	if doc.Type != "" {
		kind, ok := h.fixed.types[doc.Type]
		if !ok {
			kind = []string{doc.Type}
		}
		header["Content-Type"] = kind
	}
	if doc.Status == http.StatusNoContent {
		w.WriteHeader(doc.Status)
		return
	}
	header["Content-Length"] = []string{strconv.Itoa(len(doc.Body))}
	if doc.Status == http.StatusRequestEntityTooLarge {
		header.Set("Connection", "close")
	}
	w.WriteHeader(doc.Status)
	if r.Method != http.MethodHead {
		// An error here means that the client has gone: there is nobody to tell.
		_, _ = w.Write(doc.Body)
	}
}

// protect sets what keeps a document from being more than a document in a browser:
// what one shows may load and run nothing, and what one does not show is taken for
// nothing that it does.
func (h *Handler) protect(header http.Header, doc Document) {
	if doc.Type != xmlType {
		header["X-Content-Type-Options"] = h.fixed.nosniff
	}
	switch {
	case doc.Policy != "":
		header["Content-Security-Policy"] = []string{doc.Policy}
		// Pages alone have links and load something.
		header["Referrer-Policy"] = h.fixed.noReferrer
	case doc.Type != jsonType && doc.Type != profileType:
		header["Content-Security-Policy"] = h.fixed.strictPolicy
	}
}

// cacheable sets Cache-Control and tells whether the answer gets a validator.
func (h *Handler) cacheable(header http.Header, doc Document) bool {
	header["Cache-Control"] = h.fixed.noStore
	if (doc.Status != http.StatusOK && doc.Status != http.StatusNotModified) || doc.Cache == CacheNever {
		return false
	}
	header["Cache-Control"] = h.fixed.public
	if doc.Cache == CachePrivate {
		header["Cache-Control"] = h.fixed.private
	}
	return true
}

// matches compares as If-None-Match wants it: weakly, with lists and the
// asterisk (RFC 9110, section 13.1.2).
func matches(values []string, tag string) bool {
	tag = strings.TrimPrefix(tag, "W/")
	for _, value := range values {
		for candidate := range strings.SplitSeq(value, ",") {
			candidate = strings.TrimPrefix(strings.TrimSpace(candidate), "W/")
			if candidate == tag || candidate == "*" {
				return true
			}
		}
	}
	return false
}
