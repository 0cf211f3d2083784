package client_test

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	"signpost/client"
)

// soundAutoconfig is a document that all readers take.
const soundAutoconfig = `<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1">
  <emailProvider id="example.com">
    <domain>example.com</domain>
    <displayName>Example Mail</displayName>
    <displayShortName>Example</displayShortName>
    <incomingServer type="imap">
      <hostname>imap.example.com</hostname>
      <port>993</port>
      <socketType>SSL</socketType>
      <username>%EMAILADDRESS%</username>
      <authentication>password-cleartext</authentication>
    </incomingServer>
    <incomingServer type="pop3">
      <hostname>pop.example.com</hostname>
      <port>995</port>
      <socketType>SSL</socketType>
      <username>%EMAILADDRESS%</username>
      <authentication>password-cleartext</authentication>
    </incomingServer>
    <outgoingServer type="smtp">
      <hostname>smtp.example.com</hostname>
      <port>465</port>
      <socketType>SSL</socketType>
      <username>%EMAILADDRESS%</username>
      <authentication>password-cleartext</authentication>
    </outgoingServer>
    <documentation url="https://help.example.com/">
      <descr lang="en">How to set up</descr>
      <descr lang="de">So geht es</descr>
    </documentation>
    <enable visiturl="https://mail.example.com/">
      <instruction lang="en">Switch IMAP on</instruction>
    </enable>
  </emailProvider>
</clientConfig>
`

func autoconfigReply() client.Reply {
	return client.Reply{Status: 200, Type: "text/xml; charset=utf-8", Body: []byte(soundAutoconfig)}
}

// The parts of soundAutoconfig that edits are about.
const (
	soundIMAP = `<incomingServer type="imap">
      <hostname>imap.example.com</hostname>
      <port>993</port>
      <socketType>SSL</socketType>
      <username>%EMAILADDRESS%</username>
      <authentication>password-cleartext</authentication>
    </incomingServer>
`
	soundSMTP = `<outgoingServer type="smtp">
      <hostname>smtp.example.com</hostname>
      <port>465</port>
      <socketType>SSL</socketType>
      <username>%EMAILADDRESS%</username>
      <authentication>password-cleartext</authentication>
    </outgoingServer>
`
	soundDomain   = `<domain>example.com</domain>`
	soundUsername = `<username>%EMAILADDRESS%</username>`
	soundAuth     = `<authentication>password-cleartext</authentication>`
	soundSocket   = `<socketType>SSL</socketType>`
)

func TestSoundAutoconfigIsTakenByAllReaders(t *testing.T) {
	const (
		imap = "imap imap.example.com:993 tls \"user@example.com\" password\n"
		pop3 = "pop3 pop.example.com:995 tls \"user@example.com\" password\n"
		smtp = "smtp smtp.example.com:465 tls \"user@example.com\" password\n"
	)
	unread := func(s string) string { return strings.ReplaceAll(s, " password\n", " unread\n") }
	want := map[string]string{
		"thunderbird": imap + pop3 + smtp,
		"k9":          imap + smtp,
		"evolution":   imap + pop3 + smtp,
		"kmail":       imap + pop3 + smtp,
		"deltachat":   unread(imap + smtp),
		"fairemail": unread(imap+smtp) + `note "How to set up\nSo geht es\nhttps://help.example.com/"
note "Switch IMAP on\nhttps://mail.example.com/"
`,
		"aerc":       unread(imap + smtp),
		"geary":      unread(imap + smtp),
		"mailspring": unread(imap + smtp),
		"nextcloud":  unread(imap + smtp),
		"parula":     imap + pop3 + smtp,
		"pimalaya":   imap + pop3 + smtp,
	}
	readers := client.ReadersOf("autoconfig")
	if len(readers) != len(want) {
		t.Errorf("%d readers, want %d", len(readers), len(want))
	}
	for _, r := range readers {
		readTable(t, r, autoconfigReply(), []readCase{{name: r.Client, want: want[r.Client]}})
	}
}

// trap is a change to the sound reply and what it does to each client. A client
// that is not named must read the changed reply as it read the sound one.
type trap struct {
	name        string
	edits       []string
	status      int
	contentType string
	// does is by client: "refused", or the fields of the first servers that
	// changed; "*" is for all that are not named.
	does map[string]string
}

// everyone is what a trap does that catches all.
func everyone() map[string]string { return map[string]string{"*": "refused"} }

func TestTrapsOfAutoconfigCatchTheClientsTheyAreKnownFor(t *testing.T) {
	for _, traps := range [][]trap{trapsOfValues, trapsOfAuthentication, trapsOfServers, trapsOfDocuments} {
		for _, c := range traps {
			t.Run(c.name, func(t *testing.T) {
				reply := autoconfigReply()
				reply.Body = []byte(edited(t, soundAutoconfig, c.edits))
				if c.status != 0 {
					reply.Status = c.status
				}
				if c.contentType != "" {
					reply.Type = strings.TrimPrefix(c.contentType, "-")
				}
				for _, reader := range client.ReadersOf("autoconfig") {
					want, named := c.does[reader.Client]
					if !named {
						want = c.does["*"]
					}
					if got := effect(t, reader, reply); got != want {
						t.Errorf("%s: got %q, want %q\n%s", reader.Client, got, want, reply.Body)
					}
				}
			})
		}
	}
}

// A client that has no address yet, or a broken one, still gets an answer.
func TestReadersTakeAnyAddress(t *testing.T) {
	for _, who := range []string{"", "user", "@", "user@", "@example.com", "a@b@example.com"} {
		for _, reader := range client.ReadersOf("autoconfig") {
			setup, err := reader.Read(autoconfigReply(), who)
			if reader.Client == "parula" && !strings.HasSuffix(who, "example.com") {
				if !errors.Is(err, client.ErrRefused) {
					t.Errorf("%s with %q: got %v and %v, want ErrRefused", reader.Client, who, setup, err)
				}
				continue
			}
			if err != nil {
				t.Errorf("%s with %q: %v", reader.Client, who, err)
				continue
			}
			if got := setup.Incoming[0].Login; got != who {
				t.Errorf("%s with %q: the login is %q", reader.Client, who, got)
			}
		}
	}
}

// effect says what became of the sound setup of a client: "refused", or the
// fields of the first servers that are different.
func effect(t *testing.T, reader client.Reader, reply client.Reply) string {
	t.Helper()
	before, err := reader.Read(autoconfigReply(), address)
	if err != nil {
		t.Fatalf("%s refuses the sound document: %v", reader.Client, err)
	}
	after, err := reader.Read(reply, address)
	if err != nil {
		if !errors.Is(err, client.ErrRefused) {
			t.Errorf("%s: %v does not wrap ErrRefused", reader.Client, err)
		}
		return "refused"
	}
	var changes []string
	changes = append(changes, changed("imap", before.Incoming, after.Incoming)...)
	changes = append(changes, changed("smtp", before.Outgoing, after.Outgoing)...)
	return strings.Join(changes, " ")
}

func changed(name string, before, after []client.Server) []string {
	if len(after) == 0 {
		return []string{name + "="}
	}
	old, now := before[0], after[0]
	if old.Protocol != now.Protocol {
		return []string{name + "=" + string(now.Protocol)}
	}
	var changes []string
	for _, field := range []struct{ name, old, now string }{
		{"host", old.Host, now.Host},
		{"port", strconv.Itoa(old.Port), strconv.Itoa(now.Port)},
		{"security", string(old.Security), string(now.Security)},
		{"login", old.Login, now.Login},
		{"auth", authName(old.Auth), authName(now.Auth)},
	} {
		if field.old != field.now {
			changes = append(changes, name+"."+field.name+"="+field.now)
		}
	}
	return changes
}
