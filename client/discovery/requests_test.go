package discovery_test

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/client"
	"signpost/client/discovery"
)

// What each client asks when nobody has an answer, in its order, byte for byte: the
// longest way that it goes.
func TestRequests(t *testing.T) {
	for _, c := range discovery.Clients() {
		t.Run(c.Key, func(t *testing.T) {
			w := &world{
				handler: http.NotFoundHandler(),
				mx:      map[string][]*net.MX{"example.com": {{Host: "mx1.in.hoster.net.", Pref: 10}}},
				srv:     map[string][]*net.SRV{"_autodiscover": {{Target: "setup.hoster.net.", Port: 8443}}},
			}
			o := w.search(t, c.Key, "Alice+tag.x-y@example.com")
			if o.Found {
				t.Fatalf("found %+v where there is nothing", o.Setup)
			}
			golden := filepath.Join("testdata", "requests", c.Key+".txt")
			got := w.written(t, o)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// written are all questions in the client's order, with headers and bodies.
func (w *world) written(t *testing.T, o discovery.Outcome) string {
	t.Helper()
	var b strings.Builder
	for _, asked := range o.Asked {
		fmt.Fprintf(&b, "%s\n", asked.What)
		if asked.URL == "" {
			continue
		}
		i := slices.IndexFunc(w.sent, func(r *http.Request) bool { return r.Method+" "+r.URL.String() == asked.What })
		if i < 0 {
			t.Fatalf("%s was not sent as it is written", asked.What)
		}
		r := w.sent[i]
		for _, name := range []string{"User-Agent", "Accept", "Accept-Language", "Content-Type"} {
			if value := r.Header.Get(name); value != "" {
				fmt.Fprintf(&b, "  %s: %s\n", name, value)
			}
		}
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(body)) {
			fmt.Fprintf(&b, "  | %s\n", strings.TrimRight(line, "\n"))
		}
	}
	return b.String()
}

func TestEveryReaderHasAClientThatAsksForIt(t *testing.T) {
	asks := map[string]bool{}
	for _, c := range discovery.Clients() {
		for _, stage := range c.Stages {
			for _, step := range stage.Steps {
				asks[c.Key+" "+step.Format] = true
			}
		}
	}
	for _, r := range client.Readers() {
		if !asks[r.Client+" "+r.Format] {
			t.Errorf("%s reads %s, and never asks for it", r.Client, r.Format)
		}
		delete(asks, r.Client+" "+r.Format)
	}
	for left := range asks {
		t.Errorf("%q is asked for, and nobody reads it", left)
	}
}

// A question that several clients ask is sent once.
func TestTheSameQuestionIsSentOnce(t *testing.T) {
	w := &world{handler: http.NotFoundHandler()}
	network := discovery.NewNetwork(t.Context(), w, w, w)
	for _, key := range []string{"geary", "mailspring", "k9"} {
		discovery.Run(network, clientOf(t, key), addressOf(t))
	}
	seen := map[string]int{}
	for _, r := range w.sent {
		seen[r.Method+" "+r.URL.String()]++
	}
	for question, n := range seen {
		if n > 1 {
			t.Errorf("%s was sent %d times", question, n)
		}
	}
	if len(seen) == 0 {
		t.Error("nothing was sent")
	}
}
