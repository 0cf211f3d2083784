package discovery

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

// maxBody is how much of an answer is read: far above every real document.
const maxBody = 1 << 20

// longest is how long a request may take at all: the limit of the most patient
// client.
const longest = 15 * time.Second

// Resolver looks up what is no address; *net.Resolver is one.
type Resolver interface {
	LookupMX(ctx context.Context, name string) ([]*net.MX, error)
	LookupSRV(ctx context.Context, service, proto, name string) (string, []*net.SRV, error)
	LookupTXT(ctx context.Context, name string) ([]string, error)
}

// Network is what all clients of one run ask. The same question is sent once and
// its answer shared, whoever asks: a server is not asked twelve times because
// twelve clients would. The first one to ask lends its headers; whether there is a
// User-Agent at all makes a difference, since some servers refuse requests without.
type Network struct {
	ctx      context.Context // the run that the shared requests belong to
	strict   http.RoundTripper
	anyName  http.RoundTripper
	resolver Resolver

	mu      sync.Mutex
	flights map[request]*flight
}

// NewNetwork makes the network of one run, which ends with the context. strict
// verifies certificates; anyName does not look at the names in them. Both must
// neither follow redirects nor keep cookies.
func NewNetwork(ctx context.Context, strict, anyName http.RoundTripper, resolver Resolver) *Network {
	return &Network{ctx: ctx, strict: strict, anyName: anyName, resolver: resolver, flights: map[request]*flight{}}
}

// A request is what makes two questions the same.
type request struct {
	method, url, body, contentType string
	anyName, agent                 bool
}

// A flight is a request that is under way or has landed.
type flight struct {
	done   chan struct{}
	answer answer
}

// An answer is what came back for one request, or why nothing did.
type answer struct {
	status      int
	contentType string
	location    string
	body        []byte
	fault       Fault
	detail      string
	took        time.Duration
}

// exchange sends a request, or waits for the one that is under way, for as long as
// a client waits. An answer that took longer than that is none.
func (n *Network) exchange(q request, headers Headers, limit time.Duration) answer {
	if n.ctx.Err() != nil {
		return answer{fault: Cut}
	}
	n.mu.Lock()
	f, known := n.flights[q]
	if !known {
		f = &flight{done: make(chan struct{})}
		n.flights[q] = f
		go func() {
			f.answer = n.send(q, headers)
			close(f.done)
		}()
	}
	n.mu.Unlock()
	patience := time.NewTimer(limit)
	defer patience.Stop()
	select {
	case <-f.done:
		if f.answer.took > limit {
			return answer{fault: Timeout, took: limit}
		}
		return f.answer
	case <-patience.C:
		return answer{fault: Timeout, took: limit}
	}
}

// send sends a request and reads the answer.
func (n *Network) send(q request, headers Headers) answer {
	ctx, cancel := context.WithTimeout(n.ctx, longest)
	defer cancel()
	began := time.Now()
	failed := func(err error) answer {
		fault, detail := faultOf(err)
		if fault == Timeout && n.ctx.Err() != nil {
			detail = "until the run ended"
		}
		return answer{fault: fault, detail: detail, took: time.Since(began)}
	}
	r, err := newRequest(ctx, q, headers)
	if err != nil {
		return answer{fault: BadURL}
	}
	transport := n.strict
	if q.anyName {
		transport = n.anyName
	}
	response, err := transport.RoundTrip(r)
	if err != nil {
		return failed(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(io.LimitReader(response.Body, maxBody+1))
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return failed(err)
	}
	a := answer{
		status: response.StatusCode, contentType: response.Header.Get("Content-Type"),
		location: response.Header.Get("Location"), body: body, took: time.Since(began),
	}
	if len(body) > maxBody {
		a.fault, a.body = TooLarge, nil
	}
	return a
}

func newRequest(ctx context.Context, q request, headers Headers) (*http.Request, error) {
	var body io.Reader
	if q.body != "" {
		body = strings.NewReader(q.body)
	}
	r, err := http.NewRequestWithContext(ctx, q.method, q.url, body)
	if err != nil {
		return nil, err
	}
	r.URL.RawQuery = rawQuery(q.url)
	// Without the empty value, net/http sends a User-Agent of its own.
	r.Header["User-Agent"] = []string{headers.UserAgent}
	set := func(name, value string) {
		if value != "" {
			r.Header.Set(name, value)
		}
	}
	set("Accept", headers.Accept)
	set("Accept-Language", headers.AcceptLanguage)
	set("Content-Type", q.contentType)
	return r, nil
}

// rawQuery is the query of a URL as it was written: clients that do not escape an
// address must not be corrected. Only what would break the request line is escaped.
func rawQuery(text string) string {
	_, query, _ := strings.Cut(text, "?")
	var b strings.Builder
	for _, c := range []byte(query) {
		if c <= ' ' || c == '#' || c >= 0x7f {
			b.WriteString(url.QueryEscape(string([]byte{c})))
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}
