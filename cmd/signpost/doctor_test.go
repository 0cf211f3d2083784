package main_test

import (
	"encoding/json"
	"encoding/pem"
	"errors"
	"log/slog"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

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

	output, status := run("--json", "--client", "thunderbird", "--client", "outlook", "alice@example.com")
	var report doctor.Report
	if err := json.Unmarshal([]byte(output), &report); err != nil {
		t.Fatalf("%v in\n%s", err, output)
	}
	if status != 1 || len(report.Clients) != 2 {
		t.Errorf("status %d, want 1, in\n%s", status, output)
	}
	for _, want := range []string{`"server-refused"`, "https://autoconfig.example.com/mail/config-v1.1.xml"} {
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

// serveExample serves the settings of example.com over https, and writes the
// authority of the certificate, which is for example.com and the names below it, to
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
	// Plain http is led to the same port, which knows nothing of it.
	server.Config.ErrorLog = slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)
	server.StartTLS()
	t.Cleanup(server.Close)
	authority := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw})
	if err := os.WriteFile(filepath.Join(dir, "ca.pem"), authority, 0o600); err != nil {
		t.Fatal(err)
	}
	return server
}
