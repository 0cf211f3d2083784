package signing

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

// ErrNone is returned by Files.Sign while there is no certificate that is valid.
var ErrNone = errors.New("no valid certificate to sign with")

// Files is the identity that lies in two files, and follows their changes. All
// methods are safe for concurrent use.
type Files struct {
	certFile, keyFile string
	log               *slog.Logger
	now               func() time.Time

	// loaded are the identities that could be used, the newest first. The one
	// before the newest stays for as long as the newest is not valid.
	loaded atomic.Pointer[[]*Identity]
	// silent is true once the log has said that no identity is valid.
	silent atomic.Bool

	reload sync.Mutex
	// seen and err are the files at the last reload, and what came of it.
	seen [sha256.Size]byte
	err  error
}

// Open loads the files. It always returns: files that cannot be used are said in
// the log, and profiles go out unsigned until a Reload finds better ones. now is
// the clock by which validity is judged; nil is the system's.
func Open(certFile, keyFile string, log *slog.Logger, now func() time.Time) *Files {
	if now == nil {
		now = time.Now
	}
	f := &Files{certFile: certFile, keyFile: keyFile, log: log, now: now}
	f.loaded.Store(&[]*Identity{})
	// The error is in the log.
	_ = f.Reload()
	return f
}

// Reload reads the files again if their content is another one than last time, so
// that it can be called as often as one likes. A pair that cannot be used, or not
// yet, leaves the old one in place. The error has been logged already, once for
// each change; Reload returns it until the files change again.
func (f *Files) Reload() error {
	f.reload.Lock()
	defer f.reload.Unlock()
	seen := f.content()
	if seen == f.seen {
		return f.err
	}
	f.seen = seen
	old := f.valid(f.now())
	id, err := Load(f.certFile, f.keyFile)
	if err == nil {
		keep := []*Identity{id}
		if old != nil {
			keep = append(keep, old)
		}
		f.loaded.Store(&keep)
		err = id.validity(f.now())
	}
	f.err = err
	f.report(id, old)
	return err
}

// report says in one line what is used after a reload, and why.
func (f *Files) report(id, old *Identity) {
	f.silent.Store(f.err != nil && old == nil)
	switch {
	case f.err == nil:
		f.log.Info("profiles are signed", "certificate", subject(id.leaf), "intermediates", len(id.intermediates), "not_after", day(id.NotAfter()))
		for _, warning := range id.Warnings() {
			f.log.Warn("devices may not trust the certificate for profiles", "warning", warning)
		}
	case old != nil:
		f.log.Error("the new certificate for profiles is not used, the old one stays", "error", f.err, "not_after", day(old.NotAfter()))
	default:
		f.log.Error("profiles go out unsigned", "error", f.err)
	}
}

// content is a digest of what the files hold, or of why they cannot be read.
func (f *Files) content() [sha256.Size]byte {
	sum := sha256.New()
	for _, name := range []string{f.certFile, f.keyFile} {
		data, err := os.ReadFile(name)
		fmt.Fprintf(sum, "%x %v\n", sha256.Sum256(data), err)
	}
	return [sha256.Size]byte(sum.Sum(nil))
}

// valid is the newest identity that is valid at a time, or nil.
func (f *Files) valid(now time.Time) *Identity {
	for _, id := range *f.loaded.Load() {
		if id.validity(now) == nil {
			return id
		}
	}
	return nil
}

// Current is the newest identity that is valid at this moment, or nil. When the
// last one has expired the log says so, once.
func (f *Files) Current() *Identity {
	now := f.now()
	id := f.valid(now)
	if id != nil {
		// Stored only when it changes: every request for a profile comes by here.
		if f.silent.Load() {
			f.silent.Store(false)
		}
		return id
	}
	if loaded := *f.loaded.Load(); len(loaded) > 0 && !f.silent.Swap(true) {
		f.log.Error("profiles go out unsigned", "error", loaded[0].validity(now))
	}
	return nil
}

// Sign signs content with the current identity; see Identity.Sign. The error is
// ErrNone if there is none.
func (f *Files) Sign(content []byte) ([]byte, error) {
	id := f.Current()
	if id == nil {
		return nil, ErrNone
	}
	return id.Sign(content)
}

// Revision names the current identity; it is empty while there is none.
func (f *Files) Revision() string {
	id := f.Current()
	if id == nil {
		return ""
	}
	return id.Revision()
}

// NotAfter is when the current identity expires; zero if there is none. An alarm on
// it should ring well before.
func (f *Files) NotAfter() time.Time {
	id := f.Current()
	if id == nil {
		return time.Time{}
	}
	return id.NotAfter()
}
