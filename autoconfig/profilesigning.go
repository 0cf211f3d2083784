package autoconfig

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
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
	// maxSignedProfiles bounds the signed profiles of each kind that are kept; one
	// has four to six kilobytes.
	maxSignedProfiles = 512
	// personalLifetime is how long a personal profile is kept: long enough for a
	// phone that asks twice, and for a person who tries again.
	personalLifetime = 10 * time.Minute
)

// profileSigning signs profiles, and keeps signing from being the cheapest way to
// overload the server: a signature with an RSA key costs as much as eighty
// other answers. What was signed is kept for a while, only so many are signed at
// the same time, and only in a part of all time. Generic and personal profiles have
// bounds of their own, so that a flood of personal ones leaves the generic ones alone.
type profileSigning struct {
	signer            Signer
	generic, personal signingKind
	trouble           *trouble
}

// signingKind are the bounds of one kind of profiles.
type signingKind struct {
	kept  *signedProfiles
	turns *signingTurns
}

func newProfileSigning(options Options) *profileSigning {
	if options.Signer == nil {
		return nil
	}
	return &profileSigning{
		signer:   options.Signer,
		generic:  signingKind{newSignedProfiles(maxSignedProfiles, 0, options.Now), newSigningTurns()},
		personal: signingKind{newSignedProfiles(maxSignedProfiles, personalLifetime, options.Now), newSigningTurns()},
		trouble:  &trouble{log: options.Log, now: options.Now},
	}
}

// sign returns a document signed that was rendered for this request alone.
func (s *profileSigning) sign(doc Document) (Document, error) {
	sum := sha256.Sum256(doc.Body)
	return s.keep(signedKey{tag: string(sum[:])}, doc, func() Document { return doc })
}

// keep returns the signed document that is kept under a key, or signs what unsigned
// gives; head is all of it but the body and its validator. Without a valid
// certificate, or if signing fails, it goes out as it is: a profile that says "Not
// Signed" can be installed, a broken one cannot. The only error is errBusy.
func (s *profileSigning) keep(key signedKey, head Document, unsigned func() Document) (Document, error) {
	key.revision = s.signer.Revision()
	if key.revision == "" {
		return unsigned(), nil
	}
	kind := s.personal
	if head.Cache == CachePublic {
		kind = s.generic
	}
	signed, err := kind.kept.get(key, func() ([]byte, error) {
		return kind.turns.take(func() ([]byte, error) { return s.signer.Sign(unsigned().Body) })
	})
	switch {
	case errors.Is(err, errBusy):
		return Document{}, errBusy
	case err != nil:
		s.trouble.report(err)
		return unsigned(), nil
	case head.Cache == CachePublic:
		head.ETag = signedETag(key)
	}
	head.Body = signed
	return head, nil
}

// signedETag is the validator of a signed generic profile. It is made from the
// unsigned bytes and the certificate, and weak (RFC 9110, section 8.8.1): the
// signature holds the time of signing, and that of an ECDSA key a random number, so
// that each replica, and each start, has other bytes that say the same. A weak
// validator is equal on all of them, and a phone or a cache that asks another
// replica still gets its 304. A strong one would need bytes that are equal:
// signatures by RFC 6979 without a signing time, which other tools always write,
// and nobody knows what devices make of its absence.
func signedETag(key signedKey) string {
	sum := sha256.Sum256([]byte(key.revision + "\x00" + key.tag + "\x00" + key.domain))
	return fmt.Sprintf("W/%q", hex.EncodeToString(sum[:12]))
}

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
		{Lang: "en", Words: "Too many profiles are being made at this moment. Please try again in a second."},
		{Lang: "zh-Hans", Words: "当前生成描述文件的请求过多，请稍候一秒再试。"},
		{Lang: "zh-Hant", Words: "目前產生描述檔的請求過多，請稍候一秒再試。"},
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
