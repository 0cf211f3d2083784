package probe

// Kind is what is wrong with a server, as a name that stays the same from version
// to version. The set is closed: Kinds lists it.
type Kind string

// What stops a client before it has a connection.
const (
	// BadTarget is a mistake of the caller's: no protocol that we know, a host that
	// is no name, a port that is none.
	BadTarget      Kind = "bad-target"
	DNSNoSuchName  Kind = "dns-no-such-name"
	DNSTimeout     Kind = "dns-timeout"
	DNSFailure     Kind = "dns-failure"
	NotPublic      Kind = "not-public"
	Refused        Kind = "refused"
	Unreachable    Kind = "unreachable"
	ConnectTimeout Kind = "timeout"
	// Cut says nothing about the server: the caller's context ended first.
	Cut Kind = "cut"
)

// What can happen at any step of a conversation.
const (
	ClosedAtOnce Kind = "closed-at-once"
	Closed       Kind = "closed"
	Silent       Kind = "silent"
	Tarpit       Kind = "tarpit"
	TooMuchData  Kind = "too-much-data"
	Garbage      Kind = "protocol-garbage"
	// WrongProtocol is a greeting that is well known elsewhere: POP3 on 993.
	WrongProtocol Kind = "wrong-protocol"
	TurnedAway    Kind = "turned-away"
)

// What is wrong with the protection of a connection.
const (
	TLSOnPlainPort     Kind = "tls-on-plain-port"
	PlainOnTLSPort     Kind = "plain-on-tls-port"
	STARTTLSNotOffered Kind = "starttls-not-offered"
	STARTTLSRefused    Kind = "starttls-refused"
	// PlaintextAfterSTARTTLS is how answers are slipped in before the handshake:
	// what a client reads as protected came from anybody (response injection,
	// CVE-2021-38371 and its kin).
	PlaintextAfterSTARTTLS Kind = "plaintext-after-starttls"
	TLSHandshake           Kind = "tls-handshake"
	// TLSLegacy is a handshake that succeeds only with what Go and browsers no
	// longer offer: TLS before 1.2, RSA key exchange, 3DES (imap.139.com).
	TLSLegacy Kind = "tls-legacy"
)

// What is wrong with a certificate. It can be several of these at once.
const (
	CertificateName        Kind = "certificate-name"
	CertificateExpired     Kind = "certificate-expired"
	CertificateNotYetValid Kind = "certificate-not-yet-valid"
	CertificateUntrusted   Kind = "certificate-untrusted"
)

// sentences are about the server, whose name stands before them.
var sentences = [...]struct {
	kind     Kind
	sentence string
}{
	{BadTarget, "This is not a mail server that can be asked."},
	{DNSNoSuchName, "The host name does not exist in DNS, or has no address."},
	{DNSTimeout, "DNS did not answer in time."},
	{DNSFailure, "DNS could not answer."},
	{NotPublic, "The host name leads to no address of the public Internet, and no other may be asked."},
	{Refused, "The server refused the connection: nothing listens on this port."},
	{Unreachable, "The server cannot be reached from here."},
	{ConnectTimeout, "The server did not accept the connection in time: a firewall may drop the packets."},
	{Cut, "The run ended before the server could be asked."},
	{ClosedAtOnce, "The server closed the connection without a word."},
	{Closed, "The server closed the connection in the middle of the conversation."},
	{Silent, "The server is connected but silent: it sent nothing in time."},
	{Tarpit, "The server answers so slowly that the answer was not whole in time."},
	{TooMuchData, "The server sent more than any mail server has to say."},
	{Garbage, "The server does not speak this protocol."},
	{WrongProtocol, "The server speaks another protocol."},
	{TurnedAway, "The server turned the client away instead of greeting it."},
	{TLSOnPlainPort, "The port speaks implicit TLS, but it is advertised without: a client that waits for a greeting waits for ever."},
	{PlainOnTLSPort, "The port speaks plaintext first, but it is advertised with implicit TLS: the handshake of a client fails."},
	{STARTTLSNotOffered, "The server does not offer STARTTLS, or something on the way removes it: a client must not go on."},
	{STARTTLSRefused, "The server refused STARTTLS: a client must not go on."},
	{PlaintextAfterSTARTTLS, "The server went on in plaintext after it had agreed to STARTTLS: a client must not go on, since anybody could have sent that."},
	{TLSHandshake, "The TLS handshake failed."},
	{TLSLegacy, "The server speaks only outdated TLS, which many clients no longer accept."},
	{CertificateName, "The certificate is for another host name."},
	{CertificateExpired, "The certificate has expired."},
	{CertificateNotYetValid, "The certificate is not valid yet."},
	{CertificateUntrusted, "The certificate is not trusted: no known authority vouches for it."},
}

// Sentence says what the kind means, in a whole sentence with a full stop; empty
// for what is no Kind.
func (k Kind) Sentence() string {
	for i := range sentences {
		if sentences[i].kind == k {
			return sentences[i].sentence
		}
	}
	return ""
}

// Kinds are all kinds there are, in the order in which a client would meet them.
func Kinds() []Kind {
	kinds := make([]Kind, len(sentences))
	for i := range sentences {
		kinds[i] = sentences[i].kind
	}
	return kinds
}
