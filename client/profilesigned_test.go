package client_test

import (
	"bytes"
	"crypto/elliptic"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/client"
	"signpost/internal/signing"
	"signpost/internal/signing/signingtest"
)

// realSigned is a profile that was signed as signpost signs.
func realSigned(t testing.TB, content string) string {
	t.Helper()
	key := signingtest.ECDSA(t, elliptic.P256())
	chain := signingtest.New(t, key, time.Now().Add(-time.Hour), time.Now().Add(time.Hour))
	id, err := signing.Load(chain.Write(t, t.TempDir()))
	if err != nil {
		t.Fatal(err)
	}
	signed, err := id.Sign([]byte(content))
	if err != nil {
		t.Fatal(err)
	}
	return string(signed)
}

// element is an element of BER with a length of three bytes, or with one that is not
// said.
func element(isOpen bool, tag byte, parts ...string) string {
	content := strings.Join(parts, "")
	if isOpen {
		return string([]byte{tag, 0x80}) + content + "\x00\x00"
	}
	n := len(content)
	return string([]byte{tag, 0x83, byte(n >> 16), byte(n >> 8), byte(n)}) + content
}

const (
	signedDataType = "\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"
	dataType       = "\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01"
	version        = "\x02\x01\x01"
	digests        = "\x31\x00"
	signers        = "\x31\x02\x05\x00"
)

// envelope puts octets into a SignedData whose signature is nonsense: nobody
// verifies it.
func envelope(isOpen bool, octets string) string {
	inner := element(isOpen, 0x30, dataType, element(isOpen, 0xa0, octets))
	return element(isOpen, 0x30, signedDataType, element(isOpen, 0xa0, element(isOpen, 0x30, version, digests, inner, element(isOpen, 0xa0), signers)))
}

func TestAppleReadsSignedProfiles(t *testing.T) {
	apple := readerOf(t, "apple", "profile")
	want, err := apple.Read(profileReply(), address)
	if err != nil {
		t.Fatal(err)
	}
	whole := element(false, 0x04, soundProfile)
	pieces := element(true, 0x24, element(false, 0x04, soundProfile[:1000]), element(false, 0x04, soundProfile[1000:]))
	for name, body := range map[string]string{
		"as signpost signs":                        realSigned(t, soundProfile),
		"with lengths":                             envelope(false, whole),
		"without lengths":                          envelope(true, whole),
		"in pieces, without lengths":               envelope(true, pieces),
		"with certificates and revocation lists":   strings.Replace(envelope(true, whole), "\xa0\x80\x00\x00", "\xa0\x80\x30\x00\x00\x00\xa1\x00", 1),
		"with a byte that the signature is not of": strings.Replace(envelope(false, whole), signers, "\x31\x02\x05\x01", 1),
	} {
		t.Run(name, func(t *testing.T) {
			reply := profileReply()
			reply.Body = []byte(body)
			got, err := apple.Read(reply, address)
			if err != nil {
				t.Fatalf("%q: %v", body, err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%q: (-unsigned +signed)\n%s", body, diff)
			}
		})
	}
}

func TestAppleRefusesSignedProfilesThatAreNone(t *testing.T) {
	good := envelope(false, element(false, 0x04, soundProfile))
	endless := envelope(true, element(false, 0x04, soundProfile))
	readTable(t, readerOf(t, "apple", "profile"), client.Reply{Status: 200, Type: "application/x-apple-aspen-config", Body: []byte(good)}, []readCase{
		{name: "one byte", edits: []string{good, "0"}, refused: "cut off"},
		{name: "cut in the middle", edits: []string{good, good[:len(good)/2]}, refused: "cut off"},
		{name: "cut in the middle, without lengths", edits: []string{good, endless[:len(endless)-2]}, refused: "cut off"},
		{name: "a byte behind it", edits: []string{good, good + "\n"}, refused: "more in it"},
		{name: "a second message behind it", edits: []string{good, good + good}, refused: "more in it"},
		{name: "nobody has signed", edits: []string{signers, "\x31\x80\x00\x00"}, refused: "no signer"},
		{name: "no set of signers", edits: []string{signers, "\x05\x02\x05\x00"}, refused: "no signer where"},
		{name: "an encrypted message", edits: []string{signedDataType, strings.Replace(signedDataType, "\x07\x02", "\x07\x03", 1)}, refused: "not of signed data"},
		{name: "signed data of another kind", edits: []string{dataType, strings.Replace(dataType, "\x07\x01", "\x07\x05", 1)}, refused: "not of plain data"},
		{name: "the signature alone", edits: []string{good, envelope(false, "")}, refused: "no content"},
		{name: "a sequence that is no message", edits: []string{good, "\x30\x03\x02\x01\x01"}, refused: "no type"},
		{name: "a length of four bytes", edits: []string{good, "\x30\x84\x00\x00\x00\x01\x00"}, refused: "cut off"},
		{name: "octets without a length that are one piece", edits: []string{good, envelope(false, "\x04\x80\x00\x00")}, refused: "cut off"},
		{name: "a piece that is no octets", edits: []string{good, envelope(true, element(true, 0x24, version))}, refused: "no content"},
		{name: "nesting without end", edits: []string{good, strings.Repeat("\x30\x80", 10_000)}, refused: "cut off"},
		{name: "a tag of several bytes", edits: []string{good, "\x30\x80\x1f\x81\x00\x00\x00"}, refused: "cut off"},
		{name: "signed twice", edits: []string{good, envelope(false, element(false, 0x04, good))}, refused: "not well-formed"},
		{name: "no property list inside", edits: []string{good, envelope(false, element(false, 0x04, "Hello"))}, refused: "not well-formed"},
	})
}

// FuzzSignedProfiles gives the reader broken messages, and holds what it reads of a
// sound one against what it reads of the content alone.
func FuzzSignedProfiles(f *testing.F) {
	f.Add([]byte(realSigned(f, soundProfile)))
	f.Add([]byte(envelope(true, element(true, 0x24, element(false, 0x04, soundProfile)))))
	f.Add([]byte(soundProfile))
	f.Add([]byte("\x30\x80\x00\x00"))
	apple := readerOf(f, "apple", "profile")
	read := func(body []byte) (client.Setup, error) {
		reply := profileReply()
		reply.Body = body
		return apple.Read(reply, address)
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		plain, err := read(body)
		if err != nil && !errors.Is(err, client.ErrRefused) {
			t.Fatalf("%q: %v does not wrap ErrRefused", body, err)
		}
		if bytes.HasPrefix(body, []byte{0x30}) || len(body) > 1<<20 {
			return
		}
		for _, isOpen := range []bool{false, true} {
			signed, again := read([]byte(envelope(isOpen, element(false, 0x04, string(body)))))
			if (again == nil) != (err == nil) || !cmp.Equal(plain, signed) {
				t.Errorf("%q: got %+v and %v, signed %+v and %v", body, plain, err, signed, again)
			}
		}
	})
}
