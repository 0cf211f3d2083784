package doctor_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"signpost/internal/doctor"
	"signpost/provider"
)

// without removes the lines of the world's DNS that hold one of the words.
func (w *world) without(words ...string) {
	var kept []string
	for line := range strings.Lines(w.records) {
		drop := false
		for _, word := range words {
			drop = drop || strings.Contains(line, word)
		}
		if !drop {
			kept = append(kept, line)
		}
	}
	w.records = strings.Join(kept, "")
}

// useSTARTTLS makes the provider one that needs STARTTLS, which PACC cannot say.
func (w *world) useSTARTTLS() {
	w.provider = startTLS
	w.without("_tcp.", "ua-auto-config")
}

// answer answers all requests that fit with one thing.
func answer(status int, mediaType, body string) http.HandlerFunc {
	return func(rw http.ResponseWriter, _ *http.Request) {
		if mediaType != "" {
			rw.Header().Set("Content-Type", mediaType)
		}
		rw.WriteHeader(status)
		if status != http.StatusNoContent {
			_, _ = rw.Write([]byte(body))
		}
	}
}

// impatient is the limit where a server and a client wait for each other until the
// end.
const impatient = 6 * time.Second

const page = "<!DOCTYPE html><html><body>Welcome</body></html>"

// Each fault is put into a domain that is well otherwise.
func TestFaults(t *testing.T) {
	for _, c := range []struct {
		name string
		// spoil puts the fault in.
		spoil func(*testing.T, *world)
		// want are what must be found, and how bad it is; id=severity is as bad as
		// that.
		want     string
		severity doctor.Severity
		// fails are clients that must not work any more, by hand or because they fail;
		// all others must.
		fails string
	}{
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
			func(t *testing.T, w *world) {
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
				w.options.Limit = impatient
				w.setup = editing(t, isAutoconfig, "<socketType>SSL<", "<socketType>plain<")
			},
			"autoconfig-plaintext no-encryption", doctor.Error, "*",
		},
		{
			"encrypted passwords only",
			func(t *testing.T, w *world) {
				w.setup = editing(t, isAutoconfig, "password-cleartext", "password-encrypted")
			},
			"autoconfig-encrypted-only=warning auth-not-offered", doctor.Error, "",
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
				w.options.Limit = impatient
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
		{
			"SRV records without _submission",
			func(_ *testing.T, w *world) { w.without("_submission._tcp", "_smtps._tcp") },
			"srv-no-submission", doctor.Warning, "",
		},
		{
			"SRV records for reading alone",
			func(_ *testing.T, w *world) { w.without("_submission", "_smtps._tcp") },
			"srv-half", doctor.Warning, "",
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
		t.Run(c.name, func(t *testing.T) {
			w := newWorld()
			c.spoil(t, w)
			r := w.examine(t, alice)
			for want := range strings.FieldsSeq(c.want) {
				id, other, differs := strings.Cut(want, "=")
				severity := c.severity
				if differs {
					severity = doctor.Severity(other)
				}
				if got := ids(r)[id]; got != severity {
					t.Errorf("%s is %q, want %q, in\n%s", id, got, severity, text(t, r))
				}
			}
			for _, client := range r.Clients {
				isWell := client.Verdict == doctor.Works || client.Verdict == doctor.Nothing || client.Verdict == doctor.Elsewhere
				isNamed := c.fails == "*" || strings.Contains(" "+c.fails+" ", " "+client.Key+" ")
				if !isWell && !isNamed && c.fails != "" {
					t.Errorf("%s is %s: %s", client.Name, client.Verdict, client.Why)
				}
				if c.fails != "*" && isNamed && client.Verdict == doctor.Works {
					t.Errorf("%s works, which it must not", client.Name)
				}
			}
		})
	}
}

func withoutQuery(r *http.Request) bool { return r.URL.RawQuery == "" }

// isOutlook recognises questions that are not an ActiveSync device's, which are
// longer and answered in another schema.
func isOutlook(r *http.Request) bool { return r.Header.Get("Content-Type") != "text/xml" }

// typed sends another type than it is told.
type typed struct {
	http.ResponseWriter

	wrong bool
}

func (w typed) WriteHeader(status int) {
	if w.wrong {
		w.Header().Set("Content-Type", "application/octet-stream")
	}
	w.ResponseWriter.WriteHeader(status)
}

// A domain that is not there is told from one that DNS cannot speak of.
func TestDomainsThatAreNotThere(t *testing.T) {
	for who, want := range map[string]string{
		"alice@gone.com":          "dns-no-such-domain",
		"alice@example.nosuchtld": "dns-unknown-tld",
	} {
		r := newWorld().examine(t, who)
		if ids(r)[want] != doctor.Error || len(r.Clients) > 0 {
			t.Errorf("%s: got\n%s\nwant %s", who, text(t, r), want)
		}
	}
	w := newWorld()
	w.failing = "example.com."
	if r := w.examine(t, alice); ids(r)["dns-failure"] != doctor.Error {
		t.Errorf("SERVFAIL: got\n%s", text(t, r))
	}
}

// Nothing waits longer than the run: a web server that never answers is named, and
// so is what could not be asked any more.
func TestATarpitEndsWithTheRun(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	w := newWorld()
	w.setup = answering(isAutoconfig, func(_ http.ResponseWriter, r *http.Request) {
		cancel()
		<-r.Context().Done()
	})
	r := w.examineIn(ctx, t, alice)
	found := ids(r)
	if found["web-timeout"] != doctor.Error || found["cut"] == "" || !r.Cut {
		t.Errorf("got\n%s", text(t, r))
	}
}

// A DNS server that is silent is told from one that says no.
func TestASilentDNSServer(t *testing.T) {
	w := newWorld()
	w.silent = true
	w.options.Limit = time.Second
	if r := w.examine(t, alice); ids(r)["dns-timeout"] != doctor.Error || !r.Cut {
		t.Errorf("got\n%s", text(t, r))
	}
}

// An international domain is asked for by its A-labels.
func TestAnInternationalDomain(t *testing.T) {
	w := newWorld()
	w.records = strings.ReplaceAll(w.records, "example.com.", "xn--fsqu00a.com.")
	w.provider = strings.ReplaceAll(w.provider, "example.com", "xn--fsqu00a.com")
	r := w.examine(t, "alice@例子.com")
	if ids(r)["idn"] != doctor.Note || r.Domain != "xn--fsqu00a.com" || r.Clients[0].Verdict != doctor.Works {
		t.Errorf("got\n%s", text(t, r))
	}
}
