package autoconfig

import (
	"net/http"
	"slices"

	"signpost/provider"
)

// activeSyncFormat is the mobilesync schema of Autodiscover XML (MS-ASCMD
// 2.2.1.1): what ActiveSync devices and Microsoft's AutoDetect send to the same
// path as Outlook. It can name an ActiveSync server and nothing else.
func activeSyncFormat(options Options) Format {
	return Format{
		Name:    "activesync",
		Methods: []string{http.MethodPost},
		Parse:   parseAutodiscover,
		Render: func(q Query, a provider.Account) (Document, error) {
			if a.Service(provider.ActiveSync) == "" && slices.Contains(q.Schemas, schemaOutlook) {
				return renderPOX(q, a)
			}
			return renderActiveSync(q, a)
		},
		Variant: activeSyncVariant,
		Fail:    func(q Query, err error) Document { return failPOX(options, q, err) },
	}
}

func activeSyncVariant(q *Query) (variant, bool) {
	v := variant{local: q.Local != "", asked: !q.Address.IsZero()}
	if slices.Contains(q.Schemas, schemaOutlook) {
		v.word = schemaOutlook
	}
	return v, plainASCII(q.Local) && plainASCII(q.Address.Local)
}

// renderActiveSync names the provider's ActiveSync URL. Without one the answer is
// error 601, never an invented URL and never IMAP settings in this namespace: the
// device would try, and tell the person that the password is wrong.
func renderActiveSync(q Query, a provider.Account) (Document, error) {
	endpoint := a.Service(provider.ActiveSync)
	if endpoint == "" {
		return Document{}, notInFormat(a, "The provider has no ActiveSync.", "该服务不提供 ActiveSync。")
	}
	if q.Address.IsZero() {
		return Document{}, errNoAddress
	}
	doc := newXML()
	root := doc.CreateElement("Autodiscover")
	root.CreateAttr("xmlns", nsResponse)
	response := root.CreateElement("Response")
	response.CreateAttr("xmlns", nsMobileResponse)
	leaf(response, "Culture", "en:us")
	user := response.CreateElement("User")
	leaf(user, "DisplayName", q.Address.String())
	leaf(user, "EMailAddress", q.Address.String())
	server := response.CreateElement("Action").CreateElement("Settings").CreateElement("Server")
	leaf(server, "Type", "MobileSync")
	leaf(server, "Url", endpoint)
	leaf(server, "Name", endpoint)
	body, err := bytesOf(doc)
	if err != nil {
		return Document{}, err
	}
	return Document{Type: xmlType, Body: body}, nil
}
