package autoconfig_test

import (
	"bytes"
	"fmt"
	"net/http"
	"runtime"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"signpost/autoconfig"
)

// A flood of personal profiles, which are all different, never runs more
// signatures than there are processors to run them; who comes too many is told when
// to come again. Everything else is answered all the while.
func TestAFloodOfPersonalProfilesIsBounded(t *testing.T) { synctest.Test(t, flood) }

func flood(t *testing.T) {
	const people = 1000
	bound := runtime.GOMAXPROCS(0)
	entered, release := make(chan struct{}), make(chan struct{})
	signer := newFakeSigner(func(content []byte) error {
		if bytes.Contains(content, []byte("user-")) {
			entered <- struct{}{}
			<-release
		}
		return nil
	})
	var outcomes sync.Map
	h := handlerWith(t, autoconfig.Options{TLS: true, Signer: signer, Observe: func(s autoconfig.Served) { outcomes.Store(s.Outcome, true) }})
	replies := make(chan reply)
	for user := range people {
		r := ask{
			host: "localhost", target: fmt.Sprintf("/email.mobileconfig?email=user-%d@example.com", user),
			header: http.Header{"Accept-Language": {[]string{"en", "zh-CN"}[user%2]}},
		}.request(t)
		go func() { replies <- newRecorder(h, r) }()
	}
	running, texts := 0, map[string]bool{}
	for range people {
		select {
		case <-entered:
			running++
		case r := <-replies:
			texts[r.body] = true
			wantBusy(t, r)
		}
	}
	if running != bound {
		t.Errorf("%d signatures at the same time, want %d", running, bound)
	}
	if len(texts) != 2 || !texts["Too many profiles are being made at this moment. Please try again in a second.\n"] {
		t.Errorf("texts %v, want one in English and one in Chinese", texts)
	}
	if r := profileOf(t, h, genericProfile); !strings.HasPrefix(r.body, "signature ") {
		t.Errorf("the generic profile during the flood: status %d", r.StatusCode)
	}
	wantDocument(t, autoconfigAsks("autoconfig.example.com", "").of(t, h), "example.com")
	close(release)
	for range running {
		if r := <-replies; r.StatusCode != http.StatusOK || !strings.HasPrefix(r.body, "signature ") {
			t.Errorf("one that was being signed: status %d, body %.40q", r.StatusCode, r.body)
		}
	}
	// As Retry-After says.
	time.Sleep(time.Second)
	if r := profileOf(t, h, personalProfile); r.StatusCode != http.StatusOK {
		t.Errorf("after the flood: status %d", r.StatusCode)
	}
	if _, ok := outcomes.Load("too many signatures at once"); !ok {
		t.Error("the outcome is not in the log")
	}
}

func wantBusy(t *testing.T, r reply) {
	t.Helper()
	for name, want := range map[string]string{
		"Retry-After": "1", "Cache-Control": "no-store", "Content-Type": "text/plain; charset=utf-8", "Content-Disposition": "", "ETag": "",
	} {
		if got := r.Header.Get(name); r.StatusCode != http.StatusServiceUnavailable || got != want {
			t.Errorf("status %d, %s %q, want 503 and %q", r.StatusCode, name, got, want)
		}
	}
}

// The same bound holds for generic profiles of different domains.
func TestAFloodOfGenericProfilesIsBounded(t *testing.T) {
	bound := runtime.GOMAXPROCS(0)
	entered, release := make(chan struct{}), make(chan struct{})
	h := signedHandler(t, newFakeSigner(func([]byte) error {
		entered <- struct{}{}
		<-release
		return nil
	}))
	many, ok := fullTable(t).Lookup("fastmail.com")
	if !ok || len(many.Domains) <= bound {
		t.Fatal("a provider with many domains is needed")
	}
	replies := make(chan reply)
	for _, domain := range many.Domains {
		r := ask{host: "localhost", target: "/email.mobileconfig?domain=" + domain}.request(t)
		go func() { replies <- newRecorder(h, r) }()
	}
	running := 0
	for range many.Domains {
		select {
		case <-entered:
			running++
		case r := <-replies:
			wantBusy(t, r)
		}
	}
	close(release)
	for range running {
		<-replies
	}
	if running != bound {
		t.Errorf("%d signatures at the same time, want %d", running, bound)
	}
}
