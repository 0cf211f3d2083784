package discovery_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"signpost/client"
	"signpost/client/discovery"
)

// peer is a server that other projects have written, as far as its answers differ
// from good ones. They were run, and who was served and who was not was written
// down; these are their answers made again by hand.
type peer struct {
	// noAddress is the status without an address, wellKnown that at the domain
	// itself, unknown that for what it does not know; 0 is a good answer.
	noAddress, wellKnown, unknown int
	// needsXML is the status of a POX question that is not of an XML type.
	needsXML int
	// pox writes the answer, poxStatus goes with it (0 is 200).
	pox       string
	poxStatus int
	// mobile, json and profile are the answers to those; "" is 404.
	mobile, json, profile string
	profileType           string
	// autoconfig replaces the good document.
	autoconfig string
}

// document is a good answer of Mozilla's format.
const document = `<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1"><emailProvider id="example.com"><domain>example.com</domain><displayName>Example</displayName>
<incomingServer type="imap"><hostname>imap.example.com</hostname><port>993</port><socketType>SSL</socketType><username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></incomingServer>
<outgoingServer type="smtp"><hostname>smtp.example.com</hostname><port>587</port><socketType>STARTTLS</socketType><username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></outgoingServer>
</emailProvider></clientConfig>`

const (
	outer   = "http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"
	outlook = "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a"
	mobile  = "http://schemas.microsoft.com/exchange/autodiscover/mobilesync/responseschema/2006"
)

// pox is an Autodiscover answer of protocols, in namespaces.
func pox(outer, inner, accounts string) string {
	return fmt.Sprintf(`<?xml version="1.0"?><Autodiscover xmlns="%s"><Response xmlns="%s"><User><DisplayName>A</DisplayName><EMailAddress>alice@example.com</EMailAddress></User>%s</Response></Autodiscover>`, outer, inner, accounts)
}

// account is an Account of one IMAP and one SMTP server.
func account(imap, smtp string) string {
	return "<Account><AccountType>email</AccountType><Action>settings</Action>" + imap + smtp + "</Account>"
}

func protocol(kind, host string, port int, ssl, encryption string) string {
	return fmt.Sprintf("<Protocol><Type>%s</Type><Server>%s</Server><Port>%d</Port><LoginName>alice@example.com</LoginName><SPA>off</SPA><SSL>%s</SSL><Encryption>%s</Encryption><AuthRequired>on</AuthRequired></Protocol>", kind, host, port, ssl, encryption)
}

var (
	goodIMAP = protocol("IMAP", "imap.example.com", 993, "on", "SSL")
	goodSMTP = protocol("SMTP", "smtp.example.com", 587, "on", "TLS")
	goodPOX  = pox(outer, outlook, account(goodIMAP, goodSMTP))
)

func (p peer) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	path := strings.ToLower(r.URL.Path)
	send := func(status int, mediaType, body string) {
		w.Header().Set("Content-Type", mediaType)
		w.WriteHeader(status)
		_, _ = w.Write([]byte(body))
	}
	isAutoconfig := strings.HasSuffix(path, "/config-v1.1.xml") && strings.HasSuffix(r.Host, "example.com")
	switch {
	case isAutoconfig && strings.Contains(path, "well-known") && p.wellKnown != 0:
		send(p.wellKnown, "text/html", "<html>Hello</html>")
	case isAutoconfig && strings.Contains(r.URL.RawQuery, "nobody") && p.unknown != 0:
		w.WriteHeader(p.unknown)
	case isAutoconfig && r.URL.RawQuery == "" && p.noAddress != 0:
		send(p.noAddress, "text/plain", "no address")
	case isAutoconfig && p.autoconfig != "":
		send(http.StatusOK, "text/xml", p.autoconfig)
	case isAutoconfig:
		send(http.StatusOK, "text/xml", document)
	case strings.HasSuffix(path, "autodiscover.xml"):
		p.serveAutodiscover(r, send)
	case strings.Contains(path, "autodiscover.json") && p.json != "":
		send(http.StatusOK, "application/json", p.json)
	case strings.HasSuffix(path, ".mobileconfig") && p.profile != "":
		send(http.StatusOK, p.profileType, p.profile)
	default:
		send(http.StatusNotFound, "text/plain", "not found")
	}
}

func (p peer) serveAutodiscover(r *http.Request, send func(int, string, string)) {
	mediaType := r.Header.Get("Content-Type")
	switch {
	case p.needsXML != 0 && !strings.Contains(mediaType, "xml"):
		send(p.needsXML, "text/plain", "no XML")
	case mediaType == "text/xml" && p.mobile != "":
		send(http.StatusOK, "text/xml", p.mobile)
	case mediaType == "text/xml":
		send(http.StatusNotFound, "text/plain", "not found")
	case p.pox == "":
		send(http.StatusNotFound, "text/plain", "not found")
	case p.poxStatus != 0:
		send(p.poxStatus, "text/xml", p.pox)
	default:
		send(http.StatusOK, "text/xml", p.pox)
	}
}

// peers are by the names of the projects.
func peers() map[string]peer {
	const sslOff = "off"
	return map[string]peer{
		"automx2": {
			noAddress: 400, wellKnown: 404, unknown: 204, needsXML: 400,
			pox: pox(outer, outlook, account(goodIMAP, protocol("SMTP", "smtp.example.com", 587, sslOff, "TLS"))),
		},
		"Monogramm": {
			wellKnown: 404,
			pox:       pox(outer, outlook, account(protocol("IMAP", "imap.example.com", 143, sslOff, "TLS"), protocol("SMTP", "smtp.example.com", 587, sslOff, "TLS"))),
			mobile:    pox(outer, mobile, account(goodIMAP, goodSMTP)),
		},
		"freifunkMUC": {wellKnown: 404, pox: pox(outer, outer, account(goodIMAP, goodSMTP))},
		"jhampton": {
			wellKnown: 404, pox: pox(outer, outlook, account(goodIMAP, "")+account("", goodSMTP)),
			mobile: pox(outer, mobile, account(goodIMAP, goodSMTP)),
		},
		"modoboa": {
			wellKnown: 404, profile: "<plist/>", profileType: "text/xml",
			pox: pox(outer, outlook, account(protocol("POP", "pop.example.com", 995, "on", "SSL"), protocol("smtp", "smtp.example.com", 587, "on", "TLS"))),
		},
		"mailautoconf": {
			wellKnown: 200, autoconfig: strings.ReplaceAll(document, "<domain>example.com</domain>", ""),
			json: `{"Protocol":"AutodiscoverV1","Url":"https://autodiscover.example.com/autodiscover/autodiscover.xml"}`,
			pox:  pox(outer, outlook, account(goodIMAP, goodSMTP)),
		},
		"AutoconfigAgent": {noAddress: 400, wellKnown: 404, pox: "bad request", poxStatus: 400},
		"smartlyway": {
			wellKnown: 404,
		},
		"Mailu": {pox: goodPOX, mobile: "bad request", needsXML: 0},
		"mailcow": {
			pox: goodPOX, json: `{"Protocol":"AutodiscoverV1","Url":"https://autodiscover.example.com/autodiscover/autodiscover.xml"}`,
		},
	}
}

// Each client's outcome at the servers of others is the one that was seen when they
// were run: the servers that it would use, or a part of the reason why there are
// none.
func TestPeers(t *testing.T) {
	const good = "imap.example.com:993 tls, smtp.example.com:587 starttls"
	for name, outcomes := range map[string]map[string]string{
		"automx2": {
			"thunderbird": good, "deltachat": good, "outlook": good,
			"k9": "status 400", "kmail": "status 400", "mailspring": "status 400",
			"activesync": "status 404", "autodetect": "status 404", "apple": "status 404", "pimalaya": good,
		},
		"Monogramm": {
			"thunderbird": good, "k9": good, "deltachat": good, "fairemail": good,
			"outlook":    "imap.example.com:143 starttls, smtp.example.com:587 starttls",
			"activesync": "no Action element", "autodetect": "status 404", "apple": "status 404",
		},
		"freifunkMUC": {"thunderbird": good, "k9": good, "outlook": "the Response is of", "activesync": "status 404"},
		"jhampton":    {"thunderbird": good, "k9": good, "outlook": "2 Account elements", "activesync": "no Action element"},
		"modoboa":     {"thunderbird": good, "k9": good, "outlook": "no server to read mail from", "apple": "iOS saves the file"},
		"mailautoconf": {
			"thunderbird": "imap.example.com:993 tls, smtp.example.com:587 starttls", "k9": "no domain", "autodetect": "https://autodiscover.example.com/autodiscover/autodiscover.xml",
		},
		"AutoconfigAgent": {"thunderbird": good, "k9": "status 400", "outlook": "status 400", "fairemail": good},
		"smartlyway":      {"thunderbird": good, "k9": good, "outlook": "status 404", "deltachat": good},
		"Mailu":           {"thunderbird": good, "k9": good, "outlook": good, "deltachat": good, "fairemail": good, "activesync": "not well-formed"},
		"mailcow": {
			"thunderbird": good, "k9": good, "outlook": good, "deltachat": good, "fairemail": good,
			"autodetect": "https://autodiscover.example.com/autodiscover/autodiscover.xml",
		},
	} {
		p, known := peers()[name]
		if !known {
			t.Fatalf("no peer %s", name)
		}
		for key, want := range outcomes {
			t.Run(name+" "+key, func(t *testing.T) {
				w := &world{handler: p}
				o := w.search(t, key, "alice@example.com")
				if o.Found {
					if got := written(o.Setup); got != want {
						t.Errorf("would set up %q, want %q", got, want)
					}
					return
				}
				if !strings.Contains(reasons(o), want) {
					t.Errorf("found nothing, want %q, in\n%s", want, reasons(o))
				}
			})
		}
	}
}

// SSL off is STARTTLS to Outlook and no encryption at all to Thunderbird, which asks
// Autodiscover where there is no autoconfig.
func TestSSLOffIsPlaintextToThunderbird(t *testing.T) {
	p := peers()["Monogramm"]
	w := &world{handler: http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		if !strings.HasSuffix(r.URL.Path, "autodiscover.xml") {
			rw.WriteHeader(http.StatusNotFound)
			return
		}
		p.ServeHTTP(rw, r)
	})}
	o := w.search(t, "thunderbird", "alice@example.com")
	if got, want := written(o.Setup), "imap.example.com:143 none, smtp.example.com:587 none"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// reasons are why a client uses none of the answers, a line for each.
func reasons(o discovery.Outcome) string {
	var b strings.Builder
	for _, asked := range o.Asked {
		fmt.Fprintf(&b, "%s: %s%s\n", asked.What, asked.Refusal, asked.Fault)
	}
	return b.String()
}

// written is a setup in short: the first server of each direction, or the URL.
func written(s client.Setup) string {
	var parts []string
	for _, list := range [][]client.Server{s.Incoming, s.Outgoing} {
		if len(list) > 0 {
			parts = append(parts, fmt.Sprintf("%s:%d %s", list[0].Host, list[0].Port, list[0].Security))
		}
	}
	if len(parts) == 0 {
		return s.URL
	}
	return strings.Join(parts, ", ")
}
