package limits

import "time"

// memory holds the buckets of a bounded number of clients in two generations. When
// the young one is full it becomes the old one, and what was old is forgotten:
// that is who has not asked since. To be forgotten is to have a full bucket.
type memory struct {
	half       int
	young, old map[network]time.Duration
}

func newMemory(clients int) memory {
	return memory{
		half:  max(1, clients/2),
		young: make(map[network]time.Duration),
		old:   make(map[network]time.Duration),
	}
}

// get returns when the bucket of a client is full again; 0, the time of the start,
// for one that is not known.
func (m *memory) get(client network) (full time.Duration) {
	if full, ok := m.young[client]; ok {
		return full
	}
	return m.old[client]
}

func (m *memory) put(client network, full time.Duration) {
	if _, known := m.young[client]; !known && len(m.young) >= m.half {
		m.young, m.old = m.old, m.young
		clear(m.young)
	}
	m.young[client] = full
}
