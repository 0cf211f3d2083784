package doctortest

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// Answering answers some requests in the place of another handler.
func Answering(when func(*http.Request) bool, what http.HandlerFunc) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
			if when(r) {
				what(rw, r)
				return
			}
			next.ServeHTTP(rw, r)
		})
	}
}

// editing replaces texts in the answers to some requests. A text that is not there
// is a mistake of the test.
func editing(t testing.TB, when func(*http.Request) bool, edits ...string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
			if !when(r) {
				next.ServeHTTP(rw, r)
				return
			}
			r.Header.Del("Accept-Encoding")
			recorded := httptest.NewRecorder()
			next.ServeHTTP(recorded, r)
			body := recorded.Body.Bytes()
			for i := 0; i+1 < len(edits); i += 2 {
				if recorded.Code == http.StatusOK && !bytes.Contains(body, []byte(edits[i])) {
					t.Errorf("%s %s has no %q to replace:\n%s", r.Method, r.URL, edits[i], body)
				}
				body = bytes.ReplaceAll(body, []byte(edits[i]), []byte(edits[i+1]))
			}
			rw.Header().Set("Content-Type", recorded.Header().Get("Content-Type"))
			rw.WriteHeader(recorded.Code)
			_, _ = rw.Write(body)
		})
	}
}

// IsAutoconfig recognises questions for Mozilla's format.
func IsAutoconfig(r *http.Request) bool { return strings.HasSuffix(r.URL.Path, "config-v1.1.xml") }

func isPOX(r *http.Request) bool {
	return strings.EqualFold(r.URL.Path, "/autodiscover/autodiscover.xml")
}

func isAny(*http.Request) bool { return true }

func isHTTPS(r *http.Request) bool { return r.TLS != nil }

// both wants all conditions.
func both(conditions ...func(*http.Request) bool) func(*http.Request) bool {
	return func(r *http.Request) bool {
		for _, c := range conditions {
			if !c(r) {
				return false
			}
		}
		return true
	}
}

const page = "<!DOCTYPE html><html><body>Welcome</body></html>"

// answer answers all requests that fit with one thing.
func answer(status int, mediaType, body string) http.HandlerFunc {
	return func(rw http.ResponseWriter, _ *http.Request) {
		if mediaType != "" {
			rw.Header().Set("Content-Type", mediaType)
		}
		rw.WriteHeader(status)
		if status != http.StatusNoContent {
			_, _ = rw.Write([]byte(body))
		}
	}
}

func withoutQuery(r *http.Request) bool { return r.URL.RawQuery == "" }

// isOutlook recognises questions that are not an ActiveSync device's, which are
// longer and answered in another schema.
func isOutlook(r *http.Request) bool { return r.Header.Get("Content-Type") != "text/xml" }

// typed sends another type than it is told.
type typed struct {
	http.ResponseWriter

	wrong bool
}

// WriteHeader puts the type in.
func (w typed) WriteHeader(status int) {
	if w.wrong {
		w.Header().Set("Content-Type", "application/octet-stream")
	}
	w.ResponseWriter.WriteHeader(status)
}
