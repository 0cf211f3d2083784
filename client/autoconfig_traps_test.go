package client_test

// trapsOfAuthentication are about what stands in authentication.
var trapsOfAuthentication = []trap{
	{
		name:  "OAuth2 before the password",
		edits: []string{soundAuth, "<authentication>OAuth2</authentication>" + soundAuth},
		does:  map[string]string{"kmail": "imap.auth=oauth2 smtp.auth=oauth2"},
	},
	{
		name:  "OAuth2 behind the password",
		edits: []string{soundAuth, soundAuth + "<authentication>OAuth2</authentication>"},
		does:  map[string]string{"kmail": "imap.auth=oauth2 smtp.auth=oauth2"},
	},
	{
		name:  "OAuth2 alone for a host that nobody knows",
		edits: []string{soundAuth, "<authentication>OAuth2</authentication>"},
		does: map[string]string{
			"thunderbird": "refused", "k9": "refused",
			"evolution": "smtp.auth=none",
			"kmail":     "imap.auth=oauth2 smtp.auth=oauth2", "parula": "imap.auth=oauth2 smtp.auth=oauth2",
			"pimalaya": "imap.auth=unread smtp.auth=unread",
		},
	},
	{
		name:  "password-encrypted before the password",
		edits: []string{soundAuth, "<authentication>password-encrypted</authentication>" + soundAuth},
		does: map[string]string{
			"thunderbird": "imap.auth=encrypted smtp.auth=encrypted", "k9": "imap.auth=encrypted smtp.auth=encrypted",
			"kmail": "imap.auth=encrypted smtp.auth=encrypted", "parula": "imap.auth=encrypted smtp.auth=encrypted",
		},
	},
	{
		name:  "password-encrypted behind the password",
		edits: []string{soundAuth, soundAuth + "<authentication>password-encrypted</authentication>"},
		does: map[string]string{
			"evolution": "imap.auth=encrypted smtp.auth=encrypted", "kmail": "imap.auth=encrypted smtp.auth=encrypted",
		},
	},
	{
		name:  "a method of the future beside the password",
		edits: []string{soundAuth, soundAuth + "<authentication>magic</authentication>"},
		does:  map[string]string{"pimalaya": "refused"},
	},
	{
		name:  "an empty method beside the password",
		edits: []string{soundAuth, "<authentication></authentication>" + soundAuth},
		does:  map[string]string{"pimalaya": "refused"},
	},
	{
		name:  "no method",
		edits: []string{soundAuth, ""},
		does: map[string]string{
			"thunderbird": "refused", "k9": "refused", "parula": "refused",
			"evolution": "smtp.auth=none", "pimalaya": "imap.auth=unread smtp.auth=unread",
		},
	},
}

// trapsOfServers are about how many servers there are, and in which order.
var trapsOfServers = []trap{
	{
		name: "a plain server behind a good one",
		edits: []string{"    " + soundSMTP, `<incomingServer type="imap"><hostname>old.example.com</hostname><port>143</port>` +
			`<socketType>plain</socketType>` + soundUsername + soundAuth + "</incomingServer>\n    " + soundSMTP},
		does: map[string]string{
			"k9":        "refused",
			"evolution": "imap.host=old.example.com imap.port=143 imap.security=none",
		},
	},
	{
		name: "a second server to send with, by STARTTLS",
		edits: []string{soundSMTP, soundSMTP + `<outgoingServer type="smtp"><hostname>smtp.example.com</hostname><port>587</port>` +
			`<socketType>STARTTLS</socketType>` + soundUsername + soundAuth + "</outgoingServer>\n"},
		does: map[string]string{
			"evolution": "smtp.port=587 smtp.security=starttls", "aerc": "smtp.port=587 smtp.security=starttls",
			"kmail": "smtp.port=587 smtp.security=starttls",
		},
	},
	{
		name:  "POP3 before IMAP",
		edits: []string{soundIMAP, "", "    " + soundSMTP, "    " + soundIMAP + "    " + soundSMTP},
		does: map[string]string{
			"fairemail": "refused", "geary": "refused",
			"thunderbird": "imap=pop3", "parula": "imap=pop3", "pimalaya": "imap=pop3",
		},
	},
	{
		name:  "POP3 only",
		edits: []string{soundIMAP, ""},
		does: map[string]string{
			"thunderbird": "imap=pop3", "evolution": "imap=pop3", "kmail": "imap=pop3", "parula": "imap=pop3", "pimalaya": "imap=pop3",
			"deltachat": "imap=", "nextcloud": "imap=",
			"*": "refused",
		},
	},
	{
		name: "JMAP before IMAP",
		edits: []string{soundIMAP, `<incomingServer type="jmap"><url>https://jmap.example.com/</url>` + soundUsername + soundAuth +
			"</incomingServer>" + soundIMAP},
		does: map[string]string{"fairemail": "refused", "geary": "refused", "parula": "refused", "pimalaya": "refused"},
	},
	{
		name: "EWS before IMAP",
		edits: []string{soundIMAP, `<incomingServer type="ews"><url>https://ews.example.com/EWS/Exchange.asmx</url>` + soundUsername + soundAuth +
			"</incomingServer>" + soundIMAP},
		does: map[string]string{
			"thunderbird": "refused", "fairemail": "refused", "geary": "refused", "parula": "refused", "pimalaya": "refused",
		},
	},
	{
		name:  "no server to send with",
		edits: []string{soundSMTP, ""},
		does: map[string]string{
			"evolution": "smtp=", "kmail": "smtp=", "deltachat": "smtp=", "nextcloud": "smtp=", "pimalaya": "smtp=",
			"*": "refused",
		},
	},
	{
		name:  "a server to send with between those to read from",
		edits: []string{soundSMTP, "", soundIMAP, soundIMAP + soundSMTP},
		does:  map[string]string{"pimalaya": "refused"},
	},
	{
		name:  "an id on a server",
		edits: []string{`type="imap"`, `type="imap" id="1"`},
		does:  map[string]string{"evolution": "refused"},
	},
	{
		name:  "servers beside the provider",
		edits: []string{soundDomain, soundDomain + "</emailProvider>", "  </emailProvider>\n</clientConfig>", "</clientConfig>"},
		does:  map[string]string{"evolution": "", "deltachat": "", "fairemail": "", "*": "refused"},
	},
}

// trapsOfDocuments are about what stands around the servers, and about HTTP.
var trapsOfDocuments = []trap{
	{name: "a default namespace", edits: []string{"<clientConfig ", `<clientConfig xmlns="urn:example" `}},
	{
		name:  "a prefix in front of the names",
		edits: []string{"<clientConfig", `<x:clientConfig xmlns:x="urn:example"`, "</", "</x:", "<e", "<x:e", "<d", "<x:d", "<i", "<x:i", "<o", "<x:o", "<h", "<x:h", "<p", "<x:p", "<s", "<x:s", "<u", "<x:u", "<a", "<x:a"},
		does:  map[string]string{"aerc": "", "geary": "", "*": "refused"},
	},
	{name: "version 1.2", edits: []string{`version="1.1"`, `version="1.2"`}},
	{name: "no version", edits: []string{` version="1.1"`, ""}, does: map[string]string{"pimalaya": "refused"}},
	{
		name: "another root", edits: []string{"clientConfig", "config"},
		does: map[string]string{"thunderbird": "refused", "k9": "refused", "aerc": "refused", "parula": "refused"},
	},
	{
		name: "no id", edits: []string{` id="example.com"`, ""},
		does: map[string]string{"thunderbird": "refused", "k9": "refused", "pimalaya": "refused"},
	},
	{name: "a placeholder as the id", edits: []string{`id="example.com"`, `id="%EMAILDOMAIN%"`}, does: map[string]string{"k9": "refused"}},
	{
		name: "an id that is no host name", edits: []string{`id="example.com"`, `id="-23"`},
		does: map[string]string{"thunderbird": "refused", "k9": "refused"},
	},
	{
		name: "no domain", edits: []string{soundDomain, ""},
		does: map[string]string{"thunderbird": "refused", "k9": "refused", "parula": "refused"},
	},
	{
		name: "a domain that is none", edits: []string{soundDomain, "<domain>-invalid</domain>"},
		does: map[string]string{"thunderbird": "refused", "k9": "refused", "parula": "refused"},
	},
	{
		name: "an attribute on the only domain", edits: []string{soundDomain, `<domain purpose="mx">example.com</domain>`},
		does: map[string]string{"thunderbird": "refused", "parula": "refused"},
	},
	{name: "another domain", edits: []string{soundDomain, "<domain>example.net</domain>"}, does: map[string]string{"parula": "refused"}},
	{name: "a placeholder as the domain", edits: []string{soundDomain, "<domain>%EMAILDOMAIN%</domain>"}, does: map[string]string{"parula": "refused"}},
	{name: "a comment in a value", edits: []string{"993", "<!-- IMAPS -->993"}},
	{
		name: "an oAuth2 that is not complete", edits: []string{"</clientConfig>", "<oAuth2><issuer>example.com</issuer></oAuth2></clientConfig>"},
		does: map[string]string{"pimalaya": "refused"},
	},
	{name: "a documentation without url", edits: []string{` url="https://help.example.com/"`, ""}, does: map[string]string{"pimalaya": "refused"}},
	{name: "a text that is not UTF-8", edits: []string{"Example Mail", "Ex\xe4mple"}, does: everyone()},
	{name: "an ampersand that is not escaped", edits: []string{"Example Mail", "Example & Mail"}, does: everyone()},
	{name: "an element that is not closed", edits: []string{"</emailProvider>", ""}, does: everyone()},
	{name: "a page of a web site", edits: []string{soundAutoconfig, "<!DOCTYPE html><html><head><title>Hello</title></head><body/></html>"}, does: everyone()},
	{name: "an empty body", status: 204, edits: []string{soundAutoconfig, ""}, does: everyone()},
	{name: "status 404", status: 404, does: map[string]string{"aerc": "", "geary": "", "*": "refused"}},
	{name: "status 203", status: 203, does: map[string]string{"kmail": "refused", "fairemail": "refused"}},
	{name: "the type text/plain", contentType: "text/plain", does: map[string]string{"thunderbird": "refused"}},
	{name: "the type in capitals", contentType: "Text/XML", does: map[string]string{"thunderbird": "refused"}},
	{name: "the type application/xml", contentType: "application/xml"},
	{name: "no type", contentType: "-", does: map[string]string{"thunderbird": "refused"}},
}
