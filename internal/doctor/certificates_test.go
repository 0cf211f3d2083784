package doctor_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"math/big"
	"testing"
	"time"
)

// today is when certificates are judged.
var today = time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)

func clock() time.Time { return today }

// authority issues certificates.
type authority struct {
	certificate *x509.Certificate
	key         *ecdsa.PrivateKey
}

func newAuthority(t testing.TB) authority {
	t.Helper()
	a := authority{key: newKey(t)}
	template := &x509.Certificate{
		Subject: pkix.Name{CommonName: "Test Authority"}, NotBefore: today.AddDate(-1, 0, 0), NotAfter: today.AddDate(1, 0, 0),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}
	a.certificate = sign(t, template, template, a.key, a.key)
	return a
}

func (a authority) roots() *x509.CertPool {
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

// A leaf says how a certificate differs from a good one: for the name, until the
// end of the summer.
type leaf struct {
	name       string
	ends       time.Time
	selfSigned bool
}

func (a authority) issue(t testing.TB, l leaf) *tls.Certificate {
	t.Helper()
	if l.ends.IsZero() {
		l.ends = today.AddDate(0, 3, 0)
	}
	key := newKey(t)
	template := &x509.Certificate{
		Subject: pkix.Name{CommonName: l.name}, DNSNames: []string{l.name}, NotBefore: today.AddDate(0, -6, 0), NotAfter: l.ends,
		KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	parent, by := a.certificate, a.key
	if l.selfSigned {
		parent, by = template, key
	}
	return &tls.Certificate{Certificate: [][]byte{sign(t, template, parent, key, by).Raw}, PrivateKey: key}
}
