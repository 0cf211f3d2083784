package discovery

// outlookAgent was seen in requests of 2024-08.
const outlookAgent = "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17726; Pro)"

// outlook follows MS-OXDISCO, section 3.1.5, and what was seen of the classic
// wizard: the root domain first, then the autodiscover host, then a redirect from
// plain http, then SRV. The look into Active Directory, the local file and
// Microsoft 365 leave no request at the domain. That an Error document does not end
// the search is a belief.
func outlook() Client {
	post := Step{Method: "POST", Body: POX, Type: textXML, Format: "pox", Redirects: FollowHTTPS}
	redirect := Step{Body: POX, Type: textXML, Format: "pox", Redirects: RedirectToPost}
	return Client{
		Key: "outlook", Name: "Outlook (classic)", Headers: Headers{UserAgent: outlookAgent},
		Stages: []Stage{
			{Name: "Autodiscover", Steps: append(
				steps(post, "https://{domain}"+poxPath, "https://autodiscover.{domain}"+poxPath),
				steps(redirect, "http://autodiscover.{domain}"+poxPath)...,
			)},
			{Name: "Autodiscover by SRV", Look: LookAutodiscover, Steps: steps(post, "https://{srv}"+poxPath)},
		},
		Needs:  "status 200, text/xml, both namespaces; `Encryption` SSL for implicit TLS and TLS for STARTTLS; `SPA` off; `User`; one `Account`",
		Source: "MS-OXDISCO, MS-OXDSCLI; requests seen in public issues; no source to read",
		Rows:   "MS1–MS5, MS18, MS19",
	}
}
