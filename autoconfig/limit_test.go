package autoconfig_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/netip"
	"testing"
	"time"

	"signpost/autoconfig"
	"signpost/internal/limits"
)

// verdict is a Limiter that says the same to all, and notes what it was asked.
type verdict struct {
	status int
	retry  time.Duration
	asked  []netip.Addr
	inside int
}

func (v *verdict) Enter(client netip.Addr) (int, time.Duration) {
	v.asked = append(v.asked, client)
	if v.status == 0 {
		v.inside++
	}
	return v.status, v.retry
}

func (v *verdict) Leave() { v.inside-- }

func TestRequestsThatAreTooManyAreRefused(t *testing.T) {
	for _, c := range []struct {
		name           string
		status         int
		language, want string
		outcome        string
	}{
		{"of one client", http.StatusTooManyRequests, "en", "Too many requests from your network. Please try again in a moment.\n", "too many requests of one client"},
		{"of one client, in Chinese", http.StatusTooManyRequests, "zh-CN", "来自您所在网络的请求过多，请稍后再试。\n", "too many requests of one client"},
		{"of all", http.StatusServiceUnavailable, "en", "Too many requests at this moment. Please try again in a second.\n", "too many requests at once"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var log bytes.Buffer
			var served []autoconfig.Served
			observe := newAccessLog(&log)
			v := &verdict{status: c.status, retry: 3 * time.Second}
			h := handlerWith(t, autoconfig.Options{
				TLS: true, Limiter: v,
				Observe: func(s autoconfig.Served) { served = append(served, s); observe(s) },
			})
			ask := outlookAsks("autodiscover.example.com", "person@example.com")
			ask.header = http.Header{"Accept-Language": {c.language}}
			r := ask.of(t, h)
			if r.StatusCode != c.status || r.Header.Get("Retry-After") != "3" || r.body != c.want || r.Header.Get("Cache-Control") != "no-store" {
				t.Errorf("status %d, headers %v, body %q; want %d, Retry-After 3, no-store, %q", r.StatusCode, r.Header, r.body, c.status, c.want)
			}
			var line map[string]any
			if err := json.Unmarshal(log.Bytes(), &line); err != nil {
				t.Fatal(err)
			}
			if line["outcome"] != c.outcome || line["status"] != float64(c.status) {
				t.Errorf("logged %v, want outcome %q and status %d", line, c.outcome, c.status)
			}
			if len(served) != 1 || served[0].Outcome != c.outcome || served[0].Status != c.status {
				t.Errorf("counted %+v, want outcome %q and status %d", served, c.outcome, c.status)
			}
			if v.inside != 0 {
				t.Errorf("%d requests inside", v.inside)
			}
		})
	}
}

func TestWhoTheLimiterIsAskedAbout(t *testing.T) {
	for _, c := range []struct {
		name, peer, forwarded, want string
	}{
		{"the peer", "192.0.2.1:50000", "", "192.0.2.1"},
		{"a stranger's header is not believed", "192.0.2.1:50000", "127.0.0.1", "192.0.2.1"},
		{"a trusted proxy's is", "10.0.0.1:50000", "198.51.100.7", "198.51.100.7"},
		{"what stands before the proxy's own entry is not", "10.0.0.1:50000", "127.0.0.1, 198.51.100.7", "198.51.100.7"},
		{"a proxy without a header is itself", "10.0.0.1:50000", "", "10.0.0.1"},
		{"a Unix socket has no address", "@", "", "invalid IP"},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := &verdict{}
			h := handlerWith(t, autoconfig.Options{Limiter: v, TrustedProxies: []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")}})
			r := ask{host: "localhost", target: "/lookup/person@example.com"}.request(t)
			r.RemoteAddr = c.peer
			if c.forwarded != "" {
				r.Header.Set("X-Forwarded-For", c.forwarded)
			}
			newRecorder(h, r)
			if len(v.asked) != 1 || v.asked[0].String() != c.want || v.inside != 0 {
				t.Errorf("asked about %v, %d inside; want %s, 0", v.asked, v.inside, c.want)
			}
		})
	}
}

func TestHealthIsNeverRefused(t *testing.T) {
	h := handlerWith(t, autoconfig.Options{Limiter: &verdict{status: http.StatusServiceUnavailable, retry: time.Second}})
	for _, path := range []string{"/healthz", "/readyz"} {
		if r := (ask{host: "localhost", target: path}).of(t, h); r.StatusCode != http.StatusOK {
			t.Errorf("%s under full load: status %d, want 200", path, r.StatusCode)
		}
	}
}

// One wizard of Thunderbird and KDE's endless loop, from one address.
func TestAWizardPassesAndALoopIsSlowed(t *testing.T) {
	now := time.Unix(1_750_000_000, 0)
	limiter, err := limits.New(limits.Options{Rate: 20, Burst: 100, Places: 1, Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	h := handlerWith(t, autoconfig.Options{Limiter: limiter})
	look := ask{host: "localhost", target: "/lookup/person@example.com"}
	for i := range 101 {
		want := http.StatusOK
		if i == 100 {
			want = http.StatusTooManyRequests
		}
		if r := look.of(t, h); r.StatusCode != want {
			t.Fatalf("request %d at once: status %d, want %d", i+1, r.StatusCode, want)
		}
	}
	now = now.Add(time.Second)
	if r := look.of(t, h); r.StatusCode != http.StatusOK {
		t.Errorf("a second later: status %d, want 200", r.StatusCode)
	}
}
