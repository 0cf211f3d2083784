package ispdb

import (
	"fmt"
	"strconv"

	"github.com/beevik/etree"

	"signpost/provider"
	"signpost/provider/draft"
)

// mailTypes are the types of servers with host and port.
var mailTypes = map[string]map[string]provider.Protocol{
	"incomingServer": {"imap": provider.IMAP, "pop3": provider.POP3},
	"outgoingServer": {"smtp": provider.SMTP},
}

// urlTypes are the types of servers that are found by URL, in the spellings of the
// drafts and of ISPDB.
var urlTypes = map[string]provider.ServiceType{
	"ews": provider.EWS, "owa": provider.OWA, "graph": provider.Graph, "jmap": provider.JMAP,
	"activesync": provider.ActiveSync, "activeSync": provider.ActiveSync,
	"caldav": provider.CalDAV, "carddav": provider.CardDAV,
}

// server reads one incomingServer or outgoingServer of any type.
func (r *reader) server(e *etree.Element) {
	kind := e.SelectAttrValue("type", "")
	if protocol, ok := mailTypes[e.Tag][kind]; ok {
		r.mailServer(e, protocol)
		return
	}
	if r.service(e) {
		return
	}
	what := "no mail program is set up with it"
	if kind == "exchange" {
		what = "EWS and OWA are taken from types of their own"
	}
	r.Note(r.doc.at(e), fmt.Sprintf("<%s> of type `%s` is left out: %s", e.Tag, draft.Line(kind), what), "")
}

// service reads an element that is found by URL, and tells whether it was one.
func (r *reader) service(e *etree.Element) bool {
	t, ok := urlTypes[e.SelectAttrValue("type", "")]
	if ok {
		// Drafts before -03 called it serverURL.
		r.AddService(r.doc.at(e), t, text(child(e, "url", "serverURL")))
	}
	return ok
}

// collections reads calendars and address books, which stand beside the provider.
func (r *reader) collections(parents []*etree.Element) {
	for _, parent := range parents {
		for _, e := range children(parent, "calendar", "addressbook", "addressBook") {
			r.service(e)
		}
	}
}

// mailServer reads a server with host and port, and keeps it unless it is of no use.
func (r *reader) mailServer(e *etree.Element, protocol provider.Protocol) {
	at := r.doc.at(e)
	leave := func(why string) { r.Note(at, fmt.Sprintf("%s server is left out: %s", protocol, why), "") }
	hostname := text(child(e, "hostname"))
	if hostname == "" {
		leave("it has no host name")
		return
	}
	host, err := draft.Host(hostname)
	if err != nil {
		leave(fmt.Sprintf("host `%s`: %v", hostname, err))
		return
	}
	port, err := strconv.Atoi(text(child(e, "port")))
	if err != nil || port < 1 || port > 65535 {
		leave(fmt.Sprintf("port `%s` is not a number from 1 to 65535", text(child(e, "port"))))
		return
	}
	security, ok := socketType(e)
	if !ok {
		leave(fmt.Sprintf("socketType `%s` is not known", text(child(e, "socketType"))))
		return
	}
	s := provider.Server{Protocol: protocol, Host: host, Port: port, Security: security}
	if !r.AddServer(at, s) {
		return
	}
	kept := &r.Servers[len(r.Servers)-1]
	login := r.login(e, *kept)
	kept.Username = r.serverUsername(e, login)
	kept.Note = r.loginNote(login)
	r.logins = append(r.logins, login)
}

// socketType is the first known one, in the exact words that clients read.
func socketType(e *etree.Element) (provider.Security, bool) {
	known := map[string]provider.Security{"SSL": provider.TLS, "STARTTLS": provider.STARTTLS, "plain": provider.Plaintext}
	for _, s := range children(e, "socketType") {
		if security, ok := known[text(s)]; ok {
			return security, true
		}
	}
	return "", false
}

// serverUsername reads the login. No user name is right only where nobody signs in.
func (r *reader) serverUsername(e *etree.Element, l login) provider.Username {
	username := child(e, "username")
	if text(username) == "" {
		if !l.only(noLogin) {
			r.Note(l.at, l.server+" has no user name; the full address is taken", "")
		}
		return provider.UsernameAddress
	}
	return r.Login(r.doc.at(username), text(username))
}

// username moves the login of the first server up to the provider, so that only
// servers that differ from it name their own.
func (r *reader) username() {
	if len(r.Servers) == 0 {
		return
	}
	r.Username = r.Servers[0].Username
	for i := range r.Servers {
		if r.Servers[i].Username == r.Username {
			r.Servers[i].Username = ""
		}
	}
}
