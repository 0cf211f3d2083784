package discovery

// pimalaya follows io-pim-discovery, for which a redirect is an error. The order of
// what it asks at once is a belief.
func pimalaya() Client {
	ask := Step{Format: "autoconfig", Redirects: FollowNone}
	raw := ask
	raw.Spelling = Raw
	return Client{
		Key: "pimalaya", Name: "pimalaya (himalaya)",
		Stages: []Stage{
			{Name: "PACC", Steps: []Step{{URL: paccURL, Format: "pacc", Redirects: FollowNone, Digest: true}}},
			{Name: "autoconfig", Parallel: true, Steps: append(
				steps(raw, "https://autoconfig.{domain}"+configPath+withAddress, "http://autoconfig.{domain}"+configPath+withAddress),
				steps(ask, "https://{domain}"+wellKnownPath, "http://{domain}"+wellKnownPath)...)},
			{Name: "ISPDB", Steps: steps(ask, "https://autoconfig.thunderbird.net/v1.1/{domain}")},
		},
		Needs:  "no redirect; no type and no authentication that it does not know; PACC only with its digest in DNS",
		Source: "io-pim-discovery 0.3.3",
		Rows:   "PM1–PM3",
	}
}
