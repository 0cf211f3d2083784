package doctor

import (
	"bytes"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"signpost/client/discovery"
)

// seen is a question of one client's, or one of the extra ones.
type seen struct {
	discovery.Asked

	client string
	// found tells whether the client found settings all the same.
	found bool
}

// own are all questions to the hosts of the domain, and to those that its SRV
// records name: the database and the hoster are other people's.
func (e *examination) own() []seen {
	var all []seen
	add := func(asked discovery.Asked, client string, found bool) {
		_, rest, _ := strings.Cut(asked.Step.URL, "://")
		host, _, _ := strings.Cut(rest, "/")
		if strings.Contains(host, "{domain}") || strings.Contains(host, "{srv}") {
			all = append(all, seen{asked, client, found})
		}
	}
	for _, o := range e.outcomes {
		for _, asked := range o.Asked {
			add(asked, o.Client.Name, o.Found)
		}
	}
	for _, asked := range e.extra {
		add(asked, "", false)
	}
	return all
}

// judgeWeb makes findings of connections and of statuses.
func (e *examination) judgeWeb() {
	cut := false
	for _, s := range e.own() {
		if s.Fault == discovery.Cut {
			cut = true
			continue
		}
		e.judgeFault(s)
		e.judgeStatus(s)
	}
	if cut {
		e.found.add("cut", "the run ended before all questions were asked")
	}
	e.judgeWithoutAddress()
	e.judgeGET()
	e.judgeHTTPOnly()
}

// judgeFault is about a request that got no answer. A host that does not exist is
// judged with DNS, and plain http is not for everyone to serve.
func (e *examination) judgeFault(s seen) {
	ids := map[discovery.Fault]string{
		discovery.CertificateName: "cert-name", discovery.CertificateExpired: "cert-expired",
		discovery.CertificateSelfSigned: "cert-self-signed", discovery.CertificateUntrusted: "cert-untrusted",
		discovery.TLSHandshake: "tls-handshake", discovery.Refused: "web-refused", discovery.Unreachable: "web-unreachable",
		discovery.Closed: "web-closed", discovery.Timeout: "web-timeout", discovery.NotHTTP: "not-http",
		discovery.TooLarge: "body-too-large", discovery.RedirectLoop: "redirect-loop", discovery.RedirectRefused: "redirect-refused",
	}
	id, ok := ids[s.Fault]
	isHTTP := strings.HasPrefix(s.URL, "http:")
	if !ok || isHTTP && (id == "web-refused" || id == "web-unreachable" || id == "redirect-refused") {
		return
	}
	what := place(s, id) + ": " + s.Fault.Sentence()
	if s.Detail != "" {
		what += ": " + s.Detail
	}
	e.addAt(s, id, what)
}

// addAt adds a finding about a URL. The bare domain is the web site, and plain http
// the last resort: what is wrong there matters only where a client needs it.
func (e *examination) addAt(s seen, id, what string) {
	severity := ruleOf(id).Severity
	isAside := s.Host() == e.address.Domain || strings.HasPrefix(s.URL, "http:")
	if isAside && (s.found || s.client == "") {
		severity = Note
	}
	if s.client == "" {
		e.found.addAs(severity, id, what)
		return
	}
	e.found.addAs(severity, id, what, s.client)
}

// place is where a finding is: the host for what is wrong with a connection, the
// path too for what is wrong with an answer.
func place(s seen, id string) string {
	u, err := url.Parse(s.URL)
	if err != nil {
		return s.URL
	}
	where := u.Scheme + "://" + u.Host
	for _, prefix := range []string{"cert-", "tls-", "web-refused", "web-unreachable", "not-http"} {
		if strings.HasPrefix(id, prefix) {
			return where
		}
	}
	return where + u.Path
}

// judgeStatus is about what a status and a type say before anybody reads on.
func (e *examination) judgeStatus(s seen) {
	status, body := s.Reply.Status, s.Reply.Body
	isXML := s.Step.Format == "autoconfig" || s.Step.Format == "pox" || s.Step.Format == "activesync"
	where := place(s, "")
	switch {
	case s.Fault != discovery.NoFault || status == 0:
	case status == http.StatusNoContent:
		e.addAt(s, "autoconfig-204", where+" answers 204")
	case status == http.StatusUnauthorized && s.Step.Format != "autoconfig":
		e.addAt(s, "pox-401", where+" answers 401")
	case status/100 == 2 && isHTML(s.Reply.Type, body):
		e.addAt(s, "html-catch-all", where+" answers with a page of HTML")
	case status/100 == 2 && isXML && bytes.Contains(body, []byte("<?xml")) && !isXMLType(s.Reply.Type):
		e.addAt(s, "content-type", fmt.Sprintf("%s answers with the type %q", where, s.Reply.Type))
	}
}

func isHTML(mediaType string, body []byte) bool {
	begin := bytes.ToLower(bytes.TrimSpace(body[:min(len(body), 512)]))
	return strings.HasPrefix(strings.ToLower(mediaType), "text/html") || bytes.HasPrefix(begin, []byte("<!doctype html")) || bytes.HasPrefix(begin, []byte("<html"))
}

// isXMLType is what Thunderbird takes for XML.
func isXMLType(mediaType string) bool {
	return strings.HasPrefix(mediaType, "text/xml") || strings.HasPrefix(mediaType, "application/xml")
}

// judgeWithoutAddress compares the answers with and without an address.
func (e *examination) judgeWithoutAddress() {
	with, without := e.extraAsked("with address"), e.extraAsked("without address")
	if with.Reply.Status/100 == 2 && without.Fault == discovery.NoFault && without.Reply.Status >= 400 {
		e.found.add("autoconfig-needs-address", fmt.Sprintf("%s answers %d without an address", without.URL, without.Reply.Status))
	}
}

// judgeGET compares Autodiscover by GET and by POST.
func (e *examination) judgeGET() {
	post, get := e.extraAsked("POX by POST"), e.extraAsked("POX by GET")
	if post.Reply.Status/100 == 2 && get.Fault == discovery.NoFault && get.Reply.Status >= 400 {
		e.found.add("pox-get-405", fmt.Sprintf("%s answers GET with %d", get.URL, get.Reply.Status))
	}
}

// judgeHTTPOnly finds documents that are there without encryption only. That clients
// turn to plain http because of a certificate is the certificate's fault.
func (e *examination) judgeHTTPOnly() {
	certificates := []discovery.Fault{
		discovery.CertificateName, discovery.CertificateExpired, discovery.CertificateSelfSigned, discovery.CertificateUntrusted,
	}
	plain, secure := false, false
	for _, s := range e.own() {
		if s.Step.Format != "autoconfig" {
			continue
		}
		isHTTPS := strings.HasPrefix(s.Step.URL, "https:")
		secure = secure || isHTTPS && (s.Used || slices.Contains(certificates, s.Fault))
		plain = plain || !isHTTPS && s.Used
	}
	if plain && !secure {
		e.found.add("http-only", "autoconfig is answered over plain http and not over https")
	}
}
