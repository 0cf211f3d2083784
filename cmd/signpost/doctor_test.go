package main_test

import (
	"crypto/tls"
	"encoding/json"
	"encoding/pem"
	"errors"
	"net"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/miekg/dns"

	"signpost/autoconfig"
	"signpost/internal/doctor"
	"signpost/provider"
)

// The records of the domain that the doctor looks at: it has mail servers, on which
// nothing listens, and its discovery hosts are not in DNS yet.
const doctorZone = `example.com. 60 SOA ns.example.com. admin.example.com. 1 2 3 4 5
example.com. 60 MX 10 mail.example.com.
mail.example.com. 60 A 127.0.0.1`

// The command finds a deployment that is not in DNS yet, trusts the authority that
// it is told to, and its status is that of the findings.
func TestDoctorFindsADeploymentThatIsNotInDNSYet(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	resolver := serveZone(t, doctorZone)
	web := serveExample(t, dir)
	run := func(args ...string) (string, int) {
		args = append([]string{
			"doctor", "--resolver", resolver, "--connect", web.Listener.Addr().String(), "--ca", filepath.Join(dir, "ca.pem"),
		}, args...)
		command := exec.CommandContext(t.Context(), "signpost", args...)
		output, err := command.Output()
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		return string(output), command.ProcessState.ExitCode()
	}

	// The certificate of the test server is for example.com alone.
	output, status := run("--json", "--client", "thunderbird", "--client", "outlook", "alice@example.com")
	var report doctor.Report
	if err := json.Unmarshal([]byte(output), &report); err != nil {
		t.Fatalf("%v in\n%s", err, output)
	}
	if status != 1 || len(report.Clients) != 2 {
		t.Errorf("status %d, want 1, in\n%s", status, output)
	}
	for _, want := range []string{`"cert-name"`, `"server-refused"`, "https://example.com/.well-known/autoconfig/mail/config-v1.1.xml"} {
		if !strings.Contains(output, want) {
			t.Errorf("%s is missing in\n%s", want, output)
		}
	}
	if strings.Contains(output, "alice") || strings.Contains(output, "dns-no-autoconfig") {
		t.Errorf("got\n%s\nwant neither the local part nor what DNS lacks", output)
	}

	output, status = run("example.com")
	if status != 1 || !strings.Contains(output, "Thunderbird             autoconfig           993 TLS      465 TLS      fails\n") {
		t.Errorf("status %d, want 1 and Thunderbird's line, in\n%s", status, output)
	}
	if strings.Contains(output, "\x1b") {
		t.Errorf("colours, and nobody there to see them:\n%s", output)
	}
}

// serveZone answers DNS questions from records; other names do not exist.
func serveZone(t *testing.T, text string) string {
	t.Helper()
	packets, err := (&net.ListenConfig{}).ListenPacket(t.Context(), "udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var records []dns.RR
	parser := dns.NewZoneParser(strings.NewReader(text), "", "")
	for rr, ok := parser.Next(); ok; rr, ok = parser.Next() {
		records = append(records, rr)
	}
	answer := func(w dns.ResponseWriter, asked *dns.Msg) {
		m := new(dns.Msg).SetRcode(asked, dns.RcodeNameError)
		m.RecursionAvailable = true
		for _, rr := range records {
			if !strings.EqualFold(rr.Header().Name, asked.Question[0].Name) {
				continue
			}
			m.Rcode = dns.RcodeSuccess
			if rr.Header().Rrtype == asked.Question[0].Qtype {
				m.Answer = append(m.Answer, rr)
			}
		}
		_ = w.WriteMsg(m)
	}
	server := &dns.Server{PacketConn: packets, Handler: dns.HandlerFunc(answer)}
	ended := make(chan error, 1)
	started := make(chan struct{})
	server.NotifyStartedFunc = func() { close(started) }
	go func() { ended <- server.ActivateAndServe() }()
	<-started
	t.Cleanup(func() {
		_ = server.Shutdown()
		<-ended
	})
	return packets.LocalAddr().String()
}

// serveExample serves the settings of example.com over https, and writes the
// authority of the certificate, which is for example.com and no other name, to
// ca.pem.
func serveExample(t *testing.T, dir string) *httptest.Server {
	t.Helper()
	const file = "id: example\nname: Example\ndomains: [example.com]\nhost: mail.example.com\nsecret: {kind: password}\n"
	p, err := provider.Parse("example.yaml", []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	table, err := provider.NewTable([]provider.Provider{p})
	if err != nil {
		t.Fatal(err)
	}
	handler, err := autoconfig.New(table, autoconfig.Options{TLS: true})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewUnstartedServer(handler)
	server.TLS = &tls.Config{MinVersion: tls.VersionTLS12}
	server.StartTLS()
	t.Cleanup(server.Close)
	authority := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw})
	if err := os.WriteFile(filepath.Join(dir, "ca.pem"), authority, 0o600); err != nil {
		t.Fatal(err)
	}
	return server
}
