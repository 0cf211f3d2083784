package discovery

// geary follows accounts-autoconfig.vala: one URL, whose status does not matter,
// and the database.
func geary() Client {
	ask := Step{Format: "autoconfig", Redirects: Follow}
	return Client{
		Key: "geary", Name: "Geary", Headers: Headers{UserAgent: "Geary/46.0"},
		Stages: []Stage{{Name: "autoconfig", Steps: steps(ask,
			"https://autoconfig.{domain}"+configPath, "https://autoconfig.thunderbird.net/v1.1/{domain}")}},
		Needs:  "an answer without `emailaddress`; imap and smtp as the first servers; the address as login",
		Source: "46, source of 2026-05-13",
		Rows:   "GE1",
	}
}
