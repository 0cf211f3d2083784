// Package address reads mail addresses, mail domains and Host headers as mail
// clients and people send them, and brings them into one form:
//
//   - a domain is a sequence of A-labels in lower case without a trailing dot
//     (RFC 5890, processed by UTS #46 non-transitionally, so faß.de stays its own domain);
//   - a local part is kept exactly as sent, since only the mailbox's own server may
//     interpret it (RFC 5321, section 2.4); internationalised ones (RFC 6531) included.
//
// What cannot be an address is refused here, once, so that nothing behind this
// package ever holds a control character, a blank or a bidirectional override.
package address

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// Limits of RFC 5321, section 4.5.3.1, in bytes.
const (
	maxLocal   = 64
	maxAddress = 254
	maxDomain  = 253
)

// ErrSyntax is what every error of this package wraps: the text cannot be an
// address, a domain or a host name. It never holds the text itself, since error
// messages end in logs and answers.
var ErrSyntax = errors.New("malformed")

// Address is a mail address that has passed Parse.
type Address struct {
	// Local is the part before the last @, as sent.
	Local string
	// Domain is the part behind it, as lower-case A-labels.
	Domain string
}

// IsZero tells whether there is no address.
func (a Address) IsZero() bool { return a == Address{} }

// String is the address in the form that servers take as a login: local part as
// sent, domain as A-labels. It is empty for the zero Address.
func (a Address) String() string {
	if a.IsZero() {
		return ""
	}
	return a.Local + "@" + a.Domain
}

// Parse reads one bare address with one @ in it. White space around it is
// dropped, and a full-width ＠ counts as an @ where there is no other (input
// methods for Chinese and Japanese produce it). A display name, comments and
// address literals are refused. Every error wraps ErrSyntax.
func Parse(s string) (Address, error) {
	s = strings.TrimSpace(s)
	at := strings.LastIndexByte(s, '@')
	rest := at + 1
	if at < 0 {
		const fullWidth = "＠"
		at = strings.LastIndex(s, fullWidth)
		rest = at + len(fullWidth)
	}
	if at < 0 {
		return Address{}, fmt.Errorf("%w: no @ in it", ErrSyntax)
	}
	local := s[:at]
	if err := checkLocal(local); err != nil {
		return Address{}, err
	}
	// Blanks around the address are gone; one that is left stands inside it.
	domain, err := parseDomain(s[rest:])
	if err != nil {
		return Address{}, err
	}
	if len(local)+1+len(domain) > maxAddress {
		return Address{}, fmt.Errorf("%w: the address is longer than %d bytes", ErrSyntax, maxAddress)
	}
	return Address{Local: local, Domain: domain}, nil
}

// ParseTyped reads what a person types: an address, or a domain alone, which is an
// Address without a local part. Every error wraps ErrSyntax.
func ParseTyped(s string) (Address, error) {
	if strings.ContainsAny(s, "@＠") {
		return Parse(s)
	}
	domain, err := ParseDomain(s)
	return Address{Domain: domain}, err
}

func checkLocal(local string) error {
	switch {
	case local == "":
		return fmt.Errorf("%w: nothing before the @", ErrSyntax)
	case len(local) > maxLocal:
		return fmt.Errorf("%w: the part before the @ is longer than %d bytes", ErrSyntax, maxLocal)
	case !utf8.ValidString(local):
		return fmt.Errorf("%w: the part before the @ is not UTF-8", ErrSyntax)
	}
	for _, r := range local {
		if !localRune(r) {
			return fmt.Errorf("%w: the part before the @ has a character that no address has", ErrSyntax)
		}
	}
	return nil
}

// localRune refuses what RFC 5321 wants quoted and nobody's mailbox has (blanks,
// angle brackets, quotes, backslashes, comma, semicolon and colon, brackets),
// every control character, and the invisible formatting characters that fool the
// reader of an install screen.
func localRune(r rune) bool {
	if r < utf8.RuneSelf {
		// An @ would show one address and mean another.
		return r > ' ' && r < 0x7f && !strings.ContainsRune("<>\"\\,;:()[]@", r)
	}
	if r == utf8.RuneError || unicode.IsSpace(r) || unicode.In(r, unicode.C, unicode.Z, unicode.Variation_Selector) {
		return false
	}
	// Letters and marks that nobody sees.
	return !strings.ContainsRune("\u034f\u115f\u1160\u2800\u3164\uffa0", r)
}

// ParseDomain reads a mail domain in any spelling (U-labels, A-labels, mixed
// case, ideographic full stops, one trailing dot, white space around it) and
// returns it as lower-case A-labels. IP addresses are refused: they have no
// discovery. Every error wraps ErrSyntax.
func ParseDomain(s string) (string, error) { return parseDomain(strings.TrimSpace(s)) }

func parseDomain(s string) (string, error) {
	if ascii, ok := plainDomain(s); ok {
		return ascii, nil
	}
	if len(s) > 4*maxDomain {
		return "", fmt.Errorf("%w: the domain is longer than %d bytes", ErrSyntax, maxDomain)
	}
	ascii, err := profile.ToASCII(s)
	if err != nil {
		return "", fmt.Errorf("%w: not a domain name", ErrSyntax)
	}
	ascii = strings.TrimSuffix(ascii, ".")
	if ascii == "" || len(ascii) > maxDomain || lastLabelNumeric(ascii) {
		return "", fmt.Errorf("%w: not a domain name", ErrSyntax)
	}
	// The mapping of a mapping is itself for every name that DNS can hold; a
	// label for which it is not would be found under one spelling only. A second
	// trailing dot is left by then, and passes as the first one does.
	if again, err := profile.ToASCII(ascii); err != nil || again != ascii || strings.HasSuffix(ascii, ".") {
		return "", fmt.Errorf("%w: not a domain name", ErrSyntax)
	}
	return ascii, nil
}

// profile is UTS #46 as mail needs it. The Lookup profile of the package alone
// would let empty labels and labels of 64 bytes through.
var profile = idna.New(
	idna.MapForLookup(),
	idna.Transitional(false),
	idna.StrictDomainName(true),
	idna.BidiRule(),
	idna.CheckHyphens(true),
	idna.VerifyDNSLength(true),
)

// plainDomain is the short way for a name that is already in its final form: the
// spelling that nearly every client sends.
func plainDomain(s string) (string, bool) {
	if s == "" || len(s) > maxDomain {
		return "", false
	}
	label := 0
	for i := 0; i <= len(s); i++ {
		if i == len(s) || s[i] == '.' {
			if label == 0 || label > 63 || s[i-1] == '-' {
				return "", false
			}
			label = 0
			continue
		}
		c := s[i]
		alnum := c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
		// Hyphens in the third and fourth place are the business of the full
		// profile (xn-- labels must decode).
		if !alnum && (c != '-' || label == 0 || label == 2 || label == 3) {
			return "", false
		}
		label++
	}
	return s, !lastLabelNumeric(s)
}

// lastLabelNumeric recognises IPv4 addresses and their short forms: no top-level
// domain is a number (RFC 3696, section 2).
func lastLabelNumeric(s string) bool {
	for i := len(s) - 1; i >= 0 && s[i] != '.'; i-- {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != "" && s[len(s)-1] != '.'
}

// ParseHost reads the value of a Host header (or of the authority of an absolute
// request target): the port is dropped, then the rules of ParseDomain hold.
// Every error wraps ErrSyntax.
func ParseHost(hostport string) (string, error) { return ParseDomain(cutPort(hostport)) }

// cutPort drops the port of an authority: digits, or nothing, behind a colon
// (RFC 3986, section 3.2.3). What is no port stays, for the parser to refuse.
func cutPort(hostport string) string {
	if !strings.Contains(hostport, ":") {
		return hostport
	}
	host, port, err := net.SplitHostPort(hostport)
	if err != nil || strings.Trim(port, "0123456789") != "" {
		return hostport
	}
	return host
}

// IsLoopbackHost tells whether a Host header names the machine itself, as in
// development: localhost, a name below it, or a loopback IP address without a
// zone. What could not be a Host header is none of these, whatever it ends with.
func IsLoopbackHost(hostport string) bool {
	host := cutPort(hostport)
	if name, err := parseDomain(host); err == nil {
		return name == "localhost" || strings.HasSuffix(name, ".localhost")
	}
	ip, err := netip.ParseAddr(strings.TrimSuffix(strings.TrimPrefix(host, "["), "]"))
	return err == nil && ip.IsLoopback() && ip.Zone() == ""
}

// Unicode is the spelling of an A-label domain for people: U-labels where they are
// valid, else the A-labels as they are. It does not look for letters of one script
// that pass for those of another, so it is for domains that are in the table.
func Unicode(domain string) string {
	u, err := idna.Display.ToUnicode(domain)
	if err != nil {
		return domain
	}
	return u
}
