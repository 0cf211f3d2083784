package metrics

import (
	"maps"
	"strconv"
	"sync"
	"sync/atomic"

	"github.com/prometheus/client_golang/prometheus"

	"signpost/autoconfig"
)

// requestCounters finds what counts a request without building labels: each
// combination is looked up in Prometheus once and then kept. There are some
// hundreds at most, since every label has a closed set of values.
type requestCounters struct {
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec

	adding sync.Mutex
	kept   atomic.Pointer[map[requestKind]requestCounter]
}

type requestKind struct {
	format  string
	family  autoconfig.Family
	outcome string
	status  int
}

type requestCounter struct {
	count   prometheus.Counter
	seconds prometheus.Observer
}

func newRequestCounters() *requestCounters {
	c := &requestCounters{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "signpost_requests_total",
			Help: "Answered requests by format, client family, outcome and status.",
		}, []string{"format", "family", "outcome", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name:    "signpost_request_duration_seconds",
			Help:    "Time to answer a request, by format.",
			Buckets: []float64{.0001, .00025, .0005, .001, .0025, .005, .01, .05, .25, 1, 5},
		}, []string{"format"}),
	}
	c.kept.Store(&map[requestKind]requestCounter{})
	return c
}

// observe counts one request.
func (c *requestCounters) observe(s *autoconfig.Served) {
	kind := requestKind{s.Format, s.Family, s.Outcome, s.Status}
	counter, ok := (*c.kept.Load())[kind]
	if !ok {
		counter = c.add(kind)
	}
	counter.count.Inc()
	counter.seconds.Observe(s.Took.Seconds())
}

func (c *requestCounters) add(kind requestKind) requestCounter {
	c.adding.Lock()
	defer c.adding.Unlock()
	counter := requestCounter{
		count:   c.requests.WithLabelValues(kind.format, string(kind.family), kind.outcome, strconv.Itoa(kind.status)),
		seconds: c.seconds.WithLabelValues(kind.format),
	}
	more := maps.Clone(*c.kept.Load())
	more[kind] = counter
	c.kept.Store(&more)
	return counter
}
