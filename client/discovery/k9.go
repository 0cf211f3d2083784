package discovery

// k9 follows the discovery modules of Thunderbird for Android, which is K-9 too.
// It asks for a domain, never for an address, takes the first document in the
// order that it can read, and knows neither Autodiscover nor SRV. The name of its
// HTTP library is a belief.
func k9() Client {
	ask := Step{Format: "autoconfig", Redirects: Follow}
	return Client{
		Key: "k9", Name: "Thunderbird for Android", Headers: Headers{UserAgent: "okhttp/4.12.0"},
		Stages: []Stage{
			{Name: "autoconfig", Parallel: true, Steps: steps(ask, autoconfigURLs("")...)},
			{Name: "ISPDB", Steps: steps(ask, "https://autoconfig.thunderbird.net/v1.1/{domain}")},
			{Name: "autoconfig of the MX", Look: LookMX, Steps: steps(ask,
				"https://autoconfig.{mx.full}"+configPath, "https://autoconfig.thunderbird.net/v1.1/{mx.full}",
				"https://autoconfig.{mx.base}"+configPath, "https://autoconfig.thunderbird.net/v1.1/{mx.base}")},
		},
		Needs:  "an answer without `emailaddress`; an id without placeholders; every imap and smtp server complete, encrypted, with an authentication that it knows",
		Source: "feature/autodiscovery, 2026-08-20",
		Rows:   "TA1–TA5",
	}
}
