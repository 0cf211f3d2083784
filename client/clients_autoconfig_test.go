package client_test

import "testing"

// What is special about one client; what many have in common is in
// autoconfig_test.go.

func TestThunderbirdReadsAutoconfig(t *testing.T) {
	readTable(t, readerOf(t, "thunderbird", "autoconfig"), autoconfigReply(), []readCase{
		{
			name:  "alternatives for sending keep their placeholders",
			edits: []string{soundSMTP, soundSMTP + soundSMTP, "    <incomingServer type=\"pop3\">", "    <incomingServer type=\"webdav\">"},
			want: `
imap imap.example.com:993 tls "user@example.com" password
smtp smtp.example.com:465 tls "user@example.com" password
smtp smtp.example.com:465 tls "%EMAILADDRESS%" password`,
		},
		{
			name: "OAuth2 is taken on hosts that Thunderbird knows and on those below them",
			edits: []string{
				"imap.example.com", "imap.gmail.com", "smtp.example.com", "smtp.mail.yahoo.com", "pop.example.com", "notgmail.com",
				soundAuth, "<authentication>OAuth2</authentication>" + soundAuth,
			},
			want: `
imap imap.gmail.com:993 tls "user@example.com" oauth2
pop3 notgmail.com:995 tls "user@example.com" password
smtp smtp.mail.yahoo.com:465 tls "user@example.com" oauth2`,
		},
		{
			name:  "one known domain is enough",
			edits: []string{soundDomain, `<domain purpose="mx">mx.example.com</domain>` + soundDomain},
			want: `
imap imap.example.com:993 tls "user@example.com" password
pop3 pop.example.com:995 tls "user@example.com" password
smtp smtp.example.com:465 tls "user@example.com" password`,
		},
		{
			name:  "the first known socketType and the first known authentication count",
			edits: []string{soundSocket, "<socketType>TLS</socketType><socketType>STARTTLS</socketType>" + soundSocket, soundAuth, "<authentication>x</authentication><authentication>secure</authentication>" + soundAuth},
			want: `
imap imap.example.com:993 starttls "user@example.com" encrypted
pop3 pop.example.com:995 starttls "user@example.com" encrypted
smtp smtp.example.com:465 starttls "user@example.com" encrypted`,
		},
		{
			name:  "only a server to send with may do without authentication",
			edits: []string{soundAuth, "<authentication>none</authentication>"}, refused: "no authentication",
		},
		{
			name: "a user name is not needed where nobody signs in",
			edits: []string{soundSMTP, `<outgoingServer type="smtp"><hostname>smtp.example.com</hostname><port>25</port>` +
				`<socketType>plain</socketType><authentication>client-IP-address</authentication></outgoingServer>`},
			want: `
imap imap.example.com:993 tls "user@example.com" password
pop3 pop.example.com:995 tls "user@example.com" password
smtp smtp.example.com:25 none "" none`,
		},
		{
			name:  "the first emailProvider counts",
			edits: []string{`  <emailProvider id="example.com">`, `<emailProvider id="other"/><emailProvider id="example.com">`}, refused: "no domain",
		},
		{name: "the type of a server to send with", edits: []string{`type="smtp"`, `type="lmtp"`}, refused: `type "lmtp"`},
		{
			name:  "news before mail wins",
			edits: []string{`type="imap"`, `type="nntp"`}, refused: "of type nntp",
		},
		{
			name:  "a faulty Exchange server is passed over",
			edits: []string{soundIMAP, `<incomingServer type="exchange"/>` + soundIMAP},
			want: `
imap imap.example.com:993 tls "user@example.com" password
pop3 pop.example.com:995 tls "user@example.com" password
smtp smtp.example.com:465 tls "user@example.com" password`,
		},
		{
			name:  "names of international domains are ASCII",
			edits: []string{"imap.example.com", "imap.例子.example", "pop.example.com", "POP.xn--fsqu00a.example"},
			want: `
pop3 pop.xn--fsqu00a.example:995 tls "user@example.com" password
smtp smtp.example.com:465 tls "user@example.com" password`,
		},
		{
			name:  "an IP address is a host",
			edits: []string{"imap.example.com", "192.0.2.1", "pop.example.com", "2001:db8::1"},
			want: `
imap 192.0.2.1:993 tls "user@example.com" password
pop3 2001:db8::1:995 tls "user@example.com" password
smtp smtp.example.com:465 tls "user@example.com" password`,
		},
		{
			name:  "an empty user name becomes true",
			edits: []string{soundUsername, "<username/>"},
			want: `
imap imap.example.com:993 tls "true" password
pop3 pop.example.com:995 tls "true" password
smtp smtp.example.com:465 tls "true" password`,
		},
		{
			name:  "a user name in the form of a number is calculated",
			edits: []string{soundUsername, "<username>1e3</username>"},
			want: `
imap imap.example.com:993 tls "1000" password
pop3 pop.example.com:995 tls "1000" password
smtp smtp.example.com:465 tls "1000" password`,
		},
	})
}

func TestK9ReadsAutoconfig(t *testing.T) {
	const sound = `
imap imap.example.com:993 tls "user@example.com" password
smtp smtp.example.com:465 tls "user@example.com" password`
	readTable(t, readerOf(t, "k9", "autoconfig"), autoconfigReply(), []readCase{
		{
			name:  "OAuth2 alone on hosts that the app knows",
			edits: []string{"imap.example.com", "imap.gmail.com", "smtp.example.com", "smtp.gmail.com", soundAuth, "<authentication>OAuth2</authentication>"},
			want: `
imap imap.gmail.com:993 tls "user@example.com" oauth2
smtp smtp.gmail.com:465 tls "user@example.com" oauth2`,
		},
		{
			name:  "a host below a known one is not known",
			edits: []string{"imap.example.com", "eu.imap.gmail.com", soundAuth, "<authentication>OAuth2</authentication>"}, refused: "OAuth2",
		},
		{name: "a fault in POP3 is not seen", edits: []string{"<port>995</port>", "<port>x</port>"}, want: sound},
		{
			name:  "a fault in a second server spoils the document",
			edits: []string{soundSMTP, soundSMTP + `<outgoingServer type="smtp"/>`}, refused: "without hostname",
		},
		{
			name:  "values inside unknown elements of a server count",
			edits: []string{soundSMTP, `<outgoingServer type="smtp"><x><hostname>smtp.example.com</hostname><y><port>465</port></y></x>` + soundSocket + soundUsername + soundAuth + "</outgoingServer>"},
			want:  sound,
		},
		{
			name:  "a server inside an unknown element of the provider does not",
			edits: []string{soundSMTP, "<x>" + soundSMTP + "</x>"}, refused: "send mail",
		},
		{name: "an element in a domain", edits: []string{soundDomain, "<domain><b/></domain>"}, refused: "an element inside domain"},
		{name: "no provider", edits: []string{"emailProvider", "x"}, refused: "no emailProvider"},
		{name: "an element in a value", edits: []string{"imap.example.com", "<b>imap.example.com</b>"}, refused: "an element inside hostname"},
		{name: "no port", edits: []string{"<port>993</port>", ""}, refused: "no port"},
		{name: "no user name", edits: []string{soundUsername, ""}, refused: "no username"},
		{name: "an empty user name is one", edits: []string{soundUsername, "<username/>"}, want: `
imap imap.example.com:993 tls "" password
smtp smtp.example.com:465 tls "" password`},
		{
			name:  "the last emailProvider counts",
			edits: []string{"  </emailProvider>\n", "  </emailProvider><emailProvider id=\"example.com\">" + soundDomain + "</emailProvider>"}, refused: "read mail",
		},
	})
}

func TestEvolutionReadsAutoconfig(t *testing.T) {
	readTable(t, readerOf(t, "evolution", "autoconfig"), autoconfigReply(), []readCase{
		{
			name:  "a second server writes over the values that it has",
			edits: []string{soundSMTP, soundSMTP + `<outgoingServer type="smtp"><port>587</port></outgoingServer>`},
			want: `
imap imap.example.com:993 tls "user@example.com" password
pop3 pop.example.com:995 tls "user@example.com" password
smtp smtp.example.com:587 tls "user@example.com" password`,
		},
		{
			name:  "OAuth2 is preferred on hosts that Evolution knows",
			edits: []string{"imap.example.com", "imap.mail.yahoo.com", "smtp.example.com", "smtp.GMAIL.com"},
			want: `
imap imap.mail.yahoo.com:993 tls "user@example.com" oauth2
pop3 pop.example.com:995 tls "user@example.com" password
smtp smtp.GMAIL.com:465 tls "user@example.com" oauth2`,
		},
		{
			name:  "the type decides, not the name of the element",
			edits: []string{soundSMTP, "", `<incomingServer type="pop3">`, `<incomingServer type="smtp">`},
			want: `
imap imap.example.com:993 tls "user@example.com" password
smtp pop.example.com:995 tls "user@example.com" password`,
		},
		{name: "a server without a type", edits: []string{` type="smtp"`, ""}, refused: "no type"},
		{name: "a namespace on a server", edits: []string{` type="smtp"`, ` type="smtp" xmlns="urn:x"`}, refused: "xmlns"},
		{name: "no known server", edits: []string{`type="imap"`, `type="a"`, `type="pop3"`, `type="b"`, `type="smtp"`, `type="c"`}, refused: "no imap"},
	})
}

func TestKMailReadsAutoconfig(t *testing.T) {
	readTable(t, readerOf(t, "kmail", "autoconfig"), autoconfigReply(), []readCase{
		{
			name:  "POP3 is behind IMAP wherever it stands",
			edits: []string{soundIMAP, "", soundSMTP, soundIMAP + soundSMTP},
			want: `
imap imap.example.com:993 tls "user@example.com" password
pop3 pop.example.com:995 tls "user@example.com" password
smtp smtp.example.com:465 tls "user@example.com" password`,
		},
		{
			name:  "an unknown method keeps the password, and the old name of client-IP-address is the known one",
			edits: []string{soundSMTP, "", soundAuth, "<authentication>client-IP-address</authentication><authentication>client-ip-based</authentication>"},
			want: `
imap imap.example.com:993 tls "user@example.com" none
pop3 pop.example.com:995 tls "user@example.com" none`,
		},
		{name: "servers without a port", edits: []string{"<port>993</port>", "", "<port>995</port>", ""}, refused: "read mail"},
		{
			name:  "emailProvider counts at any depth",
			edits: []string{"<emailProvider", "<a><emailProvider", "</emailProvider>", "</emailProvider></a>"},
			want: `
imap imap.example.com:993 tls "user@example.com" password
pop3 pop.example.com:995 tls "user@example.com" password
smtp smtp.example.com:465 tls "user@example.com" password`,
		},
	})
}

func TestDeltaChatReadsAutoconfig(t *testing.T) {
	readTable(t, readerOf(t, "deltachat", "autoconfig"), autoconfigReply(), []readCase{
		{
			name:  "names and types in capitals",
			edits: []string{"incomingServer", "INCOMINGSERVER", "hostname", "HostName", `type="imap"`, `TYPE="IMAP"`, soundSocket, "<sockettype>starttls</sockettype>"},
			want: `
imap imap.example.com:993 starttls "user@example.com" unread
smtp smtp.example.com:465 starttls "user@example.com" unread`,
		},
		{
			name:  "without port and socketType the usual ones are tried",
			edits: []string{"<port>993</port>", "<port>x</port>", "<port>465</port>", "<port>587</port>", soundSocket, ""},
			want: `
imap imap.example.com:993 tls "user@example.com" unread
imap imap.example.com:143 starttls "user@example.com" unread
smtp smtp.example.com:587 starttls "user@example.com" unread`,
		},
		{
			name:  "a socketType without a port means the usual port",
			edits: []string{"<port>993</port>", "<port>x</port>", "<port>465</port>", "<port>0</port>", soundSocket, "<socketType>STARTTLS</socketType>"},
			want: `
imap imap.example.com:143 starttls "user@example.com" unread
smtp smtp.example.com:587 starttls "user@example.com" unread`,
		},
		{
			name:  "text behind an element counts as its text",
			edits: []string{"imap.example.com</hostname>", "imap.example.com</hostname>imap2.example.com"},
			want: `
imap imap2.example.com:993 tls "user@example.com" unread
smtp smtp.example.com:465 tls "user@example.com" unread`,
		},
		{
			name:  "several servers are tried in turn",
			edits: []string{soundSMTP, soundSMTP + soundSMTP},
			want: `
imap imap.example.com:993 tls "user@example.com" unread
smtp smtp.example.com:465 tls "user@example.com" unread
smtp smtp.example.com:465 tls "user@example.com" unread`,
		},
	})
}

func TestFairEmailReadsAutoconfig(t *testing.T) {
	readTable(t, readerOf(t, "fairemail", "autoconfig"), autoconfigReply(), []readCase{
		{
			name:  "the last user name is the login for both directions",
			edits: []string{soundSMTP, edited(t, soundSMTP, []string{"%EMAILADDRESS%", "%EMAILLOCALPART%"}), "<enable", "<x", "</enable", "</x", "<documentation", "<y", "</documentation", "</y"},
			want: `
imap imap.example.com:993 tls "user" unread
smtp smtp.example.com:465 tls "user" unread`,
		},
		{
			name:  "the port stands for a socketType that is unknown, and a link is its own text",
			edits: []string{"<port>993</port>", "<port>143</port>", soundSocket, "<socketType>x</socketType>", "descr", "z", "instruction", "z"},
			want: `
imap imap.example.com:143 starttls "user@example.com" unread
smtp smtp.example.com:465 tls "user@example.com" unread
note "https://help.example.com/"
note "https://mail.example.com/"`,
		},
		{name: "an empty host name", edits: []string{"imap.example.com", ""}, refused: "imap"},
		{name: "a port that is no number inside a note", edits: []string{soundIMAP, `<enable><incomingServer type="imap"><port>x</port></incomingServer></enable>`}, refused: `the port is "x"`},
		{name: "an unusable port", edits: []string{"<port>465</port>", "<port>0</port>"}, refused: "smtp"},
	})
}

func TestAercReadsAutoconfig(t *testing.T) {
	readTable(t, readerOf(t, "aerc", "autoconfig"), autoconfigReply(), []readCase{
		{
			name:  "a second server to send with writes over the values that it has",
			edits: []string{soundSMTP, soundSMTP + `<outgoingServer type="x"><port>587</port></outgoingServer>`},
			want: `
imap imap.example.com:993 tls "user@example.com" unread
smtp smtp.example.com:587 tls "user@example.com" unread`,
		},
		{
			name:  "words in any letter case",
			edits: []string{`type="imap"`, `type="IMAP"`, soundSocket, "<socketType>ssl</socketType>", "%EMAILADDRESS%", "%EmailAddress%"},
			want: `
imap imap.example.com:993 tls "user@example.com" unread
smtp smtp.example.com:465 tls "user@example.com" unread`,
		},
		{
			name:  "what follows the document is not read",
			edits: []string{"</clientConfig>", "</clientConfig> & <"},
			want: `
imap imap.example.com:993 tls "user@example.com" unread
smtp smtp.example.com:465 tls "user@example.com" unread`,
		},
		{name: "no IMAP", edits: []string{`type="imap"`, `type="jmap"`}, refused: "no incomingServer of type imap"},
	})
}

func TestMailspringReadsAutoconfig(t *testing.T) {
	other := edited(t, soundAutoconfig, []string{"imap.example.com", "imap.example.net", "smtp.example.com", "smtp.example.net"})
	body := func(document string) string {
		return edited(t, document, []string{"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<clientConfig version=\"1.1\">\n", "", "</clientConfig>\n", ""})
	}
	readTable(t, readerOf(t, "mailspring", "autoconfig"), autoconfigReply(), []readCase{
		{
			name:  "of several providers the one with the id of the domain counts",
			edits: []string{"  <emailProvider id=\"example.com\">", edited(t, body(other), []string{`id="example.com"`, `id="example.net"`}) + "  <emailProvider id=\"example.com\">"},
			want: `
imap imap.example.com:993 tls "user@example.com" unread
smtp smtp.example.com:465 tls "user@example.com" unread`,
		},
		{
			name:  "without such an id the first one counts",
			edits: []string{`id="example.com"`, `id="a"`, "</clientConfig>", edited(t, body(other), []string{`id="example.com"`, `id="b"`}) + "</clientConfig>"},
			want: `
imap imap.example.com:993 tls "user@example.com" unread
smtp smtp.example.com:465 tls "user@example.com" unread`,
		},
	})
}

func TestParulaReadsAutoconfig(t *testing.T) {
	const oauth = "<oAuth2><issuer>example.com</issuer><scope>mail</scope><authURL>https://example.com/a</authURL><tokenURL>https://example.com/t</tokenURL></oAuth2>"
	readTable(t, readerOf(t, "parula", "autoconfig"), autoconfigReply(), []readCase{
		{
			name:  "OAuth2 works with the oAuth2 of the document",
			edits: []string{soundAuth, "<authentication>OAuth2</authentication>" + soundAuth, "</clientConfig>", oauth + "</clientConfig>"},
			want: `
imap imap.example.com:993 tls "user@example.com" oauth2
pop3 pop.example.com:995 tls "user@example.com" oauth2
smtp smtp.example.com:465 tls "user@example.com" oauth2`,
		},
		{
			name:  "OAuth2 works on hosts that Parula knows",
			edits: []string{"imap.example.com", "imap.aol.com", soundAuth, "<authentication>OAuth2</authentication>" + soundAuth},
			want: `
imap imap.aol.com:993 tls "user@example.com" oauth2
pop3 pop.example.com:995 tls "user@example.com" password
smtp smtp.example.com:465 tls "user@example.com" password`,
		},
		{
			name:  "letters of all scripts are taken in host names",
			edits: []string{"imap.example.com", "imap.例子.example"},
			want: `
imap imap.例子.example:993 tls "user@example.com" password
pop3 pop.example.com:995 tls "user@example.com" password
smtp smtp.example.com:465 tls "user@example.com" password`,
		},
		{
			name:  "types that Parula does not know are passed over",
			edits: []string{soundIMAP, `<incomingServer type="x"><url>https://x.example.com/</url></incomingServer>` + soundIMAP},
			want: `
imap imap.example.com:993 tls "user@example.com" password
pop3 pop.example.com:995 tls "user@example.com" password
smtp smtp.example.com:465 tls "user@example.com" password`,
		},
		{name: "a faulty server to send with", edits: []string{"<port>465</port>", "<port>x</port>"}, refused: "the port"},
	})
}

func TestPimalayaReadsAutoconfig(t *testing.T) {
	const oauth = "<oAuth2><issuer>example.com</issuer><scope>mail</scope><authURL>https://example.com/a</authURL><tokenURL>https://example.com/t</tokenURL></oAuth2>"
	readTable(t, readerOf(t, "pimalaya", "autoconfig"), autoconfigReply(), []readCase{
		{
			name:  "OAuth2 works with a complete oAuth2",
			edits: []string{soundAuth, "<authentication>OAuth2</authentication>" + soundAuth, "</clientConfig>", oauth + "</clientConfig>"},
			want: `
imap imap.example.com:993 tls "user@example.com" oauth2
pop3 pop.example.com:995 tls "user@example.com" oauth2
smtp smtp.example.com:465 tls "user@example.com" oauth2`,
		},
		{
			name:  "a port that is missing follows from the security",
			edits: []string{"<port>993</port>", "", "<port>465</port>", "", soundSocket, "<socketType>plain</socketType>", "<port>995</port>", ""},
			want: `
imap imap.example.com:143 none "user@example.com" password
pop3 pop.example.com:110 none "user@example.com" password
smtp smtp.example.com:25 none "user@example.com" password`,
		},
		{name: "a server without a host is left out", edits: []string{"<hostname>imap.example.com</hostname>", ""}, want: `
pop3 pop.example.com:995 tls "user@example.com" password
smtp smtp.example.com:465 tls "user@example.com" password`},
		{name: "GSSAPI is unknown by that name", edits: []string{soundAuth, soundAuth + "<authentication>GSSAPI</authentication>"}, refused: "GSSAPI"},
		{name: "two host names", edits: []string{"<hostname>imap.example.com</hostname>", "<hostname>a</hostname><hostname>b</hostname>"}, refused: "2 hostname"},
		{name: "two providers", edits: []string{"</clientConfig>", `<emailProvider id="x"/></clientConfig>`}, refused: "2 emailProvider"},
		{name: "domains with something in between", edits: []string{"<displayShortName>", soundDomain + "<displayShortName>"}, refused: "in between"},
		{name: "a description without a text", edits: []string{"How to set up", " "}, refused: "descr"},
		{name: "no servers", edits: []string{soundIMAP, "", soundSMTP, "", "<hostname>pop.example.com</hostname>", ""}, refused: "no server"},
	})
}
