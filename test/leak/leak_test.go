//go:build leak

// Package leak_test sends a marker wherever a mail client, a browser or an attacker can
// send something, and looks for it in everything that the program writes: the log as
// text and as JSON, the metrics, what is left of a panic and of a crash, files. It
// looks through the output of all other tests too.
//
// It is run by `make leak-test`, on Linux.
package leak_test

import (
	"crypto/elliptic"
	"crypto/tls"
	"net/http"
	"regexp"
	"syscall"
	"testing"
	"time"

	"github.com/miekg/dns"

	"signpost/internal/signing/signingtest"
	"signpost/internal/testserver"
	"signpost/test/serving"
)

// ownProviders are those of the tests of the handler, so that its requests find what
// they ask for.
const ownProviders = "../../autoconfig/testdata/providers"

func TestNothingThatWasSentIsWritten(t *testing.T) {
	file := serving.Build(t)
	chain := signingtest.New(t, signingtest.ECDSA(t, elliptic.P256()), time.Now().Add(-time.Hour), time.Now().Add(30*24*time.Hour))
	certificate, key := chain.Write(t, t.TempDir())
	everything := []string{
		"serve", "--http", "127.0.0.1:0", "--https", "127.0.0.1:0", "--admin-http", "127.0.0.1:0", "--providers", absolute(t, ownProviders),
		"--tls-cert", certificate, "--tls-key", key, "--sign-cert", certificate, "--sign-key", key,
		"--resolve-mx", "--resolver", resolver(t), "--rate", "0", "--doctor",
	}
	words := corpus(t)
	for _, c := range []struct {
		name    string
		more    []string
		preface string
		words   []string
	}{
		{"a log as text, behind a proxy", []string{"--trusted-proxy", "127.0.0.0/8"}, "", words},
		{"a log as JSON, open to the world", []string{"--log-format", "json", "--public-url", "https://autoconfig.example.com"}, "", words},
		{"behind a proxy that speaks the PROXY protocol", []string{"--trusted-proxy", "127.0.0.0/8", "--proxy-protocol"}, "PROXY TCP4 203.0.113.7 192.0.2.1 50000 80\r\n", words[:200]},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := serve(t, nil, append(append([]string{file}, everything...), c.more...)...)
			s.sendEverything(t, c.words, c.preface)
			wantNoLeak(t, "/metrics", s.Get(t, "/metrics"))
			wantNoLeak(t, "/healthz", s.Get(t, "/healthz"))
			if status := s.End(t, syscall.SIGTERM); status.ExitStatus() != 0 {
				t.Errorf("status %d after SIGTERM", status.ExitStatus())
			}
			wantNoLeak(t, "standard output", s.stdout.String())
			wantNoLeak(t, "the log", s.log.String())
			s.wantNothingWritten(t)
		})
	}
}

// sendEverything sends all that there is to send, and makes sure that it arrived. The
// preface begins each connection.
func (s *server) sendEverything(t *testing.T, words []string, preface string) {
	t.Helper()
	insecure := &tls.Config{InsecureSkipVerify: true, ServerName: "autoconfig.example.com", MinVersion: tls.VersionTLS12}
	strange := &tls.Config{InsecureSkipVerify: true, ServerName: marker + ".example", NextProtos: []string{"h2", marker}, MinVersion: tls.VersionTLS12}
	plain, secured := &sender{address: s.plain, preface: preface}, &sender{address: s.secured, preface: preface, secured: insecure}
	operations := &sender{address: s.admin}
	targets := []*sender{operations, plain, secured}
	for _, begin := range []string{"", preface} {
		targets = append(
			targets, &sender{address: s.plain, preface: begin}, &sender{address: s.secured, preface: begin},
			&sender{address: s.secured, preface: begin, secured: strange},
		)
	}
	for _, bytes := range garbage() {
		for _, to := range targets {
			to.throw(t, []byte(bytes))
		}
	}
	for _, word := range append(words, marker+"@"+marker+"-customer.com") {
		for i, request := range requests(word) {
			plain.send(t, request)
			// A few of them over https: the handler behind it is the same.
			if i%8 == 0 && wellFormed(request) {
				secured.send(t, request)
			}
		}
	}
	for _, request := range good() {
		secured.send(t, request)
	}
	for _, request := range doctor() {
		operations.send(t, request)
	}
	if operations.answers[http.StatusOK] < 3 {
		t.Errorf("answers on the listener for operations: %v", operations.answers)
	}
	operations.close()
	plain.close()
	secured.close()
	askAsClients(t, s.plain, preface)
	for _, format := range []string{"autoconfig", "ispdb", "pox", "activesync", "autodiscover-json", "profile", "pacc", "text", "json", "page"} {
		if !regexp.MustCompile(`signpost_requests_total\{[^}]*format="` + format + `",outcome="ok"`).MatchString(s.Get(t, "/metrics")) {
			t.Errorf("no request had an answer in the format %s", format)
		}
	}
	for _, status := range []int{200, 400, 404} {
		if plain.answers[status] == 0 {
			t.Errorf("no answer had status %d: %v", status, plain.answers)
		}
	}
	t.Logf("%d answers over http, by status %v; %d over https", plain.total(), plain.answers, secured.total())
}

// resolver runs a DNS server on loopback that knows one MX for every domain, that of
// a provider in the table.
func resolver(t *testing.T) (address string) {
	t.Helper()
	return testserver.DNS(t, dns.HandlerFunc(func(w dns.ResponseWriter, asked *dns.Msg) {
		m := new(dns.Msg).SetReply(asked)
		m.RecursionAvailable = true
		m.Answer = append(m.Answer, &dns.MX{
			Hdr: dns.RR_Header{Name: asked.Question[0].Name, Rrtype: dns.TypeMX, Class: dns.ClassINET, Ttl: 60}, Mx: "mxbiz1.qq.com.",
		})
		_ = w.WriteMsg(m)
	})).String()
}
