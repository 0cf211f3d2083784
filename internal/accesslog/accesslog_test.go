package accesslog_test

import (
	"bytes"
	"log/slog"
	"net/netip"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"signpost/autoconfig"
	"signpost/internal/accesslog"
)

var requests = []autoconfig.Served{
	{
		At: time.Date(2026, 11, 25, 10, 0, 0, 123456789, time.UTC), ID: "abcdefghijkl", Method: "GET",
		Route: "/.well-known/autoconfig/mail/config-v1.1.xml", Scheme: "https", Format: "autoconfig", Domain: "sina.com",
		Family: autoconfig.FamilyThunderbird, Outcome: "ok", Status: 200, Network: netip.MustParsePrefix("192.0.2.0/24"), Took: 23 * time.Microsecond,
	},
	{
		At: time.Date(2026, 11, 25, 10, 0, 0, 999999999, time.UTC), ID: "abcdefghijkl", Method: "other",
		Route: "/v1.1/{domain}", Scheme: "http", Format: "ispdb", Family: autoconfig.FamilyAutoDetect, Outcome: "domain not served",
		Status: 404, Network: netip.MustParsePrefix("2001:db8:1::/48"), Took: 1500 * time.Millisecond,
	},
	{At: time.Date(2026, 7, 1, 0, 0, 0, 0, time.FixedZone("", 2*3600)), ID: "a", Scheme: "http", Outcome: "no such path", Status: 404},
	{At: time.Date(2026, 7, 1, 0, 0, 0, 0, time.UTC), ID: "a", Route: "/autodiscover/autodiscover.json/v1.0/*", Domain: "xn--fiqs8s.example"},
}

// slogLine is what slog writes for a request.
func slogLine(t *testing.T, json bool, s autoconfig.Served) string {
	t.Helper()
	var b bytes.Buffer
	options := &slog.HandlerOptions{ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey && len(groups) == 0 {
			return slog.String(a.Key, a.Value.Time().Format("2006-01-02T15:04:05.000Z07:00"))
		}
		return a
	}}
	var handler slog.Handler = slog.NewTextHandler(&b, options)
	if json {
		handler = slog.NewJSONHandler(&b, options)
	}
	network := ""
	if s.Network.IsValid() {
		network = s.Network.String()
	}
	record := slog.NewRecord(s.At.Add(s.Took), slog.LevelInfo, "request", 0)
	record.AddAttrs(
		slog.String("id", s.ID), slog.String("method", s.Method), slog.String("route", s.Route), slog.String("scheme", s.Scheme),
		slog.String("format", s.Format), slog.String("domain", s.Domain), slog.String("family", string(s.Family)),
		slog.String("outcome", s.Outcome), slog.Int("status", s.Status), slog.String("network", network), slog.Duration("took", s.Took),
	)
	if err := handler.Handle(t.Context(), record); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTheLinesAreThoseOfSlog(t *testing.T) {
	for _, json := range []bool{false, true} {
		var got, want strings.Builder
		log := accesslog.New(&got, json)
		for _, s := range requests {
			log.Observe(s)
			want.WriteString(slogLine(t, json, s))
		}
		log.Flush()
		if got.String() != want.String() {
			t.Errorf("json %t: got\n%s\nwant\n%s", json, got.String(), want.String())
		}
	}
}

// What slog writes goes out at once, and behind the requests before it.
func TestLinesKeepTheirOrder(t *testing.T) {
	var out strings.Builder
	log := accesslog.New(&out, false)
	log.Observe(requests[0])
	if out.Len() != 0 {
		t.Fatalf("a line was written at once: %s", out.String())
	}
	slog.New(slog.NewTextHandler(log, nil)).Error("trouble")
	log.Observe(requests[1])
	log.Flush()
	lines := strings.Split(out.String(), "\n")
	if len(lines) != 4 || !strings.Contains(lines[1], "msg=trouble") || !strings.Contains(lines[2], "format=ispdb") {
		t.Errorf("%d lines, want the trouble between two requests:\n%s", len(lines)-1, out.String())
	}
}

func TestLinesWaitASecondAtMost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out strings.Builder
		log := accesslog.New(&out, false)
		stop := log.Start()
		log.Observe(requests[0])
		time.Sleep(time.Second)
		synctest.Wait()
		if got := strings.Count(out.String(), "\n"); got != 1 {
			t.Errorf("%d lines after a second, want 1", got)
		}
		log.Observe(requests[1])
		stop()
		if got := strings.Count(out.String(), "\n"); got != 2 {
			t.Errorf("%d lines at the end, want 2", got)
		}
	})
}

func TestManyLinesDoNotWait(t *testing.T) {
	var out strings.Builder
	log := accesslog.New(&out, true)
	n := 0
	for out.Len() == 0 && n < 10_000 {
		log.Observe(requests[0])
		n++
	}
	if got := strings.Count(out.String(), "\n"); got != n || n == 10_000 {
		t.Errorf("%d of %d lines were written", got, n)
	}
}
