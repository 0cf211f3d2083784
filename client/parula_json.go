package client

import "strings"

// readParula follows exchangeV2Config.ts of Parula (Mustang), which asks for Ews,
// ActiveSync and REST. Its HTTP library throws on any status that is not 2xx,
// before the error in the body could be read.
func readParula(reply Reply, _ string) (Setup, error) {
	if reply.Status < 200 || reply.Status > 299 {
		return Setup{}, refuse("status %d", reply.Status)
	}
	object, err := jsonObject(reply.Body)
	if err != nil {
		return Setup{}, err
	}
	if message := jsonText(object, "ErrorMessage"); message != "" {
		return Setup{}, refuse("error: %s", message)
	}
	target := jsonText(object, "Url")
	if !isHTTPS(target) {
		return Setup{}, refuse("the Url is %q, not an https URL", target)
	}
	// Microsoft's answer for REST, which Parula turns into the web mail.
	if base, ok := strings.CutSuffix(target, "/api"); ok && strings.Count(base, "/") == 2 {
		target = base + "/owa/"
	}
	return Setup{URL: target}, nil
}
