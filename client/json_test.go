package client_test

import (
	"testing"

	"signpost/client"
)

const soundAutodiscoverJSON = `{"Protocol":"AutodiscoverV1","Url":"https://autodiscover.example.com/autodiscover/autodiscover.xml"}`

func TestAutoDetectReadsAutodiscoverJSON(t *testing.T) {
	sound := client.Reply{Status: 200, Type: "application/json", Body: []byte(soundAutodiscoverJSON)}
	readTable(t, readerOf(t, "autodetect", "autodiscover-json"), sound, []readCase{
		{name: "the sound answer", want: "url https://autodiscover.example.com/autodiscover/autodiscover.xml"},
		{name: "an error by status and code", status: 404, edits: []string{soundAutodiscoverJSON, `{"ErrorCode":"UserNotFound","ErrorMessage":"no"}`}, refused: "error UserNotFound: no"},
		{name: "an error with status 200", edits: []string{soundAutodiscoverJSON, `{"ErrorCode":"ProtocolNotSupported"}`}, refused: "error ProtocolNotSupported"},
		{name: "an error page", status: 502, edits: []string{soundAutodiscoverJSON, "<html>"}, refused: "status 502"},
		{name: "a page of a web site", edits: []string{soundAutodiscoverJSON, "<html>"}, refused: "not a JSON object"},
		{name: "null", edits: []string{soundAutodiscoverJSON, "null"}, refused: "not a JSON object"},
		{name: "keys in another letter case", edits: []string{"Url", "url"}, refused: "not an https URL"},
		{name: "no protocol", edits: []string{"Protocol", "protocol"}, refused: "no Protocol"},
		{name: "plain http", edits: []string{"https:", "http:"}, refused: "not an https URL"},
		{name: "a URL without a host", edits: []string{"autodiscover.example.com", ""}, refused: "not an https URL"},
	})
}

func TestParulaReadsAutodiscoverJSON(t *testing.T) {
	sound := client.Reply{Status: 200, Type: "application/json", Body: []byte(soundAutodiscoverJSON)}
	readTable(t, readerOf(t, "parula", "autodiscover-json"), sound, []readCase{
		{name: "the sound answer", want: "url https://autodiscover.example.com/autodiscover/autodiscover.xml"},
		{name: "the answer for REST becomes the web mail", edits: []string{"autodiscover.example.com/autodiscover/autodiscover.xml", "outlook.example.com/api"}, want: "url https://outlook.example.com/owa/"},
		{name: "an error", edits: []string{soundAutodiscoverJSON, `{"ErrorMessage":"no"}`}, refused: "error: no"},
		{name: "an error by status", status: 400, refused: "status 400"},
		{name: "no URL", edits: []string{"Url", "url"}, refused: "not an https URL"},
	})
}

const soundPACC = `{
  "protocols": {
    "imap": {"host": "imap.example.com"},
    "pop3": {"host": "pop.example.com"},
    "submit": {"host": "smtp.example.com"},
    "smtp": {"host": "smtp.example.com"},
    "caldav": {"url": "https://dav.example.com/cal/"}
  },
  "authentication": {"password": true},
  "info": {"provider": {"name": "Example Mail"}, "help": {"documentation": "https://help.example.com/"}}
}`

func paccReply() client.Reply {
	return client.Reply{Status: 200, Type: "application/json", Body: []byte(soundPACC)}
}

// paccServers is what both readers set up from soundPACC.
const paccServers = `
imap imap.example.com:993 tls "user@example.com" password
pop3 pop.example.com:995 tls "user@example.com" password
smtp smtp.example.com:465 tls "user@example.com" password
`

// paccFaults are documents that no reader takes.
var paccFaults = []readCase{
	{name: "no protocols", edits: []string{"protocols", "x"}, refused: "no protocols"},
	{name: "no authentication", edits: []string{"authentication", "x"}, refused: "no authentication"},
	{name: "no name of the provider", edits: []string{`"name"`, `"x"`}, refused: "no name"},
	{name: "a host that is a number", edits: []string{`"imap.example.com"`, "5"}, refused: "host is a real number"},
	{name: "a protocol that is a string", edits: []string{`{"host": "imap.example.com"}`, `"imap.example.com"`}, refused: "imap is a string, not an object"},
	{name: "a protocol without a host", edits: []string{`{"host": "imap.example.com"}`, "{}"}, refused: "no host"},
	{name: "a password that is no boolean", edits: []string{"true", `"yes"`}, refused: "password is a string, not a boolean"},
	{name: "an OAuth2 without an issuer", edits: []string{`"password": true`, `"oauth-public": {}`}, refused: "no issuer"},
	{name: "help that is an array", edits: []string{`{"documentation": "https://help.example.com/"}`, "[]"}, refused: "help is an array, not an object"},
	{name: "nothing to read mail from", edits: []string{"imap", "x", "pop3", "y"}, refused: "read mail"},
	{name: "an array", edits: []string{soundPACC, "[]"}, refused: "not a JSON object"},
	{name: "a document that is cut off", edits: []string{soundPACC, `{"protocols":`}, refused: "not a JSON object"},
	{name: "a redirect", status: 302, refused: "status 302"},
	{name: "status 404", status: 404, refused: "status 404"},
}

func TestPimalayaReadsPACC(t *testing.T) {
	const note = `note "https://help.example.com/"`
	readTable(t, readerOf(t, "pimalaya", "pacc"), paccReply(), append([]readCase{
		{name: "the sound document", want: paccServers + note},
		{name: "unknown keys", edits: []string{`"info"`, `"x": [1], "info"`, `"imap":`, `"chat": 1, "imap":`}, want: paccServers + note},
		{name: "any type and any success", contentType: "text/plain", status: 203, want: paccServers + note},
		{name: "no help", edits: []string{`"help"`, `"x"`}, want: paccServers},
		{name: "null is nothing", edits: []string{`{"host": "pop.example.com"}`, "null"}, want: `
imap imap.example.com:993 tls "user@example.com" password
smtp smtp.example.com:465 tls "user@example.com" password
` + note},
		{name: "OAuth2 is preferred", edits: []string{`"password": true`, `"password": true, "oauth-public": {"issuer": "https://example.com"}`}, want: `
imap imap.example.com:993 tls "user@example.com" oauth2
pop3 pop.example.com:995 tls "user@example.com" oauth2
smtp smtp.example.com:465 tls "user@example.com" oauth2
` + note},
		{name: "submit alone, as draft -03 has it", edits: []string{`"smtp"`, `"x"`}, refused: "send mail"},
	}, paccFaults...))
}

func TestEvolutionReadsPACC(t *testing.T) {
	readTable(t, readerOf(t, "evolution", "pacc"), paccReply(), append([]readCase{
		{name: "the sound document", want: paccServers},
		{name: "the type with a parameter", contentType: "application/json; charset=utf-8", want: paccServers},
		{name: "smtp alone, as draft -02 had it", edits: []string{`"submit"`, `"x"`}, refused: "send mail"},
		{name: "another type", contentType: "text/plain", refused: "text/plain"},
		{name: "status 203", status: 203, refused: "not 200"},
	}, paccFaults...))
}
