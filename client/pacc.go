package client

import "signpost/provider"

// paccReaders lists the readers of PACC (draft-ietf-mailmaint-pacc).
func paccReaders() []Reader {
	return []Reader{
		{Client: "pimalaya", Format: "pacc", Version: "io-pim-discovery 0.3.3", Read: readPimalaya},
		{Client: "evolution", Format: "pacc", Version: "merge request 219, by draft -03", Read: readEvolutionPACC},
	}
}

// pacc is the part of a PACC document that sets up mail.
type pacc struct {
	// hosts are by the names of the protocols in the document.
	hosts map[string]string
	auth  Auth
	// name is that of the provider, documentation a URL or "".
	name, documentation string
}

// paccOf reads a document. Unknown keys are passed over, but a known one of a
// wrong type spoils the document. Whether the DNS record has the digest of the
// document is not seen here.
func paccOf(body []byte) (pacc, error) {
	document, err := jsonObject(body)
	if err != nil {
		return pacc{}, err
	}
	r := valueReader{}
	protocols := r.object(document, "protocols", required)
	authentication := r.object(document, "authentication", required)
	info := r.object(document, "info", required)
	p := pacc{
		hosts:         map[string]string{},
		name:          r.text(r.object(info, "provider", required), "name", required),
		documentation: r.text(r.object(info, "help", optional), "documentation", optional),
	}
	for _, known := range []struct {
		member string
		names  []string
	}{
		{"host", []string{"imap", "pop3", "smtp", "submit", "managesieve"}},
		{"url", []string{"jmap", "caldav", "carddav", "webdav"}},
	} {
		for _, name := range known.names {
			if protocol := r.object(protocols, name, optional); protocol != nil {
				p.hosts[name] = r.text(protocol, known.member, required)
			}
		}
	}
	if r.boolean(authentication, "password") {
		p.auth = AuthPassword
	}
	// OAuth2 stands first in from_pacc of pimalaya's compose/config.rs.
	if oauth := r.object(authentication, "oauth-public", optional); oauth != nil {
		r.text(oauth, "issuer", required)
		p.auth = AuthOAuth2
	}
	return p, r.err
}

// setup has what the format can say: implicit TLS on the registered port, and
// the full address as the login (draft -03). A host that is not there makes no
// server.
func (p pacc) setup(address, outgoing string) Setup {
	var setup Setup
	for _, s := range []struct {
		name     string
		protocol provider.Protocol
		port     int
	}{{"imap", provider.IMAP, 993}, {"pop3", provider.POP3, 995}, {outgoing, provider.SMTP, 465}} {
		if host, ok := p.hosts[s.name]; ok {
			setup.add(Server{Protocol: s.protocol, Host: host, Port: s.port, Security: provider.TLS, Login: address, Auth: p.auth})
		}
	}
	return setup
}
