package doctortest

import (
	"net/http"
	"strings"
	"testing"
)

// nameFaults are those of DNS.
var nameFaults = [...]Fault{
	{
		"SRV records without _submission",
		func(_ testing.TB, w *World) { w.Without("_submission._tcp", "_smtps._tcp") },
		"srv-no-submission", "aerc",
	},
	{
		"SRV records for reading alone",
		func(_ testing.TB, w *World) { w.Without("_submission", "_smtps._tcp") },
		"srv-half srv-no-submission", "aerc",
	},
	{
		"an SRV record for a host that does not exist",
		func(_ testing.TB, w *World) {
			w.Records = strings.Replace(w.Records, "995 pop.example.com.", "995 gone.example.com.", 1)
		},
		"srv-target", "",
	},
	{
		"an SRV record for an alias",
		func(_ testing.TB, w *World) {
			w.Records = strings.Replace(w.Records, "995 pop.example.com.", "995 autoconfig.example.com.", 1)
		},
		"srv-target-alias", "",
	},
	{
		"no SRV records",
		func(_ testing.TB, w *World) { w.Without("_tcp.") },
		"srv-none", "",
	},
	{
		"SRV records that name other servers",
		func(_ testing.TB, w *World) {
			w.Records = strings.ReplaceAll(w.Records, "465 smtp.example.com.", "465 mail.example.com.")
		},
		"settings-differ", "",
	},
	{
		"a wildcard",
		func(_ testing.TB, w *World) { w.Records += "*.example.com. A 192.0.2.10\n" },
		"dns-wildcard", "",
	},
	{
		"no autoconfig host",
		func(_ testing.TB, w *World) { w.Without("\nautoconfig", "autoconfig.example.com.         CNAME") },
		"client-without-settings dns-no-autoconfig", "*",
	},
	{
		"no autodiscover host",
		func(_ testing.TB, w *World) { w.Without("autodiscover.example.com.       CNAME") },
		"dns-no-autodiscover", "",
	},
	{
		"a TXT record of Microsoft 365",
		func(_ testing.TB, w *World) { w.Records += "example.com. TXT \"MS=ms12345678\"\n" },
		"m365-txt", "",
	},
	{
		"autodiscover leads to Microsoft",
		func(_ testing.TB, w *World) {
			w.Without("autodiscover.example.com.       CNAME")
			w.Records += "autodiscover.example.com. CNAME autodiscover.outlook.com.\nautodiscover.outlook.com. A 192.0.2.99\n"
			w.Crossed["192.0.2.99:443"], w.Crossed["192.0.2.99:80"] = SiteIP+":443", SiteIP+":80"
		},
		"m365-autodiscover", "",
	},
	{
		"mail goes to Microsoft",
		func(_ testing.TB, w *World) {
			w.Without(" MX ")
			w.Records += "example.com. MX 0 example-com.mail.protection.outlook.com.\n"
		},
		"m365-mx", "",
	},
	{
		"a null MX",
		func(_ testing.TB, w *World) { w.Without(" MX "); w.Records += "example.com. MX 0 .\n" },
		"mx-null", "",
	},
	{
		"no MX",
		func(_ testing.TB, w *World) { w.Without(" MX ") },
		"mx-none", "",
	},
	{
		"DNS has another digest than the PACC document",
		func(_ testing.TB, w *World) { w.Records = strings.Replace(w.Records, "d=DIGEST", "d=AAAA", 1) },
		"pacc-digest", "",
	},
	{
		"DNS has no digest of the PACC document",
		func(_ testing.TB, w *World) { w.Without("_ua-auto-config") },
		"pacc-no-record", "",
	},
	{
		"DNS has a digest of a PACC document that is not there",
		func(_ testing.TB, w *World) {
			w.Setup = Answering(func(r *http.Request) bool { return strings.HasSuffix(r.URL.Path, ".json") }, answer(404, "", ""))
		},
		"pacc-no-document", "",
	},
	{
		"CAA",
		func(_ testing.TB, w *World) { w.Records += "example.com. CAA 0 issue \"ca.example.net\"\n" },
		"caa", "",
	},
	{
		"DNSSEC",
		func(_ testing.TB, w *World) { w.Signed = true },
		"dnssec", "",
	},
	{
		"DNS fails for the autoconfig host",
		func(_ testing.TB, w *World) { w.Failing = "autoconfig.example.com." },
		"client-without-settings dns-failure", "*",
	},
	{
		"DNS does not answer for the autodiscover host",
		func(_ testing.TB, w *World) { w.Mute = "autodiscover.example.com." },
		"dns-timeout", "",
	},
}
