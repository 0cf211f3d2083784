package autoconfig

import "strings"

// Family is a kind of client in logs and metrics: a closed set.
type Family string

// The families of clients, told by User-Agent; Delta Chat sends none.
const (
	FamilyNone        Family = "none"
	FamilyOther       Family = "other"
	FamilyThunderbird Family = "thunderbird"
	FamilyAutoDetect  Family = "microsoft-autodetect"
	FamilyOutlook     Family = "outlook"
	FamilyEvolution   Family = "evolution"
	FamilyKDE         Family = "kde"
	FamilyAndroid     Family = "android"
	FamilyApple       Family = "apple"
	FamilyHorde       Family = "horde"
	FamilyCurl        Family = "curl"
	FamilyBrowser     Family = "browser"
)

// families are matched in this order: Thunderbird, KDE and Outlook call
// themselves Mozilla too.
var families = []struct {
	part   string
	family Family
}{
	{"OutlookMobileCloudService-Autodetect", FamilyAutoDetect},
	{"Thunderbird/", FamilyThunderbird},
	{"Microsoft Office/", FamilyOutlook},
	{"Microsoft Outlook", FamilyOutlook},
	{"Outlook-", FamilyOutlook},
	{"Evolution/", FamilyEvolution},
	{"ispdb/", FamilyKDE},
	{"KIO/", FamilyKDE},
	{"Horde_Http", FamilyHorde},
	{"okhttp/", FamilyAndroid},
	{"Dalvik/", FamilyAndroid},
	{"FairEmail", FamilyAndroid},
	{"CFNetwork/", FamilyApple},
	{"dataaccessd", FamilyApple},
	{"curl/", FamilyCurl},
	{"Wget/", FamilyCurl},
	{"Mozilla/", FamilyBrowser},
}

func familyOf(userAgent string) Family {
	if userAgent == "" {
		return FamilyNone
	}
	for _, f := range families {
		if strings.Contains(userAgent, f.part) {
			return f.family
		}
	}
	return FamilyOther
}
