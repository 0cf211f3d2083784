package doctortest

import (
	"net/http"
	"strings"
	"testing"
)

// answerFaults are those of what web servers answer.
var answerFaults = [...]Fault{
	{
		"Encryption is TLS for implicit TLS",
		func(t testing.TB, w *World) {
			w.Setup = editing(t, both(isPOX, isHTTPS, isOutlook), "<Encryption>SSL<", "<Encryption>TLS<")
		},
		"pox-encryption settings-differ=note", "outlook",
	},
	{
		"SSL is off with STARTTLS",
		func(t testing.TB, w *World) {
			w.UseSTARTTLS()
			w.Setup = editing(t, both(isPOX, isHTTPS, isOutlook), "<SSL>on<", "<SSL>off<")
		},
		"pox-ssl-off", "",
	},
	{
		"an unknown domain is 204",
		func(_ testing.TB, w *World) {
			w.Setup = Answering(func(r *http.Request) bool { return strings.Contains(r.URL.RawQuery, ".invalid") }, answer(204, "", ""))
		},
		"autoconfig-204", "",
	},
	{
		"everything is a page of HTML",
		func(_ testing.TB, w *World) {
			w.Setup = Answering(IsAutoconfig, answer(200, "text/html", page))
			w.Site = Answering(func(*http.Request) bool { return true }, answer(200, "text/html", page))
		},
		"client-without-settings html-catch-all", "*",
	},
	{
		"a web site with a page for everything, beside good settings",
		func(_ testing.TB, w *World) {
			w.Site = Answering(func(*http.Request) bool { return true }, answer(200, "text/html", page))
		},
		"html-catch-all=note", "",
	},
	{
		"400 without an address",
		func(_ testing.TB, w *World) {
			w.Setup = Answering(both(IsAutoconfig, withoutQuery), answer(400, "text/plain", "emailaddress is missing"))
		},
		"autoconfig-needs-address client-without-settings", "k9 kmail geary mailspring",
	},
	{
		"autoconfig is application/octet-stream",
		func(_ testing.TB, w *World) {
			w.Setup = func(next http.Handler) http.Handler {
				return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
					next.ServeHTTP(typed{rw, IsAutoconfig(r)}, r)
				})
			}
		},
		"content-type", "*",
	},
	{
		"the id is a placeholder",
		func(t testing.TB, w *World) {
			w.Setup = editing(t, IsAutoconfig, `id="example.com"`, `id="%EMAILDOMAIN%"`)
		},
		"autoconfig-id client-without-settings", "k9",
	},
	{
		"the document has an ampersand that is not escaped",
		func(t testing.TB, w *World) { w.Setup = editing(t, IsAutoconfig, "Example Mail", "Example & Mail") },
		"autoconfig-malformed client-without-settings", "*",
	},
	{
		"no domain in the document",
		func(t testing.TB, w *World) { w.Setup = editing(t, IsAutoconfig, "<domain>example.com</domain>", "") },
		"autoconfig-no-domain client-without-settings", "*",
	},
	{
		"no outgoing server in the document",
		func(t testing.TB, w *World) {
			w.Setup = editing(t, IsAutoconfig, "<outgoingServer", "<x", "</outgoingServer>", "</x>")
		},
		"autoconfig-no-outgoing client-without-settings", "*",
	},
	{
		"a server without encryption in the document",
		func(t testing.TB, w *World) {
			w.Options.MailLimit = patient
			w.Setup = editing(t, IsAutoconfig, "<socketType>SSL<", "<socketType>plain<")
		},
		"autoconfig-plaintext client-without-settings no-encryption settings-differ=note", "*",
	},
	{
		"encrypted passwords only",
		func(t testing.TB, w *World) {
			w.Setup = editing(t, IsAutoconfig, "password-cleartext", "password-encrypted")
		},
		"auth-not-offered autoconfig-encrypted-only", "thunderbird k9 evolution kmail parula",
	},
	{
		"a server element has an id",
		func(t testing.TB, w *World) {
			w.Setup = editing(t, IsAutoconfig, `<incomingServer type`, `<incomingServer id="1" type`)
		},
		"autoconfig-attributes", "",
	},
	{
		"STARTTLS on the port of implicit TLS",
		func(t testing.TB, w *World) {
			w.Options.MailLimit = patient
			w.Setup = editing(t, IsAutoconfig, "<socketType>SSL<", "<socketType>STARTTLS<")
		},
		"security-mismatch settings-differ=note", "*",
	},
	{
		"the Type is POP",
		func(t testing.TB, w *World) {
			w.Setup = editing(t, both(isPOX, isHTTPS, isOutlook), "<Type>IMAP<", "<Type>POP<")
		},
		"pox-type", "",
	},
	{
		"two Account elements",
		func(t testing.TB, w *World) {
			w.Setup = editing(t, both(isPOX, isHTTPS, isOutlook), "<Account>", "<Account><AccountType>email</AccountType></Account><Account>")
		},
		"client-without-settings pox-accounts", "outlook",
	},
	{
		"the namespace begins with https",
		func(t testing.TB, w *World) {
			w.Setup = editing(t, both(isPOX, isHTTPS, isOutlook), "http://schemas", "https://schemas")
		},
		"client-without-settings pox-namespace", "outlook",
	},
	{
		"SPA is on",
		func(t testing.TB, w *World) {
			w.Setup = editing(t, both(isPOX, isHTTPS, isOutlook), "<SPA>off<", "<SPA>on<")
		},
		"client-without-settings pox-spa", "outlook",
	},
	{
		"401 on Autodiscover",
		func(_ testing.TB, w *World) { w.Setup = Answering(isPOX, answer(401, "", "")) },
		"client-without-settings pox-401", "outlook",
	},
	{
		"405 for GET on Autodiscover",
		func(_ testing.TB, w *World) {
			isGET := func(r *http.Request) bool { return r.Method == http.MethodGet }
			w.Setup = Answering(both(isPOX, isHTTPS, isGET), answer(405, "", ""))
		},
		"pox-get-405", "",
	},
	{
		"an Error document where autoconfig has settings",
		func(_ testing.TB, w *World) {
			w.Setup = Answering(both(isPOX, isHTTPS), answer(200, "text/xml", `<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"><Response><Error><ErrorCode>500</ErrorCode></Error></Response></Autodiscover>`))
		},
		"client-without-settings pox-error", "outlook",
	},
	{
		"a kind of socket that nobody knows",
		func(t testing.TB, w *World) {
			w.Setup = editing(t, IsAutoconfig, "<socketType>SSL<", "<socketType>TLS<")
		},
		"client-without-settings document-refused no-encryption security-mismatch settings-differ=note", "*",
	},
	{
		"nothing is served",
		func(_ testing.TB, w *World) {
			w.Without("_tcp.", "_ua-auto-config")
			w.Setup = Answering(isAny, http.NotFound)
		},
		"no-settings srv-none", "*",
	},
	{
		"Autodiscover and PACC alone",
		func(_ testing.TB, w *World) { w.Setup = Answering(IsAutoconfig, http.NotFound) },
		"client-without-settings", "*",
	},
}
