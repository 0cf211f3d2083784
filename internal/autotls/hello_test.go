package autotls_test

import (
	"bytes"
	"crypto/tls"
	"encoding/binary"
	"io"
	"net"
	"testing"
	"time"

	"signpost/internal/autotls"
)

// hello is what crypto/tls sends to begin with.
func hello(t testing.TB, serverName string) []byte {
	t.Helper()
	mine, theirs := net.Pipe()
	go func() {
		// Ends when the pipe is closed: nobody answers.
		_ = tls.Client(theirs, &tls.Config{ServerName: serverName, InsecureSkipVerify: true}).HandshakeContext(t.Context())
	}()
	if err := mine.SetDeadline(time.Now().Add(time.Minute)); err != nil {
		t.Fatal(err)
	}
	header := make([]byte, 5)
	if _, err := io.ReadFull(mine, header); err != nil {
		t.Fatal(err)
	}
	body := make([]byte, binary.BigEndian.Uint16(header[3:]))
	if _, err := io.ReadFull(mine, body); err != nil {
		t.Fatal(err)
	}
	if err := mine.Close(); err != nil {
		t.Fatal(err)
	}
	return append(header, body...)
}

// dotted is a hello whose server name ends with a full stop, which crypto/tls does
// not send: the last character of another one is replaced.
func dotted(t testing.TB, serverName string) []byte {
	t.Helper()
	data := hello(t, serverName+"X")
	if bytes.Count(data, []byte(serverName+"X")) != 1 {
		t.Fatal("the name does not stand once in the hello")
	}
	return bytes.Replace(data, []byte(serverName+"X"), []byte(serverName+"."), 1)
}

// inRecords spreads the message of one record over records of a size.
func inRecords(data []byte, size int) []byte {
	var out []byte
	for body := data[5:]; len(body) > 0; body = body[min(size, len(body)):] {
		fragment := body[:min(size, len(body))]
		out = append(out, data[0], data[1], data[2], byte(len(fragment)>>8), byte(len(fragment)))
		out = append(out, fragment...)
	}
	return out
}

func TestReadHello(t *testing.T) {
	plain := hello(t, "autoconfig.example.com")
	for _, c := range []struct {
		name  string
		data  []byte
		want  string
		whole bool
	}{
		{"a name", plain, "autoconfig.example.com", true},
		{"a name with a full stop", dotted(t, "autoconfig.example.com"), "autoconfig.example.com.", true},
		{"no name", hello(t, "192.0.2.1"), "", true},
		{"over many records", inRecords(plain, 7), "autoconfig.example.com", true},
		{"one byte is missing", plain[:len(plain)-1], "", false},
		{"nothing", nil, "", false},
		{"plain http", []byte("GET / HTTP/1.1\r\n\r\n"), "", false},
		{"a record without content, again and again", bytes.Repeat([]byte{22, 3, 1, 0, 0}, 100), "", false},
		{"an alert", []byte{21, 3, 1, 0, 2, 2, 40}, "", false},
		{"a body that is cut off inside", []byte{22, 3, 1, 0, 6, 1, 0, 0, 2, 3, 3}, "", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, whole := autotls.ReadHello(c.data)
			if got != c.want || whole != c.whole {
				t.Errorf("input %x: %q, complete %t, want %q, %t", c.data, got, whole, c.want, c.whole)
			}
		})
	}
}

func FuzzReadHello(f *testing.F) {
	f.Add(hello(f, "autoconfig.example.com"))
	f.Add(dotted(f, "autoconfig.example.com"))
	f.Add(inRecords(hello(f, "autoconfig.example.com"), 5))
	f.Add([]byte{22, 3, 1, 0, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		name, whole := autotls.ReadHello(data)
		if name != "" && !whole {
			t.Errorf("a name %q from a hello that is not complete", name)
		}
		again, wholeAgain := autotls.ReadHello(append(bytes.Clone(data), "more"...))
		if whole && (again != name || !wholeAgain) {
			t.Errorf("%q, and with more behind it %q", name, again)
		}
	})
}
