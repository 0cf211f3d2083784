// Package doctortest makes mail domains for the tests of the doctor, on loopback, and
// has a list of what can be wrong with one. What a domain is made of is for the tests
// to choose: fakes, or real servers.
package doctortest

import (
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

	"signpost/internal/address"
	"signpost/internal/doctor"
	"signpost/internal/resolver"
	"signpost/internal/testserver"
	"signpost/provider"
)

// Alice is the address that is examined.
const Alice = "alice@example.com"

// Today is when certificates are judged.
func Today() time.Time { return time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC) }

// Parts are what a world is made of.
type Parts interface {
	// Signpost answers for the providers of a directory.
	Signpost(t testing.TB, dir string) http.Handler
	// Mail starts the mail servers of a world, and returns where they listen by
	// their ports in the world.
	Mail(t testing.TB, w *World) map[int]string
}

// MailServer says what a mail server is like.
type MailServer struct {
	Protocol provider.Protocol
	// Implicit begins with TLS; STARTTLS offers it.
	Implicit, STARTTLS bool
	// Auth are the mechanisms; InClear offers them before STARTTLS too.
	Auth    string
	InClear bool
}

// A World is a mail domain with everything that belongs to it, on loopback. A test
// spoils one thing before it starts.
type World struct {
	// Provider is a provider file, Records the zone of the domain.
	Provider, Records string
	// Setup and Site stand before signpost and the web site.
	Setup, Site func(http.Handler) http.Handler
	// Leaves are certificates that differ from good ones, by server name.
	Leaves map[string]Leaf
	// Mail are the mail servers by port. Between stands before one of them.
	Mail    map[int]MailServer
	Between map[int]func(client, server net.Conn)
	// Dead are addresses of the world, as "ip:port", and what dialling them says; nil
	// says nothing, for as long as the caller waits.
	Dead map[string]error
	// Crossed are addresses of the world, and the other ones that answer there.
	Crossed map[string]string
	// Failing is a name for which DNS fails, Mute one for whose IPv4 addresses it does
	// not answer.
	Failing, Mute string
	// Signed is a domain with DNSSEC, Silent a DNS server that never answers, Offline one
	// that says of every name that there is none.
	Signed, Silent, Offline bool
	// Options are what a test wants otherwise.
	Options doctor.Options
	// Authority issues all certificates.
	Authority Authority

	parts     Parts
	mu        sync.Mutex
	issued    map[string]*tls.Certificate
	listeners map[string]string
}

// NewWorld makes a world of parts that is well.
func NewWorld(parts Parts, authority Authority) *World {
	same := func(h http.Handler) http.Handler { return h }
	return &World{
		Provider: implicitTLS, Records: records, Setup: same, Site: same,
		Leaves: map[string]Leaf{}, Between: map[int]func(client, server net.Conn){}, Dead: map[string]error{}, Crossed: map[string]string{},
		Mail: map[int]MailServer{
			993: {Protocol: provider.IMAP, Implicit: true, Auth: "PLAIN"},
			143: {Protocol: provider.IMAP, STARTTLS: true, Auth: "PLAIN"},
			995: {Protocol: provider.POP3, Implicit: true, Auth: "PLAIN"},
			465: {Protocol: provider.SMTP, Implicit: true, Auth: "PLAIN LOGIN"},
			587: {Protocol: provider.SMTP, STARTTLS: true, Auth: "PLAIN LOGIN"},
		},
		Authority: authority, parts: parts, issued: map[string]*tls.Certificate{}, listeners: map[string]string{},
	}
}

// Close lets nothing listen at addresses of the world.
func (w *World) Close(addresses ...string) {
	for _, at := range addresses {
		w.Dead[at] = os.NewSyscallError("connect", syscall.ECONNREFUSED)
	}
}

// Without removes the lines of the DNS that hold one of the words.
func (w *World) Without(words ...string) {
	var kept []string
	for line := range strings.Lines(w.Records) {
		drop := false
		for _, word := range words {
			drop = drop || strings.Contains(line, word)
		}
		if !drop {
			kept = append(kept, line)
		}
	}
	w.Records = strings.Join(kept, "")
}

// UseSTARTTLS makes the provider one that needs STARTTLS, which PACC cannot say.
func (w *World) UseSTARTTLS() {
	w.Provider = startTLS
	w.Without("_tcp.", "ua-auto-config")
	w.Records += startTLSRecords
}

// Examine starts the world and lets the doctor look at an address in it.
func (w *World) Examine(ctx context.Context, t testing.TB, who string) doctor.Report {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "example.yaml"), []byte(w.Provider), 0o600); err != nil {
		t.Fatal(err)
	}
	handler := w.parts.Signpost(t, dir)
	w.web(t, SetupIP, w.Setup(handler))
	w.web(t, SiteIP, w.Site(http.NotFoundHandler()))
	w.startMail(t)
	z := NewZone(t, strings.ReplaceAll(w.Records, "DIGEST", digest(ctx, handler)))
	z.Failing, z.Mute, z.Signed, z.Silent, z.Offline = w.Failing, w.Mute, w.Signed, w.Silent, w.Offline
	asked, err := resolver.New([]netip.AddrPort{testserver.DNS(t, z)})
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := address.Parse(who)
	if err != nil {
		t.Fatal(err)
	}
	o := w.Options
	o.Resolver, o.Dialer, o.Roots, o.Now = asked, w, w.Authority.Roots(), Today
	if o.Limit == 0 {
		o.Limit = time.Minute
	}
	return doctor.Run(ctx, parsed, o)
}

// digest is that of the PACC document, as DNS has it.
func digest(ctx context.Context, handler http.Handler) string {
	recorder := httptest.NewRecorder()
	const url = "https://ua-auto-config.example.com/.well-known/user-agent-configuration.json"
	handler.ServeHTTP(recorder, httptest.NewRequestWithContext(ctx, http.MethodGet, url, http.NoBody))
	sum := sha256.Sum256(recorder.Body.Bytes())
	return base64.StdEncoding.EncodeToString(sum[:])
}

// startMail starts the mail servers and what stands before them.
func (w *World) startMail(t testing.TB) {
	t.Helper()
	for port, at := range w.parts.Mail(t, w) {
		if between := w.Between[port]; between != nil {
			server := at
			at = testserver.TCP(t, func(client net.Conn) {
				var dialer net.Dialer
				conn, err := dialer.DialContext(t.Context(), "tcp", server)
				if err != nil {
					return
				}
				defer func() { _ = conn.Close() }()
				between(client, conn)
			}).String()
		}
		w.listeners[fmt.Sprintf("%s:%d", MailIP, port)] = at
	}
}

// TLS has a certificate for every name, a good one unless Leaves says otherwise.
func (w *World) TLS(t testing.TB) *tls.Config {
	return &tls.Config{MinVersion: tls.VersionTLS12, GetCertificate: func(hello *tls.ClientHelloInfo) (*tls.Certificate, error) {
		return w.Certificate(t, hello.ServerName), nil
	}}
}

// Certificate is that of a name, the same one each time.
func (w *World) Certificate(t testing.TB, name string) *tls.Certificate {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.issued[name] == nil {
		w.issued[name] = w.Authority.Issue(t, w.Leaves[name], name)
	}
	return w.issued[name]
}

// web serves http and https.
func (w *World) web(t testing.TB, ip string, handler http.Handler) {
	t.Helper()
	for port, begin := range map[string]func(*httptest.Server){
		"80":  (*httptest.Server).Start,
		"443": func(s *httptest.Server) { s.TLS = w.TLS(t); s.StartTLS() },
	} {
		server := httptest.NewUnstartedServer(handler)
		server.Config.ErrorLog = slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)
		begin(server)
		t.Cleanup(server.Close)
		w.listeners[ip+":"+port] = server.Listener.Addr().String()
	}
}

// DialContext leads the addresses of the world to loopback; what is not in it
// refuses.
func (w *World) DialContext(ctx context.Context, network, at string) (net.Conn, error) {
	why, isDead := w.Dead[at]
	if other := w.Crossed[at]; other != "" {
		at = other
	}
	to, ok := w.listeners[at]
	switch {
	case isDead && why == nil:
		<-ctx.Done()
		return nil, &net.OpError{Op: "dial", Net: network, Err: ctx.Err()}
	case !isDead && !ok:
		why = os.NewSyscallError("connect", syscall.ECONNREFUSED)
	}
	if why != nil {
		return nil, &net.OpError{Op: "dial", Net: network, Err: why}
	}
	var dialer net.Dialer
	return dialer.DialContext(ctx, network, to)
}
