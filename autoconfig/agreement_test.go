package autoconfig_test

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"signpost/client"
	"signpost/provider"
)

// Every format says the same: for each domain of each provider, every reader of
// every format would set up the servers that the table chooses, or the format
// refuses with a reason.
func TestAllReadersOfAllFormatsAgreeWithTheTable(t *testing.T) {
	h := newHandler(t)
	answers, refusals := 0, 0
	for _, p := range fullTable(t).Providers() {
		for _, domain := range p.Domains {
			domain = askable(domain)
			account, err := provider.Resolve(p, domain, "some.body")
			for _, reader := range client.Readers() {
				a := askAs(reader, domain)
				r := a.of(t, h)
				name := fmt.Sprintf("%s: %s of %s", domain, reader.Client, reader.Format)
				if r.StatusCode >= http.StatusInternalServerError || r.StatusCode == http.StatusUnauthorized {
					t.Fatalf("%s: status %d", name, r.StatusCode)
				}
				if err != nil || !expressible(reader, account) {
					refusals++
					wantNoSetup(t, name, reader, r)
					continue
				}
				// Whether a client can sign in through the browser is its own affair: it
				// drops a document with OAuth2 alone, or agrees with the table too.
				if _, err := r.read(t, reader, account.Address()); err != nil && !account.Provider.Secret.Typed() {
					refusals++
					continue
				}
				answers++
				wantAgreement(t, name, reader, r, account)
			}
		}
	}
	t.Logf("%d answers and %d refusals", answers, refusals)
	if answers < 1000 || refusals < 100 {
		t.Errorf("%d answers and %d refusals: the walk is too short to mean anything", answers, refusals)
	}
}

// askable is a domain that can be asked for: one below where an entry stands for
// all of them.
func askable(domain string) string { return strings.Replace(domain, "*.", "tenant.", 1) }

// askFor is the request with which a format is asked about some.body at a domain.
func askFor(format, domain string) ask {
	address := "some.body@" + domain
	switch format {
	case "pox":
		return outlookAsks("autodiscover."+domain, address)
	case "activesync":
		return deviceAsks("autodiscover."+domain, address)
	case "autodiscover-json":
		return ask{host: "autodiscover." + domain, target: "/autodiscover/autodiscover.json?Protocol=AutodiscoverV1&Email=" + address}
	case "profile":
		return ask{host: "autoconfig." + domain, target: "/email.mobileconfig?email=" + address}
	case "pacc":
		return ask{host: "ua-auto-config." + domain, target: "/.well-known/user-agent-configuration.json"}
	}
	return autoconfigAsks("autoconfig."+domain, "?emailaddress="+address)
}

// askAs is askFor as a client sends it: some never say whose settings they want.
func askAs(reader client.Reader, domain string) ask {
	switch reader.Client {
	case "k9", "kmail", "geary", "mailspring":
		return autoconfigAsks("autoconfig."+domain, "")
	case "deltachat":
		if reader.Format == "pox" {
			return ask{host: "autodiscover." + domain, target: poxTarget}
		}
	}
	return askFor(reader.Format, domain)
}

// expressible says, from the table alone, whether a client can be told about an
// account in a format.
func expressible(reader client.Reader, a provider.Account) bool {
	typed := a.Provider.Secret.Typed()
	if !a.Usable() && reader.Format != "activesync" {
		return false
	}
	switch reader.Format {
	case "activesync":
		return a.Service(provider.ActiveSync) != ""
	case "autodiscover-json":
		return typed && portsSpeak(a)
	case "pox":
		return typed && portsSpeak(a) && (reader.Client == "outlook" || reader.Client == "thunderbird" || !a.IMAP.IsZero())
	case "profile":
		return typed
	case "pacc":
		return typed && standardAddressLogin(a)
	}
	return takes(reader.Client, a)
}

// takes knows what single readers of autoconfig cannot use however it is said.
func takes(name string, a provider.Account) bool {
	switch name {
	case "thunderbird", "pimalaya", "parula", "evolution", "kmail":
		return true
	}
	return !a.IMAP.IsZero()
}

// portsSpeak tells whether each port says by itself how it is secured, which is
// all that Thunderbird and FairEmail read of POX.
func portsSpeak(a provider.Account) bool {
	for _, e := range a.Servers() {
		if slices.Contains([]int{25, 110, 143, 587}, e.Port) != (e.Security == provider.STARTTLS) {
			return false
		}
	}
	return true
}

// standardAddressLogin tells whether PACC can say it: implicit TLS on the
// registered ports, the full address as the login.
func standardAddressLogin(a provider.Account) bool {
	plain := func(e provider.Endpoint, port int) bool {
		return e.Port == port && e.Security == provider.TLS && e.Username == provider.UsernameAddress
	}
	return (plain(a.IMAP, 993) || plain(a.POP3, 995)) && plain(a.SMTP, 465)
}

func wantNoSetup(t *testing.T, name string, reader client.Reader, r reply) {
	t.Helper()
	setup, err := r.read(t, reader, "some.body@example.com")
	// A document for some readers may be none for others; where it is one, it
	// must not lead them astray.
	if err == nil && len(setup.Incoming) > 0 {
		t.Errorf("%s: would set up %v", name, setup)
	}
	if err != nil && !errors.Is(err, client.ErrRefused) {
		t.Errorf("%s: %v", name, err)
	}
	if strings.TrimSpace(r.body) == "" {
		t.Errorf("%s: refused without a reason", name)
	}
}

func wantAgreement(t *testing.T, name string, reader client.Reader, r reply, a provider.Account) {
	t.Helper()
	setup, err := r.read(t, reader, a.Address())
	if err != nil {
		t.Errorf("%s: %v\n%s", name, err, r.body)
		return
	}
	switch reader.Format {
	case "activesync":
		if setup.URL != a.Service(provider.ActiveSync) {
			t.Errorf("%s: URL %q", name, setup.URL)
		}
		return
	case "autodiscover-json":
		if want := "https://autodiscover." + a.Domain + poxTarget; setup.URL != want {
			t.Errorf("%s: URL %q, want %q", name, setup.URL, want)
		}
		return
	}
	if len(setup.Incoming) == 0 || len(setup.Outgoing) == 0 {
		t.Errorf("%s: would set up %v", name, setup)
		return
	}
	for _, server := range slices.Concat(setup.Incoming, setup.Outgoing) {
		wantServerOf(t, name, reader, server, a)
	}
	if first := setup.Incoming[0].Protocol; first != a.Incoming()[0].Protocol {
		t.Errorf("%s: would read mail by %s, want %s", name, first, a.Incoming()[0].Protocol)
	}
}

// wantServerOf compares what a client would set up with the table.
func wantServerOf(t *testing.T, name string, reader client.Reader, s client.Server, a provider.Account) {
	t.Helper()
	var want provider.Endpoint
	for _, e := range a.Servers() {
		if e.Protocol == s.Protocol {
			want = e
		}
	}
	if s.Host != want.Host || s.Port != want.Port || s.Security != want.Security && !decidesByPort(reader, want) {
		t.Errorf("%s: %s is %s:%d %s, want %s:%d %s", name, s.Protocol, s.Host, s.Port, s.Security, want.Host, want.Port, want.Security)
	}
	if s.Login != want.Login && s.Login != "" && !guessesLogin(reader, want) {
		t.Errorf("%s: the login for %s is %q, want %q", name, s.Protocol, s.Login, want.Login)
	}
	if s.Auth != client.AuthPassword && s.Auth != client.AuthUnread && !a.Provider.Secret.Accepts(provider.SecretOAuth2) && reader.Client != "evolution" {
		t.Errorf("%s: would authenticate by %q", name, s.Auth)
	}
}

// decidesByPort tells of Apple, whose one switch says TLS of some kind; which kind
// on port 587 is the device's belief, and Spectrum's own guide for iPhones names
// that pair.
func decidesByPort(reader client.Reader, e provider.Endpoint) bool {
	return reader.Client == "apple" && e.Port == 587 && e.Security == provider.TLS
}

// guessesLogin tells of clients that use the address whatever a document says, and
// of logins that no document can tell.
func guessesLogin(reader client.Reader, e provider.Endpoint) bool {
	if e.Username == provider.UsernameOther {
		return true
	}
	switch reader.Client {
	case "geary", "mailspring":
		return true
	case "deltachat":
		return reader.Format == "pox"
	case "fairemail":
		// It has one login for both directions; iCloud takes the address for both.
		return reader.Format == "pox" || e.Username == provider.UsernameLocalpart
	}
	return false
}

// What cannot be said is refused with words, in every format that could be asked.
func TestProvidersThatAFormatCannotExpressAreRefusedWithAReason(t *testing.T) {
	h := newHandler(t)
	for _, c := range []struct {
		name   string
		ask    ask
		status int
		says   string
	}{
		{"a profile for OAuth2", askFor("profile", "oauth.example"), http.StatusConflict, "OAuth2"},
		{"POX for OAuth2", askFor("pox", "oauth.example"), http.StatusOK, "OAuth2"},
		{"PACC for OAuth2", askFor("pacc", "oauth.example"), http.StatusNotFound, "OAuth2"},
		{"a profile without servers", askFor("profile", "closed.example"), http.StatusNotFound, "no public IMAP"},
		{"autoconfig without servers", askFor("autoconfig", "closed.example"), http.StatusNotFound, "no public IMAP"},
		{"POX without servers", askFor("pox", "closed.example"), http.StatusOK, "no public IMAP"},
		{"autoconfig for a provider that nobody checked", askFor("autoconfig", "unchecked.example"), http.StatusNotFound, "not been checked"},
		{"a profile for a provider that nobody checked", askFor("profile", "unchecked.example"), http.StatusNotFound, "not been checked"},
		{"a look-up of a provider that nobody checked", ask{host: "localhost", target: "/lookup/unchecked.example"}, http.StatusNotFound, "not been"},
		{"PACC for a login by local part", askFor("pacc", "local.example"), http.StatusNotFound, "user name"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := c.ask.of(t, h)
			if r.StatusCode != c.status || !strings.Contains(r.body, c.says) {
				t.Errorf("status %d, want %d; no %q in %s", r.StatusCode, c.status, c.says, r.body)
			}
		})
	}
}

// OAuth2 comes first where it is real, and a password after it only where one works.
func TestAuthenticationMethodsInAutoconfig(t *testing.T) {
	h := newHandler(t)
	for domain, want := range map[string]string{
		"oauth.example": "OAuth2",
		"outlook.com":   "OAuth2",
		"gmail.com":     "OAuth2 password-cleartext",
		"sina.com":      "password-cleartext",
	} {
		p := wantDocument(t, autoconfigAsks("autoconfig."+domain, "").of(t, h), domain)
		for _, tag := range []string{"incomingServer", "outgoingServer"} {
			for _, server := range p.SelectElements(tag) {
				if got := strings.Join(texts(server, "authentication"), " "); got != want {
					t.Errorf("%s: %s has %q, want %q", domain, tag, got, want)
				}
			}
		}
	}
}
