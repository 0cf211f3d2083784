package autotls_test

import (
	"bytes"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/zap"

	"signpost/internal/autotls"
)

func TestBridge(t *testing.T) {
	scrub := func(text string) string { return strings.ReplaceAll(text, "admin@example.com", "the account") }
	for _, c := range []struct {
		name  string
		level slog.Level
		log   func(*zap.Logger)
		want  string
	}{
		{"normal work is for debugging", slog.LevelInfo, func(l *zap.Logger) { l.Warn("lock acquired"); l.Info("a"); l.Debug("b") }, ""},
		{"normal work, debugged", slog.LevelDebug, func(l *zap.Logger) { l.Info("lock acquired", zap.String("identifier", "a.example.com")) }, "level=DEBUG msg=\"lock acquired\" from=certmagic identifier=a.example.com\n"},
		{"an error is a warning", slog.LevelInfo, func(l *zap.Logger) {
			l.With(zap.Strings("identifiers", []string{"a.example.com"})).Error("stapling OCSP", zap.Error(errors.New("gone")), zap.Duration("remaining", time.Minute))
		}, "level=WARN msg=\"stapling OCSP\" from=certmagic identifiers=[a.example.com] error=gone remaining=1m0s\n"},
		{"what our own log tells is not told twice", slog.LevelInfo, func(l *zap.Logger) { l.Error("will retry"); l.Error("tls-alpn challenge") }, ""},
		{"addresses of clients and what they sent stay out", slog.LevelDebug, func(l *zap.Logger) {
			l.With(zap.String("remote_ip", "192.0.2.7")).Named("handshake").Error("a", zap.String("remote", "192.0.2.7:1"), zap.String("uri", "/?emailaddress=a@b"), zap.String("user_agent", "x"), zap.String("server_name", "x"))
		}, "level=WARN msg=a from=certmagic\n"},
		{"the account's address stays out", slog.LevelInfo, func(l *zap.Logger) {
			l.Error("of admin@example.com", zap.Error(errors.New("registering account [mailto:admin@example.com]")), zap.Strings("contact", []string{"admin@example.com"}))
		}, "level=WARN msg=\"of the account\" from=certmagic error=\"registering account [mailto:the account]\"\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var log bytes.Buffer
			c.log(autotls.Bridged(quietLog(&log, c.level), scrub))
			if diff := cmp.Diff(c.want, log.String()); diff != "" {
				t.Errorf("log (-want +got):\n%s", diff)
			}
		})
	}
}
