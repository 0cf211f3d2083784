package automx2_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/provider"
	"signpost/provider/automx2"
)

// imported is the provider file that comes of a seed, and what is said about the rest.
func imported(t *testing.T, seed string) (file, said string) {
	t.Helper()
	p, findings, err := automx2.Parse("seed.json", []byte(seed))
	var lines []string
	for _, f := range findings {
		lines = append(lines, f.String())
	}
	if err != nil {
		return "", strings.Join(append(lines, err.Error()), "\n")
	}
	data, err := provider.Encode(p)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := provider.Parse("seed.yaml", data); err != nil {
		t.Fatalf("reading what was written:\n%v\n%s", err, data)
	}
	return string(data), strings.Join(lines, "\n")
}

const servers = `"servers": [{"type": "imap", "name": "imap.a.example"}, {"type": "smtp", "name": "smtp.a.example"}]`

func TestSeeds(t *testing.T) {
	for _, tt := range []struct{ name, seed, file, said string }{
		{
			name: "a seed before version 2 has domains that are strings",
			seed: `{"_comment": "x", "provider": "Alpha Works Ltd.", "domains": ["a.example", "b.example"], ` + servers + `}`,
			file: `id: a-example
name: Alpha Works Ltd.
short_name: Alpha
kind: own
domains: [a.example, b.example]
servers:
  - {protocol: imap, host: imap.a.example, port: 993, security: tls}
  - {protocol: smtp, host: smtp.a.example, port: 465, security: tls}
username: address
`,
		},
		{
			name: "version 2 has domains that are objects, LDAP, DAV, and servers by priority",
			seed: `{"version": 2, "provider": "Alpha", "domains": [{"name": "a.example"}, {"name": "b.example", "ldapserver_id": 42}],
				"ldapservers": [{"id": 42, "name": "ldap.a.example", "bind_password": "secret"}],
				"servers": [
					{"type": "imap", "name": "second.a.example", "port": 143},
					{"type": "imap", "name": "first.a.example", "prio": 1},
					{"type": "pop", "name": "pop.a.example"},
					{"type": "smtp", "name": "smtp.a.example", "port": "587"},
					{"type": "caldav", "port": 443, "url": "https://dav.a.example/%EMAILADDRESS%/cal/"},
					{"type": "carddav", "url": "http://dav.a.example/%EMAILADDRESS%/card/"}]}`,
			file: `id: a-example
name: Alpha
kind: own
domains: [a.example, b.example]
servers:
  - {protocol: imap, host: first.a.example, port: 993, security: tls}
  - {protocol: imap, host: second.a.example, port: 143, security: starttls}
  - {protocol: pop3, host: pop.a.example, port: 995, security: tls}
  - {protocol: smtp, host: smtp.a.example, port: 587, security: starttls}
services:
  - {type: caldav, url: 'https://dav.a.example/{address}/cal/'}
username: address
`,
			said: "seed.json: service carddav at `http://dav.a.example/%EMAILADDRESS%/card/` is left out: it does not begin with https://\n" +
				"seed.json: automx2 looks up the login and the name of a person in LDAP; here the login is the full address (set `username` if it is another one)",
		},
		{
			name: "what does not fit is left out",
			seed: `{"version": 3, "provider": "Alpha", "domains": ["a.example", "a.example", "x y"], "ldapservers": [{"id": 1}],
				"servers": [{"type": "imap", "name": "imap.a.example"}, {"type": "imap", "name": "imap.a.example:993"}, {"type": "pop3", "name": "p.a.example"},
				{"type": "imap", "name": "imap.a.example", "port": 0}, {"type": "smtp", "name": "smtp.a.example"}, {"type": "smtp", "name": "smtp.a.example", "port": 25}]}`,
			file: `id: a-example
name: Alpha
kind: own
domains: [a.example]
servers:
  - {protocol: imap, host: imap.a.example, port: 993, security: tls}
  - {protocol: smtp, host: smtp.a.example, port: 465, security: tls}
  - {protocol: smtp, host: smtp.a.example, port: 25, security: starttls, status: discouraged}
username: address
`,
			said: "seed.json: version 3 is not known; it is read as version 2\n" +
				"seed.json: domain `a.example` stands twice\n" +
				"seed.json: domain `x y` is left out: it cannot be a domain\n" +
				"seed.json: imap server `imap.a.example:993` is left out: it cannot be a host name\n" +
				"seed.json: pop3 server `p.a.example` is left out: its type is not known\n" +
				"seed.json: imap server `imap.a.example` is left out: port 0 is not a number from 1 to 65535\n" +
				"seed.json: smtp server smtp.a.example:25 is kept and not offered: port 25 is for mail between servers\n" +
				"seed.json: the LDAP servers are left out: no domain uses them",
		},
		{
			name: "no domain, no provider",
			seed: `{"provider": "Alpha", "domains": [], ` + servers + `}`,
			said: "seed.json: not imported: no domain is left",
		},
		{
			name: "no outgoing server, no provider",
			seed: `{"provider": "Alpha", "domains": ["a.example"], "servers": [{"type": "imap", "name": "imap.a.example"}]}`,
			said: "seed.json: not imported: no SMTP server with encryption",
		},
		{
			name: "a mistake in the JSON has a place",
			seed: "{\n  \"provider\": \"Alpha\",\n  \"domains\": [a]\n}",
			said: "seed.json:3:15: not imported: not valid JSON: invalid character 'a' looking for beginning of value",
		},
		{
			name: "a value of another type has a name",
			seed: `{"provider": 7}`,
			said: "seed.json:1:14: not imported: `provider` is a JSON number, which it cannot be",
		},
		{
			name: "nothing is no seed",
			seed: "",
			said: "seed.json:1:1: not imported: not valid JSON: unexpected end of JSON input",
		},
		{
			name: "a seed has at most 1 MiB",
			seed: strings.Repeat(" ", 1<<20) + "{}",
			said: "seed.json: not imported: it is larger than 1048576 bytes",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			file, said := imported(t, tt.seed)
			if diff := cmp.Diff(tt.file, file); diff != "" {
				t.Errorf("provider file (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.said, said); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
			if strings.Contains(said, "secret") {
				t.Errorf("the findings hold a password:\n%s", said)
			}
		})
	}
}

// FuzzParse: whatever the file, no panic; and what is imported can be written as a
// provider file and read back.
func FuzzParse(f *testing.F) {
	f.Add(`{"provider": "Alpha", "domains": ["a.example"], ` + servers + `}`)
	f.Add(`{"version": 2, "provider": "Alpha", "domains": [{"name": "a.example", "ldapserver_id": 1}], ` + servers + `}`)
	f.Add(`{"servers": [{"type": "caldav", "url": "https://a.example/%EMAILADDRESS%", "prio": 1e9, "port": "25"}]}`)
	f.Fuzz(func(t *testing.T, seed string) {
		imported(t, seed)
	})
}
