package discovery

// kmail follows ispdbservice.cpp, with headers as seen of 22.12: Mozilla's database
// first, no address, and the redirects of Qt, which never leave https.
func kmail() Client {
	ask := Step{Format: "autoconfig", Redirects: FollowSafe}
	return Client{
		Key: "kmail", Name: "KMail",
		Headers: Headers{
			UserAgent: "Mozilla/5.0 (X11; Linux x86_64) KIO/5.103 ispdb/0.1", Accept: "text/html, text/*;q=0.9, */*;q=0.8", AcceptLanguage: "en",
		},
		Stages: []Stage{{Name: "autoconfig", Steps: steps(ask,
			"https://autoconfig.thunderbird.net/v1.1/{domain}", "https://autoconfig.{domain}"+configPath,
			"http://autoconfig.{domain}"+configPath, "https://{domain}"+wellKnownPath)}},
		Needs:  "an answer without `emailaddress`; status 200; OAuth2 only where it works",
		Source: "source of 2026-07-22; requests of 22.12 seen on the wire",
		Rows:   "KM1",
	}
}
