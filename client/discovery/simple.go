package discovery

import "time"

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

// nextcloud follows IspDb.php, which runs on a server and sends addresses as they
// are.
func nextcloud() Client {
	ask := Step{Format: "autoconfig", Spelling: Raw, Redirects: Follow, Limit: 7 * time.Second}
	plain := ask
	plain.Spelling = ""
	urls := autoconfigURLs(withAddress)
	all := steps(ask, urls[:2]...)
	all = append(all, steps(plain, "https://autoconfig.thunderbird.net/v1.1/{domain}")...)
	all = append(all, steps(ask, urls[2:]...)...)
	return Client{
		Key: "nextcloud", Name: "Nextcloud Mail", Headers: Headers{UserAgent: "Nextcloud Server Crawler"},
		Stages: []Stage{
			{Name: "autoconfig", Steps: all},
			{Name: "autoconfig of the MX", Look: LookMX, Steps: steps(ask,
				"https://autoconfig.{mx}"+configPath+withAddress, "https://autoconfig.{mx.full}"+configPath+withAddress)},
		},
		Needs:  "+ and @ taken as they are; 4xx where there is nothing",
		Source: "source of 2026-08-22",
		Rows:   "NC1",
	}
}

// parula follows the AutoConfig modules of Parula (Mustang). Autodiscover JSON is
// asked beside the rest, and used for Exchange alone.
func parula() Client {
	const limit = 3 * time.Second
	ask := Step{Format: "autoconfig", Spelling: Encoded, Redirects: Follow, Limit: limit}
	plain, json := ask, ask
	plain.Spelling, json.Spelling, json.Format = "", Raw, "autodiscover-json"
	return Client{
		Key: "parula", Name: "Parula",
		Stages: []Stage{
			{Name: "ISPDB", Steps: steps(plain, "https://v1.ispdb.net/{domain}")},
			{Name: "autoconfig", Parallel: true, Steps: steps(ask, autoconfigURLs(withAddress)[:3]...)},
			{Name: "Autodiscover JSON", Parallel: true, Steps: steps(json,
				"https://autodiscover.{domain}/autodiscover/autodiscover.json/v1.0/{address}?Protocol=Ews",
				"https://{domain}/autodiscover/autodiscover.json/v1.0/{address}?Protocol=Ews")},
		},
		Needs:  "the asked domain in the list of domains, letter for letter; an answer within 3 seconds",
		Source: "source of 2026-08-20",
		Rows:   "PA1, PA2",
	}
}

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
