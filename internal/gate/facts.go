package gate

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"signpost/provider"
)

// facts looks at what stands in a provider file and is no mistake for the loader,
// but something that its author may want to know.
func facts(p *provider.Provider) []Finding {
	about := Finding{File: p.Origin, Provider: p.ID}
	var findings []Finding
	say := func(s Severity, line, column int, what, hint string) {
		f := about
		f.Severity, f.Line, f.Column, f.What, f.Hint = s, line, column, what, hint
		findings = append(findings, f)
	}
	if p.Confidence == provider.ConfidenceLow {
		say(Note, 0, 0, "kept and not served, since its confidence is low", "raise `confidence` when somebody has checked the servers")
	}
	for _, s := range p.Servers {
		line, column := s.Position()
		if s.Security == provider.Plaintext {
			say(Note, line, column,
				fmt.Sprintf("%s:%d is never offered: Thunderbird would use no encryption there, and Android drops a document that names it", s.Host, s.Port),
				"give it `security: tls` or `starttls` if it can")
		}
		if other := portOf(s.Port); other != "" && other != s.Protocol {
			say(Warning, line, column,
				fmt.Sprintf("port %d is that of %s, not of %s", s.Port, strings.ToUpper(string(other)), strings.ToUpper(string(s.Protocol))),
				fmt.Sprintf("use %s, or mend `protocol`", usualPorts(s.Protocol)))
		}
	}
	if len(p.Servers) == 0 {
		return findings
	}
	if p.Secret.IsZero() {
		say(Note, 0, 0, "nobody is told which secret goes into the password field", "add `secret`, if only `secret: {kind: password}`")
	}
	needsSetup := p.NeedsSetup() && !p.OAuth2Only()
	if needsSetup && len(p.Setup) == 0 {
		say(Warning, 0, 0, "people must do something first, and neither FairEmail nor Apple's install screen nor the page tells them what", "add the steps under `setup`")
	}
	if p.Username == provider.UsernameOther && p.UsernameNote.IsZero() {
		say(Warning, 0, 0, "Thunderbird and all others would sign in with the full address, which is not the user name", "tell people in `username_note` what it is")
	}
	if needsSetup && len(p.Webmail) == 0 && len(p.Help) == 0 {
		say(Warning, 0, 0, "FairEmail cannot show the steps: autoconfig carries them with a page to visit, and there is none", "add `webmail` or `help`")
	}
	for i, step := range p.Setup {
		if missing := missingLanguages(step); missing != "" {
			say(Note, 0, 0, fmt.Sprintf("step %d of `setup` is not there in %s", i+1, missing), "people of that language read it in another one")
		}
	}
	if n := utf8.RuneCountInString(p.Name.In("en")); n > 30 {
		say(Note, 0, 0, fmt.Sprintf("the name has %d characters; mail programs get the first 30", n), "shorten `name`")
	}
	return findings
}

// portOf is the protocol that a port is registered for (RFC 8314, section 7, and
// RFC 6409, section 3.1), "" for ports of none of the three.
func portOf(port int) provider.Protocol {
	switch port {
	case 143, 993:
		return provider.IMAP
	case 110, 995:
		return provider.POP3
	case 25, 465, 587:
		return provider.SMTP
	}
	return ""
}

// usualPorts are those that a protocol has for TLS and STARTTLS.
func usualPorts(protocol provider.Protocol) string {
	switch protocol {
	case provider.IMAP:
		return "993 or 143"
	case provider.POP3:
		return "995 or 110"
	case provider.SMTP:
	}
	return "465 or 587"
}

// missingLanguages names the languages of the two that every text should have.
// A text without a language is for everybody.
func missingLanguages(t provider.Text) string {
	if t.Exactly("") != "" {
		return ""
	}
	var missing []string
	for _, l := range []struct{ tag, name string }{{"en", "English"}, {"zh", "Chinese"}} {
		if t.Exactly(l.tag) == "" {
			missing = append(missing, l.name)
		}
	}
	return list(missing)
}

func formatName(format string) string {
	names := map[string]string{
		"autoconfig": "autoconfig", "pox": "Autodiscover POX", "activesync": "ActiveSync Autodiscover",
		"autodiscover-json": "Autodiscover JSON", "profile": "Apple profile", "pacc": "PACC",
	}
	if name, ok := names[format]; ok {
		return name
	}
	return format
}

// clientName is the name by which people know a client.
func clientName(key string) string {
	names := map[string]string{
		"thunderbird": "Thunderbird", "k9": "Thunderbird for Android", "evolution": "Evolution", "kmail": "KMail",
		"deltachat": "Delta Chat", "fairemail": "FairEmail", "aerc": "aerc", "geary": "Geary", "mailspring": "Mailspring",
		"nextcloud": "Nextcloud Mail", "parula": "Parula", "pimalaya": "pimalaya", "outlook": "Outlook",
		"activesync": "an ActiveSync device", "autodetect": "Microsoft's AutoDetect", "apple": "Apple Mail",
	}
	if name, ok := names[key]; ok {
		return name
	}
	return strings.ToUpper(key[:1]) + key[1:]
}
