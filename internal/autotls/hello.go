package autotls

import (
	"encoding/binary"
	"net"
)

// maxHello bounds how much of a connection is looked at for a ClientHello, in bytes.
// A hello is 200 to 2000 bytes long.
const maxHello = 16 << 10

// A tap reads along what a client sends until the ClientHello is complete, and tells
// its server name. It takes nothing away, waits for nothing and changes nothing:
// crypto/tls reads the same bytes, with the limits that the server has set.
type tap struct {
	net.Listener
	tell func(serverName string)
}

// Accept waits for the next connection.
func (t tap) Accept() (net.Conn, error) {
	conn, err := t.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return &tapped{Conn: conn, tell: t.tell}, nil
}

// tapped is a connection that is read along. crypto/tls has one reader at a time.
type tapped struct {
	net.Conn
	tell func(serverName string)
	seen []byte
	done bool
}

// Read reads from the connection.
func (c *tapped) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	if !c.done && n > 0 {
		c.see(p[:n])
	}
	return n, err
}

func (c *tapped) see(data []byte) {
	c.seen = append(c.seen, data[:min(len(data), maxHello-len(c.seen))]...)
	name, state := readHello(c.seen)
	if state == incomplete && len(c.seen) < maxHello {
		return
	}
	c.done, c.seen = true, nil
	if state == complete && name != "" {
		c.tell(name)
	}
}

// What readHello has found.
type helloState int

const (
	incomplete helloState = iota
	// foreign is what is no ClientHello.
	foreign
	complete
)

const (
	recordHandshake    = 22 // RFC 8446, section 5.1
	messageClientHello = 1  // RFC 8446, section 4
	extensionName      = 0  // RFC 6066, section 3
	nameTypeHost       = 0
)

// readHello finds the server name in the beginning of a TLS connection, as it was
// sent; it is empty if there is none. A hello may be spread over several records.
func readHello(data []byte) (name string, state helloState) {
	var message []byte
	for len(data) > 0 {
		if data[0] != recordHandshake {
			return "", foreign
		}
		if len(data) < 5 {
			return "", incomplete
		}
		size := int(binary.BigEndian.Uint16(data[3:]))
		fragment := data[5:]
		fragment = fragment[:min(size, len(fragment))]
		message = append(message, fragment...)
		if len(message) > 0 && message[0] != messageClientHello {
			return "", foreign
		}
		if len(message) >= 4 {
			need := 4 + int(message[1])<<16 + int(message[2])<<8 + int(message[3])
			if len(message) >= need {
				return serverName(message[4:need])
			}
		}
		data = data[5+len(fragment):]
	}
	return "", incomplete
}

// serverName reads the body of a ClientHello (RFC 8446, section 4.1.2).
func serverName(body []byte) (string, helloState) {
	b := buffer{data: body}
	b.skip(2 + 32) // version, random
	b.vector(1)    // session
	b.vector(2)    // cipher suites
	b.vector(1)    // compression methods
	extensions := buffer{data: b.vector(2)}
	for !b.short && len(extensions.data) > 0 {
		kind := extensions.number(2)
		value := extensions.vector(2)
		if extensions.short {
			break
		}
		if kind != extensionName {
			continue
		}
		names := buffer{data: value}
		names = buffer{data: names.vector(2)}
		for len(names.data) > 0 {
			kind, name := names.number(1), names.vector(2)
			if !names.short && kind == nameTypeHost {
				return string(name), complete
			}
		}
	}
	if b.short || extensions.short {
		return "", foreign
	}
	return "", complete
}

// buffer reads from the front of data; short is set when it ends too early, and then
// nothing more is read.
type buffer struct {
	data  []byte
	short bool
}

func (b *buffer) skip(n int) []byte {
	if n > len(b.data) {
		b.data, b.short = nil, true
		return nil
	}
	front := b.data[:n]
	b.data = b.data[n:]
	return front
}

// number is an integer of so many bytes.
func (b *buffer) number(bytes int) int {
	n := 0
	for _, digit := range b.skip(bytes) {
		n = n<<8 | int(digit)
	}
	return n
}

// vector is what stands behind its length, itself of so many bytes.
func (b *buffer) vector(bytes int) []byte { return b.skip(b.number(bytes)) }
