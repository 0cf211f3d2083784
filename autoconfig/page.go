package autoconfig

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"net/url"

	"signpost/provider"
	"signpost/templates"
)

// pagePolicy lets a page load our own style sheet and send its form to us.
const pagePolicy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// pageFormat is the look-up for browsers. The address is sent by POST, so that it
// stands in no URL, no history and no log of a proxy.
func pageFormat(texts *templates.Catalog) Format {
	return Format{
		Name:     formatPage,
		Patterns: []string{"/"},
		Methods:  []string{http.MethodGet, http.MethodPost},
		Parse:    parsePage,
		Render: func(q Query, a provider.Account) (Document, error) {
			l := texts.Named(q.Lang)
			v := newView(l, a)
			data := pageData{T: l.Text, Lang: l.Tag, View: &v, Asked: v.Asked}
			if needPassword(a) == nil {
				profile := url.Values{"domain": {a.Domain}}
				data.Profile = "/email.mobileconfig?" + profile.Encode()
			}
			return renderPage(texts, http.StatusOK, data)
		},
		Fail: func(q Query, err error) Document {
			l := texts.Named(q.Lang)
			data := pageData{T: l.Text, Lang: l.Tag}
			code := http.StatusOK
			if !errors.Is(err, errNoAddress) {
				data.Failure = explain(l, err)
				code = status(err)
			}
			doc, renderErr := renderPage(texts, code, data)
			if renderErr != nil {
				return plain(http.StatusInternalServerError, "internal error\n")
			}
			return doc
		},
	}
}

// parsePage reads the form, or asks for the domain of the Host.
func parsePage(r *http.Request) (Query, error) {
	if r.Method != http.MethodPost {
		return Query{}, errNoAddress
	}
	strict := Query{Strict: true}
	body, err := io.ReadAll(io.LimitReader(r.Body, maxBody+1))
	switch {
	case err != nil:
		return strict, errMalformed
	case len(body) > maxBody:
		return strict, errTooLarge
	}
	form, err := url.ParseQuery(string(body))
	if err != nil {
		return strict, errMalformed
	}
	return addressOrDomain(form.Get("address"))
}

type pageData struct {
	T              templates.Text
	Lang           string
	Asked, Failure string
	Profile        string
	View           *view
}

func renderPage(texts *templates.Catalog, status int, data pageData) (Document, error) {
	var b bytes.Buffer
	if err := texts.Page(&b, "index", data); err != nil {
		return Document{}, err
	}
	return Document{
		Status: status, Type: "text/html; charset=utf-8", Body: b.Bytes(),
		Vary: lookupVary, Policy: pagePolicy,
	}, nil
}
