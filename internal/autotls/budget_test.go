package autotls_test

import (
	"strings"
	"testing"
	"time"

	"signpost/internal/autotls"
)

func TestBackoffDoublesUpToHalfADay(t *testing.T) {
	for failures, want := range map[int]time.Duration{
		1: 5 * time.Minute, 2: 10 * time.Minute, 3: 20 * time.Minute, 7: 320 * time.Minute, 8: 640 * time.Minute, 9: 12 * time.Hour, 1000: 12 * time.Hour,
	} {
		if got := autotls.Backoff(failures); got != want {
			t.Errorf("%d failures: %s, want %s", failures, got, want)
		}
	}
}

func directory(t *testing.T) autotls.Storage {
	t.Helper()
	storage, err := autotls.Directory(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return storage
}

func TestBudget(t *testing.T) {
	storage := directory(t)
	start := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	now := start
	clock := func() time.Time { return now }
	// A second server with the same storage.
	servers := []func(string) error{}
	for range 2 {
		spend := autotls.Budget(storage, 3, clock)
		servers = append(servers, func(name string) error { return spend(t.Context(), name) })
	}
	for i, c := range []struct {
		after  time.Duration
		server int
		name   string
		want   string
	}{
		{0, 0, "autoconfig.example.co.uk", ""},
		{time.Hour, 1, "autoconfig.mail.example.co.uk", ""},
		{2 * time.Hour, 0, "autodiscover.example.co.uk", ""},
		{3 * time.Hour, 1, "ua-auto-config.example.co.uk", "3 certificates have been ordered for example.co.uk in a week, the next may be at 2026-03-08T12:00:00Z"},
		{3 * time.Hour, 0, "autoconfig.example.com", ""},
		{7 * 24 * time.Hour, 0, "ua-auto-config.example.co.uk", ""},
		{7*24*time.Hour + time.Minute, 0, "autoconfig.x.example.co.uk", "3 certificates have been ordered for example.co.uk in a week, the next may be at 2026-03-08T13:00:00Z"},
	} {
		now = start.Add(c.after)
		got := ""
		if err := servers[c.server](c.name); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("order %d, for %s after %s: %q, want %q", i+1, c.name, c.after, got, c.want)
		}
	}
}

func TestABudgetThatCannotBeReadIsAFreshOne(t *testing.T) {
	storage := directory(t)
	if err := storage.Store(t.Context(), "signpost/orders/example.com.json", []byte("{")); err != nil {
		t.Fatal(err)
	}
	spend := autotls.Budget(storage, 1, time.Now)
	if err := spend(t.Context(), "autoconfig.example.com"); err != nil {
		t.Errorf("first order: %v", err)
	}
	if err := spend(t.Context(), "autodiscover.example.com"); err == nil {
		t.Error("the second order is within a budget of 1")
	}
}

func TestDirectoryThatCannotBeUsed(t *testing.T) {
	if _, err := autotls.Directory("/dev/null/certificates"); err == nil || !strings.HasPrefix(err.Error(), "making the directory for certificates: ") {
		t.Errorf("error %v, want one about making the directory", err)
	}
}
