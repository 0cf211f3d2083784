package probe

import (
	"net/netip"
	"slices"
	"time"

	"signpost/provider"
)

// Result is what is known of a server after it was asked.
type Result struct {
	Target Target
	// Addresses are those of the host name, in the order of the resolver, at most
	// eight. All of them are dialled, one is talked to.
	Addresses []Address
	// Advertised is what a client meets that does as it is told.
	Advertised Conversation
	// Other is what the same port says to a client that begins the other way: with
	// a handshake where none is advertised, or without. It is only held where it
	// can explain why Advertised failed; else its Security is empty.
	Other Conversation
}

// Address is one address of a host and whether it accepts connections.
type Address struct {
	IP netip.Addr
	// Problem is why not; the zero value means that the address was reached.
	Problem Problem
}

// Conversation is one connection from the first byte to the last.
type Conversation struct {
	// Security is how it was held.
	Security provider.Security
	// Address is who answered; the zero value if nobody did.
	Address netip.AddrPort
	// Plain is what was said before TLS; for implicit TLS, nothing.
	Plain Said
	// Session is the TLS connection; its Version is empty if there was none.
	Session Session
	// Protected is what was said within TLS.
	Protected Said
	// Problems are in the order in which a client meets them. Only the last one
	// can have ended the conversation; certificates are judged and passed over.
	Problems []Problem
}

// Said is what a server said of itself on one side of the handshake. All texts are
// printable and cut: see Problem.Detail.
type Said struct {
	// Answered tells whether the question for capabilities was answered. POP3
	// servers that do not know it have answered, too.
	Answered bool
	// Greeting is the text of the greeting. After STARTTLS there is no second one.
	Greeting string
	// Capabilities are the words of an IMAP CAPABILITY, the lines of a POP3 CAPA
	// (RFC 2449) or of the answer to EHLO, as they were sent.
	Capabilities []string
	// Mechanisms are the SASL mechanisms in upper case, as they were sent, and
	// APOP where a POP3 greeting has a timestamp (RFC 1939, section 7).
	Mechanisms []string
	// Password tells whether the protocol's own command takes a password: LOGIN
	// unless LOGINDISABLED (RFC 9051), USER if announced. SMTP has none.
	Password bool
	// STARTTLS tells whether it is offered.
	STARTTLS bool
}

// Session is a TLS connection.
type Session struct {
	// Version is TLS 1.0 to TLS 1.3; Cipher the name of the suite by IANA.
	Version, Cipher string
	// Legacy: with what modern clients offer the handshake failed.
	Legacy      bool
	Certificate Certificate
}

// Certificate is the server's own one and how it stands with its chain.
type Certificate struct {
	// Subject and Issuer are distinguished names (RFC 2253 form).
	Subject, Issuer string
	// Names are the DNS names and IP addresses that it is for, at most a hundred.
	Names               []string
	NotBefore, NotAfter time.Time
	// CoversHost: one of Names is the target's host.
	CoversHost bool
	// Trusted: a chain leads to a known authority, whatever the name and whether
	// or not the certificate itself has expired.
	Trusted    bool
	SelfSigned bool
	// Chain are the subjects of the certificates that were sent, this one first.
	Chain []string
}

// Works reports whether a client that does as it is told gets as far as asking for
// a password.
func (r Result) Works() bool { return len(r.Advertised.Problems) == 0 }

// Speaks is what the port really speaks: implicit TLS, STARTTLS, or plaintext
// without STARTTLS; empty if nothing was found out.
func (r Result) Speaks() provider.Security {
	for _, c := range []Conversation{r.Advertised, r.Other} {
		switch {
		case c.Security == provider.TLS && c.Session.Version != "":
			return provider.TLS
		case c.Plain.STARTTLS:
			return provider.STARTTLS
		case c.Plain.Answered:
			return provider.Plaintext
		}
	}
	return ""
}

// Would are the problems of a client that uses a security of its own choice
// instead of the advertised one. They are those of a conversation, where one was
// held that way, or follow from what the port speaks. Known is false if neither
// tells.
func (r Result) Would(s provider.Security) (problems []Problem, known bool) {
	for _, c := range []Conversation{r.Advertised, r.Other} {
		if c.Security == s {
			return slices.Clone(c.Problems), true
		}
	}
	speaks := r.Speaks()
	switch {
	case speaks == provider.TLS:
		return []Problem{problem(TLSOnPlainPort, "").at(AtGreeting)}, true
	case speaks != "" && s == provider.TLS:
		return []Problem{problem(PlainOnTLSPort, "").at(AtHandshake)}, true
	case speaks == provider.Plaintext && s == provider.STARTTLS:
		return []Problem{problem(STARTTLSNotOffered, "").at(AtSTARTTLS)}, true
	}
	return nil, false
}
