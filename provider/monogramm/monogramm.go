// Package monogramm reads the environment of Monogramm/autodiscover-email-settings
// and of its forks: variables such as DOMAIN, IMAP_HOST, IMAP_PORT and IMAP_SOCKET,
// in any of the forms in which admins keep them:
//
//	IMAP_HOST=imap.example.com                    an env file, the output of env
//	- IMAP_HOST=imap.example.com                  a list in a Compose file
//	IMAP_HOST: imap.example.com                   a mapping in a Compose file
//	Environment="IMAP_HOST=imap.example.com"      a systemd unit
//
// All other lines are skipped, so that a whole Compose file or unit can be read.
// Every login is the full address, as that project has it.
package monogramm

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"signpost/provider"
	"signpost/provider/draft"
)

// maxFile bounds a file, in bytes.
const maxFile = 1 << 20

// Parse reads the variables of one instance; name is for messages. The findings say
// what was left out or changed, in the order of the file. The error, of type
// provider.Problems, says why no provider comes of the file. A provider that is
// returned passes the loader of provider files when provider.Encode has written it.
func Parse(name string, data []byte) (p provider.Provider, findings provider.Problems, err error) {
	d := draft.New(name)
	if len(data) > maxFile {
		return provider.Provider{}, nil, d.Refuse(draft.Position{}, fmt.Sprintf("it is larger than %d bytes", maxFile))
	}
	env := readEnvironment(d, string(data))
	if env["DOMAIN"].value == "" {
		return provider.Provider{}, d.Findings, d.Refuse(draft.Position{}, "there is no DOMAIN")
	}
	fill(d, env)
	return d.Finish()
}

// fill turns the variables into a draft.
func fill(d *draft.Draft, env environment) {
	d.Kind = provider.KindOwn
	d.Username = provider.UsernameAddress
	d.AddDomain(env["DOMAIN"].at, env["DOMAIN"].value)
	if len(d.Domains) > 0 {
		d.ID = draft.Slug(d.Domains[0])
	}
	d.SetName(env["COMPANY_NAME"].at, env["COMPANY_NAME"].value)
	for _, s := range servers {
		addServer(d, env, s)
	}
	if sync := env["MOBILESYNC_URL"]; sync.value != "" {
		d.AddService(sync.at, provider.ActiveSync, sync.value)
	}
	if support := env["SUPPORT_URL"]; support.value != "" {
		if url, ok := d.Page(support.at, support.value); ok {
			d.Help = append(d.Help, provider.Link{URL: url})
		}
	}
	if ldap := env["LDAP_HOST"]; ldap.value != "" {
		d.Note(ldap.at, "LDAP is left out: no format carries it", "")
	}
	if id := env["PROFILE_IDENTIFIER"]; id.value != "" {
		d.Note(id.at, "the identifiers of Apple profiles are left out: they are derived from the provider and the address",
			"a profile that was installed before stays beside the new one until it is removed")
	}
}

// variables of one server: a name in front of _HOST, _PORT and _SOCKET. IMAPS, POPS,
// SMTPS and SUBMISSION are those of forks.
type variables struct {
	prefix   string
	protocol provider.Protocol
	// tls and starttls are the ports of the protocol.
	tls, starttls int
}

var servers = [...]variables{
	{"IMAP", provider.IMAP, 993, 143},
	{"IMAPS", provider.IMAP, 993, 143},
	{"POP", provider.POP3, 995, 110},
	{"POPS", provider.POP3, 995, 110},
	{"SMTP", provider.SMTP, 465, 587},
	{"SMTPS", provider.SMTP, 465, 587},
	{"SUBMISSION", provider.SMTP, 465, 587},
}

// addServer takes in a server; without a host there is none.
func addServer(d *draft.Draft, env environment, v variables) {
	hostname, port, socket := env[v.prefix+"_HOST"], env[v.prefix+"_PORT"], env[v.prefix+"_SOCKET"]
	if hostname.value == "" {
		return
	}
	leave := func(at draft.Position, why string) {
		d.Note(at, fmt.Sprintf("the server of %s_HOST is left out: %s", v.prefix, why), "")
	}
	host, err := draft.Host(hostname.value)
	if err != nil {
		leave(hostname.at, fmt.Sprintf("`%s`: %v", draft.Line(hostname.value), err))
		return
	}
	s := provider.Server{Protocol: v.protocol, Host: host}
	if port.value != "" {
		s.Port, err = strconv.Atoi(port.value)
		if err != nil || s.Port < 1 || s.Port > 65535 {
			leave(port.at, fmt.Sprintf("port `%s` is not a number from 1 to 65535", draft.Line(port.value)))
			return
		}
	}
	var ok bool
	if s.Security, ok = security(socket.value, s.Port, v.tls); !ok {
		leave(socket.at, fmt.Sprintf("socket `%s` is not known", draft.Line(socket.value)))
		return
	}
	if socket.value == "" {
		d.Note(hostname.at, fmt.Sprintf("%s_SOCKET is missing; %s is taken", v.prefix, s.Security), "")
	}
	if s.Security == provider.TLS {
		s.Port = cmp.Or(s.Port, v.tls)
	}
	s.Port = cmp.Or(s.Port, v.starttls)
	d.AddServer(hostname.at, s)
}

// security reads a socket type. None at all leaves it to the port: implicit TLS,
// unless it is another one than tls.
func security(socket string, port, tls int) (_ provider.Security, known bool) {
	switch strings.ToUpper(socket) {
	case "SSL":
		return provider.TLS, true
	case "STARTTLS":
		return provider.STARTTLS, true
	case "PLAIN":
		return provider.Plaintext, true
	case "":
		if port != 0 && port != tls {
			return provider.STARTTLS, true
		}
		return provider.TLS, true
	}
	return "", false
}
