package autotls

import (
	"context"
	"crypto/tls"
	"errors"
	"slices"
	"strings"
	"time"
)

// alpnChallenge is the protocol of TLS-ALPN-01 (RFC 8737).
const alpnChallenge = "acme-tls/1"

// handshakeWait is how long a client may wait for a certificate that is being
// ordered. Mail clients give up after five seconds; the certificate is there when
// they come again.
const handshakeWait = 10 * time.Second

// errNoCertificate ends a handshake with the alert internal_error: the name is right,
// and another time there may be a certificate.
var errNoCertificate = errors.New("no certificate for this name yet")

// TLSConfig is for the https server: HTTP/2 and HTTP/1.1, challenges by TLS-ALPN-01,
// TLS 1.2 and 1.3. Session tickets are crypto/tls's own, with keys that change daily
// and are those of this process.
//
// A name that is not served ends the handshake with the alert unrecognized_name
// (RFC 6066, section 3) and costs no look into the storage.
func (m *Manager) TLSConfig() *tls.Config {
	return &tls.Config{
		MinVersion:     tls.VersionTLS12,
		NextProtos:     []string{"h2", "http/1.1", alpnChallenge},
		GetCertificate: m.certificate,
	}
}

// certificate answers a ClientHello. No certificate and no error is how crypto/tls is
// made to send unrecognized_name.
func (m *Manager) certificate(hello *tls.ClientHelloInfo) (*tls.Certificate, error) {
	name := strings.ToLower(hello.ServerName)
	switch {
	case name == "":
		m.refusals.add(NoName, "")
		return nil, nil
	case !m.serves(name):
		m.refusals.add(UnknownName, "")
		return nil, nil
	}
	certificate, err := m.authority.config.GetCertificate(hello)
	if err == nil {
		return certificate, nil
	}
	if !slices.Equal(hello.SupportedProtos, []string{alpnChallenge}) && m.await(hello.Context(), name) {
		if certificate, err = m.authority.config.GetCertificate(hello); err == nil {
			return certificate, nil
		}
	}
	m.refusals.add(NoCertificate, name)
	return nil, errNoCertificate
}

// await waits for the try to get the certificate of a name. It is false at once if
// none is to be expected soon.
func (m *Manager) await(ctx context.Context, name string) bool {
	done := m.keeper.queue.want(name)
	if done == nil {
		return false
	}
	timer := time.NewTimer(handshakeWait)
	defer timer.Stop()
	select {
	case <-done:
		return true
	case <-timer.C:
	case <-ctx.Done():
	}
	return false
}
