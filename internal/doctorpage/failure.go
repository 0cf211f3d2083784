package doctorpage

import (
	"net/http"
	"strconv"
	"time"

	"signpost/templates"
)

// failure is why there is no report.
type failure struct {
	status     int
	retryAfter time.Duration
	// notServed tells a domain that is not for the doctor here from a path that is
	// not there.
	notServed bool
}

func failed(status int) *failure { return &failure{status: status} }

// failureView is what the page says of it. It never repeats what was asked.
type failureView struct{ Title, Text, Command string }

func (f *failure) view(t templates.Text) *failureView {
	wait := templates.Fill(t.DoctorTryAgain, "n", strconv.Itoa(int(f.retryAfter.Seconds())))
	if f.notServed {
		return &failureView{Title: t.DoctorNotServed, Text: t.DoctorNotServedTry, Command: "signpost doctor example.com"}
	}
	views := map[int]failureView{
		http.StatusBadRequest:            {Title: t.Malformed},
		http.StatusForbidden:             {Title: t.DoctorForeign, Text: t.DoctorForeignTry},
		http.StatusNotFound:              {Title: t.NoSuchPage},
		http.StatusMethodNotAllowed:      {Title: t.WrongMethod},
		http.StatusNotAcceptable:         {Title: t.NoSuchPage},
		http.StatusRequestEntityTooLarge: {Title: t.TooLarge},
		http.StatusTooManyRequests:       {Title: t.DoctorTooMany, Text: wait},
		http.StatusServiceUnavailable:    {Title: t.DoctorBusy, Text: wait},
	}
	view, ok := views[f.status]
	if !ok {
		view = failureView{Title: t.InternalError}
	}
	return &view
}

// refuse shows the page with the reason.
func (p *Page) refuse(w http.ResponseWriter, r *http.Request, f *failure) {
	if f.retryAfter > 0 {
		w.Header().Set("Retry-After", strconv.Itoa(int(f.retryAfter.Seconds())))
	}
	if f.status == http.StatusRequestEntityTooLarge {
		w.Header().Set("Connection", "close")
	}
	p.write(w, r, f.status, pageData{Failure: f.view(p.language(r).Text)})
}
