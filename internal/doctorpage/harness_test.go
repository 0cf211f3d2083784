package doctorpage_test

import (
	"cmp"
	"context"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"

	"signpost/internal/doctor"
	"signpost/internal/doctorpage"
	"signpost/internal/limits"
)

// visitor is who asks, unless a test says otherwise.
var visitor = netip.MustParseAddr("198.51.100.7")

// served are the domains that may be examined.
func served(domain string) bool {
	return domain == "example.com" || domain == "example.org" || domain == "example.net" || domain == "xn--bcher-kva.example"
}

// site is a page with a clock of its own.
type site struct {
	page *doctorpage.Page
	now  time.Time
}

// newSite lets three runs a minute of one client start, two at a time.
func newSite(t testing.TB, run doctorpage.Run) *site {
	t.Helper()
	s := &site{now: time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)}
	now := func() time.Time { return s.now }
	limiter, err := limits.New(limits.Options{Rate: 3. / 60, Burst: 3, Places: 2, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	s.page, err = doctorpage.New(doctorpage.Options{Run: run, Serves: served, Limiter: limiter, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// ServeHTTP is for a server that tests start: everybody is the visitor.
func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.page.Serve(w, r, visitor) }

// ask is a request.
type ask struct {
	method, target string
	header         map[string]string
	body           string
	client         netip.Addr
}

// form posts what was typed.
func form(typed string) ask {
	return ask{
		method: http.MethodPost, target: "/doctor", body: url.Values{"address": {typed}}.Encode(),
		header: map[string]string{"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"},
	}
}

// stream asks for events.
func stream(domain string) ask {
	return ask{
		target: "/doctor/events?" + url.Values{"domain": {domain}}.Encode(),
		header: map[string]string{"Accept": "text/event-stream", "Sec-Fetch-Site": "same-origin"},
	}
}

func (a ask) with(name, value string) ask {
	header := map[string]string{name: value}
	for k, v := range a.header {
		if k != name {
			header[k] = v
		}
	}
	a.header = header
	return a
}

// request is that of a browser.
func (a ask) request(ctx context.Context, t testing.TB, site string) *http.Request {
	t.Helper()
	r, err := http.NewRequestWithContext(ctx, cmp.Or(a.method, http.MethodGet), site+a.target, strings.NewReader(a.body))
	if err != nil {
		t.Fatal(err)
	}
	for name, value := range a.header {
		r.Header.Set(name, value)
	}
	return r
}

// of asks a site.
func (a ask) of(t testing.TB, s *site) (status int, header http.Header, body string) {
	t.Helper()
	return a.in(t.Context(), t, s)
}

// in asks a site until the context ends.
func (a ask) in(ctx context.Context, t testing.TB, s *site) (status int, header http.Header, body string) {
	t.Helper()
	client := visitor
	if a.client.IsValid() {
		client = a.client
	}
	w := httptest.NewRecorder()
	s.page.Serve(w, a.request(ctx, t, "http://example.com"), client)
	return w.Code, w.Header(), w.Body.String()
}

// healthy is a run that ends at once, and finds nothing wrong.
func healthy(_ context.Context, domain string, progress func(done, total int)) doctor.Report {
	progress(1, 1)
	return doctor.Report{Domain: domain}
}

// never is a run that must not start.
func never(t testing.TB) doctorpage.Run {
	return func(context.Context, string, func(done, total int)) doctor.Report {
		t.Error("a run was started")
		return doctor.Report{}
	}
}

// held are runs that end when the test says so, or with their context.
type held struct {
	// started and ended get the domain of each run.
	started, ended chan string
	// release ends one run.
	release chan struct{}
}

func newHeld() *held {
	return &held{started: make(chan string, 10), ended: make(chan string, 10), release: make(chan struct{})}
}

func (h *held) run(ctx context.Context, domain string, _ func(done, total int)) doctor.Report {
	h.started <- domain
	cut := false
	select {
	case <-h.release:
	case <-ctx.Done():
		cut = true
	}
	h.ended <- domain
	return doctor.Report{Domain: domain, Cut: cut}
}
