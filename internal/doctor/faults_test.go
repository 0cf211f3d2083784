package doctor_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"signpost/internal/doctor"
	"signpost/internal/doctor/doctortest"
)

// Each fault is found, and nothing else.
func TestFaults(t *testing.T) {
	for _, fault := range doctortest.Faults() {
		t.Run(fault.Name, func(t *testing.T) {
			t.Parallel()
			fault.Check(t, newWorld(t))
		})
	}
}

// A domain that is not there is told from one that DNS cannot speak of.
func TestDomainsThatAreNotThere(t *testing.T) {
	for who, want := range map[string]string{
		"alice@gone.com":          "dns-no-such-domain",
		"alice@example.nosuchtld": "dns-unknown-tld",
	} {
		r := newWorld(t).Examine(t.Context(), t, who)
		if ids(r)[want] != doctor.Error || len(r.Clients) > 0 {
			t.Errorf("%s: got\n%s\nwant %s", who, doctortest.Text(t, r), want)
		}
	}
	w := newWorld(t)
	w.Offline = true
	if r := w.Examine(t.Context(), t, doctortest.Alice); ids(r)["dns-offline"] != doctor.Error || ids(r)["dns-unknown-tld"] != "" {
		t.Errorf("offline: got\n%s", doctortest.Text(t, r))
	}
	w = newWorld(t)
	w.Failing = "example.com."
	if r := w.Examine(t.Context(), t, doctortest.Alice); ids(r)["dns-failure"] != doctor.Error {
		t.Errorf("SERVFAIL: got\n%s", doctortest.Text(t, r))
	}
}

// Who says where the servers are gets to know what they say, before the domain is in
// DNS.
func TestADomainThatIsNotThereYet(t *testing.T) {
	w := newWorld(t)
	w.Records = ""
	w.Options.Connect = doctortest.SetupIP + ":443"
	r := w.Examine(t.Context(), t, doctortest.Alice)
	if ids(r)["dns-unknown-tld"] != doctor.Error || !strings.Contains(doctortest.Text(t, r), "text/xml; charset=utf-8, 1039 bytes; used") {
		t.Errorf("got\n%s", doctortest.Text(t, r))
	}
}

// Nothing waits longer than the run: a web server that never answers is named, and
// so is what could not be asked any more.
func TestATarpitEndsWithTheRun(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	w := newWorld(t)
	w.Setup = doctortest.Answering(doctortest.IsAutoconfig, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	})
	r := w.Examine(ctx, t, doctortest.Alice)
	found := ids(r)
	if found["web-timeout"] != doctor.Error || found["cut"] == "" || !r.Cut {
		t.Errorf("got\n%s", doctortest.Text(t, r))
	}
}

// A DNS server that is silent is told from one that says no.
func TestASilentDNSServer(t *testing.T) {
	w := newWorld(t)
	w.Silent = true
	w.Options.Limit = time.Second
	if r := w.Examine(t.Context(), t, doctortest.Alice); ids(r)["dns-timeout"] != doctor.Error || !r.Cut {
		t.Errorf("got\n%s", doctortest.Text(t, r))
	}
}

// An international domain is asked for by its A-labels.
func TestAnInternationalDomain(t *testing.T) {
	w := newWorld(t)
	w.Records = strings.ReplaceAll(w.Records, "example.com.", "xn--fsqu00a.com.")
	w.Provider = strings.ReplaceAll(w.Provider, "example.com", "xn--fsqu00a.com")
	r := w.Examine(t.Context(), t, "alice@例子.com")
	if ids(r)["idn"] != doctor.Note || r.Domain != "xn--fsqu00a.com" || r.Clients[0].Verdict != doctor.Works {
		t.Errorf("got\n%s", doctortest.Text(t, r))
	}
}

// Every rule has a fault that breaks it, or a test of its own.
func TestEveryRuleHasAFault(t *testing.T) {
	tested := map[string]bool{
		// Above, since they are about other addresses.
		"dns-no-such-domain": true, "dns-unknown-tld": true, "dns-offline": true, "idn": true,
	}
	for _, fault := range doctortest.Faults() {
		for want := range strings.FieldsSeq(fault.Want) {
			id, _, _ := strings.Cut(want, "=")
			tested[id] = true
		}
	}
	for _, rule := range doctor.Rules() {
		if !tested[rule.ID] {
			t.Errorf("no fault is found as %s", rule.ID)
		}
	}
}
