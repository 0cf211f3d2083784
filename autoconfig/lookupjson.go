package autoconfig

import (
	"net/http"

	"signpost/provider"
	"signpost/templates"
)

// jsonFormat is the look-up for programs.
func jsonFormat(texts *templates.Catalog) Format {
	return Format{
		Name:    formatJSON,
		Methods: []string{http.MethodGet},
		CORS:    true,
		Parse:   parseLookup,
		Render: func(_ Query, a provider.Account) (Document, error) {
			doc, err := jsonDocument(http.StatusOK, newLookup(a))
			doc.Vary = lookupVary
			if a.Local == "" {
				doc.Cache = CachePublic
			}
			return doc, err
		},
		Fail: func(q Query, err error) Document {
			failure := lookupFailure{}
			failure.Error.Code = outcome(err)
			failure.Error.Message = explain(texts.Named(q.Lang), err)
			doc, encodeErr := jsonDocument(status(err), failure)
			if encodeErr != nil {
				return plain(http.StatusInternalServerError, "internal error\n")
			}
			doc.Vary = lookupVary
			return doc
		},
	}
}

// lookup is the JSON answer. Its keys only ever grow: nothing here is renamed
// or given another meaning.
type lookup struct {
	Address  string          `json:"address,omitempty"`
	Domain   string          `json:"domain"`
	Provider lookupProvider  `json:"provider"`
	Secret   *lookupSecret   `json:"secret,omitempty"`
	Access   provider.Access `json:"access,omitempty"`
	Setup    []provider.Text `json:"setup,omitempty"`
	Servers  []lookupServer  `json:"servers"`
	Others   []lookupServer  `json:"other_servers,omitempty"`
	Note     provider.Text   `json:"username_note,omitempty"`
	Services []lookupService `json:"services,omitempty"`
	OAuth2   *lookupOAuth2   `json:"oauth2,omitempty"`
	Webmail  []string        `json:"webmail,omitempty"`
	Help     []lookupHelp    `json:"help,omitempty"`
	Reason   provider.Text   `json:"unsupported,omitempty"`
	Quirks   []string        `json:"quirks,omitempty"`
}

type lookupProvider struct {
	ID         string              `json:"id"`
	Name       provider.Text       `json:"name"`
	Operator   provider.Text       `json:"operator,omitempty"`
	Kind       provider.Kind       `json:"kind,omitempty"`
	Lifecycle  provider.Lifecycle  `json:"lifecycle,omitempty"`
	Confidence provider.Confidence `json:"confidence,omitempty"`
	Support    provider.Text       `json:"support,omitempty"`
}

type lookupSecret struct {
	Kinds  []provider.SecretKind `json:"kinds"`
	Name   provider.Text         `json:"name,omitempty"`
	Length int                   `json:"length,omitempty"`
	Where  provider.Text         `json:"where,omitempty"`
	// WebPassword is absent where it depends or is not known.
	WebPassword *bool `json:"web_password_works,omitempty"`
}

type lookupServer struct {
	Protocol provider.Protocol `json:"protocol"`
	Host     string            `json:"host"`
	Port     int               `json:"port"`
	Security provider.Security `json:"security"`
	// Username is the login if the address is known; Template is what it is made of.
	Username string `json:"username,omitempty"`
	Template string `json:"username_template"`
	Region   string `json:"region,omitempty"`
	Variant  string `json:"variant,omitempty"`
}

type lookupService struct {
	Type provider.ServiceType `json:"type"`
	URL  string               `json:"url"`
}

type lookupOAuth2 struct {
	Issuer    string   `json:"issuer"`
	AuthURL   string   `json:"authorization_endpoint"`
	TokenURL  string   `json:"token_endpoint"`
	Scopes    []string `json:"scopes"`
	DAVScopes []string `json:"dav_scopes,omitempty"`
	EWSScopes []string `json:"ews_scopes,omitempty"`
	PKCE      bool     `json:"pkce,omitempty"`
}

type lookupHelp struct {
	URL   string        `json:"url"`
	Lang  string        `json:"lang,omitempty"`
	Topic provider.Text `json:"topic,omitempty"`
}

type lookupFailure struct {
	Error struct {
		Code    string `json:"code"`
		Message string `json:"message"`
	} `json:"error"`
}

func newLookup(a provider.Account) lookup {
	p := a.Provider
	l := lookup{
		Address: a.Address(),
		Domain:  a.Domain,
		Provider: lookupProvider{
			ID: p.ID, Name: p.Name, Operator: p.Operator, Kind: p.Kind,
			Lifecycle: p.Lifecycle, Confidence: p.Confidence, Support: p.Support,
		},
		Secret:  newLookupSecret(p.Secret),
		Access:  p.Access,
		Setup:   p.Setup,
		Servers: lookupServers(a.Servers()),
		Others:  lookupServers(a.More),
		Note:    p.UsernameNote,
		Webmail: p.Webmail,
		Reason:  p.Unsupported,
		Quirks:  p.Quirks,
	}
	for _, s := range a.Services {
		l.Services = append(l.Services, lookupService{s.Type, s.URL})
	}
	if o := p.OAuth2; !o.IsZero() {
		l.OAuth2 = &lookupOAuth2{o.Issuer, o.AuthURL, o.TokenURL, o.Scopes, o.DAVScopes, o.EWSScopes, o.PKCE}
	}
	for _, h := range p.Help {
		l.Help = append(l.Help, lookupHelp{h.URL, h.Lang, h.Topic})
	}
	return l
}

func newLookupSecret(s provider.Secret) *lookupSecret {
	if s.IsZero() {
		return nil
	}
	out := &lookupSecret{Kinds: s.Kinds, Name: s.Name, Length: s.Length, Where: s.Where}
	if out.Kinds == nil {
		out.Kinds = []provider.SecretKind{}
	}
	if works := s.WebPasswordWorks(); works != provider.Unknown {
		yes := works == provider.Yes
		out.WebPassword = &yes
	}
	return out
}

func lookupServers(endpoints []provider.Endpoint) []lookupServer {
	servers := make([]lookupServer, 0, len(endpoints))
	for _, e := range endpoints {
		servers = append(servers, lookupServer{
			Protocol: e.Protocol, Host: e.Host, Port: e.Port, Security: e.Security,
			Username: e.Login, Template: string(e.Username), Region: e.Region, Variant: e.Variant,
		})
	}
	return servers
}
