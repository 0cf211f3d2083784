package mx

import (
	"strings"
	"sync"
	"time"
)

// A cache remembers answers until they expire, and never more than its bound. It
// keeps two generations: when the young one is full it becomes the old one, and
// the old one is forgotten. What is asked for again moves to the young one, so a
// stranger who asks for a thousand names drives out what nobody asks for.
type cache struct {
	half       int
	mu         sync.Mutex
	young, old map[string]remembered
}

type remembered struct {
	answer

	expires time.Time
}

// newCache makes a cache for bound answers, 2 at the least.
func newCache(bound int) *cache {
	return &cache{half: max(1, bound/2), young: map[string]remembered{}}
}

// get finds the answer for a domain that is still good at a time.
func (c *cache) get(domain string, now time.Time) (answer, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	found, young := c.young[domain]
	if !young {
		found = c.old[domain]
	}
	// What is in neither has expired long ago.
	if !now.Before(found.expires) {
		return answer{}, false
	}
	if !young {
		c.keep(domain, found)
	}
	return found.answer, true
}

// put remembers an answer. Nobody may change its hosts from here on.
func (c *cache) put(domain string, a answer, expires time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.keep(domain, remembered{answer: a, expires: expires})
}

// keep puts an answer into the young generation, under a copy of the domain: that
// can be a piece of a far longer request.
func (c *cache) keep(domain string, r remembered) {
	if _, ok := c.young[domain]; !ok && len(c.young) >= c.half {
		c.old, c.young = c.young, make(map[string]remembered, len(c.young))
	}
	c.young[strings.Clone(domain)] = r
}
