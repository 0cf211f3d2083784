package doctortest

import (
	"os"
	"strings"
	"syscall"
	"testing"

	"signpost/provider"
)

// mailFaults are those of mail servers, put in where they are set up.
var mailFaults = [...]Fault{
	{
		"STARTTLS is stripped",
		func(_ testing.TB, w *World) {
			w.UseSTARTTLS()
			w.Mail[143] = MailServer{Protocol: provider.IMAP, Auth: "PLAIN", InClear: true}
		},
		"server-starttls-not-offered", "*",
	},
	{
		"passwords are taken before STARTTLS",
		func(_ testing.TB, w *World) {
			w.UseSTARTTLS()
			w.Mail[143] = MailServer{Protocol: provider.IMAP, STARTTLS: true, Auth: "PLAIN", InClear: true}
		},
		"server-password-in-clear", "",
	},
	{
		"the certificate of the IMAP server has another name",
		func(_ testing.TB, w *World) { w.Leaves["imap.example.com"] = Leaf{Name: "mail.example.net"} },
		"server-certificate-name", "*",
	},
	{
		"the certificate of the SMTP server has expired",
		func(_ testing.TB, w *World) { w.Leaves["smtp.example.com"] = Leaf{Ends: -1} },
		"server-certificate-expired", "*",
	},
	{
		"the certificate of the IMAP server is self-signed",
		func(_ testing.TB, w *World) { w.Leaves["imap.example.com"] = Leaf{SelfSigned: true} },
		"server-certificate-untrusted", "*",
	},
	{
		"the certificate of the IMAP server ends in a week",
		func(_ testing.TB, w *World) { w.Leaves["imap.example.com"] = Leaf{Ends: 7} },
		"server-certificate-ends", "",
	},
	{
		"nothing listens for mail to be sent",
		func(_ testing.TB, w *World) { w.Close(MailIP + ":465") },
		"server-refused", "*",
	},
	{
		"the IMAP server has no name in DNS",
		func(_ testing.TB, w *World) { w.Without("imap.example.com.               A") },
		"server-dns-no-such-name srv-target", "*",
	},
	{
		"POP3 speaks on the port of IMAP",
		func(_ testing.TB, w *World) { w.Mail[993] = MailServer{Protocol: provider.POP3, Implicit: true} },
		"server-wrong-protocol", "*",
	},
	{
		"one address of the IMAP server does not answer",
		func(_ testing.TB, w *World) { w.Records += "imap.example.com. A 192.0.2.31\n" },
		"server-address", "",
	},
	{
		"the server takes no password",
		func(_ testing.TB, w *World) {
			w.Mail[465] = MailServer{Protocol: provider.SMTP, Implicit: true, Auth: "CRAM-MD5"}
		},
		"server-no-password", "",
	},
	{
		"the login is the local part, which some clients do not know",
		func(_ testing.TB, w *World) {
			w.Provider = strings.Replace(implicitTLS, "secret:", "username: localpart\nsecret:", 1)
			w.Without("_ua-auto-config")
		},
		"login-differs", "",
	},
	{
		"the certificate of the IMAP server is not valid yet",
		func(_ testing.TB, w *World) { w.Leaves["imap.example.com"] = Leaf{Begins: 1} },
		"server-certificate-not-yet-valid", "*",
	},
	{
		"STARTTLS speaks on the port of implicit TLS",
		func(_ testing.TB, w *World) {
			w.Mail[993] = MailServer{Protocol: provider.IMAP, STARTTLS: true, Auth: "PLAIN"}
		},
		"security-mismatch pox-encryption", "*",
	},
	{
		"implicit TLS speaks on the port of STARTTLS",
		func(_ testing.TB, w *World) {
			w.UseSTARTTLS()
			w.Options.MailLimit = patient
			w.Mail[143] = MailServer{Protocol: provider.IMAP, Implicit: true, Auth: "PLAIN"}
		},
		"security-mismatch pox-encryption", "*",
	},
	{
		"the IMAP server cannot be reached",
		func(_ testing.TB, w *World) {
			w.Dead[MailIP+":993"] = os.NewSyscallError("connect", syscall.EHOSTUNREACH)
		},
		"server-unreachable", "*",
	},
	{
		"packets to the IMAP server are dropped",
		func(_ testing.TB, w *World) { w.Dead[MailIP+":993"] = nil; w.Options.MailLimit = impatient },
		"server-timeout", "*",
	},
	{
		"DNS fails for the IMAP server",
		func(_ testing.TB, w *World) { w.Failing = "imap.example.com." },
		"server-dns-failure", "*",
	},
	{
		"DNS does not answer for the IMAP server",
		func(_ testing.TB, w *World) { w.Mute = "imap.example.com."; w.Options.MailLimit = impatient },
		"server-dns-timeout", "*",
	},
	{
		"a host name that is none",
		func(t testing.TB, w *World) {
			w.Setup = editing(t, IsAutoconfig, "<hostname>imap.example.com<", "<hostname>imap..example.com<")
		},
		"client-without-settings document-refused server-bad-target settings-differ", "*",
	},
}
