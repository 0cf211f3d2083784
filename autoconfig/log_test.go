package autoconfig_test

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"

	"signpost/autoconfig"
	"signpost/internal/accesslog"
)

func newLog(w io.Writer) *slog.Logger {
	return slog.New(slog.NewJSONHandler(w, &slog.HandlerOptions{Level: slog.LevelDebug}))
}

// newAccessLog writes the line of each request to w at once.
func newAccessLog(w io.Writer) func(autoconfig.Served) {
	log := accesslog.New(w, true)
	return func(s autoconfig.Served) {
		log.Observe(s)
		log.Flush()
	}
}

// The log has one line a request, and nothing of the person in it.
func TestLogHasTheDomainAndNothingOfThePerson(t *testing.T) {
	secrets := []string{"person", "c2VjcmV0", "secret", "cookie", "X-Custom", "192.0.2.1", "50000"}
	header := http.Header{
		"Authorization": {"Basic c2VjcmV0"}, "Cookie": {"cookie=1"}, "X-Custom": {"person"},
		"User-Agent": {"Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Thunderbird/153.7.0"},
	}
	for _, c := range []struct {
		name string
		ask  ask
		want map[string]any
	}{
		{"autoconfig", autoconfigAsks("autoconfig.example.com", "?emailaddress=person%40example.com"), map[string]any{
			"route": "/mail/config-v1.1.xml", "format": "autoconfig", "domain": "example.com", "outcome": "ok", "status": 200.0, "family": "thunderbird", "scheme": "https", "method": "GET", "network": "192.0.2.0/24",
		}},
		{"a domain below an entry", autoconfigAsks("autoconfig.unknown.example", "?emailaddress=person%40person.onmicrosoft.com"), map[string]any{
			"domain": "*.onmicrosoft.com", "outcome": "ok", "status": 200.0,
		}},
		{"a host below an entry", autoconfigAsks("autoconfig.person.onmicrosoft.com", ""), map[string]any{
			"domain": "*.onmicrosoft.com", "outcome": "ok", "status": 200.0,
		}},
		{"an unknown domain", autoconfigAsks("autoconfig.person.example", "?emailaddress=person%40person.example"), map[string]any{
			"domain": "", "outcome": "domain not served", "status": 404.0,
		}},
		{"POX", outlookAsks("autodiscover.example.com", "person@example.com"), map[string]any{
			"route": poxTarget, "format": "pox", "domain": "example.com", "status": 200.0, "method": "POST",
		}},
		{"a POX body that is none", withBody("person secret"), map[string]any{"format": "pox", "outcome": "malformed request"}},
		{"a device", deviceAsks("autodiscover.example.com", "person@example.com"), map[string]any{"format": "activesync", "outcome": "not-in-format"}},
		{"JSON with the address in the path", ask{host: "autodiscover.example.com", target: "/autodiscover/autodiscover.json/v1.0/person@example.com?Protocol=AutodiscoverV1"}, map[string]any{
			"route": "/autodiscover/autodiscover.json/v1.0/*", "format": "autodiscover-json",
		}},
		{"a look-up with the address in the path", ask{host: "localhost", target: "/lookup/person@example.com"}, map[string]any{"route": "/lookup/*", "format": "text"}},
		{"a profile with a password", ask{host: "localhost", target: "/email.mobileconfig?email=person@example.com&password=secret"}, map[string]any{"format": "profile", "status": 400.0}},
		{"a path that is none", ask{host: "localhost", target: "/person/secret"}, map[string]any{"route": "", "status": 404.0}},
		{"a method that is none", ask{method: "PERSON", host: "localhost", target: "/"}, map[string]any{"method": "other", "status": 405.0, "outcome": "method not allowed"}},
		{"the page before anything is asked", ask{host: "localhost", target: "/"}, map[string]any{"outcome": "ok", "status": 200.0, "format": "page"}},
		{"a redirect", ask{http: true, host: "autodiscover.example.com", target: poxTarget + "?person"}, map[string]any{"outcome": "redirect", "status": 302.0, "scheme": "http"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var log bytes.Buffer
			h := handlerWith(t, autoconfig.Options{TLS: true, Log: newLog(&log), Observe: newAccessLog(&log)})
			for name, values := range header {
				if c.ask.header == nil {
					c.ask.header = http.Header{}
				}
				c.ask.header[name] = values
			}
			r := c.ask.of(t, h)
			line := log.String()
			if strings.Count(line, "\n") != 1 {
				t.Fatalf("want one line, got\n%s", line)
			}
			for _, secret := range secrets {
				if strings.Contains(strings.ToLower(line), strings.ToLower(secret)) {
					t.Errorf("the log holds %q: %s", secret, line)
				}
			}
			var record map[string]any
			if err := json.Unmarshal([]byte(line), &record); err != nil {
				t.Fatal(err)
			}
			for key, want := range c.want {
				if record[key] != want {
					t.Errorf("%s is %v, want %v in %s", key, record[key], want, line)
				}
			}
			want := record["id"]
			if r.StatusCode < http.StatusBadRequest {
				want = ""
			}
			if record["id"] == "" || r.Header.Get("X-Request-Id") != want {
				t.Errorf("status %d: id %v in the log, %q in the answer", r.StatusCode, record["id"], r.Header.Get("X-Request-Id"))
			}
		})
	}
}

func TestClientFamilies(t *testing.T) {
	for agent, want := range map[string]string{
		"": "none",
		"Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Thunderbird/153.7.0": "thunderbird",
		"Evolution/3.46.4-2+deb12u1":                          "evolution",
		"Mozilla/5.0 (X11; Linux x86_64) KIO/5.103 ispdb/0.1": "kde",
		"Horde_Http 2.1.7":                                    "horde",
		"Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17726; Pro)": "outlook",
		"OutlookMobileCloudService-Autodetect/1.0.0":                                 "microsoft-autodetect",
		"okhttp/4.12.0": "android",
		"curl/8.10.1":   "curl",
		"Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18 Safari": "browser",
		"Something/1.0": "other",
	} {
		var log bytes.Buffer
		h := handlerWith(t, autoconfig.Options{Log: newLog(&log), Observe: newAccessLog(&log)})
		ask{host: "localhost", target: "/robots.txt", header: http.Header{"User-Agent": {agent}}}.of(t, h)
		if !strings.Contains(log.String(), `"family":"`+want+`"`) {
			t.Errorf("%q: want family %s in %s", agent, want, log.String())
		}
	}
}
