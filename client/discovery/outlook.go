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

// autodetect is Microsoft's cloud service, which new Outlook and Outlook for
// phones ask, and the JSON request of Outlook 365. JSON names the next URL and has
// no place for servers.
func autodetect() Client {
	ask := Step{Format: "autodiscover-json", Redirects: Follow}
	mobile, office := ask, ask
	mobile.Spelling, office.Spelling = Encoded, Raw
	const query = "Protocol=ActiveSync&RedirectCount=1"
	return Client{
		Key: "autodetect", Name: "Outlook (new, phones)", Headers: Headers{UserAgent: "OutlookMobileCloudService-Autodetect/1.0.0"}, Optional: true,
		Stages: []Stage{{Name: "Autodiscover JSON", Steps: append(
			steps(mobile, "https://autodiscover.{domain}/autodiscover/autodiscover.json?Email={address}&"+query),
			steps(office, "https://autodiscover.{domain}/autodiscover/autodiscover.json/v1.0/{address}?Protocol=Autodiscoverv1&RedirectCount=1")...,
		)}},
		Needs:  "JSON with `Protocol` and an https `Url`, or `ErrorCode`; the cloud decides what it does with it",
		Source: "requests seen in public issues, 2024-08",
		Rows:   "MS21–MS24",
	}
}

// activesync is a phone's Exchange account: Autodiscover in its own schema, at the
// places of MS-ASCMD.
func activesync() Client {
	post := Step{Method: "POST", Body: MobileSync, Type: "text/xml", Format: "activesync", Redirects: FollowHTTPS}
	redirect := Step{Body: MobileSync, Type: "text/xml", Format: "activesync", Redirects: RedirectToPost}
	return Client{
		Key: "activesync", Name: "ActiveSync devices", Optional: true,
		Stages: []Stage{
			{Name: "Autodiscover", Steps: append(
				steps(post, "https://{domain}"+poxPath, "https://autodiscover.{domain}"+poxPath),
				steps(redirect, "http://autodiscover.{domain}"+poxPath)...,
			)},
			{Name: "Autodiscover by SRV", Look: LookAutodiscover, Steps: steps(post, "https://{srv}"+poxPath)},
		},
		Needs:  "the mobilesync namespaces and the URL of an ActiveSync server; IMAP has no place in it",
		Source: "MS-ASCMD",
		Rows:   "MS13",
	}
}
