package autotls_test

import (
	"bytes"
	"log/slog"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/internal/autotls"
)

// quietLog is a log without times.
func quietLog(to *bytes.Buffer, level slog.Level) *slog.Logger {
	return slog.New(slog.NewTextHandler(to, &slog.HandlerOptions{Level: level, ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey || a.Key == "not_after" {
			return slog.Attr{}
		}
		return a
	}}))
}

func TestRefusalsAreLoggedOnceAMinuteByReason(t *testing.T) {
	var log bytes.Buffer
	now := time.Unix(1000, 0)
	refused := autotls.NewRefused(quietLog(&log, slog.LevelInfo), func() time.Time { return now })
	for range 1000 {
		refused.Add(autotls.UnknownName, "")
	}
	refused.Add(autotls.TrailingDot, "autodiscover.example.com")
	now = now.Add(time.Minute)
	refused.Add(autotls.UnknownName, "")
	want := `level=WARN msg="TLS handshakes refused" reason=unknown-name count=1 advice="none is needed: nothing is served under such a name"
level=WARN msg="TLS handshakes refused" reason=trailing-dot count=1 name=autodiscover.example.com advice="let nginx or HAProxy terminate TLS for such clients, see docs/tls.md"
level=WARN msg="TLS handshakes refused" reason=unknown-name count=1000 advice="none is needed: nothing is served under such a name"
`
	if diff := cmp.Diff(want, log.String()); diff != "" {
		t.Errorf("log (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(map[autotls.Reason]uint64{autotls.UnknownName: 1001, autotls.TrailingDot: 1}, refused.Counts()); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
}
