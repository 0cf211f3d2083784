package client

import (
	"net/http"
	"strings"

	"github.com/beevik/etree"

	"signpost/provider"
)

// readNextcloud follows lib/Service/AutoConfig/IspDb.php of Nextcloud Mail: the
// first imap and the first smtp, of which one may be missing. Its HTTP library
// throws on 4xx and 5xx alone.
func readNextcloud(reply Reply, address string) (Setup, error) {
	if reply.Status >= http.StatusBadRequest {
		return Setup{}, refuse("status %d", reply.Status)
	}
	root, err := xmlRoot(reply.Body)
	if err != nil {
		return Setup{}, err
	}
	eps := written(root, "emailProvider")
	if len(eps) == 0 {
		return Setup{}, refuse("no emailProvider in the root")
	}
	var setup Setup
	if servers := ofType(eps[0], "incomingServer", "imap"); len(servers) > 0 {
		setup.add(nextcloudServer(servers[0], provider.IMAP, placeholders(address)))
	}
	if servers := ofType(eps[0], "outgoingServer", "smtp"); len(servers) > 0 {
		setup.add(nextcloudServer(servers[0], provider.SMTP, placeholders(address)))
	}
	if len(setup.Incoming)+len(setup.Outgoing) == 0 {
		return Setup{}, refuse("neither an imap nor an smtp server")
	}
	return setup, nil
}

// nextcloudServer checks nothing: a port that is no number is 0, and a socketType
// that is unknown, or has a blank around it, means no encryption.
func nextcloudServer(e *etree.Element, protocol provider.Protocol, values *strings.Replacer) Server {
	port, _ := leadingInteger(writtenText(e, "port"))
	s := Server{
		Protocol: protocol,
		Host:     writtenText(e, "hostname"),
		Port:     port,
		Security: provider.Plaintext,
		Login:    values.Replace(writtenText(e, "username")),
		Auth:     AuthUnread,
	}
	switch strings.ToLower(writtenText(e, "socketType")) {
	case "ssl":
		s.Security = provider.TLS
	case "starttls", "tls":
		s.Security = provider.STARTTLS
	}
	return s
}
