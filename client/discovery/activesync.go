package discovery

// activesync is a phone's Exchange account: Autodiscover in its own schema, at the
// places of MS-ASCMD.
func activesync() Client {
	post := Step{Method: "POST", Body: MobileSync, Type: "text/xml", Format: "activesync", Redirects: FollowHTTPS}
	redirect := Step{Body: MobileSync, Type: "text/xml", Format: "activesync", Redirects: RedirectToPost}
	return Client{
		Key: "activesync", Name: "ActiveSync devices", Optional: true,
		Stages: []Stage{
			{Name: "Autodiscover", Steps: append(
				steps(post, "https://{domain}"+poxPath, "https://autodiscover.{domain}"+poxPath),
				steps(redirect, "http://autodiscover.{domain}"+poxPath)...,
			)},
			{Name: "Autodiscover by SRV", Look: LookAutodiscover, Steps: steps(post, "https://{srv}"+poxPath)},
		},
		Needs:  "the mobilesync namespaces and the URL of an ActiveSync server; IMAP has no place in it",
		Source: "MS-ASCMD",
		Rows:   "MS13",
	}
}
