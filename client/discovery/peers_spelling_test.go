package discovery_test

import (
	"bytes"
	"encoding/binary"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"signpost/client/discovery"
)

// stumbling is a server of others as far as it depends on how a question is spelled.
type stumbling struct {
	// paths are the spellings of the Autodiscover path that it knows.
	paths []string
	// good is its answer to a question as most clients spell it, utf16 that to one
	// in UTF-16, padded that to an address between white space.
	good, utf16, padded http.HandlerFunc
	// upper is its answer to autoconfig for a domain in capitals.
	upper http.HandlerFunc
	// breaks: after a question in UTF-16 it answers no other one any more.
	breaks bool

	broken bool
}

// The spellings of a question: the Autodiscover path as Outlook was seen to write it,
// the encoding, the address.
const (
	lower  = "/autodiscover/autodiscover.xml"
	title  = "/Autodiscover/Autodiscover.xml"
	camel  = "/AutoDiscover/AutoDiscover.xml"
	upper  = "/AUTODISCOVER/AUTODISCOVER.XML"
	inUTF  = "in UTF-16"
	padded = "white space round the address"
)

func (s *stumbling) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	content, _ := io.ReadAll(r.Body)
	answer := s.good
	switch {
	case strings.Contains(r.URL.RawQuery, "EXAMPLE.COM"):
		answer = s.upper
	case !slices.Contains(s.paths, r.URL.Path):
		answer = fails(http.StatusNotFound)
	case s.broken:
		answer = fails(http.StatusInternalServerError)
	case bytes.HasPrefix(content, []byte("\xff\xfe")):
		s.broken = s.breaks
		answer = s.utf16
	case bytes.Contains(content, []byte("<EMailAddress> ")):
		answer = s.padded
	}
	answer(w, r)
}

func sends(document string) http.HandlerFunc { return says(http.StatusOK, "text/xml", document) }

func fails(status int) http.HandlerFunc { return says(status, "text/xml", "") }

// login is a good answer with another user name.
func login(name string) string {
	return strings.ReplaceAll(goodPOX, "<LoginName>alice@example.com</LoginName>", "<LoginName>"+name+"</LoginName>")
}

// stumblers are by the names of the projects: what their servers were seen to answer
// when they were run.
func stumblers() map[string]*stumbling {
	all := []string{lower, title, camel, upper}
	known := peers()
	var (
		good, settings = sends(goodPOX), sends(document)
		foreign        = sends(pox(outer, outer, account(goodIMAP, goodSMTP)))
		twice, types   = sends(known["jhampton"].pox), sends(known["modoboa"].pox)
		others         = sends(login("bob@example.com"))
		spaced         = sends(login("\n  alice@example.com\n"))
		nobodys        = sends(login(""))
		sslOnly        = sends(strings.ReplaceAll(goodPOX, "<Encryption>TLS</Encryption>", ""))
	)
	return map[string]*stumbling{
		"automx2":         {paths: []string{lower, camel}, good: sends(known["automx2"].pox), utf16: fails(500), padded: fails(204), upper: fails(204)},
		"Monogramm":       {paths: all, good: sends(known["Monogramm"].pox), utf16: foreign, padded: spaced, upper: settings},
		"freifunkMUC":     {paths: all, good: foreign, utf16: fails(500), padded: foreign, upper: settings, breaks: true},
		"jogerj":          {paths: []string{lower, title}, good: good, utf16: foreign, padded: good, upper: settings},
		"jhampton":        {paths: all, good: twice, utf16: fails(500), padded: twice, upper: settings},
		"fenilsonani":     {paths: []string{lower, title, camel}, good: good, utf16: sends(login("user@example.com")), padded: spaced, upper: settings},
		"mailautoconf":    {paths: all, good: others, utf16: others, padded: others, upper: sends(known["mailautoconf"].autoconfig)},
		"AutoconfigAgent": {paths: []string{lower}, good: fails(400), utf16: fails(400), padded: fails(400), upper: settings},
		"smartlyway":      {paths: []string{title}, good: sslOnly, upper: settings},
		"gronke":          {paths: []string{lower}, good: good, utf16: nobodys, padded: nobodys, upper: settings},
		"Mailu":           {paths: all, good: good, utf16: fails(400), padded: good, upper: settings},
		"modoboa":         {paths: []string{lower}, good: types, utf16: types, padded: types, upper: settings},
		"mailcow":         {paths: all, good: good, utf16: sends(errorXML), padded: spaced, upper: settings},
		"mox":             {paths: []string{lower}, good: good, utf16: fails(405), padded: fails(400), upper: settings},
	}
}

// spelled is a client that asks at another spelling of the path.
func spelled(c discovery.Client, how string) discovery.Client {
	if !strings.HasPrefix(how, "/") {
		return c
	}
	c.Stages = slices.Clone(c.Stages)
	for i := range c.Stages {
		c.Stages[i].Steps = slices.Clone(c.Stages[i].Steps)
		for j := range c.Stages[i].Steps {
			step := &c.Stages[i].Steps[j]
			step.URL = strings.Replace(step.URL, lower, how, 1)
		}
	}
	return c
}

// respelling changes the bodies of questions on their way.
func respelling(how string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		content, _ := io.ReadAll(r.Body)
		text := string(content)
		switch how {
		case inUTF:
			units := []byte("\xff\xfe")
			for _, unit := range utf16.Encode([]rune(strings.Replace(text, "utf-8", "utf-16", 1))) {
				units = binary.LittleEndian.AppendUint16(units, unit)
			}
			text = string(units)
		case padded:
			text = strings.NewReplacer("<EMailAddress>", "<EMailAddress> \n ", "</EMailAddress>", " \n </EMailAddress>").Replace(text)
		}
		r.Body = io.NopCloser(strings.NewReader(text))
		next.ServeHTTP(w, r)
	})
}

// What clients would set up, and the user name for sending.
const (
	as       = "imap.example.com:993 tls, smtp.example.com:587 starttls as "
	served   = as + "alice@example.com"
	starttls = "imap.example.com:143 starttls, smtp.example.com:587 starttls as alice@example.com"
)

// What Outlook gets from the servers of others for the spellings of its question is
// what was seen when they were run.
func TestPeersStumbleOverSpellings(t *testing.T) {
	none, twice, foreign, other := "status 404", "2 Account elements", "the Response is of", as+"bob@example.com"
	for name, outcomes := range map[string][]string{
		"automx2":         {served, none, served, none, "status 500", "status 204"},
		"Monogramm":       {starttls, starttls, starttls, starttls, foreign, served},
		"freifunkMUC":     {foreign, foreign, foreign, foreign, "status 500", foreign},
		"jogerj":          {served, served, none, none, foreign, served},
		"jhampton":        {twice, twice, twice, twice, "status 500", twice},
		"fenilsonani":     {served, served, served, none, as + "user@example.com", served},
		"mailautoconf":    {other, other, other, other, other, other},
		"AutoconfigAgent": {"status 400", none, none, none, "status 400", "status 400"},
		// The port of STARTTLS with SSL alone is implicit TLS to Outlook.
		"smartlyway": {none, "imap.example.com:993 tls, smtp.example.com:587 tls as alice@example.com", none, none, none, none},
		// Without a login Outlook takes the address: usable by luck.
		"gronke":  {served, none, none, none, served, served},
		"Mailu":   {served, served, served, served, "status 400", served},
		"modoboa": {"no server to read mail from", none, none, none, "no server to read mail from", "no server to read mail from"},
		"mailcow": {served, served, served, served, "error", served},
		"mox":     {served, none, none, none, "status 405", "status 400"},
	} {
		for i, how := range []string{lower, title, camel, upper, inUTF, padded} {
			t.Run(name+" "+how, func(t *testing.T) {
				w := &world{handler: respelling(how, stumblers()[name])}
				wantSpelled(t, w, spelled(clientOf(t, "outlook"), how), outcomes[i])
			})
		}
	}
}

// wantSpelled wants the servers and the login, or a part of the reason why there are
// none.
func wantSpelled(t *testing.T, w *world, c discovery.Client, want string) {
	t.Helper()
	o := w.searchAs(t, c, "alice@example.com")
	got := reasons(o)
	if o.Found {
		got = written(o.Setup) + " as " + o.Setup.Outgoing[0].Login
	}
	if isRight := got == want || !o.Found && strings.Contains(got, want); !isRight {
		t.Errorf("found %t, got %q, want %q", o.Found, got, want)
	}
}

// One question in UTF-16 takes the server of freifunkMUC away from everybody.
func TestUTF16BreaksAPeer(t *testing.T) {
	peer := stumblers()["freifunkMUC"]
	outlook := clientOf(t, "outlook")
	wantSpelled(t, &world{handler: peer}, outlook, "the Response is of")
	wantSpelled(t, &world{handler: respelling(inUTF, peer)}, outlook, "status 500")
	wantSpelled(t, &world{handler: peer}, outlook, "status 500")
}

// Outlook is taken to trim what it reads; Thunderbird is known not to, and would sign
// in with the white space of the question.
func TestPaddedLogins(t *testing.T) {
	for _, name := range []string{"Monogramm", "fenilsonani", "mailcow"} {
		w := &world{handler: respelling(padded, stumblers()[name])}
		wantSpelled(t, w, clientOf(t, "thunderbird"), as+"\n  alice@example.com\n")
	}
}

// A domain in capitals: our clients write it in small letters, so that the question
// is spelled here as a client would that does not. To Thunderbird 204 is an empty
// document.
func TestPeersStumbleOverCapitals(t *testing.T) {
	refused := map[string]string{"automx2": "0 root elements", "mailautoconf": "no domain"}
	for name, peer := range stumblers() {
		want := served
		if refused[name] != "" {
			want = refused[name]
		}
		t.Run(name, func(t *testing.T) {
			c := clientOf(t, "thunderbird")
			c.Stages = []discovery.Stage{{Name: "autoconfig", Ends: discovery.EndsStage, Steps: []discovery.Step{{
				URL: "https://autoconfig.example.com/mail/config-v1.1.xml?emailaddress=alice%40EXAMPLE.COM", Format: "autoconfig",
			}}}}
			wantSpelled(t, &world{handler: peer}, c, want)
		})
	}
}
