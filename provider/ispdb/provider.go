package ispdb

import (
	"fmt"
	"slices"
	"strings"

	"github.com/beevik/etree"

	"signpost/provider"
	"signpost/provider/draft"
)

// provider reads the one provider of a file. What later files of the database put
// at the root (oAuth2, enable, webMail) is taken there and here.
func (r *reader) provider(e *etree.Element) {
	both := []*etree.Element{e, r.doc.root}
	for _, domain := range children(e, "domain") {
		r.AddDomain(r.doc.at(domain), text(domain))
	}
	r.id(e)
	r.names(e)
	r.oauth2(both)
	for _, server := range children(e, "incomingServer", "outgoingServer") {
		r.server(server)
	}
	r.collections(both)
	r.username()
	r.secret()
	r.guide(both)
}

// id makes the provider's key: the id of the file, if it is one of its domains as
// it should be, else the first domain. An id that is anything else is no key: six
// files of the database call themselves zoho.com. So the key of a file does not
// depend on which other files there are.
func (r *reader) id(e *etree.Element) {
	if len(r.Domains) == 0 {
		return
	}
	id := draft.Line(e.SelectAttrValue("id", ""))
	if slices.Contains(r.Domains, id) {
		r.ID = draft.Slug(id)
		return
	}
	r.ID = draft.Slug(r.Domains[0])
	r.Note(r.doc.at(e), fmt.Sprintf("id `%s` is none of the domains; it becomes `%s`", id, r.ID), "")
}

func (r *reader) names(e *etree.Element) {
	if name := child(e, "displayName"); name != nil {
		r.SetName(r.doc.at(name), text(name))
	}
	if short := child(e, "displayShortName"); short != nil {
		r.SetShort(r.doc.at(short), text(short))
		return
	}
	if short := child(e, "displayNameShort"); short != nil {
		r.Note(r.doc.at(short), "<displayNameShort> is read as <displayShortName>", "")
		r.SetShort(r.doc.at(short), text(short))
	}
}

// oauth2 reads the block of parameters. An incomplete one is of no use to anybody.
func (r *reader) oauth2(parents []*etree.Element) {
	for _, parent := range parents {
		e := child(parent, "oAuth2")
		if e == nil {
			continue
		}
		block := provider.OAuth2{
			Issuer:   text(child(e, "issuer")),
			AuthURL:  text(child(e, "authURL")),
			TokenURL: text(child(e, "tokenURL")),
			Scopes:   strings.Fields(text(child(e, "scope"))),
		}
		if id := child(e, "clientID", "clientSecret"); id != nil {
			r.Note(r.doc.at(id), fmt.Sprintf("<%s> is left out: it belongs to the mail program", id.Tag), "")
		}
		if block.Issuer == "" || len(block.Scopes) == 0 || !strings.HasPrefix(block.AuthURL, "https://") || !strings.HasPrefix(block.TokenURL, "https://") {
			r.Note(r.doc.at(e), "<oAuth2> is left out: it needs issuer, scope, authURL and tokenURL", "")
			continue
		}
		r.OAuth2 = block
		return
	}
}
