package probe

import (
	"bufio"
	"errors"
	"io"
	"net"
	"strings"
)

// Bounds of what one server may send on one connection. A greeting with the
// capabilities is 1 KiB, a chain of certificates 10 KiB.
const (
	maxBytes = 256 << 10
	// maxLine is what any of the protocols allows, and some more: 512 bytes in POP3
	// and SMTP, 8,192 in practice for IMAP (RFC 7162, section 4).
	maxLine = 8 << 10
	// maxFirst is how much of the beginning is kept to look at.
	maxFirst = 256
)

var errTooMuch = errors.New("more data than any server has to send")

// A wire is a connection on which all bytes from the server are counted, those of
// TLS handshakes included.
type wire struct {
	net.Conn

	total int
	// turn counts since the client last wrote.
	turn int
	// first is what came first since the last mark.
	first []byte
}

// Read counts what comes, and ends where it is too much.
func (w *wire) Read(p []byte) (int, error) {
	if w.total >= maxBytes {
		return 0, errTooMuch
	}
	n, err := w.Conn.Read(p[:min(len(p), maxBytes-w.total)])
	w.total += n
	w.turn += n
	w.first = append(w.first, p[:min(n, maxFirst-len(w.first))]...)
	return n, err
}

// Write gives the server its turn.
func (w *wire) Write(p []byte) (int, error) {
	w.turn = 0
	return w.Conn.Write(p)
}

// mark begins to collect first anew.
func (w *wire) mark() { w.first, w.turn = nil, 0 }

// A text is the lines on a connection, before or within TLS.
type text struct {
	conn   io.ReadWriter
	reader *bufio.Reader
	// heard counts bytes since the last question, ever since the beginning.
	heard, ever int
	// tags are how many IMAP commands have been sent.
	tags int
}

func newText(conn io.ReadWriter) *text {
	t := &text{conn: conn}
	t.reader = bufio.NewReaderSize(t, maxLine)
	return t
}

// Read is for the reader of lines: it counts.
func (t *text) Read(p []byte) (int, error) {
	n, err := t.conn.Read(p)
	t.heard += n
	t.ever += n
	return n, err
}

// readLine reads one line without its end, which may be a bare line feed.
func (t *text) readLine() (string, error) {
	line, err := t.reader.ReadSlice('\n')
	switch {
	case errors.Is(err, bufio.ErrBufferFull):
		return "", errTooMuch
	case err != nil:
		return "", err
	}
	return strings.TrimRight(string(line), "\r\n"), nil
}

// send sends one command.
func (t *text) send(command string) error {
	t.heard = 0
	_, err := io.WriteString(t.conn, command+"\r\n")
	return err
}

// early tells whether the server has sent something that nobody has asked for.
func (t *text) early() bool { return t.reader.Buffered() > 0 }
