package autoconfig

import "strings"

// notSafari are marks of browsers on iPhone and iPad that save an Apple profile
// as a file instead of handing it to the system: other browsers by their own
// names, and the browsers inside of apps. Chrome is not among them: it hands
// profiles over.
func notSafari() []string {
	return []string{
		"FxiOS/", "Focus/", "DuckDuckGo/", "Ddg/", "EdgiOS/", "OPT/", "OPiOS/", "YaBrowser/", "UCBrowser/", "MQQBrowser/",
		"MicroMessenger/", " QQ/", "Weibo", "AlipayClient/", "DingTalk/", "baiduboxapp/", "FBAN/", "FBAV/", "Instagram", " Line/",
	}
}

// needsSafari tells whether a browser runs on an iPhone or iPad and cannot install
// profiles. Views of pages inside of apps do not call themselves Safari.
func needsSafari(userAgent string) bool {
	if !strings.Contains(userAgent, "iPhone") && !strings.Contains(userAgent, "iPad") && !strings.Contains(userAgent, "iPod") {
		return false
	}
	if !strings.Contains(userAgent, "Safari/") {
		return true
	}
	for _, mark := range notSafari() {
		if strings.Contains(userAgent, mark) {
			return true
		}
	}
	return false
}
