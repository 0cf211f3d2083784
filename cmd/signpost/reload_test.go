package main_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

var (
	reloadedLine = regexp.MustCompile(`msg=reloaded `)
	oldStaysLine = regexp.MustCompile(`msg="the old table stays"`)
	hostVersion  = regexp.MustCompile(`<hostname>[a-z]+\.v(\d+)\.example\.com</hostname>`)
)

// 200 requests a second, 100 reloads, every other one of a broken file: no request
// fails, none sees a part of one table and a part of another, and a broken file
// changes nothing.
func TestReloadsUnderLoad(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "example.yaml")
	writeProvider(t, file, 0)
	s := serve(t, "--providers", dir, "--reload-interval", "0")

	ctx, stop := context.WithCancel(t.Context())
	var group sync.WaitGroup
	var good, requests atomic.Int64
	for range 4 {
		group.Go(func() { askEvery(ctx, t, s.address, 20*time.Millisecond, &good, &requests) })
	}
	for i := range 100 {
		want := reloadedLine
		if i%2 == 0 {
			writeFile(t, file, "id: example\ndomains: [example.com]\nhots: mail.example.com\n")
			want = oldStaysLine
		} else {
			writeProvider(t, file, i)
		}
		hangUp(t, s, want)
		if i%2 == 1 {
			good.Store(int64(i))
		}
	}
	stop()
	group.Wait()
	if requests.Load() < 100 {
		t.Errorf("only %d requests", requests.Load())
	}
	wantMetrics(t, s, `signpost_table_reloads_total{outcome="ok"} 50`, `signpost_table_reloads_total{outcome="failed"} 50`, "signpost_table_reload_failing 0")
	end(t, s)
	if !strings.Contains(s.log.String(), "example.yaml line=3 column=1") {
		t.Errorf("the log does not say where the broken file is wrong:\n%.2000s", s.log.String())
	}
}

// askEvery asks until the context ends. The version that answers is the last one
// that was loaded, or the one that is being loaded.
func askEvery(ctx context.Context, t *testing.T, address string, pause time.Duration, good, requests *atomic.Int64) {
	web := &http.Client{Transport: &http.Transport{}}
	defer web.CloseIdleConnections()
	ticker := time.NewTicker(pause)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		oldest := good.Load()
		body, err := fetch(context.WithoutCancel(ctx), web, "http://"+address+"/v1.1/example.com")
		if err != nil {
			t.Error(err)
			return
		}
		requests.Add(1)
		found := hostVersion.FindAllStringSubmatch(body, -1)
		if len(found) != 2 || found[0][1] != found[1][1] {
			t.Errorf("a mixed answer: %v in\n%s", found, body)
			return
		}
		var version int64
		if _, err := fmt.Sscan(found[0][1], &version); err != nil || version < oldest || version%2 == 0 && version != 0 {
			t.Errorf("version %s after version %d was loaded", found[0][1], oldest)
			return
		}
	}
}

func fetch(ctx context.Context, web *http.Client, url string) (string, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, url, http.NoBody)
	if err != nil {
		return "", err
	}
	response, err := web.Do(r)
	if err != nil {
		return "", err
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err == nil && response.StatusCode != http.StatusOK {
		err = fmt.Errorf("GET %s: status %d", url, response.StatusCode)
	}
	return string(body), err
}

// A server with a bad file goes on, says so, and is ready all the same.
func TestAChangedFileIsNoticed(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "example.yaml")
	writeProvider(t, file, 0)
	s := serve(t, "--providers", dir, "--reload-interval", "10ms")
	web := &http.Client{}

	// As an editor does it: a new file, renamed into place.
	writeProvider(t, file+"~", 1)
	if err := os.Rename(file+"~", file); err != nil {
		t.Fatal(err)
	}
	waitFor(t, s, reloadedLine)
	if body, err := fetch(t.Context(), web, "http://"+s.address+"/v1.1/example.com"); err != nil || !strings.Contains(body, "imap.v1.example.com") {
		t.Errorf("%v, %s", err, body)
	}

	writeFile(t, file, "id: example\n  broken\n")
	waitFor(t, s, oldStaysLine)
	if body, err := fetch(t.Context(), web, "http://"+s.address+"/readyz"); err != nil || body != "ready\n" {
		t.Errorf("/readyz with a bad file: %v, %q", err, body)
	}
	wantMetrics(t, s, "signpost_table_reload_failing 1")
	if body, err := fetch(t.Context(), web, "http://"+s.address+"/v1.1/example.com"); err != nil || !strings.Contains(body, "imap.v1.example.com") {
		t.Errorf("%v, %s", err, body)
	}
	end(t, s)
}

func writeProvider(t *testing.T, file string, version int) {
	t.Helper()
	writeFile(t, file, fmt.Sprintf("id: example\ndomains: [example.com]\nservers:\n  - {protocol: imap, host: imap.v%[1]d.example.com}\n  - {protocol: smtp, host: smtp.v%[1]d.example.com}\n", version))
}

func writeFile(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func hangUp(t *testing.T, s *server, want *regexp.Regexp) {
	t.Helper()
	if err := s.process.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	waitFor(t, s, want)
}

func waitFor(t *testing.T, s *server, want *regexp.Regexp) {
	t.Helper()
	if _, err := s.waitFor(want); err != nil {
		t.Fatal(err)
	}
}

func wantMetrics(t *testing.T, s *server, lines ...string) {
	t.Helper()
	body, err := fetch(t.Context(), &http.Client{}, "http://"+s.address+"/metrics")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range lines {
		if !strings.Contains(body, line+"\n") {
			t.Errorf("no line %s in\n%s", line, body)
		}
	}
}

func end(t *testing.T, s *server) {
	t.Helper()
	if err := s.terminate(); err != nil {
		t.Fatal(err)
	}
	if err := s.wait(); err != nil {
		t.Error(err)
	}
}
