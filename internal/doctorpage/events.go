package doctorpage

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/netip"
	"time"

	"signpost/templates"
)

// keepAlive is how often a comment is sent while nothing happens, so that neither a
// proxy nor we take a visitor who waits for one who has gone.
const keepAlive = 5 * time.Second

// events is the way of a run as server-sent events (HTML Living Standard, section
// 9.2): `progress` with {"done": 3, "total": 17}, any number of times, and at the end
// `report` with the page that a POST would get, as a JSON string. The query has the
// domain alone.
func (p *Page) events(w http.ResponseWriter, r *http.Request, client netip.Addr) {
	switch {
	case r.Method != http.MethodGet:
		w.Header().Set("Allow", http.MethodGet)
		p.refuse(w, r, failed(http.StatusMethodNotAllowed))
		return
	case !takesEvents(r):
		p.refuse(w, r, failed(http.StatusNotAcceptable))
		return
	}
	f, refused := p.begin(r, client, r.URL.Query().Get("domain"))
	if refused != nil {
		p.refuse(w, r, refused)
		return
	}
	defer p.runs.leave(f)
	s := newStream(w)
	p.follow(s, r, f)
}

// follow tells of a flight until it has landed or the visitor has gone.
func (p *Page) follow(s *stream, r *http.Request, f *flight) {
	ticker := time.NewTicker(keepAlive)
	defer ticker.Stop()
	for told := -1; ; {
		done, total, changed := p.runs.state(f)
		if total > 0 && done != told {
			told = done
			s.event("progress", map[string]int{"done": done, "total": total})
		}
		select {
		case <-f.landed:
			p.land(s, r, f)
			return
		default:
		}
		select {
		case <-f.landed:
		case <-changed:
		case <-ticker.C:
			s.comment()
		case <-r.Context().Done():
			return
		}
	}
}

// land ends the stream with the report. Where there is none it ends without: the page
// sends its form then, and is told why.
func (p *Page) land(s *stream, r *http.Request, f *flight) {
	if f.panicked {
		return
	}
	if page, err := p.render(r, newReportData(p.language(r), f)); err == nil {
		s.event("report", string(page))
	}
}

// A stream writes events. Each has time of its own to be taken: the deadline of the
// server is for answers that do not wait for anything.
type stream struct {
	w       io.Writer
	control *http.ResponseController
}

func newStream(w http.ResponseWriter) *stream {
	s := &stream{w: w, control: http.NewResponseController(w)}
	// The end of what may be read would count as the visitor's leaving.
	_ = s.control.SetReadDeadline(time.Time{})
	header := w.Header()
	header.Set("Content-Type", "text/event-stream; charset=utf-8")
	header.Set("Content-Security-Policy", templates.BarePolicy)
	// nginx gathers answers unless it is told not to.
	header.Set("X-Accel-Buffering", "no")
	header.Add("Vary", "Accept-Language")
	protect(header)
	s.comment()
	return s
}

// comment is what browsers pass over.
func (s *stream) comment() { s.write([]byte(":\n\n")) }

// event writes an event whose data is one line of JSON: whatever is in it, nothing
// looks like another event.
func (s *stream) event(name string, value any) {
	var data bytes.Buffer
	encoder := json.NewEncoder(&data)
	encoder.SetEscapeHTML(false)
	// Numbers and texts can always be encoded.
	_ = encoder.Encode(value)
	s.write(fmt.Appendf(nil, "event: %s\ndata: %s\n", name, data.Bytes()))
}

// write sends at once. An error means that the visitor has gone, which the context
// says too.
func (s *stream) write(text []byte) {
	_ = s.control.SetWriteDeadline(time.Now().Add(patience))
	_, _ = s.w.Write(text)
	_ = s.control.Flush()
}
