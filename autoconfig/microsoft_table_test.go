package autoconfig_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"howett.net/plist"

	"signpost/autoconfig"
)

// microsoftRows are Outlook, ActiveSync devices, AutoDetect and Apple, and what
// attackers send to the same paths. MS29 and the QR code of MS34 have tests of
// their own (docs/conformance.md).
func microsoftRows() []row {
	return slices.Concat(poxRows(), poxBodyRows(), autodiscoverJSONRows(), profileRows(), hostRows())
}

func TestMicrosoftAndAppleClients(t *testing.T) {
	h := newHandler(t)
	for _, r := range microsoftRows() {
		t.Run(r.name, func(t *testing.T) {
			t.Log(r.says)
			r.check(t, h)
		})
	}
}

const exampleHost = "autodiscover.example.com"

// wantExamplePOX checks the settings of example.com as all four readers of POX
// see them.
func wantExamplePOX(t *testing.T, r reply, address string) {
	t.Helper()
	for _, name := range []string{"outlook", "thunderbird", "deltachat", "fairemail"} {
		wantSetup(t, r, name, "pox", address, "imap.example.com:993 tls", "smtp.example.com:465 tls")
	}
}

func poxRows() []row {
	return []row{
		{"MS1", "the classic Outlook wizard", func(t *testing.T, h *autoconfig.Handler) {
			r := outlookAsks(exampleHost, "user@example.com").of(t, h)
			wantExamplePOX(t, r, "user@example.com")
			for _, want := range []string{
				"<LoginName>user@example.com</LoginName>", "<SPA>off</SPA>", "<SSL>on</SSL>", "<Encryption>SSL</Encryption>",
				"<AuthRequired>on</AuthRequired>", "<DomainRequired>off</DomainRequired>",
			} {
				if n := strings.Count(r.body, want); n != 3 {
					t.Errorf("%s stands %d times, want once for IMAP, SMTP and POP3", want, n)
				}
			}
			if got := r.Header.Get("Content-Type"); got != "text/xml; charset=utf-8" || r.Header.Get("Cache-Control") != "no-store" {
				t.Errorf("Content-Type %q, Cache-Control %q", got, r.Header.Get("Cache-Control"))
			}
		}},
		{"MS2", "any letter case of the path", func(t *testing.T, h *autoconfig.Handler) {
			a := outlookAsks(exampleHost, "user@example.com")
			want := a.of(t, h)
			for _, target := range []string{
				"/Autodiscover/Autodiscover.xml", "/AutoDiscover/AutoDiscover.xml", "/AUTODISCOVER/AUTODISCOVER.XML",
				"/autodiscover/autodiscover.xml/", "//autodiscover//autodiscover.xml", "/autodiscover/autodiscover.xml?x=1",
			} {
				a.target = target
				wantSame(t, a.of(t, h), want)
			}
		}},
		{"MS3", "the root domain, behind a proxy", func(t *testing.T, h *autoconfig.Handler) {
			wantSame(t, outlookAsks("example.com", "user@example.com").of(t, h), outlookAsks(exampleHost, "user@example.com").of(t, h))
		}},
		{"MS4", "Outlook's redirect step", func(t *testing.T, h *autoconfig.Handler) {
			wantRedirect(t, ask{http: true, host: exampleHost, target: "/Autodiscover/Autodiscover.xml"}.of(t, h), "https://"+exampleHost+poxTarget)
		}},
		{"MS5", "exchangelib looks for the redirect with HEAD", func(t *testing.T, h *autoconfig.Handler) {
			wantRedirect(t, ask{method: http.MethodHead, http: true, host: exampleHost, target: poxTarget}.of(t, h), "https://"+exampleHost+poxTarget)
		}},
		{"MS6", "Thunderbird posts to the http URL", func(t *testing.T, h *autoconfig.Handler) {
			a := outlookAsks(exampleHost, "user@example.com")
			a.http = true
			wantRedirect(t, a.of(t, h), "https://"+exampleHost+poxTarget)
		}},
		{"MS7", "a password comes along", func(t *testing.T, h *autoconfig.Handler) {
			a := outlookAsks(exampleHost, "user@example.com")
			want := a.of(t, h)
			a.header["Authorization"] = []string{"Basic dTpw"}
			got := a.of(t, h)
			wantSame(t, got, want)
			if got.Header.Get("WWW-Authenticate") != "" {
				t.Error("WWW-Authenticate is set")
			}
		}},
		{"MS8", "a STARTTLS provider", func(t *testing.T, h *autoconfig.Handler) {
			r := outlookAsks("autodiscover.starttls.example", "user@starttls.example").of(t, h)
			for _, name := range []string{"outlook", "thunderbird", "deltachat", "fairemail"} {
				wantSetup(t, r, name, "pox", "user@starttls.example", "mail.starttls.example:143 starttls", "mail.starttls.example:587 starttls")
			}
		}},
		{"MS9", "Delta Chat asks with GET", func(t *testing.T, h *autoconfig.Handler) {
			r := ask{host: exampleHost, target: poxTarget}.of(t, h)
			wantSetup(t, r, "deltachat", "pox", "user@example.com", "imap.example.com:993 tls", "smtp.example.com:465 tls")
			if strings.Contains(r.body, "LoginName") || strings.Contains(r.body, "DisplayName") {
				t.Errorf("a login without an address:\n%s", r.body)
			}
		}},
		{"MS10", "Delta Chat and FairEmail at the domain itself", func(t *testing.T, h *autoconfig.Handler) {
			wantSame(t, ask{host: "example.com", target: poxTarget}.of(t, h), ask{host: exampleHost, target: poxTarget}.of(t, h))
			wantSame(t, outlookAsks("example.com", "user@example.com").of(t, h), outlookAsks(exampleHost, "user@example.com").of(t, h))
		}},
		{"MS11", "a form content type, or none", func(t *testing.T, h *autoconfig.Handler) {
			a := outlookAsks(exampleHost, "user@example.com")
			want := a.of(t, h)
			for _, header := range []http.Header{nil, {"Content-Type": {"application/x-www-form-urlencoded"}}, {"Content-Type": {"text/plain"}}} {
				a.header = header
				wantSame(t, a.of(t, h), want)
			}
		}},
		{"MS12", "eM Client finds CalDAV and CardDAV", func(t *testing.T, h *autoconfig.Handler) {
			r := outlookAsks("autodiscover.eas.example", "user@eas.example").of(t, h)
			root := wantRoot(t, r.body, "Autodiscover")
			for kind, url := range map[string]string{"CalDAV": "https://dav.eas.example/calendars/user@eas.example/", "CardDAV": "https://dav.eas.example/contacts/"} {
				e := root.FindElement("Response/Account/Protocol[Type='" + kind + "']")
				if e == nil || strings.Join(texts(e, "Server"), "") != url || strings.Join(texts(e, "LoginName"), "") != "user@eas.example" {
					t.Errorf("no block %s with %s in\n%s", kind, url, r.body)
				}
			}
			wantSetup(t, r, "outlook", "pox", "user@eas.example", "imap.eas.example:993 tls", "smtp.eas.example:465 tls")
		}},
		{"MS13", "an ActiveSync device", func(t *testing.T, h *autoconfig.Handler) {
			wantPOXError(t, deviceAsks(exampleHost, "user@example.com").of(t, h), "601")
			r := deviceAsks("autodiscover.eas.example", "user@eas.example").of(t, h)
			setup, err := r.read(t, readerOf(t, "activesync", "activesync"), "user@eas.example")
			if want := "https://eas.example/Microsoft-Server-ActiveSync"; err != nil || setup.URL != want {
				t.Errorf("%v, URL %q, want %q\n%s", err, setup.URL, want, r.body)
			}
		}},
	}
}

func poxBodyRows() []row {
	return []row{
		{"MS14", "a response schema that nobody knows", func(t *testing.T, h *autoconfig.Handler) {
			a := outlookAsks(exampleHost, "user@example.com")
			a.body = poxBody(outlookRequest, "user@example.com", "urn:nonsense")
			r := a.of(t, h)
			wantPOXError(t, r, "601")
			if strings.Contains(r.body, "nonsense") {
				t.Error("the schema is repeated")
			}
		}},
		{"MS15", "bodies that are no request", func(t *testing.T, h *autoconfig.Handler) {
			for _, body := range []string{"<Autodiscover/>", " ", "hello", poxBody(outlookRequest, "user", outlookAnswer), poxBody(outlookRequest, "", outlookAnswer), "<a/><b/>", poxBody("urn:x", "user@example.com", outlookAnswer)} {
				wantPOXError(t, ask{method: http.MethodPost, host: exampleHost, target: poxTarget, body: body}.of(t, h), "600")
			}
			wantPOXError(t, ask{method: http.MethodPost, host: exampleHost, target: poxTarget}.of(t, h), "600")
		}},
		{"MS16", "document types and entities", func(t *testing.T, h *autoconfig.Handler) {
			request := poxBody(outlookRequest, "&e;@example.com", outlookAnswer)
			for _, doctype := range []string{
				`<!DOCTYPE x [<!ENTITY e "user">]>`,
				`<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:1/evil">]>`,
				`<!doctype x SYSTEM "file:///etc/passwd">`,
				`<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY e "&b;&b;&b;&b;">]>`,
			} {
				body := strings.Replace(request, "?>\n", "?>\n"+doctype+"\n", 1)
				wantPOXError(t, ask{method: http.MethodPost, host: exampleHost, target: poxTarget, body: body}.of(t, h), "600")
			}
		}},
		{"MS17", "a body of 1 MiB", func(t *testing.T, h *autoconfig.Handler) {
			for _, chunked := range []bool{false, true} {
				a := ask{method: http.MethodPost, host: exampleHost, target: poxTarget, body: strings.Repeat("a", 1<<20)}
				r := a.request(t)
				if chunked {
					r.ContentLength = -1
				}
				w := newRecorder(h, r)
				if w.StatusCode != http.StatusRequestEntityTooLarge || w.Header.Get("Connection") != "close" || len(w.body) > 200 {
					t.Errorf("chunked %t: status %d, Connection %q, %d bytes", chunked, w.StatusCode, w.Header.Get("Connection"), len(w.body))
				}
			}
		}},
		{"MS18", "an address at a domain that is not served", func(t *testing.T, h *autoconfig.Handler) {
			wantPOXError(t, outlookAsks("autodiscover.unknown.example", "user@unknown.example").of(t, h), "500")
			wantPOXError(t, outlookAsks("autodiscover.unchecked.example", "user@unchecked.example").of(t, h), "500")
		}},
		{"MS19", "spellings of the request", checkPOXSpellings},
		{"MS20", "addresses with markup", func(t *testing.T, h *autoconfig.Handler) {
			for _, address := range []string{
				"a&amp;b&lt;x&gt;@example.com", "&lt;/EMailAddress&gt;@example.com", "a&quot;b@example.com", "a'b@example.com", "]]&gt;@example.com",
				"a&#10;b@example.com", "a&#0;b@example.com", "a\u202eb@example.com",
			} {
				r := outlookAsks(exampleHost, address).of(t, h)
				wantRoot(t, r.body, "Autodiscover")
				if strings.Contains(r.body, "<x>") || strings.ContainsAny(r.body, "\u202e\r\x00") {
					t.Errorf("%q comes back unescaped:\n%s", address, r.body)
				}
			}
		}},
	}
}

// checkPOXSpellings sends one question in every spelling that was seen.
func checkPOXSpellings(t *testing.T, h *autoconfig.Handler) {
	const address = "user@example.com"
	want := outlookAsks(exampleHost, address).of(t, h)
	plain := poxBody(outlookRequest, address, outlookAnswer)
	for name, body := range map[string]string{
		"https in the namespaces": strings.ReplaceAll(plain, "http://", "https://"),
		"prefixed elements": `<?xml version="1.0"?><n:Autodiscover xmlns:n="` + outlookRequest + `"><n:Request><n:EMailAddress>` + address +
			`</n:EMailAddress><n:AcceptableResponseSchema>` + outlookAnswer + `</n:AcceptableResponseSchema></n:Request></n:Autodiscover>`,
		"byte order mark":  "\ufeff" + plain,
		"blank first line": "\r\n\n" + plain,
		"schema before address": `<Autodiscover xmlns="` + outlookRequest + `"><Request><AcceptableResponseSchema>` + outlookAnswer +
			`</AcceptableResponseSchema><EMailAddress>` + address + `</EMailAddress></Request></Autodiscover>`,
		"no schema":               `<Autodiscover xmlns="` + outlookRequest + `"><Request><EMailAddress>` + address + `</EMailAddress></Request></Autodiscover>`,
		"blank schema":            poxBody(outlookRequest, address, "  "),
		"white space":             poxBody(outlookRequest, "\n  "+address+"\t", " "+outlookAnswer+"\n"),
		"other case of the names": strings.ReplaceAll(strings.ReplaceAll(plain, "EMailAddress", "EmailAddress"), "Request>", "request>"),
		"upper-case domain":       poxBody(outlookRequest, "user@EXAMPLE.com", outlookAnswer),
		"LegacyDN beside it":      strings.Replace(plain, "<EMailAddress>", "<LegacyDN>/o=x</LegacyDN><EMailAddress>", 1),
		"no namespace":            strings.Replace(plain, ` xmlns="`+outlookRequest+`"`, "", 1),
		"UTF-16, little endian":   utf16Text(plain, false, true),
		"UTF-16, big endian":      utf16Text(plain, true, true),
		"UTF-16 without a mark":   utf16Text(plain, false, false),
		"declared UTF-16":         strings.Replace(plain, "utf-8", "utf-16", 1),
		"Latin-1":                 strings.Replace(plain, "utf-8", "iso-8859-1", 1),
	} {
		t.Run(name, func(t *testing.T) {
			wantSame(t, ask{method: http.MethodPost, host: exampleHost, target: poxTarget, body: body}.of(t, h), want)
		})
	}
}

func autodiscoverJSONRows() []row {
	const path = "/autodiscover/autodiscover.json"
	wantV1 := func(t *testing.T, h *autoconfig.Handler, target string) {
		t.Helper()
		r := ask{host: exampleHost, target: target}.of(t, h)
		setup, err := r.read(t, readerOf(t, "autodetect", "autodiscover-json"), "u@example.com")
		if want := "https://" + exampleHost + poxTarget; err != nil || setup.URL != want {
			t.Errorf("%s: %v, URL %q, want %q", target, err, setup.URL, want)
		}
		if !strings.Contains(r.body, `"Protocol": "AutodiscoverV1"`) || r.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: Cache-Control %q, body %s", target, r.Header.Get("Cache-Control"), r.body)
		}
	}
	return []row{
		{"MS21", "AutoDetect asks for ActiveSync", func(t *testing.T, h *autoconfig.Handler) {
			r := ask{host: exampleHost, target: path + "?Email=u%40example.com&Protocol=ActiveSync&RedirectCount=1"}.of(t, h)
			wantJSONError(t, r, http.StatusBadRequest, "InvalidProtocol")
			r = ask{host: "autodiscover.eas.example", target: path + "?Email=u%40eas.example&Protocol=ActiveSync&RedirectCount=1"}.of(t, h)
			if setup, err := r.read(t, readerOf(t, "autodetect", "autodiscover-json"), "u@eas.example"); err != nil || setup.URL != "https://eas.example/Microsoft-Server-ActiveSync" {
				t.Errorf("%v, URL %q", err, setup.URL)
			}
		}},
		{"MS22", "Outlook 2019 asks for the XML", func(t *testing.T, h *autoconfig.Handler) {
			for _, query := range []string{
				"?Email=u%40example.com&Protocol=Autodiscoverv1&RedirectCount=1", "?email=u@example.com&protocol=AUTODISCOVERV1", "?Protocol=AutodiscoverV1&Email=u%40example.com&Unknown=1",
			} {
				wantV1(t, h, path+query)
			}
		}},
		{"MS23", "Outlook 365 asks with the address in the path", func(t *testing.T, h *autoconfig.Handler) {
			for _, target := range []string{
				path + "/v1.0/u@example.com?Protocol=Autodiscoverv1&RedirectCount=1", path + "/v1.0/u%40example.com?Protocol=Autodiscoverv1",
				"/Autodiscover/Autodiscover.json/V1.0/u@example.com?Protocol=Autodiscoverv1", path + "/v1.0/u+t@example.com/?Protocol=Autodiscoverv1",
			} {
				wantV1(t, h, target)
			}
		}},
		{"MS24", "Apple asks for Exchange", func(t *testing.T, h *autoconfig.Handler) {
			r := ask{host: exampleHost, target: path + "?Email=u%40example.com&Protocol=EWS&RedirectCount=1"}.of(t, h)
			wantJSONError(t, r, http.StatusBadRequest, "InvalidProtocol")
			for query, status := range map[string]int{"?Email=u%40example.com": 400, "?Protocol=AutodiscoverV1": 400, "?Protocol=AutodiscoverV1&Email=u": 400, "": 400} {
				wantJSONError(t, ask{host: exampleHost, target: path + query}.of(t, h), status, "MandatoryParameterMissing")
			}
			wantJSONError(t, ask{host: "autodiscover.unknown.example", target: path + "?Email=u%40unknown.example&Protocol=AutodiscoverV1"}.of(t, h), http.StatusNotFound, "UserNotFound")
			r = ask{host: exampleHost, target: path + "?Email=u%40example.com&Protocol=%3Cscript%3Ealert(1)%3C/script%3E" + strings.Repeat("a", 300)}.of(t, h)
			wantJSONError(t, r, http.StatusBadRequest, "InvalidProtocol")
			if strings.Contains(r.body, "<") || len(r.body) > 400 {
				t.Errorf("the protocol is repeated as it came: %s", r.body)
			}
		}},
		{"MS25", "SOAP", func(t *testing.T, h *autoconfig.Handler) {
			for _, target := range []string{"/autodiscover/autodiscover.svc", "/Autodiscover/Autodiscover.svc", "/EWS/Exchange.asmx", "/Microsoft-Server-ActiveSync", "/mapi/emsmdb"} {
				for _, method := range []string{http.MethodPost, http.MethodGet, http.MethodOptions} {
					if r := (ask{method: method, host: exampleHost, target: target}).of(t, h); r.StatusCode != http.StatusNotFound || r.body == "" {
						t.Errorf("%s %s: status %d, body %q", method, target, r.StatusCode, r.body)
					}
				}
			}
		}},
	}
}

// wantJSONError checks an error object of Autodiscover V2.
func wantJSONError(t *testing.T, r reply, status int, code string) {
	t.Helper()
	var failure struct{ ErrorCode, ErrorMessage string }
	if err := json.Unmarshal([]byte(r.body), &failure); err != nil {
		t.Errorf("%v in %s", err, r.body)
	}
	if r.StatusCode != status || failure.ErrorCode != code || failure.ErrorMessage == "" {
		t.Errorf("status %d, %+v, want %d and %s", r.StatusCode, failure, status, code)
	}
	if got := r.Header.Get("Content-Type"); got != "application/json; charset=utf-8" {
		t.Errorf("Content-Type %q", got)
	}
}

func profileRows() []row {
	return []row{
		{"MS26", "an iPhone opens the link to the profile", func(t *testing.T, h *autoconfig.Handler) {
			r := ask{host: "autoconfig.example.com", target: "/email.mobileconfig?email=u@example.com"}.of(t, h)
			wantSetup(t, r, "apple", "profile", "u@example.com", "imap.example.com:993 tls", "smtp.example.com:465 tls")
			if got := r.Header.Get("Content-Type"); got != "application/x-apple-aspen-config" {
				t.Errorf("Content-Type %q", got)
			}
			if got := r.Header.Get("Content-Disposition"); got != `attachment; filename="example.com.mobileconfig"` {
				t.Errorf("Content-Disposition %q", got)
			}
			profile := wantProfile(t, r)
			mail := payload(t, profile, "com.apple.mail.managed")
			if mail["IncomingMailServerPortNumber"] != uint64(993) || mail["OutgoingMailServerPortNumber"] != uint64(465) || mail["EmailAddress"] != "u@example.com" {
				t.Errorf("payload %v", mail)
			}
			if mail["IncomingPassword"] != nil || mail["OutgoingPassword"] != nil {
				t.Errorf("a password key in\n%s", r.body)
			}
			for _, target := range []string{"/mobileconfig/?emailaddress=u%40example.com", "/profile.mobileconfig?addresses=u@example.com", "/email.mobileconfig?address=u@example.com"} {
				wantSame(t, ask{host: "autoconfig.example.com", target: target}.of(t, h), r)
			}
		}},
		{"MS27", "a second time, and for another address", func(t *testing.T, h *autoconfig.Handler) {
			target := "/email.mobileconfig?email=u@example.com"
			one := wantProfile(t, ask{host: "autoconfig.example.com", target: target}.of(t, h))
			two := wantProfile(t, ask{host: "autoconfig.example.com", target: target}.of(t, newHandler(t)))
			other := wantProfile(t, ask{host: "autoconfig.example.com", target: "/email.mobileconfig?email=v@example.com"}.of(t, h))
			for _, key := range []string{"PayloadUUID", "PayloadIdentifier"} {
				if one[key] != two[key] || one[key] == other[key] || one[key] == payload(t, one, "com.apple.mail.managed")[key] {
					t.Errorf("%s: %v, again %v, for another %v, of the payload %v", key, one[key], two[key], other[key], payload(t, one, "com.apple.mail.managed")[key])
				}
			}
		}},
		{"MS28", "the generic profile", func(t *testing.T, h *autoconfig.Handler) {
			r := ask{host: "autoconfig.example.com", target: "/email.mobileconfig"}.of(t, h)
			wantSetup(t, r, "apple", "profile", "u@example.com", "imap.example.com:993 tls", "smtp.example.com:465 tls")
			if r.Header.Get("ETag") == "" || r.Header.Get("Cache-Control") != "public, max-age=300" {
				t.Errorf("ETag %q, Cache-Control %q", r.Header.Get("ETag"), r.Header.Get("Cache-Control"))
			}
			mail := payload(t, wantProfile(t, r), "com.apple.mail.managed")
			for _, key := range []string{"EmailAddress", "IncomingMailServerUsername", "OutgoingMailServerUsername", "EmailAccountName"} {
				if value, ok := mail[key]; ok {
					t.Errorf("%s is %v, want it left to the device", key, value)
				}
			}
			wantSame(t, ask{host: "localhost:8080", target: "/email.mobileconfig?domain=example.com"}.of(t, h), r)
		}},
		{"MS30", "crafted addresses and names", func(t *testing.T, h *autoconfig.Handler) {
			for _, query := range []string{
				"?email=x%0d%0aSet-Cookie:a@example.com", "?email=u@example.com&name=%3C/string%3E%3Ckey%3EIncomingPassword%3C/key%3E",
				"?email=u@example.com&name=%E2%80%AEevil", "?email=u@example.com&email=v@example.com", "?email=u@example.com&password=x", "?email=u%22;x=%22@example.com",
				"?email=u@example.com&name=" + strings.Repeat("n", 65),
			} {
				r := ask{host: "autoconfig.example.com", target: "/email.mobileconfig" + query}.of(t, h)
				if r.StatusCode == http.StatusOK {
					if mail := payload(t, wantProfile(t, r), "com.apple.mail.managed"); mail["IncomingPassword"] != nil || mail["EmailAccountName"] != "</string><key>IncomingPassword</key>" {
						t.Errorf("%s: payload %v", query, mail)
					}
				} else if r.StatusCode != http.StatusBadRequest {
					t.Errorf("%s: status %d, want 400", query, r.StatusCode)
				}
				if len(r.Header.Values("Content-Disposition")) > 1 || r.Header.Get("Set-Cookie") != "" {
					t.Errorf("%s: headers %v", query, r.Header)
				}
			}
		}},
	}
}

// wantProfile parses a property list with another project's parser.
func wantProfile(t *testing.T, r reply) map[string]any {
	t.Helper()
	if r.StatusCode != http.StatusOK {
		t.Fatalf("status %d, body %s", r.StatusCode, r.body)
	}
	var profile map[string]any
	if _, err := plist.Unmarshal([]byte(r.body), &profile); err != nil {
		t.Fatalf("%v in\n%s", err, r.body)
	}
	return profile
}

// payload finds the payload of a type.
func payload(t *testing.T, profile map[string]any, kind string) map[string]any {
	t.Helper()
	content, ok := profile["PayloadContent"].([]any)
	if !ok {
		t.Fatalf("PayloadContent is %v", profile["PayloadContent"])
	}
	for _, item := range content {
		if p, ok := item.(map[string]any); ok && p["PayloadType"] == kind {
			return p
		}
	}
	t.Fatalf("no payload %s", kind)
	return nil
}

func hostRows() []row {
	return []row{
		{"MS31", "a Host that is none of ours", func(t *testing.T, h *autoconfig.Handler) {
			for _, target := range []string{
				"/mail/config-v1.1.xml", wellKnown, poxTarget, "/autodiscover/autodiscover.json?Email=u%40example.com&Protocol=AutodiscoverV1",
				"/email.mobileconfig", "/.well-known/user-agent-configuration.json", "/.well-known/caldav", "/",
			} {
				for _, plain := range []bool{false, true} {
					r := ask{http: plain, host: "evil.example", target: target}.of(t, h)
					if strings.Contains(r.body, "evil.example") || strings.Contains(r.Header.Get("Location"), "evil") {
						t.Errorf("%s: the Host is reflected: %v %s", target, r.Header, r.body)
					}
					if r.StatusCode != http.StatusNotFound && r.StatusCode != http.StatusBadRequest && target != "/" {
						t.Errorf("%s: status %d, want 404 or 400", target, r.StatusCode)
					}
				}
			}
		}},
		{"MS32", "a mailbox that exists and one that does not", func(t *testing.T, h *autoconfig.Handler) {
			for _, format := range []func(string) ask{
				func(local string) ask { return outlookAsks(exampleHost, local+"@example.com") },
				func(local string) ask {
					return ask{host: exampleHost, target: "/autodiscover/autodiscover.json?Email=" + local + "%40example.com&Protocol=AutodiscoverV1"}
				},
				func(local string) ask { return ask{host: exampleHost, target: "/lookup/" + local + "@example.com"} },
			} {
				one, two := format("postmaster").of(t, h), format("nosuchbox0").of(t, h)
				one.body = strings.ReplaceAll(one.body, "postmaster", "nosuchbox0")
				wantSame(t, two, one)
			}
		}},
		{"MS33", "Nine for Android has a path of its own", func(t *testing.T, h *autoconfig.Handler) {
			r := ask{host: "autoconfig.example.com", target: "/v1.1/mail/config-v1.1.xml?emailaddress=user%40example.com"}.of(t, h)
			wantSame(t, r, autoconfigAsks("autoconfig.example.com", "?emailaddress=user%40example.com").of(t, h))
		}},
		{"MS34", "a browser", func(t *testing.T, h *autoconfig.Handler) {
			r := ask{host: "autoconfig.example.com", target: "/", header: http.Header{"Accept": {"text/html"}, "Accept-Language": {"en"}}}.of(t, h)
			for _, want := range []string{"<!doctype html>", "imap.example.com", "993", "smtp.example.com", "/email.mobileconfig?domain=example.com"} {
				if !strings.Contains(r.body, want) {
					t.Errorf("the page does not hold %q:\n%s", want, r.body)
				}
			}
			// Scripts are files of ours, and none is needed.
			if strings.Contains(r.body, "<script>") || strings.Contains(r.body, "onclick") || !strings.Contains(r.Header.Get("Content-Security-Policy"), "default-src 'none'") {
				t.Errorf("a script, or policy %q", r.Header.Get("Content-Security-Policy"))
			}
		}},
		{"MS35", "a Host with a trailing dot, capitals and a port", func(t *testing.T, h *autoconfig.Handler) {
			wantSame(t, outlookAsks("Autodiscover.Example.COM.:443", "user@example.com").of(t, h), outlookAsks(exampleHost, "user@example.com").of(t, h))
			wantSame(t, ask{host: "Autodiscover.Example.COM.:443", target: poxTarget}.of(t, h), ask{host: exampleHost, target: poxTarget}.of(t, h))
		}},
	}
}
