//go:build load

package main

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"time"
)

// signKey is a kind of key that signs.
type signKey string

const (
	rsa2048   signKey = "RSA-2048"
	ecdsaP256 signKey = "ECDSA P-256"
)

// pair is a certificate and its key, two files in PEM.
type pair struct{ cert, key string }

// certificates are one pair a kind of key. They sign profiles, and the one on P-256
// is for https too.
type certificates map[signKey]pair

// writeCertificates makes new ones, for one day.
func writeCertificates(dir string) (certificates, error) {
	made := certificates{}
	for kind, name := range map[signKey]string{rsa2048: "rsa", ecdsaP256: "ecdsa"} {
		p := pair{cert: filepath.Join(dir, name+".crt"), key: filepath.Join(dir, name+".key")}
		if err := p.write(kind); err != nil {
			return nil, fmt.Errorf("making a certificate, %s: %w", kind, err)
		}
		made[kind] = p
	}
	return made, nil
}

func (p pair) write(kind signKey) error {
	key, err := kind.generate()
	if err != nil {
		return err
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), DNSNames: []string{autoconfigHost},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(24 * time.Hour),
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign, IsCA: true, BasicConstraintsValid: true,
	}
	cert, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		return err
	}
	pkcs8, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return err
	}
	return errors.Join(
		os.WriteFile(p.cert, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: cert}), 0o600),
		os.WriteFile(p.key, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: pkcs8}), 0o600),
	)
}

func (k signKey) generate() (crypto.Signer, error) {
	if k == rsa2048 {
		return rsa.GenerateKey(rand.Reader, 2048)
	}
	return ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
}
