package client

import "bytes"

// The identifier octets of X.690 that a signed profile is made of: the tag, and
// whether an element has others inside.
const (
	berInteger     = 0x02
	berOctets      = 0x04
	berOctetsParts = 0x24 // the octets come in pieces
	berIdentifier  = 0x06
	berSequence    = 0x30
	berSet         = 0x31
	berFirst       = 0xa0 // [0]
	berSecond      = 0xa1 // [1]
	// berConstructed is the bit of elements with others inside.
	berConstructed = 0x20
)

// The object identifiers id-signedData and id-data (RFC 5652, sections 5.1 and 4).
var (
	signedDataType = []byte("\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02")
	dataType       = []byte("\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01")
)

// isSigned tells whether a profile begins as a signed one. A property list in XML
// cannot begin with this byte, a zero.
func isSigned(body []byte) bool { return len(body) > 0 && body[0] == berSequence }

// signedContent takes the property list out of a signed profile: a CMS SignedData
// (RFC 5652, section 5) with the content inside. DER is read, and BER with lengths
// that are not said beforehand, which tools write that do not know them yet.
//
// The signature is not verified. A device does that before it says "Verified", and
// installs the profile all the same if it cannot; what it would set up is in the
// content either way.
func signedContent(body []byte) ([]byte, error) {
	r := berReader{}
	message := r.take(&body, berSequence, "message")
	r.identifier(&message, signedDataType, "signed data")
	outer := r.take(&message, berFirst, "signed data")
	signed := r.take(&outer, berSequence, "signed data")
	r.take(&signed, berInteger, "version")
	r.take(&signed, berSet, "digest")
	encapsulated := r.take(&signed, berSequence, "content")
	r.identifier(&encapsulated, dataType, "plain data")
	inner := r.take(&encapsulated, berFirst, "content")
	content := r.octets(&inner)
	for _, tag := range []byte{berFirst, berSecond} { // certificates, revocations
		if bytes.HasPrefix(signed, []byte{tag}) {
			r.take(&signed, tag, "certificate")
		}
	}
	signers := r.take(&signed, berSet, "signer")
	switch {
	case r.err != nil:
		return nil, r.err
	case len(signers) == 0:
		return nil, refuse("the signed profile has no signer")
	case len(body)+len(message)+len(outer)+len(signed)+len(encapsulated)+len(inner) > 0:
		return nil, refuse("the signed profile has more in it than it should")
	}
	return content, nil
}

// maxNesting is how deep elements are looked into. There are ten levels in a
// certificate with all its extensions.
const maxNesting = 32

// berReader takes elements of BER apart. The first fault is kept in err, and all
// that is read behind it is empty.
type berReader struct{ err error }

// take takes the first element, which must have a tag, and returns its content.
func (r *berReader) take(from *[]byte, tag byte, what string) []byte {
	if r.err != nil {
		return nil
	}
	if !bytes.HasPrefix(*from, []byte{tag}) {
		r.err = refuse("the signed profile has no %s where one is due", what)
		return nil
	}
	content, rest, ok := berElement(*from, 0)
	if !ok {
		r.err = refuse("the signed profile is cut off or not well-formed")
		return nil
	}
	*from = rest
	return content
}

// identifier takes an object identifier, which must be one.
func (r *berReader) identifier(from *[]byte, want []byte, what string) {
	if got := r.take(from, berIdentifier, "type"); r.err == nil && !bytes.Equal(got, want) {
		r.err = refuse("the profile is a CMS message, but not of %s", what)
	}
}

// octets takes an octet string, whole or in pieces.
func (r *berReader) octets(from *[]byte) []byte {
	if !bytes.HasPrefix(*from, []byte{berOctetsParts}) {
		return r.take(from, berOctets, "content")
	}
	var whole []byte
	for parts := r.take(from, berOctetsParts, "content"); r.err == nil && len(parts) > 0; {
		whole = append(whole, r.take(&parts, berOctets, "content")...)
	}
	return whole
}

// berElement is the content of the first element, and what stands behind it. A
// length of three bytes is more than any reply has.
func berElement(in []byte, depth int) (content, rest []byte, ok bool) {
	const longTag, indefinite, maxBytes = 0x1f, 0x80, 3
	if len(in) < 2 || in[0]&longTag == longTag || depth > maxNesting {
		return nil, nil, false
	}
	tag, length, in := in[0], int(in[1]), in[2:]
	if length == indefinite {
		return berUntilEnd(tag, in, depth)
	}
	if length > indefinite {
		size := length - indefinite
		if size > min(maxBytes, len(in)) {
			return nil, nil, false
		}
		length = 0
		for _, b := range in[:size] {
			length = length<<8 | int(b)
		}
		in = in[size:]
	}
	if length > len(in) {
		return nil, nil, false
	}
	return in[:length], in[length:], true
}

// berUntilEnd is the content up to the end-of-contents octets (X.690, section
// 8.1.5) of an element whose length is not said.
func berUntilEnd(tag byte, in []byte, depth int) (content, rest []byte, ok bool) {
	if tag&berConstructed == 0 {
		return nil, nil, false
	}
	for rest = in; !bytes.HasPrefix(rest, []byte{0, 0}); {
		if _, rest, ok = berElement(rest, depth+1); !ok {
			return nil, nil, false
		}
	}
	return in[:len(in)-len(rest)], rest[2:], true
}
