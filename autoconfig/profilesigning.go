package autoconfig

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime"
	"sync"
	"time"

	"signpost/provider"
	"signpost/templates"
)

// Signer signs Apple profiles. Implementations are called by many goroutines at once.
type Signer interface {
	// Revision names the certificate in use, the same on every replica that has
	// the same one. It is empty while there is none that is valid: profiles then go
	// out unsigned.
	Revision() string
	// Sign wraps content into a signature. The content must be inside, unchanged.
	Sign(content []byte) ([]byte, error)
}

// errBusy is the error of a profile that would need one signature too many at
// this moment.
var errBusy = errors.New("too many signatures at once")

const (
	// busyRetry is after how long a refused profile may be asked for again: a
	// signature takes milliseconds at most.
	busyRetry = time.Second
	// signingErrorEvery is how often an error of the signer is logged at most.
	signingErrorEvery = time.Minute
	// maxSignedProfiles bounds the signed generic profiles that are kept; one has
	// four to six kilobytes.
	maxSignedProfiles = 512
)

// profileSigning signs profiles, and keeps signing from being the cheapest way to
// overload the server: a signature with an RSA key costs as much as eighty
// other answers. Generic profiles are signed once and kept; of personal ones, which are
// all different, only so many are signed at the same time. Both kinds have a bound
// of their own, so that a flood of personal profiles leaves the generic ones alone.
type profileSigning struct {
	signer            Signer
	kept              *signedProfiles
	personal, generic slots
	trouble           *trouble
}

func newProfileSigning(options Options) *profileSigning {
	n := runtime.GOMAXPROCS(0)
	return &profileSigning{
		signer:   options.Signer,
		kept:     newSignedProfiles(maxSignedProfiles),
		personal: make(slots, n),
		generic:  make(slots, n),
		trouble:  &trouble{log: options.Log, now: options.Now},
	}
}

// sign returns the document signed. Without a valid certificate, or if signing
// fails, it is returned as it was: a profile that says "Not Signed" can be
// installed, a broken one cannot. The only error is errBusy.
func (s *profileSigning) sign(doc Document) (Document, error) {
	if s.signer == nil {
		return doc, nil
	}
	revision := s.signer.Revision()
	if revision == "" {
		return doc, nil
	}
	var signed []byte
	var err error
	if doc.Cache == CachePublic {
		key := sha256.Sum256(append([]byte(revision+"\x00"), doc.Body...))
		signed, err = s.kept.get(key, func() ([]byte, error) { return s.signature(s.generic, doc.Body) })
		doc.ETag = signedETag(key)
	} else {
		signed, err = s.signature(s.personal, doc.Body)
	}
	switch {
	case errors.Is(err, errBusy):
		return Document{}, errBusy
	case err != nil:
		s.trouble.report(err)
		doc.ETag = ""
		return doc, nil
	}
	doc.Body = signed
	return doc, nil
}

// signedETag is the validator of a signed generic profile. It is made from the
// unsigned bytes and the certificate, and weak (RFC 9110, section 8.8.1): the
// signature holds the time of signing, and that of an ECDSA key a random number, so
// that each replica, and each start, has other bytes that say the same. A weak
// validator is equal on all of them, and a phone or a cache that asks another
// replica still gets its 304. A strong one would need bytes that are equal:
// signatures by RFC 6979 without a signing time, which other tools always write,
// and nobody knows what devices make of its absence.
func signedETag(key [sha256.Size]byte) string {
	return fmt.Sprintf("W/%q", hex.EncodeToString(key[:12]))
}

// signature signs if there is a slot for it, else it is errBusy.
func (s *profileSigning) signature(slots slots, content []byte) ([]byte, error) {
	if !slots.take() {
		return nil, errBusy
	}
	defer slots.give()
	return s.signer.Sign(content)
}

// slots bound how many do something at the same time.
type slots chan struct{}

// take does not wait.
func (s slots) take() bool {
	select {
	case s <- struct{}{}:
		return true
	default:
		return false
	}
}

func (s slots) give() { <-s }

// trouble logs the errors of the signer, one a minute: what is wrong with one
// profile is wrong with all of them.
type trouble struct {
	log *slog.Logger
	now func() time.Time

	mu   sync.Mutex
	last time.Time
}

func (t *trouble) report(err error) {
	now := t.now()
	t.mu.Lock()
	due := t.last.IsZero() || now.Sub(t.last) >= signingErrorEvery
	if due {
		t.last = now
	}
	t.mu.Unlock()
	if due {
		t.log.Error("cannot sign profiles, they go out unsigned", "error", err)
	}
}

// failProfile is failText, and asks to come back soon where too many are being
// signed.
func failProfile(texts *templates.Catalog) func(Query, error) Document {
	fail := failText(texts)
	text := provider.Text{
		"en":      "Too many profiles are being made at this moment. Please try again in a second.",
		"zh-Hans": "当前生成描述文件的请求过多，请稍候一秒再试。",
		"zh-Hant": "目前產生描述檔的請求過多，請稍候一秒再試。",
	}
	return func(q Query, err error) Document {
		doc := fail(q, err)
		if errors.Is(err, errBusy) {
			doc.Status, doc.RetryAfter = http.StatusServiceUnavailable, busyRetry
			doc.Body = []byte(text.In(texts.Named(q.Lang).Tag) + "\n")
		}
		return doc
	}
}
