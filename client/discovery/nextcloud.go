package discovery

import "time"

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
