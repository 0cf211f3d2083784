//go:build load

package main

import "net/http"

// Whom the clients ask, and for whom.
const (
	autoconfigHost   = "autoconfig.sina.com"
	autodiscoverHost = "autodiscover.sina.com"
	person           = "user@sina.com"
	autoconfigTarget = "/mail/config-v1.1.xml?emailaddress=user%40sina.com"
)

// comparison is a row of the table in which signpost and the bare server give the
// same answer.
type comparison struct {
	name string
	// goal is how many times the CPU time of the bare server an answer may cost; 0
	// for no goal.
	goal float64
	ask  ask
	// flags are what signpost is started with.
	flags []string
	// reconnect asks on a new connection each time, secure does so over TLS with a
	// full handshake.
	reconnect, secure bool
	// revalidate asks whether the answer is still what it was.
	revalidate bool
	// check says what is wrong with an answer.
	check func(answer) error
}

// cases are the comparisons in the order of the table.
func (r *rig) cases() []comparison {
	autoconfig := ask{host: autoconfigHost, target: autoconfigTarget}
	gzipped := autoconfig.with("Accept-Encoding", "gzip")
	unknown := ask{host: "autoconfig.unknown.example", target: "/mail/config-v1.1.xml?emailaddress=user%40unknown.example"}
	json := ask{host: autodiscoverHost, target: "/autodiscover/autodiscover.json?Email=user@sina.com&Protocol=AutodiscoverV1"}
	personal := ask{host: autoconfigHost, target: "/email.mobileconfig?email=user@sina.com"}
	// The one without an address, which is the same for all who ask.
	generic := ask{host: autoconfigHost, target: "/email.mobileconfig"}
	return []comparison{
		{name: "autoconfig", goal: 1.15, ask: autoconfig, check: thunderbirdReads},
		{name: "autoconfig, new connection each", goal: 1.15, ask: autoconfig, reconnect: true, check: thunderbirdReads},
		{name: "autoconfig, 304", goal: 1.10, ask: autoconfig, revalidate: true, check: hasStatus(http.StatusNotModified)},
		{name: "autoconfig, gzip", goal: 1.15, ask: gzipped, check: isGzipOf(thunderbirdReads)},
		{name: "Autodiscover POX, POST", goal: 1.20, ask: outlookAsks(), check: outlookReads},
		{
			name: "Autodiscover JSON v2", goal: 1.15, ask: json,
			flags: []string{"--public-url", "https://" + autodiscoverHost}, check: autoDetectReads,
		},
		{name: "profile, unsigned", goal: 1.20, ask: personal, check: isPlain(appleReads)},
		{name: "profile, signed, from the cache", goal: 1.20, ask: generic, flags: r.signWith(rsa2048), check: isSigned(appleReads)},
		{name: "autoconfig, full TLS handshake each", goal: 1.05, ask: autoconfig, secure: true, check: thunderbirdReads},
		{name: "unknown domain, 404", ask: unknown, check: hasStatus(http.StatusNotFound)},
	}
}

// with adds a header.
func (a ask) with(name, value string) ask {
	a.header = map[string]string{name: value}
	return a
}

// outlookAsks is the request of classic Outlook, as MS-OXDSCLI, section 2.2.3, has it.
func outlookAsks() ask {
	return ask{
		host: autodiscoverHost, target: "/autodiscover/autodiscover.xml",
		header: map[string]string{"Content-Type": "text/xml"},
		body: `<?xml version="1.0" encoding="utf-8"?>` + "\n" +
			`<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006">` +
			`<Request><EMailAddress>` + person + `</EMailAddress><AcceptableResponseSchema>` +
			`http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a` +
			`</AcceptableResponseSchema></Request></Autodiscover>`,
	}
}

// signWith are the flags that let signpost sign profiles.
func (r *rig) signWith(kind signKey) []string {
	return []string{"--sign-cert", r.certificates[kind].cert, "--sign-key", r.certificates[kind].key}
}
