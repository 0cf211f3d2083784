package autoconfig

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"net/http"
	"strings"
)

// gzipSegments are a document compressed once, for the first client that wants it so:
// its texts are whole DEFLATE blocks (RFC 1951) that begin and end on a byte, and what
// is filled in goes between them as it is. No other request compresses anything.
type gzipSegments struct {
	pieces []piece
	last   []byte
}

const (
	// gzipHeader says DEFLATE, no name, no time, best compression, unknown system
	// (RFC 1952, section 2.3): the same bytes at every replica.
	gzipHeader = "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
	// finalBlock is an empty stored block with the bit of the last one.
	finalBlock = "\x01\x00\x00\xff\xff"
	// storedHeader is how long the head of a stored block is: no flags, the length,
	// and the length with all bits turned.
	storedHeader = 5
)

func newGzipSegments(s segments) *gzipSegments {
	g := &gzipSegments{last: deflate(s.last)}
	for _, p := range s.pieces {
		g.pieces = append(g.pieces, piece{text: deflate(p.text), hole: p.hole})
	}
	return g
}

// deflate compresses to blocks that end on a byte; none of them is the last one.
func deflate(text []byte) []byte {
	if len(text) == 0 {
		return nil
	}
	stored := appendStored(nil, text)
	var out bytes.Buffer
	// Neither the level nor a buffer gives an error; were there one, the stored block
	// is as good.
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return stored
	}
	if _, err := w.Write(text); err != nil {
		return stored
	}
	if err := w.Flush(); err != nil || len(stored) < out.Len() {
		return stored
	}
	return bytes.Clone(out.Bytes())
}

// appendStored appends a block that is not compressed. What is prepared is shorter
// than the 64 KiB that one can hold.
func appendStored(to, text []byte) []byte {
	at := len(to)
	return closeStored(append(append(to, make([]byte, storedHeader)...), text...), at)
}

// closeStored writes the head of the stored block that begins at a place, when all of
// it is there.
func closeStored(block []byte, at int) []byte {
	length := uint16(len(block) - at - storedHeader) //nolint:gosec // see appendStored.
	binary.LittleEndian.PutUint16(block[at+1:], length)
	binary.LittleEndian.PutUint16(block[at+3:], ^length)
	return block
}

// fill appends the compressed document; plain is what it holds.
func (g *gzipSegments) fill(to, plain []byte, f *filling) []byte {
	to = append(to, gzipHeader...)
	for i := range g.pieces {
		to = append(to, g.pieces[i].text...)
		at := len(to)
		to = f.fill(append(to, 0, 0, 0, 0, 0), g.pieces[i].hole)
		to = closeStored(to, at)
	}
	to = append(to, g.last...)
	to = append(to, finalBlock...)
	to = binary.LittleEndian.AppendUint32(to, crc32.ChecksumIEEE(plain))
	return binary.LittleEndian.AppendUint32(to, uint32(len(plain))) //nolint:gosec // see appendStored.
}

// acceptsGzip tells whether a client has said that it takes gzip (RFC 9110, section
// 12.5.3). One that gives it a weight of its own gets the plain document: weights
// decide between codings, and one is all that there is here.
func acceptsGzip(r *http.Request) bool {
	for _, value := range r.Header["Accept-Encoding"] {
		for coding := range strings.SplitSeq(value, ",") {
			if strings.EqualFold(strings.TrimSpace(coding), "gzip") {
				return true
			}
		}
	}
	return false
}
