package doctor

// clientRules are about what clients would do with what they found.
var clientRules = [...]Rule{
	{
		ID: "pox-encryption", Severity: Error, subject: true,
		Means: "An Autodiscover answer makes Outlook protect the connection in a way that the port does not speak. Outlook reads `Encryption` `TLS` as STARTTLS and `SSL` as implicit TLS.",
		Fix:   "answer with `SSL` on and `Encryption` `SSL` for 993, 995 and 465, `TLS` for 143, 110 and 587",
	},
	{
		ID: "pox-ssl-off", Severity: Error, subject: true,
		Means: "An Autodiscover answer has `SSL` off, which Thunderbird and Delta Chat read as no encryption, whatever `Encryption` says.",
		Fix:   "answer with `SSL` on for implicit TLS and STARTTLS alike",
	},
	{
		ID: "security-mismatch", Severity: Error, subject: true,
		Means: "A client would protect the connection in a way that the port does not speak.",
		Fix:   "publish 993, 995 and 465 with implicit TLS (`SSL`), 143, 110 and 587 with STARTTLS",
	},
	{
		ID: "no-encryption", Severity: Error, subject: true,
		Means: "A client would send the password without encryption.",
		Fix:   "publish servers with implicit TLS or STARTTLS only",
	},
	{
		ID: "auth-not-offered", Severity: Error, subject: true,
		Means: "A client was told to sign in by a challenge (CRAM-MD5) that the server does not offer.",
		Fix:   "publish `password-cleartext`, which means the password inside TLS",
	},
	{
		ID: "settings-differ", Severity: Warning,
		Means: "Different clients would set up different servers for the same address.",
		Fix:   "publish the same servers in every format, and one server for each protocol",
	},
	{
		ID: "login-differs", Severity: Warning,
		Means: "Different clients would sign in with different user names.",
		Fix:   "let the server take the full address as user name",
	},
	{
		ID: "no-settings", Severity: Error,
		Means: "No client finds anything: people have to type host names and ports.",
		Fix:   "serve autoconfig on autoconfig.<domain> and Autodiscover on autodiscover.<domain>",
	},
	{
		ID: "client-without-settings", Severity: Warning, subject: true,
		Means: "A client finds nothing that it can use, though others do.",
		Fix:   "serve what it asks for: see docs/clients.md",
	},
}

// runRules are about the run itself.
var runRules = [...]Rule{
	{
		ID: "cut", Severity: Warning,
		Means: "The run ended before all was asked.",
		Fix:   "give it more time with `--timeout`",
	},
}
