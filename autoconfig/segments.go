package autoconfig

import "bytes"

// segments are the bytes of a document, cut at its marks.
type segments struct {
	pieces []piece
	// last is what comes behind the last mark.
	last []byte
}

// piece is what stands before a mark, and the mark.
type piece struct {
	text []byte
	hole hole
}

// hole is a place to fill in.
type hole struct {
	mark mark
	// inURL says that the value is escaped for a URL before anything else.
	inURL bool
}

// Each mark begins like this, as it is and in a URL.
const (
	rawMark     = "\xEE\x80"
	encodedMark = "%EE%80%"
)

// cutSegments cuts a document at its marks.
func cutSegments(document []byte) segments {
	var s segments
	begin := 0
	for i := 0; i < len(document); {
		h, length := markAt(document[i:])
		if length == 0 {
			i++
			continue
		}
		s.pieces = append(s.pieces, piece{text: document[begin:i:i], hole: h})
		i += length
		begin = i
	}
	s.last = document[begin:]
	return s
}

// markAt reads the mark with which text begins; its length is 0 where there is none.
func markAt(text []byte) (h hole, length int) {
	var low byte
	switch {
	case bytes.HasPrefix(text, []byte(rawMark)) && len(text) > len(rawMark):
		low, length = text[len(rawMark)], len(rawMark)+1
	case bytes.HasPrefix(text, []byte(encodedMark)) && len(text) >= len(encodedMark)+2:
		high, lower := unhex(text[len(encodedMark)]), unhex(text[len(encodedMark)+1])
		low, length = high<<4|lower, len(encodedMark)+2
		h.inURL = true
	}
	h.mark = 0xE000 + mark(low) - 0x80
	if length == 0 || low < 0x80 || h.mark >= endOfMarks {
		return hole{}, 0
	}
	return h, length
}

// unhex reads an upper-case digit; anything else makes a byte that no mark has.
func unhex(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10
	}
	return 0xFF
}

// fill appends the document with everything filled in.
func (s *segments) fill(to []byte, f *filling) []byte {
	for i := range s.pieces {
		to = append(to, s.pieces[i].text...)
		to = f.fill(to, s.pieces[i].hole)
	}
	return append(to, s.last...)
}

// size is how many bytes are kept.
func (s *segments) size() int {
	n := len(s.last)
	for _, p := range s.pieces {
		n += len(p.text)
	}
	return n
}
