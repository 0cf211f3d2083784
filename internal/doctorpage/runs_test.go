package doctorpage_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"signpost/internal/doctorpage"
)

func TestVisitorsWhoAskForTheSameDomainShareARun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		runs := newHeld()
		s := newSite(t, runs.run)
		var all sync.WaitGroup
		for _, a := range []ask{form("example.com"), form("alice@example.com"), stream("EXAMPLE.com")} {
			all.Go(func() {
				if status, _, body := a.of(t, s); status != http.StatusOK || !strings.Contains(body, "example.com") {
					t.Errorf("status %d, want 200 with the report:\n%s", status, body)
				}
			})
		}
		synctest.Wait()
		close(runs.release)
		all.Wait()
		if got := len(runs.started); got != 1 {
			t.Errorf("%d runs, want 1", got)
		}
	})
}

func TestAReportIsKeptForAMinute(t *testing.T) {
	runs := newHeld()
	close(runs.release)
	s := newSite(t, runs.run)
	for _, step := range []struct {
		name  string
		after time.Duration
		runs  int
	}{
		{"the first visit starts a run", 0, 1},
		{"the next one gets its report", 59 * time.Second, 1},
		{"a minute after the end it is forgotten", time.Second, 2},
	} {
		s.now = s.now.Add(step.after)
		if status, _, _ := form("example.com").of(t, s); status != http.StatusOK || len(runs.started) != step.runs {
			t.Errorf("%s: status %d, %d runs so far, want 200 and %d", step.name, status, len(runs.started), step.runs)
		}
	}
}

func TestOneNetworkStartsFewRunsInAMinute(t *testing.T) {
	s := newSite(t, healthy)
	for _, domain := range []string{"example.com", "example.org", "example.net"} {
		if status, _, _ := form(domain).of(t, s); status != http.StatusOK {
			t.Fatalf("%s: status %d, want 200", domain, status)
		}
	}
	const other = "bücher.example"
	status, header, body := form(other).with("Accept-Language", "zh-CN").of(t, s)
	if status != http.StatusTooManyRequests || header.Get("Retry-After") != "20" || !strings.Contains(body, "请在 20 秒后再试。") {
		t.Errorf("the fourth run: status %d, Retry-After %q, want 429 and 20 in the visitor's language:\n%s", status, header.Get("Retry-After"), body)
	}
	if status, _, _ := stream(other).of(t, s); status != http.StatusTooManyRequests {
		t.Errorf("its events: status %d, want 429", status)
	}
	if status, _, _ := form("example.com").of(t, s); status != http.StatusOK {
		t.Errorf("a report that is kept: status %d, want 200", status)
	}
	from := form(other)
	from.client = netip.MustParseAddr("203.0.113.9")
	if status, _, _ := from.of(t, s); status != http.StatusOK {
		t.Errorf("another network: status %d, want 200", status)
	}
}

func TestTwoDomainsAreExaminedAtATime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		runs := newHeld()
		s := newSite(t, runs.run)
		var all sync.WaitGroup
		for _, domain := range []string{"example.com", "example.org"} {
			all.Go(func() { form(domain).of(t, s) })
		}
		synctest.Wait()
		status, header, body := form("example.net").of(t, s)
		if status != http.StatusServiceUnavailable || header.Get("Retry-After") != "20" || !strings.Contains(body, "Other domains are being examined") {
			t.Errorf("the third domain: status %d, Retry-After %q, want 503 and 20:\n%s", status, header.Get("Retry-After"), body)
		}
		close(runs.release)
		all.Wait()
		from := form("example.net")
		from.client = netip.MustParseAddr("203.0.113.9")
		if status, _, _ := from.of(t, s); status != http.StatusOK {
			t.Errorf("after they have ended: status %d, want 200", status)
		}
	})
}

func TestARunEndsAtItsLimit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSite(t, newHeld().run)
		began := time.Now()
		status, _, body := form("example.com").of(t, s)
		if took := time.Since(began); status != http.StatusOK || took != doctorpage.Limit || !strings.Contains(body, "ended before") {
			t.Errorf("status %d after %v, want 200 after %v with what was found by then:\n%s", status, took, doctorpage.Limit, body)
		}
	})
}

// Over a real connection, since that is what a visitor closes.
func TestAVisitorWhoLeavesEndsTheRun(t *testing.T) {
	for name, a := range map[string]ask{"the form": form("example.com"), "the events": stream("example.com")} {
		t.Run(name, func(t *testing.T) {
			runs := newHeld()
			server := httptest.NewServer(newSite(t, runs.run))
			defer server.Close()
			ctx, leave := context.WithCancel(t.Context())
			var visit sync.WaitGroup
			visit.Go(func() {
				r := a.request(ctx, t, server.URL)
				response, err := server.Client().Do(r)
				if err == nil {
					_, err = io.ReadAll(response.Body)
					_ = response.Body.Close()
				}
				if !errors.Is(err, context.Canceled) {
					t.Errorf("the visit ended with %v, want that the visitor left", err)
				}
			})
			<-runs.started
			leave()
			visit.Wait()
			if domain := <-runs.ended; domain != "example.com" {
				t.Errorf("the run on %s ended, want example.com", domain)
			}
		})
	}
}

func TestARunGoesOnForThoseWhoStay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		runs := newHeld()
		s := newSite(t, runs.run)
		var all sync.WaitGroup
		ctx, leave := context.WithCancel(t.Context())
		all.Go(func() { stream("example.com").in(ctx, t, s) })
		synctest.Wait()
		all.Go(func() {
			if status, _, body := form("example.com").of(t, s); status != http.StatusOK || strings.Contains(body, "ended before") {
				t.Errorf("who stayed: status %d, want 200 with the whole report:\n%s", status, body)
			}
		})
		synctest.Wait()
		leave()
		synctest.Wait()
		if len(runs.ended) != 0 {
			t.Error("the run ended when one of two visitors left")
		}
		close(runs.release)
		all.Wait()
	})
}

func TestARunThatNobodyWaitsForIsNotJoined(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		runs := newHeld()
		s := newSite(t, runs.run)
		var all sync.WaitGroup
		ctx, leave := context.WithCancel(t.Context())
		all.Go(func() { stream("example.com").in(ctx, t, s) })
		synctest.Wait()
		leave()
		all.Wait()
		close(runs.release)
		if status, _, body := form("example.com").of(t, s); status != http.StatusOK || strings.Contains(body, "ended before") {
			t.Errorf("status %d, want 200 with a report of its own:\n%s", status, body)
		}
		if got := len(runs.started); got != 2 {
			t.Errorf("%d runs, want 2", got)
		}
	})
}
