package autotls

import (
	"context"
	"log/slog"
	"slices"

	"go.uber.org/zap/zapcore"
)

// bridge writes certmagic's log into ours. What certmagic tells of normal work is for
// debugging, and its errors are warnings: ours say what follows from them.
//
// Only fields that are known to be harmless pass. Others hold addresses of clients,
// what they sent, and the address of the account.
type bridge struct {
	handler slog.Handler
	scrub   func(string) string
	fields  []zapcore.Field
}

// Enabled is for zapcore.
func (b bridge) Enabled(level zapcore.Level) bool {
	return b.handler.Enabled(context.Background(), severity(zapcore.Entry{Level: level}))
}

// With adds fields to all that follows.
func (b bridge) With(fields []zapcore.Field) zapcore.Core {
	b.fields = slices.Concat(b.fields, fields)
	return b
}

// Check is for zapcore.
func (b bridge) Check(entry zapcore.Entry, checked *zapcore.CheckedEntry) *zapcore.CheckedEntry {
	if b.handler.Enabled(context.Background(), severity(entry)) {
		return checked.AddCore(entry, b)
	}
	return checked
}

// Write is for zapcore.
func (b bridge) Write(entry zapcore.Entry, fields []zapcore.Field) error {
	values := zapcore.NewMapObjectEncoder()
	record := slog.NewRecord(entry.Time, severity(entry), b.scrub(entry.Message), 0)
	record.AddAttrs(slog.String("from", "certmagic"))
	for _, field := range slices.Concat(b.fields, fields) {
		if !harmless(field.Key) {
			continue
		}
		field.AddTo(values)
		value := values.Fields[field.Key]
		if text, ok := value.(string); ok {
			value = b.scrub(text)
		}
		record.AddAttrs(slog.Any(field.Key, value))
	}
	return b.handler.Handle(context.Background(), record)
}

// Sync is for zapcore.
func (bridge) Sync() error { return nil }

func severity(entry zapcore.Entry) slog.Level {
	if entry.Level >= zapcore.ErrorLevel && !told(entry.Message) {
		return slog.LevelWarn
	}
	return slog.LevelDebug
}

// harmless reports whether a field may be logged.
func harmless(key string) bool {
	switch key {
	case "identifier", "identifiers", "error", "issuer", "ca", "challenge", "challenge_type", "distributed",
		"remaining", "attempt", "retrying_in", "storage_key", "lock_key":
		return true
	}
	return false
}

// told reports whether a message is of something that our own log tells, or that
// strangers can bring about.
func told(message string) bool {
	switch message {
	case "could not get certificate from issuer", "will retry", "challenge failed", "validating authorization", "tls-alpn challenge":
		return true
	}
	return false
}
