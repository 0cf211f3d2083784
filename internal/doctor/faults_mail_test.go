package doctor_test

import (
	"net/http"
	"strings"
	"testing"

	"signpost/internal/doctor"
	"signpost/provider"
)

func TestFaultsOfDNSAndMailServers(t *testing.T) {
	for _, c := range []fault{
		{
			"SRV records without _submission",
			func(_ *testing.T, w *world) { w.without("_submission._tcp", "_smtps._tcp") },
			"srv-no-submission", doctor.Warning, "aerc",
		},
		{
			"SRV records for reading alone",
			func(_ *testing.T, w *world) { w.without("_submission", "_smtps._tcp") },
			"srv-half", doctor.Warning, "aerc",
		},
		{
			"an SRV record for a host that does not exist",
			func(_ *testing.T, w *world) {
				w.records = strings.Replace(w.records, "995 pop.example.com.", "995 gone.example.com.", 1)
			},
			"srv-target", doctor.Error, "",
		},
		{
			"an SRV record for an alias",
			func(_ *testing.T, w *world) {
				w.records = strings.Replace(w.records, "995 pop.example.com.", "995 autoconfig.example.com.", 1)
			},
			"srv-target-alias", doctor.Note, "",
		},
		{
			"no SRV records",
			func(_ *testing.T, w *world) { w.without("_tcp.") },
			"srv-none", doctor.Note, "",
		},
		{
			"SRV records that name other servers",
			func(_ *testing.T, w *world) {
				w.records = strings.ReplaceAll(w.records, "465 smtp.example.com.", "465 mail.example.com.")
			},
			"settings-differ", doctor.Warning, "",
		},
		{
			"a wildcard",
			func(_ *testing.T, w *world) { w.records += "*.example.com. A 192.0.2.10\n" },
			"dns-wildcard", doctor.Warning, "",
		},
		{
			"no autoconfig host",
			func(_ *testing.T, w *world) { w.without("\nautoconfig", "autoconfig.example.com.         CNAME") },
			"dns-no-autoconfig", doctor.Warning, "*",
		},
		{
			"no autodiscover host",
			func(_ *testing.T, w *world) { w.without("autodiscover.example.com.       CNAME") },
			"dns-no-autodiscover", doctor.Warning, "",
		},
		{
			"a TXT record of Microsoft 365",
			func(_ *testing.T, w *world) { w.records += "example.com. TXT \"MS=ms12345678\"\n" },
			"m365-txt", doctor.Warning, "",
		},
		{
			"autodiscover leads to Microsoft",
			func(_ *testing.T, w *world) {
				w.without("autodiscover.example.com.       CNAME")
				w.records += "autodiscover.example.com. CNAME autodiscover.outlook.com.\nautodiscover.outlook.com. A 192.0.2.99\n"
			},
			"m365-autodiscover", doctor.Warning, "",
		},
		{
			"mail goes to Microsoft",
			func(_ *testing.T, w *world) {
				w.without(" MX ")
				w.records += "example.com. MX 0 example-com.mail.protection.outlook.com.\n"
			},
			"m365-mx", doctor.Warning, "",
		},
		{
			"a null MX",
			func(_ *testing.T, w *world) { w.without(" MX "); w.records += "example.com. MX 0 .\n" },
			"mx-null", doctor.Error, "",
		},
		{
			"no MX",
			func(_ *testing.T, w *world) { w.without(" MX ") },
			"mx-none", doctor.Warning, "",
		},
		{
			"DNS has another digest than the PACC document",
			func(_ *testing.T, w *world) { w.records = strings.Replace(w.records, "d=DIGEST", "d=AAAA", 1) },
			"pacc-digest", doctor.Error, "",
		},
		{
			"DNS has no digest of the PACC document",
			func(_ *testing.T, w *world) { w.without("_ua-auto-config") },
			"pacc-no-record", doctor.Warning, "",
		},
		{
			"DNS has a digest of a PACC document that is not there",
			func(_ *testing.T, w *world) {
				w.setup = answering(func(r *http.Request) bool { return strings.HasSuffix(r.URL.Path, ".json") }, answer(404, "", ""))
			},
			"pacc-no-document", doctor.Warning, "",
		},
		{
			"CAA",
			func(_ *testing.T, w *world) { w.records += "example.com. CAA 0 issue \"ca.example.net\"\n" },
			"caa", doctor.Note, "",
		},
		{
			"DNSSEC",
			func(_ *testing.T, w *world) { w.signed = true },
			"dnssec", doctor.Note, "",
		},
		{
			"DNS fails for the autoconfig host",
			func(_ *testing.T, w *world) { w.failing = "autoconfig.example.com." },
			"dns-failure", doctor.Error, "*",
		},
		{
			"STARTTLS is stripped",
			func(_ *testing.T, w *world) {
				w.useSTARTTLS()
				w.mail[143] = mailServer{protocol: provider.IMAP, auth: "PLAIN", inClear: true}
			},
			"server-starttls-not-offered", doctor.Error, "*",
		},
		{
			"passwords are taken before STARTTLS",
			func(_ *testing.T, w *world) {
				w.useSTARTTLS()
				w.mail[143] = mailServer{protocol: provider.IMAP, starttls: true, auth: "PLAIN", inClear: true}
			},
			"server-password-in-clear", doctor.Warning, "",
		},
		{
			"the certificate of the IMAP server has another name",
			func(_ *testing.T, w *world) { w.leaves["imap.example.com"] = leaf{name: "mail.example.net"} },
			"server-certificate-name", doctor.Error, "*",
		},
		{
			"the certificate of the SMTP server has expired",
			func(_ *testing.T, w *world) { w.leaves["smtp.example.com"] = leaf{ends: today.AddDate(0, 0, -1)} },
			"server-certificate-expired", doctor.Error, "*",
		},
		{
			"the certificate of the IMAP server is self-signed",
			func(_ *testing.T, w *world) { w.leaves["imap.example.com"] = leaf{selfSigned: true} },
			"server-certificate-untrusted", doctor.Error, "*",
		},
		{
			"the certificate of the IMAP server ends in a week",
			func(_ *testing.T, w *world) { w.leaves["imap.example.com"] = leaf{ends: today.AddDate(0, 0, 7)} },
			"server-certificate-ends", doctor.Warning, "",
		},
		{
			"nothing listens for mail to be sent",
			func(_ *testing.T, w *world) { w.closed = []string{mailIP + ":465"} },
			"server-refused", doctor.Error, "*",
		},
		{
			"the IMAP server has no name in DNS",
			func(_ *testing.T, w *world) { w.without("imap.example.com.               A") },
			"server-dns-no-such-name", doctor.Error, "*",
		},
		{
			"POP3 speaks on the port of IMAP",
			func(_ *testing.T, w *world) { w.mail[993] = mailServer{protocol: provider.POP3, implicit: true} },
			"server-wrong-protocol", doctor.Error, "*",
		},
		{
			"one address of the IMAP server does not answer",
			func(_ *testing.T, w *world) { w.records += "imap.example.com. A 192.0.2.31\n" },
			"server-address", doctor.Warning, "",
		},
		{
			"the server takes no password",
			func(_ *testing.T, w *world) {
				w.mail[993] = mailServer{protocol: provider.IMAP, implicit: true, auth: "XOAUTH2"}
			},
			"server-no-password", doctor.Warning, "",
		},
		{
			"the login is the local part, which some clients do not know",
			func(_ *testing.T, w *world) {
				w.provider = strings.Replace(implicitTLS, "secret:", "username: localpart\nsecret:", 1)
			},
			"login-differs", doctor.Warning, "",
		},
	} {
		t.Run(c.name, c.check)
	}
}
