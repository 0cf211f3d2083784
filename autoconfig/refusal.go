package autoconfig

import (
	"errors"
	"net/http"
	"strings"

	"signpost/provider"
	"signpost/templates"
)

// Refusal is the error for a provider that is known and cannot be expressed in a
// format: a document would make the client fail, so the reason is given instead.
type Refusal struct {
	// Reason is the class: unchecked, unsupported, oauth2-only, or not-in-format.
	Reason string
	// Why are the words, where the class alone does not say it.
	Why provider.Text
	// Provider is whom it is about.
	Provider *provider.Provider
}

// Error is the refusal in English.
func (r *Refusal) Error() string {
	if why := r.Why.In("en"); why != "" {
		return r.Reason + ": " + why
	}
	return r.Reason
}

// Explain is the reason in English, for an admin.
func (r *Refusal) Explain() string {
	switch {
	case !r.Why.IsZero():
		return r.Why.In("en")
	case r.Reason == reasonOAuth2Only:
		return "the provider accepts only OAuth2, which this kind of document cannot carry"
	}
	return r.Reason
}

// The classes of refusals.
const (
	reasonUnchecked   = "unchecked"
	reasonUnsupported = "unsupported"
	reasonOAuth2Only  = "oauth2-only"
	reasonNotInFormat = "not-in-format"
)

// notInFormat refuses with a reason of the format itself.
func notInFormat(a provider.Account, en, zh string) error {
	return &Refusal{Reason: reasonNotInFormat, Why: provider.Text{{Lang: "en", Words: en}, {Lang: "zh", Words: zh}}, Provider: a.Provider}
}

// needServers refuses providers that no mail program can use.
func needServers(a provider.Account) error {
	if a.Usable() {
		return nil
	}
	why := a.Provider.Unsupported
	if why.IsZero() {
		why = provider.Text{
			{Lang: "en", Words: "The provider has no server that fits all its customers: it depends on the region or the plan."},
			{Lang: "zh", Words: "该服务没有适用于所有用户的服务器，需按地区或套餐选择。"},
		}
	}
	return &Refusal{Reason: reasonUnsupported, Why: why, Provider: a.Provider}
}

// needPassword refuses providers without a secret that can be typed.
func needPassword(a provider.Account) error {
	if err := needServers(a); err != nil {
		return err
	}
	if !a.Provider.Secret.Typed() {
		return &Refusal{Reason: reasonOAuth2Only, Provider: a.Provider}
	}
	return nil
}

// explain says in one language why there is no document: a sentence, and what to
// try. It never holds a part of the request.
func explain(l templates.Language, err error) string {
	var refusal *Refusal
	if errors.As(err, &refusal) {
		return explainRefusal(l, refusal)
	}
	t := l.Text
	for _, e := range []struct {
		err  error
		text string
	}{
		{errNotServed, follow(l, t.NotServed, t.NotServedTry)},
		{errNoAddress, t.NoAddress},
		{errPassword, t.NoPassword},
		{errTooLarge, t.TooLarge},
		{errMethod, t.WrongMethod},
		{errNoPath, t.NoSuchPage},
		{errNoBase, t.NoPublicURL},
		{errInternal, t.InternalError},
	} {
		if errors.Is(err, e.err) {
			return e.text
		}
	}
	return t.Malformed
}

func explainRefusal(l templates.Language, r *Refusal) string {
	t := l.Text
	var text string
	switch r.Reason {
	case reasonUnchecked:
		text = t.Unchecked
	case reasonOAuth2Only:
		text = templates.Fill(t.OAuth2Only, "provider", r.Provider.Name.In(l.Tag))
	case reasonNotInFormat:
		text = follow(l, t.NotInFormat, r.Why.In(l.Tag))
	default:
		text = r.Why.In(l.Tag)
	}
	if link := helpLink(r.Provider, l.Tag); link != "" {
		text += " " + link
	}
	return text
}

// follow puts two sentences one behind the other: Chinese has no blank between them.
func follow(l templates.Language, first, second string) string {
	if strings.HasPrefix(l.Tag, "zh") {
		return first + second
	}
	return first + " " + second
}

// status is the HTTP status for an error where the protocol has no other rule.
// Never 401: a client would ask the person for a password.
func status(err error) int {
	var refusal *Refusal
	switch {
	case errors.As(err, &refusal):
		if refusal.Reason == reasonOAuth2Only {
			return http.StatusConflict
		}
		return http.StatusNotFound
	case errors.Is(err, errNotServed), errors.Is(err, errNoPath):
		return http.StatusNotFound
	case errors.Is(err, errTooLarge):
		return http.StatusRequestEntityTooLarge
	case errors.Is(err, errMethod):
		return http.StatusMethodNotAllowed
	case errors.Is(err, errInternal):
		return http.StatusInternalServerError
	case errors.Is(err, errNoBase):
		return http.StatusNotFound
	}
	return http.StatusBadRequest
}

// failText is the Fail of formats whose clients ignore the body: a short text
// for the person who looks into a log or a browser.
func failText(texts *templates.Catalog) func(Query, error) Document {
	return func(q Query, err error) Document {
		return Document{
			Status: status(err),
			Type:   "text/plain; charset=utf-8",
			Body:   []byte(explain(texts.Named(q.Lang), err) + "\n"),
			Vary:   "Accept-Language",
		}
	}
}

// failNotFound is failText for clients that know one way to be told no: Horde goes
// on to its next source after 404 and parses everything else.
func failNotFound(texts *templates.Catalog) func(Query, error) Document {
	fail := failText(texts)
	return func(q Query, err error) Document {
		doc := fail(q, err)
		if doc.Status == http.StatusBadRequest || doc.Status == http.StatusConflict {
			doc.Status = http.StatusNotFound
		}
		return doc
	}
}

// helpLink is the best page to send a person to: in the language, else in any.
func helpLink(p *provider.Provider, lang string) string {
	for _, h := range p.Help {
		if primaryLanguage(h.Lang) == primaryLanguage(lang) {
			return h.URL
		}
	}
	if len(p.Help) > 0 {
		return p.Help[0].URL
	}
	if len(p.Webmail) > 0 {
		return p.Webmail[0]
	}
	return ""
}
