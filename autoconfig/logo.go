package autoconfig

import (
	"net/http"
	"net/url"

	"signpost/provider"
	"signpost/templates"
)

// logoFormat serves the picture of a provider from memory, so that pages load
// nothing from elsewhere. It is a part of the page, not a dialect of mail clients:
// it stands in the routes and not among the Formats.
func logoFormat(texts *templates.Catalog) Format {
	return Format{
		Name:     "logo",
		Patterns: []string{"/logo"},
		Methods:  []string{http.MethodGet},
		Parse:    parseDomainOfAsset,
		Render: func(_ Query, a provider.Account) (Document, error) {
			logo := a.Provider.Logo
			if logo.IsZero() {
				return Document{}, errNoPath
			}
			return Document{Type: logo.Type, Body: logo.Data, Cache: CachePublic}, nil
		},
		Fail: failText(texts),
	}
}

// logoURL is where the picture of an account's provider is, or empty.
func logoURL(a provider.Account) string {
	if a.Provider.Logo.IsZero() {
		return ""
	}
	return "/logo?" + url.Values{"domain": {a.Domain}}.Encode()
}
