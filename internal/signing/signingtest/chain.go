// Package signingtest makes certificate chains for tests, new ones at each run:
// there is no key in the tree.
package signingtest

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// Chain is a root, an intermediate that it issued, and a server's certificate of
// the kind that public authorities issue: for TLS, not for mail.
type Chain struct {
	Root, Intermediate, Leaf *x509.Certificate
	Key                      crypto.Signer
}

// RSA makes an RSA key.
func RSA(t testing.TB, bits int) crypto.Signer {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, bits)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// ECDSA makes an ECDSA key on a curve.
func ECDSA(t testing.TB, curve elliptic.Curve) crypto.Signer {
	t.Helper()
	key, err := ecdsa.GenerateKey(curve, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// New issues a certificate for autoconfig.example.com and a key, valid from
// notBefore to notAfter. The keys of the authorities are on P-256.
func New(t testing.TB, key crypto.Signer, notBefore, notAfter time.Time) Chain {
	t.Helper()
	c := Chain{Key: key}
	rootKey, intermediateKey := ECDSA(t, elliptic.P256()), ECDSA(t, elliptic.P256())
	c.Root = issue(t, authority("Test Root", notBefore, notAfter), nil, rootKey.Public(), rootKey)
	c.Intermediate = issue(t, authority("Test Intermediate", notBefore, notAfter), c.Root, intermediateKey.Public(), rootKey)
	c.Leaf = issue(t, &x509.Certificate{
		Subject:     pkix.Name{CommonName: "autoconfig.example.com"},
		DNSNames:    []string{"autoconfig.example.com"},
		NotBefore:   notBefore,
		NotAfter:    notAfter,
		KeyUsage:    x509.KeyUsageDigitalSignature,
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}, c.Intermediate, key.Public(), intermediateKey)
	return c
}

// SelfSigned issues a certificate that vouches for itself.
func SelfSigned(t testing.TB, key crypto.Signer, notBefore, notAfter time.Time) *x509.Certificate {
	t.Helper()
	return issue(t, authority("self-signed.example", notBefore, notAfter), nil, key.Public(), key)
}

// authority is for a certificate that issues others. It lives longer than those
// that it issues.
func authority(name string, notBefore, notAfter time.Time) *x509.Certificate {
	return &x509.Certificate{
		Subject:               pkix.Name{CommonName: name},
		NotBefore:             notBefore.Add(-time.Hour),
		NotAfter:              notAfter.Add(time.Hour),
		IsCA:                  true,
		BasicConstraintsValid: true,
		KeyUsage:              x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature,
	}
}

// issue signs a template; without a parent it signs itself.
func issue(t testing.TB, template, parent *x509.Certificate, public crypto.PublicKey, signer crypto.Signer) *x509.Certificate {
	t.Helper()
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 120))
	if err != nil {
		t.Fatal(err)
	}
	template.SerialNumber = serial
	if parent == nil {
		parent = template
	}
	der, err := x509.CreateCertificate(rand.Reader, template, parent, public, signer)
	if err != nil {
		t.Fatal(err)
	}
	certificate, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return certificate
}

// PEM encodes certificates in their order.
func PEM(certificates ...*x509.Certificate) []byte {
	var out []byte
	for _, c := range certificates {
		out = append(out, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: c.Raw})...)
	}
	return out
}

// KeyPEM encodes a key as PKCS #8.
func KeyPEM(t testing.TB, key crypto.Signer) []byte {
	t.Helper()
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})
}

// Write puts the certificate with its intermediate, and the key, into two files of
// a directory.
func (c Chain) Write(t testing.TB, dir string) (certFile, keyFile string) {
	t.Helper()
	certFile, keyFile = filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	for name, data := range map[string][]byte{certFile: PEM(c.Leaf, c.Intermediate), keyFile: KeyPEM(t, c.Key)} {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return certFile, keyFile
}
