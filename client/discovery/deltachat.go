package discovery

// deltachat follows configure.rs and net/http.rs of chatmail/core: one after the
// other, https only, no header but Host, redirects only to absolute URLs. A
// document without servers ends the search, so an Error document is worse than a
// 404. It asks Autodiscover with GET, without an address.
func deltachat() Client {
	ask := Step{Format: "autoconfig", Redirects: FollowAbsolute}
	first, pox := ask, ask
	first.Spelling, pox.Format = EncodedAll, "pox"
	all := steps(first, "https://autoconfig.{domain}"+configPath+withAddress)
	all = append(all, steps(ask, "https://{domain}"+wellKnownPath)...)
	all = append(all, steps(pox, "https://{domain}"+poxPath, "https://autodiscover.{domain}"+poxPath)...)
	all = append(all, steps(ask, "https://autoconfig.thunderbird.net/v1.1/{domain}")...)
	return Client{
		Key: "deltachat", Name: "Delta Chat", Stages: []Stage{{Name: "autoconfig", Ends: EndsSearch, Steps: all}},
		Needs:  "IMAP; no 2xx without servers; absolute redirects; no need of User-Agent or Accept",
		Source: "source of 2026-08-22; requests of 2.57 seen on the wire",
		Rows:   "DC1–DC4",
	}
}
