package autoconfig

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"signpost/internal/address"
	"signpost/provider"
)

// endpoint is the way of every request of one format through the pipeline.
func (h *Handler) endpoint(f Format, pattern string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		x := exchangeOf(w)
		x.served.Format, x.served.Route = f.Name, pattern
		if done := h.preliminary(w, r, f); done {
			return
		}
		h.write(w, r, f, h.answer(r, &f, x))
	}
}

// preliminary answers OPTIONS and the methods that a format does not have.
func (h *Handler) preliminary(w http.ResponseWriter, r *http.Request, f Format) bool {
	if slices.Contains(f.Methods, r.Method) || (r.Method == http.MethodHead && slices.Contains(f.Methods, http.MethodGet)) {
		return false
	}
	w.Header().Set("Allow", allow(f))
	if r.Method != http.MethodOptions {
		exchangeOf(w).served.Outcome = outcome(errMethod)
		h.write(w, r, f, f.Fail(Query{Lang: h.language(r)}, errMethod))
		return true
	}
	if f.CORS {
		w.Header().Set("Access-Control-Allow-Methods", allow(f))
	}
	h.write(w, r, f, Document{Status: http.StatusNoContent})
	return true
}

// allow lists the methods of a format for the Allow header.
func allow(f Format) string {
	methods := slices.Clone(f.Methods)
	if slices.Contains(methods, http.MethodGet) {
		methods = append(methods, http.MethodHead)
	}
	methods = append(methods, http.MethodOptions)
	slices.Sort(methods)
	return strings.Join(methods, ", ")
}

// answer makes the document for a request: the provider's, or the format's own
// way of saying no.
func (h *Handler) answer(r *http.Request, f *Format, x *exchange) Document {
	q := &x.query
	var err error
	*q, err = f.Parse(r)
	if other := h.format(q.Format); other != nil {
		f = other
		x.served.Format = f.Name
	}
	now := h.served.Load()
	q.HostDomain, q.host, q.hostEntry = hostDomain(now.table, r.Host)
	if f.Origin {
		q.Base = h.base(r, q.HostDomain, x.served.Scheme)
	}
	if f.Variant == nil {
		// What is prepared is the same in every language.
		q.Lang = h.language(r)
	}
	q.Gzip, q.Held = acceptsGzip(r), r.Header["If-None-Match"]
	doc, err := h.resolve(r.Context(), now, f, q, err, &x.buffers)
	x.served.Domain = q.entry
	if err == nil {
		return doc
	}
	if q.entry == "" && !errors.Is(err, errNotServed) {
		_, x.served.Domain, _ = now.table.LookupEntry(q.Domain)
	}
	x.served.Outcome = outcome(err)
	if errors.Is(err, errInternal) {
		h.options.Log.Error("cannot answer", "format", f.Name, "domain", x.served.Domain, "error", err)
	}
	q.Lang = h.language(r)
	doc = f.Fail(*q, err)
	if doc.Status == http.StatusOK && errors.Is(err, errNoAddress) {
		// The page before anything was asked is no refusal.
		x.served.Outcome = outcomeOK
	}
	return doc
}

// resolve goes the way from a Query to its Document: the provider is found, and the
// document prepared for it filled in, or one rendered. The Document may stand in the
// buffers; without any, it is rendered. What goes wrong on our side is an errInternal.
func (h *Handler) resolve(ctx context.Context, now *served, f *Format, q *Query, parseErr error, b *buffers) (Document, error) {
	p, err := find(now.table, q, parseErr)
	if errors.Is(err, errNotServed) {
		p, err = h.hosted(ctx, now.table, q)
	}
	if err != nil {
		return Document{}, err
	}
	if b != nil {
		if d := now.prepared.of(f, p, q); d != nil {
			b.filling = newFilling(now.prepared.instance, p, q)
			return d.answer(b, f, q)
		}
	}
	doc, err := Answer(*f, p, *q)
	if err != nil && outcome(err) == outcome(errInternal) {
		return Document{}, fmt.Errorf("%w: %w", errInternal, err)
	}
	return doc, err
}

// Answer renders a Query for its provider: the part of the way that
// `signpost lookup` shares with the server. q.Domain is a domain of p.
func Answer(f Format, p *provider.Provider, q Query) (Document, error) {
	account, err := provider.Resolve(p, q.Domain, q.Local)
	if errors.Is(err, provider.ErrUnchecked) {
		return Document{}, &Refusal{Reason: reasonUnchecked, Provider: p}
	}
	if err != nil {
		return Document{}, fmt.Errorf("resolving %s: %w", q.Domain, err)
	}
	doc, err := f.Render(q, account)
	if err != nil {
		return Document{}, fmt.Errorf("rendering %s for %s: %w", f.Name, q.Domain, err)
	}
	if f.signing != nil {
		return f.signing.sign(doc)
	}
	return doc, nil
}

// find decides which domain answers: that of the address if it is served, else
// that of the Host (a server of the hoster asked about a customer's address),
// unless the request is strict. An address that could not be read, or none, is
// no hindrance when the Host says enough: Android, KMail, Geary and Mailspring
// never send one. Otherwise parseErr is returned, as are errors that are not
// about the address.
func find(table *provider.Table, q *Query, parseErr error) (*provider.Provider, error) {
	if parseErr != nil && !errors.Is(parseErr, errNoAddress) && !errors.Is(parseErr, errMalformed) {
		return nil, parseErr
	}
	if parseErr == nil {
		domain := q.Domain
		if !q.Address.IsZero() {
			domain = q.Address.Domain
		}
		p, entry, ok := q.host, q.hostEntry, domain == q.HostDomain && q.host != nil
		if !ok {
			p, entry, ok = table.LookupEntry(domain)
		}
		if ok {
			q.Domain, q.Local = domain, q.Address.Local
			if q.host == p && q.HostDomain != domain {
				q.MXDomain = q.HostDomain
			}
			q.entry = entry
			return p, nil
		}
	}
	if !q.Strict && q.host != nil {
		q.Domain, q.Local, q.entry = q.HostDomain, "", q.hostEntry
		return q.host, nil
	}
	if parseErr != nil {
		return nil, parseErr
	}
	return nil, errNotServed
}

// serviceLabels are the first labels under which discovery servers live.
var serviceLabels = []string{"autoconfig.", "autodiscover.", "ua-auto-config."}

// hostDomain is the served domain that a Host header names, its provider, and the
// entry of the table. The header has the domain itself, or one of the discovery names
// below it; for any other all three are empty.
func hostDomain(table *provider.Table, hostport string) (domain string, p *provider.Provider, entry string) {
	domain, err := address.ParseHost(hostport)
	if err != nil {
		return "", nil, ""
	}
	for _, label := range serviceLabels {
		// No mail domain has such a name, even where an entry stands for all domains
		// below it.
		if rest, ok := strings.CutPrefix(domain, label); ok {
			domain = rest
			break
		}
	}
	p, entry, ok := table.LookupEntry(domain)
	if !ok {
		return "", nil, ""
	}
	return domain, p, entry
}

// publicOrigin is the configured https origin without a slash at the end, or "".
func publicOrigin(u *url.URL) string {
	if u == nil {
		return ""
	}
	return u.Scheme + "://" + u.Host
}

// origin is the https origin under which the world reaches this server, or "": the
// configured one, else that of a Host that names a served domain.
func (h *Handler) origin(r *http.Request, hostDomain string) string {
	if origin := publicOrigin(h.options.PublicURL); origin != "" || hostDomain == "" {
		return origin
	}
	host, err := address.ParseHost(r.Host)
	if err != nil {
		return ""
	}
	return "https://" + host
}

// base is this server's own origin for URLs in answers. A Host header is
// believed only if it names a served domain or the machine itself: anything else
// could be put there to poison a cache or a redirect.
func (h *Handler) base(r *http.Request, hostDomain, scheme string) string {
	if origin := h.origin(r, hostDomain); origin != "" {
		return origin
	}
	if address.IsLoopbackHost(r.Host) {
		return scheme + "://" + r.Host
	}
	return ""
}

// language chooses the language of an answer for people: ?lang=, then the browser's.
func (h *Handler) language(r *http.Request) string {
	wish := ""
	if values := parameters(r.URL.RawQuery, "lang"); len(values) > 0 {
		wish = values[0]
	}
	return h.texts.Match(wish, r.Header.Get("Accept-Language")).Tag
}

// format finds a format by name, or nil.
func (h *Handler) format(name string) *Format {
	if name == "" {
		return nil
	}
	for i := range h.formats {
		if h.formats[i].Name == name {
			return &h.formats[i]
		}
	}
	return nil
}

// outcome is the class of an error in the log: a word of a closed set.
func outcome(err error) string {
	var refusal *Refusal
	if errors.As(err, &refusal) {
		return refusal.Reason
	}
	for _, known := range []error{
		errNoAddress, errMalformed, errNotServed, errPassword, errTooLarge, errMethod,
		errNoPath, errNoBase, errNoSchema, errNoProtocol, errBusy,
	} {
		if errors.Is(err, known) {
			return known.Error()
		}
	}
	return "internal"
}
