package signing_test

import (
	"bytes"
	"crypto/elliptic"
	"crypto/x509"
	"encoding/asn1"
	"sync"
	"testing"

	"github.com/smallstep/pkcs7"

	"signpost/internal/signing"
	"signpost/internal/signing/signingtest"
)

// wantSigned lets the identity sign and reads the message as a device does: the
// root alone is trusted, everything else comes with the message.
func wantSigned(t *testing.T, id *signing.Identity, chain signingtest.Chain) {
	t.Helper()
	content := []byte("<plist/>\n")
	signed, err := id.Sign(content)
	if err != nil {
		t.Fatal(err)
	}
	message, err := pkcs7.Parse(signed)
	if err != nil {
		t.Fatal(err)
	}
	roots := x509.NewCertPool()
	roots.AddCert(chain.Root)
	if err := message.VerifyWithChain(roots); err != nil {
		t.Errorf("verifying: %v", err)
	}
	if !bytes.Equal(message.Content, content) {
		t.Errorf("content %q, want %q", message.Content, content)
	}
	if got := message.Certificates; len(got) != 2 || !got[0].Equal(chain.Leaf) || !got[1].Equal(chain.Intermediate) {
		t.Errorf("%d certificates, want the leaf and the intermediate", len(got))
	}
	for _, signer := range message.Signers {
		if got := signer.DigestAlgorithm.Algorithm; !got.Equal(pkcs7.OIDDigestAlgorithmSHA256) {
			t.Errorf("digest %v, want SHA-256", got)
		}
	}
	// DER, from the first byte to the last: what encoding/asn1 reads as a whole.
	var outer asn1.RawValue
	if rest, err := asn1.Unmarshal(signed, &outer); err != nil || len(rest) > 0 {
		t.Errorf("%d bytes behind the message, %v", len(rest), err)
	}
}

func TestARevisionIsTheSameForTheSameCertificates(t *testing.T) {
	key := signingtest.ECDSA(t, elliptic.P256())
	chain, renewed := signingtest.New(t, key, yesterday, tomorrow), signingtest.New(t, key, yesterday, tomorrow)
	revision := func(certificates ...*x509.Certificate) string {
		id, message := load(t, signingtest.PEM(certificates...), signingtest.KeyPEM(t, key))
		if message != "" {
			t.Fatal(message)
		}
		return id.Revision()
	}
	first := revision(chain.Leaf, chain.Intermediate)
	if again := revision(chain.Leaf, chain.Intermediate, chain.Root); again != first {
		t.Errorf("%s on a second replica, which has the root too, want %s", again, first)
	}
	for name, other := range map[string]string{
		"a renewed certificate": revision(renewed.Leaf, renewed.Intermediate), "a missing intermediate": revision(chain.Leaf),
	} {
		if other == first {
			t.Errorf("%s has the same revision", name)
		}
	}
}

func TestSignIsSafeForConcurrentUse(t *testing.T) {
	chain := signingtest.New(t, signingtest.ECDSA(t, elliptic.P256()), yesterday, tomorrow)
	id, message := load(t, signingtest.PEM(chain.Leaf, chain.Intermediate), signingtest.KeyPEM(t, chain.Key))
	if message != "" {
		t.Fatal(message)
	}
	var group sync.WaitGroup
	for range 16 {
		group.Go(func() { wantSigned(t, id, chain) })
	}
	group.Wait()
}
