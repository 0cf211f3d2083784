package client

import (
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/beevik/etree"

	"signpost/provider"
)

// readFairEmail follows getISPDB in EmailProvider.java, which reads the document
// as a stream: names count at any depth, values are not trimmed. Only the first
// incomingServer and the first outgoingServer count, and they must be imap and
// smtp. It is the one client known to show the notes of a provider.
func readFairEmail(reply Reply, address string) (Setup, error) {
	if reply.Status != http.StatusOK {
		return Setup{}, refuse("status %d, not 200", reply.Status)
	}
	root, err := xmlRoot(reply.Body)
	if err != nil {
		return Setup{}, err
	}
	stream := fairEmailStream{
		imap:  Server{Protocol: provider.IMAP, Security: provider.TLS, Auth: AuthUnread},
		smtp:  Server{Protocol: provider.SMTP, Security: provider.TLS, Auth: AuthUnread},
		login: "%EMAILADDRESS%",
	}
	if err := stream.read(root); err != nil {
		return Setup{}, err
	}
	imap, smtp := stream.imap, stream.smtp
	if imap.Host == "" || !isPort(imap.Port) {
		return Setup{}, refuse("the first incomingServer is not a complete imap")
	}
	if smtp.Host == "" || !isPort(smtp.Port) {
		return Setup{}, refuse("the first outgoingServer is not a complete smtp")
	}
	imap.Login = fairEmailLogin(stream.login, address)
	smtp.Login = imap.Login
	return Setup{Incoming: []Server{imap}, Outgoing: []Server{smtp}, Notes: stream.notes}, nil
}

// fairEmailLogin knows two placeholders, and each as the whole name only.
func fairEmailLogin(username, address string) string {
	switch username {
	case "%EMAILADDRESS%":
		return address
	case "%EMAILLOCALPART%":
		local, _ := splitAddress(address)
		return local
	}
	return username
}

// fairEmailStream is the state of the stream.
type fairEmailStream struct {
	imap, smtp Server
	// current is the server that values go to, or nil.
	current                  *Server
	hasIncoming, hasOutgoing bool
	// login is the last user name of the document, whichever server it stood in:
	// there is one for both.
	login string
	notes []string
	// titles are the texts for the open link; link is nil outside of one.
	link   *string
	titles []string
}

func (f *fairEmailStream) read(e *etree.Element) error {
	text := leadingText(e)
	switch e.FullTag() {
	case "incomingServer":
		return f.readServer(e, &f.hasIncoming, "imap", &f.imap)
	case "outgoingServer":
		return f.readServer(e, &f.hasOutgoing, "smtp", &f.smtp)
	case "enable":
		return f.readLink(e, "visiturl")
	case "documentation":
		return f.readLink(e, "url")
	case "instruction", "descr":
		if f.link != nil && text != "" {
			f.titles = append(f.titles, text)
		}
	case "username":
		if text != "" {
			f.login = text
		}
	default:
		if f.current != nil && text != "" {
			if err := f.readValue(e.FullTag(), text); err != nil {
				return err
			}
		}
	}
	return f.readChildren(e)
}

func (f *fairEmailStream) readChildren(e *etree.Element) error {
	for _, c := range e.ChildElements() {
		if err := f.read(c); err != nil {
			return err
		}
	}
	return nil
}

func (f *fairEmailStream) readServer(e *etree.Element, seen *bool, kind string, server *Server) error {
	value, _ := attribute(e, "type")
	if value == kind && !*seen {
		f.current = server
	}
	*seen = true
	err := f.readChildren(e)
	f.current = nil
	return err
}

// readValue takes a value of a server. A port that is no number is an exception
// and loses the document; it also decides on the security until socketType does.
func (f *fairEmailStream) readValue(name, text string) error {
	switch name {
	case "hostname":
		f.current.Host = text
	case "port":
		port, err := strconv.ParseInt(text, 10, 32)
		if err != nil {
			return refuse("the port is %q", text)
		}
		f.current.Port = int(port)
		f.current.Security = provider.TLS
		if f.current.Port == registeredPort(f.current.Protocol, provider.STARTTLS) {
			f.current.Security = provider.STARTTLS
		}
	case "socketType":
		known := map[string]provider.Security{"SSL": provider.TLS, "STARTTLS": provider.STARTTLS}
		if security := known[text]; security != "" {
			f.current.Security = security
		}
	}
	return nil
}

// readLink makes a note of a link and its texts in all languages; the URL stands
// for a text that is missing.
func (f *fairEmailStream) readLink(e *etree.Element, name string) error {
	f.link, f.titles = nil, nil
	if url, ok := attribute(e, name); ok {
		f.link = &url
	}
	if err := f.readChildren(e); err != nil {
		return err
	}
	if f.link != nil {
		f.notes = append(f.notes, strings.Join(slices.Concat(f.titles, []string{*f.link}), "\n"))
	}
	f.link, f.titles = nil, nil
	return nil
}

// leadingText is the text of an element up to its first child element.
func leadingText(e *etree.Element) string {
	var b strings.Builder
	for _, token := range e.Child {
		switch token := token.(type) {
		case *etree.CharData:
			b.WriteString(token.Data)
		case *etree.Element:
			return b.String()
		}
	}
	return b.String()
}
