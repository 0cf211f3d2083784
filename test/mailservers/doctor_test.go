//go:build mailservers

package mailservers_test

import (
	"bytes"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"signpost/internal/doctor"
	"signpost/internal/doctor/doctortest"
	"signpost/internal/testserver"
	"signpost/provider"
	"signpost/test/serving"
)

// mailHosts are the names of the mail servers in the doctor's worlds.
var mailHosts = []string{"mail.example.com", "imap.example.com", "pop.example.com", "smtp.example.com"}

// parts make the doctor's worlds of real ones: `signpost serve`, behind a web server
// of the test's that has the certificates, and dovecot. What is well is shared.
type parts struct {
	// t is the test that the shared parts live as long as.
	t         *testing.T
	program   string
	authority doctortest.Authority
	good      dovecot

	mu sync.Mutex
	// serving is where the program listens, by what it answers for.
	serving map[string]string
}

func newParts(t *testing.T, program string) *parts {
	t.Helper()
	p := &parts{t: t, program: program, authority: doctortest.NewAuthority(t, doctortest.Today()), serving: map[string]string{}}
	p.good = startDovecot(t, good, p.authority.Issue(t, doctortest.Leaf{}, mailHosts...))
	return p
}

// Signpost runs the program, or leads to the one that answers for the same.
func (p *parts) Signpost(t testing.TB, dir string) http.Handler {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(dir, "example.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	at, isServing := p.serving[string(content)]
	if !isServing {
		kept := p.t.TempDir()
		writeFile(t, filepath.Join(kept, "example.yaml"), content)
		at, _ = serve(p.t, p.program, kept, "--trusted-proxy", "127.0.0.1", "--public-url", "https://autoconfig.example.com")
		p.serving[string(content)] = at
	}
	return &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(&url.URL{Scheme: "http", Host: at})
			r.SetXForwarded()
			r.Out.Host = r.In.Host
		},
		ErrorLog: slog.NewLogLogger(slog.DiscardHandler, slog.LevelError),
	}
}

func writeFile(t testing.TB, name string, content []byte) {
	t.Helper()
	if err := os.WriteFile(name, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// Mail runs a dovecot for each kind of settings that a world needs.
func (p *parts) Mail(t testing.TB, w *doctortest.World) map[int]string {
	t.Helper()
	running := map[string]dovecot{}
	isWell := func(host string) bool { return w.Leaves[host] == doctortest.Leaf{} }
	if !slices.ContainsFunc(mailHosts, func(host string) bool { return !isWell(host) }) {
		running[good] = p.good
	}
	at := map[int]string{}
	for port, server := range w.Mail {
		settings := settingsOf(server)
		d, ok := running[settings]
		if !ok {
			var certificates []*tls.Certificate
			for _, host := range mailHosts {
				certificates = append(certificates, w.Certificate(t, host))
			}
			d = startDovecot(t, settings, certificates...)
			running[settings] = d
		}
		at[port] = net.JoinHostPort(here, strconv.Itoa(d.port(server)))
	}
	return at
}

// settingsOf are those with which dovecot is such a server.
func settingsOf(s doctortest.MailServer) string {
	settings := good
	switch {
	case !s.Implicit && !s.STARTTLS:
		settings = stripped
	case s.InClear:
		settings = lenient
	}
	if !strings.Contains(s.Auth, "PLAIN") && s.Auth != "" {
		settings += "auth_mechanisms = " + strings.ToLower(s.Auth) + "\n"
	}
	return settings
}

// port is where a dovecot is such a server.
func (d dovecot) port(s doctortest.MailServer) int {
	ports := map[provider.Protocol][2]int{
		provider.IMAP: {d.imap, d.imaps}, provider.POP3: {d.pop3, d.pop3s}, provider.SMTP: {d.submission, d.submissions},
	}
	if s.Implicit {
		return ports[s.Protocol][1]
	}
	return ports[s.Protocol][0]
}

// The doctor finds a domain of real parts well, and each fault that is put into it,
// and nothing else.
func TestDoctor(t *testing.T) {
	built := serving.Build(t)
	parts := newParts(t, built)
	world := func() *doctortest.World { return doctortest.NewWorld(parts, parts.authority) }
	t.Run("implicit TLS", func(t *testing.T) { wantWell(t, world()) })
	t.Run("STARTTLS", func(t *testing.T) {
		w := world()
		w.UseSTARTTLS()
		wantWell(t, w)
	})
	t.Run("faults", func(t *testing.T) {
		for _, fault := range doctortest.Faults() {
			t.Run(fault.Name, func(t *testing.T) {
				t.Parallel()
				fault.Check(t, world())
			})
		}
	})
	t.Run("the command", func(t *testing.T) { testCommand(t, built) })
}

// wantWell wants a domain in which nothing is to be mended.
func wantWell(t *testing.T, w *doctortest.World) {
	t.Helper()
	r := w.Examine(t.Context(), t, doctortest.Alice)
	if len(r.Findings) > 0 {
		t.Errorf("found %q in\n%s", doctortest.Found(r), doctortest.Text(t, r))
	}
	wantWorks(t, r.Clients)
}

// wantWorks wants every client to work that looks for mail servers.
func wantWorks(t *testing.T, clients []doctor.Client) {
	t.Helper()
	others := map[string]doctor.Verdict{"activesync": doctor.Nothing, "autodetect": doctor.Elsewhere}
	for _, c := range clients {
		want, isOther := others[c.Key]
		if !isOther {
			want = doctor.Works
		}
		if c.Verdict != want {
			t.Errorf("%s: %s (%s), want %s", c.Name, c.Verdict, c.Why, want)
		}
	}
	if len(clients) == 0 {
		t.Error("no client was looked at")
	}
}

const commandProvider = `id: example
domains: [example.com]
servers:
  - {protocol: imap, host: imap.example.com, port: %d, security: tls}
  - {protocol: pop3, host: pop.example.com, port: %d, security: tls}
  - {protocol: smtp, host: smtp.example.com, port: %d, security: tls}
secret: {kind: password}
`

// ownZone is what a domain has beside the records that `signpost dns` prints.
const ownZone = `
com.                     NS  ns.example.com.
example.com.             SOA ns.example.com. admin.example.com. 1 2 3 4 5
example.com.             MX  10 mail.example.com.
autoconfig.example.com.  A   127.0.0.1
mail.example.com.        A   127.0.0.3
imap.example.com.        A   127.0.0.3
pop.example.com.         A   127.0.0.3
smtp.example.com.        A   127.0.0.3
`

// testCommand runs the program on both sides: `signpost serve` with certificates of
// its own, signed profiles and the records of `signpost dns`, and `signpost doctor`,
// which is led there.
func testCommand(t *testing.T, program string) {
	authority := doctortest.NewAuthority(t, time.Now())
	dir := t.TempDir()
	file := func(name string) string { return filepath.Join(dir, name) }
	doctortest.WritePEM(t, file("web.pem"), authority.Issue(t, doctortest.Leaf{}, "example.com", "autoconfig.example.com", "autodiscover.example.com", "ua-auto-config.example.com"))
	authority.WriteRoot(t, file("root.pem"))
	d := startDovecot(t, good, authority.Issue(t, doctortest.Leaf{}, mailHosts...))
	if err := os.MkdirAll(file("providers"), 0o755); err != nil {
		t.Fatal(err)
	}
	writeFile(t, file("providers/example.yaml"), fmt.Appendf(nil, commandProvider, d.imaps, d.pop3s, d.submissions))
	plain, secure := serve(t, program, file("providers"), "--https", "127.0.0.1:0", "--tls-cert", file("web.pem"), "--tls-key", file("web.pem"), "--sign-cert", file("web.pem"), "--sign-key", file("web.pem"))
	records, err := exec.CommandContext(t.Context(), program, "dns", "--zone", "--only-own", "--providers", file("providers"), "example.com").Output()
	if err != nil {
		t.Fatal(err)
	}
	dns := testserver.DNS(t, doctortest.NewZone(t, ownZone+string(records)))
	ask := func(authorities string) (doctor.Report, error) {
		cmd := exec.CommandContext(t.Context(), program, "doctor", "--json", "--connect", secure, "--connect-http", plain, "--resolver", dns.String(), "--ca", authorities, doctortest.Alice)
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		out, failure := cmd.Output()
		var r doctor.Report
		if err := json.Unmarshal(out, &r); err != nil {
			t.Fatalf("%v: %s%s", err, out, stderr.Bytes())
		}
		return r, failure
	}
	r, err := ask(file("root.pem"))
	if err != nil || len(r.Findings) > 0 {
		t.Errorf("%v, found %q in\n%s", err, doctortest.Found(r), doctortest.Text(t, r))
	}
	wantWorks(t, r.Clients)
	// Without the authority nothing is trusted, and the status says so.
	doctortest.NewAuthority(t, time.Now()).WriteRoot(t, file("other.pem"))
	r, err = ask(file("other.pem"))
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 1 || !slices.Contains(doctortest.Found(r), "cert-untrusted") {
		t.Errorf("%v, found %q, want status 1 and cert-untrusted", err, doctortest.Found(r))
	}
}
