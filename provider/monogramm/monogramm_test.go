package monogramm_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/provider"
	"signpost/provider/monogramm"
)

// imported is the provider file that comes of an environment, and what is said
// about the rest.
func imported(t *testing.T, env string) (file, said string) {
	t.Helper()
	p, findings, err := monogramm.Parse(".env", []byte(env))
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
	if _, err := provider.Parse("env.yaml", data); err != nil {
		t.Fatalf("reading what was written:\n%v\n%s", err, data)
	}
	return string(data), strings.Join(lines, "\n")
}

const usual = `id: a-example
name: Alpha
kind: own
domains: [a.example]
servers:
  - {protocol: imap, host: imap.a.example, port: 993, security: tls}
  - {protocol: smtp, host: smtp.a.example, port: 587, security: starttls}
username: address
`

func TestForms(t *testing.T) {
	for _, tt := range []struct{ name, env string }{
		{"an env file", "# comment\nCOMPANY_NAME=Alpha\nDOMAIN=a.example # ours\n\nIMAP_HOST=imap.a.example\nIMAP_PORT=993\nIMAP_SOCKET=SSL\n#POP_HOST=pop.a.example\nexport SMTP_HOST='smtp.a.example'\nSMTP_PORT=\"587\"\nSMTP_SOCKET=STARTTLS"},
		{"a list in a Compose file", "services:\n  autodiscover:\n    image: example/image:latest\n    environment:\n      - COMPANY_NAME=Alpha\n      - \"DOMAIN=a.example\"\n      # - POP_HOST=pop.a.example\n      - IMAP_HOST=imap.a.example\n      - IMAP_PORT=993\n      - IMAP_SOCKET=SSL\n      - SMTP_HOST=smtp.a.example\n      - SMTP_PORT=587\n      - SMTP_SOCKET=STARTTLS\n    labels:\n      - \"x.rule=Host:autoconfig.a.example\"\n"},
		{"a mapping in a Compose file", "environment:\r\n  COMPANY_NAME: Alpha\r\n  DOMAIN: \"a.example\"\r\n  IMAP_HOST: imap.a.example\r\n  IMAP_PORT: 993\r\n  IMAP_SOCKET: SSL\r\n  SMTP_HOST: smtp.a.example\r\n  SMTP_PORT: \"587\"\r\n  SMTP_SOCKET: STARTTLS\r\n"},
		{"a systemd unit", "[Service]\nType=simple\nEnvironment=\"NODE_ENV=production\"\nEnvironment=\"COMPANY_NAME=Alpha\"\nEnvironment=\"DOMAIN=a.example\"\n#Environment=\"POP_HOST=pop.a.example\"\nEnvironment=\"IMAP_HOST=imap.a.example\"\nEnvironment=\"IMAP_PORT=993\"\nEnvironment=\"IMAP_SOCKET=SSL\"\nEnvironment=\"SMTP_HOST=smtp.a.example\"\nEnvironment=\"SMTP_PORT=587\"\nEnvironment=\"SMTP_SOCKET=STARTTLS\"\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			file, said := imported(t, tt.env)
			if diff := cmp.Diff(usual, file); diff != "" {
				t.Errorf("provider file (-want +got):\n%s", diff)
			}
			if said != "" {
				t.Errorf("findings: got %s, want none", said)
			}
		})
	}
}

func TestEnvironments(t *testing.T) {
	for _, tt := range []struct{ name, env, file, said string }{
		{
			name: "everything that the project knows",
			env: `COMPANY_NAME=Alpha
SUPPORT_URL=https://autodiscover.a.example
DOMAIN=a.example
IMAP_HOST=imap.a.example
IMAP_PORT=993
IMAP_SOCKET=SSL
POP_HOST=pop.a.example
POP_PORT=110
POP_SOCKET=STARTTLS
SMTP_HOST=smtp.a.example
SMTP_PORT=465
SMTP_SOCKET=SSL
MOBILESYNC_URL=https://sync.a.example
MOBILESYNC_NAME=sync.a.example
LDAP_HOST=ldap.a.example
LDAP_PORT=636
LDAP_BASE=dc=a,dc=example
PROFILE_IDENTIFIER=example.a.autodiscover
PROFILE_UUID=00000000-0000-0000-0000-000000000000
`,
			file: `id: a-example
name: Alpha
kind: own
domains: [a.example]
servers:
  - {protocol: imap, host: imap.a.example, port: 993, security: tls}
  - {protocol: pop3, host: pop.a.example, port: 110, security: starttls}
  - {protocol: smtp, host: smtp.a.example, port: 465, security: tls}
services:
  - {type: activesync, url: 'https://sync.a.example'}
username: address
help:
  - https://autodiscover.a.example
`,
			said: ".env:15:1: LDAP is left out: no format carries it\n" +
				".env:18:1: the identifiers of Apple profiles are left out: they are derived from the provider and the address (a profile that was installed before stays beside the new one until it is removed)",
		},
		{
			name: "the variables of forks",
			env:  "DOMAIN=a.example\nIMAP_HOST=i.a.example\nIMAP_PORT=143\nIMAP_SOCKET=STARTTLS\nIMAPS_HOST=i.a.example\nIMAPS_PORT=993\nIMAPS_SOCKET=SSL\nPOPS_HOST=p.a.example\nPOPS_SOCKET=SSL\nSMTPS_HOST=s.a.example\nSMTPS_SOCKET=SSL\nSUBMISSION_HOST=s.a.example\nSUBMISSION_SOCKET=STARTTLS\n",
			file: `id: a-example
name: a.example
kind: own
domains: [a.example]
servers:
  - {protocol: imap, host: i.a.example, port: 143, security: starttls}
  - {protocol: imap, host: i.a.example, port: 993, security: tls}
  - {protocol: pop3, host: p.a.example, port: 995, security: tls}
  - {protocol: smtp, host: s.a.example, port: 465, security: tls}
  - {protocol: smtp, host: s.a.example, port: 587, security: starttls}
username: address
`,
		},
		{
			name: "what does not fit is left out",
			env:  "DOMAIN=a.example\nDOMAIN=b.example\nIMAP_HOST=imap.a.example\nIMAPS_HOST=imap.${DOMAINNAME}\nPOP_HOST=pop.a.example\nPOP_SOCKET=plain\nPOPS_HOST=pop.a.example:995\nSMTP_HOST=smtp.a.example\nSMTP_PORT=587\nSMTPS_HOST=s.a.example\nSMTPS_PORT=many\nSUBMISSION_HOST=s.a.example\nSUBMISSION_SOCKET=TLS1\nSUPPORT_URL=ftp://a.example\n",
			file: `id: a-example
name: a.example
kind: own
domains: [a.example]
servers:
  - {protocol: imap, host: imap.a.example, port: 993, security: tls}
  - {protocol: smtp, host: smtp.a.example, port: 587, security: starttls}
username: address
`,
			said: ".env:2:1: DOMAIN stands twice; line 1 counts (import the instances from files of their own)\n" +
				".env:3:1: IMAP_SOCKET is missing; tls is taken\n" +
				".env:4:1: IMAPS_HOST is left out: `imap.${DOMAINNAME}` is made of other variables (write the value out)\n" +
				".env:5:1: pop3 server pop.a.example:110 is left out: it has no encryption\n" +
				".env:7:1: the server of POPS_HOST is left out: `pop.a.example:995`: it cannot be a host name\n" +
				".env:8:1: SMTP_SOCKET is missing; starttls is taken\n" +
				".env:11:1: the server of SMTPS_HOST is left out: port `many` is not a number from 1 to 65535\n" +
				".env:13:1: the server of SUBMISSION_HOST is left out: socket `TLS1` is not known\n" +
				".env:14:1: page `ftp://a.example` is left out: it does not begin with https:// or http://",
		},
		{
			name: "the column is that of the name",
			env:  "    - \"DOMAIN=$NAME\"",
			said: ".env:1:8: DOMAIN is left out: `$NAME` is made of other variables (write the value out)\n.env: not imported: there is no DOMAIN",
		},
		{
			name: "no servers, no provider",
			env:  "DOMAIN=a.example\n",
			said: ".env: not imported: no IMAP or POP3 server with encryption",
		},
		{
			name: "plain text alone is no provider",
			env:  "DOMAIN=a.example\nIMAP_HOST=a.example\nIMAP_SOCKET=plain\nSMTP_HOST=a.example\nSMTP_SOCKET=plain\n",
			said: ".env:2:1: imap server a.example:143 is left out: it has no encryption\n.env:4:1: smtp server a.example:587 is left out: it has no encryption\n.env: not imported: no server with encryption",
		},
		{
			name: "nothing is no environment",
			said: ".env: not imported: there is no DOMAIN",
		},
		{
			name: "an environment has at most 1 MiB",
			env:  strings.Repeat(" ", 1<<20) + "DOMAIN=a.example",
			said: ".env: not imported: it is larger than 1048576 bytes",
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			file, said := imported(t, tt.env)
			if diff := cmp.Diff(tt.file, file); diff != "" {
				t.Errorf("provider file (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.said, said); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

// FuzzParse: whatever the file, no panic; and what is imported can be written as a
// provider file and read back.
func FuzzParse(f *testing.F) {
	f.Add("DOMAIN=a.example\nIMAP_HOST=imap.a.example\nIMAP_SOCKET=SSL\nSMTP_HOST=smtp.a.example\nSMTP_PORT=587\nSMTP_SOCKET=STARTTLS\n")
	f.Add("  - \"DOMAIN=a.example\"\n  SUPPORT_URL: 'https://a.example/%EMAILDOMAIN%'\nEnvironment=\"MOBILESYNC_URL=https://a.example\"\n")
	f.Fuzz(func(t *testing.T, env string) {
		imported(t, env)
	})
}
