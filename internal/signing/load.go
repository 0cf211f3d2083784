package signing

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"os"
	"strings"
)

// minRSABits is what Apple demands of the RSA keys of servers and of those who issue
// their certificates (support.apple.com, HT210176).
const minRSABits = 2048

// Load reads the certificate, with its intermediates behind it in the order of
// the chain, and the key, both in PEM. One file may hold everything. Load checks
// that they belong together and that a signature made with them holds; it does
// not look at the clock. No error holds a part of the key.
func Load(certFile, keyFile string) (*Identity, error) {
	certPEM, err := os.ReadFile(certFile)
	if err != nil {
		return nil, fmt.Errorf("reading the certificate: %w", err)
	}
	keyPEM, err := os.ReadFile(keyFile)
	if err != nil {
		return nil, fmt.Errorf("reading the key: %w", err)
	}
	certificates, err := parseCertificates(certPEM)
	if err != nil {
		return nil, fmt.Errorf("certificate %s: %w", certFile, err)
	}
	key, err := parseKey(keyPEM)
	if err != nil {
		return nil, fmt.Errorf("key %s: %w", keyFile, err)
	}
	if err := checkKey(key, certificates); err != nil {
		return nil, fmt.Errorf("key %s: %w", keyFile, err)
	}
	if err := checkOrder(certificates); err != nil {
		return nil, fmt.Errorf("certificate %s: %w", certFile, err)
	}
	return newIdentity(withoutRoot(certificates), key, doubts(certificates))
}

// parseCertificates reads all certificates of a file, which may hold other blocks.
func parseCertificates(data []byte) ([]*x509.Certificate, error) {
	var certificates []*x509.Certificate
	for block, rest := pem.Decode(data); block != nil; block, rest = pem.Decode(rest) {
		if block.Type != "CERTIFICATE" {
			continue
		}
		certificate, err := x509.ParseCertificate(block.Bytes)
		if err != nil {
			return nil, fmt.Errorf("certificate %d of the file cannot be read: %w", len(certificates)+1, err)
		}
		certificates = append(certificates, certificate)
	}
	if len(certificates) == 0 {
		return nil, errors.New("no certificate in PEM form (-----BEGIN CERTIFICATE-----) in the file")
	}
	return certificates, nil
}

// parseKey reads the first private key of a file: PKCS #8 (RFC 5958), PKCS #1 for
// RSA, SEC 1 for ECDSA (RFC 5915). What the parsers say is kept back: a message
// about a key has no business in a log.
func parseKey(data []byte) (crypto.Signer, error) {
	for block, rest := pem.Decode(data); block != nil; block, rest = pem.Decode(rest) {
		if !strings.HasSuffix(block.Type, "PRIVATE KEY") {
			continue
		}
		if block.Type == "ENCRYPTED PRIVATE KEY" || block.Headers["DEK-Info"] != "" {
			return nil, errors.New("the key is encrypted; a key without a passphrase is needed")
		}
		return parseKeyBlock(block)
	}
	return nil, errors.New("no private key in PEM form (-----BEGIN PRIVATE KEY-----) in the file")
}

func parseKeyBlock(block *pem.Block) (crypto.Signer, error) {
	var key any
	var err error
	switch block.Type {
	case "PRIVATE KEY":
		key, err = x509.ParsePKCS8PrivateKey(block.Bytes)
	case "RSA PRIVATE KEY":
		key, err = x509.ParsePKCS1PrivateKey(block.Bytes)
	case "EC PRIVATE KEY":
		key, err = x509.ParseECPrivateKey(block.Bytes)
	}
	if err != nil {
		return nil, fmt.Errorf("what stands under %s is not a key of that form", block.Type)
	}
	switch key := key.(type) {
	case *rsa.PrivateKey:
		if bits := key.N.BitLen(); bits < minRSABits {
			return nil, fmt.Errorf("an RSA key of %d bits is too short; at least %d are needed", bits, minRSABits)
		}
		return key, nil
	case *ecdsa.PrivateKey:
		if key.Curve == elliptic.P224() {
			return nil, errors.New("an ECDSA key on P-224 is too short; P-256 or more is needed")
		}
		return key, nil
	}
	return nil, errors.New("only RSA and ECDSA keys can sign profiles")
}

// checkKey tells whether the key belongs to the first certificate.
func checkKey(key crypto.Signer, certificates []*x509.Certificate) error {
	for i, certificate := range certificates {
		if !samePublicKey(certificate.PublicKey, key.Public()) {
			continue
		}
		if i > 0 {
			return fmt.Errorf("it belongs to certificate %d of %d; the certificate of the key must be the first", i+1, len(certificates))
		}
		return nil
	}
	return fmt.Errorf("it does not belong to the certificate of %s", subject(certificates[0]))
}

func samePublicKey(a, b any) bool {
	key, ok := a.(interface{ Equal(crypto.PublicKey) bool })
	return ok && key.Equal(b)
}

// checkOrder demands what devices need to build a path: each certificate is
// issued by the next one.
func checkOrder(certificates []*x509.Certificate) error {
	for i, certificate := range certificates[:len(certificates)-1] {
		issuer := certificates[i+1]
		if !bytes.Equal(certificate.RawIssuer, issuer.RawSubject) || certificate.CheckSignatureFrom(issuer) != nil {
			return fmt.Errorf("certificate %d (%s) is not issued by certificate %d (%s); the order is the certificate of the key, "+
				"then the one that issued it, and so on", i+1, subject(certificate), i+2, subject(issuer))
		}
	}
	return nil
}

func withoutRoot(certificates []*x509.Certificate) []*x509.Certificate {
	last := len(certificates) - 1
	if last > 0 && selfSigned(certificates[last]) {
		return certificates[:last]
	}
	return certificates
}

// doubts are what devices may object to.
func doubts(certificates []*x509.Certificate) []string {
	if len(certificates) > 1 {
		return nil
	}
	if selfSigned(certificates[0]) {
		return []string{"the certificate is self-signed: devices that were not told to trust it show the profile as not verified"}
	}
	return []string{"there is no intermediate certificate in the file: devices show the profile as not verified " +
		"unless a root that they trust issued the certificate itself; append the chain"}
}

func selfSigned(c *x509.Certificate) bool {
	return bytes.Equal(c.RawIssuer, c.RawSubject) && c.CheckSignature(c.SignatureAlgorithm, c.RawTBSCertificate, c.Signature) == nil
}
