package autoconfig_test

import (
	"net/http"
	"strings"
	"testing"

	"signpost/client"
)

// The nineteen requests with which other servers were compared: each client gets
// an answer that it can use, whatever its spelling.
func TestNineteenStandardRequests(t *testing.T) {
	h := newHandler(t)
	upper := outlookAsks("autodiscover.sina.com", "user@sina.com")
	pox := func(target string) ask {
		a := upper
		a.target = target
		return a
	}
	utf16 := pox(poxTarget)
	utf16.body = utf16Text(utf16.body, false, true)
	blanks := outlookAsks("autodiscover.sina.com", "  user@sina.com\n")
	untyped := pox(poxTarget)
	untyped.header = nil

	requests := []struct {
		name           string
		ask            ask
		format, client string
		address        string
		// url is where the client goes next, for answers without servers.
		url string
	}{
		{name: "autoconfig with address", ask: autoconfigAsks("autoconfig.sina.com", "?emailaddress=user%40sina.com"), format: "autoconfig", client: "thunderbird"},
		{name: "well-known path", ask: ask{host: "sina.com", target: wellKnown}, format: "autoconfig", client: "deltachat"},
		{name: "no address, Android's rules", ask: autoconfigAsks("autoconfig.sina.com", ""), format: "autoconfig", client: "k9"},
		{name: "upper-case address", ask: autoconfigAsks("autoconfig.sina.com", "?emailaddress=USER%40SINA.COM"), format: "autoconfig", client: "thunderbird"},
		{name: "international domain as UTF-8", ask: autoconfigAsks("autoconfig.xn--fsqu00a.example", "?emailaddress=user@例子.example"), format: "autoconfig", client: "nextcloud", address: "user@xn--fsqu00a.example"},
		{name: "/v1.1/mail path", ask: ask{host: "autoconfig.sina.com", target: "/v1.1/mail/config-v1.1.xml?emailaddress=user%40sina.com"}, format: "autoconfig", client: "k9"},
		{name: "POX, lower path", ask: pox(poxTarget), format: "pox", client: "outlook"},
		{name: "POX, Autodiscover/Autodiscover", ask: pox("/Autodiscover/Autodiscover.xml"), format: "pox", client: "outlook"},
		{name: "POX, AutoDiscover/AutoDiscover", ask: pox("/AutoDiscover/AutoDiscover.xml"), format: "pox", client: "outlook"},
		{name: "POX, upper case", ask: pox("/AUTODISCOVER/AUTODISCOVER.XML"), format: "pox", client: "outlook"},
		{name: "POX without content type", ask: untyped, format: "pox", client: "fairemail"},
		{name: "POX in UTF-16", ask: utf16, format: "pox", client: "outlook"},
		{name: "POX, white space round the address", ask: blanks, format: "pox", client: "outlook"},
		{name: "MobileSync", ask: deviceAsks("autodiscover.eas.example", "user@eas.example"), format: "activesync", client: "activesync", address: "user@eas.example", url: "https://eas.example/Microsoft-Server-ActiveSync"},
		{name: "JSON, AutodiscoverV1", ask: ask{host: "autodiscover.sina.com", target: "/autodiscover/autodiscover.json?Email=user%40sina.com&Protocol=AutodiscoverV1"}, format: "autodiscover-json", client: "autodetect", url: "https://autodiscover.sina.com" + poxTarget},
		{name: "JSON, ActiveSync", ask: ask{host: "autodiscover.eas.example", target: "/autodiscover/autodiscover.json?Email=user%40eas.example&Protocol=ActiveSync&RedirectCount=1"}, format: "autodiscover-json", client: "autodetect", url: "https://eas.example/Microsoft-Server-ActiveSync"},
		{name: "JSON, path form", ask: ask{host: "autodiscover.sina.com", target: "/autodiscover/autodiscover.json/v1.0/user@sina.com?Protocol=Autodiscoverv1&RedirectCount=1"}, format: "autodiscover-json", client: "autodetect", url: "https://autodiscover.sina.com" + poxTarget},
		{name: "PACC", ask: ask{host: "ua-auto-config.sina.com", target: "/.well-known/user-agent-configuration.json"}, format: "pacc", client: "pimalaya"},
		{name: "profile by GET", ask: ask{host: "autoconfig.sina.com", target: "/email.mobileconfig?email=user@sina.com"}, format: "profile", client: "apple"},
	}
	usable := 0
	for _, request := range requests {
		address := request.address
		if address == "" {
			address = "user@sina.com"
		}
		r := request.ask.of(t, h)
		setup, err := r.read(t, readerOf(t, request.client, request.format), address)
		if err == nil && setup.URL == request.url && (request.url != "" || serversOf(setup, address)) {
			usable++
			continue
		}
		t.Errorf("%s: %s makes of it %+v, %v\n%s", request.name, request.client, setup, err, r.body)
	}
	t.Logf("%d of %d", usable, len(requests))
	if usable != 19 {
		t.Errorf("%d of 19 requests have a usable answer", usable)
	}
}

// serversOf tells whether a setup has an encrypted server of each direction
// at the domain of an address, with the address as the login or the person asked.
func serversOf(s client.Setup, address string) bool {
	_, domain, _ := strings.Cut(address, "@")
	if len(s.Incoming) == 0 || len(s.Outgoing) == 0 {
		return false
	}
	for _, server := range []client.Server{s.Incoming[0], s.Outgoing[0]} {
		if !strings.HasSuffix(server.Host, "."+domain) || server.Security == "none" || !strings.EqualFold(server.Login, address) && server.Login != "" {
			return false
		}
	}
	return true
}

// A provider without ActiveSync says so in the schema that was asked for, and
// never with IMAP settings in it.
func TestNoActiveSyncIsSaidInEveryForm(t *testing.T) {
	h := newHandler(t)
	wantPOXError(t, deviceAsks("autodiscover.sina.com", "user@sina.com").of(t, h), "601")
	r := ask{host: "autodiscover.sina.com", target: "/autodiscover/autodiscover.json?Email=user%40sina.com&Protocol=ActiveSync"}.of(t, h)
	wantJSONError(t, r, http.StatusBadRequest, "InvalidProtocol")

	both := outlookAsks("autodiscover.sina.com", "user@sina.com")
	both.body = strings.Replace(both.body, "    <Acceptable", "    <AcceptableResponseSchema>"+mobileAnswer+"</AcceptableResponseSchema>\n    <Acceptable", 1)
	wantSetup(t, both.of(t, h), "outlook", "pox", "user@sina.com", "imap.sina.com:993 tls", "smtp.sina.com:465 tls")
}
