package autoconfig

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
)

// strictPolicy suits documents that show and load nothing: a browser that is
// made to open one runs no script in it.
const strictPolicy = "default-src 'none'; frame-ancestors 'none'"

// write is the only place where an answer meets the wire: status, type, caching,
// ETag and 304, HEAD, CORS and the headers that protect browsers.
func (h *Handler) write(w http.ResponseWriter, r *http.Request, f Format, doc Document) {
	header := w.Header()
	if doc.Status == 0 {
		doc.Status = http.StatusOK
	}
	recordOf(r.Context()).status = doc.Status
	if f.CORS {
		header.Set("Access-Control-Allow-Origin", "*")
	}
	protect(header, doc)
	if doc.Location != "" {
		header.Set("Location", doc.Location)
	}
	if doc.Vary != "" {
		header.Add("Vary", doc.Vary)
	}
	if doc.RetryAfter > 0 {
		header.Set("Retry-After", strconv.Itoa(int(doc.RetryAfter.Seconds())))
	}
	if doc.Filename != "" {
		header.Set("Content-Disposition", `attachment; filename="`+doc.Filename+`"`)
	}
	if cacheable(header, doc) {
		tag := doc.ETag
		if tag == "" {
			tag = etag(doc.Body)
		}
		header.Set("ETag", tag)
		if matches(r.Header.Values("If-None-Match"), tag) {
			recordOf(r.Context()).status = http.StatusNotModified
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	if doc.Type != "" {
		header.Set("Content-Type", doc.Type)
	}
	if doc.Status == http.StatusNoContent {
		w.WriteHeader(doc.Status)
		return
	}
	header.Set("Content-Length", strconv.Itoa(len(doc.Body)))
	if doc.Status == http.StatusRequestEntityTooLarge {
		header.Set("Connection", "close")
	}
	w.WriteHeader(doc.Status)
	if r.Method != http.MethodHead {
		// An error here means that the client has gone: there is nobody to tell.
		_, _ = w.Write(doc.Body)
	}
}

// protect sets what keeps a document from being more than a document in a browser.
func protect(header http.Header, doc Document) {
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "no-referrer")
	policy := doc.Policy
	if policy == "" {
		policy = strictPolicy
	}
	header.Set("Content-Security-Policy", policy)
}

// cacheable sets Cache-Control and tells whether the answer gets a validator.
func cacheable(header http.Header, doc Document) bool {
	scope := ""
	switch doc.Cache {
	case CachePublic:
		scope = "public"
	case CachePrivate:
		scope = "private"
	case CacheNever:
	}
	if scope == "" || doc.Status != http.StatusOK {
		header.Set("Cache-Control", "no-store")
		return false
	}
	header.Set("Cache-Control", fmt.Sprintf("%s, max-age=%d", scope, int(maxAge.Seconds())))
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
