package provider_test

import (
	"testing"

	"signpost/provider"
)

func TestSecret(t *testing.T) {
	const (
		password = provider.SecretPassword
		app      = provider.SecretAppPassword
		code     = provider.SecretAuthorizationCode
		oauth2   = provider.SecretOAuth2
		bridge   = provider.SecretBridge
		none     = provider.SecretNone
	)
	kinds := func(k ...provider.SecretKind) provider.Secret { return provider.Secret{Kinds: k} }
	answered := func(s provider.Secret, a provider.Answer) provider.Secret {
		s.WebPassword = a
		return s
	}
	for _, tt := range []struct {
		name       string
		secret     provider.Secret
		web        provider.Answer
		typed      bool
		needsSetup bool
		oauth2Only bool
	}{
		{"nothing is known", kinds(), provider.Unknown, true, false, false},
		{"the web password", kinds(password), provider.Yes, true, false, false},
		{"an app password", kinds(app), provider.No, true, true, false},
		{"an authorization code", kinds(code), provider.No, true, true, false},
		{"the web password, or an app password after two-step verification", kinds(password, app), provider.Unknown, true, false, false},
		{"an app password, or else the web password", kinds(app, password), provider.Unknown, true, false, false},
		{"two that are not the web password", kinds(app, code), provider.No, true, true, false},
		{"OAuth2 alone", kinds(oauth2), provider.No, false, true, true},
		{"OAuth2 or an app password", kinds(oauth2, app), provider.No, true, true, false},
		{"OAuth2 or the web password", kinds(oauth2, password), provider.Unknown, true, false, false},
		{"the password of a bridge", kinds(bridge), provider.No, true, true, false},
		{"nothing at all works", kinds(none), provider.No, false, true, false},
		{"a name without a kind", provider.Secret{Name: provider.Text{{Lang: "en", Words: "mail code"}}}, provider.Unknown, true, true, false},
		{"a plain no wins", answered(kinds(password, app), provider.No), provider.No, true, false, false},
		{"a plain yes wins", answered(kinds(app), provider.Yes), provider.Yes, true, true, false},
		{"a plain unknown wins", answered(kinds(password), provider.Unknown), provider.Unknown, true, false, false},
		{"a plain no where no kind is known", answered(kinds(), provider.No), provider.No, true, false, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := &provider.Provider{Secret: tt.secret}
			if got := tt.secret.WebPasswordWorks(); got != tt.web {
				t.Errorf("%v: WebPasswordWorks: got %q, want %q", tt.secret, got, tt.web)
			}
			if got := tt.secret.Typed(); got != tt.typed {
				t.Errorf("%v: Typed: got %t, want %t", tt.secret, got, tt.typed)
			}
			if got := p.NeedsSetup(); got != tt.needsSetup {
				t.Errorf("%v: NeedsSetup: got %t, want %t", tt.secret, got, tt.needsSetup)
			}
			if got := p.OAuth2Only(); got != tt.oauth2Only {
				t.Errorf("%v: OAuth2Only: got %t, want %t", tt.secret, got, tt.oauth2Only)
			}
		})
	}
}

func TestAccessNeedsSetup(t *testing.T) {
	for access, want := range map[provider.Access]bool{
		"": false, provider.AccessOn: false, provider.AccessOff: true, provider.AccessAdmin: true,
	} {
		p := &provider.Provider{Access: access, Secret: provider.Secret{Kinds: []provider.SecretKind{provider.SecretPassword}}}
		if got := p.NeedsSetup(); got != want {
			t.Errorf("access %q with the web password: NeedsSetup: got %t, want %t", access, got, want)
		}
	}
}

func TestSecretAccepts(t *testing.T) {
	s := provider.Secret{Kinds: []provider.SecretKind{provider.SecretOAuth2, provider.SecretAppPassword}}
	if !s.Accepts(provider.SecretAppPassword) || s.Accepts(provider.SecretPassword) {
		t.Errorf("%v: got app password %t and password %t, want true and false", s.Kinds, s.Accepts(provider.SecretAppPassword), s.Accepts(provider.SecretPassword))
	}
	if s.IsZero() || !(provider.Secret{}).IsZero() || (provider.Secret{Name: provider.Text{{Words: "code"}}}).IsZero() {
		t.Error("IsZero: want true for the zero Secret only")
	}
	if !(provider.OAuth2{}).IsZero() || (provider.OAuth2{Issuer: "https://id.example.com"}).IsZero() {
		t.Error("OAuth2.IsZero: want true without an issuer only")
	}
}
