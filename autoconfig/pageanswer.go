package autoconfig

import (
	"net/url"
	"slices"
	"strings"

	"signpost/provider"
	"signpost/templates"
)

// pageAnswer is what the page shows for one Account.
type pageAnswer struct {
	view
	T templates.Text
	// Asked is what was typed, empty on the page of the Host's own domain.
	Asked string
	// Reason and UsernameNote hide those of the view where there are none.
	Reason, UsernameNote *words
	Secret               *pageSecret
	Links                pageLinks
	// Programs says what to do in each mail program; nil if none can be used.
	Programs *pagePrograms
}

// pageSecret is the largest thing on the page.
type pageSecret struct {
	// Label stands above the name.
	Label string
	// Name is what to type, Also its name in the other language: web mails are
	// in one language, their users read another.
	Name, Also words
	// Length is "16 characters"; Slots has one element for each.
	Length string
	Slots  []struct{}
	// Warning says what not to type.
	Warning string
	// Where says where to get it; WhereLabel stands before it.
	Where      *words
	WhereLabel string
}

// pageLinks lead to the provider.
type pageLinks struct{ Webmail, Help []viewLink }

// pagePrograms says what each mail program does with these settings.
type pagePrograms struct {
	T                           templates.Text
	Thunderbird, Outlook, Other string
	// Profile is the URL of the Apple profile, empty if there can be none; Code is
	// that of the QR code, empty if our public address is not known.
	Profile, Code string
	NeedsSafari   bool
}

// maxSlots is the longest secret that is drawn character by character.
const maxSlots = 24

func newPageAnswer(texts *templates.Catalog, options Options, l templates.Language, q Query, a provider.Account) pageAnswer {
	v := newView(l, a)
	answer := pageAnswer{
		view: v, T: l.Text,
		Reason: present(v.Reason), UsernameNote: present(v.UsernameNote),
		Secret: newPageSecret(texts, v, a.Provider.Secret),
		Links:  newPageLinks(texts, l, a.Provider),
	}
	if q.Strict {
		answer.Asked = v.Asked
	}
	answer.splitServers(a)
	if a.Usable() {
		answer.Programs = newPagePrograms(options, l, q, a)
	}
	return answer
}

// HasServers tells whether there is anything to copy.
func (p pageAnswer) HasServers() bool { return len(p.Servers)+len(p.Others) > 0 }

// splitServers leaves one server to receive and one to send in front; POP3 goes to
// the others if there is IMAP.
func (p *pageAnswer) splitServers(a provider.Account) {
	if a.IMAP.IsZero() || a.POP3.IsZero() {
		return
	}
	isPOP3 := func(s viewServer) bool { return s.Protocol == "POP3" }
	i := slices.IndexFunc(p.Servers, isPOP3)
	p.Others = slices.Insert(p.Others, 0, p.Servers[i])
	p.Servers = slices.Delete(p.Servers, i, i+1)
}

// newPageSecret is nil where nothing is known of the secret.
func newPageSecret(texts *templates.Catalog, v view, s provider.Secret) *pageSecret {
	if noSecret(s) {
		return nil
	}
	t := v.L.Text
	secret := pageSecret{
		Label: t.PageSecret, Name: bareSecretName(v.L, s), Length: secretLength(v.L, s),
		Where: present(v.SecretWhere), WhereLabel: t.WhereToGet,
	}
	if s.Length <= maxSlots {
		secret.Slots = make([]struct{}, s.Length)
	}
	switch {
	case v.NoPassword:
		secret.Label, secret.Warning = t.PageSignIn, t.PageNoPassword
	case v.SecretNot != "":
		secret.Warning = t.PageNotWebPassword
	}
	other := texts.Named("en")
	if !strings.HasPrefix(v.L.Tag, "zh") {
		other = texts.Named("zh-Hans")
	}
	if also := bareSecretName(other, s); also.Lang == "" && also.Text != secret.Name.Text {
		secret.Also = words{Text: also.Text, Lang: other.Tag}
	}
	return &secret
}

func newPageLinks(texts *templates.Catalog, l templates.Language, p *provider.Provider) pageLinks {
	var links pageLinks
	if len(p.Webmail) > 0 {
		links.Webmail = []viewLink{{Label: l.Text.PageOpenWebmail, URL: p.Webmail[0]}}
	}
	for _, h := range p.Help {
		label := h.Topic.In(l.Tag)
		if label == "" {
			label = l.Text.Help + ": " + hostOf(h.URL)
		}
		link := viewLink{Label: label, URL: h.URL, Lang: h.Lang}
		if h.Lang != "" && primaryLanguage(h.Lang) != primaryLanguage(l.Tag) {
			link.Note = languageName(texts, h.Lang)
		}
		links.Help = append(links.Help, link)
	}
	return links
}

func newPagePrograms(options Options, l templates.Language, q Query, a provider.Account) *pagePrograms {
	t := l.Text
	p := pagePrograms{
		T: t, Thunderbird: t.Thunderbird, Outlook: t.Outlook, Other: t.Other,
		NeedsSafari: q.NeedsSafari,
	}
	if q.HostDomain == a.Domain {
		p.Thunderbird, p.Outlook = t.ThunderbirdOwn, t.OutlookOwn
	}
	domain := url.Values{"domain": {a.Domain}}.Encode()
	if needPassword(a) == nil {
		p.Profile = "/email.mobileconfig?" + domain
		if options.PublicURL != nil {
			p.Code = "/qr.svg?" + domain
		}
	} else {
		p.Other = t.OtherSignIn
	}
	protocol := strings.ToUpper(string(a.Incoming()[0].Protocol))
	p.Outlook = templates.Fill(p.Outlook, "protocol", protocol)
	p.Other = templates.Fill(p.Other, "protocol", protocol)
	return &p
}

// present is nil for no words, so that a template can ask.
func present(w words) *words {
	if w.Text == "" {
		return nil
	}
	return &w
}

// languageName is what a language calls itself, or its tag if it is none of ours.
func languageName(texts *templates.Catalog, tag string) *words {
	for _, l := range texts.All() {
		if primaryLanguage(l.Tag) == primaryLanguage(tag) {
			return &words{Text: l.Text.Self, Lang: l.Tag}
		}
	}
	return &words{Text: tag}
}

func hostOf(link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return link
	}
	return u.Host
}
