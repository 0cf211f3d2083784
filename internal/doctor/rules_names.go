package doctor

// nameRules are about DNS.
var nameRules = [...]Rule{
	{
		ID: "dns-offline", Severity: Error,
		Means: "The DNS server that was asked says of every name that there is none, even of the root: it is cut off from the Internet.",
		Fix:   "check that this machine is online, or name another `--resolver`",
	},
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
}
