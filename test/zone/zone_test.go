//go:build bind

// Package zone_test loads what `signpost dns --zone` prints into named-checkzone of
// BIND 9, as a part of a zone. It is run by `make zone-test`, which installs it.
package zone_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"signpost/internal/zone"
	"signpost/provider"
	"signpost/provider/builtin"
)

// The zone that the text becomes a part of, with the addresses of the hosts in it:
// BIND refuses SRV records that lead to a host of the zone without any.
const zoneFile = `$TTL 3600
@ IN SOA ns.invalid. hostmaster.invalid. 1 7200 3600 1209600 3600
@ IN NS ns.invalid.
@ IN A 192.0.2.1
%s
$INCLUDE "%s"
after IN TXT "still in the zone"
`

func TestNamedCheckzoneLoadsWhatIsPrinted(t *testing.T) {
	program := filepath.Join(t.TempDir(), "signpost")
	output(t, "go", "build", "-o", program, "../../cmd/signpost")
	for _, c := range []struct {
		name, domain, target string
		// hosts are names in the zone that have addresses.
		hosts []string
		// want is what the zone has after it was loaded.
		want []string
	}{
		{
			"Sina, with everything", "sina.com", "signpost.example.net",
			[]string{"imap", "pop", "smtp"},
			[]string{
				"autoconfig.sina.com. 3600 IN CNAME signpost.example.net.",
				"_imaps._tcp.sina.com. 3600 IN SRV 0 1 993 imap.sina.com.",
				"_imap._tcp.sina.com. 3600 IN SRV 0 0 0 .",
				`after.sina.com. 3600 IN TXT "still in the zone"`,
			},
		},
		{"Sina, with a target inside", "sina.com", "autoconfig.sina.com", []string{"imap", "pop", "smtp", "autoconfig"}, []string{"autodiscover.sina.com. 3600 IN CNAME autoconfig.sina.com."}},
		{"Sina, with the domain as target", "sina.com", "sina.com", []string{"imap", "pop", "smtp"}, []string{"autodiscover.sina.com. 3600 IN CNAME sina.com."}},
		{"two servers of one kind", "sina.cn", "signpost.example.net", []string{"imap", "pop", "smtp"}, []string{"_imaps._tcp.sina.cn. 3600 IN SRV 10 1 993 imap.sina.cn."}},
		{"STARTTLS and notes", "starttls.example", "signpost.example.net", []string{"mail"}, []string{"_submission._tcp.starttls.example. 3600 IN SRV 0 1 587 mail.starttls.example."}},
		{"POP3", "pop.example", "signpost.example.net", []string{"pop", "smtp"}, []string{"_pop3s._tcp.pop.example. 3600 IN SRV 0 1 995 pop.pop.example."}},
		{"DAV and JMAP", "eas.example", "signpost.example.net", []string{"imap", "smtp", "dav"}, []string{`_carddavs._tcp.eas.example. 3600 IN TXT "path=/contacts/"`, "_jmap._tcp.eas.example. 3600 IN SRV 0 1 443 eas.example."}},
		{"IDN", "例子.example", "signpost.example.net", []string{"xn--5nq051n"}, []string{"_imaps._tcp.xn--fsqu00a.example. 3600 IN SRV 0 1 993 xn--5nq051n.xn--fsqu00a.example."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, _ := output(t, program, "dns", c.domain, "--target", c.target, "--zone", "--providers", "../../autoconfig/testdata/providers")
			_, origin, _ := strings.Cut(text, "$ORIGIN ")
			origin, _, _ = strings.Cut(origin, "\n")
			loaded := load(t, origin, text, "local", c.hosts)
			for _, want := range c.want {
				if !strings.Contains(loaded, want+"\n") {
					t.Errorf("no record %q in\n%s", want, loaded)
				}
			}
		})
	}
}

// Every built-in provider, all in one zone: the root.
func TestNamedCheckzoneLoadsEveryBuiltInProvider(t *testing.T) {
	providers := builtin.Providers()
	var text strings.Builder
	var domains []string
	for _, p := range providers {
		for _, domain := range p.Domains {
			a, err := provider.Resolve(&p, domain, "")
			if err == nil && a.Usable() && !strings.HasPrefix(domain, "*.") {
				domains = append(domains, domain)
				text.WriteString(zone.Text(domain, zone.Records(a, "signpost.example.net", []byte("{}")), domain))
			}
		}
	}
	loaded := load(t, ".", text.String(), "none", []string{"ns.invalid"})
	for _, domain := range domains {
		want := "autoconfig." + domain + ". 3600 IN CNAME signpost.example.net."
		if !strings.Contains(loaded, want+"\n") {
			t.Errorf("no record %q was loaded", want)
		}
	}
}

// load checks a zone with the text in it and returns what was loaded, one blank
// between the fields. The hosts have addresses; with the integrity "local" BIND says
// so if a record leads to another host of the zone, or to an alias.
func load(t *testing.T, origin, text, integrity string, hosts []string) string {
	t.Helper()
	dir := t.TempDir()
	part, whole := filepath.Join(dir, "signpost.zone"), filepath.Join(dir, "whole.zone")
	var addresses strings.Builder
	for _, host := range hosts {
		addresses.WriteString(host + " IN A 192.0.2.1\n")
	}
	write(t, part, text)
	write(t, whole, fmt.Sprintf(zoneFile, addresses.String(), part))
	loaded, said := output(t, "named-checkzone", "-i", integrity, "-k", "fail", "-D", "-o", "-", origin, whole)
	for line := range strings.Lines(said) {
		if !strings.Contains(line, ": loaded serial 1") && line != "OK\n" {
			t.Errorf("named-checkzone %s: %s", origin, line)
		}
	}
	lines := strings.Split(loaded, "\n")
	for i, line := range lines {
		lines[i] = strings.Join(strings.Fields(line), " ")
	}
	return strings.Join(lines, "\n")
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func output(t *testing.T, program string, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, said strings.Builder
	cmd := exec.CommandContext(t.Context(), program, args...)
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %q: %v\n%s%s", filepath.Base(program), args, err, &out, &said)
	}
	return out.String(), said.String()
}
