package autotls

import (
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// Files is a certificate of the admin's own in two files, and follows their changes.
// It is safe for concurrent use.
type Files struct {
	certFile, keyFile string
	log               *slog.Logger
	now               func() time.Time
	loaded            atomic.Pointer[tls.Certificate]
	refusals          *refusals

	reload sync.Mutex
	// seen and err are the files at the last reload, and what came of it.
	seen [sha256.Size]byte
	err  error
}

// OpenFiles reads the certificate, with its intermediates behind it, and its key,
// both in PEM; one file may hold everything. An expired certificate is used, and the
// log says so: http is served all the same. now is the clock by which validity is
// judged; nil is the system's. The error says why the pair cannot be used.
func OpenFiles(certFile, keyFile string, log *slog.Logger, now func() time.Time) (*Files, error) {
	if now == nil {
		now = time.Now
	}
	f := &Files{certFile: certFile, keyFile: keyFile, log: log, now: now, refusals: newRefusals(log, now)}
	if err := f.Reload(); err != nil {
		return nil, err
	}
	return f, nil
}

// Reload reads the files again if their content is another one than last time, so
// that it can be called as often as one likes. A pair that cannot be used leaves the
// old one in place, and so does one that is not valid while the old one is. The
// error has been logged, once for each change.
func (f *Files) Reload() error {
	f.reload.Lock()
	defer f.reload.Unlock()
	certPEM, certErr := os.ReadFile(f.certFile)
	keyPEM, keyErr := os.ReadFile(f.keyFile)
	seen := sha256.Sum256(fmt.Appendf(nil, "%x %v %x %v", sha256.Sum256(certPEM), certErr, sha256.Sum256(keyPEM), keyErr))
	if seen == f.seen {
		return f.err
	}
	f.seen = seen
	f.err = errors.Join(certErr, keyErr)
	if f.err == nil {
		f.err = f.use(certPEM, keyPEM)
	}
	if old := f.loaded.Load(); f.err != nil && old != nil {
		f.log.Error("the new certificate for TLS is not used, the old one stays", "error", f.err, "not_after", old.Leaf.NotAfter)
	}
	return f.err
}

// use puts a pair in place of the old one if it is good, or no worse.
func (f *Files) use(certPEM, keyPEM []byte) error {
	certificate, err := tls.X509KeyPair(certPEM, keyPEM)
	if err != nil {
		return fmt.Errorf("certificate %s with key %s: %w", f.certFile, f.keyFile, err)
	}
	invalid := validity(certificate.Leaf, f.now())
	if old := f.loaded.Load(); invalid != nil && old != nil && validity(old.Leaf, f.now()) == nil {
		return fmt.Errorf("certificate %s: %w", f.certFile, invalid)
	}
	f.loaded.Store(&certificate)
	f.log.Info("TLS with a certificate from a file", "names", certificate.Leaf.DNSNames, "not_after", certificate.Leaf.NotAfter, "intermediates", len(certificate.Certificate)-1)
	if invalid != nil {
		f.log.Error("clients will refuse the certificate", "error", invalid)
	}
	return nil
}

func validity(leaf *x509.Certificate, now time.Time) error {
	switch {
	case now.Before(leaf.NotBefore):
		return fmt.Errorf("it is not valid before %s", leaf.NotBefore.UTC().Format(time.RFC3339))
	case now.After(leaf.NotAfter):
		return fmt.Errorf("it expired at %s", leaf.NotAfter.UTC().Format(time.RFC3339))
	}
	return nil
}

// TLSConfig is for the https server: HTTP/2 and HTTP/1.1, TLS 1.2 and 1.3. A client
// that asks for a name which the certificate does not cover gets no handshake: behind
// a wrong certificate Outlook shows a warning, and behind a refusal it goes on to the
// next place. One that names nothing gets the certificate.
func (f *Files) TLSConfig() *tls.Config {
	return &tls.Config{MinVersion: tls.VersionTLS12, NextProtos: []string{"h2", "http/1.1"}, GetCertificate: f.certificate}
}

// certificate answers a ClientHello. No certificate and no error is how crypto/tls is
// made to send unrecognized_name.
func (f *Files) certificate(hello *tls.ClientHelloInfo) (*tls.Certificate, error) {
	if hello.ServerName != "" && !f.serves(strings.ToLower(hello.ServerName)) {
		f.refusals.add(UnknownName, "")
		return nil, nil
	}
	return f.loaded.Load(), nil
}

func (f *Files) serves(name string) bool { return f.loaded.Load().Leaf.VerifyHostname(name) == nil }

// Listener speaks TLS on the connections of another listener, as TLSConfig says. In
// addition it notices clients that crypto/tls refuses by itself; see TrailingDot.
func (f *Files) Listener(inner net.Listener) net.Listener {
	return listener(inner, f.TLSConfig(), f.refusals, f.serves)
}

// Expiries is the end of the certificate.
func (f *Files) Expiries() []time.Time { return []time.Time{f.loaded.Load().Leaf.NotAfter} }

// Missing is 0: there is a certificate.
func (*Files) Missing() int { return 0 }

// Refusals counts the TLS handshakes that were refused since the start, by reason.
func (f *Files) Refusals() map[Reason]uint64 { return f.refusals.counts() }
