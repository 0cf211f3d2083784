package discovery

import "time"

// evolution follows e-mail-autoconfig.c and e-srv-config-lookup.c, with requests as
// seen of 3.46. PACC is that of merge request 219; where it stands in the order is
// not known.
func evolution() Client {
	ask := Step{Format: "autoconfig", Spelling: Hidden, Redirects: Follow, Limit: 15 * time.Second}
	plain := ask
	plain.Spelling = ""
	return Client{
		Key: "evolution", Name: "Evolution", Headers: Headers{UserAgent: "Evolution/3.46.4-2+deb12u1"},
		Stages: []Stage{
			{Name: "autoconfig", Steps: steps(ask,
				"https://autoconfig.{domain}"+configPath+withAddress, "http://autoconfig.{domain}"+configPath+withAddress,
				"https://{domain}"+wellKnownPath+withAddress, "http://{domain}"+wellKnownPath+withAddress)},
			{Name: "ISPDB", Steps: steps(plain, "https://autoconfig.thunderbird.net/v1.1/{domain}")},
			{Name: "autoconfig of the MX", Look: LookMX, Steps: steps(ask,
				"https://autoconfig.{mx.full}"+configPath+withAddress, "https://autoconfig.{mx.base}"+configPath+withAddress)},
			{Name: "SRV", Services: []string{"_imaps", "_imap", "_pop3s", "_pop3", "_submissions", "_submission"}, FromServices: evolutionServices},
			{Name: "PACC", Steps: []Step{{
				URL: paccURL, Format: "pacc", Redirects: FollowNone, Digest: true, Limit: 15 * time.Second,
			}}},
		},
		Needs:  "one server of each kind (the last one wins); no attribute but `type` on servers; an answer for EVOLUTIONUSER",
		Source: "source of 3.56.2; requests of 3.46 seen on the wire",
		Rows:   "EV1, EV2, PM2",
	}
}

// paccURL is that of draft-ietf-mailmaint-pacc.
const paccURL = "https://ua-auto-config.{domain}/.well-known/user-agent-configuration.json"
