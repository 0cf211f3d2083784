// Package automx2 reads the seed files of automx2 (rseichter/automx2): the JSON with
// which its database is filled, in the form of release 2026.1 ("version": 2) and in
// the older one, whose domains are plain strings. A seed is one provider with
// servers that serve all of its domains.
//
// automx2 chooses by the port: 465, 993 and 995 are implicit TLS, all others
// STARTTLS. Every login is the full address. Whatever it looks up in LDAP has no
// place in a provider file and is reported.
package automx2

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"signpost/provider"
	"signpost/provider/draft"
)

// maxFile bounds a seed file, in bytes.
const maxFile = 1 << 20

// seed is the file as automx2 documents it.
type seed struct {
	Version     json.Number       `json:"version"`
	Provider    string            `json:"provider"`
	Domains     []domain          `json:"domains"`
	Servers     []server          `json:"servers"`
	LDAPServers []json.RawMessage `json:"ldapservers"`
}

// domain is an object, or its name alone in seeds before version 2.
type domain struct {
	Name string
	// LDAP says that automx2 looks logins of this domain up.
	LDAP bool
}

// UnmarshalJSON reads both forms.
func (d *domain) UnmarshalJSON(data []byte) error {
	if bytes.HasPrefix(data, []byte(`"`)) {
		return json.Unmarshal(data, &d.Name)
	}
	var object struct {
		Name string       `json:"name"`
		LDAP *json.Number `json:"ldapserver_id"`
	}
	err := json.Unmarshal(data, &object)
	d.Name, d.LDAP = object.Name, object.LDAP != nil
	return err
}

// server is a mail server by name, or a DAV server by URL.
type server struct {
	Type string       `json:"type"`
	Name string       `json:"name"`
	Port json.Number  `json:"port"`
	Prio *json.Number `json:"prio"`
	URL  string       `json:"url"`
}

// Parse reads one seed file; name is for messages. The findings say what was left
// out or changed. The error, of type provider.Problems, says why no provider comes
// of the file. A provider that is returned passes the loader of provider files when
// provider.Encode has written it.
func Parse(name string, data []byte) (p provider.Provider, findings provider.Problems, err error) {
	d := draft.New(name)
	if len(data) > maxFile {
		return provider.Provider{}, nil, d.Refuse(draft.Position{}, fmt.Sprintf("it is larger than %d bytes", maxFile))
	}
	var s seed
	if err := json.Unmarshal(data, &s); err != nil {
		return provider.Provider{}, nil, d.Refuse(position(data, err), message(err))
	}
	if s.Version != "" && s.Version != "2" {
		d.Note(draft.Position{}, fmt.Sprintf("version %s is not known; it is read as version 2", s.Version), "")
	}
	s.fill(d)
	return d.Finish()
}

// fill turns the seed into a draft.
func (s seed) fill(d *draft.Draft) {
	var none draft.Position
	d.Kind = provider.KindOwn
	ldap := false
	for _, domain := range s.Domains {
		d.AddDomain(none, domain.Name)
		ldap = ldap || domain.LDAP
	}
	if len(d.Domains) > 0 {
		d.ID = draft.Slug(d.Domains[0])
	}
	d.SetName(none, s.Provider)
	if short, _, more := strings.Cut(draft.Line(s.Provider), " "); more {
		// automx2 takes the first word.
		d.SetShort(none, short)
	}
	d.Username = provider.UsernameAddress
	// Python sorts by priority and keeps the order of equals; so does this.
	slices.SortStableFunc(s.Servers, func(a, b server) int { return cmp.Compare(a.priority(), b.priority()) })
	for _, server := range s.Servers {
		server.fill(d)
	}
	switch {
	case ldap:
		d.Note(none, "automx2 looks up the login and the name of a person in LDAP; here the login is the full address", "set `username` if it is another one")
	case len(s.LDAPServers) > 0:
		d.Note(none, "the LDAP servers are left out: no domain uses them", "")
	}
}

// priority is 10 if none is written; the lowest comes first.
func (s server) priority() float64 {
	if s.Prio == nil {
		return 10
	}
	f, err := s.Prio.Float64()
	if err != nil {
		return 10
	}
	return f
}

var protocols = map[string]provider.Protocol{"imap": provider.IMAP, "pop": provider.POP3, "smtp": provider.SMTP}

var standardPorts = map[provider.Protocol]int{provider.IMAP: 993, provider.POP3: 995, provider.SMTP: 465}

func (s server) fill(d *draft.Draft) {
	var none draft.Position
	switch s.Type {
	case "caldav":
		d.AddService(none, provider.CalDAV, s.URL)
		return
	case "carddav":
		d.AddService(none, provider.CardDAV, s.URL)
		return
	}
	leave := func(why string) {
		d.Note(none, fmt.Sprintf("%s server `%s` is left out: %s", draft.Line(s.Type), draft.Line(s.Name), why), "")
	}
	protocol, ok := protocols[s.Type]
	if !ok {
		leave("its type is not known")
		return
	}
	host, err := draft.Host(s.Name)
	if err != nil {
		leave(err.Error())
		return
	}
	port := standardPorts[protocol]
	if s.Port != "" {
		port, err = strconv.Atoi(s.Port.String())
		if err != nil || port < 1 || port > 65535 {
			leave(fmt.Sprintf("port %s is not a number from 1 to 65535", s.Port))
			return
		}
	}
	security := provider.STARTTLS
	if port == 465 || port == 993 || port == 995 {
		security = provider.TLS
	}
	d.AddServer(none, provider.Server{Protocol: protocol, Host: host, Port: port, Security: security})
}

// position is where the JSON is wrong, as far as the parser says.
func position(data []byte, err error) draft.Position {
	var offset int64
	var syntax *json.SyntaxError
	var wrongType *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		offset = syntax.Offset
	case errors.As(err, &wrongType):
		offset = wrongType.Offset
	default:
		return draft.Position{}
	}
	before := data[:min(max(offset-1, 0), int64(len(data)))]
	return draft.Position{
		Line:   bytes.Count(before, []byte("\n")) + 1,
		Column: len(before) - bytes.LastIndexByte(before, '\n'),
	}
}

func message(err error) string {
	var wrongType *json.UnmarshalTypeError
	if errors.As(err, &wrongType) {
		return fmt.Sprintf("`%s` is a JSON %s, which it cannot be", cmp.Or(wrongType.Field, "the seed"), wrongType.Value)
	}
	return "not valid JSON: " + err.Error()
}
