package autoconfig_test

import (
	"bufio"
	"bytes"
	"crypto/tls"
	"encoding/binary"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf16"

	"signpost/autoconfig"
	"signpost/client"
	"signpost/provider"
	"signpost/provider/builtin"
)

// ask is one request as a client writes it on the wire.
type ask struct {
	// method is GET if empty.
	method string
	// http says that the request comes over plain http; else it is https.
	http bool
	host string
	// target is the request target, written out as it is sent.
	target string
	header http.Header
	body   string
}

// request parses the wire form as net/http's server does, so that raw bytes in
// the target arrive as they would there.
func (a ask) request(t testing.TB) *http.Request {
	t.Helper()
	var wire bytes.Buffer
	method := a.method
	if method == "" {
		method = http.MethodGet
	}
	wire.WriteString(method + " " + a.target + " HTTP/1.1\r\nHost: " + a.host + "\r\n\r\n")
	r, err := http.ReadRequest(bufio.NewReader(&wire))
	if err != nil {
		t.Fatalf("%s %s is no HTTP request: %v", method, a.target, err)
	}
	for name, values := range a.header {
		r.Header[name] = values
	}
	r.RemoteAddr = "192.0.2.1:50000"
	if a.body != "" {
		r.Body = io.NopCloser(strings.NewReader(a.body))
		r.ContentLength = int64(len(a.body))
	}
	if !a.http {
		r.TLS = &tls.ConnectionState{}
	}
	return r
}

// reply is what came back.
type reply struct {
	*http.Response
	body string
}

func (a ask) of(t testing.TB, h http.Handler) reply {
	t.Helper()
	return newRecorder(h, a.request(t))
}

// read lets a client read the reply.
func (r reply) read(t testing.TB, reader client.Reader, address string) (client.Setup, error) {
	t.Helper()
	return reader.Read(client.Reply{
		Status: r.StatusCode,
		Type:   r.Header.Get("Content-Type"),
		Body:   []byte(r.body),
	}, address)
}

// readerOf finds the reader of a client for a format.
func readerOf(t testing.TB, name, format string) client.Reader {
	t.Helper()
	for _, r := range client.ReadersOf(format) {
		if r.Client == name {
			return r
		}
	}
	t.Fatalf("no reader of %s for %s", name, format)
	return client.Reader{}
}

// fullTable is the built-in table with the providers of the tests above it. It is
// immutable, so all tests share one.
func fullTable(t testing.TB) *provider.Table {
	t.Helper()
	table, err := theTable()
	if err != nil {
		t.Fatal(err)
	}
	return table
}

var theTable = sync.OnceValues(func() (*provider.Table, error) {
	own, err := provider.LoadDir("testdata/providers")
	if err != nil {
		return nil, err
	}
	return provider.NewTable(own, builtin.Providers())
})

// clock stands still, so that error documents have the same bytes each time.
func clock() time.Time { return time.Date(2026, 11, 25, 9, 30, 0, 123_000_000, time.UTC) }

// newHandler answers from the full table as a server that terminates TLS itself.
func newHandler(t testing.TB) *autoconfig.Handler {
	t.Helper()
	return handlerWith(t, autoconfig.Options{TLS: true})
}

func handlerWith(t testing.TB, options autoconfig.Options) *autoconfig.Handler {
	t.Helper()
	if options.Now == nil {
		options.Now = clock
	}
	h, err := autoconfig.New(fullTable(t), options)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

const poxTarget = "/autodiscover/autodiscover.xml"

const (
	outlookRequest = "http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006"
	outlookAnswer  = "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a"
	mobileRequest  = "http://schemas.microsoft.com/exchange/autodiscover/mobilesync/requestschema/2006"
	mobileAnswer   = "http://schemas.microsoft.com/exchange/autodiscover/mobilesync/responseschema/2006"
)

// poxBody is an Autodiscover request, its values pasted in without escaping, as
// Thunderbird does it.
func poxBody(request, address, answer string) string {
	return `<?xml version="1.0" encoding="utf-8"?>
<Autodiscover xmlns="` + request + `">
  <Request>
    <EMailAddress>` + address + `</EMailAddress>
    <AcceptableResponseSchema>` + answer + `</AcceptableResponseSchema>
  </Request>
</Autodiscover>
`
}

// outlookAsks is what the classic Outlook wizard sends for an address.
func outlookAsks(host, address string) ask {
	return ask{
		method: http.MethodPost, host: host, target: poxTarget,
		header: http.Header{"Content-Type": {"text/xml; charset=utf-8"}},
		body:   poxBody(outlookRequest, address, outlookAnswer),
	}
}

// deviceAsks is what an ActiveSync device sends for an address.
func deviceAsks(host, address string) ask {
	a := outlookAsks(host, address)
	a.body = poxBody(mobileRequest, address, mobileAnswer)
	return a
}

// autoconfigAsks is what Thunderbird sends; query is everything behind the path.
func autoconfigAsks(host, query string) ask {
	return ask{host: host, target: "/mail/config-v1.1.xml" + query}
}

// newRecorder answers a request that a test has changed by hand.
func newRecorder(h http.Handler, r *http.Request) reply {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return reply{Response: w.Result(), body: w.Body.String()}
}

// utf16Text encodes a text in UTF-16, as some clients of Microsoft's tools do.
func utf16Text(s string, bigEndian, mark bool) string {
	if mark {
		s = "\ufeff" + s
	}
	var b []byte
	for _, unit := range utf16.Encode([]rune(s)) {
		if bigEndian {
			b = binary.BigEndian.AppendUint16(b, unit)
		} else {
			b = binary.LittleEndian.AppendUint16(b, unit)
		}
	}
	return string(b)
}
