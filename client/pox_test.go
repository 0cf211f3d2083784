package client_test

import (
	"fmt"
	"testing"

	"signpost/client"
)

// soundPOX is an answer that all readers take.
const soundPOX = `<?xml version="1.0" encoding="utf-8"?>
<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">
  <Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a">
    <User><DisplayName>user@example.com</DisplayName></User>
    <Account>
      <AccountType>email</AccountType>
      <Action>settings</Action>
      <Protocol>
        <Type>IMAP</Type>
        <Server>imap.example.com</Server>
        <Port>993</Port>
        <LoginName>user@example.com</LoginName>
        <SPA>off</SPA>
        <SSL>on</SSL>
        <Encryption>SSL</Encryption>
        <AuthRequired>on</AuthRequired>
      </Protocol>
      <Protocol>
        <Type>SMTP</Type>
        <Server>smtp.example.com</Server>
        <Port>465</Port>
        <LoginName>user@example.com</LoginName>
        <SPA>off</SPA>
        <SSL>on</SSL>
        <Encryption>SSL</Encryption>
        <AuthRequired>on</AuthRequired>
      </Protocol>
    </Account>
  </Response>
</Autodiscover>
`

func poxReply() client.Reply {
	return client.Reply{Status: 200, Type: "text/xml; charset=utf-8", Body: []byte(soundPOX)}
}

// The parts of soundPOX that edits are about.
const (
	poxSSL   = "<SSL>on</SSL>\n        <Encryption>SSL</Encryption>"
	poxLogin = "<LoginName>user@example.com</LoginName>"
	poxSPA   = "<SPA>off</SPA>"
	poxUser  = "<User><DisplayName>user@example.com</DisplayName></User>"
	poxError = `<Response><Error Time="09:30:00.1230000" Id="1"><ErrorCode>500</ErrorCode><Message>no such address</Message><DebugData/></Error></Response>`
)

// What the four parsers make of SSL, Encryption and the port. Each row is about
// both directions: the port is that of IMAP or SMTP with the same meaning.
func TestPOXSecurityIsReadByEachClientInItsOwnWay(t *testing.T) {
	type securities struct{ outlook, thunderbird, deltachat, fairemail string }
	for _, c := range []struct {
		name            string
		imap, smtp      int
		ssl, encryption string
		want            securities
	}{
		{"implicit TLS on its ports", 993, 465, "on", "SSL", securities{"tls", "tls", "tls", "tls"}},
		{"STARTTLS on its ports", 143, 587, "on", "TLS", securities{"starttls", "starttls", "starttls", "starttls"}},
		{"STARTTLS on an odd port", 1143, 1587, "on", "TLS", securities{"starttls", "tls", "tls", "tls"}},
		{"implicit TLS on the ports of STARTTLS", 143, 587, "on", "SSL", securities{"tls", "starttls", "starttls", "starttls"}},
		{"SSL off with Encryption TLS", 143, 587, "off", "TLS", securities{"starttls", "none", "none", "starttls"}},
		{"SSL off with Encryption TLS on the ports of implicit TLS", 993, 465, "off", "TLS", securities{"starttls", "none", "none", "tls"}},
		{"Encryption None", 143, 587, "on", "None", securities{"none", "none", "starttls", "starttls"}},
		{"SSL alone", 993, 465, "on", "", securities{"tls", "tls", "tls", "tls"}},
		{"SSL off alone", 143, 587, "off", "", securities{"none", "none", "none", "starttls"}},
		{"Encryption alone", 993, 465, "", "SSL", securities{"tls", "tls", "tls", "tls"}},
		{"SSL yes, which is no word for Outlook", 993, 465, "yes", "", securities{"refused", "tls", "tls", "tls"}},
		{"SSL true, which is no string for Thunderbird", 993, 465, "true", "SSL", securities{"refused", "refused", "tls", "tls"}},
		{"an empty SSL", 993, 465, " ", "", securities{"refused", "refused", "tls", "tls"}},
		{"Encryption Auto", 993, 465, "on", "Auto", securities{"refused", "tls", "tls", "tls"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			element := func(tag, value string) string {
				if value == "" {
					return ""
				}
				return fmt.Sprintf("<%s>%s</%s>", tag, value, tag)
			}
			reply := poxReply()
			reply.Body = []byte(edited(t, soundPOX, []string{
				poxSSL, element("SSL", c.ssl) + element("Encryption", c.encryption),
				"<Port>993<", fmt.Sprintf("<Port>%d<", c.imap), "<Port>465<", fmt.Sprintf("<Port>%d<", c.smtp),
			}))
			for name, want := range map[string]string{
				"outlook": c.want.outlook, "thunderbird": c.want.thunderbird, "deltachat": c.want.deltachat, "fairemail": c.want.fairemail,
			} {
				got := "refused"
				if setup, err := readerOf(t, name, "pox").Read(reply, address); err == nil {
					got = string(setup.Incoming[0].Security)
					if smtp := string(setup.Outgoing[0].Security); smtp != got {
						t.Errorf("%s: imap by %q and smtp by %q", name, got, smtp)
					}
				}
				if got != want {
					t.Errorf("%s: got %q, want %q\n%s", name, got, want, reply.Body)
				}
			}
		})
	}
}

func TestOutlookReadsPOX(t *testing.T) {
	const sound = `
imap imap.example.com:993 tls "user@example.com" password
smtp smtp.example.com:465 tls "user@example.com" password`
	readTable(t, readerOf(t, "outlook", "pox"), poxReply(), []readCase{
		{name: "the sound answer", want: sound},
		{name: "without LoginName it is the address", edits: []string{poxLogin, ""}, want: sound},
		{name: "protocols of others are passed over", edits: []string{"<Protocol>\n        <Type>SMTP", "<Protocol><Type>CalDAV</Type><Server>https://dav.example.com/</Server></Protocol><Protocol>\n        <Type>SMTP"}, want: sound},
		{name: "UsePOPAuth takes the login of the incoming server", edits: []string{"<Port>465</Port>\n        " + poxLogin, "<Port>465</Port><LoginName>other</LoginName><UsePOPAuth>on</UsePOPAuth>"}, want: sound},
		{name: "no authentication to send", edits: []string{"<AuthRequired>on", "<AuthRequired>off"}, want: `
imap imap.example.com:993 tls "user@example.com" none
smtp smtp.example.com:465 tls "user@example.com" none`},
		{name: "a redirect to another URL", edits: []string{"<Action>settings</Action>", "<Action>redirectUrl</Action><RedirectUrl>https://x.example/autodiscover/autodiscover.xml</RedirectUrl>"}, want: "url https://x.example/autodiscover/autodiscover.xml"},
		{name: "a redirect to plain http", edits: []string{"<Action>settings</Action>", "<Action>redirectUrl</Action><RedirectUrl>http://x.example/</RedirectUrl>"}, refused: "not an https URL"},
		{name: "a redirect to another address", edits: []string{"<Action>settings<", "<Action>redirectAddr<"}, refused: "another address"},
		{name: "an unknown action", edits: []string{"<Action>settings<", "<Action>x<"}, refused: "Action"},
		{name: "status 404", status: 404, refused: "status 404"},
		{name: "another type", contentType: "text/html", refused: "text/html"},
		{name: "the namespaces that Microsoft's pages print", edits: []string{`"http://schemas`, `"https://schemas`}, refused: "https://schemas"},
		{name: "the inner namespace of the root", edits: []string{"outlook/responseschema/2006a", "responseschema/2006"}, refused: "the Response is of"},
		{name: "an error document", edits: []string{soundPOX, `<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">` + poxError + `</Autodiscover>`}, refused: "error 500: no such address"},
		{name: "no User", edits: []string{poxUser, ""}, refused: "no User"},
		{name: "another kind of account", edits: []string{"<AccountType>email<", "<AccountType>x<"}, refused: "AccountType"},
		{name: "SPA is on unless it is off", edits: []string{poxSPA, ""}, refused: "SPA"},
		{name: "a Windows domain", edits: []string{poxSPA, poxSPA + "<DomainRequired>on</DomainRequired>"}, refused: "DomainRequired"},
		{name: "Exchange", edits: []string{"<Type>IMAP<", "<Type>EXCH<"}, refused: "Exchange"},
		{name: "POP is no type", edits: []string{"<Type>IMAP<", "<Type>POP<"}, refused: "read mail"},
		{name: "a type in small letters", edits: []string{"<Type>SMTP<", "<Type>smtp<"}, refused: "send mail"},
		{name: "a port out of range", edits: []string{"<Port>993<", "<Port>99300<"}, refused: "Port"},
		{name: "a URL as the server", edits: []string{"imap.example.com", "https://imap.example.com/"}, refused: "not a host name"},
		{name: "two roots", edits: []string{"</Autodiscover>", "</Autodiscover><x/>"}, refused: "2 root elements"},
		{name: "text behind the root", edits: []string{"</Autodiscover>", "</Autodiscover>x"}, refused: "text outside"},
		{name: "an empty body", edits: []string{soundPOX, ""}, refused: "0 root elements"},
		{name: "POP3", edits: []string{"<Type>IMAP<", "<Type>POP3<"}, want: `
pop3 imap.example.com:993 tls "user@example.com" password
smtp smtp.example.com:465 tls "user@example.com" password`},
		{name: "another root", edits: []string{"Autodiscover", "x"}, refused: "the root is x"},
		{name: "two responses", edits: []string{"</Autodiscover>", "<Response/></Autodiscover>"}, refused: "2 Response elements"},
		{name: "two accounts", edits: []string{"</Account>", "</Account><Account/>"}, refused: "2 Account elements"},
		{name: "an account of another namespace", edits: []string{"<Account>", `<Account xmlns="urn:x">`}, refused: "0 Account elements"},
		{name: "an error in the account", edits: []string{"<Account>", "<Account><Error><ErrorCode>501</ErrorCode></Error>"}, refused: "error 501"},
		{name: "an unknown word for Encryption", edits: []string{"<Encryption>SSL<", "<Encryption>STARTTLS<"}, refused: "STARTTLS"},
		{name: "no word for AuthRequired", edits: []string{"<AuthRequired>on<", "<AuthRequired>yes<"}, refused: `AuthRequired is "yes"`},
		{name: "no word for DomainRequired", edits: []string{poxSPA, poxSPA + "<DomainRequired>no</DomainRequired>"}, refused: `DomainRequired is "no"`},
		{name: "no word for SPA", edits: []string{poxSPA, "<SPA>false</SPA>"}, refused: `SPA is "false"`},
		{name: "no word for UsePOPAuth", edits: []string{poxSPA, poxSPA + "<UsePOPAuth>1</UsePOPAuth>"}, refused: `UsePOPAuth is "1"`},
	})
}

func TestThunderbirdReadsPOX(t *testing.T) {
	const sound = `
imap imap.example.com:993 tls "user@example.com" password
smtp smtp.example.com:465 tls "user@example.com" password`
	readTable(t, readerOf(t, "thunderbird", "pox"), poxReply(), []readCase{
		{name: "the sound answer", want: sound},
		{name: "namespaces, User, AccountType and Action are not looked at", edits: []string{`"http://schemas`, `"https://schemas`, poxUser, "", "<AccountType>email</AccountType>", "", "<Action>settings</Action>", ""}, want: sound},
		{name: "a prefix in front of the names", edits: []string{"<Account>", "<x:Account>", "</Account>", "</x:Account>"}, refused: "prefix"},
		{name: "without LoginName it is the address", edits: []string{poxLogin, ""}, want: sound},
		{name: "an empty LoginName", edits: []string{poxLogin, "<LoginName></LoginName>"}, want: `
imap imap.example.com:993 tls "true" password
smtp smtp.example.com:465 tls "true" password`},
		{name: "SPA is off unless it is on", edits: []string{poxSPA, ""}, want: sound},
		{name: "SPA on", edits: []string{poxSPA, "<SPA>ON</SPA>"}, want: `
imap imap.example.com:993 tls "user@example.com" encrypted
smtp smtp.example.com:465 tls "user@example.com" encrypted`},
		{name: "a faulty protocol is passed over", edits: []string{"<Protocol>\n        <Type>IMAP", "<Protocol><Type>IMAP</Type></Protocol><Protocol>\n        <Type>IMAP"}, want: sound},
		{name: "the URL of Exchange is taken", edits: []string{"<Protocol>\n        <Type>IMAP", "<Protocol><Type>EXHTTP</Type><EwsUrl>https://ews.example.com/</EwsUrl></Protocol><Protocol>\n        <Type>IMAP"}, want: sound + "\nurl https://ews.example.com/"},
		{name: "the URL of Exchange behind IMAP takes its place", edits: []string{"</Account>", "<Protocol><Type>EXCH</Type><EwsUrl>https://ews.example.com/</EwsUrl></Protocol></Account>"}, want: `
smtp smtp.example.com:465 tls "user@example.com" password
url https://ews.example.com/`},
		{name: "a URL of Exchange that is none is passed over", edits: []string{"</Account>", "<Protocol><Type>EXCH</Type><EwsUrl>ftp://x</EwsUrl></Protocol></Account>"}, want: sound},
		{name: "protocols that lack something are passed over", edits: []string{
			"</Account>", "<Protocol><Type>SMTP</Type><Server>a</Server></Protocol>" +
				"<Protocol><Type>SMTP</Type><Server>a</Server><Port>25</Port><SPA/></Protocol>" +
				"<Protocol><Type>SMTP</Type><Server>a</Server><Port>25</Port><LoginName>0</LoginName></Protocol>" +
				"<Protocol><Type>SMTP</Type><Server>a b</Server><Port>25</Port></Protocol>" +
				"<x/></Account>",
		}, want: sound},
		{name: "a port as JavaScript reads it", edits: []string{"<Port>993<", "<Port>9.93e2<", "<Port>465<", "<Port>465/tcp<"}, want: sound},
		{name: "a hexadecimal port is 0", edits: []string{"<Port>993<", "<Port>0x3e1<"}, refused: "read mail"},
		{name: "a port of 0 to send", edits: []string{"<Port>465<", "<Port>0<"}, refused: "no port"},
		{name: "a name that is a comment", edits: []string{poxLogin, "<LoginName><!-- none --></LoginName>"}, want: `
imap imap.example.com:993 tls "[object Object]" password
smtp smtp.example.com:465 tls "[object Object]" password`},
		{name: "a name of blanks", edits: []string{"<Server>imap.example.com<", "<Server> <"}, refused: "read mail"},
		{name: "another address", edits: []string{"<Action>settings", "<RedirectAddr>x@example.net</RedirectAddr><Action>settings"}, refused: "another address"},
		{name: "an error document is no configuration", edits: []string{soundPOX, "<Autodiscover>" + poxError + "</Autodiscover>"}, refused: "no Autodiscover/Response/Account"},
		{name: "another type", contentType: "text/plain", refused: "text/plain"},
		{name: "status 500", status: 500, refused: "status 500"},
		{name: "nothing to read from", edits: []string{"<Type>IMAP<", "<Type>imap<"}, refused: "read mail"},
	})
}

func TestDeltaChatReadsPOX(t *testing.T) {
	const sound = `
imap imap.example.com:993 tls "user@example.com" unread
smtp smtp.example.com:465 tls "user@example.com" unread`
	readTable(t, readerOf(t, "deltachat", "pox"), poxReply(), []readCase{
		{name: "the sound answer", want: sound},
		{name: "without logins, types and namespaces", edits: []string{poxLogin, "", poxUser, "", "<AccountType>email</AccountType>", "", `"http://schemas`, `"x`}, contentType: "text/plain", want: sound},
		{name: "in any letter case", edits: []string{"Protocol>", "PROTOCOL>", "<Type>IMAP</Type>", "<type>Imap</type>"}, want: sound},
		{name: "a port that is no number", edits: []string{"<Port>993<", "<Port>x<"}, want: `
imap imap.example.com:993 tls "user@example.com" unread
imap imap.example.com:143 starttls "user@example.com" unread
smtp smtp.example.com:465 tls "user@example.com" unread`},
		{name: "SSL off without a port", edits: []string{"<Port>993<", "<Port>0<", "<Port>465<", "<Port>0<", "<SSL>on<", "<SSL>off<"}, want: `
imap imap.example.com:143 none "user@example.com" unread
smtp smtp.example.com:587 none "user@example.com" unread`},
		{name: "a redirect wins over servers", edits: []string{"<Action>", "<RedirectUrl>https://x.example/</RedirectUrl><Action>"}, want: "url https://x.example/"},
		{name: "an error document ends the search", edits: []string{soundPOX, "<Autodiscover>" + poxError + "</Autodiscover>"}, refused: "ends its search"},
		{name: "POP3 alone", edits: []string{"<Type>IMAP<", "<Type>POP3<", "<Type>SMTP<", "<Type>POP3<"}, refused: "no IMAP"},
		{name: "status 401", status: 401, refused: "status 401"},
	})
}

func TestFairEmailReadsPOX(t *testing.T) {
	const sound = `
imap imap.example.com:993 tls "user@example.com" unread
smtp smtp.example.com:465 tls "user@example.com" unread`
	readTable(t, readerOf(t, "fairemail", "pox"), poxReply(), []readCase{
		{name: "the sound answer", want: sound},
		{name: "of two servers the last wins", edits: []string{"<Protocol>\n        <Type>SMTP", "<Protocol><Type>IMAP</Type><Server>b.example.com</Server><Port>143</Port></Protocol><Protocol>\n        <Type>SMTP"}, want: `
imap b.example.com:143 starttls "user@example.com" unread
smtp smtp.example.com:465 tls "user@example.com" unread`},
		{name: "the action behind the protocols comes too late", edits: []string{"<Action>settings</Action>", "", "</Account>", "<Action>settings</Action></Account>"}, refused: "behind AccountType"},
		{name: "white space in a value", edits: []string{"<Action>settings<", "<Action> settings <"}, refused: "behind AccountType"},
		{name: "a port that is no number", edits: []string{"<Port>993<", "<Port>x<"}, refused: "IMAP and SMTP"},
		{name: "status 203", status: 203, refused: "status 203"},
	})
}

const soundActiveSync = `<?xml version="1.0" encoding="utf-8"?>
<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">
  <Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/mobilesync/responseschema/2006">
    <Culture>en:us</Culture>
    <User><DisplayName>User</DisplayName><EMailAddress>user@example.com</EMailAddress></User>
    <Action><Settings><Server>
      <Type>MobileSync</Type>
      <Url>https://eas.example.com/Microsoft-Server-ActiveSync</Url>
      <Name>https://eas.example.com/Microsoft-Server-ActiveSync</Name>
    </Server></Settings></Action>
  </Response>
</Autodiscover>
`

func TestDevicesReadActiveSync(t *testing.T) {
	sound := client.Reply{Status: 200, Type: "text/xml; charset=utf-8", Body: []byte(soundActiveSync)}
	const url = "https://eas.example.com/Microsoft-Server-ActiveSync"
	readTable(t, readerOf(t, "activesync", "activesync"), sound, []readCase{
		{name: "the sound answer", want: "url " + url},
		{name: "a second server of another type", edits: []string{"<Server>", "<Server><Type>CertEnroll</Type><Url>https://x.example/</Url></Server><Server>"}, want: "url " + url},
		{name: "the answer for Outlook", edits: []string{soundActiveSync, soundPOX}, refused: "mobilesync"},
		{name: "no such protocol here", edits: []string{soundActiveSync, `<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006"><Response><Error><ErrorCode>601</ErrorCode></Error></Response></Autodiscover>`}, refused: "error 601"},
		{name: "an error in the action", edits: []string{"<Settings>", "<Error><Status>2</Status><Message>no</Message></Error><Settings>"}, refused: "status 2: no"},
		{name: "a redirect", edits: []string{"<Settings>", "<Redirect>x@example.net</Redirect><Settings>"}, refused: "another address"},
		{name: "no URL", edits: []string{"<Url>" + url + "</Url>", ""}, refused: "not an https URL"},
		{name: "no server", edits: []string{"MobileSync</Type>", "x</Type>"}, refused: "no Server"},
		{name: "no action", edits: []string{"Action>", "x>"}, refused: "no Action"},
		{name: "a user without an address", edits: []string{"<EMailAddress>user@example.com</EMailAddress>", ""}, refused: "EMailAddress"},
	})
}
