package doctorpage

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"maps"
	"net/http"
	"net/netip"
	"slices"
	"sync"
	"time"

	"signpost/internal/doctor"
	"signpost/internal/stack"
)

// runs are those under way, and the reports of those that have just ended.
type runs struct {
	run     Run
	limiter Limiter
	log     *slog.Logger
	now     func() time.Time

	mu      sync.Mutex
	flights map[string]*flight
}

// A flight is one run for all who ask for its domain meanwhile.
type flight struct {
	domain string
	cancel context.CancelFunc
	// landed is closed when there is a report, or a panic instead.
	landed chan struct{}

	// All below is for who holds the lock of the runs, or reads it after landed.
	visitors    int
	done, total int
	// changed is closed and replaced when there is progress.
	changed  chan struct{}
	report   doctor.Report
	panicked bool
	ended    time.Time
}

// join lets a client wait for the report on a domain, and starts a run if there is
// none; the client must leave. A failure says why not.
func (rs *runs) join(ctx context.Context, client netip.Addr, domain string) (*flight, *failure) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	rs.forget()
	if f := rs.flights[domain]; f != nil {
		f.visitors++
		return f, nil
	}
	if status, retryAfter := rs.limiter.Enter(client); status != 0 {
		if status == http.StatusServiceUnavailable {
			// The places are taken for as long as runs take.
			retryAfter = Limit
		}
		return nil, &failure{status: status, retryAfter: retryAfter}
	}
	// The run belongs to all who wait, not to the first of them.
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), Limit)
	f := &flight{domain: domain, cancel: cancel, landed: make(chan struct{}), changed: make(chan struct{}), visitors: 1}
	rs.flights[domain] = f
	go rs.fly(ctx, f)
	return f, nil
}

// leave ends a run for which nobody waits any more.
func (rs *runs) leave(f *flight) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	f.visitors--
	if f.visitors > 0 || !f.ended.IsZero() {
		return
	}
	f.cancel()
	if rs.flights[f.domain] == f {
		delete(rs.flights, f.domain)
	}
}

// fly is the run itself. A panic of its own is not the end of the process.
func (rs *runs) fly(ctx context.Context, f *flight) {
	report, panicked := doctor.Report{}, true
	defer func() {
		if v := recover(); v != nil {
			rs.log.Error("panic while examining", "panic", fmt.Sprintf("%T", v), "stack", stack.Trace())
		}
		f.cancel()
		// First, so that whoever has seen the report may start another run.
		rs.limiter.Leave()
		rs.land(f, report, panicked)
	}()
	report = rs.run(ctx, f.domain, func(done, total int) { rs.progress(f, done, total) })
	panicked = false
}

func (rs *runs) land(f *flight, report doctor.Report, panicked bool) {
	// What was asked in detail is not shown, and is most of a report.
	for i := range report.Clients {
		report.Clients[i].Asked = nil
	}
	rs.mu.Lock()
	defer rs.mu.Unlock()
	f.report, f.panicked, f.ended = report, panicked, rs.now()
	if panicked && rs.flights[f.domain] == f {
		delete(rs.flights, f.domain)
	}
	close(f.landed)
}

func (rs *runs) progress(f *flight, done, total int) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	f.done, f.total = done, total
	close(f.changed)
	f.changed = make(chan struct{})
}

// state is how far a run is; changed is closed when that is no longer so.
func (rs *runs) state(f *flight) (done, total int, changed <-chan struct{}) {
	rs.mu.Lock()
	defer rs.mu.Unlock()
	return f.done, f.total, f.changed
}

// forget drops reports that are too old, and then the oldest of those that are too
// many.
func (rs *runs) forget() {
	now := rs.now()
	maps.DeleteFunc(rs.flights, func(_ string, f *flight) bool {
		return !f.ended.IsZero() && now.Sub(f.ended) >= keep
	})
	kept := slices.DeleteFunc(slices.Collect(maps.Values(rs.flights)), func(f *flight) bool { return f.ended.IsZero() })
	slices.SortFunc(kept, func(a, b *flight) int { return cmp.Or(a.ended.Compare(b.ended), cmp.Compare(a.domain, b.domain)) })
	for len(kept) > maxKept {
		delete(rs.flights, kept[0].domain)
		kept = kept[1:]
	}
}
