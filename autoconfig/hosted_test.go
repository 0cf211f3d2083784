package autoconfig_test

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"signpost/autoconfig"
)

// zone answers as DNS would, and counts the questions.
type zone struct {
	hosts map[string][]string
	asked atomic.Int64
}

func (z *zone) Hosts(_ context.Context, domain string) ([]string, error) {
	z.asked.Add(1)
	if hosts, ok := z.hosts[domain]; ok {
		return hosts, nil
	}
	return nil, errors.New("no such domain")
}

func TestHostedDomainsAreFoundByMX(t *testing.T) {
	dns := &zone{hosts: map[string][]string{
		"company.example":  {"mxbiz1.qq.com", "mxbiz2.qq.com"},
		"consumer.example": {"mx.unknown.example", "aspmx.l.google.com"},
		"own.example":      {"mx.own.example"},
	}}
	var log bytes.Buffer
	h := handlerWith(t, autoconfig.Options{TLS: true, MX: dns, Log: newLog(&log), Observe: newAccessLog(&log)})
	for _, c := range []struct {
		name      string
		ask       ask
		status    int
		imap      string
		questions int64
	}{
		{"a company at Tencent Exmail", autoconfigAsks("autoconfig.company.example", "?emailaddress=me%40company.example"), 200, "imap.exmail.qq.com", 1},
		{"a later MX host is the known one", ask{host: "localhost", target: "/lookup/me@consumer.example"}, 200, "imap.gmail.com", 1},
		{"by domain alone", ask{host: "localhost", target: "/v1.1/company.example"}, 200, "imap.exmail.qq.com", 1},
		{"POX", outlookAsks("autodiscover.company.example", "me@company.example"), 200, "imap.exmail.qq.com", 1},
		{"an MX host that nobody knows", autoconfigAsks("autoconfig.own.example", "?emailaddress=me%40own.example"), 404, "", 1},
		{"no such domain", autoconfigAsks("autoconfig.none.example", "?emailaddress=me%40none.example"), 404, "", 1},
		{"a domain in the table asks nobody", autoconfigAsks("autoconfig.sina.com", "?emailaddress=me%40sina.com"), 200, "imap.sina.com", 0},
		{"nor does a Host header", autoconfigAsks("autoconfig.company.example", ""), 404, "", 0},
		{"nor an address that is none", autoconfigAsks("autoconfig.company.example", "?emailaddress=company.example"), 404, "", 0},
		{"a served Host answers without asking", autoconfigAsks("autoconfig.sina.com", "?emailaddress=me%40company.example"), 200, "imap.sina.com", 0},
		{"a domain that is kept and not served asks nobody", autoconfigAsks("autoconfig.unchecked.example", "?emailaddress=me%40unchecked.example"), 404, "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := dns.asked.Load()
			r := c.ask.of(t, h)
			if r.StatusCode != c.status || !strings.Contains(r.body, c.imap) {
				t.Errorf("status %d, want %d with %q in\n%s", r.StatusCode, c.status, c.imap, r.body)
			}
			if got := dns.asked.Load() - before; got != c.questions {
				t.Errorf("%d questions to DNS, want %d", got, c.questions)
			}
		})
	}
	if strings.Contains(log.String(), "company.example") || strings.Contains(log.String(), "consumer.example") {
		t.Errorf("the log holds a domain that is not in the table:\n%s", log.String())
	}
}

// What goes wrong on our side is said to be ours, in the words of each format.
func TestInternalErrorsAreNotBlamedOnTheClient(t *testing.T) {
	var log bytes.Buffer
	h := handlerWith(t, autoconfig.Options{TLS: true, Log: newLog(&log), Observe: newAccessLog(&log)})
	for _, format := range []string{"autoconfig", "pox", "autodiscover-json", "profile", "pacc", "text", "json", "page"} {
		h.BreakFormat(format)
	}
	for name, a := range map[string]ask{
		"autoconfig": autoconfigAsks("autoconfig.example.com", ""),
		"POX":        outlookAsks("autodiscover.example.com", "u@example.com"),
		"JSON V2":    askFor("autodiscover-json", "example.com"),
		"profile":    askFor("profile", "example.com"),
		"PACC":       askFor("pacc", "example.com"),
		"text":       {host: "localhost", target: "/lookup/u@example.com"},
		"JSON":       {host: "localhost", target: "/lookup/u@example.com.json"},
		"page":       {host: "autoconfig.example.com", target: "/"},
	} {
		r := a.of(t, h)
		if r.StatusCode != http.StatusInternalServerError {
			t.Errorf("%s: status %d, want 500; body %s", name, r.StatusCode, r.body)
		}
		if strings.Contains(r.body, "broken on purpose") {
			t.Errorf("%s: the answer holds the error: %s", name, r.body)
		}
	}
	if n := strings.Count(log.String(), "cannot answer"); n != 8 {
		t.Errorf("%d lines about it, want 8:\n%s", n, log.String())
	}
	if _, err := h.Lookup(t.Context(), "text", "example.com", ""); err == nil || strings.Contains(err.Error(), "not a mail address") {
		t.Errorf("the command line says %v", err)
	}
}
