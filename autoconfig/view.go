package autoconfig

import (
	"strconv"
	"strings"

	"signpost/internal/address"
	"signpost/provider"
	"signpost/templates"
)

// view is an Account in the words of one language: what the text and the page
// show, each in its own way.
type view struct {
	L templates.Language
	// Asked is the address or domain, in the spelling for people.
	Asked, Provider string
	// Secret is what goes into the password field; SecretNot warns of the web password.
	Secret, SecretNot, SecretWhere string
	Servers, Others                []viewServer
	Steps                          []string
	// MustSetUp says that without the steps nothing works.
	MustSetUp    bool
	UsernameNote string
	Services     []viewLink
	Webmail      []string
	Help         []viewLink
	Support      string
	// Unsupported is the reason why there are no servers.
	Unsupported string
}

// viewServer is one row of the table.
type viewServer struct {
	Use, Protocol, Host, Port, Security, Username, Note string
}

type viewLink struct{ Label, URL, Lang string }

func newView(l templates.Language, a provider.Account) view {
	p := a.Provider
	v := view{
		L:            l,
		Asked:        address.Unicode(a.Domain),
		Provider:     p.Name.In(l.Tag),
		Webmail:      p.Webmail,
		Support:      p.Support.In(l.Tag),
		Unsupported:  p.Unsupported.In(l.Tag),
		UsernameNote: p.UsernameNote.In(l.Tag),
		MustSetUp:    p.NeedsSetup(),
	}
	if a.Local != "" {
		v.Asked = a.Local + "@" + v.Asked
	}
	v.Secret = secretName(l, p.Secret)
	v.SecretWhere = p.Secret.Where.In(l.Tag)
	if p.Secret.WebPasswordWorks() == provider.No && p.Secret.Typed() {
		v.SecretNot = l.Text.NotWebPassword
	}
	for _, step := range p.Setup {
		v.Steps = append(v.Steps, step.In(l.Tag))
	}
	for i, e := range a.Servers() {
		use := l.Text.Receive
		switch {
		case e.Protocol == provider.SMTP:
			use = l.Text.Send
		case i > 0:
			use = l.Text.Or
		}
		v.Servers = append(v.Servers, newViewServer(l, use, e))
	}
	for _, e := range a.More {
		v.Others = append(v.Others, newViewServer(l, "", e))
	}
	v.addLinks(l, a)
	return v
}

func (v *view) addLinks(l templates.Language, a provider.Account) {
	names := map[provider.ServiceType]string{
		provider.CalDAV: "CalDAV", provider.CardDAV: "CardDAV", provider.JMAP: "JMAP",
		provider.ActiveSync: "ActiveSync", provider.EWS: "EWS",
	}
	for _, s := range a.Services {
		if name, ok := names[s.Type]; ok {
			v.Services = append(v.Services, viewLink{Label: name, URL: s.URL})
		}
	}
	for _, h := range a.Provider.Help {
		v.Help = append(v.Help, viewLink{Label: h.Topic.In(l.Tag), URL: h.URL, Lang: h.Lang})
	}
}

func newViewServer(l templates.Language, use string, e provider.Endpoint) viewServer {
	row := viewServer{
		Use:      use,
		Protocol: strings.ToUpper(string(e.Protocol)),
		Host:     e.Host,
		Port:     strconv.Itoa(e.Port),
		Security: securityName(e.Security),
		Username: e.Login,
		Note:     strings.TrimSpace(e.Region + " " + e.Variant),
	}
	if row.Username == "" {
		row.Username = describeUsername(l, e.Username)
	}
	return row
}

// describeUsername says in words what is not known yet.
func describeUsername(l templates.Language, u provider.Username) string {
	switch u {
	case provider.UsernameAddress:
		return l.Text.WholeAddress
	case provider.UsernameLocalpart:
		return l.Text.LocalPart
	case provider.UsernameOther:
		return l.Text.OwnUsername
	}
	return string(u)
}
