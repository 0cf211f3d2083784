// Package client knows mail clients from their own side: what each one accepts
// of a discovery answer, what it misreads, and what it would set up. A Reader
// follows one client's rules, quirks and all, as read in its source or seen on
// the wire; it is no general parser of the format, and it is deliberately wrong
// wherever the client is.
//
// The readers serve as oracles in the tests of package autoconfig, and tell an
// admin what a document does to the people who will meet it.
package client

import (
	"errors"
	"fmt"

	"signpost/provider"
)

// Reply is an HTTP answer as a client sees it after following redirects.
type Reply struct {
	// Status is the HTTP status code.
	Status int
	// Type is the value of the Content-Type header.
	Type string
	// Body is the decoded content.
	Body []byte
}

// Setup is what a client would configure from a Reply.
type Setup struct {
	// Incoming and Outgoing are in the client's order of preference: the first
	// one is used unless the person picks another.
	Incoming, Outgoing []Server
	// URL is where the client goes next (Autodiscover JSON) or synchronises
	// with (ActiveSync), or "".
	URL string
	// Notes are texts that the client shows to the person.
	Notes []string
}

// Server is one server of a Setup.
type Server struct {
	Protocol provider.Protocol
	Host     string
	Port     int
	Security provider.Security
	// Login is the user name that the client would send, its own placeholders
	// filled in; "" means that the client asks the person.
	Login string
	// Auth is how the client would authenticate.
	Auth Auth
}

// Auth is a way to authenticate, as far as clients tell them apart.
type Auth string

// The ways to authenticate.
const (
	AuthPassword  Auth = "password"  // the password over TLS: PLAIN or LOGIN
	AuthEncrypted Auth = "encrypted" // CRAM-MD5 or another challenge
	AuthOAuth2    Auth = "oauth2"    // XOAUTH2 or OAUTHBEARER
	AuthOther     Auth = "other"     // GSSAPI, NTLM, client certificate
	AuthNone      Auth = "none"      // no authentication
	AuthUnread    Auth = ""          // the client does not read it and finds out by itself
)

// Reader is one client's way of reading one format.
type Reader struct {
	// Client is the client's key: thunderbird, k9, outlook ...
	Client string
	// Format is the name of the format in package autoconfig: autoconfig, pox,
	// activesync, autodiscover-json, profile, pacc.
	Format string
	// Version is the state of the client that the rules were taken from.
	Version string
	// Read returns what the client would set up for address, which is the full
	// address that the person typed. An error wraps ErrRefused and says why the
	// client would not use the reply.
	Read func(reply Reply, address string) (Setup, error)
}

// ErrRefused is what every error of a Reader wraps: the client would go on to
// its next source, or give up.
var ErrRefused = errors.New("refused")

// refuse says why a client does not use a reply.
func refuse(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{ErrRefused}, args...)...)
}

// Readers lists all readers, in the order of the documentation.
func Readers() []Reader {
	var all []Reader
	all = append(all, autoconfigReaders()...)
	all = append(all, autodiscoverReaders()...)
	all = append(all, profileReaders()...)
	all = append(all, paccReaders()...)
	return all
}

// ReadersOf lists the readers of one format.
func ReadersOf(format string) []Reader {
	var some []Reader
	for _, r := range Readers() {
		if r.Format == format {
			some = append(some, r)
		}
	}
	return some
}
