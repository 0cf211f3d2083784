package metrics_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"signpost/autoconfig"
	"signpost/internal/autotls"
	"signpost/internal/metrics"
	"signpost/provider"
)

// page is what Prometheus reads.
func page(t *testing.T, m *metrics.Metrics) string {
	t.Helper()
	w := httptest.NewRecorder()
	m.Handler().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/metrics", http.NoBody))
	return w.Body.String()
}

// until is a certificate that ends then.
type until time.Time

func (u until) NotAfter() time.Time { return time.Time(u) }

func TestTheEndOfTheSigningCertificate(t *testing.T) {
	for _, c := range []struct {
		end  time.Time
		want string
	}{
		{time.Unix(1_800_000_000, 0), `signpost_signing_certificate_not_after_timestamp_seconds 1.8e+09`},
		{time.Time{}, `signpost_signing_certificate_not_after_timestamp_seconds 0`},
	} {
		m := metrics.New("x")
		m.Signing(until(c.end))
		if got := page(t, m); !strings.Contains(got, c.want+"\n") {
			t.Errorf("no line %s in\n%s", c.want, got)
		}
	}
}

// pair are the certificates of a server.
type pair struct{ ends []time.Time }

func (p pair) Expiries() []time.Time { return p.ends }
func (pair) Missing() int            { return 3 }
func (pair) Refusals() map[autotls.Reason]uint64 {
	return map[autotls.Reason]uint64{autotls.Reasons()[0]: 5}
}

func TestCertificatesForHTTPS(t *testing.T) {
	m := metrics.New("x")
	m.TLS(pair{ends: []time.Time{time.Unix(1_800_000_000, 0), time.Unix(1_900_000_000, 0)}})
	got := page(t, m)
	for _, want := range []string{
		`signpost_tls_certificates 2`,
		`signpost_tls_certificates_missing 3`,
		`signpost_tls_certificate_not_after_timestamp_seconds 1.8e+09`,
		`signpost_tls_refusals_total{reason="` + string(autotls.Reasons()[0]) + `"} 5`,
	} {
		if !strings.Contains(got, want+"\n") {
			t.Errorf("no line %s in\n%s", want, got)
		}
	}
	m = metrics.New("x")
	m.TLS(pair{})
	if got := page(t, m); !strings.Contains(got, "signpost_tls_certificate_not_after_timestamp_seconds 0\n") {
		t.Errorf("no certificate yet:\n%s", got)
	}
}

// Microsoft's cloud, which new Outlook leaves the search to: has it come by, and when?
func TestSeenByMicrosoftAutoDetect(t *testing.T) {
	m := metrics.New("x")
	seen := func() float64 {
		t.Helper()
		found := regexp.MustCompile(`(?m)^signpost_microsoft_autodetect_seen_timestamp_seconds (\S+)$`).FindStringSubmatch(page(t, m))
		if found == nil {
			t.Fatalf("no such metric in\n%s", page(t, m))
		}
		seconds, err := strconv.ParseFloat(found[1], 64)
		if err != nil {
			t.Fatal(err)
		}
		return seconds
	}
	m.Observe(autoconfig.Served{Format: "pox", Family: autoconfig.FamilyOutlook, Outcome: "ok", Status: 200})
	if got := seen(); got != 0 {
		t.Errorf("after Outlook: %v, want 0", got)
	}
	begin := float64(time.Now().Unix())
	m.Observe(autoconfig.Served{Format: "autodiscover-json", Family: autoconfig.FamilyAutoDetect, Outcome: "no such protocol", Status: 400})
	if got, end := seen(), float64(time.Now().Unix()+1); got < begin || got > end {
		t.Errorf("after AutoDetect: %v, want a time from %v to %v", got, begin, end)
	}
}

func TestEveryMetricTellsWhatHappened(t *testing.T) {
	table, err := provider.NewTable([]provider.Provider{{ID: "one", Domains: []string{"example.com", "example.org"}}})
	if err != nil {
		t.Fatal(err)
	}
	m := metrics.New("1.2.3")
	m.Table(table, time.Unix(1_800_000_000, 0))
	for range 2 {
		m.Observe(autoconfig.Served{Format: "pox", Family: autoconfig.FamilyAutoDetect, Outcome: "ok", Status: 200, Took: 3 * time.Millisecond})
	}
	m.Reload(nil)
	m.Reload(errors.New("bad file"))
	got := page(t, m)
	for _, want := range []string{
		`signpost_requests_total{family="microsoft-autodetect",format="pox",outcome="ok",status="200"} 2`,
		`signpost_request_duration_seconds_bucket{format="pox",le="0.0025"} 0`,
		`signpost_request_duration_seconds_bucket{format="pox",le="0.005"} 2`,
		`signpost_table_providers 1`,
		`signpost_table_domains 2`,
		`signpost_table_loaded_timestamp_seconds 1.8e+09`,
		`signpost_table_reloads_total{outcome="ok"} 1`,
		`signpost_table_reloads_total{outcome="failed"} 1`,
		`signpost_table_reload_failing 1`,
		`signpost_build_info{version="1.2.3"} 1`,
	} {
		if !strings.Contains(got, want+"\n") {
			t.Errorf("no line %s in\n%s", want, got)
		}
	}
	m.Reload(nil)
	if got := page(t, m); !strings.Contains(got, "signpost_table_reload_failing 0\n") {
		t.Error("reload_failing stays after a good one")
	}
}

// A metric that is in no test is one that nobody would miss.
func TestEveryMetricStandsInATest(t *testing.T) {
	m := metrics.New("x")
	m.Observe(autoconfig.Served{})
	m.Reload(nil)
	m.Signing(until{})
	m.TLS(pair{})
	source, err := os.ReadFile("metrics_test.go")
	if err != nil {
		t.Fatal(err)
	}
	names := regexp.MustCompile(`(?m)^# TYPE (signpost_\w+)`).FindAllStringSubmatch(page(t, m), -1)
	if len(names) < 8 {
		t.Fatalf("only %d metrics", len(names))
	}
	for _, name := range names {
		if !regexp.MustCompile("[`^]" + name[1]).Match(source) {
			t.Errorf("%s stands in no test", name[1])
		}
	}
}
