package autoconfig

import (
	"net/url"
	"strconv"

	"signpost/provider"
)

// mailPayload is com.apple.mail.managed. UseSSL is true for STARTTLS too; the
// outgoing port is always written, since the default tries 25 first; there is no
// key for a password here, and never will be.
func mailPayload(d dict, id identifiers, q Query, a provider.Account) {
	incoming := a.Incoming()[0]
	kind := "EmailTypeIMAP"
	if incoming.Protocol == provider.POP3 {
		kind = "EmailTypePOP"
	}
	d.str("PayloadType", "com.apple.mail.managed")
	d.integer("PayloadVersion", 1)
	d.str("PayloadIdentifier", id.identifier(payloadMail))
	d.str("PayloadUUID", id.uuid(payloadMail))
	d.str("PayloadDisplayName", profileTitle(a))
	d.str("EmailAccountType", kind)
	d.str("EmailAccountDescription", profileTitle(a))
	d.optional("EmailAccountName", q.RealName)
	d.optional("EmailAddress", a.Address())
	d.str("IncomingMailServerHostName", incoming.Host)
	d.integer("IncomingMailServerPortNumber", incoming.Port)
	d.boolean("IncomingMailServerUseSSL", true)
	d.str("IncomingMailServerAuthentication", "EmailAuthPassword")
	d.optional("IncomingMailServerUsername", incoming.Login)
	d.str("OutgoingMailServerHostName", a.SMTP.Host)
	d.integer("OutgoingMailServerPortNumber", a.SMTP.Port)
	d.boolean("OutgoingMailServerUseSSL", true)
	d.str("OutgoingMailServerAuthentication", "EmailAuthPassword")
	d.optional("OutgoingMailServerUsername", a.SMTP.Login)
	d.boolean("OutgoingPasswordSameAsIncomingPassword", true)
	// An account from a profile locks the choices of S/MIME unless it says otherwise.
	d.boolean("SMIMESigningUserOverrideable", true)
	d.boolean("SMIMESigningCertificateUUIDUserOverrideable", true)
	d.boolean("SMIMEEncryptByDefaultUserOverrideable", true)
	d.boolean("SMIMEEncryptionCertificateUUIDUserOverrideable", true)
	d.boolean("SMIMEEnableEncryptionPerMessageSwitch", true)
}

// davServices are the services that have a payload of their own, with its type and
// what its keys begin with; but for that the two payloads are the same.
var davServices = [...]struct {
	service      provider.ServiceType
	kind, prefix string
}{
	{provider.CalDAV, "com.apple.caldav.account", "CalDAV"},
	{provider.CardDAV, "com.apple.carddav.account", "CardDAV"},
}

// davPayloads adds calendar and contacts. They take the password of the mail
// account, which is why a provider whose OAuth2 covers CalDAV and CardDAV gets
// none: some of them (Google) take nothing else there, the payload has no word for
// it, and an account that cannot sign in asks for its password for ever.
func davPayloads(content array, id identifiers, a provider.Account) {
	if len(a.Provider.OAuth2.DAVScopes) > 0 {
		return
	}
	for _, s := range davServices {
		at, ok := davAddressOf(a.Service(s.service))
		if !ok {
			continue
		}
		d := content.item()
		d.str("PayloadType", s.kind)
		d.integer("PayloadVersion", 1)
		d.str("PayloadIdentifier", id.identifier(string(s.service)))
		d.str("PayloadUUID", id.uuid(string(s.service)))
		d.str("PayloadDisplayName", profileTitle(a))
		d.str(s.prefix+"AccountDescription", profileTitle(a))
		d.str(s.prefix+"HostName", at.host)
		d.integer(s.prefix+"Port", at.port)
		d.boolean(s.prefix+"UseSSL", true)
		d.optional(s.prefix+"PrincipalURL", at.principal)
		d.optional(s.prefix+"Username", a.Provider.Username.Expand(a.Local, a.Domain))
	}
}

// davAddress is the URL of a DAV service in the parts that a payload wants.
type davAddress struct {
	// host is bare: without scheme, port or path.
	host string
	port int
	// principal is the whole URL where it has a path, else empty: the device then
	// finds the path by itself (RFC 6764, section 6).
	principal string
}

func davAddressOf(service string) (davAddress, bool) {
	u, err := url.Parse(service)
	if err != nil || u.Scheme != "https" || u.Hostname() == "" {
		return davAddress{}, false
	}
	at := davAddress{host: u.Hostname(), port: 443}
	if u.Port() != "" {
		if at.port, err = strconv.Atoi(u.Port()); err != nil {
			return davAddress{}, false
		}
	}
	if u.Path != "" && u.Path != "/" {
		at.principal = service
	}
	return at, true
}
