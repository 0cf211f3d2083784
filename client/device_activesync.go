package client

// readActiveSync follows MS-ASCMD, section 2.2.1.1, with the schemas of sections
// 6.2 and 6.4: what an ActiveSync device makes of Autodiscover. The schema has no
// place for IMAP; all it takes is the URL of an ActiveSync server.
func readActiveSync(reply Reply, _ string) (Setup, error) {
	response, err := autodiscoverResponse(reply, nsMobileSync)
	if err != nil {
		return Setup{}, err
	}
	if user := childIn(response, "User"); user != nil && textOf(user, "EMailAddress") == "" {
		return Setup{}, refuse("the User has no EMailAddress")
	}
	action := childIn(response, "Action")
	if action == nil {
		return Setup{}, refuse("no Action element")
	}
	if e := childIn(action, "Error"); e != nil {
		return Setup{}, refuse("error, status %s: %s", textOf(e, "Status"), textOf(e, "Message"))
	}
	if textOf(action, "Redirect") != "" {
		return Setup{}, refuse("the device starts again with another address")
	}
	for _, settings := range childrenIn(action, "Settings") {
		for _, server := range childrenIn(settings, "Server") {
			if textOf(server, "Type") != "MobileSync" {
				continue
			}
			target := textOf(server, "Url")
			if !isHTTPS(target) {
				return Setup{}, refuse("the Url is %q, not an https URL", target)
			}
			return Setup{URL: target}, nil
		}
	}
	return Setup{}, refuse("no Server of Type MobileSync")
}
