package autoconfig

import (
	"errors"
	"strings"

	"signpost/templates"
)

// pageFailure is the page's way of saying no: what is the matter, and what to try.
type pageFailure struct {
	Title      string
	Paragraphs []words
	Links      *pageLinks
}

func newPageFailure(texts *templates.Catalog, l templates.Language, err error) *pageFailure {
	t := l.Text
	var refusal *Refusal
	switch {
	case errors.Is(err, errNotServed):
		return &pageFailure{Title: strings.TrimRight(t.NotServed, ".。"), Paragraphs: []words{plainWords(t.NotServedTry), plainWords(t.PageTryHosted)}}
	case errors.As(err, &refusal) && refusal.Reason == reasonUnchecked:
		links := newPageLinks(texts, l, refusal.Provider)
		name := spoken(l, refusal.Provider.Name)
		return &pageFailure{Title: t.PageUnchecked, Paragraphs: []words{name, plainWords(t.Unchecked)}, Links: &links}
	}
	return &pageFailure{Title: explain(l, err)}
}
