package probe

import (
	"slices"
	"strings"

	"signpost/provider"
)

// A dialect is what the prober knows of one protocol: everything up to the point
// where a client would log in, and nothing of that. Its functions return a Problem
// or the error of the connection.
type dialect struct {
	name string
	// greet reads the greeting.
	greet func(*text, *Said) error
	// capabilities asks what the server offers. It follows a greeting or a handshake.
	capabilities func(*text, *Said) error
	// startTLS asks for TLS; without an error, the handshake is next.
	startTLS func(*text) error
	farewell func(*text) error
}

var dialects = map[provider.Protocol]dialect{
	provider.IMAP: {"IMAP", greetIMAP, capabilitiesIMAP, startTLSIMAP, farewellIMAP},
	provider.POP3: {"POP3", greetPOP3, capabilitiesPOP3, startTLSPOP3, farewellPOP3},
	provider.SMTP: {"SMTP", greetSMTP, capabilitiesSMTP, startTLSSMTP, farewellSMTP},
}

// maxCapabilities is how many capabilities or mechanisms are kept.
const maxCapabilities = 100

// add appends a text of a server's to a list, unless it is empty, in the list, or
// the list is full.
func add(list []string, said string) []string {
	if said = cleaned(said); said == "" || len(list) == maxCapabilities || slices.Contains(list, said) {
		return list
	}
	return append(list, said)
}

// addMechanisms appends SASL mechanisms (RFC 4422, section 3.1: in upper case).
func (s *Said) addMechanisms(names ...string) {
	for _, name := range names {
		s.Mechanisms = add(s.Mechanisms, strings.ToUpper(name))
	}
}

// tlsName is what recognise calls a TLS record.
const tlsName = "TLS"

// recognise names the protocol in which a server begins to speak; empty if it is
// none that one meets on the ports of mail servers.
func recognise(beginning string) string {
	upper := strings.ToUpper(beginning)
	switch {
	case strings.HasPrefix(upper, "* OK"), strings.HasPrefix(upper, "* PREAUTH"), strings.HasPrefix(upper, "* BYE"):
		return "IMAP"
	case strings.HasPrefix(upper, "+OK"), strings.HasPrefix(upper, "-ERR"):
		return "POP3"
	case strings.HasPrefix(upper, "HTTP/"):
		return "HTTP"
	case strings.HasPrefix(upper, "SSH-"):
		return "SSH"
	case len(upper) > 3 && isCode(upper[:3]) && (upper[3] == ' ' || upper[3] == '-'):
		return "SMTP"
	case len(beginning) > 1 && (beginning[0] == 0x15 || beginning[0] == 0x16) && beginning[1] == 3:
		// An alert or a handshake message (RFC 8446, section 5.1).
		return tlsName
	}
	return ""
}

// isCode tells whether three characters are a reply code of SMTP, FTP and their kin.
func isCode(s string) bool { return s[0] >= '1' && s[0] <= '5' && strings.Trim(s, "0123456789") == "" }

// strange is the problem of a line that does not belong to the protocol of a name.
func strange(line, protocol string) Problem {
	if name := recognise(line); name != "" && name != protocol {
		return problem(WrongProtocol, name+", "+line)
	}
	return problem(Garbage, line)
}

// cutWord cuts the first word off, in upper case.
func cutWord(line string) (word, rest string) {
	word, rest, _ = strings.Cut(line, " ")
	return strings.ToUpper(word), rest
}
