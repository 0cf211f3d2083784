package discovery

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"strings"
	"syscall"
)

// Fault is why a question got no answer, as a name that stays the same.
type Fault string

// The faults. The zero value is none.
const (
	NoFault Fault = ""
	// NoSuchName: the name does not exist or has nothing of what was asked for.
	NoSuchName   Fault = "no-such-name"
	DNSTimeout   Fault = "dns-timeout"
	DNSFailure   Fault = "dns-failure"
	Refused      Fault = "refused"
	Unreachable  Fault = "unreachable"
	Timeout      Fault = "timeout"
	Closed       Fault = "closed"
	TLSHandshake Fault = "tls-handshake"
	// What is wrong with a certificate.
	CertificateName       Fault = "certificate-name"
	CertificateExpired    Fault = "certificate-expired"
	CertificateSelfSigned Fault = "certificate-self-signed"
	CertificateUntrusted  Fault = "certificate-untrusted"
	// What is wrong with an answer.
	NotHTTP Fault = "not-http"
	// BadURL: the address or a redirect makes a URL that is none.
	BadURL          Fault = "bad-url"
	TooLarge        Fault = "too-large"
	RedirectLoop    Fault = "redirect-loop"
	RedirectRefused Fault = "redirect-refused"
	NoDigest        Fault = "no-digest"
	// Cut: the run ended before the question was asked.
	Cut Fault = "cut"
)

var faultSentences = [...]struct {
	fault    Fault
	sentence string
}{
	{NoSuchName, "does not exist in DNS"},
	{DNSTimeout, "DNS did not answer in time"},
	{DNSFailure, "DNS could not answer"},
	{Refused, "refused the connection"},
	{Unreachable, "cannot be reached"},
	{Timeout, "did not answer in time"},
	{Closed, "closed the connection"},
	{TLSHandshake, "the TLS handshake failed"},
	{CertificateName, "the certificate is for another name"},
	{CertificateExpired, "the certificate has expired or is not valid yet"},
	{CertificateSelfSigned, "the certificate is self-signed"},
	{CertificateUntrusted, "no known authority vouches for the certificate"},
	{NotHTTP, "does not speak HTTP"},
	{BadURL, "the URL is none"},
	{TooLarge, "the answer is too large"},
	{RedirectLoop, "redirects without end"},
	{RedirectRefused, "redirects where this client does not follow"},
	{NoDigest, "DNS does not have the digest of the document"},
	{Cut, "not asked: the run had ended"},
}

// Sentence says what the fault means, without a subject or a full stop.
func (f Fault) Sentence() string {
	for i := range faultSentences {
		if faultSentences[i].fault == f {
			return faultSentences[i].sentence
		}
	}
	return ""
}

// faultOf names the reason why a look-up or a request failed.
func faultOf(err error) (fault Fault, detail string) {
	var dns *net.DNSError
	var hostname x509.HostnameError
	var invalid x509.CertificateInvalidError
	var authority x509.UnknownAuthorityError
	var record tls.RecordHeaderError
	var network net.Error
	var op *net.OpError
	switch {
	case errors.As(err, &dns):
		return dnsFault(dns)
	case errors.As(err, &hostname):
		return CertificateName, "it is for " + strings.Join(hostname.Certificate.DNSNames, ", ")
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return CertificateExpired, "valid until " + invalid.Cert.NotAfter.UTC().Format("2006-01-02")
	case errors.As(err, &invalid):
		return CertificateUntrusted, err.Error()
	case errors.As(err, &authority):
		return authorityFault(authority)
	case errors.As(err, &record):
		return TLSHandshake, "the port does not speak TLS"
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled), errors.As(err, &network) && network.Timeout():
		return Timeout, ""
	case errors.Is(err, syscall.ECONNREFUSED):
		return Refused, ""
	case errors.As(err, &op) && (op.Op == "remote error" || op.Op == "local error"):
		return TLSHandshake, op.Err.Error()
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		return Closed, ""
	case errors.As(err, &op):
		return Unreachable, op.Err.Error()
	case strings.Contains(err.Error(), "malformed HTTP"):
		return NotHTTP, ""
	}
	return Unreachable, err.Error()
}

func dnsFault(err *net.DNSError) (Fault, string) {
	switch {
	case err.IsNotFound:
		return NoSuchName, err.Err
	case err.IsTimeout:
		return DNSTimeout, ""
	}
	return DNSFailure, err.Err
}

func authorityFault(err x509.UnknownAuthorityError) (Fault, string) {
	c := err.Cert
	if c != nil && c.Subject.String() == c.Issuer.String() && c.CheckSignature(c.SignatureAlgorithm, c.RawTBSCertificate, c.Signature) == nil {
		return CertificateSelfSigned, ""
	}
	if c != nil {
		return CertificateUntrusted, "issued by " + c.Issuer.String()
	}
	return CertificateUntrusted, ""
}
