package discovery

import "time"

// fairemail follows EmailProvider.java: SRV beats everything, then autoconfig, then
// Autodiscover. Addresses go out unescaped and POX as a form. It does not look at
// the names in certificates here, and follows Java's redirects, which stay with
// their scheme (a belief).
func fairemail() Client {
	ask := Step{Format: "autoconfig", Spelling: Raw, Redirects: FollowSameScheme, AnyName: true, Limit: 10 * time.Second}
	plain := ask
	plain.Spelling = ""
	post := Step{
		Method: "POST", Body: POX, Type: "application/x-www-form-urlencoded", Format: "pox",
		Redirects: FollowSameScheme, AnyName: true, Limit: 10 * time.Second,
	}
	return Client{
		Key: "fairemail", Name: "FairEmail", Headers: Headers{UserAgent: "eu.faircode.email/1.2300"},
		Stages: []Stage{
			{Name: "SRV", Services: []string{"_imaps", "_imap", "_submission", "_submissions"}, FromServices: fairemailServices},
			{Name: "autoconfig", Steps: append(steps(ask, autoconfigURLs(withAddress)...),
				steps(plain, "https://autoconfig.thunderbird.net/v1.1/{domain}")...)},
			{Name: "Autodiscover", Steps: steps(post, "https://{domain}"+poxPath, "https://autodiscover.{domain}"+poxPath)},
		},
		Needs:  "+ and @ taken as they are; IMAP as the first server; SRV for both directions or for none; POX as a form",
		Source: "source of 2026-08-22",
		Rows:   "FE1–FE3",
	}
}
