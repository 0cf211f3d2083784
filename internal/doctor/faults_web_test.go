package doctor_test

import (
	"net/http"
	"strings"
	"testing"

	"signpost/internal/doctor"
)

func TestFaultsOfWebServers(t *testing.T) {
	for _, c := range []fault{
		{
			"the certificate of the autoconfig host has another name",
			func(_ *testing.T, w *world) { w.leaves["autoconfig.example.com"] = leaf{name: "www.example.com"} },
			"cert-name", doctor.Error, "geary mailspring apple",
		},
		{
			"the certificate of the autoconfig host has expired",
			func(_ *testing.T, w *world) { w.leaves["autoconfig.example.com"] = leaf{ends: today.AddDate(0, -1, 0)} },
			"cert-expired", doctor.Error, "*",
		},
		{
			"the certificate of the autodiscover host is self-signed",
			func(_ *testing.T, w *world) { w.leaves["autodiscover.example.com"] = leaf{selfSigned: true} },
			"cert-self-signed", doctor.Error, "*",
		},
		{
			"nothing listens for https on the setup host",
			func(_ *testing.T, w *world) { w.closed = []string{setupIP + ":443"} },
			"web-refused", doctor.Error, "*",
		},
		{
			"autoconfig over http only",
			func(_ *testing.T, w *world) { w.closed = []string{setupIP + ":443"} },
			"http-only", doctor.Error, "*",
		},
		{
			"Encryption is TLS for implicit TLS",
			func(t *testing.T, w *world) {
				w.setup = editing(t, both(isPOX, isHTTPS, isOutlook), "<Encryption>SSL<", "<Encryption>TLS<")
			},
			"pox-encryption", doctor.Error, "outlook",
		},
		{
			"SSL is off with STARTTLS",
			func(t *testing.T, w *world) {
				w.useSTARTTLS()
				w.setup = editing(t, both(isPOX, isHTTPS, isOutlook), "<SSL>on<", "<SSL>off<")
			},
			"pox-ssl-off", doctor.Error, "",
		},
		{
			"an unknown domain is 204",
			func(_ *testing.T, w *world) {
				w.setup = answering(func(r *http.Request) bool { return strings.Contains(r.URL.RawQuery, ".invalid") }, answer(204, "", ""))
			},
			"autoconfig-204", doctor.Error, "",
		},
		{
			"everything is a page of HTML",
			func(_ *testing.T, w *world) {
				w.setup = answering(isAutoconfig, answer(200, "text/html", page))
				w.site = answering(func(*http.Request) bool { return true }, answer(200, "text/html", page))
			},
			"html-catch-all", doctor.Error, "*",
		},
		{
			"a web site with a page for everything, beside good settings",
			func(_ *testing.T, w *world) {
				w.site = answering(func(*http.Request) bool { return true }, answer(200, "text/html", page))
			},
			"html-catch-all", doctor.Note, "",
		},
		{
			"400 without an address",
			func(_ *testing.T, w *world) {
				w.setup = answering(both(isAutoconfig, withoutQuery), answer(400, "text/plain", "emailaddress is missing"))
			},
			"autoconfig-needs-address", doctor.Error, "k9 kmail geary mailspring",
		},
		{
			"autoconfig is application/octet-stream",
			func(_ *testing.T, w *world) {
				w.setup = func(next http.Handler) http.Handler {
					return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
						next.ServeHTTP(typed{rw, isAutoconfig(r)}, r)
					})
				}
			},
			"content-type", doctor.Error, "*",
		},
		{
			"the id is a placeholder",
			func(t *testing.T, w *world) {
				w.setup = editing(t, isAutoconfig, `id="example.com"`, `id="%EMAILDOMAIN%"`)
			},
			"autoconfig-id", doctor.Error, "k9",
		},
		{
			"the document has an ampersand that is not escaped",
			func(t *testing.T, w *world) { w.setup = editing(t, isAutoconfig, "Example Mail", "Example & Mail") },
			"autoconfig-malformed", doctor.Error, "*",
		},
		{
			"no domain in the document",
			func(t *testing.T, w *world) { w.setup = editing(t, isAutoconfig, "<domain>example.com</domain>", "") },
			"autoconfig-no-domain", doctor.Error, "*",
		},
		{
			"no outgoing server in the document",
			func(t *testing.T, w *world) {
				w.setup = editing(t, isAutoconfig, "<outgoingServer", "<x", "</outgoingServer>", "</x>")
			},
			"autoconfig-no-outgoing", doctor.Error, "*",
		},
		{
			"a server without encryption in the document",
			func(t *testing.T, w *world) {
				w.options.MailLimit = impatient
				w.setup = editing(t, isAutoconfig, "<socketType>SSL<", "<socketType>plain<")
			},
			"autoconfig-plaintext no-encryption", doctor.Error, "*",
		},
		{
			"encrypted passwords only",
			func(t *testing.T, w *world) {
				w.setup = editing(t, isAutoconfig, "password-cleartext", "password-encrypted")
			},
			"autoconfig-encrypted-only=warning auth-not-offered", doctor.Error, "thunderbird k9 evolution kmail parula",
		},
		{
			"a server element has an id",
			func(t *testing.T, w *world) {
				w.setup = editing(t, isAutoconfig, `<incomingServer type`, `<incomingServer id="1" type`)
			},
			"autoconfig-attributes", doctor.Error, "",
		},
		{
			"STARTTLS on the port of implicit TLS",
			func(t *testing.T, w *world) {
				w.options.MailLimit = impatient
				w.setup = editing(t, isAutoconfig, "<socketType>SSL<", "<socketType>STARTTLS<")
			},
			"security-mismatch", doctor.Error, "*",
		},
		{
			"the Type is POP",
			func(t *testing.T, w *world) {
				w.setup = editing(t, both(isPOX, isHTTPS, isOutlook), "<Type>IMAP<", "<Type>POP<")
			},
			"pox-type", doctor.Error, "",
		},
		{
			"two Account elements",
			func(t *testing.T, w *world) {
				w.setup = editing(t, both(isPOX, isHTTPS, isOutlook), "<Account>", "<Account><AccountType>email</AccountType></Account><Account>")
			},
			"pox-accounts", doctor.Error, "outlook",
		},
		{
			"the namespace begins with https",
			func(t *testing.T, w *world) {
				w.setup = editing(t, both(isPOX, isHTTPS, isOutlook), "http://schemas", "https://schemas")
			},
			"pox-namespace", doctor.Error, "outlook",
		},
		{
			"SPA is on",
			func(t *testing.T, w *world) {
				w.setup = editing(t, both(isPOX, isHTTPS, isOutlook), "<SPA>off<", "<SPA>on<")
			},
			"pox-spa", doctor.Warning, "outlook",
		},
		{
			"401 on Autodiscover",
			func(_ *testing.T, w *world) { w.setup = answering(isPOX, answer(401, "", "")) },
			"pox-401", doctor.Error, "outlook",
		},
		{
			"405 for GET on Autodiscover",
			func(_ *testing.T, w *world) {
				isGET := func(r *http.Request) bool { return r.Method == http.MethodGet }
				w.setup = answering(both(isPOX, isHTTPS, isGET), answer(405, "", ""))
			},
			"pox-get-405", doctor.Note, "",
		},
		{
			"an Error document where autoconfig has settings",
			func(_ *testing.T, w *world) {
				w.setup = answering(both(isPOX, isHTTPS), answer(200, "text/xml", `<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"><Response><Error><ErrorCode>500</ErrorCode></Error></Response></Autodiscover>`))
			},
			"pox-error", doctor.Warning, "outlook",
		},
		{
			"a redirect to itself",
			func(_ *testing.T, w *world) {
				w.setup = answering(isAutoconfig, func(rw http.ResponseWriter, r *http.Request) {
					http.Redirect(rw, r, "https://"+r.Host+r.URL.String(), http.StatusFound)
				})
			},
			"redirect-loop", doctor.Error, "*",
		},
		{
			"a relative redirect",
			func(_ *testing.T, w *world) {
				w.setup = answering(both(isAutoconfig, isHTTPS), func(rw http.ResponseWriter, r *http.Request) {
					if r.URL.Query().Has("again") {
						rw.WriteHeader(http.StatusNotFound)
						return
					}
					rw.Header().Set("Location", "/mail/config-v1.1.xml?again")
					rw.WriteHeader(http.StatusFound)
				})
			},
			"redirect-refused", doctor.Warning, "*",
		},
		{
			"a body of two mebibytes",
			func(_ *testing.T, w *world) {
				w.setup = answering(isAutoconfig, answer(200, "text/xml", strings.Repeat("<a/>", 1<<19)))
			},
			"body-too-large", doctor.Error, "*",
		},
		{
			"the server closes at once",
			func(_ *testing.T, w *world) {
				w.setup = answering(isAutoconfig, func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) })
			},
			"web-closed", doctor.Error, "*",
		},
	} {
		t.Run(c.name, c.check)
	}
}
