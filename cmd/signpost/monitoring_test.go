package main_test

import (
	"io"
	"maps"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"signpost/autoconfig"
	"signpost/internal/autotls"
	"signpost/internal/metrics"
	"signpost/provider"
)

// signed stands for the certificate that signs profiles.
type signed struct{}

func (signed) NotAfter() time.Time { return time.Time{} }

// secured stands for the certificates for https.
type secured struct{}

func (secured) Expiries() []time.Time               { return nil }
func (secured) Missing() int                        { return 0 }
func (secured) Refusals() map[autotls.Reason]uint64 { return nil }

// TestDashboardAndAlertsAskForMetricsThatThereAre: an expression about a metric with
// another name is empty for ever, and nobody would be told.
func TestDashboardAndAlertsAskForMetricsThatThereAre(t *testing.T) {
	counts := metrics.New("1.2.3")
	counts.Observe(autoconfig.Served{Format: "pox", Family: autoconfig.FamilyOutlook, Outcome: "ok", Status: 200})
	counts.Table(&provider.Table{}, time.Now())
	counts.Reload(nil)
	counts.Signing(signed{})
	counts.TLS(secured{})
	recorder := httptest.NewRecorder()
	counts.Handler().ServeHTTP(recorder, httptest.NewRequestWithContext(t.Context(), "GET", "/metrics", nil))
	body, err := io.ReadAll(recorder.Result().Body)
	if err != nil {
		t.Fatal(err)
	}
	exposed := map[string]bool{}
	for line := range strings.Lines(string(body)) {
		name, _, _ := strings.Cut(line, " ")
		name, _, _ = strings.Cut(name, "{")
		exposed[name] = true
	}
	name := regexp.MustCompile(`\b(signpost|go|process)_[a-z0-9_]+`)
	for _, file := range []string{"alerts.yml", "alerts_test.yml", "grafana-dashboard.json"} {
		asked := map[string]bool{}
		for _, found := range name.FindAllString(readDeployed(t, file), -1) {
			asked[found] = true
		}
		if len(asked) == 0 {
			t.Errorf("%s asks for no metric", file)
		}
		for _, metric := range slices.Sorted(maps.Keys(asked)) {
			if !exposed[metric] {
				t.Errorf("%s asks for %s, which the server does not have", file, metric)
			}
		}
	}
}
