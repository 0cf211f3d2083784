package probe

import (
	"bytes"
	"crypto/x509"
	"errors"
	"fmt"
	"strings"
	"time"
)

// maxChain is how many certificates of a chain are looked at. Five are many.
const maxChain = 10

// judge looks at the certificates that a server sent, its own one first: name,
// dates, trust, each for itself, so that all mistakes show at once.
func (p *Prober) judge(chain []*x509.Certificate, host string) (Certificate, []Problem) {
	if len(chain) == 0 {
		return Certificate{}, []Problem{problem(CertificateUntrusted, "the server sent none").at(AtCertificate)}
	}
	chain = chain[:min(len(chain), maxChain)]
	leaf, now := chain[0], p.now()
	c := Certificate{
		Subject: cleaned(leaf.Subject.String()), Issuer: cleaned(leaf.Issuer.String()),
		NotBefore: leaf.NotBefore, NotAfter: leaf.NotAfter, SelfSigned: selfSigned(leaf),
	}
	for _, certificate := range chain {
		c.Chain = add(c.Chain, certificate.Subject.String())
	}
	for _, name := range leaf.DNSNames {
		c.Names = add(c.Names, name)
	}
	for _, ip := range leaf.IPAddresses {
		c.Names = add(c.Names, ip.String())
	}
	var problems []Problem
	report := func(kind Kind, detail string) {
		problems = append(problems, problem(kind, detail).at(AtCertificate))
	}
	if err := leaf.VerifyHostname(host); err == nil {
		c.CoversHost = true
	} else {
		report(CertificateName, nameMistake(err))
	}
	switch {
	case now.After(leaf.NotAfter):
		report(CertificateExpired, "at "+instant(leaf.NotAfter))
	case now.Before(leaf.NotBefore):
		report(CertificateNotYetValid, "before "+instant(leaf.NotBefore))
	}
	if err := p.verify(chain); err == nil {
		c.Trusted = true
	} else {
		report(CertificateUntrusted, trustMistake(err, chain))
	}
	return c, problems
}

// verify looks for a chain to a known authority at a time when the certificate is
// valid: today, if it is.
func (p *Prober) verify(chain []*x509.Certificate) error {
	leaf, at := chain[0], p.now()
	if at.After(leaf.NotAfter) {
		at = leaf.NotAfter
	}
	if at.Before(leaf.NotBefore) {
		at = leaf.NotBefore
	}
	intermediates := x509.NewCertPool()
	for _, certificate := range chain[1:] {
		intermediates.AddCert(certificate)
	}
	_, err := leaf.Verify(x509.VerifyOptions{Roots: p.roots, Intermediates: intermediates, CurrentTime: at})
	return err
}

// nameMistake says for which names a certificate is. The host is left out: who
// asked knows it.
func nameMistake(err error) string {
	var wrong x509.HostnameError
	if !errors.As(err, &wrong) {
		return err.Error()
	}
	leaf := wrong.Certificate
	switch {
	case len(leaf.DNSNames) > 3:
		return fmt.Sprintf("it is for %s, %s, %s and %d more", leaf.DNSNames[0], leaf.DNSNames[1], leaf.DNSNames[2], len(leaf.DNSNames)-3)
	case len(leaf.DNSNames) > 0:
		return "it is for " + strings.Join(leaf.DNSNames, ", ")
	case len(leaf.IPAddresses) > 0:
		return fmt.Sprintf("it is for %s", leaf.IPAddresses)
	}
	return fmt.Sprintf("it has no DNS name, only the subject %q", leaf.Subject.String())
}

// trustMistake says why no authority vouches for a certificate, as far as the chain
// shows it.
func trustMistake(err error, chain []*x509.Certificate) string {
	last := chain[len(chain)-1]
	var authority x509.UnknownAuthorityError
	switch {
	case selfSigned(chain[0]):
		return "it is self-signed"
	case !errors.As(err, &authority):
		return err.Error()
	case selfSigned(last):
		return fmt.Sprintf("the authority %q is not a known one", last.Subject.String())
	}
	return fmt.Sprintf("the chain ends after %d with the issuer %q: an intermediate certificate is missing, or the authority is not a known one", len(chain), last.Issuer.String())
}

// selfSigned tells whether a certificate names and signs itself. An authority of
// version 1 or without the right to sign counts as well.
func selfSigned(c *x509.Certificate) bool {
	return bytes.Equal(c.RawSubject, c.RawIssuer) && c.CheckSignature(c.SignatureAlgorithm, c.RawTBSCertificate, c.Signature) == nil
}

func instant(t time.Time) string { return t.UTC().Format(time.RFC3339) }
