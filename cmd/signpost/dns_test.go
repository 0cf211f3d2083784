package main_test

import (
	"errors"
	"os/exec"
	"strings"
	"testing"

	"github.com/miekg/dns"

	"signpost/internal/testserver"
)

// What `signpost dns --zone` prints is given to a DNS server, and --check finds all
// of it there; then less and other records.
func TestDNSCheckComparesWithALiveServer(t *testing.T) {
	const server = "signpost.example.net. 60 IN A 192.0.2.1\n"
	text, status := signpostDNS(t, "--zone")
	if status != 0 {
		t.Fatalf("--zone ends with status %d", status)
	}
	for _, c := range []struct {
		name, zone string
		status     int
		// want are lines of the output.
		want []string
	}{
		{"all of it", text + server, 0, []string{"11 ok"}},
		{
			"more than that", text + server + "_imaps._tcp.sina.com. 60 IN SRV 20 1 993 backup.sina.com.", 0,
			[]string{"published beyond what signpost knows of", "  extra      _imaps._tcp         SRV     20 1 993 backup.sina.com.", "11 ok, 1 extra"},
		},
		{
			"less than that", strings.Replace(text, "autoconfig ", "old ", 1) + server, 1,
			[]string{"  missing    autoconfig          CNAME   signpost.example.net.", "10 ok, 1 missing"},
		},
		{
			"something else", strings.Replace(text, "0 1 993", "0 1 143", 1) + server, 1,
			[]string{"  different  _imaps._tcp         SRV     0 1 993 imap.sina.com.", "             found: SRV 0 1 143 imap.sina.com.", "10 ok, 1 different"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, status := signpostDNS(t, "--check", "--resolver", serveZone(t, c.zone))
			if status != c.status {
				t.Errorf("status %d, want %d", status, c.status)
			}
			for _, want := range c.want {
				if !strings.Contains("\n"+got, "\n"+want+"\n") {
					t.Errorf("no line %q in\n%s", want, got)
				}
			}
		})
	}
}

func signpostDNS(t *testing.T, args ...string) (stdout string, status int) {
	t.Helper()
	args = append([]string{"dns", "sina.com", "--target", "signpost.example.net"}, args...)
	out, err := exec.CommandContext(t.Context(), "signpost", args...).Output()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if exit != nil {
		status = exit.ExitCode()
	}
	return string(out), status
}

// serveZone runs a DNS server on loopback until the end of the test. It has the
// records of the zone and follows no aliases.
func serveZone(t *testing.T, text string) (address string) {
	t.Helper()
	var records []dns.RR
	parser := dns.NewZoneParser(strings.NewReader(text), "", "")
	for rr, ok := parser.Next(); ok; rr, ok = parser.Next() {
		records = append(records, rr)
	}
	if err := parser.Err(); err != nil {
		t.Fatal(err)
	}
	return testserver.DNS(t, dns.HandlerFunc(func(w dns.ResponseWriter, asked *dns.Msg) {
		m := new(dns.Msg).SetReply(asked)
		m.RecursionAvailable = true
		for _, rr := range records {
			if strings.EqualFold(rr.Header().Name, asked.Question[0].Name) && rr.Header().Rrtype == asked.Question[0].Qtype {
				m.Answer = append(m.Answer, rr)
			}
		}
		_ = w.WriteMsg(m)
	})).String()
}
