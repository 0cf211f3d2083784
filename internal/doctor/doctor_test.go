package doctor_test

import (
	"testing"

	"signpost/internal/doctor"
	"signpost/internal/doctor/doctortest"
)

// ids are what was found, with the severity.
func ids(r doctor.Report) map[string]doctor.Severity {
	found := map[string]doctor.Severity{}
	for _, f := range r.Findings {
		// The worst stand first.
		if found[f.ID] == "" {
			found[f.ID] = f.Severity
		}
	}
	return found
}

func TestAHealthyDomainIsWell(t *testing.T) {
	r := newWorld(t).Examine(t.Context(), t, doctortest.Alice)
	if r.Errors+r.Warnings > 0 || r.Cut {
		t.Fatalf("got\n%s", doctortest.Text(t, r))
	}
	for _, c := range r.Clients {
		want := doctor.Works
		if c.Key == "activesync" {
			want = doctor.Nothing
		}
		if c.Key == "autodetect" {
			want = doctor.Elsewhere
		}
		if c.Verdict != want {
			t.Errorf("%s: got %s (%s), want %s", c.Name, c.Verdict, c.Why, want)
		}
	}
	if len(r.Servers) != 3 {
		t.Errorf("got the servers %v, want IMAP, POP3 and SMTP", r.Servers)
	}
}
