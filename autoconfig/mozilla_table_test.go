package autoconfig_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"signpost/autoconfig"
	"signpost/provider"
)

// A row is one black-box case: what a client sends and what it can use. Its name
// is that of the row in docs/conformance.md.
type row struct {
	name, says string
	check      func(*testing.T, *autoconfig.Handler)
}

const wellKnown = "/.well-known/autoconfig/mail/config-v1.1.xml"

// mozillaRows are the clients of Mozilla's autoconfig and of the IETF's drafts.
func mozillaRows() []row {
	return slices.Concat(thunderbirdRows(), thunderbirdPOXRows(), otherClientRows(), oddRequestRows())
}

func TestMozillaAndIETFClients(t *testing.T) {
	h := newHandler(t)
	for _, r := range mozillaRows() {
		t.Run(r.name, func(t *testing.T) {
			t.Log(r.says)
			r.check(t, h)
		})
	}
}

func thunderbirdRows() []row {
	return []row{
		{"TB1", "Thunderbird asks the autoconfig host", func(t *testing.T, h *autoconfig.Handler) {
			r := autoconfigAsks("autoconfig.sina.com", "?emailaddress=user%40sina.com").of(t, h)
			wantDocument(t, r, "sina.com")
			wantSetup(t, r, "thunderbird", "autoconfig", "user@sina.com", "imap.sina.com:993 tls", "smtp.sina.com:465 tls")
		}},
		{"TB2", "Thunderbird asks the domain itself and gets the same bytes", func(t *testing.T, h *autoconfig.Handler) {
			one := autoconfigAsks("autoconfig.sina.com", "?emailaddress=user%40sina.com").of(t, h)
			two := ask{host: "sina.com", target: wellKnown + "?emailaddress=user%40sina.com"}.of(t, h)
			wantDocument(t, two, "sina.com")
			wantSame(t, two, one)
		}},
		{"TB3", "both over plain http", func(t *testing.T, h *autoconfig.Handler) {
			secure := autoconfigAsks("autoconfig.sina.com", "?emailaddress=user%40sina.com")
			open := secure
			open.http = true
			wantSame(t, open.of(t, h), secure.of(t, h))
			apex := ask{http: true, host: "sina.com", target: wellKnown + "?emailaddress=user%40sina.com"}
			wantSame(t, apex.of(t, h), secure.of(t, h))
		}},
		{"TB4", "an address with an encoded plus", func(t *testing.T, h *autoconfig.Handler) {
			r := autoconfigAsks("autoconfig.example.com", "?emailaddress=u%2Btag%40example.com").of(t, h)
			for _, name := range usernames(wantDocument(t, r, "example.com")) {
				if name != "%EMAILADDRESS%" && name != "u+tag@example.com" {
					t.Errorf("username %q", name)
				}
			}
			r = autoconfigAsks("autoconfig.local.example", "?emailaddress=u%2Btag%40local.example").of(t, h)
			for _, name := range usernames(wantDocument(t, r, "local.example")) {
				if name != "u+tag" {
					t.Errorf("username %q, want u+tag", name)
				}
			}
		}},
		{"TB5", "international domains, as A-labels and as UTF-8", func(t *testing.T, h *autoconfig.Handler) {
			const domain = "xn--fsqu00a.example"
			for _, spelling := range []string{domain, url.QueryEscape("例子.example"), "例子.example", "XN--FSQU00A.Example"} {
				r := autoconfigAsks("autoconfig."+domain, "?emailaddress=%E4%BD%A0%40"+spelling).of(t, h)
				wantDocument(t, r, domain)
			}
			r := ask{host: "例子.example", target: wellKnown}.of(t, h)
			wantDocument(t, r, domain)
		}},
		{"TB6", "a local part that looks like a number stays a placeholder", func(t *testing.T, h *autoconfig.Handler) {
			for _, local := range []string{"007", "1e3", "12345678901234567890", "true", "0x10", "a1"} {
				r := autoconfigAsks("autoconfig.local.example", "?emailaddress="+local+"%40local.example").of(t, h)
				for _, name := range usernames(wantDocument(t, r, "local.example")) {
					if name != "%EMAILLOCALPART%" {
						t.Errorf("username %q for local part %q, want the placeholder", name, local)
					}
				}
			}
		}},
		{"TB7", "an unknown domain is 404, so that the search goes on", func(t *testing.T, h *autoconfig.Handler) {
			r := autoconfigAsks("autoconfig.unknown.example", "?emailaddress=u%40unknown.example").of(t, h)
			wantRefused(t, r, http.StatusNotFound, "unknown.example")
		}},
		{"TB8", "the hoster's server is asked about a customer's domain", func(t *testing.T, h *autoconfig.Handler) {
			r := autoconfigAsks("autoconfig.hoster.example", "?emailaddress=user%40customer.example").of(t, h)
			p := wantDocument(t, r, "customer.example")
			if got, want := texts(p, "domain"), []string{"customer.example", "hoster.example"}; !slices.Equal(got, want) {
				t.Errorf("domains %q, want %q", got, want)
			}
		}},
		{"TB9", "a private ISPDB", func(t *testing.T, h *autoconfig.Handler) {
			accept := http.Header{"Accept": {"application/xml,text/xml,*/*"}}
			r := ask{host: "db.example.net", target: "/v1.1/local.example", header: accept}.of(t, h)
			for _, name := range usernames(wantDocument(t, r, "local.example")) {
				if name != "%EMAILLOCALPART%" {
					t.Errorf("username %q, want the placeholder", name)
				}
			}
			wantRefused(t, ask{host: "sina.com", target: "/v1.1/unknown.example", header: accept}.of(t, h), http.StatusNotFound, "unknown.example")
		}},
		{"TB15", "a second request with the ETag of the first", func(t *testing.T, h *autoconfig.Handler) {
			a := autoconfigAsks("autoconfig.sina.com", "?emailaddress=user%40sina.com")
			first := a.of(t, h)
			tag := first.Header.Get("ETag")
			if tag == "" || strings.HasPrefix(tag, "W/") {
				t.Fatalf("ETag %q, want a strong one", tag)
			}
			if got := first.Header.Get("Cache-Control"); got != "public, max-age=300" {
				t.Errorf("Cache-Control %q", got)
			}
			a.header = http.Header{"If-None-Match": {tag}}
			if second := a.of(t, h); second.StatusCode != http.StatusNotModified || second.body != "" || second.Header.Get("ETag") != tag {
				t.Errorf("status %d, ETag %q, body %q, want 304 with the same tag and no body", second.StatusCode, second.Header.Get("ETag"), second.body)
			}
		}},
	}
}

func thunderbirdPOXRows() []row {
	return []row{
		{"TB10", "Thunderbird asks by POX", func(t *testing.T, h *autoconfig.Handler) {
			r := outlookAsks("autodiscover.sina.com", "user@sina.com").of(t, h)
			wantSetup(t, r, "thunderbird", "pox", "user@sina.com", "imap.sina.com:993 tls", "smtp.sina.com:465 tls")
			if strings.Contains(r.body, "<SPA>on") || strings.Contains(r.body, "<SSL>off") {
				t.Errorf("SPA on or SSL off in\n%s", r.body)
			}
		}},
		{"TB11", "the same with a password: it is neither read nor asked for", func(t *testing.T, h *autoconfig.Handler) {
			a := outlookAsks("autodiscover.sina.com", "user@sina.com")
			without := a.of(t, h)
			a.header["Authorization"] = []string{"Basic dXNlckBzaW5hLmNvbTpzZWNyZXQ="}
			with := a.of(t, h)
			wantSame(t, with, without)
			if with.Header.Get("WWW-Authenticate") != "" {
				t.Error("WWW-Authenticate is set")
			}
		}},
		{"TB12", "an address with an ampersand, not escaped", func(t *testing.T, h *autoconfig.Handler) {
			r := outlookAsks("autodiscover.example.com", "a&b@example.com").of(t, h)
			wantSetup(t, r, "thunderbird", "pox", "a&b@example.com", "imap.example.com:993 tls", "smtp.example.com:465 tls")
		}},
		{"TB13", "POST over plain http, and the GET that follows the redirect", func(t *testing.T, h *autoconfig.Handler) {
			a := outlookAsks("autodiscover.sina.com", "user@sina.com")
			a.http = true
			wantRedirect(t, a.of(t, h), "https://autodiscover.sina.com/autodiscover/autodiscover.xml")
			followed := ask{host: "autodiscover.sina.com", target: poxTarget}.of(t, h)
			if _, err := followed.read(t, readerOf(t, "thunderbird", "pox"), "user@sina.com"); err != nil {
				t.Errorf("the GET is a 2xx and no full document: %v", err)
			}
		}},
		{"TB14", "a STARTTLS provider", func(t *testing.T, h *autoconfig.Handler) {
			r := outlookAsks("autodiscover.starttls.example", "user@starttls.example").of(t, h)
			wantSetup(t, r, "thunderbird", "pox", "user@starttls.example", "mail.starttls.example:143 starttls", "mail.starttls.example:587 starttls")
			if strings.Contains(r.body, "<SSL>off") || strings.Count(r.body, "<Encryption>TLS</Encryption>") != 2 {
				t.Errorf("want SSL on and Encryption TLS in\n%s", r.body)
			}
		}},
	}
}

func otherClientRows() []row {
	return []row{
		{"TA1", "Thunderbird for Android sends no address", func(t *testing.T, h *autoconfig.Handler) {
			r := autoconfigAsks("autoconfig.sina.com", "").of(t, h)
			if got := usernames(wantDocument(t, r, "sina.com")); slices.ContainsFunc(got, func(s string) bool { return s != "%EMAILADDRESS%" }) {
				t.Errorf("usernames %q", got)
			}
			wantSetup(t, r, "k9", "autoconfig", "user@sina.com", "imap.sina.com:993 tls", "smtp.sina.com:465 tls")
		}},
		{"TA2", "and asks the domain itself", func(t *testing.T, h *autoconfig.Handler) {
			r := ask{host: "sina.com", target: wellKnown}.of(t, h)
			wantDocument(t, r, "sina.com")
			wantSetup(t, r, "k9", "autoconfig", "user@sina.com", "imap.sina.com:993 tls", "smtp.sina.com:465 tls")
		}},
		{"TA3", "no provider makes it drop the document", checkAndroidTakesEveryProvider},
		{"TA4", "no redirect, so every hop is https", func(t *testing.T, h *autoconfig.Handler) {
			r := autoconfigAsks("autoconfig.sina.com", "").of(t, h)
			if r.StatusCode != http.StatusOK || r.Header.Get("Location") != "" {
				t.Errorf("status %d, Location %q", r.StatusCode, r.Header.Get("Location"))
			}
		}},
		{"TA5", "the hoster's own settings, by MX", func(t *testing.T, h *autoconfig.Handler) {
			wantDocument(t, autoconfigAsks("autoconfig.hoster.example", "").of(t, h), "hoster.example")
		}},
		{"EV1", "Evolution sends the hash of the address too", func(t *testing.T, h *autoconfig.Handler) {
			r := autoconfigAsks("autoconfig.sina.com", "?emailaddress=EVOLUTIONUSER%40sina.com&emailmd5=0123456789abcdef0123456789abcdef").of(t, h)
			wantDocument(t, r, "sina.com")
			wantSetup(t, r, "evolution", "autoconfig", "user@sina.com", "imap.sina.com:993 tls", "smtp.sina.com:465 tls")
		}},
		{"EV2", "and asks the domain itself", func(t *testing.T, h *autoconfig.Handler) {
			r := ask{host: "sina.com", target: wellKnown + "?emailaddress=user%40sina.com&emailmd5=0123456789abcdef0123456789abcdef"}.of(t, h)
			wantDocument(t, r, "sina.com")
			wantSetup(t, r, "evolution", "autoconfig", "user@sina.com", "imap.sina.com:993 tls", "smtp.sina.com:465 tls")
		}},
		{"KM1", "KMail takes 200 and nothing else", func(t *testing.T, h *autoconfig.Handler) {
			r := autoconfigAsks("autoconfig.sina.com", "").of(t, h)
			wantSetup(t, r, "kmail", "autoconfig", "user@sina.com", "imap.sina.com:993 tls", "smtp.sina.com:465 tls")
			if strings.Contains(r.body, "OAuth2") {
				t.Error("OAuth2 for a provider that has none")
			}
		}},
		{"DC1", "Delta Chat encodes everything and sends no headers", func(t *testing.T, h *autoconfig.Handler) {
			r := autoconfigAsks("autoconfig.sina.com", "?emailaddress=a%2Db%5Fc%40sina.com").of(t, h)
			wantDocument(t, r, "sina.com")
			wantSetup(t, r, "deltachat", "autoconfig", "a-b_c@sina.com", "imap.sina.com:993 tls", "smtp.sina.com:465 tls")
			absolute := ask{host: "autoconfig.sina.com", target: "http://autoconfig.sina.com/mail/config-v1.1.xml?emailaddress=a%2Db%5Fc%40sina.com"}
			wantSame(t, absolute.of(t, h), r)
		}},
		{"DC2", "and asks the domain itself without an address", func(t *testing.T, h *autoconfig.Handler) {
			wantDocument(t, ask{host: "sina.com", target: wellKnown}.of(t, h), "sina.com")
		}},
		{"DC3", "GET on POX", func(t *testing.T, h *autoconfig.Handler) {
			for _, host := range []string{"sina.com", "autodiscover.sina.com"} {
				r := ask{host: host, target: poxTarget}.of(t, h)
				wantSetup(t, r, "deltachat", "pox", "user@sina.com", "imap.sina.com:993 tls", "smtp.sina.com:465 tls")
			}
			if r := (ask{host: "autodiscover.unknown.example", target: poxTarget}).of(t, h); r.StatusCode != http.StatusNotFound {
				t.Errorf("status %d for an unknown domain, want 404", r.StatusCode)
			}
			// A 200 without servers would end its search.
			for _, domain := range []string{"oauth.example", "closed.example", "unchecked.example"} {
				if r := (ask{host: "autodiscover." + domain, target: poxTarget}).of(t, h); r.StatusCode != http.StatusNotFound {
					t.Errorf("status %d for %s, whose settings POX cannot say, want 404", r.StatusCode, domain)
				}
			}
		}},
		{"DC4", "redirects are absolute", func(t *testing.T, h *autoconfig.Handler) {
			r := ask{http: true, host: "autodiscover.sina.com", target: poxTarget}.of(t, h)
			wantRedirect(t, r, "https://autodiscover.sina.com/autodiscover/autodiscover.xml")
		}},
		{"FE1", "FairEmail sends + and @ as they are", func(t *testing.T, h *autoconfig.Handler) {
			r := autoconfigAsks("autoconfig.local.example", "?emailaddress=u+tag@local.example").of(t, h)
			for _, name := range usernames(wantDocument(t, r, "local.example")) {
				if name != "u+tag" {
					t.Errorf("username %q, want u+tag", name)
				}
			}
		}},
		{"FE2", "FairEmail shows how to get Sina's code", checkFairEmailShowsSinaSteps},
		{"FE3", "FairEmail posts POX as a form", func(t *testing.T, h *autoconfig.Handler) {
			a := outlookAsks("autodiscover.sina.com", "user@sina.com")
			a.header.Set("Content-Type", "application/x-www-form-urlencoded")
			wantSetup(t, a.of(t, h), "fairemail", "pox", "user@sina.com", "imap.sina.com:993 tls", "smtp.sina.com:465 tls")
		}},
		{"AE1", "aerc", func(t *testing.T, h *autoconfig.Handler) {
			r := autoconfigAsks("autoconfig.sina.com", "?emailaddress=user%40sina.com").of(t, h)
			wantSetup(t, r, "aerc", "autoconfig", "user@sina.com", "imap.sina.com:993 tls", "smtp.sina.com:465 tls")
			r = autoconfigAsks("autoconfig.local.example", "?emailaddress=user%40local.example").of(t, h)
			wantSetup(t, r, "aerc", "autoconfig", "user@local.example", "imap.local.example:993 tls", "smtp.local.example:465 tls")
		}},
		{"GE1", "Geary looks at the first servers, and at the body of a 404", func(t *testing.T, h *autoconfig.Handler) {
			r := autoconfigAsks("autoconfig.sina.com", "").of(t, h)
			wantSetup(t, r, "geary", "autoconfig", "user@sina.com", "imap.sina.com:993 tls", "smtp.sina.com:465 tls")
			r = autoconfigAsks("autoconfig.unknown.example", "").of(t, h)
			if _, err := r.read(t, readerOf(t, "geary", "autoconfig"), "u@unknown.example"); err == nil || r.StatusCode != http.StatusNotFound {
				t.Errorf("status %d, error %v, want 404 and a body that Geary cannot read", r.StatusCode, err)
			}
		}},
		{"MS1", "Mailspring", func(t *testing.T, h *autoconfig.Handler) {
			r := autoconfigAsks("autoconfig.sina.com", "").of(t, h)
			wantSetup(t, r, "mailspring", "autoconfig", "user@sina.com", "imap.sina.com:993 tls", "smtp.sina.com:465 tls")
			r = autoconfigAsks("autoconfig.local.example", "").of(t, h)
			wantSetup(t, r, "mailspring", "autoconfig", "user@local.example", "imap.local.example:993 tls", "smtp.local.example:465 tls")
		}},
		{"NC1", "Nextcloud Mail sends the address as it is", func(t *testing.T, h *autoconfig.Handler) {
			for _, address := range []string{"user@sina.com", "u+t@sina.com"} {
				r := autoconfigAsks("autoconfig.sina.com", "?emailaddress="+address).of(t, h)
				wantSetup(t, r, "nextcloud", "autoconfig", address, "imap.sina.com:993 tls", "smtp.sina.com:465 tls")
			}
			r := autoconfigAsks("autoconfig.unknown.example", "?emailaddress=u+t@unknown.example").of(t, h)
			if r.StatusCode < 400 || r.StatusCode > 499 {
				t.Errorf("status %d for an unknown domain, want 4xx", r.StatusCode)
			}
		}},
		{"PA1", "Parula finds the domain in the list", func(t *testing.T, h *autoconfig.Handler) {
			r := autoconfigAsks("autoconfig.sina.com", "?emailaddress=user%40sina.com").of(t, h)
			wantSetup(t, r, "parula", "autoconfig", "user@sina.com", "imap.sina.com:993 tls", "smtp.sina.com:465 tls")
		}},
		{"PA2", "Parula asks for Exchange", checkParulaAsksForExchange},
		{"PM1", "pimalaya follows no redirect and sends the address as it is", func(t *testing.T, h *autoconfig.Handler) {
			r := autoconfigAsks("autoconfig.sina.com", "?emailaddress=u+t@sina.com").of(t, h)
			wantSetup(t, r, "pimalaya", "autoconfig", "u+t@sina.com", "imap.sina.com:993 tls", "smtp.sina.com:465 tls")
		}},
		{"PM2", "PACC", checkPACC},
		{"PM3", "PACC cannot say STARTTLS", func(t *testing.T, h *autoconfig.Handler) {
			for _, domain := range []string{"starttls.example", "local.example", "unknown.example", "unchecked.example", "oauth.example"} {
				r := ask{host: "ua-auto-config." + domain, target: "/.well-known/user-agent-configuration.json"}.of(t, h)
				if r.StatusCode != http.StatusNotFound {
					t.Errorf("status %d for %s, want 404", r.StatusCode, domain)
				}
			}
		}},
		{"SN1", "SnappyMail asks at the path of an old draft", func(t *testing.T, h *autoconfig.Handler) {
			r := ask{host: "autoconfig.sina.com", target: "/.well-known/mail-v1.xml?emailaddress=user%40sina.com"}.of(t, h)
			wantDocument(t, r, "sina.com")
		}},
		{"HO1", "Horde asks over plain http", func(t *testing.T, h *autoconfig.Handler) {
			a := autoconfigAsks("autoconfig.sina.com", "?emailaddress=user%40sina.com")
			a.http = true
			wantDocument(t, a.of(t, h), "sina.com")
			a = autoconfigAsks("autoconfig.unknown.example", "?emailaddress=user%40unknown.example")
			a.http = true
			wantRefused(t, a.of(t, h), http.StatusNotFound, "unknown.example")
		}},
		{"IO1", "the Thunderbird for iOS of a fork leaves + and @ as they are", func(t *testing.T, h *autoconfig.Handler) {
			r := autoconfigAsks("autoconfig.local.example", "?emailaddress=u+t@local.example").of(t, h)
			if got := usernames(wantDocument(t, r, "local.example")); !slices.Equal(got, []string{"u+t", "u+t"}) {
				t.Errorf("usernames %q, want u+t", got)
			}
			wantDocument(t, ask{host: "local.example", target: wellKnown}.of(t, h), "local.example")
		}},
	}
}

func checkAndroidTakesEveryProvider(t *testing.T, h *autoconfig.Handler) {
	k9 := readerOf(t, "k9", "autoconfig")
	for _, p := range fullTable(t).Providers() {
		for _, domain := range p.Domains {
			domain = askable(domain)
			a, err := provider.Resolve(p, domain, "")
			if err != nil || a.IMAP.IsZero() || a.SMTP.IsZero() {
				continue
			}
			r := autoconfigAsks("autoconfig."+domain, "").of(t, h)
			wantDocument(t, r, domain)
			// Where OAuth2 alone is real, Android decides by its own list of hosts.
			if _, err := r.read(t, k9, "user@"+domain); err != nil && p.Secret.Typed() {
				t.Errorf("%s: %v", domain, err)
			}
		}
	}
}

func checkFairEmailShowsSinaSteps(t *testing.T, h *autoconfig.Handler) {
	r := autoconfigAsks("autoconfig.sina.com", "?emailaddress=user+tag@sina.com").of(t, h)
	p := wantDocument(t, r, "sina.com")
	setup, err := r.read(t, readerOf(t, "fairemail", "autoconfig"), "user+tag@sina.com")
	if err != nil {
		t.Fatal(err)
	}
	notes := strings.Join(setup.Notes, "\n")
	for _, want := range []string{"authorization code", "https://help.sina.com.cn/", "https://mail.sina.com.cn"} {
		if !strings.Contains(notes, want) {
			t.Errorf("FairEmail does not show %q, only\n%s", want, notes)
		}
	}
	for _, lang := range []string{"en", "zh"} {
		for _, path := range []string{"documentation/descr", "enable/instruction"} {
			if p.FindElement(path+"[@lang='"+lang+"']") == nil {
				t.Errorf("no %s in %s", path, lang)
			}
		}
	}
	if e := p.FindElement("enable/instruction[@lang='zh']"); e != nil && !strings.Contains(e.Text(), "客户端授权码（16 位）") {
		t.Errorf("the Chinese instruction does not name the code: %s", e.Text())
	}
}

func checkParulaAsksForExchange(t *testing.T, h *autoconfig.Handler) {
	for _, protocol := range []string{"Ews", "ActiveSync", "REST"} {
		r := ask{host: "autodiscover.sina.com", target: "/autodiscover/autodiscover.json/v1.0/user@sina.com?Protocol=" + protocol}.of(t, h)
		var failure struct{ ErrorCode, ErrorMessage string }
		if err := json.Unmarshal([]byte(r.body), &failure); err != nil || failure.ErrorCode == "" || failure.ErrorMessage == "" {
			t.Errorf("%s: %v, body %s", protocol, err, r.body)
		}
		if _, err := r.read(t, readerOf(t, "parula", "autodiscover-json"), "user@sina.com"); err == nil {
			t.Errorf("%s: Parula would set Exchange up", protocol)
		}
	}
	r := ask{host: "autodiscover.eas.example", target: "/autodiscover/autodiscover.json/v1.0/user@eas.example?Protocol=Ews"}.of(t, h)
	setup, err := r.read(t, readerOf(t, "parula", "autodiscover-json"), "user@eas.example")
	if want := "https://eas.example/EWS/Exchange.asmx"; err != nil || setup.URL != want {
		t.Errorf("%v, URL %q, want %q", err, setup.URL, want)
	}
}

func checkPACC(t *testing.T, h *autoconfig.Handler) {
	a := ask{host: "ua-auto-config.sina.com", target: "/.well-known/user-agent-configuration.json"}
	r := a.of(t, h)
	if got := r.Header.Get("Content-Type"); got != "application/json" {
		t.Errorf("Content-Type %q", got)
	}
	for _, name := range []string{"pimalaya", "evolution"} {
		wantSetup(t, r, name, "pacc", "user@sina.com", "imap.sina.com:993 tls", "smtp.sina.com:465 tls")
	}
	var document struct {
		Protocols      map[string]struct{ Host string }
		Authentication map[string]any
		Info           struct{ Provider struct{ Name string } }
	}
	if err := json.Unmarshal([]byte(r.body), &document); err != nil {
		t.Fatal(err)
	}
	if document.Protocols["submit"] != document.Protocols["smtp"] || document.Authentication["password"] != true || document.Info.Provider.Name == "" {
		t.Errorf("document %+v", document)
	}
	wantSame(t, a.of(t, newHandler(t)), r)
}

func oddRequestRows() []row {
	return []row{
		{"CU1", "HEAD, and a Host in any spelling", checkHeadAndHosts},
		{"CU2", "odd addresses", checkOddAddresses},
		{"CU3", "a browser of another origin", func(t *testing.T, h *autoconfig.Handler) {
			for _, target := range []string{"/mail/config-v1.1.xml", wellKnown, "/v1.1/sina.com"} {
				a := ask{method: http.MethodOptions, host: "autoconfig.sina.com", target: target, header: http.Header{"Origin": {"https://app.example"}}}
				r := a.of(t, h)
				if r.StatusCode != http.StatusNoContent || r.Header.Get("Access-Control-Allow-Origin") != "*" {
					t.Errorf("%s: status %d, Allow-Origin %q", target, r.StatusCode, r.Header.Get("Access-Control-Allow-Origin"))
				}
				a.method = http.MethodGet
				if r := a.of(t, h); r.Header.Get("Access-Control-Allow-Origin") != "*" {
					t.Errorf("%s: GET without Allow-Origin", target)
				}
			}
		}},
		{"CU4", "a mailbox that does not exist", func(t *testing.T, h *autoconfig.Handler) {
			nobody := autoconfigAsks("autoconfig.sina.com", "?emailaddress=nobody%40sina.com").of(t, h)
			somebody := autoconfigAsks("autoconfig.sina.com", "?emailaddress=real%40sina.com").of(t, h)
			wantSame(t, nobody, somebody)
		}},
		{"CU5", "POST and PUT", func(t *testing.T, h *autoconfig.Handler) {
			for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete, "PROPFIND", "BREW"} {
				for _, target := range []string{"/mail/config-v1.1.xml", wellKnown, "/v1.1/sina.com"} {
					r := ask{method: method, host: "autoconfig.sina.com", target: target}.of(t, h)
					if r.StatusCode != http.StatusMethodNotAllowed || r.Header.Get("Allow") != "GET, HEAD, OPTIONS" {
						t.Errorf("%s %s: status %d, Allow %q", method, target, r.StatusCode, r.Header.Get("Allow"))
					}
				}
			}
		}},
	}
}

func checkHeadAndHosts(t *testing.T, h *autoconfig.Handler) {
	want := autoconfigAsks("autoconfig.sina.com", "").of(t, h)
	head := ask{method: http.MethodHead, host: "autoconfig.sina.com", target: "/mail/config-v1.1.xml"}.of(t, h)
	if head.StatusCode != http.StatusOK || head.body != "" {
		t.Errorf("HEAD: status %d, body %q", head.StatusCode, head.body)
	}
	for _, name := range []string{"Content-Type", "Content-Length", "ETag", "Cache-Control"} {
		if head.Header.Get(name) != want.Header.Get(name) {
			t.Errorf("HEAD: %s %q, want %q", name, head.Header.Get(name), want.Header.Get(name))
		}
	}
	for _, host := range []string{"AUTOCONFIG.SINA.COM", "Autoconfig.Sina.com:8080", "autoconfig.sina.com.", "autoconfig.sina.com.:443"} {
		wantSame(t, autoconfigAsks(host, "").of(t, h), want)
	}
	for _, host := range []string{"[2001:db8::1]", "[2001:db8::1]:443", "192.0.2.7", "unknown.example", "", "autoconfig.com", "com", "..", "a_b.sina.com"} {
		if r := autoconfigAsks(host, "").of(t, h); r.StatusCode != http.StatusNotFound {
			t.Errorf("Host %q: status %d, want 404", host, r.StatusCode)
		}
		wantSame(t, autoconfigAsks(host, "?emailaddress=user%40sina.com").of(t, h), want)
	}
}

func checkOddAddresses(t *testing.T, h *autoconfig.Handler) {
	long := strings.Repeat("a", 400)
	for _, value := range []string{
		"user%2540sina.com", "", "%20", "nobody", "a@", "@sina.com", long, long + "%40sina.com", "u%00%40sina.com",
		"u%0d%0aX-Evil:1%40sina.com", "u;v%40sina.com", "%zz%40sina.com", "%", "<x>%40sina.com", "a%40b%40sina.com",
		"x%40sina.com&emailaddress=y%40example.com", "x%40sina.com&emailaddress=x%40sina.com",
	} {
		r := autoconfigAsks("autoconfig.sina.com", "?emailaddress="+value).of(t, h)
		wantDocument(t, r, "sina.com")
		if strings.Contains(r.body, "<x>") || strings.Contains(r.body, "X-Evil") || r.Header.Get("X-Evil") != "" {
			t.Errorf("%q is reflected: %s", value, r.body)
		}
		r = autoconfigAsks("autoconfig.unknown.example", "?emailaddress="+strings.ReplaceAll(value, "sina.com", "unknown.example")).of(t, h)
		if r.StatusCode != http.StatusNotFound && !strings.Contains(value, "example.com") {
			t.Errorf("%q at an unknown domain: status %d, want 404", value, r.StatusCode)
		}
	}
}
