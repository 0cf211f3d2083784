package discovery

// mailspring follows onboarding-helpers.ts.
func mailspring() Client {
	ask := Step{Format: "autoconfig", Redirects: Follow}
	return Client{
		Key: "mailspring", Name: "Mailspring", Headers: Headers{UserAgent: "Mailspring/1.15.1", Accept: "*/*"},
		Stages: []Stage{{Name: "autoconfig", Steps: steps(ask,
			"https://autoconfig.{domain}"+configPath, "https://{domain}"+wellKnownPath)}},
		Needs:  "an answer without `emailaddress`; %EMAILADDRESS% or %EMAILLOCALPART% as the whole user name",
		Source: "source of 2026-08-21",
		Rows:   "MS1",
	}
}
