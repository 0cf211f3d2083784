package discovery_test

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"signpost/client/discovery"
)

// route answers by "METHOD URL" as it is asked, and with 404 where it has nothing.
type route map[string]http.HandlerFunc

func (r route) ServeHTTP(w http.ResponseWriter, asked *http.Request) {
	for _, key := range []string{asked.Method + " " + asked.URL.String(), asked.Method + " " + asked.URL.Scheme + "://" + asked.URL.Host + asked.URL.Path} {
		if handle := r[key]; handle != nil {
			handle(w, asked)
			return
		}
	}
	http.NotFound(w, asked)
}

func says(status int, mediaType, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", mediaType)
		w.WriteHeader(status)
		_, _ = w.Write([]byte(body))
	}
}

func leads(status int, to string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", to)
		w.WriteHeader(status)
	}
}

const (
	configAt    = "GET https://autoconfig.example.com/mail/config-v1.1.xml"
	wellKnownAt = "GET https://example.com/.well-known/autoconfig/mail/config-v1.1.xml"
	moved       = "https://setup.example.net/config.xml"
	poxAt       = "https://autodiscover.example.com/autodiscover/autodiscover.xml"
	html        = "<html><body>Hello</body></html>"
	errorXML    = `<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"><Response><Error/></Response></Autodiscover>`
)

// What stops a client, and what does not.
func TestSearches(t *testing.T) {
	good := says(http.StatusOK, "text/xml", document)
	for _, c := range []struct {
		name, client string
		routes       route
		// want is the stage that had the settings, "" for none; asked is how many
		// requests were sent to hosts of the domain, 0 for any number.
		want  string
		asked int
	}{
		{"to Thunderbird a page hides the good document at the next URL", "thunderbird", route{configAt: says(200, "text/html", html), wellKnownAt: good}, "", 0},
		{"so does 204", "thunderbird", route{configAt: says(204, "", ""), wellKnownAt: good}, "", 0},
		{"404 does not", "thunderbird", route{wellKnownAt: good}, "autoconfig", 0},
		{"Thunderbird takes POX where there is nothing else", "thunderbird", route{"POST " + poxAt: says(200, "text/xml", goodPOX)}, "Autodiscover", 0},
		{"Thunderbird posts again where a redirect ends", "thunderbird", route{
			"POST http://autodiscover.example.com/autodiscover/autodiscover.xml": leads(302, "https://setup.example.net/a.xml"),
			"POST https://setup.example.net/a.xml":                               says(200, "text/xml", goodPOX),
		}, "Autodiscover", 0},
		{"to Android a page hides nothing", "k9", route{configAt: says(200, "text/html", html), wellKnownAt: good}, "autoconfig", 0},
		{"Android takes plain http", "k9", route{"GET http://example.com/.well-known/autoconfig/mail/config-v1.1.xml": good}, "autoconfig", 0},
		{"Android follows redirects", "k9", route{configAt: leads(302, moved), "GET " + moved: good}, "autoconfig", 0},
		{"Evolution stops at the first good answer", "evolution", route{configAt: good}, "autoconfig", 1},
		{"KMail does not follow from https to http", "kmail", route{configAt: leads(302, "http://setup.example.net/config.xml"), "GET http://setup.example.net/config.xml": good}, "", 0},
		{"Delta Chat ends with an Error document", "deltachat", route{"GET https://example.com/autodiscover/autodiscover.xml": says(200, "text/xml", errorXML), "GET " + poxAt: says(200, "text/xml", goodPOX)}, "", 3},
		{"Delta Chat goes on behind what is no XML", "deltachat", route{configAt: says(200, "text/plain", "Hello"), wellKnownAt: good}, "autoconfig", 2},
		{"Delta Chat asks POX with GET", "deltachat", route{"GET " + poxAt: says(200, "text/xml", goodPOX)}, "autoconfig", 4},
		{"Delta Chat follows an absolute redirect", "deltachat", route{configAt: leads(301, moved), "GET " + moved: good}, "autoconfig", 0},
		{"and no relative one", "deltachat", route{configAt: leads(301, "/config.xml"), "GET https://autoconfig.example.com/config.xml": good}, "", 0},
		{"FairEmail does not leave the scheme", "fairemail", route{"GET http://autoconfig.example.com/mail/config-v1.1.xml": leads(302, moved), "GET " + moved: good}, "", 0},
		{"pimalaya follows nothing", "pimalaya", route{configAt: leads(302, moved), "GET " + moved: good}, "", 0},
		{"Geary does not look at the status", "geary", route{configAt: says(500, "text/plain", document)}, "autoconfig", 0},
		{"Outlook posts where a redirect leads", "outlook", route{"POST " + poxAt: leads(302, "https://setup.example.net/a.xml"), "POST https://setup.example.net/a.xml": says(200, "text/xml", goodPOX)}, "Autodiscover", 0},
		{"Outlook follows from plain http to https", "outlook", route{"GET http://autodiscover.example.com/autodiscover/autodiscover.xml": leads(302, "https://setup.example.net/a.xml"), "POST https://setup.example.net/a.xml": says(200, "text/xml", goodPOX)}, "Autodiscover", 0},
		{"but not with 307", "outlook", route{"GET http://autodiscover.example.com/autodiscover/autodiscover.xml": leads(307, "https://setup.example.net/a.xml"), "POST https://setup.example.net/a.xml": says(200, "text/xml", goodPOX)}, "", 0},
		{"Outlook takes no settings over plain http", "outlook", route{"GET http://autodiscover.example.com/autodiscover/autodiscover.xml": says(200, "text/xml", goodPOX)}, "", 0},
		{"Outlook goes to the URL of an answer", "outlook", route{
			"POST " + poxAt:                        says(200, "text/xml", pox(outer, outlook, "<Account><AccountType>email</AccountType><Action>redirectUrl</Action><RedirectUrl>https://setup.example.net/a.xml</RedirectUrl></Account>")),
			"POST https://setup.example.net/a.xml": says(200, "text/xml", goodPOX),
		}, "Autodiscover", 0},
		{"Outlook is not led round for ever", "outlook", route{
			"POST " + poxAt: says(200, "text/xml", pox(outer, outlook, "<Account><AccountType>email</AccountType><Action>redirectUrl</Action><RedirectUrl>"+poxAt+"</RedirectUrl></Account>")),
		}, "", 0},
		{"a redirect to what is not of the web", "k9", route{configAt: leads(302, "ftp://example.com/x")}, "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := &world{handler: c.routes}
			o := w.search(t, c.client, "alice@example.com")
			if o.Stage != c.want || o.Found != (c.want != "") {
				t.Errorf("the settings are of the stage %q (%+v), want %q", o.Stage, o.Setup, c.want)
			}
			sent := 0
			for _, r := range w.sent {
				if strings.HasSuffix(r.URL.Host, "example.com") {
					sent++
				}
			}
			if c.asked != 0 && sent != c.asked {
				t.Errorf("%d requests were sent to the domain, want %d", sent, c.asked)
			}
		})
	}
}

// What SRV records make of each client that looks at them: "" for nothing.
func TestServices(t *testing.T) {
	record := func(host string, port uint16) []*net.SRV { return []*net.SRV{{Target: host + ".", Port: port}} }
	imaps, imap, submissions, submission, smtps := record("imap.example.com", 993), record("imap.example.com", 143),
		record("smtp.example.com", 465), record("smtp.example.com", 587), record("smtp.example.com", 465)
	none := []*net.SRV{{Target: "."}}
	for _, c := range []struct {
		name                       string
		srv                        map[string][]*net.SRV
		fairemail, aerc, evolution string
	}{
		{
			"implicit TLS alone: aerc has no host to send with",
			map[string][]*net.SRV{"_imaps": imaps, "_submissions": submissions},
			"imap.example.com:993 tls, smtp.example.com:465 tls", "imap.example.com:993 tls", "imap.example.com:993 tls, smtp.example.com:465 tls",
		},
		{
			"both of each: aerc and FairEmail have their own order",
			map[string][]*net.SRV{"_imaps": imaps, "_imap": imap, "_submissions": submissions, "_submission": submission},
			"imap.example.com:993 tls, smtp.example.com:587 starttls", "imap.example.com:143 starttls, smtp.example.com:587 starttls", "imap.example.com:993 tls, smtp.example.com:465 tls",
		},
		{
			"_smtps for aerc",
			map[string][]*net.SRV{"_imaps": imaps, "_imap": none, "_submissions": submissions, "_submission": none, "_smtps": smtps},
			"imap.example.com:993 tls, smtp.example.com:465 tls", "imap.example.com:993 tls, smtp.example.com:465 tls", "imap.example.com:993 tls, smtp.example.com:465 tls",
		},
		{
			"reading alone: FairEmail takes nothing",
			map[string][]*net.SRV{"_imaps": imaps},
			"", "imap.example.com:993 tls", "imap.example.com:993 tls",
		},
		{"nothing is offered", map[string][]*net.SRV{"_imaps": none, "_submissions": none}, "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := &world{handler: http.NotFoundHandler(), srv: c.srv}
			for key, want := range map[string]string{"fairemail": c.fairemail, "aerc": c.aerc, "evolution": c.evolution} {
				if got := written(w.search(t, key, "alice@example.com").Setup); got != want {
					t.Errorf("%s would set up %q, want %q", key, got, want)
				}
			}
		})
	}
}

// transportFunc is a transport that does what it likes.
type transportFunc func(*http.Request) (*http.Response, error)

func (f transportFunc) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// A run that ends says what was asked without an answer, and what was not asked.
func TestARunThatEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	w := &world{}
	hangs := transportFunc(func(r *http.Request) (*http.Response, error) {
		cancel()
		<-r.Context().Done()
		return nil, r.Context().Err()
	})
	o := discovery.Run(discovery.NewNetwork(ctx, hangs, hangs, w), clientOf(t, "geary"), addressOf(t))
	if len(o.Asked) != 2 || o.Asked[0].Fault != discovery.Timeout || o.Asked[1].Fault != discovery.Cut {
		t.Errorf("got %+v, want a timeout and a cut", o.Asked)
	}
}

// Errors of the network have names.
func TestFaults(t *testing.T) {
	for _, c := range []struct {
		err  error
		want discovery.Fault
	}{
		{&net.DNSError{IsNotFound: true}, discovery.NoSuchName},
		{&net.DNSError{IsTimeout: true}, discovery.DNSTimeout},
		{&net.DNSError{Err: "SERVFAIL"}, discovery.DNSFailure},
		{context.DeadlineExceeded, discovery.Timeout},
		{&net.OpError{Op: "dial", Err: errors.New("no route to host")}, discovery.Unreachable},
		{&net.OpError{Op: "remote error", Err: errors.New("tls: bad certificate")}, discovery.TLSHandshake},
		{errors.New(`net/http: HTTP/1.x transport connection broken: malformed HTTP response "* OK"`), discovery.NotHTTP},
		{errors.New("something else"), discovery.Unreachable},
	} {
		fails := transportFunc(func(*http.Request) (*http.Response, error) { return nil, c.err })
		o := discovery.Run(discovery.NewNetwork(t.Context(), fails, fails, &world{}), clientOf(t, "mailspring"), addressOf(t))
		if got := o.Asked[0].Fault; got != c.want || got.Sentence() == "" {
			t.Errorf("%v is %q (%q), want %q", c.err, got, got.Sentence(), c.want)
		}
	}
}

// An answer that comes after a client has hung up is none to it, though another one
// that is more patient takes the same answer. The clock is that of the bubble.
func TestEachClientWaitsAsLongAsItDoes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := &world{}
		slow := transportFunc(func(r *http.Request) (*http.Response, error) {
			if r.URL.Host != "autoconfig.example.com" {
				return nil, &net.DNSError{IsNotFound: true}
			}
			time.Sleep(7 * time.Second)
			recorder := httptest.NewRecorder()
			says(http.StatusOK, "text/xml", document)(recorder, r)
			return recorder.Result(), nil
		})
		network := discovery.NewNetwork(t.Context(), slow, slow, w)
		for _, c := range []struct {
			key   string
			found bool
		}{{"thunderbird", false}, {"aerc", true}, {"thunderbird", false}, {"parula", false}, {"evolution", true}} {
			if o := discovery.Run(network, clientOf(t, c.key), addressOf(t)); o.Found != c.found {
				t.Errorf("%s: found is %v, want %v, in %+v", c.key, o.Found, c.found, o.Asked)
			}
		}
	})
}

// The network gives up after 15 s; no client may wait for longer.
func TestNoClientIsMorePatientThanTheNetwork(t *testing.T) {
	for _, c := range discovery.Clients() {
		for _, stage := range c.Stages {
			for _, step := range stage.Steps {
				if step.Limit < 0 || step.Limit > 15*time.Second {
					t.Errorf("%s waits %s for %s", c.Key, step.Limit, step.URL)
				}
			}
		}
	}
}
