package signing

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"fmt"
	"slices"

	"github.com/smallstep/pkcs7"
)

// verify reads a signature as a device does (RFC 5652, section 5.6) and checks
// what it relies on: the content, the digest, the certificates, the signature
// over the signed attributes. Validity is judged elsewhere, by the clock: a
// certificate may be loaded before its time.
func (id *Identity) verify(signed, content []byte) error {
	message, err := pkcs7.Parse(signed)
	if err != nil {
		return fmt.Errorf("reading it: %w", err)
	}
	if !bytes.Equal(message.Content, content) {
		return errors.New("it holds another content")
	}
	if len(message.Signers) != 1 {
		return fmt.Errorf("it has %d signers", len(message.Signers))
	}
	chain := slices.Concat([]*x509.Certificate{id.leaf}, id.intermediates)
	if !slices.EqualFunc(message.Certificates, chain, (*x509.Certificate).Equal) {
		return errors.New("it holds other certificates")
	}
	signer := message.Signers[0]
	if !signer.DigestAlgorithm.Algorithm.Equal(pkcs7.OIDDigestAlgorithmSHA256) {
		return fmt.Errorf("its digest is %v, not SHA-256", signer.DigestAlgorithm.Algorithm)
	}
	var digest []byte
	if err := message.UnmarshalSignedAttribute(pkcs7.OIDAttributeMessageDigest, &digest); err != nil {
		return fmt.Errorf("reading its digest: %w", err)
	}
	if want := sha256.Sum256(content); !bytes.Equal(digest, want[:]) {
		return errors.New("its digest is that of another content")
	}
	// What is signed is the attributes as a SET OF, whatever their tag in the message.
	attributes, err := asn1.MarshalWithParams(signer.AuthenticatedAttributes, "set")
	if err != nil {
		return fmt.Errorf("encoding its attributes: %w", err)
	}
	algorithm := x509.SHA256WithRSA
	if _, ok := id.leaf.PublicKey.(*ecdsa.PublicKey); ok {
		algorithm = x509.ECDSAWithSHA256
	}
	return id.leaf.CheckSignature(algorithm, attributes, signer.EncryptedDigest)
}
