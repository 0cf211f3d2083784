package autoconfig

import (
	"errors"
	"maps"
	"slices"

	"signpost/provider"
)

// RoutePatterns lists every pattern of the router.
func (h *Handler) RoutePatterns() []string {
	return slices.Sorted(maps.Keys(h.routes().handlers))
}

// BreakFormat makes a format fail on our side.
func (h *Handler) BreakFormat(name string) {
	for i := range h.formats {
		if h.formats[i].Name == name {
			h.formats[i].Variant = nil
			h.formats[i].Render = func(Query, provider.Account) (Document, error) {
				return Document{}, errors.New("broken on purpose")
			}
		}
	}
	h.entry = h.entrance(h.routes())
}

// ScanAndRead reads an Autodiscover request in both ways; scanned says whether the
// short one has understood it.
func ScanAndRead(body []byte) (short, full any, scanned bool, err error) {
	a, scanned := scanAutodiscover(body)
	b, err := readAutodiscover(body)
	return a, b, scanned, err
}

// RenderedEachTime is the same handler without anything prepared.
func (h *Handler) RenderedEachTime() {
	for i := range h.formats {
		h.formats[i].Variant = nil
	}
	h.entry = h.entrance(h.routes())
}

// Prepared counts the documents that are prepared, and the bytes that they take.
func (h *Handler) Prepared() (documents int, bytes int64) {
	p := &h.served.Load().prepared
	p.byProvider.Range(func(_, value any) bool {
		if of, ok := value.(*preparedOfProvider); ok && of.list.Load() != nil {
			documents += len(*of.list.Load())
		}
		return true
	})
	return documents, p.size.Load()
}
