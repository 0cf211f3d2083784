package client_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/client"
)

const address = "user@example.com"

// readerOf finds the reader of a client for a format.
func readerOf(t testing.TB, name, format string) client.Reader {
	t.Helper()
	for _, r := range client.ReadersOf(format) {
		if r.Client == name {
			return r
		}
	}
	t.Fatalf("no reader of %s for %s", name, format)
	return client.Reader{}
}

// edited replaces all of old by new for each pair of edits. An edit that finds
// nothing would test nothing.
func edited(t testing.TB, document string, edits []string) string {
	t.Helper()
	for i := 0; i+1 < len(edits); i += 2 {
		if !strings.Contains(document, edits[i]) {
			t.Fatalf("the document has no %q to replace:\n%s", edits[i], document)
		}
		document = strings.ReplaceAll(document, edits[i], edits[i+1])
	}
	return document
}

// readCase is a reply and what a client makes of it: a document with edits.
type readCase struct {
	name string
	// edits are pairs of old and new in the document of the table.
	edits []string
	// status and contentType replace those of the table.
	status      int
	contentType string
	// want is the setup as lines writes it, or refused is a part of the reason
	// why there is none.
	want    string
	refused string
}

// readTable runs the cases of one reader. Each case starts from the sound reply.
func readTable(t *testing.T, reader client.Reader, sound client.Reply, cases []readCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			reply := sound
			reply.Body = []byte(edited(t, string(sound.Body), c.edits))
			if c.status != 0 {
				reply.Status = c.status
			}
			if c.contentType != "" {
				reply.Type = c.contentType
			}
			setup, err := reader.Read(reply, address)
			input := fmt.Sprintf("%s of %s, status %d, %q\n%s", reader.Client, reader.Format, reply.Status, reply.Type, reply.Body)
			switch {
			case err != nil && c.refused == "":
				t.Fatalf("%s\nrefused: %v", input, err)
			case err != nil:
				if !errors.Is(err, client.ErrRefused) || !strings.Contains(err.Error(), c.refused) {
					t.Errorf("%s\nrefused with %q, want ErrRefused with %q", input, err, c.refused)
				}
			case c.refused != "":
				t.Errorf("%s\ngot\n%s\nwant a refusal with %q", input, lines(setup), c.refused)
			default:
				if diff := cmp.Diff(strings.TrimSpace(c.want), strings.TrimSpace(lines(setup))); diff != "" {
					t.Errorf("%s\n(-want +got)\n%s", input, diff)
				}
			}
		})
	}
}

// lines writes a setup with a line for each server, then for URL and notes.
func lines(s client.Setup) string {
	var b strings.Builder
	for _, servers := range [][]client.Server{s.Incoming, s.Outgoing} {
		for _, server := range servers {
			fmt.Fprintf(&b, "%s %s:%d %s %q %s\n", server.Protocol, server.Host, server.Port, server.Security, server.Login, authName(server.Auth))
		}
	}
	if s.URL != "" {
		fmt.Fprintf(&b, "url %s\n", s.URL)
	}
	for _, note := range s.Notes {
		fmt.Fprintf(&b, "note %q\n", note)
	}
	return b.String()
}

func authName(a client.Auth) string {
	if a == client.AuthUnread {
		return "unread"
	}
	return string(a)
}
