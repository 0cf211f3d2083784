package doctortest

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"os"
	"testing"
	"time"
)

// Authority issues certificates that are judged at a time.
type Authority struct {
	now         time.Time
	certificate *x509.Certificate
	key         *ecdsa.PrivateKey
}

// NewAuthority makes an authority of its own, valid for a year.
func NewAuthority(t testing.TB, now time.Time) Authority {
	t.Helper()
	a := Authority{now: now, key: newKey(t)}
	template := &x509.Certificate{
		Subject: pkix.Name{CommonName: "Test Authority"}, NotBefore: now.AddDate(-1, 0, 0), NotAfter: now.AddDate(1, 0, 0),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}
	a.certificate = sign(t, template, template, a.key, a.key)
	return a
}

// Roots trust the authority alone.
func (a Authority) Roots() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AddCert(a.certificate)
	return pool
}

func newKey(t testing.TB) *ecdsa.PrivateKey {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func sign(t testing.TB, template, parent *x509.Certificate, key, by *ecdsa.PrivateKey) *x509.Certificate {
	t.Helper()
	template.SerialNumber = big.NewInt(time.Now().UnixNano())
	der, err := x509.CreateCertificate(rand.Reader, template, parent, key.Public(), by)
	if err != nil {
		t.Fatal(err)
	}
	certificate, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return certificate
}

// Leaf says how a certificate differs from a good one, which is for the names that
// are asked for, began half a year ago and ends in three months.
type Leaf struct {
	// Name is another name than that which is asked for.
	Name string
	// Begins and Ends are days from now.
	Begins, Ends int
	SelfSigned   bool
	// Stranger: another authority has issued it, which nobody trusts.
	Stranger bool
}

// Issue issues a certificate for names, and its key.
func (a Authority) Issue(t testing.TB, l Leaf, names ...string) *tls.Certificate {
	t.Helper()
	if l.Name != "" {
		names = []string{l.Name}
	}
	begins, ends := a.now.AddDate(0, -6, 0), a.now.AddDate(0, 3, 0)
	if l.Begins != 0 {
		begins = a.now.AddDate(0, 0, l.Begins)
	}
	if l.Ends != 0 {
		ends = a.now.AddDate(0, 0, l.Ends)
	}
	if l.Stranger {
		a = NewAuthority(t, a.now)
	}
	key := newKey(t)
	template := &x509.Certificate{
		Subject: pkix.Name{CommonName: names[0]}, DNSNames: names, NotBefore: begins, NotAfter: ends,
		KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	parent, by := a.certificate, a.key
	if l.SelfSigned {
		parent, by = template, key
	}
	return &tls.Certificate{Certificate: [][]byte{sign(t, template, parent, key, by).Raw}, PrivateKey: key}
}

// WritePEM writes a certificate, and its key behind it, into a file.
func WritePEM(t testing.TB, file string, c *tls.Certificate) {
	t.Helper()
	key, err := x509.MarshalPKCS8PrivateKey(c.PrivateKey)
	if err != nil {
		t.Fatal(err)
	}
	text := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: c.Certificate[0]})
	text = append(text, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: key})...)
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
}

// WriteRoot writes the authority's own certificate into a file.
func (a Authority) WriteRoot(t testing.TB, file string) {
	t.Helper()
	text := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: a.certificate.Raw})
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
}
