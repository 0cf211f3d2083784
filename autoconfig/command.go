package autoconfig

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// ErrUnknownFormat is returned by Lookup for a format that is not in the list.
var ErrUnknownFormat = errors.New("unknown format")

// ErrMalformed is wrapped by the errors of Lookup for something that is neither
// an address nor a domain.
var ErrMalformed = errMalformed

// ErrNotExpressible is wrapped by the errors of Lookup for a provider that is known
// and cannot be told about in the format.
var ErrNotExpressible = errors.New("the format cannot express the provider")

// noAnswer is an error in the words of one language.
type noAnswer struct {
	text string
	err  error
}

// Error is the sentence.
func (n *noAnswer) Error() string { return n.text }

// Unwrap is the reason.
func (n *noAnswer) Unwrap() error { return n.err }

// Is makes every refusal an ErrNotExpressible.
func (n *noAnswer) Is(target error) bool {
	var refusal *Refusal
	return target == ErrNotExpressible && errors.As(n.err, &refusal)
}

// Lookup answers one address or domain without HTTP, the same way and with the
// same bytes as ServeHTTP. The error says in the language of the wish lang why
// there is no answer; it wraps ErrMalformed for something that is no address.
func (h *Handler) Lookup(ctx context.Context, format, asked, lang string) (Document, error) {
	f := h.format(format)
	if f == nil {
		return Document{}, fmt.Errorf("%w %q; the formats are %s", ErrUnknownFormat, format, strings.Join(h.formatNames(), ", "))
	}
	l := h.texts.Match(lang)
	q, err := addressOrDomain(asked)
	q.Lang, q.Protocol = l.Tag, autodiscoverV1
	q.Base = publicOrigin(h.options.PublicURL)
	doc, err := h.resolve(ctx, h.served.Load(), f, &q, err, nil)
	if err != nil {
		return Document{}, &noAnswer{text: explain(l, err), err: err}
	}
	return doc, nil
}

func (h *Handler) formatNames() []string {
	names := make([]string, len(h.formats))
	for i, f := range h.formats {
		names[i] = f.Name
	}
	return names
}
