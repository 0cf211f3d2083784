package autoconfig

import (
	"container/list"
	"crypto/sha256"
	"sync"
)

// signedProfiles keeps the signed generic profiles that were asked for last. Of
// those who ask for the same new one at the same time, one signs and the others
// wait for it.
type signedProfiles struct {
	max int

	mu sync.Mutex
	// byKey finds the elements of recent, the most recently used first.
	byKey  map[[sha256.Size]byte]*list.Element
	recent *list.List
}

// signedProfile is one that is kept, or is being signed.
type signedProfile struct {
	key  [sha256.Size]byte
	once func() ([]byte, error)
}

func newSignedProfiles(limit int) *signedProfiles {
	return &signedProfiles{max: limit, byKey: map[[sha256.Size]byte]*list.Element{}, recent: list.New()}
}

// get returns what is kept under a key, or what sign makes. An error is for those
// who asked at the same time; the next one tries again.
func (s *signedProfiles) get(key [sha256.Size]byte, sign func() ([]byte, error)) ([]byte, error) {
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

func (s *signedProfiles) entry(key [sha256.Size]byte, sign func() ([]byte, error)) *signedProfile {
	s.mu.Lock()
	defer s.mu.Unlock()
	if element, ok := s.byKey[key]; ok {
		s.recent.MoveToFront(element)
		return element.Value.(*signedProfile) //nolint:errcheck // the list holds nothing else.
	}
	entry := &signedProfile{key: key, once: sync.OnceValues(sign)}
	s.byKey[key] = s.recent.PushFront(entry)
	if s.recent.Len() > s.max {
		oldest := s.recent.Back()
		s.recent.Remove(oldest)
		delete(s.byKey, oldest.Value.(*signedProfile).key) //nolint:errcheck // as above.
	}
	return entry
}

// forget removes an entry unless another one has taken its place.
func (s *signedProfiles) forget(entry *signedProfile) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if element, ok := s.byKey[entry.key]; ok && element.Value == any(entry) {
		s.recent.Remove(element)
		delete(s.byKey, entry.key)
	}
}
