package probe_test

import (
	"cmp"
	"context"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"math/big"
	"net"
	"net/netip"
	"testing"
	"time"

	"signpost/internal/probe"
	"signpost/provider"
)

// host is the name of every server here.
const host = "mail.example.com"

// today is when certificates are judged.
var today = time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)

func clock() time.Time { return today }

// An authority issues certificates.
type authority struct {
	certificate *x509.Certificate
	key         crypto.Signer
	issuer      *authority
}

func newKey(t testing.TB) crypto.Signer {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func newRSAKey(t testing.TB) crypto.Signer {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// newAuthority makes one that vouches for itself if issuer is nil.
func newAuthority(t testing.TB, name string, issuer *authority) *authority {
	t.Helper()
	a := &authority{key: newKey(t), issuer: issuer}
	template := &x509.Certificate{
		Subject: pkix.Name{CommonName: name}, NotBefore: today.AddDate(-5, 0, 0), NotAfter: today.AddDate(5, 0, 0),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
	}
	a.certificate = sign(t, template, a.key.Public(), cmp.Or(issuer, a), template)
	return a
}

// sign makes a certificate. The parent's own template stands for an authority that
// is only now being made.
func sign(t testing.TB, template *x509.Certificate, key crypto.PublicKey, by *authority, own *x509.Certificate) *x509.Certificate {
	t.Helper()
	serial, err := rand.Int(rand.Reader, big.NewInt(1<<62))
	if err != nil {
		t.Fatal(err)
	}
	template.SerialNumber = serial
	parent := by.certificate
	if parent == nil {
		parent = own
	}
	der, err := x509.CreateCertificate(rand.Reader, template, parent, key, by.key)
	if err != nil {
		t.Fatal(err)
	}
	certificate, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return certificate
}

// A leaf says how a server's certificate differs from a good one: for host, issued
// last month, valid for three months.
type leaf struct {
	names               []string
	ips                 []net.IP
	subject             string
	notBefore, notAfter time.Time
	key                 crypto.Signer
	// usage is what the certificate is for; 0 is for servers.
	usage x509.ExtKeyUsage
	// bare leaves the intermediates out.
	bare bool
}

// issue makes a certificate as a server has it, with its chain up to the root.
func (a *authority) issue(t testing.TB, l leaf) tls.Certificate {
	t.Helper()
	if l.names == nil && l.ips == nil && l.subject == "" {
		l.names = []string{host}
	}
	if l.notBefore.IsZero() {
		l.notBefore = today.AddDate(0, -1, 0)
	}
	if l.notAfter.IsZero() {
		l.notAfter = today.AddDate(0, 2, 0)
	}
	if l.key == nil {
		l.key = newKey(t)
	}
	template := &x509.Certificate{
		Subject: pkix.Name{CommonName: l.subject}, DNSNames: l.names, IPAddresses: l.ips,
		NotBefore: l.notBefore, NotAfter: l.notAfter,
		KeyUsage:    x509.KeyUsageDigitalSignature | x509.KeyUsageKeyEncipherment,
		ExtKeyUsage: []x509.ExtKeyUsage{cmp.Or(l.usage, x509.ExtKeyUsageServerAuth)},
	}
	made := tls.Certificate{PrivateKey: l.key}
	made.Certificate = [][]byte{sign(t, template, l.key.Public(), a, nil).Raw}
	for up := a; up.issuer != nil && !l.bare; up = up.issuer {
		made.Certificate = append(made.Certificate, up.certificate.Raw)
	}
	return made
}

// roots is a pool of this authority alone.
func (a *authority) roots() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AddCert(a.certificate)
	return pool
}

func serverConfig(certificate tls.Certificate) *tls.Config {
	return &tls.Config{Certificates: []tls.Certificate{certificate}, Time: clock}
}

// names is a resolver that knows the addresses of some hosts; no others exist.
type names map[string][]string

func (n names) LookupNetIP(_ context.Context, _, host string) ([]netip.Addr, error) {
	texts, ok := n[host]
	if !ok {
		return nil, &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}
	}
	var found []netip.Addr
	for _, text := range texts {
		found = append(found, netip.MustParseAddr(text))
	}
	return found, nil
}

// resolverFunc is a resolver that does what it likes.
type resolverFunc func(ctx context.Context) ([]netip.Addr, error)

func (f resolverFunc) LookupNetIP(ctx context.Context, _, _ string) ([]netip.Addr, error) {
	return f(ctx)
}

// dialerFunc is a dialer that does what it likes.
type dialerFunc func(ctx context.Context, address string) (net.Conn, error)

func (f dialerFunc) DialContext(ctx context.Context, _, address string) (net.Conn, error) {
	return f(ctx, address)
}

var loopback = names{host: {"127.0.0.1"}}

var errNoRoute = errors.New("no route to host")

// minute is a limit for servers that answer, on a machine with other things to do.
const minute = time.Minute

// target is a server on loopback under its name.
func target(protocol provider.Protocol, at netip.AddrPort, security provider.Security) probe.Target {
	return probe.Target{Protocol: protocol, Host: host, Port: int(at.Port()), Security: security}
}

// kinds are what problems there are.
func kinds(problems []probe.Problem) []probe.Kind {
	var found []probe.Kind
	for _, p := range problems {
		found = append(found, p.Kind)
	}
	return found
}
