package doctor

// webRules are about the web servers.
var webRules = [...]Rule{
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
}
