package signing_test

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"signpost/internal/signing"
	"signpost/internal/signing/signingtest"
)

var (
	yesterday = time.Now().Add(-24 * time.Hour)
	tomorrow  = time.Now().Add(24 * time.Hour)
)

// load writes two files and loads them; the names of the files in a message
// become CERT and KEY.
func load(t *testing.T, certPEM, keyPEM []byte) (id *signing.Identity, message string) {
	t.Helper()
	dir := t.TempDir()
	certFile, keyFile := filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	write(t, certFile, certPEM)
	write(t, keyFile, keyPEM)
	id, err := signing.Load(certFile, keyFile)
	if err == nil {
		return id, ""
	}
	return id, strings.NewReplacer(certFile, "CERT", keyFile, "KEY").Replace(err.Error())
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func block(kind string, der []byte) []byte {
	return pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der})
}

// bytesOf returns what an encoder returned, which cannot fail for keys made here.
func bytesOf(t *testing.T, der []byte, err error) []byte {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return der
}

func TestLoadTakesEveryUsualForm(t *testing.T) {
	rsaChain := signingtest.New(t, signingtest.RSA(t, 2048), yesterday, tomorrow)
	p256 := signingtest.New(t, signingtest.ECDSA(t, elliptic.P256()), yesterday, tomorrow)
	p384 := signingtest.New(t, signingtest.ECDSA(t, elliptic.P384()), yesterday, tomorrow)
	rsaKey, ok := rsaChain.Key.(*rsa.PrivateKey)
	ecKey, ok2 := p256.Key.(*ecdsa.PrivateKey)
	if !ok || !ok2 {
		t.Fatal("the keys are of other types")
	}
	pkcs1 := block("RSA PRIVATE KEY", x509.MarshalPKCS1PrivateKey(rsaKey))
	ecDER, err := x509.MarshalECPrivateKey(ecKey)
	sec1 := block("EC PRIVATE KEY", bytesOf(t, ecDER, err))
	parameters := block("EC PARAMETERS", []byte{0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07})
	for _, c := range []struct {
		name  string
		chain signingtest.Chain
		cert  []byte
		key   []byte
	}{
		{"RSA in PKCS #8", rsaChain, nil, signingtest.KeyPEM(t, rsaChain.Key)},
		{"RSA in PKCS #1", rsaChain, nil, pkcs1},
		{"ECDSA in PKCS #8", p256, nil, signingtest.KeyPEM(t, p256.Key)},
		{"ECDSA in SEC 1", p256, nil, sec1},
		{"ECDSA in SEC 1 behind its parameters", p256, nil, slices.Concat(parameters, sec1)},
		{"ECDSA on P-384", p384, nil, signingtest.KeyPEM(t, p384.Key)},
		{"the root is in the file", p256, signingtest.PEM(p256.Leaf, p256.Intermediate, p256.Root), sec1},
		{"all in one file", p256, slices.Concat(sec1, signingtest.PEM(p256.Leaf, p256.Intermediate)), slices.Concat(sec1, signingtest.PEM(p256.Leaf, p256.Intermediate))},
		{"text between the blocks", p256, slices.Concat([]byte("subject=example\n"), signingtest.PEM(p256.Leaf), []byte("\n# issuer\n"), signingtest.PEM(p256.Intermediate)), sec1},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.cert == nil {
				c.cert = signingtest.PEM(c.chain.Leaf, c.chain.Intermediate)
			}
			id, message := load(t, c.cert, c.key)
			if message != "" {
				t.Fatal(message)
			}
			if len(id.Warnings()) > 0 || !id.NotAfter().Equal(c.chain.Leaf.NotAfter) || id.Revision() == "" {
				t.Errorf("warnings %q, not after %s, revision %q", id.Warnings(), id.NotAfter(), id.Revision())
			}
			wantSigned(t, id, c.chain)
		})
	}
}

func TestLoadSaysWhatIsWrong(t *testing.T) {
	good := signingtest.New(t, signingtest.ECDSA(t, elliptic.P256()), yesterday, tomorrow)
	other := signingtest.New(t, signingtest.ECDSA(t, elliptic.P256()), yesterday, tomorrow)
	short := signingtest.New(t, signingtest.RSA(t, 1024), yesterday, tomorrow)
	p224 := signingtest.New(t, signingtest.ECDSA(t, elliptic.P224()), yesterday, tomorrow)
	_, edwards, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	cert, key := signingtest.PEM(good.Leaf, good.Intermediate), signingtest.KeyPEM(t, good.Key)
	legacy := pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Headers: map[string]string{"Proc-Type": "4,ENCRYPTED", "DEK-Info": "AES-256-CBC,00"}, Bytes: []byte{1}})
	for _, c := range []struct {
		name      string
		cert, key []byte
		want      string
	}{
		{"an empty certificate file", nil, key, "certificate CERT: no certificate in PEM form (-----BEGIN CERTIFICATE-----) in the file"},
		{"a certificate in DER", good.Leaf.Raw, key, "certificate CERT: no certificate in PEM form (-----BEGIN CERTIFICATE-----) in the file"},
		{"garbage for a certificate", block("CERTIFICATE", []byte("garbage")), key, "certificate CERT: certificate 1 of the file cannot be read: x509: malformed certificate"},
		{"garbage for an intermediate", slices.Concat(signingtest.PEM(good.Leaf), block("CERTIFICATE", []byte("garbage"))), key, "certificate CERT: certificate 2 of the file cannot be read: x509: malformed certificate"},
		{"an empty key file", cert, nil, "key KEY: no private key in PEM form (-----BEGIN PRIVATE KEY-----) in the file"},
		{"a certificate in place of the key", cert, cert, "key KEY: no private key in PEM form (-----BEGIN PRIVATE KEY-----) in the file"},
		{"garbage for a key", cert, block("PRIVATE KEY", []byte("garbage")), "key KEY: what stands under PRIVATE KEY is not a key of that form"},
		{"an encrypted key", cert, block("ENCRYPTED PRIVATE KEY", []byte{1}), "key KEY: the key is encrypted; a key without a passphrase is needed"},
		{"an encrypted key of the old form", cert, legacy, "key KEY: the key is encrypted; a key without a passphrase is needed"},
		{"an Ed25519 key", cert, signingtest.KeyPEM(t, edwards), "key KEY: only RSA and ECDSA keys can sign profiles"},
		{"a key of OpenSSH", cert, block("OPENSSH PRIVATE KEY", []byte("openssh-key-v1")), "key KEY: only RSA and ECDSA keys can sign profiles"},
		{"a short RSA key", signingtest.PEM(short.Leaf, short.Intermediate), signingtest.KeyPEM(t, short.Key), "key KEY: an RSA key of 1024 bits is too short; at least 2048 are needed"},
		{"a short ECDSA key", signingtest.PEM(p224.Leaf, p224.Intermediate), signingtest.KeyPEM(t, p224.Key), "key KEY: an ECDSA key on P-224 is too short; P-256 or more is needed"},
		{"the key of another certificate", cert, signingtest.KeyPEM(t, other.Key), "key KEY: it does not belong to the certificate of autoconfig.example.com"},
		{"the intermediate stands first", signingtest.PEM(good.Intermediate, good.Leaf), key, "key KEY: it belongs to certificate 2 of 2; the certificate of the key must be the first"},
		{
			"the root stands before the intermediate", signingtest.PEM(good.Leaf, good.Root, good.Intermediate), key,
			`certificate CERT: certificate 1 (autoconfig.example.com) is not issued by certificate 2 ("CN=Test Root"); ` +
				"the order is the certificate of the key, then the one that issued it, and so on",
		},
		{
			"an intermediate of the same name and another key", signingtest.PEM(good.Leaf, other.Intermediate), key,
			`certificate CERT: certificate 1 (autoconfig.example.com) is not issued by certificate 2 ("CN=Test Intermediate"); ` +
				"the order is the certificate of the key, then the one that issued it, and so on",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, got := load(t, c.cert, c.key); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestLoadNamesAFileThatIsNotThere(t *testing.T) {
	dir := t.TempDir()
	certFile, keyFile := signingtest.New(t, signingtest.ECDSA(t, elliptic.P256()), yesterday, tomorrow).Write(t, dir)
	none := filepath.Join(dir, "none.pem")
	if _, err := signing.Load(none, keyFile); err == nil || err.Error() != "reading the certificate: open "+none+": no such file or directory" {
		t.Errorf("certificate: %v", err)
	}
	if _, err := signing.Load(certFile, none); err == nil || err.Error() != "reading the key: open "+none+": no such file or directory" {
		t.Errorf("key: %v", err)
	}
}

// What can be used and may not please devices is said, and used.
func TestLoadWarns(t *testing.T) {
	chain := signingtest.New(t, signingtest.ECDSA(t, elliptic.P256()), yesterday, tomorrow)
	alone := signingtest.SelfSigned(t, chain.Key, yesterday, tomorrow)
	for _, c := range []struct {
		name string
		cert *x509.Certificate
		want string
	}{
		{"no intermediate", chain.Leaf, "there is no intermediate certificate in the file: devices show the profile as not verified unless a root that they trust issued the certificate itself; append the chain"},
		{"self-signed", alone, "the certificate is self-signed: devices that were not told to trust it show the profile as not verified"},
	} {
		t.Run(c.name, func(t *testing.T) {
			id, message := load(t, signingtest.PEM(c.cert), signingtest.KeyPEM(t, chain.Key))
			if message != "" {
				t.Fatal(message)
			}
			if got := id.Warnings(); len(got) != 1 || got[0] != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
			if _, err := id.Sign([]byte("content")); err != nil {
				t.Error(err)
			}
		})
	}
}
