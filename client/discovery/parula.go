package discovery

import "time"

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
