package autoconfig

import (
	"errors"
	"net/http"
	"net/netip"
	"time"

	"signpost/provider"
)

// Limiter says which requests are too many.
type Limiter interface {
	// Enter asks whether a request of a client may be answered now. Status 0 says
	// yes, and Leave is called when it is answered; else the request is refused with
	// the status, and may come again after retryAfter, in whole seconds. A client
	// whose address is not known is the zero Addr.
	Enter(client netip.Addr) (status int, retryAfter time.Duration)
	Leave()
}

// The errors of requests that a Limiter refuses.
var (
	errTooMany    = errors.New("too many requests of one client")
	errOverloaded = errors.New("too many requests at once")
)

// limited lets the Limiter decide before anything is read of a request but its
// headers. Health is asked for by those who would end a process that does not
// answer, so it is never refused.
func (h *Handler) limited(next http.Handler) http.Handler {
	limiter := h.options.Limiter
	if limiter == nil {
		return next
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/healthz" || r.URL.Path == "/readyz" {
			next.ServeHTTP(w, r)
			return
		}
		status, retryAfter := limiter.Enter(exchangeOf(w).client)
		if status != 0 {
			h.refuse(w, r, status, retryAfter)
			return
		}
		defer limiter.Leave()
		next.ServeHTTP(w, r)
	})
}

// refuse answers in plain text whatever the format: no client reads more of a 429
// or a 503 than its status and Retry-After.
func (h *Handler) refuse(w http.ResponseWriter, r *http.Request, status int, retryAfter time.Duration) {
	err, text := errTooMany, provider.Text{
		{Lang: "en", Words: "Too many requests from your network. Please try again in a moment."},
		{Lang: "zh-Hans", Words: "来自您所在网络的请求过多，请稍后再试。"},
		{Lang: "zh-Hant", Words: "來自您所在網路的請求過多，請稍後再試。"},
	}
	if status == http.StatusServiceUnavailable {
		err, text = errOverloaded, provider.Text{
			{Lang: "en", Words: "Too many requests at this moment. Please try again in a second."},
			{Lang: "zh-Hans", Words: "当前请求过多，请稍候一秒再试。"},
			{Lang: "zh-Hant", Words: "目前請求過多，請稍候一秒再試。"},
		}
	}
	exchangeOf(w).served.Outcome = err.Error()
	doc := plain(status, text.In(h.language(r))+"\n")
	doc.RetryAfter, doc.Vary = retryAfter, "Accept-Language"
	h.write(w, r, Format{}, doc)
}
