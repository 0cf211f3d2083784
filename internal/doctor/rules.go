package doctor

// rules are in the order in which findings of the same severity stand: what
// clients do differently first.
var rules = [...]Rule{
	// What clients would do with what they found.
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
	// The web servers.
	{
		ID: "cert-name", Severity: Error,
		Means: "The certificate of a discovery host does not have its name in it. Clients pass over the host without a word; Outlook shows a warning.",
		Fix:   "get a certificate that has the name",
	},
	{
		ID: "cert-expired", Severity: Error,
		Means: "The certificate of a discovery host has expired, or is not valid yet.",
		Fix:   "renew the certificate, and let something renew it from now on",
	},
	{
		ID: "cert-self-signed", Severity: Error,
		Means: "The certificate of a discovery host vouches for itself. No mail client takes it.",
		Fix:   "get a certificate from an authority that clients know",
	},
	{
		ID: "cert-untrusted", Severity: Error,
		Means: "No known authority vouches for the certificate of a discovery host. Often an intermediate certificate is missing.",
		Fix:   "serve the whole chain, or get a certificate from an authority that clients know",
	},
	{
		ID: "tls-handshake", Severity: Error,
		Means: "The port for https does not speak TLS, or not to modern clients.",
		Fix:   "serve TLS 1.2 or 1.3 on port 443",
	},
	{
		ID: "web-refused", Severity: Error,
		Means: "Nothing listens on the port of a discovery host.",
		Fix:   "serve https on port 443 of the host, or remove the name from DNS",
	},
	{
		ID: "web-unreachable", Severity: Error,
		Means: "A discovery host cannot be reached.",
		Fix:   "check its address, routes and firewalls",
	},
	{
		ID: "web-closed", Severity: Error,
		Means: "A discovery host closes the connection instead of answering.",
		Fix:   "look into the log of the web server or of the proxy before it",
	},
	{
		ID: "web-timeout", Severity: Error,
		Means: "A discovery host did not answer in time. Thunderbird waits 5 seconds, Parula 3.",
		Fix:   "find out what makes it slow, or which firewall drops the packets",
	},
	{
		ID: "not-http", Severity: Error,
		Means: "What listens on the port of a discovery host does not speak HTTP.",
		Fix:   "serve http on port 80 and https on port 443",
	},
	{
		ID: "body-too-large", Severity: Error,
		Means: "An answer has more than a mebibyte. No document of discovery does.",
		Fix:   "find out what is being served",
	},
	{
		ID: "redirect-loop", Severity: Error,
		Means: "A discovery URL redirects without end.",
		Fix:   "answer at the first URL: redirects lose clients",
	},
	{
		ID: "redirect-refused", Severity: Warning,
		Means: "A discovery URL redirects where some clients do not follow: Delta Chat wants absolute URLs, Outlook https, pimalaya none at all.",
		Fix:   "answer at the first URL without a redirect",
	},
	{
		ID: "http-only", Severity: Error,
		Means: "autoconfig is answered over plain http only. Delta Chat, aerc, Geary and Mailspring never ask there.",
		Fix:   "serve the same document over https",
	},
	// The answers.
	{
		ID: "autoconfig-204", Severity: Error,
		Means: "The answer is 204 and empty. To Thunderbird that is a success, which hides a good document at another URL.",
		Fix:   "answer 404 where there are no settings",
	},
	{
		ID: "html-catch-all", Severity: Error,
		Means: "A web site answers discovery with a page and status 200. To Thunderbird that is a success, which hides a good document at another URL.",
		Fix:   "answer 404 below /mail/, /.well-known/autoconfig/ and /autodiscover/, or pass these paths on",
	},
	{
		ID: "autoconfig-needs-address", Severity: Error,
		Means: "Without `emailaddress` there is no answer, but Thunderbird for Android, KMail, Geary and Mailspring send none.",
		Fix:   "answer by the Host alone, with %EMAILADDRESS% or %EMAILLOCALPART% as user name",
	},
	{
		ID: "content-type", Severity: Error,
		Means: "The document has a Content-Type that is no XML. Thunderbird and Outlook refuse it.",
		Fix:   "send text/xml",
	},
	{
		ID: "autoconfig-malformed", Severity: Error,
		Means: "The document is no well-formed XML.",
		Fix:   "write it with an XML library: an unescaped & is enough to lose it",
	},
	{
		ID: "autoconfig-id", Severity: Error,
		Means: "The id of emailProvider is no host name. Placeholders in it make Thunderbird for Android drop the document.",
		Fix:   "write the mail domain as the id",
	},
	{
		ID: "autoconfig-no-domain", Severity: Error,
		Means: "The document has no `domain`, without which Thunderbird drops it.",
		Fix:   "list the asked domain",
	},
	{
		ID: "autoconfig-no-outgoing", Severity: Error,
		Means: "The document has no server to send with. Thunderbird and Android drop it.",
		Fix:   "add an outgoingServer of type smtp",
	},
	{
		ID: "autoconfig-plaintext", Severity: Error,
		Means: "A server has the socketType `plain`. Android drops the document, others send the password in clear.",
		Fix:   "publish SSL or STARTTLS servers only",
	},
	{
		ID: "autoconfig-encrypted-only", Severity: Warning,
		Means: "All that a server is said to take is `password-encrypted` (CRAM-MD5), which few servers and clients still have.",
		Fix:   "publish `password-cleartext`, which means the password inside TLS",
	},
	{
		ID: "autoconfig-attributes", Severity: Error,
		Means: "A server element has an attribute beside `type`, which makes Evolution drop the document.",
		Fix:   "remove the attribute",
	},
	{
		ID: "pox-401", Severity: Error,
		Means: "Autodiscover wants a password before it says anything. Thunderbird asks the person for one, others give up.",
		Fix:   "answer without authentication: settings are no secret",
	},
	{
		ID: "pox-get-405", Severity: Note,
		Means: "Autodiscover does not answer GET. Delta Chat asks this way, if autoconfig has failed.",
		Fix:   "answer GET with the settings of the Host's domain",
	},
	{
		ID: "pox-type", Severity: Error,
		Means: "A Protocol has a Type that no client knows, such as POP or imap.",
		Fix:   "write IMAP, POP3 and SMTP",
	},
	{
		ID: "pox-accounts", Severity: Error,
		Means: "The answer has not exactly one Account. Outlook takes no more than one.",
		Fix:   "put all Protocol elements into one Account",
	},
	{
		ID: "pox-namespace", Severity: Error,
		Means: "The namespaces are not those of Outlook, which then sees an empty answer.",
		Fix:   "use .../responseschema/2006 for Autodiscover and .../outlook/responseschema/2006a for Response, with http",
	},
	{
		ID: "pox-spa", Severity: Warning,
		Means: "`SPA` is on, or missing, which means on. Outlook then tries NTLM and fails.",
		Fix:   "answer with `SPA` off",
	},
	{
		ID: "pox-error", Severity: Warning,
		Means: "Autodiscover answers with an Error document, though the domain has autoconfig.",
		Fix:   "serve the domain by Autodiscover too, or answer 404",
	},
	{
		ID: "document-refused", Severity: Warning, subject: true,
		Means: "A client does not use a document that it gets.",
		Fix:   "see docs/clients.md for what it needs",
	},
	{
		ID: "pacc-digest", Severity: Error,
		Means: "The digest in DNS is not that of the PACC document. Clients must not use it.",
		Fix:   "publish the record that `signpost dns` prints, for the bytes that are served",
	},
	{
		ID: "pacc-no-record", Severity: Warning,
		Means: "There is a PACC document, but no record `_ua-auto-config` with its digest. Clients must not use it.",
		Fix:   "publish the record that `signpost dns` prints",
	},
	{
		ID: "pacc-no-document", Severity: Warning,
		Means: "DNS has a digest of a PACC document that is not there.",
		Fix:   "serve it on ua-auto-config.<domain>, without a redirect, or remove the record",
	},
	// DNS.
	{
		ID: "dns-unknown-tld", Severity: Error,
		Means: "There is no such top-level domain.",
		Fix:   "check the spelling",
	},
	{
		ID: "dns-no-such-domain", Severity: Error,
		Means: "The domain does not exist in DNS.",
		Fix:   "check the spelling, the registration and the delegation",
	},
	{
		ID: "dns-timeout", Severity: Error,
		Means: "DNS did not answer in time, which is not the same as that there is nothing.",
		Fix:   "check the name servers of the domain, or try another `--resolver`",
	},
	{
		ID: "dns-failure", Severity: Error,
		Means: "DNS could not answer (SERVFAIL, REFUSED or no connection). A broken DNSSEC signature looks like this too.",
		Fix:   "check the name servers of the domain, or try another `--resolver`",
	},
	{
		ID: "dns-wildcard", Severity: Warning,
		Means: "Every name below the domain leads to the same address, so discovery hosts that nobody set up answer as well, mostly with the wrong certificate or a page.",
		Fix:   "publish autoconfig and autodiscover with their own addresses",
	},
	{
		ID: "dns-no-autoconfig", Severity: Warning,
		Means: "autoconfig.<domain> does not exist. It is the first name that most clients ask.",
		Fix:   "publish the records that `signpost dns` prints",
	},
	{
		ID: "dns-no-autodiscover", Severity: Warning,
		Means: "autodiscover.<domain> does not exist. Outlook asks it, and phones.",
		Fix:   "publish the records that `signpost dns` prints",
	},
	{
		ID: "srv-no-submission", Severity: Warning,
		Means: "SRV records for reading mail, but no `_submission` and no `_smtps`: aerc takes an empty host for sending.",
		Fix:   "publish `_submission` where port 587 exists, else `_smtps` on 465",
	},
	{
		ID: "srv-half", Severity: Warning,
		Means: "SRV records for one direction only. FairEmail needs both, and others mix sources.",
		Fix:   "publish `_imaps` and `_submissions`, or none",
	},
	{
		ID: "srv-target", Severity: Error,
		Means: "An SRV record leads to a host that does not exist.",
		Fix:   "correct the target, or publish `.` for a service that is not offered",
	},
	{
		ID: "srv-target-alias", Severity: Note,
		Means: "The target of an SRV record is an alias, which RFC 2782 forbids. Most resolvers cope.",
		Fix:   "write the name that the alias leads to",
	},
	{
		ID: "srv-none", Severity: Note,
		Means: "There are no SRV records for mail (RFC 6186, RFC 8314). FairEmail and aerc prefer them.",
		Fix:   "publish the records that `signpost dns` prints",
	},
	{
		ID: "mx-none", Severity: Warning,
		Means: "The domain has no MX record.",
		Fix:   "publish one, if the domain is for mail",
	},
	{
		ID: "mx-null", Severity: Error,
		Means: "The domain says that it takes no mail (RFC 7505).",
		Fix:   "remove the null MX, if the domain is for mail",
	},
	{
		ID: "m365-txt", Severity: Warning,
		Means: "A TXT record MS=… says that the domain belongs to a Microsoft 365 tenant, but its mail is elsewhere. Outlook asks Microsoft first.",
		Fix:   "remove the record, and the domain from the tenant, if it is not used there",
	},
	{
		ID: "m365-autodiscover", Severity: Warning,
		Means: "autodiscover.<domain> leads to Microsoft, but the mail of the domain is elsewhere. Outlook would set up an Exchange account.",
		Fix:   "let autodiscover.<domain> lead to your own server",
	},
	{
		ID: "m365-mx", Severity: Warning,
		Means: "Mail is delivered to Microsoft 365, but clients are led to other servers.",
		Fix:   "find out which one is meant",
	},
	{
		ID: "caa", Severity: Note,
		Means: "CAA records say who may issue certificates for the discovery hosts.",
		Fix:   "see that your authority is among them",
	},
	{
		ID: "dnssec", Severity: Note,
		Means: "The domain is signed, and the resolver has checked it. K-9 trusts what it finds by MX only then.",
		Fix:   "nothing to do",
	},
	{
		ID: "idn", Severity: Note,
		Means: "The domain has letters beyond ASCII. Clients ask for its A-labels, or send UTF-8.",
		Fix:   "serve both spellings; certificates need the A-labels",
	},
	// The mail servers: what the probes find, by their names.
	{
		ID: "server-dns-no-such-name", Severity: Error,
		Means: "The host name of a mail server does not exist.",
		Fix:   "correct the name in the settings, or publish it in DNS",
	},
	{
		ID: "server-dns-timeout", Severity: Error,
		Means: "DNS did not answer in time for the name of a mail server.",
		Fix:   "check the name servers of its domain",
	},
	{
		ID: "server-dns-failure", Severity: Error,
		Means: "DNS could not answer for the name of a mail server.",
		Fix:   "check the name servers of its domain",
	},
	{
		ID: "server-bad-target", Severity: Error,
		Means: "What is published is no server: a placeholder that was left, or a port that is none.",
		Fix:   "correct the settings",
	},
	{
		ID: "server-not-public", Severity: Error,
		Means: "The name of a mail server leads to no public address.",
		Fix:   "publish an address that the users' devices can reach",
	},
	{
		ID: "server-refused", Severity: Error,
		Means: "Nothing listens on the port of a mail server.",
		Fix:   "start the service, or correct the port in the settings",
	},
	{
		ID: "server-unreachable", Severity: Error,
		Means: "A mail server cannot be reached from here.",
		Fix:   "check its address and routes",
	},
	{
		ID: "server-timeout", Severity: Error,
		Means: "A mail server does not accept connections.",
		Fix:   "check the firewalls on the way, yours included: some networks block mail ports",
	},
	{
		ID: "server-closed-at-once", Severity: Error,
		Means: "A mail server closes the connection without a word.",
		Fix:   "look into its log: a block list or a limit may be the reason",
	},
	{
		ID: "server-closed", Severity: Error,
		Means: "A mail server closes the connection in the middle of the conversation.",
		Fix:   "look into its log",
	},
	{
		ID: "server-silent", Severity: Error,
		Means: "A mail server accepts the connection and says nothing.",
		Fix:   "look whether the port speaks TLS, or whether the server is overloaded",
	},
	{
		ID: "server-tarpit", Severity: Error,
		Means: "A mail server answers so slowly that clients give up.",
		Fix:   "find out what makes it slow",
	},
	{
		ID: "server-too-much-data", Severity: Error,
		Means: "A mail server sends more than any has to say.",
		Fix:   "find out what listens there",
	},
	{
		ID: "server-protocol-garbage", Severity: Error,
		Means: "What listens on the port does not speak the protocol.",
		Fix:   "correct the port in the settings",
	},
	{
		ID: "server-wrong-protocol", Severity: Error,
		Means: "What listens on the port speaks another protocol.",
		Fix:   "correct the port in the settings",
	},
	{
		ID: "server-turned-away", Severity: Error,
		Means: "The mail server turns clients away instead of greeting them.",
		Fix:   "read what it says: a block list or maintenance",
	},
	{
		ID: "server-starttls-not-offered", Severity: Error,
		Means: "The server does not offer STARTTLS, or something on the way strips it. Clients must not go on.",
		Fix:   "switch STARTTLS on, or publish the port with implicit TLS; look for a firewall that inspects mail",
	},
	{
		ID: "server-starttls-refused", Severity: Error,
		Means: "The server offers STARTTLS and refuses it.",
		Fix:   "look into its log: mostly the certificate cannot be read",
	},
	{
		ID: "server-plaintext-after-starttls", Severity: Error,
		Means: "The server goes on in plaintext behind STARTTLS, where anybody could have written.",
		Fix:   "update the mail server",
	},
	{
		ID: "server-tls-handshake", Severity: Error,
		Means: "The TLS handshake with a mail server fails.",
		Fix:   "serve TLS 1.2 or 1.3",
	},
	{
		ID: "server-tls-legacy", Severity: Warning,
		Means: "A mail server speaks only outdated TLS, which modern clients refuse.",
		Fix:   "serve TLS 1.2 or 1.3",
	},
	{
		ID: "server-certificate-name", Severity: Error,
		Means: "The certificate of a mail server does not have the published name in it. Clients warn, or refuse.",
		Fix:   "publish the name that is in the certificate, or get one for the published name",
	},
	{
		ID: "server-certificate-expired", Severity: Error,
		Means: "The certificate of a mail server has expired.",
		Fix:   "renew it and reload the mail server",
	},
	{
		ID: "server-certificate-not-yet-valid", Severity: Error,
		Means: "The certificate of a mail server is not valid yet.",
		Fix:   "check the clocks",
	},
	{
		ID: "server-certificate-untrusted", Severity: Error,
		Means: "No known authority vouches for the certificate of a mail server.",
		Fix:   "serve the whole chain, or get a certificate from an authority that clients know",
	},
	{
		ID: "server-certificate-ends", Severity: Warning,
		Means: "The certificate of a mail server ends within two weeks.",
		Fix:   "see that it is renewed, and the server reloaded",
	},
	{
		ID: "server-no-password", Severity: Warning,
		Means: "A mail server offers no way to sign in with a password.",
		Fix:   "switch PLAIN on inside TLS, or publish OAuth2",
	},
	{
		ID: "server-password-in-clear", Severity: Warning,
		Means: "A mail server takes passwords before the connection is protected.",
		Fix:   "allow them inside TLS only (RFC 8314)",
	},
	// The run.
	{
		ID: "cut", Severity: Warning,
		Means: "The run ended before all was asked.",
		Fix:   "give it more time with `--timeout`",
	},
}
