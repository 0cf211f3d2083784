package probe

import (
	"context"
	"crypto/tls"
	"net/netip"
	"slices"
)

// handshake protects the connection and looks at the certificate. Certificates are
// judged by hand, after the handshake: a bad one is what we came to see.
func (t *talk) handshake(ctx context.Context) error {
	t.step = AtHandshake
	t.wire.mark()
	conn := tls.Client(t.wire, t.config())
	if err := conn.HandshakeContext(ctx); err != nil {
		return err
	}
	state := conn.ConnectionState()
	t.Session = Session{
		Version: tls.VersionName(state.Version), Cipher: tls.CipherSuiteName(state.CipherSuite), Legacy: t.legacy,
	}
	certificate, problems := t.prober.judge(state.PeerCertificates, t.target.name())
	t.Session.Certificate = certificate
	t.Problems = append(t.Problems, problems...)
	protected := newText(conn)
	protected.tags = t.text.tags
	t.text = protected
	return nil
}

// config offers what Go offers, which is what modern clients offer, or else all
// that it can do. Where only finite-field Diffie-Hellman is left neither succeeds,
// since Go has none.
func (t *talk) config() *tls.Config {
	c := &tls.Config{
		InsecureSkipVerify: true, //nolint:gosec // judge verifies, and nothing secret is sent
		MinVersion:         tls.VersionTLS12,
		Time:               t.prober.now,
	}
	if _, err := netip.ParseAddr(t.target.Host); err != nil {
		c.ServerName = t.target.name()
	}
	if t.legacy {
		c.MinVersion = tls.VersionTLS10
		for _, suite := range slices.Concat(tls.CipherSuites(), tls.InsecureCipherSuites()) {
			c.CipherSuites = append(c.CipherSuites, suite.ID)
		}
	}
	return c
}
