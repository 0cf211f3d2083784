package discovery

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
