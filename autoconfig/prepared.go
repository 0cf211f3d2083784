package autoconfig

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"signpost/internal/address"
	"signpost/provider"
)

// served is what answers at one moment: a table, and what is prepared of it.
type served struct {
	table    *provider.Table
	prepared preparedDocuments
}

// maxPrepared bounds the memory of prepared documents, in bytes. Those of the whole
// built-in table take a tenth. What has no room is rendered for each request.
const maxPrepared = 32 << 20

// minPacked is the least that is worth compressing, in bytes: what goes into one
// packet with its headers is no quicker for it.
const minPacked = 1 << 10

// preparedDocuments are the documents of a table. Each is rendered when the first
// client asks for it, once for all domains of its provider: a start takes no longer
// for it, and a million domains take no more memory than one.
type preparedDocuments struct {
	// instance is Options.Instance.
	instance string
	// byProvider has the *preparedOfProvider of a *provider.Provider.
	byProvider sync.Map
	size       atomic.Int64
}

// preparedOfProvider is a list that is only ever replaced: it is short, and read
// without a lock.
type preparedOfProvider struct {
	adding sync.Mutex
	list   atomic.Pointer[[]preparedDocument]
}

// preparedDocument is a document with marks in it.
type preparedDocument struct {
	format  string
	variant variant
	// available is false where it cannot be prepared: it is refused, or does not come
	// out the same.
	available bool
	// head is the Document without its body.
	head  Document
	plain segments
	// gzip compresses the document when the first client wants it so; it is nil for
	// documents that are not for everybody.
	gzip func() *gzipSegments
	// tag identifies the bytes.
	tag string
}

// of returns the prepared document for a Query, or nil where there is none.
func (p *preparedDocuments) of(f *Format, of *provider.Provider, q *Query) *preparedDocument {
	if f.Variant == nil {
		return nil
	}
	v, ok := f.Variant(q)
	if !ok {
		return nil
	}
	if v.choice, ok = of.Choice(q.Domain); !ok {
		return nil
	}
	mine, ok := p.byProvider.Load(of)
	if !ok {
		mine, _ = p.byProvider.LoadOrStore(of, &preparedOfProvider{})
	}
	documents := mine.(*preparedOfProvider) //nolint:errcheck // the map holds nothing else.
	d := documents.find(f.Name, v)
	if d == nil {
		d = p.add(documents, f, of, q, v)
	}
	if !d.available {
		return nil
	}
	return d
}

func (p *preparedOfProvider) find(format string, v variant) *preparedDocument {
	list := p.list.Load()
	if list == nil {
		return nil
	}
	for i := range *list {
		if d := &(*list)[i]; d.format == format && d.variant == v {
			return d
		}
	}
	return nil
}

// add prepares one more document, unless another goroutine has, or there is no room.
func (p *preparedDocuments) add(to *preparedOfProvider, f *Format, of *provider.Provider, q *Query, v variant) *preparedDocument {
	to.adding.Lock()
	defer to.adding.Unlock()
	if d := to.find(f.Name, v); d != nil {
		return d
	}
	d := preparedDocument{format: f.Name, variant: v}
	if p.size.Load() < maxPrepared {
		d = prepare(p.instance, f, of, q, v)
		p.size.Add(d.size())
		var list []preparedDocument
		if old := to.list.Load(); old != nil {
			list = slices.Clone(*old)
		}
		list = append(list, d)
		to.list.Store(&list)
	}
	return &d
}

// size is about how many bytes a document takes.
func (d *preparedDocument) size() int64 {
	const overhead = 512
	size := overhead + d.plain.size()
	if d.gzip != nil {
		// It is no longer than what it holds.
		size += d.plain.size()
	}
	return int64(size)
}

// prepare renders a document with marks in it and cuts it there. Rendering may do
// with a value what no mark shows (cut it, look at its letters), so the outcome is
// tried with an account: only what comes out as it is rendered is kept.
func prepare(instance string, f *Format, of *provider.Provider, q *Query, v variant) preparedDocument {
	d := preparedDocument{format: f.Name, variant: v}
	rendered, err := renderAs(f, of, q.Domain, v.marked(q))
	if err != nil {
		return d
	}
	d.head, d.head.Body = rendered, nil
	d.plain = cutSegments(rendered.Body)
	sum := sha256.Sum256(rendered.Body)
	d.tag = hex.EncodeToString(sum[:10])
	if rendered.Cache == CachePublic && f.signing == nil && len(rendered.Body) >= minPacked {
		d.gzip = sync.OnceValue(func() *gzipSegments { return newGzipSegments(d.plain) })
	}
	d.available = d.comesOutAs(instance, f, of, q, v)
	return d
}

// renderAs renders for one domain a Query that names another.
func renderAs(f *Format, of *provider.Provider, domain string, q Query) (Document, error) {
	account, err := provider.ResolveAs(of, domain, q.Domain, q.Local)
	if err != nil {
		return Document{}, err
	}
	return f.Render(q, account)
}

// comesOutAs compares with what is rendered for an account of its own, one with
// all that has to be escaped.
func (d *preparedDocument) comesOutAs(instance string, f *Format, of *provider.Provider, q *Query, v variant) bool {
	sample := v.marked(q)
	sample.Domain = "a-b.example"
	if v.local {
		sample.Local = "o'x+y&z=_"
	}
	if v.mx {
		sample.MXDomain = "mx.example"
	}
	if v.base {
		sample.Base = "https://[::1]:8443"
	}
	if v.asked {
		sample.Address = address.Address{Local: "p&q", Domain: "c.example"}
	}
	want, err := renderAs(f, of, q.Domain, sample)
	if err != nil {
		return false
	}
	got := d.document(&buffers{filling: newFilling(instance, of, &sample)}, false, nil)
	return bytes.Equal(got.Body, want.Body) && got.Type == want.Type && got.Cache == want.Cache && got.Filename == want.Filename
}

// buffers are where a prepared document is put together. The Document is good until
// they are used again.
type buffers struct {
	filling       filling
	plain, packed []byte
}

// document fills in what a request asks for; packed says that it may be compressed.
// Who has it already, as the validators held by the client say, gets no body.
func (d *preparedDocument) document(b *buffers, packed bool, held []string) Document {
	f := &b.filling
	doc := d.headFor(f)
	packed = packed && d.gzip != nil
	if d.gzip != nil {
		doc.Vary = varyEncoding
	}
	if d.head.Cache == CachePublic {
		doc.ETag = d.validator(f, packed)
		if matches(held, doc.ETag) {
			doc.Status = http.StatusNotModified
			return doc
		}
	}
	b.plain = d.plain.fill(b.plain[:0], f)
	doc.Body = b.plain
	if packed {
		b.packed = d.gzip().fill(b.packed[:0], b.plain, f)
		doc.Body, doc.Encoding = b.packed, "gzip"
	}
	return doc
}

// headFor is the document without its body.
func (d *preparedDocument) headFor(f *filling) Document {
	head := d.head
	if head.Filename != "" {
		head.Filename = strings.ReplaceAll(head.Filename, markDomain.String(), f.domain)
	}
	return head
}

// validator is the strong validator of a document for everybody: which prepared one
// it is, and all that was filled in. Equal validators are equal bytes, at every
// replica, and no bytes have to be hashed for it.
func (d *preparedDocument) validator(f *filling, packed bool) string {
	coding := ""
	if packed {
		coding = "-gz"
	}
	return `"` + d.tag + "-" + f.domain + ifNotEmpty("-", f.mx) + coding + `"`
}

// answer is document, signed where the format is.
func (d *preparedDocument) answer(b *buffers, f *Format, q *Query) (Document, error) {
	if f.signing == nil {
		return d.document(b, q.Gzip, q.Held), nil
	}
	key := signedKey{tag: d.tag, domain: b.filling.domain, local: b.filling.local}
	return f.signing.keep(key, d.headFor(&b.filling), func() Document { return d.document(b, false, nil) })
}
