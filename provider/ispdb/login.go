package ispdb

import (
	"fmt"
	"slices"
	"strings"

	"github.com/beevik/etree"

	"signpost/provider"
	"signpost/provider/draft"
)

// method is a way to sign in at a server.
type method string

const (
	password  method = "password"  // a password that encryption of the connection protects
	encrypted method = "encrypted" // CRAM-MD5 and its like
	oauth2    method = "OAuth2"
	noLogin   method = "none"  // the server knows people by their network, or not at all
	special   method = "other" // Kerberos, Windows, certificates
)

// methods are the values of authentication elements, the old ones among them.
var methods = map[string]method{
	"password-cleartext": password, "plain": password,
	"password-encrypted": encrypted, "secure": encrypted,
	"OAuth2": oauth2, "OAuth": oauth2,
	"none": noLogin, "client-IP-address": noLogin, "smtp-after-pop": noLogin,
	"GSSAPI": special, "NTLM": special, "TLS-client-cert": special,
}

// login is how people sign in at a server that was kept.
type login struct {
	at      draft.Position
	server  string
	methods []method
	// network says that the server takes mail from the provider's own network only.
	network bool
}

// only tells whether a server knows a single way.
func (l login) only(m method) bool { return len(l.methods) == 1 && l.methods[0] == m }

// login reads the methods of a server in its order.
func (r *reader) login(e *etree.Element, s provider.Server) login {
	l := login{at: r.doc.at(e), server: draft.Describe(s)}
	for _, a := range children(e, "authentication") {
		m, ok := methods[text(a)]
		if !ok {
			r.Note(r.doc.at(a), fmt.Sprintf("authentication `%s` is not known", text(a)), "")
			continue
		}
		if !slices.Contains(l.methods, m) {
			l.methods = append(l.methods, m)
		}
	}
	for _, restriction := range children(e, "restriction") {
		l.network = l.network || text(restriction) == "client-IP-address"
	}
	return l
}

// loginNote reports what the formats cannot say of a login; in short it becomes
// the server's note.
func (r *reader) loginNote(l login) string {
	var notes []string
	say := func(what, note string) {
		notes = append(notes, note)
		r.Note(l.at, l.server+" "+what, "")
	}
	switch {
	case l.only(encrypted):
		say("takes passwords by CRAM-MD5 only", "CRAM-MD5 only")
	case l.only(noLogin):
		say("asks for no login", "no login")
	case l.only(special):
		say("takes neither passwords nor OAuth2", "neither passwords nor OAuth2")
	case l.only(oauth2) && r.OAuth2.IsZero():
		say("takes OAuth2 only, and its parameters are not known", "OAuth2 only")
	case len(l.methods) == 0:
		r.Note(l.at, l.server+" names no way to sign in that is known; a password is assumed", "")
	}
	if l.network {
		say("takes mail from the provider's own network only", "own network only")
	}
	return strings.Join(notes, ", ")
}

// secret says what goes into the password field as far as the file tells. That
// there is a password does not tell which: the one of the web login or another. So
// the kinds are known only where OAuth2 is one of them.
func (r *reader) secret() {
	if len(r.logins) == 0 {
		return
	}
	offers := func(l login) bool { return slices.Contains(l.methods, oauth2) }
	first := slices.IndexFunc(r.logins, offers)
	if first < 0 {
		return
	}
	if r.OAuth2.IsZero() {
		r.Note(r.logins[first].at, "OAuth2 is left out: there is no complete <oAuth2>", "add an `oauth2` block to the provider file")
		if !slices.ContainsFunc(r.logins, func(l login) bool { return !l.only(oauth2) }) {
			r.Secret.WebPassword = provider.No
		}
		return
	}
	kinds := map[method]provider.SecretKind{oauth2: provider.SecretOAuth2, password: provider.SecretPassword, encrypted: provider.SecretPassword}
	for _, l := range r.logins {
		for _, m := range l.methods {
			if kind, ok := kinds[m]; ok && !r.Secret.Accepts(kind) {
				r.Secret.Kinds = append(r.Secret.Kinds, kind)
			}
		}
	}
}
