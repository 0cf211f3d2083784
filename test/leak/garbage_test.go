//go:build leak

package leak_test

import (
	"net/http"
	"strings"
)

// garbage is what is no request at all, with the marker inside.
func garbage() map[string]string {
	long := strings.Repeat(marker, 20_000)
	target := "/lookup/" + marker + "@sina.com"
	line := "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n"
	return map[string]string{
		"one word":                      marker + "\r\n\r\n",
		"no end":                        "GET " + target,
		"no version":                    "GET " + target + "\r\n\r\n",
		"an unknown version":            "GET " + target + " HTTP/9.9-" + marker + "\r\n\r\n",
		"no Host":                       "GET " + target + " HTTP/1.1\r\n\r\n",
		"two Hosts":                     line + "Host: " + marker + "\r\n\r\n",
		"a Host with a space":           "GET / HTTP/1.1\r\nHost: " + marker + " " + marker + "\r\n\r\n",
		"a broken escape":               "GET /%zz" + marker + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
		"an absolute target":            "GET http://" + marker + ":" + marker + "@localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
		"CONNECT":                       "CONNECT " + marker + ":25 HTTP/1.1\r\nHost: " + marker + ":25\r\n\r\n",
		"a header without a colon":      line + marker + "\r\n\r\n",
		"a space before the colon":      line + marker + " : " + marker + "\r\n\r\n",
		"a folded header":               line + "X-A: b\r\n " + marker + "\r\n\r\n",
		"a NUL in a header":             line + "X-A: " + marker + "\x00\r\n\r\n",
		"headers without end":           line + "X-A: " + long,
		"headers too large":             line + "X-A: " + long + "\r\n\r\n",
		"a target too large":            "GET /" + long + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
		"a length that is no number":    line + "Content-Length: " + marker + "\r\n\r\n",
		"two lengths":                   line + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n" + marker,
		"an unknown transfer coding":    line + "Transfer-Encoding: " + marker + "\r\n\r\n",
		"an unknown expectation":        line + "Expect: " + marker + "\r\n\r\n",
		"an unknown upgrade":            line + "Connection: upgrade\r\nUpgrade: " + marker + "\r\n\r\n",
		"an upgrade to h2c":             line + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: " + marker + "\r\n\r\n",
		"chunks that are none":          "POST /autodiscover/autodiscover.xml HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n" + marker + "\r\n\r\n",
		"a chunk with an extension":     "POST /autodiscover/autodiscover.xml HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n6;" + marker + "\r\n" + marker + "\r\n0\r\nX-T: " + marker + "\r\n\r\n",
		"a body too large":              string(wire(http.MethodPost, "localhost", "/autodiscover/autodiscover.xml", long)),
		"a form too large":              string(wire(http.MethodPost, "localhost", "/", "address="+long)),
		"a body that is cut":            "POST /autodiscover/autodiscover.xml HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4000\r\n\r\n" + poxFor(marker+"@sina.com"),
		"the preface of HTTP/2":         "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + marker,
		"TLS":                           "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + long[:600],
		"the PROXY protocol":            "PROXY TCP4 " + marker + " 192.0.2.1 1 2\r\n" + line + "\r\n",
		"the PROXY protocol, version 2": "\r\n\r\n\x00\r\nQUIT\n\x21\x11\x00\x0c" + marker + marker + line + "\r\n",
		"SMTP":                          "EHLO " + marker + "\r\nAUTH PLAIN " + basic(marker) + "\r\nMAIL FROM:<" + marker + "@sina.com>\r\n",
		"IMAP":                          "a1 LOGIN " + marker + "@sina.com " + marker + "\r\n",
		"bytes":                         "\x00\xff\x80" + marker + "\x00\x01",
	}
}
