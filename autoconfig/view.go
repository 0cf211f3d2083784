package autoconfig

import (
	"errors"
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
	Asked string
	// Name is the provider's.
	Name words
	// Secret is what goes into the password field, or how to sign in without one;
	// SecretNot warns of the web password.
	Secret, SecretNot string
	SecretWhere       words
	// NoPassword says that there is nothing to type: the person signs in in a browser.
	NoPassword      bool
	Servers, Others []viewServer
	Steps           []words
	// MustSetUp says that without the steps nothing works.
	MustSetUp    bool
	UsernameNote words
	Services     []viewLink
	Webmail      []string
	Help         []viewLink
	Support      words
	// Reason is why no mail program can use the provider.
	Reason words
}

// viewServer is one row of the table.
type viewServer struct {
	Use, Protocol, Host, Port, Security, Username, Note string
	// Known says that Username is the login itself, not a description of it.
	Known bool
}

// viewLink leads to a page; Lang is the language of it, and Note says which where
// it is not the reader's.
type viewLink struct {
	Label, URL, Lang string
	Note             *words
}

func newView(l templates.Language, a provider.Account) view {
	p := a.Provider
	v := view{
		L:            l,
		Asked:        address.Unicode(a.Domain),
		Name:         spoken(l, p.Name),
		Webmail:      p.Webmail,
		Support:      spoken(l, p.Support),
		UsernameNote: spoken(l, p.UsernameNote),
		MustSetUp:    p.NeedsSetup(),
		NoPassword:   !p.Secret.Typed(),
		SecretWhere:  spoken(l, p.Secret.Where),
	}
	if a.Local != "" {
		v.Asked = a.Local + "@" + v.Asked
	}
	var refusal *Refusal
	if errors.As(needServers(a), &refusal) {
		v.Reason = spoken(l, refusal.Why)
	}
	if !noSecret(p.Secret) {
		v.Secret = secretName(l, p.Secret)
	}
	if p.Secret.WebPasswordWorks() == provider.No && p.Secret.Typed() {
		v.SecretNot = l.Text.NotWebPassword
	}
	for _, step := range p.Setup {
		v.Steps = append(v.Steps, spoken(l, step))
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
		Known:    e.Login != "",
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
