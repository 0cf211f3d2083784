package discovery

import (
	"net/http"
	"net/url"
	"strings"
	"time"

	"signpost/client"
)

// Redirects says which redirects a client follows.
type Redirects string

// The ways to follow. POST becomes GET on the way, except with 307 and 308 and
// where it is said otherwise.
const (
	Follow           Redirects = "followed"
	FollowNone       Redirects = "not followed"
	FollowAbsolute   Redirects = "followed to absolute URLs"
	FollowSafe       Redirects = "followed, never from https to http"
	FollowSameScheme Redirects = "followed with the same scheme"
	// FollowHTTPS follows 301 and 302 to https only and posts again (MS-OXDISCO,
	// section 3.1.5).
	FollowHTTPS Redirects = "301 and 302 to https, posted again"
	// RedirectToPost asks with GET; the answer must be a redirect to https, where
	// the question is posted. Anything else is nothing.
	RedirectToPost Redirects = "must redirect to https, where the question is posted"
	// PostAgain is Thunderbird's: where the GET of a redirect fails at an https
	// URL, the question is posted there.
	PostAgain Redirects = "followed; posted again at the end"
)

// maxHops is what Delta Chat, Outlook and Go's client agree on.
const maxHops = 10

// hop is what the engine keeps of a request and its redirects.
type hop struct {
	answer
	// url is where the answer came from, chain the URLs that led there.
	url   string
	chain []string
}

// fetch sends a question and follows redirects as the client does.
func (n *Network) fetch(c Client, s Step, target, body string) hop {
	headers := c.Headers
	if s.Accept != "" {
		headers.Accept = s.Accept
	}
	q := request{method: s.method(), url: target, body: body, contentType: s.Type, anyName: s.AnyName, agent: headers.UserAgent != ""}
	if s.Redirects == RedirectToPost {
		q.body, q.contentType = "", ""
	}
	h := hop{url: target}
	left := s.limit()
	for {
		h.answer = n.exchange(q, headers, left)
		left -= h.took
		next, ok := h.next()
		if h.fault != NoFault || !ok {
			break
		}
		if len(h.chain) == maxHops {
			h.fault = RedirectLoop
			return h
		}
		if why := s.Redirects.refuses(h, next); why != "" {
			h.fault, h.detail = RedirectRefused, why
			return h
		}
		h.chain, h.url = append(h.chain, h.url), next
		q = q.redirected(s.Redirects, h.status, next, body, s.Type)
	}
	switch {
	case s.Redirects == RedirectToPost && len(h.chain) == 0 && h.fault == NoFault:
		h.fault, h.detail = RedirectRefused, "no redirect to https"
	case s.Redirects == PostAgain && q.method == http.MethodGet && h.status/100 != 2 && h.fault == NoFault && strings.HasPrefix(h.url, "https:"):
		q.method, q.body, q.contentType = http.MethodPost, body, s.Type
		h.answer = n.exchange(q, headers, max(left, time.Second))
	}
	return h
}

// next is where an answer sends the client, if it does.
func (h hop) next() (string, bool) {
	switch h.status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
	default:
		return "", false
	}
	base, err := url.Parse(h.url)
	if err != nil || h.location == "" {
		return "", false
	}
	to, err := base.Parse(h.location)
	if err != nil || to.Host == "" {
		return "", false
	}
	return to.String(), true
}

// refuses says why a client does not follow, or "".
func (r Redirects) refuses(h hop, next string) string {
	toHTTPS := strings.HasPrefix(next, "https:")
	isAbsolute := strings.HasPrefix(h.location, "https:") || strings.HasPrefix(h.location, "http:")
	switch {
	case !toHTTPS && !strings.HasPrefix(next, "http:"):
		return "to a URL that is not of the web"
	case r == FollowNone:
		return "this client follows none"
	case r == FollowAbsolute && !isAbsolute:
		return "the Location is not absolute"
	case r == FollowSafe && strings.HasPrefix(h.url, "https:") && !toHTTPS:
		return "from https to http"
	case r == FollowSameScheme && strings.HasPrefix(h.url, "https:") != toHTTPS:
		return "to another scheme"
	case (r == FollowHTTPS || r == RedirectToPost) && !toHTTPS:
		return "to a URL that is not https"
	case (r == FollowHTTPS || r == RedirectToPost) && h.status != http.StatusMovedPermanently && h.status != http.StatusFound:
		return "the status is neither 301 nor 302"
	}
	return ""
}

// redirected is the request for the next URL.
func (q request) redirected(r Redirects, status int, next, body, contentType string) request {
	q.url = next
	switch {
	case r == FollowHTTPS || r == RedirectToPost:
		q.method, q.body, q.contentType = http.MethodPost, body, contentType
	case status != http.StatusTemporaryRedirect && status != http.StatusPermanentRedirect:
		q.method, q.body, q.contentType = http.MethodGet, "", ""
	}
	return q
}

// reply is what the client reads.
func (h hop) reply() client.Reply {
	return client.Reply{Status: h.status, Type: h.contentType, Body: h.body}
}
