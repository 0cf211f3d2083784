//go:build load

package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"

	"signpost/client"
)

// The checks hold an answer against what the client that it is for would make of it.

func thunderbirdReads(a answer) error { return sets(a, "autoconfig", "thunderbird") }
func outlookReads(a answer) error     { return sets(a, "pox", "outlook") }
func appleReads(a answer) error       { return sets(a, "profile", "apple") }

// sets reads an answer as a client does and wants it to find the servers of Sina.
func sets(a answer, format, name string) error {
	setup, err := reads(a, format, name)
	if err != nil {
		return err
	}
	if !has(setup.Incoming, "imap.sina.com", 993) || !has(setup.Outgoing, "smtp.sina.com", 465) {
		return fmt.Errorf("%s would set up other servers: %+v", name, setup)
	}
	return nil
}

// autoDetectReads wants the answer to lead on to the XML.
func autoDetectReads(a answer) error {
	setup, err := reads(a, "autodiscover-json", "autodetect")
	if want := "https://" + autodiscoverHost + "/autodiscover/autodiscover.xml"; err == nil && setup.URL != want {
		return fmt.Errorf("the answer leads to %q, want %q", setup.URL, want)
	}
	return err
}

func reads(a answer, format, name string) (client.Setup, error) {
	readers := client.ReadersOf(format)
	i := slices.IndexFunc(readers, func(r client.Reader) bool { return r.Client == name })
	if i < 0 {
		return client.Setup{}, fmt.Errorf("no reader %q of %s", name, format)
	}
	setup, err := readers[i].Read(client.Reply{Status: a.status, Type: a.kind(), Body: a.body}, person)
	if err != nil {
		return client.Setup{}, fmt.Errorf("%s does not take the answer (status %d): %w", name, a.status, err)
	}
	return setup, nil
}

func has(servers []client.Server, host string, port int) bool {
	return slices.ContainsFunc(servers, func(s client.Server) bool { return s.Host == host && s.Port == port })
}

func hasStatus(want int) func(answer) error {
	return func(a answer) error {
		if a.status != want {
			return fmt.Errorf("status %d, want %d", a.status, want)
		}
		if want == http.StatusNotModified && len(a.body) > 0 {
			return fmt.Errorf("%d bytes of body beside a 304", len(a.body))
		}
		return nil
	}
}

func isGzipOf(check func(answer) error) func(answer) error {
	return func(a answer) error {
		if encoding := a.header.Get("Content-Encoding"); encoding != "gzip" {
			return fmt.Errorf("Content-Encoding is %q, want gzip", encoding)
		}
		unpacked, err := gzip.NewReader(bytes.NewReader(a.body))
		if err != nil {
			return fmt.Errorf("unpacking the answer: %w", err)
		}
		if a.body, err = io.ReadAll(unpacked); err != nil {
			return fmt.Errorf("unpacking the answer: %w", err)
		}
		return check(a)
	}
}

// Signed profiles are DER and begin with a SEQUENCE, plain ones are XML.
const derSequence = 0x30

func isSigned(check func(answer) error) func(answer) error {
	return func(a answer) error {
		if len(a.body) == 0 || a.body[0] != derSequence {
			return errors.New("the profile is not signed")
		}
		return check(a)
	}
}

func isPlain(check func(answer) error) func(answer) error {
	return func(a answer) error {
		if len(a.body) > 0 && a.body[0] == derSequence {
			return errors.New("the profile is signed")
		}
		return check(a)
	}
}
