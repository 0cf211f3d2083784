package autoconfig_test

import (
	"bytes"
	"crypto"
	"crypto/elliptic"
	"crypto/x509"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/smallstep/pkcs7"

	"signpost/autoconfig"
	"signpost/internal/signing"
	"signpost/internal/signing/signingtest"
)

// export is for test/openssl/verify.sh, which has OpenSSL read what is signed here.
var export = flag.String("export", "", "write signed profiles, their roots and what was signed into this directory")

const (
	personalProfile = "/email.mobileconfig?email=user@example.com"
	genericProfile  = "/email.mobileconfig?domain=example.com"
)

func profileOf(t testing.TB, h http.Handler, target string) reply {
	t.Helper()
	return ask{host: "localhost", target: target}.of(t, h)
}

// A signed profile is the unsigned one in an envelope that a device which trusts
// the root alone can check, whichever replica made it.
func TestSignedProfiles(t *testing.T) {
	plain := newHandler(t)
	for name, key := range map[string]crypto.Signer{"rsa-2048": signingtest.RSA(t, 2048), "ecdsa-p256": signingtest.ECDSA(t, elliptic.P256())} {
		chain := signingtest.New(t, key, time.Now().Add(-time.Hour), time.Now().Add(time.Hour))
		certFile, keyFile := chain.Write(t, t.TempDir())
		replica := func() *autoconfig.Handler {
			return signedHandler(t, signing.Open(certFile, keyFile, slog.New(slog.DiscardHandler), nil))
		}
		first, second := replica(), replica()
		for kind, target := range map[string]string{"personal": personalProfile, "generic": genericProfile} {
			t.Run(name+", "+kind, func(t *testing.T) {
				want := profileOf(t, plain, target)
				one := profileOf(t, first, target)
				if got := wantSignedBy(t, one, chain); got != want.body {
					t.Errorf("signed is\n%s\nwant\n%s", got, want.body)
				}
				if got := wantSignedBy(t, profileOf(t, second, target), chain); got != want.body {
					t.Errorf("another replica has signed\n%s", got)
				}
				for _, header := range []string{"Content-Type", "Content-Disposition", "Cache-Control", "X-Content-Type-Options"} {
					if got := one.Header.Get(header); got != want.Header.Get(header) {
						t.Errorf("%s %q, want %q", header, got, want.Header.Get(header))
					}
				}
				exportSigned(t, name+"-"+kind, one, want, chain)
			})
		}
	}
}

// wantSignedBy reads a signed profile as a device does and returns what is inside.
func wantSignedBy(t *testing.T, r reply, chain signingtest.Chain) string {
	t.Helper()
	if r.StatusCode != http.StatusOK {
		t.Fatalf("status %d, body %s", r.StatusCode, r.body)
	}
	message, err := pkcs7.Parse([]byte(r.body))
	if err != nil {
		t.Fatalf("%v in %q", err, r.body)
	}
	roots := x509.NewCertPool()
	roots.AddCert(chain.Root)
	if err := message.VerifyWithChain(roots); err != nil {
		t.Errorf("verifying: %v", err)
	}
	if got := message.Certificates; len(got) != 2 || !got[0].Equal(chain.Leaf) || !got[1].Equal(chain.Intermediate) {
		t.Errorf("%d certificates inside, want the leaf and the intermediate", len(got))
	}
	if len(message.Signers) != 1 || !message.Signers[0].DigestAlgorithm.Algorithm.Equal(pkcs7.OIDDigestAlgorithmSHA256) {
		t.Errorf("signers %v, want one with SHA-256", message.Signers)
	}
	inside := r
	inside.body = string(message.Content)
	wantProfile(t, inside)
	return inside.body
}

func exportSigned(t *testing.T, name string, signed, plain reply, chain signingtest.Chain) {
	t.Helper()
	if *export == "" {
		return
	}
	for ending, data := range map[string][]byte{
		".mobileconfig": []byte(signed.body), ".plain": []byte(plain.body), ".root.pem": signingtest.PEM(chain.Root),
	} {
		if err := os.WriteFile(filepath.Join(*export, name+ending), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// fakeSigner puts a mark before what it signs.
type fakeSigner struct {
	revision atomic.Value
	count    atomic.Int64
	// before is called before each signature; its error is that of Sign.
	before func(content []byte) error
}

func newFakeSigner(before func([]byte) error) *fakeSigner {
	s := &fakeSigner{before: before}
	s.revision.Store("one")
	return s
}

func (s *fakeSigner) Revision() string {
	revision, ok := s.revision.Load().(string)
	if !ok {
		return ""
	}
	return revision
}

func (s *fakeSigner) Sign(content []byte) ([]byte, error) {
	n := s.count.Add(1)
	if s.before != nil {
		if err := s.before(content); err != nil {
			return nil, err
		}
	}
	return fmt.Appendf(nil, "signature %d\n%s", n, content), nil
}

func signedHandler(t testing.TB, signer autoconfig.Signer) *autoconfig.Handler {
	t.Helper()
	return handlerWith(t, autoconfig.Options{TLS: true, Signer: signer})
}

// Of all who ask for the same generic profile at the same time, one waits for the
// signer, and all get the same bytes.
func TestGenericProfileIsSignedOnce(t *testing.T) {
	const people = 50
	arrived := make(chan struct{}, people)
	signer := newFakeSigner(func([]byte) error {
		for range people {
			<-arrived
		}
		return nil
	})
	h := signedHandler(t, signer)
	replies := make(chan reply, people)
	request := ask{host: "localhost", target: genericProfile}.request(t)
	for range people {
		go func() {
			arrived <- struct{}{}
			replies <- newRecorder(h, request.Clone(t.Context()))
		}()
	}
	first := <-replies
	if first.StatusCode != http.StatusOK || !strings.HasPrefix(first.body, "signature 1\n") {
		t.Fatalf("status %d, body %.40q", first.StatusCode, first.body)
	}
	for range people - 1 {
		wantSame(t, <-replies, first)
	}
	if got := signer.count.Load(); got != 1 {
		t.Errorf("%d signatures, want 1", got)
	}
}

// The validator is equal on replicas whose bytes differ, and another one for
// another certificate.
func TestGenericProfileIsCacheable(t *testing.T) {
	signer := newFakeSigner(nil)
	h := signedHandler(t, signer)
	first := profileOf(t, h, genericProfile)
	tag := first.Header.Get("ETag")
	if !strings.HasPrefix(tag, `W/"`) || first.Header.Get("Cache-Control") != "public, max-age=300" {
		t.Errorf("ETag %q, Cache-Control %q", tag, first.Header.Get("Cache-Control"))
	}
	other := newFakeSigner(nil)
	other.count.Store(7)
	replica := signedHandler(t, other)
	if second := profileOf(t, replica, genericProfile); second.body == first.body || second.Header.Get("ETag") != tag {
		t.Errorf("ETag %q of a replica with other bytes, want %q", second.Header.Get("ETag"), tag)
	}
	conditional := ask{host: "localhost", target: genericProfile, header: http.Header{"If-None-Match": {tag}}}
	for name, h := range map[string]*autoconfig.Handler{"the same": h, "another": replica} {
		if r := conditional.of(t, h); r.StatusCode != http.StatusNotModified || r.body != "" || r.Header.Get("ETag") != tag {
			t.Errorf("If-None-Match at %s replica: status %d, ETag %q", name, r.StatusCode, r.Header.Get("ETag"))
		}
	}
	if head := (ask{method: http.MethodHead, host: "localhost", target: genericProfile}).of(t, h); head.body != "" || head.Header.Get("Content-Length") != strconv.Itoa(len(first.body)) {
		t.Errorf("HEAD: %d bytes, Content-Length %s, want %d", len(head.body), head.Header.Get("Content-Length"), len(first.body))
	}
	if got := signer.count.Load(); got != 1 {
		t.Errorf("%d signatures, want 1", got)
	}
	signer.revision.Store("two")
	if r := conditional.of(t, h); r.StatusCode != http.StatusOK || !strings.HasPrefix(r.body, "signature 2\n") || r.Header.Get("ETag") == tag {
		t.Errorf("after a renewal: status %d, ETag %q, body %.20q", r.StatusCode, r.Header.Get("ETag"), r.body)
	}
}

// As many generic profiles are kept as are asked for in practice, and no more:
// those that nobody asks for make room.
func TestKeptGenericProfilesAreBounded(t *testing.T) {
	signer := newFakeSigner(nil)
	h := signedHandler(t, signer)
	plain := newHandler(t)
	var domains []string
	for _, p := range fullTable(t).Providers() {
		for _, domain := range p.Domains {
			if !strings.Contains(domain, "*") && profileOf(t, plain, "/email.mobileconfig?domain="+domain).StatusCode == http.StatusOK {
				domains = append(domains, domain)
			}
		}
	}
	const kept = 512
	if len(domains) <= kept {
		t.Fatalf("%d domains are not enough", len(domains))
	}
	get := func(domain string) int64 {
		before := signer.count.Load()
		profileOf(t, h, "/email.mobileconfig?domain="+domain)
		return signer.count.Load() - before
	}
	for _, domain := range domains[:kept] {
		get(domain)
	}
	if n := get(domains[0]); n != 0 {
		t.Errorf("%d signatures for the first of %d, want it kept", n, kept)
	}
	if n := get(domains[kept]); n != 1 {
		t.Errorf("%d signatures for a new one, want 1", n)
	}
	if n := get(domains[0]); n != 0 {
		t.Errorf("%d signatures for one that was asked for just now, want it kept", n)
	}
	if n := get(domains[1]); n != 1 {
		t.Errorf("%d signatures for the one that was not asked for the longest, want 1", n)
	}
}

// A person who asks twice gets the same bytes, and what is kept of people is
// forgotten soon. No cache on the way keeps anything.
func TestPersonalProfileIsKeptForAWhile(t *testing.T) {
	signer, now := newFakeSigner(nil), clock()
	h := handlerWith(t, autoconfig.Options{TLS: true, Signer: signer, Now: func() time.Time { return now }})
	for _, c := range []struct {
		name, target string
		later        time.Duration
		want         int
	}{
		{"the first", personalProfile, 0, 1},
		{"the same again", personalProfile, 9 * time.Minute, 1},
		{"another person", "/email.mobileconfig?email=other@example.com", 0, 2},
		{"the same in other letters is another mailbox", "/email.mobileconfig?email=User@example.com", 0, 3},
		{"much later", personalProfile, time.Minute, 4},
	} {
		now = now.Add(c.later)
		r := profileOf(t, h, c.target)
		if !strings.HasPrefix(r.body, fmt.Sprintf("signature %d\n", c.want)) || r.Header.Get("Cache-Control") != "no-store" || r.Header.Get("ETag") != "" {
			t.Errorf("%s: Cache-Control %q, ETag %q, body %.20q, want signature %d", c.name, r.Header.Get("Cache-Control"), r.Header.Get("ETag"), r.body, c.want)
		}
	}
	signer.revision.Store("two")
	if r := profileOf(t, h, personalProfile); !strings.HasPrefix(r.body, "signature 5\n") {
		t.Errorf("after a renewal: body %.20q", r.body)
	}
}

// An unsigned profile can be installed, a broken one cannot: without a valid
// certificate, or with a signer that fails, it goes out as it would without one.
func TestProfilesGoOutUnsigned(t *testing.T) {
	plain := newHandler(t)
	none := newFakeSigner(nil)
	none.revision.Store("")
	for name, signer := range map[string]*fakeSigner{
		"no valid certificate": none, "a signer that fails": newFakeSigner(func([]byte) error { return errors.New("the token was pulled out") }),
	} {
		h := signedHandler(t, signer)
		for _, target := range []string{personalProfile, genericProfile} {
			t.Run(name+", "+target, func(t *testing.T) {
				wantSame(t, profileOf(t, h, target), profileOf(t, plain, target))
			})
		}
	}
	if none.count.Load() != 0 {
		t.Error("something was signed without a valid certificate")
	}
}

func TestASignerThatFailsIsLoggedOnceAMinute(t *testing.T) {
	var log bytes.Buffer
	now := clock()
	broken := true
	signer := newFakeSigner(func([]byte) error {
		if broken {
			return errors.New("the token was pulled out")
		}
		return nil
	})
	h := handlerWith(t, autoconfig.Options{Signer: signer, Log: newLog(&log), Now: func() time.Time { return now }})
	lines := func() int {
		defer log.Reset()
		return strings.Count(log.String(), `"msg":"cannot sign profiles, they go out unsigned","error":"the token was pulled out"`)
	}
	for i, want := range []int{1, 0, 1} {
		for _, target := range []string{personalProfile, genericProfile, personalProfile} {
			profileOf(t, h, target)
		}
		if got := lines(); got != want {
			t.Errorf("%d lines in round %d, want %d", got, i, want)
		}
		now = now.Add(31 * time.Second)
	}
	broken = false
	if r := profileOf(t, h, genericProfile); !strings.HasPrefix(r.body, "signature ") {
		t.Errorf("the error was kept: %.40q", r.body)
	}
}
