package discovery

// aerc follows lib/autoconfig: SRV is preferred, and looks for _smtps where others
// look for _submissions. Its HTTP client is Go's.
func aerc() Client {
	ask := Step{Format: "autoconfig", Spelling: Encoded, Redirects: Follow}
	plain := ask
	plain.Spelling = ""
	return Client{
		Key: "aerc", Name: "aerc", Headers: Headers{UserAgent: "Go-http-client/1.1"},
		Stages: []Stage{
			{Name: "SRV", Services: []string{"_imap", "_imaps", "_submission", "_smtps"}, FromServices: aercServices},
			{Name: "autoconfig", Steps: append(
				steps(ask, "https://autoconfig.{domain}"+configPath+withAddress, "https://{domain}"+wellKnownPath+withAddress),
				steps(plain, "https://autoconfig.thunderbird.net/v1.1/{domain}")...)},
		},
		Needs:  "`_submission` where SRV records are; one outgoing server; %EMAILADDRESS% as the whole user name",
		Source: "source of 2026-05-02",
		Rows:   "AE1",
	}
}
