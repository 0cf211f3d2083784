// Package autoconfig answers mail clients that ask "how do I set this account
// up?", each in its own dialect, from one provider.Table.
//
// Every request takes the same way, and so does the signpost command without HTTP:
//
//	request ─▶ Format.Parse   ─▶ Query      what is asked, decoded and checked once
//	        ─▶ find           ─▶ *Provider  by the address's domain, else by the Host
//	        ─▶ provider.Resolve ─▶ Account  servers chosen, placeholders filled in
//	        ─▶ Format.Render  ─▶ Document   bytes and type, the same for the same question
//	        ─▶ one writer     ─▶ status, ETag, 304, HEAD, caching, CORS, log line
//
// A dialect is a Format: a value in the list that Formats returns, in a file of
// its own. To add one, write that file and one line in the list.
//
// We answer by domain only: nothing here can tell whether a mailbox exists.
// Credentials that clients send on their own are never read, and no answer is 401.
package autoconfig

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"log/slog"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"signpost/provider"
	"signpost/templates"
)

// Options are the settings of a Handler. The zero value serves a development
// machine: plain http, no proxies, no log.
type Options struct {
	// PublicURL is the https origin under which the world reaches this server.
	// Answers that must name it (Autodiscover JSON, redirects) use it instead of
	// the Host header. Nil: the Host is used if it names a served domain.
	PublicURL *url.URL
	// TLS says that this program terminates TLS itself: Autodiscover over plain
	// http is then redirected (MS-OXDISCO, section 3.1.5.4).
	TLS bool
	// TrustedProxies are the peers whose X-Forwarded-* headers are believed.
	TrustedProxies []netip.Prefix
	// Instance keeps the identifiers of Apple profiles of two installations
	// apart. Empty: the host of PublicURL.
	Instance string
	// MX finds the provider of domains that are not in the table; nil leaves them
	// unknown.
	MX MXHosts
	// Limiter refuses requests that are too many; nil refuses none.
	Limiter Limiter
	// HideOperations leaves /healthz, /readyz, /metrics and /doctor to another
	// listener, which serves Handler.Operations.
	HideOperations bool
	// Metrics is served at /metrics beside /healthz and /readyz; nil leaves it out.
	Metrics http.Handler
	// Doctor is served at /doctor beside them; nil leaves it out.
	Doctor Doctor
	// Signer signs Apple profiles; nil, or one without a valid certificate, leaves
	// them unsigned.
	Signer Signer
	// Log receives what went wrong on our side; nil logs nothing.
	Log *slog.Logger
	// Observe is told of every answered request, by many goroutines at once; it
	// must not block.
	Observe func(Served)
	// Now is the clock of Autodiscover error documents; nil is the system's.
	Now func() time.Time
}

// Handler answers all formats on all paths. It is safe for concurrent use.
type Handler struct {
	served    atomic.Pointer[served]
	texts     *templates.Catalog
	formats   []Format
	options   Options
	fixed     fixedHeaders
	entry     http.Handler
	exchanges sync.Pool
	drain     atomic.Bool
}

// New builds a Handler that answers from table. It fails only on options that
// contradict themselves, such as a public URL that is no https origin.
func New(table *provider.Table, options Options) (*Handler, error) {
	if options.Log == nil {
		options.Log = slog.New(slog.DiscardHandler)
	}
	if options.Now == nil {
		options.Now = time.Now
	}
	if u := options.PublicURL; u != nil {
		if u.Scheme != "https" || u.Host == "" || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.User != nil {
			return nil, fmt.Errorf("public url %q is not of the form https://autoconfig.example.com", u.Redacted())
		}
		if options.Instance == "" {
			options.Instance = u.Hostname()
		}
	}
	texts, err := templates.Load()
	if err != nil {
		return nil, err
	}
	h := &Handler{texts: texts, options: options, formats: Formats(texts, options), fixed: newFixedHeaders()}
	h.exchanges.New = func() any { return &exchange{} }
	h.SetTable(table)
	h.entry = h.entrance(h.routes())
	return h, nil
}

// ServeHTTP answers one request.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) { h.entry.ServeHTTP(w, r) }

// SetTable swaps the table; requests under way finish with the one they began with.
func (h *Handler) SetTable(table *provider.Table) {
	h.served.Store(&served{table: table, prepared: preparedDocuments{instance: h.options.Instance}})
}

// Drain makes /readyz say no, so that load balancers send no new requests.
func (h *Handler) Drain() { h.drain.Store(true) }

// Format is one client family's dialect.
type Format struct {
	// Name is the key in logs, in `signpost lookup --format`, and of golden files.
	Name string
	// Patterns are the router patterns that lead to the format; a format without
	// any is reached through another one's body.
	Patterns []string
	// Origin says that answers name the server itself: Query.Base is needed.
	Origin bool
	// Methods are those that ask for a document; HEAD goes with GET.
	Methods []string
	// CORS allows pages of other origins to read the answers.
	CORS bool
	// Parse reads what is asked.
	Parse func(*http.Request) (Query, error)
	// Render writes the answer for an Account. It is pure.
	Render func(Query, provider.Account) (Document, error)
	// Variant says which prepared document answers a Query, which it must not change;
	// nil, or false, has it rendered for each request.
	Variant func(*Query) (variant, bool)
	// Fail writes the protocol's own way of saying no; the Document has a status.
	Fail func(Query, error) Document

	// signing signs what is rendered, or is nil.
	signing *profileSigning
}

// Formats lists all dialects, in the order of the documentation.
func Formats(texts *templates.Catalog, options Options) []Format {
	return []Format{
		thunderbirdFormat(texts),
		ispdbFormat(texts),
		poxFormat(options),
		activeSyncFormat(options),
		autodiscoverJSONFormat(),
		profileFormat(texts, options),
		paccFormat(texts),
		textFormat(texts),
		ansiFormat(texts),
		jsonFormat(texts),
		pageFormat(texts, options),
	}
}

// Document is one answer.
type Document struct {
	// Status is the HTTP status; 0 is 200.
	Status int
	// Type is the media type with its charset.
	Type string
	Body []byte
	// Encoding is the content coding of Body, empty for none.
	Encoding string
	// Cache says who may keep the answer, and for how long.
	Cache Caching
	// ETag is the validator where that of the bytes will not do; empty is that of
	// the bytes.
	ETag string
	// RetryAfter is when a refused request may come again, in whole seconds; 0 says
	// nothing about it.
	RetryAfter time.Duration
	// Filename makes the answer a download of that name: [a-z0-9.-] only.
	Filename string
	// Location is the target of a redirect.
	Location string
	// Vary lists the request headers that the answer depends on.
	Vary string
	// Policy replaces the strictest Content-Security-Policy, which suits all
	// but pages.
	Policy string
}

// Caching says who may keep an answer.
type Caching int

// The ways to cache. Each answer names one; the zero value forbids it.
const (
	// CacheNever is for answers that are personal or about a moment.
	CacheNever Caching = iota
	// CachePublic is for answers that are the same for everybody.
	CachePublic
	// CachePrivate is for answers with a part of an address in them.
	CachePrivate
)

// maxAge is how long an answer may be kept before asking again with its ETag:
// short, since Thunderbird 156 uses the HTTP cache and an admin who corrects a
// server name wants it to be seen.
const maxAge = 5 * time.Minute

// etag is the strong validator of a body (RFC 9110, section 8.8.3).
func etag(body []byte) string {
	sum := sha256.Sum256(body)
	return `"` + hex.EncodeToString(sum[:12]) + `"`
}
