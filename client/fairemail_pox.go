package client

import (
	"net/http"
	"strconv"

	"github.com/beevik/etree"

	"signpost/provider"
)

// readFairEmailPOX follows getMSAutodiscovery in EmailProvider.java. It reads the
// document as a stream of exact, unprefixed names and untrimmed values: of each
// kind the last server wins, and only the port tells the security.
func readFairEmailPOX(reply Reply, address string) (Setup, error) {
	if reply.Status != http.StatusOK {
		return Setup{}, refuse("status %d", reply.Status)
	}
	root, err := xmlRoot(reply.Body)
	if err != nil {
		return Setup{}, err
	}
	var found fairEmail
	found.read(root)
	if found.imap.Port == 0 || found.smtp.Port == 0 {
		return Setup{}, refuse("not both IMAP and SMTP behind AccountType email and Action settings")
	}
	found.imap.Login, found.smtp.Login = address, address
	return Setup{Incoming: []Server{found.imap}, Outgoing: []Server{found.smtp}}, nil
}

// fairEmail is the state of the stream.
type fairEmail struct {
	inAccount, isEmail, isSettings bool
	imap, smtp                     Server
}

func (f *fairEmail) read(e *etree.Element) {
	switch tag := e.FullTag(); {
	case tag == "Account":
		f.inAccount = true
		f.readChildren(e)
		f.inAccount, f.isEmail, f.isSettings = false, false, false
	case tag == "AccountType" && f.inAccount:
		f.isEmail = f.isEmail || e.Text() == "email"
	case tag == "Action" && f.inAccount:
		f.isSettings = f.isSettings || e.Text() == "settings"
	case tag == "Protocol" && f.inAccount:
		f.readProtocol(e)
	default:
		f.readChildren(e)
	}
}

func (f *fairEmail) readChildren(e *etree.Element) {
	for _, c := range e.ChildElements() {
		f.read(c)
	}
}

// readProtocol takes a server only if AccountType and Action came before it. What
// is IMAP and SMTP at once is IMAP.
func (f *fairEmail) readProtocol(e *etree.Element) {
	if !f.isEmail || !f.isSettings {
		return
	}
	s := Server{Security: provider.TLS, Auth: AuthUnread}
	var isIMAP, isSMTP, hasPort bool
	for _, c := range e.ChildElements() {
		switch text := c.Text(); c.FullTag() {
		case "Type":
			isIMAP, isSMTP = isIMAP || text == "IMAP", isSMTP || text == "SMTP"
		case "Server":
			s.Host = text
		case "Port":
			if port, err := strconv.ParseUint(text, 10, 31); err == nil {
				s.Port, hasPort = int(port), true
			}
		}
	}
	switch {
	case s.Host == "" || !hasPort:
	case isIMAP:
		f.imap = s.securedBy(provider.IMAP, 143)
	case isSMTP:
		f.smtp = s.securedBy(provider.SMTP, 587)
	}
}

// securedBy completes a server: the one port is STARTTLS, every other is not.
func (s Server) securedBy(protocol provider.Protocol, startTLSPort int) Server {
	s.Protocol = protocol
	if s.Port == startTLSPort {
		s.Security = provider.STARTTLS
	}
	return s
}
