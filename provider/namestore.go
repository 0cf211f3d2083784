package provider

import "strings"

// nameStore holds domains one behind the other in chunks of text, each behind a
// byte that holds its length: a domain of 16 bytes takes 17, and the garbage
// collector sees one pointer a chunk. A chunk never moves, and what is in it never
// changes, so that stores can share chunks. The zero value is empty.
type nameStore struct {
	chunks []string
	// open is the chunk that is filled, current its number.
	open    strings.Builder
	current int
	// expect is how many more bytes are thought to come.
	expect int
}

// namePlace says where a name stands in a store: the number of the chunk, and the
// place of the length byte in it.
type namePlace uint32

// A chunk has at most 256 KiB, and a store 4 GiB.
const (
	chunkBits = 18
	chunkSize = 1 << chunkBits
	maxChunks = 1 << (32 - chunkBits)
	// minChunk holds any name with what stands behind it.
	minChunk = 512
)

// add puts a name of at most 255 bytes in, with some bytes of the owner's behind it.
func (s *nameStore) add(name string, behind ...byte) namePlace {
	need := 1 + len(name) + len(behind)
	if len(s.chunks) == 0 || s.open.Len()+need > min(s.open.Cap(), chunkSize) {
		s.open.Reset()
		s.open.Grow(s.nextChunk())
		s.current = len(s.chunks)
		s.chunks = append(s.chunks, "")
	}
	at := s.current<<chunkBits | s.open.Len()
	s.open.WriteByte(byte(len(name))) //nolint:gosec // a domain has at most 253 bytes.
	s.open.WriteString(name)
	s.open.Write(behind)
	s.expect -= need
	// No copy: the text of a Builder is a view of what it has so far.
	s.chunks[s.current] = s.open.String()
	return namePlace(at) //nolint:gosec // NewTable makes sure of fewer chunks than maxChunks.
}

// close gives back what the open chunk has to spare, if that is much. Nothing is
// added to a closed store.
func (s *nameStore) close() {
	if s.open.Len() < s.open.Cap()*7/8 {
		s.chunks[s.current] = strings.Clone(s.chunks[s.current])
	}
	s.open.Reset()
}

// nextChunk is the size of the next chunk: what is expected, as far as a chunk
// can hold it.
func (s *nameStore) nextChunk() int {
	if s.expect <= 0 && len(s.chunks) > 0 {
		return chunkSize / 8
	}
	return min(max(s.expect, minChunk), chunkSize)
}

// at is the name at a place.
func (s *nameStore) at(place namePlace) string {
	chunk := s.chunks[place>>chunkBits]
	begin := int(place&(chunkSize-1)) + 1
	return chunk[begin : begin+int(chunk[begin-1])]
}

// adopt shares the chunks of another store, to which nothing more is added; first
// is what is added to a place there to have the place here.
func (s *nameStore) adopt(other *nameStore) (first namePlace) {
	first = namePlace(len(s.chunks) << chunkBits) //nolint:gosec // as in add.
	s.chunks = append(s.chunks, other.chunks...)
	return first
}
