package doctor

import (
	"fmt"
	"slices"
	"strings"

	"signpost/client"
	"signpost/client/discovery"
	"signpost/internal/probe"
	"signpost/provider"
)

// judgeSecurity looks at how each client would protect its connections, and how it
// would sign in.
func (e *examination) judgeSecurity() {
	for _, o := range e.outcomes {
		if !o.Found {
			continue
		}
		for _, s := range used(o.Setup) {
			if why := e.wrongSecurity(s); why != "" {
				e.found.add(securityID(o, s), sayUse(s)+why, o.Client.Name)
			}
			if why := e.wrongAuth(s); why != "" {
				e.found.add("auth-not-offered", why, o.Client.Name)
			}
		}
	}
}

// sayUse begins a sentence whose subject are clients.
func sayUse(s client.Server) string {
	return fmt.Sprintf("would use %s on %s:%d", securityName(s.Security), s.Host, s.Port)
}

// wrongSecurity is how a client fails with its way to protect a connection, or "".
// Where the server was not reached, its port says what it is for. Apple's one
// switch says TLS of some kind, so it is judged like the others and may do better.
func (e *examination) wrongSecurity(s client.Server) string {
	speaks := e.serverOf(s).Speaks()
	verb := "speaks"
	if speaks == "" {
		speaks, verb = registered(s.Port), "is for"
		if !slices.Contains([]int{993, 995, 465, 143, 110, 587}, s.Port) {
			speaks = s.Security
		}
	}
	switch {
	case s.Security == provider.Plaintext:
		return ": the password goes over the network for all to read"
	case (s.Security == provider.TLS) != (speaks == provider.TLS):
		return fmt.Sprintf(", which %s %s, and fail", verb, securityName(speaks))
	}
	return ""
}

// securityID is the finding for a wrong protection, by where it was read.
func securityID(o discovery.Outcome, s client.Server) string {
	format := ""
	if o.Source >= 0 {
		format = o.Asked[o.Source].Step.Format
	}
	switch {
	case s.Security == provider.Plaintext && format == "pox":
		return "pox-ssl-off"
	case s.Security == provider.Plaintext:
		return "no-encryption"
	case format == "pox":
		return "pox-encryption"
	}
	return "security-mismatch"
}

// wrongAuth is how a client fails that was told to sign in with what the server
// lacks, or "".
func (e *examination) wrongAuth(s client.Server) string {
	said := e.serverOf(s).Advertised.Protected
	if s.Auth != client.AuthEncrypted || !said.Answered {
		return ""
	}
	challenge := func(m string) bool { return m == "CRAM-MD5" || m == "DIGEST-MD5" || strings.HasPrefix(m, "SCRAM-") }
	if slices.ContainsFunc(said.Mechanisms, challenge) {
		return ""
	}
	return fmt.Sprintf("would sign in to %s:%d with an encrypted password, which the server does not take", s.Host, s.Port)
}

// verdict is how a client fares, and why.
func (e *examination) verdict(o discovery.Outcome) (Verdict, string) {
	servers := used(o.Setup)
	switch {
	case !o.Found && o.Client.Optional:
		return Nothing, "nothing for it, which most domains do without"
	case !o.Found:
		return ByHand, gaveUp(o)
	case len(servers) == 0:
		return Elsewhere, "goes on to " + o.Setup.URL
	case len(o.Setup.Outgoing) == 0:
		return Fails, "no server to send mail with"
	}
	verdict, why := Works, ""
	for _, s := range servers {
		if wrong := e.wrongSecurity(s); wrong != "" {
			return Fails, sayUse(s) + wrong
		}
		if wrong := e.wrongAuth(s); wrong != "" {
			return Fails, wrong
		}
		problems, known := e.serverOf(s).Would(s.Security)
		if len(problems) > 0 {
			kind := problems[0].Kind
			if kind == probe.Cut {
				verdict, why = Untested, "its servers were not asked in time"
				continue
			}
			return Fails, fmt.Sprintf("%s:%d: %s", s.Host, s.Port, strings.TrimSuffix(problems[0].Error(), "."))
		}
		if !known {
			verdict, why = Untested, "its servers were not asked in time"
		}
	}
	return verdict, why
}

// gaveUp is the reason that says most of why a search found nothing: a document
// that was refused before a host that is not there.
func gaveUp(o discovery.Outcome) string {
	reason, best := "nothing is published for it", 0
	for _, a := range o.Asked {
		rank, why := 0, ""
		switch {
		case a.Refusal != "" && a.Reply.Status/100 == 2:
			rank, why = 4, a.Refusal
		case a.Fault != discovery.NoFault && a.Fault != discovery.NoSuchName && a.URL != "":
			rank, why = 3, a.Host()+": "+a.Fault.Sentence()
		case a.Refusal != "" && a.Reply.Status != 0:
			rank, why = 2, a.Refusal
		}
		if rank > best {
			reason, best = why, rank
		}
	}
	return reason
}
