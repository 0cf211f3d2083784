// Package doctorpage is /doctor: what `signpost doctor` says, in a browser. A visitor
// types a domain, sees how far the run is, and gets the report.
//
// A run makes this machine ask others because a stranger wants it to. So it is about
// domains that are served and nothing else, few run at a time, each network starts few
// in a minute, visitors who ask for the same domain share a run, and who leaves takes
// it along. That it asks no address inside of our own network is for the Run to see
// to: see doctor.Options.PublicOnly.
package doctorpage

import (
	"context"
	"log/slog"
	"net/http"
	"net/netip"
	"time"

	"signpost/internal/doctor"
	"signpost/templates"
)

// Limit is how long a run may take.
const Limit = 20 * time.Second

const (
	// keep is for how long a report answers those who ask again: long enough for a
	// second look, in another language, and short enough to see what was mended.
	keep = time.Minute
	// maxKept is how many reports are kept, the newest ones.
	maxKept = 64
	// maxBody is far above what the form sends, in bytes.
	maxBody = 4 << 10
	// patience is how long a visitor may take to read what we write.
	patience = 10 * time.Second
)

// Run examines a domain until the context ends, and tells now and then how many of the
// mail programs are done.
type Run func(ctx context.Context, domain string, progress func(done, total int)) doctor.Report

// Limiter says whether a client may start a run; limits.Limiter is one. Status 0 says
// yes, and Leave is called when the run has ended; else the status is 429, or 503 if
// too many are under way, and retryAfter says when to come again.
type Limiter interface {
	Enter(client netip.Addr) (status int, retryAfter time.Duration)
	Leave()
}

// Options of a Page. All but Log and Now must be there.
type Options struct {
	Run Run
	// Serves tells whether a domain, in lower-case A-labels, may be examined.
	Serves  func(domain string) bool
	Limiter Limiter
	// Log is told of panics; nil is nobody. No address and no domain gets there.
	Log *slog.Logger
	// Now is the clock; nil is the system's.
	Now func() time.Time
}

// Page answers /doctor and all below it.
type Page struct {
	serves func(domain string) bool
	texts  *templates.Catalog
	runs   *runs
	now    func() time.Time
}

// New makes a Page. An error means that the program was built from broken templates.
func New(o Options) (*Page, error) {
	texts, err := templates.Load()
	if err != nil {
		return nil, err
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Page{
		serves: o.Serves, texts: texts, now: o.Now,
		runs: &runs{run: o.Run, limiter: o.Limiter, log: o.Log, now: o.Now, flights: map[string]*flight{}},
	}, nil
}

// Serve answers one request of a client.
func (p *Page) Serve(w http.ResponseWriter, r *http.Request, client netip.Addr) {
	switch r.URL.Path {
	case "/doctor":
		p.page(w, r, client)
	case "/doctor/events":
		p.events(w, r, client)
	case "/doctor/style.css":
		p.asset(w, r, "text/css; charset=utf-8", p.texts.DoctorStyle())
	case "/doctor/page.js":
		p.asset(w, r, "text/javascript; charset=utf-8", p.texts.DoctorScript())
	case "/doctor/icon.svg":
		p.asset(w, r, "image/svg+xml", p.texts.Icon())
	default:
		p.refuse(w, r, failed(http.StatusNotFound))
	}
}

func (p *Page) language(r *http.Request) templates.Language {
	return p.texts.Match(r.URL.Query().Get("lang"), r.Header.Get("Accept-Language"))
}
