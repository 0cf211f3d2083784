package doctor

// answerRules are about what is in the answers.
var answerRules = [...]Rule{
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
}
