package client

import (
	"encoding/json"
	"net/http"
	"net/url"
)

// readAutoDetect follows what was seen of Outlook and of AutoDetect, the service
// in Microsoft's cloud that new Outlook and Outlook for phones ask: the answer
// names the URL of the protocol, or an error by its code. Servers put errors
// under status 400 or 404 (mailcow, Stalwart) or 200 (gromox).
func readAutoDetect(reply Reply, _ string) (Setup, error) {
	object, err := jsonObject(reply.Body)
	if err != nil && reply.Status == http.StatusOK {
		return Setup{}, err
	}
	if code := jsonText(object, "ErrorCode"); code != "" {
		return Setup{}, refuse("error %s: %s", code, jsonText(object, "ErrorMessage"))
	}
	if reply.Status != http.StatusOK {
		return Setup{}, refuse("status %d without an ErrorCode", reply.Status)
	}
	if jsonText(object, "Protocol") == "" {
		return Setup{}, refuse("no Protocol in the answer")
	}
	target := jsonText(object, "Url")
	if !isHTTPS(target) {
		return Setup{}, refuse("the Url is %q, not an https URL", target)
	}
	return Setup{URL: target}, nil
}

// jsonObject reads a body as one JSON object. The letter case of its keys counts,
// which is why it is no struct.
func jsonObject(body []byte) (map[string]any, error) {
	if err := checkSize(body); err != nil {
		return nil, err
	}
	var object map[string]any
	if err := json.Unmarshal(body, &object); err != nil {
		return nil, refuse("not a JSON object: %w", err)
	}
	if object == nil {
		return nil, refuse("not a JSON object: null")
	}
	return object, nil
}

// jsonText is the string under a key, or "".
func jsonText(object map[string]any, key string) string {
	text, _ := object[key].(string)
	return text
}

// isHTTPS tells whether s is an absolute https URL with a host.
func isHTTPS(s string) bool {
	u, err := url.Parse(s)
	return err == nil && u.Scheme == "https" && u.Host != ""
}
