// Package signing signs Apple configuration profiles with a certificate and key
// of the admin's, so that a device says "Verified" where it would say "Not
// Signed". Any certificate that devices trust will do, that of a web server
// included.
//
// A certificate that cannot be used is never a reason to answer nothing, or
// something broken: profiles then go out unsigned, and the log says why.
package signing

import (
	"crypto"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"fmt"
	"time"

	"github.com/smallstep/pkcs7"
)

// Identity is a certificate with its chain and its key. It is immutable and safe
// for concurrent use.
type Identity struct {
	leaf *x509.Certificate
	// intermediates lead from the leaf towards the root, which is left out:
	// devices have it, or they do not trust it.
	intermediates []*x509.Certificate
	key           crypto.Signer
	revision      string
	warnings      []string
}

// newIdentity puts checked parts together. It fails if what the identity signs
// does not hold before our own eyes.
func newIdentity(chain []*x509.Certificate, key crypto.Signer, warnings []string) (*Identity, error) {
	sum := sha256.New()
	for _, certificate := range chain {
		sum.Write(certificate.Raw)
	}
	id := &Identity{
		leaf: chain[0], intermediates: chain[1:], key: key,
		revision: hex.EncodeToString(sum.Sum(nil)[:12]), warnings: warnings,
	}
	probe := []byte("signpost")
	signed, err := id.Sign(probe)
	if err != nil {
		return nil, fmt.Errorf("signing a probe: %w", err)
	}
	if err := id.verify(signed, probe); err != nil {
		return nil, fmt.Errorf("verifying the signature of a probe: %w", err)
	}
	return id, nil
}

// Sign wraps content into a CMS SignedData (RFC 5652) in DER: the content is
// inside, with the certificate and its intermediates, and the digest is SHA-256.
// Two signatures of the same content differ by their signing time.
//
// The chain was checked when it was loaded. It is added certificate by
// certificate, because AddSignerChain would verify every link again each time.
func (id *Identity) Sign(content []byte) ([]byte, error) {
	data, err := pkcs7.NewSignedData(content)
	if err != nil {
		return nil, fmt.Errorf("wrapping the content: %w", err)
	}
	// The library's default is SHA-1.
	data.SetDigestAlgorithm(pkcs7.OIDDigestAlgorithmSHA256)
	if err := data.AddSigner(id.leaf, id.key, pkcs7.SignerInfoConfig{}); err != nil {
		return nil, fmt.Errorf("signing as %s: %w", subject(id.leaf), err)
	}
	for _, certificate := range id.intermediates {
		data.AddCertificate(certificate)
	}
	signed, err := data.Finish()
	if err != nil {
		return nil, fmt.Errorf("encoding the signature: %w", err)
	}
	return signed, nil
}

// Revision names the certificate and its chain: equal on every replica that has
// the same ones.
func (id *Identity) Revision() string { return id.revision }

// NotAfter is when the certificate expires.
func (id *Identity) NotAfter() time.Time { return id.leaf.NotAfter }

// Warnings say what devices may object to in a certificate that can be used.
func (id *Identity) Warnings() []string { return id.warnings }

// validity is nil if the certificate is valid at a time.
func (id *Identity) validity(now time.Time) error {
	switch {
	case now.Before(id.leaf.NotBefore):
		return fmt.Errorf("the certificate of %s is not valid before %s", subject(id.leaf), day(id.leaf.NotBefore))
	case now.After(id.leaf.NotAfter):
		return fmt.Errorf("the certificate of %s expired at %s", subject(id.leaf), day(id.leaf.NotAfter))
	}
	return nil
}

// subject names a certificate for people: by its first DNS name, else by what its
// subject says.
func subject(c *x509.Certificate) string {
	if len(c.DNSNames) > 0 {
		return c.DNSNames[0]
	}
	return fmt.Sprintf("%q", c.Subject.String())
}

func day(t time.Time) string { return t.UTC().Format(time.RFC3339) }
