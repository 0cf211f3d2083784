package doctortest

// The addresses of the world: setup is signpost, site the web site, mail the mail
// servers. None is real; a dialer leads them to loopback.
const (
	SetupIP = "192.0.2.10"
	SiteIP  = "192.0.2.20"
	MailIP  = "192.0.2.30"
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

// startTLSRecords are the SRV records where STARTTLS is needed.
const startTLSRecords = `
_autodiscover._tcp.example.com. SRV   0 1 443 setup.example.com.
_imap._tcp.example.com.         SRV   0 1 143 imap.example.com.
_submission._tcp.example.com.   SRV   0 1 587 smtp.example.com.
`
