package doctorpage

import (
	"bytes"
	"io"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"time"

	"signpost/internal/address"
	"signpost/templates"
)

// page shows the form, and by POST the report when it is finished. The address is in
// the body, so that it stands in no URL.
func (p *Page) page(w http.ResponseWriter, r *http.Request, client netip.Addr) {
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		p.write(w, r, http.StatusOK, pageData{})
		return
	case http.MethodPost:
	default:
		w.Header().Set("Allow", "GET, HEAD, POST")
		p.refuse(w, r, failed(http.StatusMethodNotAllowed))
		return
	}
	typed, refused := posted(r)
	if refused != nil {
		p.refuse(w, r, refused)
		return
	}
	f, refused := p.begin(r, client, typed)
	if refused != nil {
		p.refuse(w, r, refused)
		return
	}
	defer p.runs.leave(f)
	// A run takes longer than a request may. Where there are no deadlines there is
	// nothing to set.
	control := http.NewResponseController(w)
	_ = control.SetReadDeadline(time.Now().Add(Limit + patience))
	_ = control.SetWriteDeadline(time.Now().Add(Limit + patience))
	select {
	case <-f.landed:
		p.answer(w, r, f)
	case <-r.Context().Done():
	}
}

// posted is what was typed into the form.
func posted(r *http.Request) (string, *failure) {
	body, err := io.ReadAll(io.LimitReader(r.Body, maxBody+1))
	if err != nil {
		return "", failed(http.StatusBadRequest)
	}
	if len(body) > maxBody {
		return "", failed(http.StatusRequestEntityTooLarge)
	}
	form, err := url.ParseQuery(string(body))
	if err != nil {
		return "", failed(http.StatusBadRequest)
	}
	return form.Get("address"), nil
}

// begin reads what was typed and waits for a report on its domain. The part before
// the @ goes no further than here.
func (p *Page) begin(r *http.Request, client netip.Addr, typed string) (*flight, *failure) {
	if !isOurs(r) {
		return nil, failed(http.StatusForbidden)
	}
	asked, err := address.ParseTyped(typed)
	switch {
	case err != nil:
		return nil, failed(http.StatusBadRequest)
	case !p.serves(asked.Domain):
		return nil, &failure{status: http.StatusNotFound, notServed: true}
	}
	return p.runs.join(r.Context(), client, asked.Domain)
}

// pageData is what the page shows.
type pageData struct {
	T         templates.Text
	Lang      string
	Languages []templates.Language
	// Asked is the domain of the report, for the field and for the switch of the
	// language.
	Asked   string
	Failure *failureView
	Report  *reportView
}

// answer shows the report of a flight that has landed.
func (p *Page) answer(w http.ResponseWriter, r *http.Request, f *flight) {
	if f.panicked {
		p.refuse(w, r, failed(http.StatusInternalServerError))
		return
	}
	p.write(w, r, http.StatusOK, newReportData(p.language(r), f))
}

// render writes the page in the visitor's language.
func (p *Page) render(r *http.Request, data pageData) ([]byte, error) {
	l := p.language(r)
	data.T, data.Lang, data.Languages = l.Text, l.Tag, p.texts.All()
	var b bytes.Buffer
	err := p.texts.Page(&b, "doctor", data)
	return b.Bytes(), err
}

func (p *Page) write(w http.ResponseWriter, r *http.Request, status int, data pageData) {
	body, err := p.render(r, data)
	if err != nil {
		status, body = http.StatusInternalServerError, nil
	}
	header := w.Header()
	header.Set("Content-Type", "text/html; charset=utf-8")
	header.Set("Content-Security-Policy", templates.PagePolicy)
	header.Set("Content-Length", strconv.Itoa(len(body)))
	header.Add("Vary", "Accept-Language")
	protect(header)
	w.WriteHeader(status)
	// An error here means that the visitor has gone.
	_, _ = w.Write(body) //nolint:gosec // html/template has escaped what others sent.
}

// protect sets what all answers have. Unlike the main page, this one tells our own
// server where a form comes from: see isOurs.
func protect(header http.Header) {
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "same-origin")
	header.Set("Cache-Control", "no-store")
	header.Set("X-Robots-Tag", "noindex")
}

// asset serves a file that is the same for everybody. The browser asks again each time
// whether it has changed: nobody comes here often.
func (p *Page) asset(w http.ResponseWriter, r *http.Request, mediaType string, body []byte) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		p.refuse(w, r, failed(http.StatusMethodNotAllowed))
		return
	}
	protect(w.Header())
	w.Header().Set("Content-Type", mediaType)
	w.Header().Set("Content-Security-Policy", templates.BarePolicy)
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	_, _ = w.Write(body)
}
