package autoconfig_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"signpost/autoconfig"
	"signpost/provider"
)

// hostileLocals are local parts with all that some writer escapes, cuts, or reads as
// something else.
func hostileLocals() []string {
	return []string{
		"some.body", "o'neil+tag", "a&b", "a&amp;b", "x&&y&", "100%", "%EE%80%82", "50%25", "{address}", "{domain}", "%EMAILADDRESS%",
		"true", "FALSE", "007", "1e3", "may2020", "a=b", "a/b?c#d", "~!$*`|^_-", "用户", "\ue002", "\ue000x", "ü", strings.Repeat("l", 64),
	}
}

// localsEach is how many local parts a provider is asked for.
const localsEach = 2

// personalAsks are the requests that every format is asked with for one address.
func personalAsks(local, domain string) []ask {
	address := local + "@" + domain
	escaped := url.QueryEscape(address)
	asks := []ask{
		autoconfigAsks("autoconfig."+domain, "?emailaddress="+strings.ReplaceAll(escaped, "+", "%20")),
		autoconfigAsks("autoconfig.example.com", "?emailaddress="+escaped),
		{host: "localhost", target: "/v1.1/" + domain},
		{host: "localhost", target: "/email.mobileconfig?email=" + escaped},
		{host: "localhost", target: "/email.mobileconfig?domain=" + domain},
		{host: "ua-auto-config." + domain, target: "/.well-known/user-agent-configuration.json"},
		{host: "autodiscover." + domain, target: poxTarget},
	}
	for _, protocol := range []string{"AutodiscoverV1", "activesync", "EWS", "Rest"} {
		asks = append(asks, ask{host: "autodiscover." + domain, target: "/autodiscover/autodiscover.json?Protocol=" + protocol + "&Email=" + escaped})
	}
	both := outlookAsks("autodiscover."+domain, address)
	both.body = strings.Replace(both.body, "</Request>", "<AcceptableResponseSchema>"+mobileAnswer+"</AcceptableResponseSchema></Request>", 1)
	return append(asks, outlookAsks("autodiscover."+domain, address), deviceAsks("autodiscover."+domain, address), both)
}

// What is prepared and filled in is, byte for byte, what would be rendered: for every
// provider, every domain with servers of its own, every format and every address.
func TestPreparedDocumentsAreThoseThatWouldBeRendered(t *testing.T) {
	prepared, rendered := newHandler(t), newHandler(t)
	rendered.RenderedEachTime()
	locals := hostileLocals()
	n := 0
	for at, p := range fullTable(t).Providers() {
		domains := domainsToTry(p)
		if len(domains) == 0 {
			continue // A provider that is found by MX alone.
		}
		// Each provider with some of the local parts, each local part with many providers.
		for i := range max(localsEach, len(domains)) {
			domain, local := askable(domains[i%len(domains)]), locals[(at*localsEach+i)%len(locals)]
			for _, a := range personalAsks(local, domain) {
				got, want := a.of(t, prepared), a.of(t, rendered)
				if got.StatusCode != want.StatusCode || got.body != want.body {
					t.Fatalf("%s %s%s %s: status %d, want %d, and\n%s\nwant\n%s", p.ID, a.host, a.target, a.body, got.StatusCode, want.StatusCode, got.body, want.body)
				}
				for _, name := range []string{"Content-Type", "Content-Disposition", "Cache-Control", "Content-Length"} {
					if got.Header.Get(name) != want.Header.Get(name) {
						t.Errorf("%s %s%s: %s %q, want %q", p.ID, a.host, a.target, name, got.Header.Get(name), want.Header.Get(name))
					}
				}
				n++
			}
		}
	}
	documents, size := prepared.Prepared()
	t.Logf("%d answers, %d prepared documents of %d bytes", n, documents, size)
	if none, _ := rendered.Prepared(); none != 0 || documents < 500 {
		t.Errorf("%d documents are prepared, and %d where none should be", documents, none)
	}
}

// domainsToTry are domains of a provider: each with servers of its own, and some more.
func domainsToTry(p *provider.Provider) []string {
	seen, domains := map[uint64]int{}, []string(nil)
	for _, domain := range p.Domains {
		choice, _ := p.Choice(domain)
		seen[choice]++
		if seen[choice] <= 3 {
			domains = append(domains, domain)
		}
	}
	return domains
}

// A second domain takes no more memory than the first, nor does a second person.
func TestPreparedDocumentsDoNotGrowWithDomainsOrPeople(t *testing.T) {
	h := newHandler(t)
	var p *provider.Provider
	for _, q := range fullTable(t).Providers() {
		if p == nil || len(q.Domains) > len(p.Domains) {
			p = q
		}
	}
	askAll := func(local, domain string) (int, int64) {
		for _, a := range personalAsks(local, domain) {
			a.of(t, h)
		}
		return h.Prepared()
	}
	documents, size := askAll("first", askable(p.Domains[0]))
	if len(p.Domains) < 20 {
		t.Fatalf("%d domains are too few to mean anything", len(p.Domains))
	}
	for i, domain := range p.Domains {
		if n, kept := askAll(fmt.Sprintf("person%c", 'a'+i%26), askable(domain)); n != documents || kept != size {
			t.Fatalf("%s: %d documents of %d bytes, want the %d of %d of the first", domain, n, kept, documents, size)
		}
	}
}

// Of the same document, the compressed bytes say the same, under another validator.
func TestCompressedDocuments(t *testing.T) {
	h := newHandler(t)
	for _, c := range []struct {
		name   string
		ask    ask
		accept []string
		want   bool
	}{
		{"a client that takes it", autoconfigAsks("autoconfig.sina.com", "?emailaddress=user%40sina.com"), []string{"gzip, deflate, br"}, true},
		{"in capitals, in a second header", autoconfigAsks("autoconfig.sina.com", ""), []string{"br", "GZIP"}, true},
		{"the database", ask{host: "localhost", target: "/v1.1/qq.com"}, []string{"gzip"}, true},
		{"an address that came by MX", autoconfigAsks("autoconfig.163.com", "?emailaddress=user%40126.com"), []string{"gzip"}, true},
		{"one that does not", autoconfigAsks("autoconfig.sina.com", ""), nil, false},
		{"one that refuses it", autoconfigAsks("autoconfig.sina.com", ""), []string{"gzip;q=0, identity"}, false},
		{"a short document", ask{host: "ua-auto-config.sina.com", target: "/.well-known/user-agent-configuration.json"}, []string{"gzip"}, false},
		{"a document for one person", askFor("profile", "sina.com"), []string{"gzip"}, false},
		{"a document with a user name in it", autoconfigAsks("autoconfig.local.example", "?emailaddress=some.body%40local.example"), []string{"gzip"}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			plain := c.ask.of(t, h)
			c.ask.header = http.Header{"Accept-Encoding": c.accept}
			r := c.ask.of(t, h)
			if got := r.Header.Get("Content-Encoding"); (got == "gzip") != c.want || (!c.want && got != "") {
				t.Fatalf("Content-Encoding %q", got)
			}
			if !c.want {
				wantSame(t, r, plain)
				return
			}
			reader, err := gzip.NewReader(strings.NewReader(r.body))
			if err != nil {
				t.Fatal(err)
			}
			// Reading to the end checks the sum and the length.
			unpacked, err := io.ReadAll(reader)
			if err != nil || string(unpacked) != plain.body {
				t.Errorf("%v, and\n%s\nwant\n%s", err, unpacked, plain.body)
			}
			if len(r.body) >= len(plain.body)*3/4 {
				t.Errorf("%d bytes, of %d", len(r.body), len(plain.body))
			}
			if r.Header.Get("ETag") == plain.Header.Get("ETag") || r.Header.Get("Vary") != "Accept-Encoding" || plain.Header.Get("Vary") != "Accept-Encoding" {
				t.Errorf("ETag %s and %s, Vary %q and %q", r.Header.Get("ETag"), plain.Header.Get("ETag"), r.Header.Get("Vary"), plain.Header.Get("Vary"))
			}
			c.ask.header.Set("If-None-Match", r.Header.Get("ETag"))
			if again := c.ask.of(t, h); again.StatusCode != http.StatusNotModified || again.body != "" {
				t.Errorf("status %d for its own validator", again.StatusCode)
			}
		})
	}
}

// Documents with the same validator have the same bytes, whatever was asked.
func TestValidatorsTellDocumentsApart(t *testing.T) {
	h := newHandler(t)
	bodies := map[string]string{}
	for _, p := range fullTable(t).Providers() {
		for _, domain := range p.Domains {
			for _, format := range []string{"autoconfig", "pacc"} {
				for _, host := range []string{"localhost", "autoconfig.163.com"} {
					a := askFor(format, askable(domain))
					a.host = host
					r := a.of(t, h)
					tag := r.Header.Get("ETag")
					if body, ok := bodies[tag]; ok && body != r.body && tag != "" {
						t.Fatalf("%s: ETag %s stands for\n%s\nand for\n%s", domain, tag, r.body, body)
					}
					bodies[tag] = r.body
				}
			}
		}
	}
	if len(bodies) < 500 {
		t.Errorf("%d validators are too few to mean anything", len(bodies))
	}
}

// What a client sends is understood without the parser.
func TestRequestsOfRealClientsTakeTheShortWay(t *testing.T) {
	for name, body := range map[string]string{
		"Outlook":     poxBody(outlookRequest, "user@example.com", outlookAnswer),
		"Thunderbird": poxBody(outlookRequest, "o'neil+tag@example.com", outlookAnswer),
		"a device":    poxBody(mobileRequest, "user@example.com", mobileAnswer),
		"Delta Chat": `<?xml version="1.0" encoding="utf-8"?>` + "\n<Autodiscover xmlns=\"" + outlookRequest + "\">\n<Request>\n<EMailAddress>user@example.com</EMailAddress>\n" +
			"<AcceptableResponseSchema>" + outlookAnswer + "</AcceptableResponseSchema>\n</Request>\n</Autodiscover>\n",
		"AutoDetect, on one line": `<Autodiscover xmlns="` + mobileRequest + `"><Request><EMailAddress>user@example.com</EMailAddress><AcceptableResponseSchema>` +
			mobileAnswer + `</AcceptableResponseSchema></Request></Autodiscover>`,
		"lines of Windows": strings.ReplaceAll(poxBody(outlookRequest, "user@example.com", outlookAnswer), "\n", "\r\n"),
	} {
		short, full, scanned, err := autoconfig.ScanAndRead([]byte(body))
		if !scanned || err != nil || fmt.Sprint(short) != fmt.Sprint(full) {
			t.Errorf("%s: scanned %t, read %v, error %v:\n%+v\n%+v", name, scanned, err == nil, err, short, full)
		}
	}
}

// FuzzAutodiscoverScan holds the short way against the parser: what it understands,
// the parser understands as the same.
func FuzzAutodiscoverScan(f *testing.F) {
	plain := poxBody(outlookRequest, "user@example.com", outlookAnswer)
	for _, seed := range []string{
		plain, poxBody(mobileRequest, " user@example.com ", mobileAnswer), "<Autodiscover><Request></Request></Autodiscover>",
		`<Autodiscover xmlns=""><Request><EMailAddress></EMailAddress></Request></Autodiscover>`,
		strings.Replace(plain, "<EMail", "<!-- --><EMail", 1), strings.Replace(plain, "user", "<![CDATA[user]]>", 1),
		strings.Replace(plain, "user", "us]]er", 1), strings.Replace(plain, "user", "us&amp;er", 1), strings.Replace(plain, "utf-8", "UTF-8", 1),
		plain + "<x/>", plain + " \r\n", strings.Repeat(plain, 2), strings.Replace(plain, "</Request>", "<LegacyDN>/o=x</LegacyDN></Request>", 1),
		strings.Replace(plain, "<AcceptableResponseSchema>", "<AcceptableResponseSchema>  </AcceptableResponseSchema><AcceptableResponseSchema>", 1),
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		short, full, scanned, err := autoconfig.ScanAndRead(body)
		if scanned && (err != nil || fmt.Sprintf("%#v", short) != fmt.Sprintf("%#v", full)) {
			t.Fatalf("scanned as %#v, read as %#v, %v: %q", short, full, err, bytes.TrimSpace(body))
		}
	})
}
