package client_test

import (
	"strings"
	"testing"

	"signpost/client"
)

const soundProfile = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>PayloadType</key><string>Configuration</string>
  <key>PayloadVersion</key><integer>1</integer>
  <key>PayloadIdentifier</key><string>com.example.profile</string>
  <key>PayloadUUID</key><string>6F1C6A1B-0000-5000-8000-000000000001</string>
  <key>PayloadDescription</key><string>Mail for user@example.com</string>
  <key>PayloadRemovalDisallowed</key><false/>
  <key>ConsentText</key><dict><key>default</key><string>Switch IMAP on</string><key>zh-Hans</key><string>请先开启 IMAP</string></dict>
  <key>PayloadContent</key>
  <array>
    <dict>
      <key>PayloadType</key><string>com.apple.mail.managed</string>
      <key>PayloadVersion</key><integer>1</integer>
      <key>PayloadIdentifier</key><string>com.example.profile.mail</string>
      <key>PayloadUUID</key><string>6F1C6A1B-0000-5000-8000-000000000002</string>
      <key>EmailAccountType</key><string>EmailTypeIMAP</string>
      <key>EmailAddress</key><string>user@example.com</string>
      <key>IncomingMailServerHostName</key><string>imap.example.com</string>
      <key>IncomingMailServerPortNumber</key><integer>993</integer>
      <key>IncomingMailServerUseSSL</key><true/>
      <key>IncomingMailServerUsername</key><string>user@example.com</string>
      <key>IncomingMailServerAuthentication</key><string>EmailAuthPassword</string>
      <key>OutgoingMailServerHostName</key><string>smtp.example.com</string>
      <key>OutgoingMailServerPortNumber</key><integer>465</integer>
      <key>OutgoingMailServerUseSSL</key><true/>
      <key>OutgoingMailServerUsername</key><string>user@example.com</string>
      <key>OutgoingMailServerAuthentication</key><string>EmailAuthPassword</string>
      <key>OutgoingPasswordSameAsIncomingPassword</key><true/>
    </dict>
  </array>
</dict>
</plist>
`

func profileReply() client.Reply {
	return client.Reply{Status: 200, Type: "application/x-apple-aspen-config", Body: []byte(soundProfile)}
}

// The parts of soundProfile that edits are about.
const (
	inPort  = "<key>IncomingMailServerPortNumber</key><integer>993</integer>"
	outPort = "<key>OutgoingMailServerPortNumber</key><integer>465</integer>"
	inSSL   = "<key>IncomingMailServerUseSSL</key><true/>"
	outSSL  = "<key>OutgoingMailServerUseSSL</key><true/>"
	inUser  = "<key>IncomingMailServerUsername</key><string>user@example.com</string>"
	outUser = "<key>OutgoingMailServerUsername</key><string>user@example.com</string>"
	mailKey = "<key>EmailAccountType</key><string>EmailTypeIMAP</string>"
)

func TestAppleReadsProfiles(t *testing.T) {
	const (
		notes = "note \"Mail for user@example.com\"\nnote \"Switch IMAP on\"\n"
		imap  = "imap imap.example.com:993 tls \"user@example.com\" password\n"
		smtp  = "smtp smtp.example.com:465 tls \"user@example.com\" password\n"
	)
	readTable(t, readerOf(t, "apple", "profile"), profileReply(), []readCase{
		{name: "the sound profile", want: imap + smtp + notes},
		{name: "POP3", edits: []string{"EmailTypeIMAP", "EmailTypePOP"}, want: strings.Replace(imap, "imap ", "pop3 ", 1) + smtp + notes},
		{
			name:  "the device asks for what is absent",
			edits: []string{inUser, "", outUser, "", "<key>EmailAddress</key><string>user@example.com</string>", ""},
			want: `imap imap.example.com:993 tls "" password
smtp smtp.example.com:465 tls "" password
` + notes,
		},
		{
			name:  "UseSSL is false unless it is there",
			edits: []string{inSSL, "", outSSL, ""},
			want: `imap imap.example.com:993 none "user@example.com" password
smtp smtp.example.com:465 none "user@example.com" password
` + notes,
		},
		{
			name:  "UseSSL on the ports for it means STARTTLS",
			edits: []string{"<integer>993<", "<integer>143<", "<integer>465<", "<integer>587<"},
			want: `imap imap.example.com:143 starttls "user@example.com" password
smtp smtp.example.com:587 starttls "user@example.com" password
` + notes,
		},
		{
			name:  "without a port the device tries three to send",
			edits: []string{outPort, "", inPort, ""},
			want: imap + `smtp smtp.example.com:25 starttls "user@example.com" password
smtp smtp.example.com:587 starttls "user@example.com" password
smtp smtp.example.com:465 tls "user@example.com" password
` + notes,
		},
		{
			name:  "without a port and UseSSL it reads mail on the open port",
			edits: []string{inPort, "", inSSL, ""},
			want:  "imap imap.example.com:143 none \"user@example.com\" password\n" + smtp + notes,
		},
		{
			name: "the other ways to authenticate",
			edits: []string{
				"<key>IncomingMailServerAuthentication</key><string>EmailAuthPassword<", "<key>IncomingMailServerAuthentication</key><string>EmailAuthCRAMMD5<",
				"<key>OutgoingMailServerAuthentication</key><string>EmailAuthPassword<", "<key>OutgoingMailServerAuthentication</key><string>EmailAuthNone<",
			},
			want: `imap imap.example.com:993 tls "user@example.com" encrypted
smtp smtp.example.com:465 tls "user@example.com" none
` + notes,
		},
		{
			name: "payloads of other types are no mail",
			edits: []string{"<array>", `<array><dict><key>PayloadType</key><string>com.apple.caldav.account</string><key>PayloadVersion</key><integer>1</integer>` +
				`<key>PayloadIdentifier</key><string>a</string><key>PayloadUUID</key><string>b</string><key>CalDAVPort</key><real>443</real></dict>`},
			want: imap + smtp + notes,
		},
		{name: "no texts to read first", edits: []string{"PayloadDescription", "a", "ConsentText", "b"}, want: imap + smtp},
	})
}

func TestAppleRefusesProfilesThatADeviceWouldNotInstall(t *testing.T) {
	readTable(t, readerOf(t, "apple", "profile"), profileReply(), []readCase{
		{name: "a page for people", status: 409, refused: "status 409"},
		{name: "another type", contentType: "text/xml", refused: "saves the file"},
		{name: "a real number as the port", edits: []string{"<integer>993</integer>", "<real>993</real>"}, refused: "a real number, not an integer"},
		{name: "a string as the port", edits: []string{"<integer>993</integer>", "<string>993</string>"}, refused: "a string, not an integer"},
		{name: "a port out of range", edits: []string{"<integer>993</integer>", "<integer>0</integer>"}, refused: "PortNumber is 0"},
		{name: "a real number as the version", edits: []string{"<integer>1</integer>", "<real>1</real>"}, refused: "PayloadVersion is a real number"},
		{name: "version 2", edits: []string{"<integer>1</integer>", "<integer>2</integer>"}, refused: "PayloadVersion is 2"},
		{name: "a string as UseSSL", edits: []string{inSSL, "<key>IncomingMailServerUseSSL</key><string>true</string>"}, refused: "not a boolean"},
		{name: "an integer as the description", edits: []string{"<string>Mail for user@example.com</string>", "<integer>5</integer>"}, refused: "an integer, not a string"},
		{name: "a date as the user name", edits: []string{inUser, "<key>IncomingMailServerUsername</key><date>2026-11-25T00:00:00Z</date>"}, refused: "another type, not a string"},
		{name: "data as the host name", edits: []string{"<string>imap.example.com</string>", "<data>aW1h\n cA==</data>"}, refused: "another type, not a string"},
		{name: "no kind of account", edits: []string{mailKey, ""}, refused: "no EmailAccountType"},
		{name: "an unknown kind of account", edits: []string{"EmailTypeIMAP", "imap"}, refused: "EmailAccountType is"},
		{name: "no incoming server", edits: []string{"IncomingMailServerHostName", "x"}, refused: "no IncomingMailServerHostName"},
		{name: "no outgoing server", edits: []string{"OutgoingMailServerHostName", "x"}, refused: "no OutgoingMailServerHostName"},
		{name: "an empty host name", edits: []string{"imap.example.com", ""}, refused: "IncomingMailServerHostName is empty"},
		{name: "no way to authenticate", edits: []string{"OutgoingMailServerAuthentication", "x"}, refused: "no OutgoingMailServerAuthentication"},
		{name: "an unknown way to authenticate", edits: []string{"EmailAuthPassword", "OAuth2"}, refused: `is "OAuth2"`},
		{name: "no identifier", edits: []string{"<key>PayloadIdentifier</key><string>com.example.profile</string>", ""}, refused: "no PayloadIdentifier"},
		{name: "an empty identifier", edits: []string{"com.example.profile.mail", ""}, refused: "PayloadIdentifier"},
		{name: "no UUID", edits: []string{"PayloadUUID", "x"}, refused: "no PayloadUUID"},
		{name: "one UUID twice", edits: []string{"000000000002", "000000000001"}, refused: "twice"},
		{name: "another type of payload", edits: []string{">Configuration<", ">x<"}, refused: "not Configuration"},
		{name: "no payloads", edits: []string{"PayloadContent", "x"}, refused: "no PayloadContent"},
		{name: "no mail in it", edits: []string{"com.apple.mail.managed", "x"}, refused: "read mail"},
		{name: "a payload that is a string", edits: []string{"<array>", "<array><string/>"}, refused: "PayloadContent has a string"},
		{name: "payloads that are a dictionary", edits: []string{"<array>", "<dict><key>a</key>", "</array>", "</dict>"}, refused: "not an array"},
		{name: "a profile that cannot be removed", edits: []string{"<false/>", "<true/>"}, refused: "supervised"},
		{name: "an encrypted profile", edits: []string{"<key>PayloadRemovalDisallowed</key><false/>", "<key>IsEncrypted</key><true/>"}, refused: "encrypted"},
		{name: "a consent that is a string", edits: []string{"<dict><key>default</key><string>Switch IMAP on</string><key>zh-Hans</key><string>请先开启 IMAP</string></dict>", "<string>x</string>"}, refused: "ConsentText is a string"},
		{name: "a consent of no texts", edits: []string{"<string>请先开启 IMAP</string>", "<true/>"}, refused: "zh-Hans is a boolean"},
	})
}

func TestAppleRefusesWhatIsNoPropertyList(t *testing.T) {
	readTable(t, readerOf(t, "apple", "profile"), profileReply(), []readCase{
		{name: "another root", edits: []string{"plist version", "x version", "</plist>", "</x>"}, refused: "not plist"},
		{name: "two values", edits: []string{"</plist>", "<true/></plist>"}, refused: "2 values"},
		{name: "an array as the root", edits: []string{"<plist version=\"1.0\">\n<dict>", "<plist><array>", "</dict>\n</plist>", "</array></plist>"}, refused: "key is no type"},
		{name: "an empty array as the root", edits: []string{soundProfile, "<plist><array/></plist>"}, refused: "an array, not a dictionary"},
		{name: "a key without a value", edits: []string{"<false/>", ""}, refused: "without a value"},
		{name: "a value without a key", edits: []string{"<key>PayloadDescription</key>", "<string>PayloadDescription</string>"}, refused: "where a key is due"},
		{name: "a key twice", edits: []string{"<key>PayloadDescription</key>", "<key>PayloadType</key>"}, refused: "PayloadType is there twice"},
		{name: "an unknown type", edits: []string{"<false/>", "<no/>"}, refused: "no is no type"},
		{name: "an integer of letters", edits: []string{"<integer>993<", "<integer>x<"}, refused: "is no integer"},
		{name: "a date that is none", edits: []string{"<false/>", "<date>today</date>"}, refused: "is no date"},
		{name: "data that is none", edits: []string{"<false/>", "<data>*</data>"}, refused: "is no data"},
		{name: "an element in a string", edits: []string{">Configuration<", "><b/>Configuration<"}, refused: "an element inside string"},
		{name: "nesting without end", edits: []string{"<false/>", strings.Repeat("<array>", 50) + strings.Repeat("</array>", 50)}, refused: "not well-formed"},
	})
}
