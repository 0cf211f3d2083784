//go:build leak

package leak_test

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// headers carry the marker in all that clients, proxies and browsers send along.
func headers() string {
	return "Authorization: " + basic(marker) + "\r\n" +
		"Proxy-Authorization: Bearer " + marker + "\r\n" +
		"Cookie: session=" + marker + "\r\n" +
		"Referer: https://webmail.example/" + marker + "?mail=" + marker + "@sina.com\r\n" +
		"From: " + marker + "@sina.com\r\n" +
		"X-Email: " + marker + "@sina.com\r\n" +
		"X-AnchorMailbox: " + marker + "@sina.com\r\n" +
		"X-Request-Id: " + marker + "\r\n" +
		"X-Forwarded-For: " + marker + ", 192.0.2.1\r\n" +
		"X-Forwarded-Host: " + marker + ".example\r\n" +
		"Forwarded: for=" + marker + "\r\n" +
		"X-" + marker + ": " + marker + "\r\n" +
		"If-None-Match: \"" + marker + "\"\r\n"
}

// wire is a request as bytes. Whatever stands in its parts stands there as it is, and
// headers are whole lines.
func wire(method, host, target, body string, more ...string) []byte {
	lines := append([]string{method + " " + target + " HTTP/1.1", "Host: " + host}, more...)
	if body != "" || method == http.MethodPost {
		lines = append(lines, fmt.Sprintf("Content-Length: %d", len(body)))
	}
	return []byte(strings.Join(lines, "\r\n") + "\r\n" + headers() + "\r\n" + body)
}

// requests sends a text of the corpus in every place where it can stand.
func requests(word string) [][]byte {
	const pox, server = "/autodiscover/autodiscover.xml", "autodiscover.example.com"
	escaped := url.QueryEscape(word)
	get := func(target string) []byte {
		return wire(http.MethodGet, "autoconfig.example.com", target, "", "User-Agent: Thunderbird/153.0 "+marker)
	}
	post := func(target, kind, body string) []byte {
		return wire(http.MethodPost, server, target, body, "User-Agent: Microsoft Office/16.0 "+marker, "Content-Type: "+kind)
	}
	all := [][]byte{
		get("/mail/config-v1.1.xml?emailaddress=" + escaped + "&" + marker + "=" + marker),
		get("/mail/config-v1.1.xml?" + word),
		get("/autodiscover/autodiscover.json?Protocol=AutodiscoverV1&Email=" + escaped),
		get("/autodiscover/autodiscover.json/v1.0/" + word + "?Protocol=" + marker),
		get("/email.mobileconfig?email=" + escaped + "&name=" + marker),
		get("/email.mobileconfig?email=" + marker + "%40sina.com&password=" + escaped),
		get("/lookup/" + word),
		get("/v1.1/" + escaped + "/" + marker),
		get("/?lang=" + escaped + "&address=" + marker + "@sina.com"),
		wire(http.MethodGet, word, "/mail/config-v1.1.xml?emailaddress="+marker+"@unknown.example", "", "User-Agent: "+word),
		wire(http.MethodGet, "localhost", "/lookup/"+marker+"@sina.com", "", "Accept: "+word, "Accept-Language: "+word),
		post(pox, "text/xml", word),
		post(pox, "text/xml; charset=utf-16", string(utf16Bytes(word, binary.LittleEndian))),
		post(pox+"?"+marker, word, poxFor(word)),
		post("/", "application/x-www-form-urlencoded", "address="+escaped+"&"+marker+"="+marker),
		post("/", "multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"address\"; filename=\""+marker+"\"\r\n\r\n"+word+"\r\n--b--\r\n"),
	}
	if strings.HasPrefix(word, "/") {
		for _, method := range []string{http.MethodGet, http.MethodHead, http.MethodOptions, "PROPFIND", strings.ToUpper(marker)} {
			all = append(all, wire(method, server, word, "", "User-Agent: OutlookMobileCloudService-Autodetect/1.0.0 "+marker))
		}
		all = append(all, post(word, "text/xml", poxFor(marker+"@example.com")), get(word+"?"+marker+"="+marker))
	}
	return all
}

// good are requests that have an answer, one of each format.
func good() [][]byte {
	device := strings.NewReplacer("outlook/requestschema", "mobilesync/requestschema", "</EMailAddress>",
		"</EMailAddress><AcceptableResponseSchema>http://schemas.microsoft.com/exchange/autodiscover/mobilesync/responseschema/2006</AcceptableResponseSchema>")
	const pox = "/autodiscover/autodiscover.xml"
	of := marker + ".user@eas.example"
	get := func(host, target, accept string) []byte {
		return wire(http.MethodGet, host+"eas.example", target, "", "Accept: "+accept)
	}
	return [][]byte{
		get("autoconfig.", "/mail/config-v1.1.xml?emailaddress="+of, "*/*"),
		get("autoconfig.", "/v1.1/eas.example?"+marker, "*/*"),
		wire(http.MethodPost, "autodiscover.eas.example", pox, poxFor(of)),
		wire(http.MethodPost, "autodiscover.eas.example", pox, device.Replace(poxFor(of))),
		get("autodiscover.", "/autodiscover/autodiscover.json/v1.0/"+of+"?Protocol=AutodiscoverV1", "*/*"),
		get("ua-auto-config.", "/.well-known/user-agent-configuration.json?"+marker, "*/*"),
		get("autoconfig.", "/email.mobileconfig?email="+of, "*/*"),
		get("autoconfig.", "/lookup/"+of, "*/*"),
		get("autoconfig.", "/lookup/"+of, "application/json"),
		get("autoconfig.", "/lookup/"+of, "text/html"),
	}
}

// doctor are requests to the page of the doctor, on the listener for operations. One
// starts a run; DNS has no address for anything that it looks at.
func doctor() [][]byte {
	const form = "Content-Type: application/x-www-form-urlencoded"
	return [][]byte{
		wire(http.MethodGet, "localhost", "/doctor?address="+marker+"@sina.com", ""),
		wire(http.MethodPost, "localhost", "/doctor", "address="+marker+"%40sina.com", form),
		wire(http.MethodPost, "localhost", "/doctor", "address="+marker+"%40unknown.example", form),
		wire(http.MethodPost, "localhost", "/doctor?"+marker, marker+"@", form),
		wire(http.MethodPost, "localhost", "/doctor", "address="+marker, form, "Sec-Fetch-Site: cross-site"),
		wire(http.MethodGet, "localhost", "/doctor/events?domain="+marker+".example", "", "Accept: text/event-stream"),
		wire(http.MethodGet, "localhost", "/doctor/"+marker, ""),
		wire(http.MethodGet, "localhost", "/metrics?"+marker, ""),
		wire(http.MethodGet, "localhost", "/healthz?"+marker, ""),
	}
}

func poxFor(address string) string {
	return `<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006">` +
		`<Request><EMailAddress>` + address + `</EMailAddress></Request></Autodiscover>`
}

// wellFormed tells whether a request leaves its connection fit for another one.
func wellFormed(request []byte) bool {
	reader := bufio.NewReader(bytes.NewReader(request))
	r, err := http.ReadRequest(reader)
	if err != nil {
		return false
	}
	_, err = io.Copy(io.Discard, r.Body)
	_, end := reader.ReadByte()
	return err == nil && end != nil
}
