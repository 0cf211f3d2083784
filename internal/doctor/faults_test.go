package doctor_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"signpost/internal/doctor"
)

// without removes the lines of the world's DNS that hold one of the words.
func (w *world) without(words ...string) {
	var kept []string
	for line := range strings.Lines(w.records) {
		drop := false
		for _, word := range words {
			drop = drop || strings.Contains(line, word)
		}
		if !drop {
			kept = append(kept, line)
		}
	}
	w.records = strings.Join(kept, "")
}

// useSTARTTLS makes the provider one that needs STARTTLS, which PACC cannot say.
func (w *world) useSTARTTLS() {
	w.provider = startTLS
	w.without("_tcp.", "ua-auto-config")
}

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

// impatient is the limit where a mail server and a client wait for each other until
// the end.
const impatient = 2 * time.Second

const page = "<!DOCTYPE html><html><body>Welcome</body></html>"

// A fault is put into a domain that is well otherwise.
type fault struct {
	name string
	// spoil puts the fault in.
	spoil func(*testing.T, *world)
	// want are what must be found, and how bad it is; id=severity is as bad as that.
	want     string
	severity doctor.Severity
	// fails are clients that must not work any more, by hand or because they fail;
	// all others must.
	fails string
}

// check puts the fault in and looks at what is found.
func (c fault) check(t *testing.T) {
	w := newWorld()
	c.spoil(t, w)
	r := w.examine(t, alice)
	for want := range strings.FieldsSeq(c.want) {
		id, other, differs := strings.Cut(want, "=")
		severity := c.severity
		if differs {
			severity = doctor.Severity(other)
		}
		if got := ids(r)[id]; got != severity {
			t.Errorf("%s is %q, want %q, in\n%s", id, got, severity, text(t, r))
		}
	}
	for _, client := range r.Clients {
		isWell := client.Verdict == doctor.Works || client.Verdict == doctor.Nothing || client.Verdict == doctor.Elsewhere
		isNamed := strings.Contains(" "+c.fails+" ", " "+client.Key+" ")
		switch {
		case c.fails == "*":
		case isNamed && client.Verdict == doctor.Works:
			t.Errorf("%s works, which it must not", client.Name)
		case !isNamed && !isWell:
			t.Errorf("%s is %s: %s", client.Name, client.Verdict, client.Why)
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

func (w typed) WriteHeader(status int) {
	if w.wrong {
		w.Header().Set("Content-Type", "application/octet-stream")
	}
	w.ResponseWriter.WriteHeader(status)
}

// A domain that is not there is told from one that DNS cannot speak of.
func TestDomainsThatAreNotThere(t *testing.T) {
	for who, want := range map[string]string{
		"alice@gone.com":          "dns-no-such-domain",
		"alice@example.nosuchtld": "dns-unknown-tld",
	} {
		r := newWorld().examine(t, who)
		if ids(r)[want] != doctor.Error || len(r.Clients) > 0 {
			t.Errorf("%s: got\n%s\nwant %s", who, text(t, r), want)
		}
	}
	w := newWorld()
	w.failing = "example.com."
	if r := w.examine(t, alice); ids(r)["dns-failure"] != doctor.Error {
		t.Errorf("SERVFAIL: got\n%s", text(t, r))
	}
}

// Nothing waits longer than the run: a web server that never answers is named, and
// so is what could not be asked any more.
func TestATarpitEndsWithTheRun(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	w := newWorld()
	w.setup = answering(isAutoconfig, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	})
	r := w.examineIn(ctx, t, alice)
	found := ids(r)
	if found["web-timeout"] != doctor.Error || found["cut"] == "" || !r.Cut {
		t.Errorf("got\n%s", text(t, r))
	}
}

// A DNS server that is silent is told from one that says no.
func TestASilentDNSServer(t *testing.T) {
	w := newWorld()
	w.silent = true
	w.options.Limit = time.Second
	if r := w.examine(t, alice); ids(r)["dns-timeout"] != doctor.Error || !r.Cut {
		t.Errorf("got\n%s", text(t, r))
	}
}

// An international domain is asked for by its A-labels.
func TestAnInternationalDomain(t *testing.T) {
	w := newWorld()
	w.records = strings.ReplaceAll(w.records, "example.com.", "xn--fsqu00a.com.")
	w.provider = strings.ReplaceAll(w.provider, "example.com", "xn--fsqu00a.com")
	r := w.examine(t, "alice@例子.com")
	if ids(r)["idn"] != doctor.Note || r.Domain != "xn--fsqu00a.com" || r.Clients[0].Verdict != doctor.Works {
		t.Errorf("got\n%s", text(t, r))
	}
}
