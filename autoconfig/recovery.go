package autoconfig

import (
	"fmt"
	"net/http"
	"runtime"

	"signpost/internal/stack"
)

// recovery turns a panic into the format's own words for "internal error". What
// is logged tells where it happened and nothing of the request: no address, no
// header, no body.
func (h *Handler) recovery(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			v := recover()
			if v == nil {
				return
			}
			if v == http.ErrAbortHandler { //nolint:errorlint // net/http compares in this way too.
				panic(v)
			}
			x := exchangeOf(w)
			x.served.Outcome = outcome(errInternal)
			h.options.Log.Error("panic while answering", "format", x.served.Format, "panic", panicText(v), "stack", stack.Trace())
			f := h.format(x.served.Format)
			if f == nil {
				f = &Format{Fail: failText(h.texts)}
			}
			h.write(w, r, *f, f.Fail(Query{Lang: h.language(r)}, errInternal))
		}()
		next.ServeHTTP(w, r)
	})
}

// panicText tells of a panic what cannot hold a part of the request: the message
// of the runtime's own errors, of all others only the type.
func panicText(v any) string {
	if e, ok := v.(runtime.Error); ok {
		return e.Error()
	}
	return fmt.Sprintf("%T", v)
}
