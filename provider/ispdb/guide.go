package ispdb

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/beevik/etree"

	"signpost/provider"
	"signpost/provider/draft"
)

// guide reads what is for people: the steps to take first, pages, the web mail.
func (r *reader) guide(parents []*etree.Element) {
	for _, parent := range parents {
		for _, e := range children(parent, "enable", "instruction", "documentation") {
			switch e.Tag {
			case "enable":
				r.enable(e)
			case "instruction":
				r.instruction(e)
			case "documentation":
				r.page(r.doc.at(e), e.SelectAttrValue("url", ""), r.texts(children(e, "descr")))
			}
		}
		for _, e := range children(parent, "webMail") {
			for _, login := range children(e, "loginPage", "loginPageInfo") {
				r.webmail(login)
			}
		}
	}
}

// enable says that mail programs are let in only after a person has done something.
func (r *reader) enable(e *etree.Element) {
	r.Access = provider.AccessOff
	steps := r.texts(children(e, "instruction"))
	r.Setup = append(r.Setup, steps...)
	if url := e.SelectAttrValue("visiturl", ""); url != "" {
		// The steps are what to do there, not what it is about.
		r.page(r.doc.at(e), url, nil)
	}
}

// instruction is, outside of enable, a page or a step of its own.
func (r *reader) instruction(e *etree.Element) {
	if url := e.SelectAttrValue("url", ""); url != "" {
		r.page(r.doc.at(e), url, r.texts(children(e, "descr")))
		return
	}
	r.Setup = append(r.Setup, r.texts([]*etree.Element{e})...)
}

// page adds a link; its topic is the first of the texts.
func (r *reader) page(at draft.Position, address string, topics []provider.Text) {
	url, ok := r.Page(at, address)
	if !ok || slices.ContainsFunc(r.Help, func(l provider.Link) bool { return l.URL == url }) {
		return
	}
	link := provider.Link{URL: url}
	if len(topics) > 0 {
		link.Topic = topics[0]
	}
	if tags := link.Topic.Languages(); len(tags) == 1 {
		link.Lang = tags[0]
	}
	r.Help = append(r.Help, link)
}

func (r *reader) webmail(e *etree.Element) {
	url, ok := r.Page(r.doc.at(e), e.SelectAttrValue("url", ""))
	if ok && !slices.Contains(r.Webmail, url) {
		r.Webmail = append(r.Webmail, url)
	}
}

// texts puts the elements of one text in several languages together; a language
// that comes again begins the next text. Words without a language count as English
// beside words that have one.
func (r *reader) texts(elements []*etree.Element) []provider.Text {
	var texts []provider.Text
	for _, e := range elements {
		words, tag := text(e), language(e)
		if words == "" {
			continue
		}
		next := slices.IndexFunc(texts, func(t provider.Text) bool { return t.Exactly(tag) == "" })
		if next < 0 {
			next, texts = len(texts), append(texts, nil)
		}
		texts[next] = texts[next].With(tag, words)
	}
	for i, t := range texts {
		words := t.Exactly("")
		if words == "" || len(t) == 1 {
			continue
		}
		texts[i] = t.Without("")
		if t.Exactly("en") == "" {
			texts[i] = texts[i].With("en", words)
		} else {
			r.Note(r.doc.at(elements[0]), "words without a language are left out beside English ones", "")
		}
	}
	return texts
}

var languageTag = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`) })

// language is the tag of an element, empty if there is none of the right form.
func language(e *etree.Element) string {
	primary, rest, region := strings.Cut(strings.ReplaceAll(e.SelectAttrValue("lang", ""), "_", "-"), "-")
	tag := strings.ToLower(primary)
	if region {
		tag += "-" + rest
	}
	if !languageTag().MatchString(tag) {
		return ""
	}
	return tag
}
