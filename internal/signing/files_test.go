package signing_test

import (
	"bytes"
	"crypto/elliptic"
	"encoding/base64"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"signpost/internal/signing"
	"signpost/internal/signing/signingtest"
)

// desk is a pair of files, a clock and a log that tests change and read.
type desk struct {
	t                 *testing.T
	certFile, keyFile string
	now               time.Time
	log               bytes.Buffer
	files             *signing.Files
}

// newDesk opens the files of a chain, or none if it is zero.
func newDesk(t *testing.T, chain signingtest.Chain) *desk {
	t.Helper()
	dir := t.TempDir()
	d := &desk{t: t, certFile: filepath.Join(dir, "cert.pem"), keyFile: filepath.Join(dir, "key.pem"), now: time.Now()}
	if chain.Leaf != nil {
		chain.Write(t, dir)
	}
	handler := slog.NewTextHandler(&d.log, &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}})
	d.files = signing.Open(d.certFile, d.keyFile, slog.New(handler), func() time.Time { return d.now })
	return d
}

// said returns what the log has got since the last time; the names of the files
// become CERT and KEY.
func (d *desk) said() string {
	defer d.log.Reset()
	return strings.NewReplacer(d.certFile, "CERT", d.keyFile, "KEY").Replace(d.log.String())
}

func (d *desk) wantSaid(want string) {
	d.t.Helper()
	if got := d.said(); got != want {
		d.t.Errorf("the log says\n%s\nwant\n%s", got, want)
	}
}

// wantUsed checks which chain signs, or that none does.
func (d *desk) wantUsed(chain signingtest.Chain) {
	d.t.Helper()
	if chain.Leaf == nil {
		if _, err := d.files.Sign([]byte("content")); !errors.Is(err, signing.ErrNone) || d.files.Revision() != "" || !d.files.NotAfter().IsZero() || d.files.Current() != nil {
			d.t.Errorf("Sign: %v, revision %q, not after %s; want no identity", err, d.files.Revision(), d.files.NotAfter())
		}
		return
	}
	id := d.files.Current()
	if id == nil {
		d.t.Fatal("no identity")
	}
	wantSigned(d.t, id, chain)
	if d.files.Revision() != id.Revision() || !d.files.NotAfter().Equal(chain.Leaf.NotAfter) {
		d.t.Errorf("revision %q, not after %s", d.files.Revision(), d.files.NotAfter())
	}
}

func rfc3339(t time.Time) string { return t.UTC().Format(time.RFC3339) }

func newChain(t *testing.T, notBefore, notAfter time.Time) signingtest.Chain {
	t.Helper()
	return signingtest.New(t, signingtest.ECDSA(t, elliptic.P256()), notBefore, notAfter)
}

func TestOpenSaysWhatItSignsWith(t *testing.T) {
	chain := newChain(t, yesterday, tomorrow)
	d := newDesk(t, chain)
	d.wantSaid(`level=INFO msg="profiles are signed" certificate=autoconfig.example.com intermediates=1 not_after=` + rfc3339(tomorrow) + "\n")
	d.wantUsed(chain)
}

func TestOpenOfAPairThatCannotBeUsedLeavesProfilesUnsigned(t *testing.T) {
	expired, early := newChain(t, yesterday, yesterday.Add(time.Hour)), newChain(t, tomorrow, tomorrow.Add(time.Hour))
	mismatched := newChain(t, yesterday, tomorrow)
	mismatched.Key = signingtest.ECDSA(t, elliptic.P256())
	for _, c := range []struct {
		name  string
		chain signingtest.Chain
		want  string
	}{
		{"no files", signingtest.Chain{}, "reading the certificate: open CERT: no such file or directory"},
		{"an expired certificate", expired, "the certificate of autoconfig.example.com expired at " + rfc3339(yesterday.Add(time.Hour))},
		{"a certificate of tomorrow", early, "the certificate of autoconfig.example.com is not valid before " + rfc3339(tomorrow)},
		{"a key that does not belong to it", mismatched, "key KEY: it does not belong to the certificate of autoconfig.example.com"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t, c.chain)
			d.wantSaid(`level=ERROR msg="profiles go out unsigned" error="` + c.want + `"` + "\n")
			d.wantUsed(signingtest.Chain{})
			if err := d.files.Reload(); err == nil {
				t.Error("Reload of the same files returns no error")
			}
			d.wantSaid("")
		})
	}
}

func TestReloadTakesANewPair(t *testing.T) {
	d := newDesk(t, newChain(t, yesterday, tomorrow))
	d.said()
	if err := d.files.Reload(); err != nil {
		t.Fatal(err)
	}
	d.wantSaid("")
	renewed := newChain(t, yesterday, tomorrow.Add(time.Hour))
	renewed.Write(t, filepath.Dir(d.certFile))
	if err := d.files.Reload(); err != nil {
		t.Fatal(err)
	}
	d.wantSaid(`level=INFO msg="profiles are signed" certificate=autoconfig.example.com intermediates=1 not_after=` + rfc3339(renewed.Leaf.NotAfter) + "\n")
	d.wantUsed(renewed)
}

// Each change for the worse is one line in the log, and the old pair stays.
func TestReloadOfABadPairKeepsTheOldOne(t *testing.T) {
	old, renewed := newChain(t, yesterday, tomorrow), newChain(t, yesterday, tomorrow)
	for _, c := range []struct {
		name   string
		change func(t *testing.T, d *desk)
		want   string
	}{
		{"the certificate is there before its key", func(t *testing.T, d *desk) {
			write(t, d.certFile, signingtest.PEM(renewed.Leaf, renewed.Intermediate))
		}, "key KEY: it does not belong to the certificate of autoconfig.example.com"},
		{"an empty file", func(t *testing.T, d *desk) { write(t, d.keyFile, nil) }, "key KEY: no private key in PEM form (-----BEGIN PRIVATE KEY-----) in the file"},
		{"the file goes", func(t *testing.T, d *desk) {
			if err := os.Remove(d.certFile); err != nil {
				t.Fatal(err)
			}
		}, "reading the certificate: open CERT: no such file or directory"},
		{"an expired one", func(t *testing.T, d *desk) {
			newChain(t, yesterday, yesterday.Add(time.Hour)).Write(t, filepath.Dir(d.certFile))
		}, "the certificate of autoconfig.example.com expired at " + rfc3339(yesterday.Add(time.Hour))},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t, old)
			d.said()
			c.change(t, d)
			for range 2 {
				if err := d.files.Reload(); err == nil {
					t.Error("no error")
				}
			}
			d.wantSaid(`level=ERROR msg="the new certificate for profiles is not used, the old one stays" error="` + c.want + `" not_after=` + rfc3339(tomorrow) + "\n")
			d.wantUsed(old)
			d.now = tomorrow.Add(time.Minute)
			d.wantUsed(signingtest.Chain{})
		})
	}
}

func TestACertificateExpiresWhileTheServerRuns(t *testing.T) {
	chain := newChain(t, yesterday, tomorrow)
	d := newDesk(t, chain)
	d.said()
	d.now = chain.Leaf.NotAfter
	d.wantUsed(chain)
	d.wantSaid("")
	d.now = chain.Leaf.NotAfter.Add(time.Second)
	d.wantUsed(signingtest.Chain{})
	d.wantUsed(signingtest.Chain{})
	d.wantSaid(`level=ERROR msg="profiles go out unsigned" error="the certificate of autoconfig.example.com expired at ` + rfc3339(tomorrow) + `"` + "\n")
	renewed := newChain(t, yesterday, tomorrow.Add(time.Hour))
	renewed.Write(t, filepath.Dir(d.certFile))
	if err := d.files.Reload(); err != nil {
		t.Fatal(err)
	}
	d.said()
	d.wantUsed(renewed)
	d.now = renewed.Leaf.NotAfter.Add(time.Second)
	d.wantUsed(signingtest.Chain{})
	d.wantSaid(`level=ERROR msg="profiles go out unsigned" error="the certificate of autoconfig.example.com expired at ` + rfc3339(renewed.Leaf.NotAfter) + `"` + "\n")
}

// A renewed certificate of tomorrow waits for its time, and the old one signs until
// then: nobody has to reload.
func TestACertificateThatIsNotValidYetWaits(t *testing.T) {
	old, next := newChain(t, yesterday, tomorrow), newChain(t, tomorrow.Add(-time.Hour), tomorrow.Add(time.Hour))
	d := newDesk(t, old)
	next.Write(t, filepath.Dir(d.certFile))
	if err := d.files.Reload(); err == nil {
		t.Error("no error")
	}
	d.wantUsed(old)
	d.now = next.Leaf.NotBefore
	d.wantUsedAt(next)
	d.now = old.Leaf.NotAfter.Add(time.Minute)
	d.wantUsedAt(next)
}

// wantUsedAt is wantUsed for another time than now, at which no signature verifies.
func (d *desk) wantUsedAt(chain signingtest.Chain) {
	d.t.Helper()
	if id := d.files.Current(); id == nil || !id.NotAfter().Equal(chain.Leaf.NotAfter) {
		d.t.Errorf("identity %v, want the one that expires at %s", id, chain.Leaf.NotAfter)
	}
}

func TestTheLogHoldsNothingOfTheKey(t *testing.T) {
	chain := newChain(t, yesterday, tomorrow)
	key := signingtest.KeyPEM(t, chain.Key)
	d := newDesk(t, chain)
	for _, bad := range [][]byte{key[:len(key)/2], bytes.ReplaceAll(key, []byte("M"), []byte("N")), bytes.ToLower(key), append([]byte("\n"), key[30:]...)} {
		write(t, d.keyFile, bad)
		if err := d.files.Reload(); err == nil {
			t.Errorf("no error for %d bytes of a key", len(bad))
		}
	}
	log := d.said()
	if strings.Count(log, "level=ERROR") != 4 {
		t.Errorf("log %s", log)
	}
	body := strings.Split(string(key), "\n")[1]
	if decoded, err := base64.StdEncoding.DecodeString(body); err != nil || strings.Contains(log, body[:12]) || strings.Contains(log, strings.ToLower(body[:12])) || strings.Contains(log, string(decoded[:12])) {
		t.Errorf("the log holds a part of the key: %s", log)
	}
}

func TestFilesAreSafeForConcurrentUse(t *testing.T) {
	chains := []signingtest.Chain{newChain(t, yesterday, tomorrow), newChain(t, yesterday, tomorrow)}
	d := newDesk(t, chains[0])
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 20 {
				if _, err := d.files.Sign([]byte("content")); err != nil || d.files.Revision() == "" {
					t.Errorf("signing while the files change: %v", err)
					return
				}
			}
		})
	}
	for round := range 10 {
		chains[round%2].Write(t, filepath.Dir(d.certFile))
		if err := d.files.Reload(); err != nil {
			t.Error(err)
		}
	}
	group.Wait()
	d.wantUsed(chains[1])
}
