package doctor

// serverRules are about the mail servers: what the probes find, by their names.
var serverRules = [...]Rule{
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
		ID: "server-address", Severity: Warning,
		Means: "One address of a mail server does not answer, though another does. Some clients wait for it, or fail.",
		Fix:   "let the server listen on all its addresses, or remove the address from DNS",
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
}
