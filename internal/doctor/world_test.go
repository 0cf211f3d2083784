package doctor_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"crypto/tls"
	"encoding/base64"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"signpost/autoconfig"
	"signpost/internal/address"
	"signpost/internal/doctor"
	"signpost/internal/resolver"
	"signpost/provider"
)

// The addresses of the world: setup is signpost, site the web site, mail the mail
// servers. None is real; a dialer leads them to loopback.
const (
	setupIP = "192.0.2.10"
	siteIP  = "192.0.2.20"
	mailIP  = "192.0.2.30"
)

const implicitTLS = `id: example
name: Example Mail
domains: [example.com]
servers:
  - {protocol: imap, host: imap.example.com}
  - {protocol: pop3, host: pop.example.com}
  - {protocol: smtp, host: smtp.example.com}
secret: {kind: password}
`

const startTLS = `id: example
name: Example Mail
domains: [example.com]
servers:
  - {protocol: imap, host: imap.example.com, port: 143, security: starttls}
  - {protocol: smtp, host: smtp.example.com, port: 587, security: starttls}
secret: {kind: password}
`

// records are the DNS of the world. DIGEST is that of the PACC document.
const records = `
com.                            NS    ns.example.com.
example.com.                    SOA   ns.example.com. admin.example.com. 1 2 3 4 5
example.com.                    A     192.0.2.20
example.com.                    MX    10 mail.example.com.
example.com.                    TXT   "v=spf1 mx -all"
setup.example.com.              A     192.0.2.10
autoconfig.example.com.         CNAME setup.example.com.
autodiscover.example.com.       CNAME setup.example.com.
ua-auto-config.example.com.     CNAME setup.example.com.
_ua-auto-config.example.com.    TXT   "v=UAAC1; a=sha256; d=DIGEST"
mail.example.com.               A     192.0.2.30
imap.example.com.               A     192.0.2.30
pop.example.com.                A     192.0.2.30
smtp.example.com.               A     192.0.2.30
_autodiscover._tcp.example.com. SRV   0 1 443 setup.example.com.
_imaps._tcp.example.com.        SRV   0 1 993 imap.example.com.
_imap._tcp.example.com.         SRV   0 0 0 .
_pop3s._tcp.example.com.        SRV   10 1 995 pop.example.com.
_submissions._tcp.example.com.  SRV   0 1 465 smtp.example.com.
_submission._tcp.example.com.   SRV   0 0 0 .
_smtps._tcp.example.com.        SRV   0 1 465 smtp.example.com.
`

// A world is a mail domain with everything that belongs to it, on loopback. A test
// spoils one thing before it starts.
type world struct {
	provider string
	records  string
	// setup and site stand before signpost and the web site.
	setup, site func(http.Handler) http.Handler
	// leaves are certificates that differ from good ones, by server name.
	leaves map[string]leaf
	// mail are the mail servers by port.
	mail map[int]mailServer
	// closed are addresses on which nothing listens, as "ip:port".
	closed  []string
	failing string
	signed  bool
	// silent is a DNS server that never answers.
	silent  bool
	options doctor.Options

	authority authority
	mu        sync.Mutex
	issued    map[string]*tls.Certificate
	listeners map[string]string
}

func newWorld() *world {
	same := func(h http.Handler) http.Handler { return h }
	return &world{
		provider: implicitTLS, records: records, setup: same, site: same,
		leaves: map[string]leaf{}, issued: map[string]*tls.Certificate{}, listeners: map[string]string{},
		mail: map[int]mailServer{
			993: {protocol: provider.IMAP, implicit: true, auth: "PLAIN"},
			143: {protocol: provider.IMAP, starttls: true, auth: "PLAIN"},
			995: {protocol: provider.POP3, implicit: true, auth: "PLAIN"},
			465: {protocol: provider.SMTP, implicit: true, auth: "PLAIN LOGIN"},
			587: {protocol: provider.SMTP, starttls: true, auth: "PLAIN LOGIN"},
		},
	}
}

// examine starts the world and lets the doctor look at an address in it.
func (w *world) examine(t testing.TB, who string) doctor.Report {
	t.Helper()
	return w.examineIn(t.Context(), t, who)
}

func (w *world) examineIn(ctx context.Context, t testing.TB, who string) doctor.Report {
	t.Helper()
	w.authority = newAuthority(t)
	handler := w.signpost(t)
	w.web(t, setupIP, w.setup(handler))
	w.web(t, siteIP, w.site(http.NotFoundHandler()))
	for port, server := range w.mail {
		server.config = w.tls(t)
		w.listen(t, fmt.Sprintf("%s:%d", mailIP, port), func(conn net.Conn) { server.serve(t, conn) })
	}
	for _, at := range w.closed {
		delete(w.listeners, at)
	}
	document, err := handler.Lookup(t.Context(), "pacc", "example.com", "")
	digest := sha256.Sum256(document.Body)
	text := w.records
	if err == nil {
		text = strings.ReplaceAll(text, "DIGEST", base64.StdEncoding.EncodeToString(digest[:]))
	}
	z := newZone(t, text)
	z.failing, z.signed = w.failing, w.signed
	z.silent = w.silent
	asked, err := resolver.New([]netip.AddrPort{startDNS(t, z)})
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := address.Parse(who)
	if err != nil {
		t.Fatal(err)
	}
	o := w.options
	o.Resolver, o.Dialer, o.Roots, o.Now = asked, w, w.authority.roots(), clock
	if o.Limit == 0 {
		o.Limit = time.Minute
	}
	return doctor.Run(ctx, parsed, o)
}

// signpost answers for the provider.
func (w *world) signpost(t testing.TB) *autoconfig.Handler {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "example.yaml"), []byte(w.provider), 0o600); err != nil {
		t.Fatal(err)
	}
	providers, err := provider.LoadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	table, err := provider.NewTable(providers)
	if err != nil {
		t.Fatal(err)
	}
	handler, err := autoconfig.New(table, autoconfig.Options{TLS: true, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	return handler
}

// tls has a certificate for every name, a good one unless leaves says otherwise.
func (w *world) tls(t testing.TB) *tls.Config {
	return &tls.Config{GetCertificate: func(hello *tls.ClientHelloInfo) (*tls.Certificate, error) {
		w.mu.Lock()
		defer w.mu.Unlock()
		name := hello.ServerName
		if w.issued[name] == nil {
			l := w.leaves[name]
			if l.name == "" {
				l.name = name
			}
			w.issued[name] = w.authority.issue(t, l)
		}
		return w.issued[name], nil
	}}
}

// web serves http and https.
func (w *world) web(t testing.TB, ip string, handler http.Handler) {
	t.Helper()
	for port, begin := range map[string]func(*httptest.Server){
		"80":  (*httptest.Server).Start,
		"443": func(s *httptest.Server) { s.TLS = w.tls(t); s.StartTLS() },
	} {
		server := httptest.NewUnstartedServer(handler)
		server.Config.ErrorLog = slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)
		begin(server)
		t.Cleanup(server.Close)
		w.listeners[ip+":"+port] = server.Listener.Addr().String()
	}
}

// listen serves connections until the end of the test.
func (w *world) listen(t testing.TB, at string, serve func(net.Conn)) {
	t.Helper()
	var config net.ListenConfig
	listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var running sync.WaitGroup
	running.Go(func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			running.Go(func() {
				defer func() { _ = conn.Close() }()
				serve(conn)
			})
		}
	})
	t.Cleanup(func() {
		_ = listener.Close()
		running.Wait()
	})
	w.listeners[at] = listener.Addr().String()
}

// DialContext leads the addresses of the world to loopback; what is not in it
// refuses.
func (w *world) DialContext(ctx context.Context, network, at string) (net.Conn, error) {
	to, ok := w.listeners[at]
	if !ok {
		return nil, &net.OpError{Op: "dial", Net: network, Err: os.NewSyscallError("connect", syscall.ECONNREFUSED)}
	}
	var dialer net.Dialer
	return dialer.DialContext(ctx, network, to)
}

// answering answers some requests in the place of another handler.
func answering(when func(*http.Request) bool, what http.HandlerFunc) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
			if when(r) {
				what(rw, r)
				return
			}
			next.ServeHTTP(rw, r)
		})
	}
}

// editing replaces texts in the answers to some requests. A text that is not there
// is a mistake of the test.
func editing(t testing.TB, when func(*http.Request) bool, edits ...string) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
			if !when(r) {
				next.ServeHTTP(rw, r)
				return
			}
			r.Header.Del("Accept-Encoding")
			recorded := httptest.NewRecorder()
			next.ServeHTTP(recorded, r)
			body := recorded.Body.Bytes()
			for i := 0; i+1 < len(edits); i += 2 {
				if recorded.Code == http.StatusOK && !bytes.Contains(body, []byte(edits[i])) {
					t.Errorf("%s %s has no %q to replace:\n%s", r.Method, r.URL, edits[i], body)
				}
				body = bytes.ReplaceAll(body, []byte(edits[i]), []byte(edits[i+1]))
			}
			rw.Header().Set("Content-Type", recorded.Header().Get("Content-Type"))
			rw.WriteHeader(recorded.Code)
			_, _ = rw.Write(body)
		})
	}
}

func isAutoconfig(r *http.Request) bool { return strings.HasSuffix(r.URL.Path, "config-v1.1.xml") }

func isPOX(r *http.Request) bool {
	return strings.EqualFold(r.URL.Path, "/autodiscover/autodiscover.xml")
}

func isHTTPS(r *http.Request) bool { return r.TLS != nil }

// both wants all conditions.
func both(conditions ...func(*http.Request) bool) func(*http.Request) bool {
	return func(r *http.Request) bool {
		for _, c := range conditions {
			if !c(r) {
				return false
			}
		}
		return true
	}
}
