package discovery

import "time"

// The paths of Mozilla's autoconfig and of Autodiscover.
const (
	configPath    = "/mail/config-v1.1.xml"
	wellKnownPath = "/.well-known/autoconfig/mail/config-v1.1.xml"
	withAddress   = "?emailaddress={address}"
	poxPath       = "/autodiscover/autodiscover.xml"
	textXML       = "text/xml; charset=utf-8"
)

// autoconfigURLs are the four places of a provider's document, in the order that
// most clients share.
func autoconfigURLs(query string) []string {
	return []string{
		"https://autoconfig.{domain}" + configPath + query,
		"https://{domain}" + wellKnownPath + query,
		"http://autoconfig.{domain}" + configPath + query,
		"http://{domain}" + wellKnownPath + query,
	}
}

// steps are copies of a step for several URLs.
func steps(like Step, urls ...string) []Step {
	all := make([]Step, len(urls))
	for i, url := range urls {
		all[i] = like
		all[i].URL = url
	}
	return all
}

// thunderbird follows FindConfig.sys.mjs, FetchConfig.sys.mjs and
// ExchangeAutoDiscover.sys.mjs. Everything is asked at once; the stages are its
// priorities. Which of the four autoconfig URLs wins is decided by the status,
// before anything is read.
func thunderbird() Client {
	const second = time.Second
	ask := Step{Format: "autoconfig", Spelling: Encoded, Redirects: Follow, Limit: 5 * second}
	ispdb := Step{Format: "autoconfig", Redirects: Follow, Limit: 10 * second, Accept: "application/xml,text/xml,*/*"}
	post := Step{Method: "POST", Body: POXUnescaped, Type: textXML, Format: "pox", Redirects: Follow, Limit: 10 * second}
	overHTTP := post
	overHTTP.URL, overHTTP.Redirects = "http://autodiscover.{domain}"+poxPath, PostAgain
	return Client{
		Key: "thunderbird", Name: "Thunderbird",
		Headers: Headers{
			UserAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Thunderbird/153.7.0",
			Accept:    "*/*", AcceptLanguage: "en-US,en;q=0.9",
		},
		Stages: []Stage{
			{Name: "autoconfig", Parallel: true, Ends: EndsStage, Steps: steps(ask, autoconfigURLs(withAddress)...)},
			{Name: "ISPDB", Steps: steps(ispdb, "https://live.thunderbird.net/autoconfig/v1.1/{domain}")},
			{Name: "autoconfig of the MX", Look: LookMX, Parallel: true, Steps: append(
				steps(ask, "https://autoconfig.{mx.full}"+configPath+withAddress, "https://autoconfig.{mx.base}"+configPath+withAddress),
				steps(ispdb, "https://live.thunderbird.net/autoconfig/v1.1/{mx.full}", "https://live.thunderbird.net/autoconfig/v1.1/{mx.base}")...,
			)},
			{Name: "Autodiscover", Always: true, Parallel: true, Ends: EndsStage, Steps: append(
				steps(post, "https://autodiscover.{domain}"+poxPath, "https://{domain}"+poxPath), overHTTP,
			)},
			{Name: "Autodiscover by SRV", Look: LookAutodiscover, Steps: steps(post, "https://{srv}"+poxPath)},
		},
		Needs:  "text/xml or application/xml; a 2xx only where there are settings; `<username>`; a `<domain>`; an outgoing server; POX with `SSL` on",
		Source: "source of 156.0a1; requests of 153 seen on the wire",
		Rows:   "TB1–TB15",
	}
}
