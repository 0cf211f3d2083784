package doctortest

import (
	"bytes"
	"net"
	"testing"
)

// wireFaults are those of mail servers, put in by what stands before them.
var wireFaults = [...]Fault{
	{
		"the IMAP server is silent",
		func(_ testing.TB, w *World) { w.Between[993] = sayNothing; w.Options.MailLimit = impatient },
		"server-silent", "*",
	},
	{
		"the IMAP server closes at once",
		func(_ testing.TB, w *World) { w.Between[993] = func(net.Conn, net.Conn) {} },
		"server-closed-at-once", "*",
	},
	{
		"the IMAP server closes behind the greeting",
		func(_ testing.TB, w *World) { w.UseSTARTTLS(); w.Between[143] = greetAndClose },
		"server-closed", "*",
	},
	{
		"the IMAP server stops in the middle of the greeting",
		func(_ testing.TB, w *World) {
			w.UseSTARTTLS()
			w.Between[143] = stopWithin
			w.Options.MailLimit = impatient
		},
		"server-tarpit", "*",
	},
	{
		"the IMAP server greets without end",
		func(_ testing.TB, w *World) { w.UseSTARTTLS(); w.Between[143] = greetWithoutEnd },
		"server-too-much-data", "*",
	},
	{
		"what listens for IMAP is something else",
		func(_ testing.TB, w *World) { w.UseSTARTTLS(); w.Between[143] = greet("HELLO WORLD\r\n") },
		"server-protocol-garbage", "*",
	},
	{
		"the IMAP server turns clients away",
		func(_ testing.TB, w *World) {
			w.UseSTARTTLS()
			w.Between[143] = greet("* BYE Too many connections\r\n")
		},
		"server-turned-away", "*",
	},
	{
		"STARTTLS is stripped on the way",
		func(_ testing.TB, w *World) {
			w.UseSTARTTLS()
			w.Between[143] = relay(nil, func(said []byte) []byte { return bytes.ReplaceAll(said, []byte(" STARTTLS"), nil) })
		},
		"server-starttls-not-offered", "*",
	},
	{
		"STARTTLS is refused",
		func(_ testing.TB, w *World) {
			w.UseSTARTTLS()
			w.Between[143] = relay(func(said []byte) []byte { return bytes.ReplaceAll(said, []byte("STARTTLS"), []byte("NOSUCHTHING")) }, nil)
		},
		"server-starttls-refused", "*",
	},
	{
		"something is slipped in behind STARTTLS",
		func(_ testing.TB, w *World) {
			w.UseSTARTTLS()
			w.Between[143] = slipIn("* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n")
		},
		"server-plaintext-after-starttls", "*",
	},
	{
		"the handshake of the IMAP server fails",
		func(_ testing.TB, w *World) { w.Between[993] = alert },
		"server-tls-handshake", "*",
	},
	{
		"TLS 1.0 stands before the IMAP server",
		func(t testing.TB, w *World) { w.Between[993] = outdated(w.Certificate(t, "imap.example.com")) },
		"server-tls-legacy", "*",
	},
}
