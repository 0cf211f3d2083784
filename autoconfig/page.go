package autoconfig

import (
	"bytes"
	"errors"
	"net/http"
	"net/url"

	"signpost/provider"
	"signpost/templates"
)

// pageVary lists what a page depends on. User-Agent tells which browsers cannot
// install Apple profiles.
const pageVary = "Accept, Accept-Language, User-Agent"

// pageFormat is the look-up for browsers. The address is sent by POST, so that it
// stands in no URL, no history and no log of a proxy. A browser with scripts gets
// the same page and takes the answer out of it.
func pageFormat(texts *templates.Catalog, options Options) Format {
	return Format{
		Name:     formatPage,
		Patterns: []string{"/"},
		Methods:  []string{http.MethodGet, http.MethodPost},
		Parse:    parsePage,
		Render: func(q Query, a provider.Account) (Document, error) {
			l := texts.Named(q.Lang)
			answer := newPageAnswer(texts, options, l, q, a)
			data := pageData{Heading: answer.Name.Text, Answer: &answer}
			if q.HostDomain == a.Domain {
				data.Own = &pageOwn{Name: answer.Name.Text, Logo: logoURL(a), Support: answer.Support}
			}
			// What was not typed stays out of the field.
			if q.Strict {
				data.Asked = answer.view.Asked
			}
			return renderPage(texts, l, http.StatusOK, data)
		},
		Fail: func(q Query, err error) Document {
			l := texts.Named(q.Lang)
			data, code := pageData{}, http.StatusOK
			if !errors.Is(err, errNoAddress) {
				data.Failure, code = newPageFailure(texts, l, err), status(err)
			}
			doc, renderErr := renderPage(texts, l, code, data)
			if renderErr != nil {
				return plain(http.StatusInternalServerError, "internal error\n")
			}
			return doc
		},
	}
}

// parsePage reads the form, or asks for the domain of the Host.
func parsePage(r *http.Request) (Query, error) {
	safari := needsSafari(r.UserAgent())
	if r.Method != http.MethodPost {
		return Query{NeedsSafari: safari}, errNoAddress
	}
	q, err := parseForm(r)
	q.NeedsSafari = safari
	return q, err
}

func parseForm(r *http.Request) (Query, error) {
	strict := Query{Strict: true}
	body, err := readBody(r)
	if err != nil {
		return strict, err
	}
	form, err := url.ParseQuery(string(body))
	if err != nil {
		return strict, errMalformed
	}
	return addressOrDomain(form.Get("address"))
}

// pageData is what the page shows.
type pageData struct {
	T         templates.Text
	Lang      string
	Languages []templates.Language
	// Heading begins the title of the window.
	Heading string
	// Asked is what was typed, for the field and for the switch of the language.
	Asked string
	// Own is there on the page of the Host's own domain.
	Own     *pageOwn
	Answer  *pageAnswer
	Failure *pageFailure
}

// pageOwn is the head of a page that belongs to one domain.
type pageOwn struct {
	Name string
	// Logo is the URL of the picture, empty if there is none.
	Logo    string
	Support words
}

func renderPage(texts *templates.Catalog, l templates.Language, status int, data pageData) (Document, error) {
	data.T, data.Lang, data.Languages = l.Text, l.Tag, texts.All()
	var b bytes.Buffer
	if err := texts.Page(&b, "index", data); err != nil {
		return Document{}, err
	}
	return Document{
		Status: status, Type: "text/html; charset=utf-8", Body: b.Bytes(),
		Vary: pageVary, Policy: templates.PagePolicy,
	}, nil
}
