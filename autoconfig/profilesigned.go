package autoconfig

import (
	"container/list"
	"sync"
	"time"
)

// signedProfiles keeps the signed profiles that were asked for last. Of those who
// ask for the same new one at the same time, one signs and the others wait for it.
type signedProfiles struct {
	max int
	// lifetime is how long one is kept; 0 is until another one needs its place.
	lifetime time.Duration
	now      func() time.Time

	mu sync.Mutex
	// byKey finds the elements of recent, the most recently used first.
	byKey  map[signedKey]*list.Element
	recent *list.List
}

// signedKey is what makes a signed profile: the certificate, the bytes, and what
// was filled into them.
type signedKey struct {
	revision, tag, domain, local string
}

// signedProfile is one that is kept, or is being signed.
type signedProfile struct {
	key   signedKey
	since time.Time
	once  func() ([]byte, error)
}

func newSignedProfiles(limit int, lifetime time.Duration, now func() time.Time) *signedProfiles {
	return &signedProfiles{max: limit, lifetime: lifetime, now: now, byKey: map[signedKey]*list.Element{}, recent: list.New()}
}

// get returns what is kept under a key, or what sign makes. An error is for those
// who asked at the same time; the next one tries again.
func (s *signedProfiles) get(key signedKey, sign func() ([]byte, error)) ([]byte, error) {
	entry := s.entry(key, sign)
	good := false
	// Deferred, so that a panic of the signer does not stay behind either.
	defer func() {
		if !good {
			s.forget(entry)
		}
	}()
	signed, err := entry.once()
	good = err == nil
	return signed, err
}

func (s *signedProfiles) entry(key signedKey, sign func() ([]byte, error)) *signedProfile {
	now := s.now()
	s.mu.Lock()
	defer s.mu.Unlock()
	if element, ok := s.byKey[key]; ok {
		entry := element.Value.(*signedProfile) //nolint:errcheck // the list holds nothing else.
		if s.lifetime == 0 || now.Sub(entry.since) < s.lifetime {
			s.recent.MoveToFront(element)
			return entry
		}
		s.remove(element)
	}
	entry := &signedProfile{key: key, since: now, once: sync.OnceValues(sign)}
	s.byKey[key] = s.recent.PushFront(entry)
	if s.recent.Len() > s.max {
		s.remove(s.recent.Back())
	}
	return entry
}

// forget removes an entry unless another one has taken its place.
func (s *signedProfiles) forget(entry *signedProfile) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if element, ok := s.byKey[entry.key]; ok && element.Value == any(entry) {
		s.remove(element)
	}
}

func (s *signedProfiles) remove(element *list.Element) {
	s.recent.Remove(element)
	delete(s.byKey, element.Value.(*signedProfile).key) //nolint:errcheck // as above.
}
