package doctorpage_test

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/internal/doctor"
)

// slow takes as long as a real run, on the clock of the test.
func slow(ctx context.Context, domain string, progress func(done, total int)) doctor.Report {
	for done := range 3 {
		progress(done+1, 3)
		select {
		case <-time.After(6 * time.Second):
		case <-ctx.Done():
			return doctor.Report{Domain: domain, Cut: true}
		}
	}
	return doctor.Report{Domain: domain, Errors: 1, Findings: []doctor.Finding{{
		ID: "pox-encryption", Severity: doctor.Error,
		// What others send cannot pass for an event.
		What: "it says \r\n\nevent: report\ndata: \"<script>\"\r", Fix: "mend it",
	}}}
}

// lines are those of a stream, with the page of the report cut to its heading.
func lines(t *testing.T, body string) []string {
	t.Helper()
	var all []string
	for line := range strings.Lines(body) {
		line = strings.TrimSuffix(line, "\n")
		if strings.Contains(line, "\r") {
			t.Errorf("a line of the stream holds a carriage return: %q", line)
		}
		data, isData := strings.CutPrefix(line, `data: "`)
		if !isData {
			all = append(all, line)
			continue
		}
		var page string
		if err := json.Unmarshal([]byte(`"`+data), &page); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		if !strings.HasPrefix(page, "<!doctype html>") || strings.Contains(page, "<script>") {
			t.Errorf("the report is no page, or holds what others sent:\n%s", page)
		}
		_, heading, _ := strings.Cut(page, "<h2")
		_, heading, _ = strings.Cut(heading, ">")
		heading, _, _ = strings.Cut(heading, "<")
		all = append(all, "data: page of "+heading)
	}
	return all
}

var wantEvents = []string{
	":", "",
	"event: progress", `data: {"done":1,"total":3}`, "",
	":", "",
	"event: progress", `data: {"done":2,"total":3}`, "",
	":", "",
	"event: progress", `data: {"done":3,"total":3}`, "",
	":", "",
	"event: report", "data: page of example.com", "",
}

func TestTheEventsOfARun(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := newSite(t, slow)
		status, header, body := stream("example.com").of(t, s)
		if status != http.StatusOK || header.Get("Content-Type") != "text/event-stream; charset=utf-8" || header.Get("Cache-Control") != "no-store" {
			t.Errorf("status %d, headers %v; want 200 with events that nobody keeps", status, header)
		}
		if diff := cmp.Diff(wantEvents, lines(t, body)); diff != "" {
			t.Errorf("events (-want +got):\n%s", diff)
		}
		want := []string{":", "", "event: progress", `data: {"done":3,"total":3}`, "", "event: report", "data: page of example.com", ""}
		_, _, body = stream("example.com").of(t, s)
		if diff := cmp.Diff(want, lines(t, body)); diff != "" {
			t.Errorf("events of a run that has ended (-want +got):\n%s", diff)
		}
	})
}

// pipes is a listener of connections in memory, which know the clock of the test.
type pipes struct{ connections chan net.Conn }

func (p pipes) Accept() (net.Conn, error) {
	conn, ok := <-p.connections
	if !ok {
		return nil, net.ErrClosed
	}
	return conn, nil
}

func (pipes) Close() error   { return nil }
func (pipes) Addr() net.Addr { return &net.TCPAddr{} }

// A server lets nobody read or write for long. A run takes longer, and is not cut.
func TestTheDeadlinesOfTheServerDoNotCutARun(t *testing.T) {
	for name, a := range map[string]ask{"the form": form("example.com"), "the events": stream("example.com")} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				listener := pipes{make(chan net.Conn)}
				server := &http.Server{Handler: newSite(t, slow), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: 10 * time.Second}
				var serving sync.WaitGroup
				serving.Go(func() { _ = server.Serve(listener) })
				ours, theirs := net.Pipe()
				listener.connections <- theirs
				if err := a.with("Connection", "close").request(t.Context(), t, "http://example.com").Write(ours); err != nil {
					t.Fatal(err)
				}
				response, err := http.ReadResponse(bufio.NewReader(ours), nil)
				if err != nil {
					t.Fatal(err)
				}
				body, err := io.ReadAll(response.Body)
				_ = response.Body.Close()
				if err != nil || response.StatusCode != http.StatusOK || strings.Contains(string(body), "ended before") || !strings.Contains(string(body), "pox-encryption") {
					t.Errorf("status %d, error %v, want 200 with the whole report:\n%s", response.StatusCode, err, body)
				}
				close(listener.connections)
				_ = ours.Close()
				_ = server.Close()
				serving.Wait()
			})
		})
	}
}
