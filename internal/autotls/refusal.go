package autotls

import (
	"log/slog"
	"maps"
	"sync"
	"time"
)

// A Reason says why a TLS handshake was refused. There are few, so that they can be
// the labels of a metric.
type Reason string

// The reasons.
const (
	// NoName: the client does not say which host it wants (RFC 6066, section 3).
	NoName Reason = "no-name"
	// UnknownName: the host is none of ours.
	UnknownName Reason = "unknown-name"
	// NoCertificate: the host is ours, and has no certificate yet.
	NoCertificate Reason = "no-certificate"
	// TrailingDot: the name ends with a full stop, which RFC 6066 forbids and some
	// clients send all the same. crypto/tls refuses it before anybody is asked
	// (golang/go#63117).
	TrailingDot Reason = "trailing-dot"
)

// Reasons lists all reasons.
func Reasons() []Reason { return []Reason{NoName, UnknownName, NoCertificate, TrailingDot} }

// advice is what an admin can do about it.
func (r Reason) advice() string {
	switch r {
	case NoCertificate:
		return "see why in the lines on certificates"
	case TrailingDot:
		return "let nginx or HAProxy terminate TLS for such clients, see docs/tls.md"
	case NoName, UnknownName:
	}
	return "none is needed: nothing is served under such a name"
}

// quiet is how long the log is silent on a reason after a line on it.
const quiet = time.Minute

// refusals counts refused handshakes, and says so in the log once a minute for each
// reason: anybody can cause them.
type refusals struct {
	log *slog.Logger
	now func() time.Time

	mu     sync.Mutex
	total  map[Reason]uint64
	silent map[Reason]uint64
	said   map[Reason]time.Time
}

func newRefusals(log *slog.Logger, now func() time.Time) *refusals {
	return &refusals{log: log, now: now, total: map[Reason]uint64{}, silent: map[Reason]uint64{}, said: map[Reason]time.Time{}}
}

// add counts one. The name stands in the log and is empty unless it is served: what
// strangers send is not written down.
func (r *refusals) add(reason Reason, name string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.total[reason]++
	r.silent[reason]++
	now := r.now()
	if said, ok := r.said[reason]; ok && now.Sub(said) < quiet {
		return
	}
	r.said[reason] = now
	attributes := []any{slog.String("reason", string(reason)), slog.Uint64("count", r.silent[reason])}
	if name != "" {
		attributes = append(attributes, slog.String("name", name))
	}
	r.log.Warn("TLS handshakes refused", append(attributes, slog.String("advice", reason.advice()))...)
	r.silent[reason] = 0
}

// counts is how many were refused since the start; a reason without any is left out.
func (r *refusals) counts() map[Reason]uint64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	return maps.Clone(r.total)
}
