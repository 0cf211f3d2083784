// Package metrics counts what the server does, for Prometheus. Every label has a
// closed set of values: no domain, no address and no header ever becomes one.
package metrics

import (
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"signpost/autoconfig"
	"signpost/internal/autotls"
	"signpost/provider"
)

// Metrics are the counters of one server, in a registry of its own. It is safe
// for concurrent use.
type Metrics struct {
	registry   *prometheus.Registry
	requests   *requestCounters
	autoDetect prometheus.Gauge
	providers  prometheus.Gauge
	domains    prometheus.Gauge
	loaded     prometheus.Gauge
	reloads    *prometheus.CounterVec
	failing    prometheus.Gauge
}

// New makes the metrics of a server of the given version.
func New(version string) *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		requests: newRequestCounters(),
		autoDetect: gauge("signpost_microsoft_autodetect_seen_timestamp_seconds",
			"When Microsoft's AutoDetect last asked, told by its User-Agent; 0 if not since the start."),
		providers: gauge("signpost_table_providers", "Providers in the table."),
		domains:   gauge("signpost_table_domains", "Domains in the table, those that are not served included."),
		loaded:    gauge("signpost_table_loaded_timestamp_seconds", "When the table that answers was loaded."),
		failing:   gauge("signpost_table_reload_failing", "1 while the provider files are bad and an older table answers, else 0."),
		reloads: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "signpost_table_reloads_total",
			Help: "Reloads of the provider files by outcome, ok or failed.",
		}, []string{"outcome"}),
	}
	build := prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "signpost_build_info", Help: "1, with the version.", ConstLabels: prometheus.Labels{"version": version},
	})
	build.Set(1)
	m.registry.MustRegister(
		m.requests.requests, m.requests.seconds, m.autoDetect, m.providers, m.domains, m.loaded, m.failing, m.reloads, build,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
	)
	return m
}

func gauge(name, help string) prometheus.Gauge {
	return prometheus.NewGauge(prometheus.GaugeOpts{Name: name, Help: help})
}

// Handler serves the metrics in the formats that Prometheus asks for.
func (m *Metrics) Handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{Registry: m.registry})
}

// Observe counts one answered request.
func (m *Metrics) Observe(s autoconfig.Served) {
	m.requests.observe(&s)
	if s.Family == autoconfig.FamilyAutoDetect {
		m.autoDetect.SetToCurrentTime()
	}
}

// Table notes which table answers, and since when.
func (m *Metrics) Table(table *provider.Table, since time.Time) {
	m.providers.Set(float64(len(table.Providers())))
	m.domains.Set(float64(table.Domains()))
	m.loaded.Set(float64(since.Unix()))
}

// Certificate is a certificate that ends one day.
type Certificate interface {
	// NotAfter is its end, the zero time while there is none that is good.
	NotAfter() time.Time
}

// Signing watches the certificate that signs Apple profiles.
func (m *Metrics) Signing(c Certificate) {
	m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "signpost_signing_certificate_not_after_timestamp_seconds",
		Help: "End of the certificate that signs Apple profiles; 0 while profiles go out unsigned.",
	}, func() float64 {
		end := c.NotAfter()
		if end.IsZero() {
			return 0
		}
		return float64(end.Unix())
	}))
}

// Certificates are those for https.
type Certificates interface {
	// Expiries are the ends of all certificates, the earliest first.
	Expiries() []time.Time
	// Missing counts the names that should have a certificate and have none.
	Missing() int
	// Refusals counts the handshakes that were refused, by reason: a closed set.
	Refusals() map[autotls.Reason]uint64
}

// TLS watches the certificates for https.
func (m *Metrics) TLS(c Certificates) {
	watched := func(name, help string, value func() float64) {
		m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, value))
	}
	watched("signpost_tls_certificates", "Certificates for https.", func() float64 { return float64(len(c.Expiries())) })
	watched("signpost_tls_certificates_missing", "Names that should have a certificate and have none.", func() float64 { return float64(c.Missing()) })
	watched("signpost_tls_certificate_not_after_timestamp_seconds", "Earliest end of a certificate for https; 0 while there is none.", func() float64 {
		ends := c.Expiries()
		if len(ends) == 0 {
			return 0
		}
		return float64(ends[0].Unix())
	})
	for _, reason := range autotls.Reasons() {
		m.registry.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{
			Name: "signpost_tls_refusals_total", Help: "Refused TLS handshakes by reason.",
			ConstLabels: prometheus.Labels{"reason": string(reason)},
		}, func() float64 { return float64(c.Refusals()[reason]) }))
	}
}

// Reload counts a reload of the provider files; err says why the old table stays.
func (m *Metrics) Reload(err error) {
	if err != nil {
		m.reloads.WithLabelValues("failed").Inc()
		m.failing.Set(1)
		return
	}
	m.reloads.WithLabelValues("ok").Inc()
	m.failing.Set(0)
}
