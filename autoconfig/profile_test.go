package autoconfig_test

import (
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/autoconfig"
	"signpost/provider"
)

// davProvider is a provider whose calendar and contacts are where a test wants them.
func davProvider(t *testing.T, calendar, contacts string, change func(*provider.Provider)) *autoconfig.Handler {
	t.Helper()
	p := provider.Provider{
		ID: "dav", Name: provider.Text{{Lang: "en", Words: "DAV"}}, Domains: []string{"dav.example"}, Confidence: provider.ConfidenceHigh,
		Servers: []provider.Server{
			{Protocol: provider.IMAP, Host: "imap.dav.example", Port: 993, Security: provider.TLS},
			{Protocol: provider.SMTP, Host: "smtp.dav.example", Port: 465, Security: provider.TLS},
		},
	}
	for kind, url := range map[provider.ServiceType]string{provider.CalDAV: calendar, provider.CardDAV: contacts} {
		if url != "" {
			p.Services = append(p.Services, provider.Service{Type: kind, URL: url})
		}
	}
	if change != nil {
		change(&p)
	}
	table, err := provider.NewTable([]provider.Provider{p}, nil)
	if err != nil {
		t.Fatal(err)
	}
	h, err := autoconfig.New(table, autoconfig.Options{TLS: true, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func noChange(*provider.Provider) {}

// davKeys are the keys of a calendar's or contacts' payload by their names without
// the prefix; nil if there is no such payload.
func davKeys(t *testing.T, profile map[string]any, service string) map[string]any {
	t.Helper()
	kind := map[string]string{"CalDAV": "com.apple.caldav.account", "CardDAV": "com.apple.carddav.account"}[service]
	if !slices.Contains(payloadTypes(t, profile), kind) {
		return nil
	}
	keys := map[string]any{}
	for key, value := range payload(t, profile, kind) {
		if name, ok := strings.CutPrefix(key, service); ok {
			keys[name] = value
		}
	}
	delete(keys, "AccountDescription")
	return keys
}

// payloadTypes lists the types of the payloads of a profile in their order.
func payloadTypes(t *testing.T, profile map[string]any) []string {
	t.Helper()
	content, ok := profile["PayloadContent"].([]any)
	if !ok {
		t.Fatalf("PayloadContent is %v", profile["PayloadContent"])
	}
	var types []string
	for _, item := range content {
		p, ok := item.(map[string]any)
		if !ok {
			t.Fatalf("a payload is %v", item)
		}
		kind, ok := p["PayloadType"].(string)
		if !ok {
			t.Fatalf("PayloadType is %v", p["PayloadType"])
		}
		types = append(types, kind)
	}
	return types
}

func TestProfileHoldsCalendarAndContacts(t *testing.T) {
	const personal, generic = "?email=user@dav.example", "?domain=dav.example"
	for _, c := range []struct {
		name               string
		calendar, contacts string
		change             func(*provider.Provider)
		query              string
		wantCal, wantCard  map[string]any
	}{
		{
			"hosts alone: the device finds the paths", "https://cal.dav.example/", "https://card.dav.example", noChange, personal,
			map[string]any{"HostName": "cal.dav.example", "Port": uint64(443), "UseSSL": true, "Username": "user@dav.example"},
			map[string]any{"HostName": "card.dav.example", "Port": uint64(443), "UseSSL": true, "Username": "user@dav.example"},
		},
		{
			"ports and paths", "https://dav.dav.example:8443/cal", "https://dav.dav.example:8843/card/", noChange, personal,
			map[string]any{"HostName": "dav.dav.example", "Port": uint64(8443), "UseSSL": true, "PrincipalURL": "https://dav.dav.example:8443/cal", "Username": "user@dav.example"},
			map[string]any{"HostName": "dav.dav.example", "Port": uint64(8843), "UseSSL": true, "PrincipalURL": "https://dav.dav.example:8843/card/", "Username": "user@dav.example"},
		},
		{
			"a path with the address in it", "https://dav.example/cal/{address}/", "", noChange, personal,
			map[string]any{"HostName": "dav.example", "Port": uint64(443), "UseSSL": true, "PrincipalURL": "https://dav.example/cal/user@dav.example/", "Username": "user@dav.example"},
			nil,
		},
		{
			"the generic profile asks for the user name", "https://cal.dav.example/", "https://card.dav.example/", noChange, generic,
			map[string]any{"HostName": "cal.dav.example", "Port": uint64(443), "UseSSL": true},
			map[string]any{"HostName": "card.dav.example", "Port": uint64(443), "UseSSL": true},
		},
		{
			"the generic profile cannot have an address in a path", "https://dav.example/cal/{address}/", "https://card.dav.example/", noChange, generic,
			nil,
			map[string]any{"HostName": "card.dav.example", "Port": uint64(443), "UseSSL": true},
		},
		{
			"a login by local part", "https://cal.dav.example/", "", func(p *provider.Provider) { p.Username = provider.UsernameLocalpart }, personal,
			map[string]any{"HostName": "cal.dav.example", "Port": uint64(443), "UseSSL": true, "Username": "user"},
			nil,
		},
		{
			"a login of IMAP's own is not that of the calendar", "https://cal.dav.example/", "", func(p *provider.Provider) { p.Servers[0].Username = provider.UsernameLocalpart }, personal,
			map[string]any{"HostName": "cal.dav.example", "Port": uint64(443), "UseSSL": true, "Username": "user@dav.example"},
			nil,
		},
		{"no services", "", "", noChange, personal, nil, nil},
		{"services that nobody checked", "https://cal.dav.example/", "", func(p *provider.Provider) { p.Services[0].Status = provider.StatusUnverified }, personal, nil, nil},
		{"services that take OAuth2", "https://cal.dav.example/", "https://card.dav.example/", func(p *provider.Provider) {
			p.Secret.Kinds = []provider.SecretKind{provider.SecretOAuth2, provider.SecretAppPassword}
			p.OAuth2 = provider.OAuth2{Issuer: "dav.example", AuthURL: "https://dav.example/auth", TokenURL: "https://dav.example/token", Scopes: []string{"mail"}, DAVScopes: []string{"dav"}}
		}, personal, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := davProvider(t, c.calendar, c.contacts, c.change)
			profile := wantProfile(t, ask{host: "localhost", target: "/email.mobileconfig" + c.query}.of(t, h))
			if got := payloadTypes(t, profile)[0]; got != "com.apple.mail.managed" {
				t.Errorf("the first payload is %s, want mail", got)
			}
			for service, want := range map[string]map[string]any{"CalDAV": c.wantCal, "CardDAV": c.wantCard} {
				if diff := cmp.Diff(want, davKeys(t, profile, service)); diff != "" {
					t.Errorf("%s (-want +got):\n%s", service, diff)
				}
			}
		})
	}
}

// Identifiers are unique in a profile, and the same wherever and whenever it is
// made, whatever the settings: the second installation replaces the first.
func TestProfileIdentifiersAreUniqueAndStable(t *testing.T) {
	form := regexp.MustCompile(`^[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$`)
	seen := map[string]string{}
	for _, query := range []string{"?email=user@dav.example", "?email=other@dav.example", "?domain=dav.example"} {
		target := "/email.mobileconfig" + query
		one := ask{host: "localhost", target: target}.of(t, davProvider(t, "https://cal.dav.example/", "https://card.dav.example/", noChange))
		two := ask{host: "localhost", target: target}.of(t, davProvider(t, "https://dav.dav.example:8443/cal", "https://dav.dav.example/card", noChange))
		found := identifiers(t, one)
		if diff := cmp.Diff(found, identifiers(t, two)); diff != "" {
			t.Errorf("%s: other settings change the identifiers (-one +two):\n%s", query, diff)
		}
		if len(found) != 8 {
			t.Errorf("%s: %d identifiers, want two of the profile and of each of three payloads", query, len(found))
		}
		for name, value := range found {
			if strings.HasSuffix(name, "PayloadUUID") && !form.MatchString(value) {
				t.Errorf("%s: %s is %q, want a UUID of version 5", query, name, value)
			}
			if other, ok := seen[value]; ok {
				t.Errorf("%s: %s is %q, and so is %s", query, name, value, other)
			}
			seen[value] = query + " " + name
		}
	}
}

// identifiers are the UUIDs and identifiers of a profile and its payloads.
func identifiers(t *testing.T, r reply) map[string]string {
	t.Helper()
	profile := wantProfile(t, r)
	parts := map[string]map[string]any{"": profile}
	for _, kind := range payloadTypes(t, profile) {
		parts[kind] = payload(t, profile, kind)
	}
	found := map[string]string{}
	for part, keys := range parts {
		for _, key := range []string{"PayloadUUID", "PayloadIdentifier"} {
			value, ok := keys[key].(string)
			if !ok {
				t.Fatalf("%s of %q is %v", key, part, keys[key])
			}
			found[part+" "+key] = value
		}
	}
	return found
}

// An account from a profile leaves the choices of S/MIME to the person.
func TestProfileLeavesSMIMEToThePerson(t *testing.T) {
	r := ask{host: "autoconfig.example.com", target: "/email.mobileconfig?email=u@example.com"}.of(t, newHandler(t))
	mail := payload(t, wantProfile(t, r), "com.apple.mail.managed")
	for _, key := range []string{
		"SMIMESigningUserOverrideable", "SMIMESigningCertificateUUIDUserOverrideable", "SMIMEEncryptByDefaultUserOverrideable",
		"SMIMEEncryptionCertificateUUIDUserOverrideable", "SMIMEEnableEncryptionPerMessageSwitch",
	} {
		if mail[key] != true {
			t.Errorf("%s is %v, want true", key, mail[key])
		}
	}
}

// The install screen of a phone shows the texts as they are: one step a line, in
// the language of the device, and none where there is nothing to do first.
func TestProfileConsentHasOneStepALine(t *testing.T) {
	h := newHandler(t)
	profile := wantProfile(t, ask{host: "autoconfig.sina.com", target: "/email.mobileconfig"}.of(t, h))
	consent, ok := profile["ConsentText"].(map[string]any)
	if !ok || len(consent) != 4 || consent["default"] != consent["en"] {
		t.Fatalf("ConsentText is %v, want default, en, zh-Hans and zh-Hant", profile["ConsentText"])
	}
	sina, ok := fullTable(t).Lookup("sina.com")
	if !ok {
		t.Fatal("sina.com is not in the table")
	}
	for lang, want := range map[string]string{"en": "client authorization code", "zh-Hans": "客户端授权码", "zh-Hant": "客户端授权码"} {
		text, ok := consent[lang].(string)
		if !ok || !strings.Contains(text, want) {
			t.Errorf("%s: %v, want %q in it", lang, consent[lang], want)
		}
		// Before and behind the steps: the heading, the secret, the link.
		if lines := strings.Split(text, "\n"); len(lines) != len(sina.Setup)+3 || !strings.HasPrefix(lines[1], "1. ") || !strings.HasPrefix(lines[len(lines)-1], "https://") {
			t.Errorf("%s: lines %q", lang, lines)
		}
	}
	r := davProvider(t, "", "", noChange)
	if got := wantProfile(t, ask{host: "localhost", target: "/email.mobileconfig?domain=dav.example"}.of(t, r))["ConsentText"]; got != nil {
		t.Errorf("ConsentText %v where there is nothing to do first", got)
	}
}

// What a profile cannot say is a reason, not a profile.
func TestProfileIsRefusedWithAReason(t *testing.T) {
	h := newHandler(t)
	for domain, status := range map[string]int{"oauth.example": http.StatusConflict, "closed.example": http.StatusNotFound} {
		for _, query := range []string{"?email=u@" + domain, "?domain=" + domain} {
			r := ask{host: "localhost", target: "/email.mobileconfig" + query}.of(t, h)
			if r.StatusCode != status || !strings.HasPrefix(r.Header.Get("Content-Type"), "text/plain") || r.body == "" || r.Header.Get("Content-Disposition") != "" {
				t.Errorf("%s: status %d, want %d; %v\n%s", query, r.StatusCode, status, r.Header, r.body)
			}
		}
	}
}
