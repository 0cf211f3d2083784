package autoconfig

import (
	"errors"
	"fmt"
	"strings"
)

// ErrUnknownFormat is returned by Lookup for a format that is not in the list.
var ErrUnknownFormat = errors.New("unknown format")

// ErrMalformed is wrapped by the errors of Lookup for something that is neither
// an address nor a domain.
var ErrMalformed = errMalformed

// noAnswer is an error in the words of one language.
type noAnswer struct {
	text string
	err  error
}

func (n *noAnswer) Error() string { return n.text }
func (n *noAnswer) Unwrap() error { return n.err }

// Lookup answers one address or domain without HTTP, the same way and with the
// same bytes as ServeHTTP. The error says in the language of the wish lang why
// there is no answer; it wraps ErrMalformed for something that is no address.
func (h *Handler) Lookup(format, asked, lang string) (Document, error) {
	f := h.format(format)
	if f.Name == "" {
		return Document{}, fmt.Errorf("%w %q; the formats are %s", ErrUnknownFormat, format, strings.Join(h.formatNames(), ", "))
	}
	l := h.texts.Match(lang)
	q, err := addressOrDomain(asked)
	q.Lang, q.Protocol = l.Tag, autodiscoverV1
	if u := h.options.PublicURL; u != nil {
		q.Base = u.Scheme + "://" + u.Host
	}
	if err == nil {
		p, findErr := find(h.table.Load(), &q, nil)
		if err = findErr; err == nil {
			var doc Document
			if doc, err = Answer(f, p, q); err == nil {
				return doc, nil
			}
		}
	}
	return Document{}, &noAnswer{text: explain(l, err), err: err}
}

func (h *Handler) formatNames() []string {
	names := make([]string, len(h.formats))
	for i, f := range h.formats {
		names[i] = f.Name
	}
	return names
}
