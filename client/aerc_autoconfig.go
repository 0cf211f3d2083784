package client

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"

	"signpost/provider"
)

// aercConfig is what lib/autoconfig/autoconfig.go of aerc decodes into. There is
// room for one server to send with: of several, each writes its values over those
// of the one before.
type aercConfig struct {
	XMLName  xml.Name     `xml:"clientConfig"`
	Incoming []aercServer `xml:"emailProvider>incomingServer"`
	Outgoing aercServer   `xml:"emailProvider>outgoingServer"`
}

type aercServer struct {
	Type       string `xml:"type,attr"`
	Hostname   string `xml:"hostname"`
	Port       string `xml:"port"`
	SocketType string `xml:"socketType"`
	Username   string `xml:"username"`
}

// readAerc follows lib/autoconfig/autoconfig.go. Neither status nor type matter:
// an error page fails to decode. It is encoding/xml here because it is in aerc.
func readAerc(reply Reply, address string) (Setup, error) {
	if err := checkSize(reply.Body); err != nil {
		return Setup{}, err
	}
	var config aercConfig
	if err := xml.NewDecoder(bytes.NewReader(reply.Body)).Decode(&config); err != nil {
		return Setup{}, refuse("does not decode: %w", err)
	}
	for _, e := range config.Incoming {
		if !strings.EqualFold(e.Type, "imap") {
			continue
		}
		incoming, err := e.server(provider.IMAP, address)
		if err != nil {
			return Setup{}, err
		}
		outgoing, err := config.Outgoing.server(provider.SMTP, address)
		if err != nil {
			return Setup{}, err
		}
		return Setup{Incoming: []Server{incoming}, Outgoing: []Server{outgoing}}, nil
	}
	return Setup{}, refuse("no incomingServer of type imap")
}

// server completes a server: the type of an outgoing one is not looked at, and
// what is neither plain nor ssl is STARTTLS.
func (e aercServer) server(protocol provider.Protocol, address string) (Server, error) {
	port, err := strconv.Atoi(e.Port)
	if err != nil {
		return Server{}, refuse("%s: the port is %q", protocol, e.Port)
	}
	s := Server{Protocol: protocol, Host: e.Hostname, Port: port, Security: provider.STARTTLS, Login: e.Username, Auth: AuthUnread}
	switch strings.ToLower(e.SocketType) {
	case "plain":
		s.Security = provider.Plaintext
	case "ssl":
		s.Security = provider.TLS
	}
	// The one placeholder that aerc knows, if it is all there is.
	if strings.EqualFold(e.Username, "%emailaddress%") {
		s.Login = address
	}
	return s, nil
}
