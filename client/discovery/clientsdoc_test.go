package discovery_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/client"
	"signpost/client/discovery"
)

// looked is when the sources of the clients were last looked at.
const looked = "2026-11-25"

const clientsPage = "../../docs/clients.md"

// The page about clients is written from the data that the clients are run by.
func TestClientsPage(t *testing.T) {
	got := page()
	if *update {
		if err := os.WriteFile(clientsPage, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(clientsPage)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("go test ./client/discovery -update writes the page anew (-want +got)\n%s", diff)
	}
}

// The rows that the page names are rows of the page about conformance.
func TestClientsPageNamesRowsThatThereAre(t *testing.T) {
	conformance, err := os.ReadFile("../../docs/conformance.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range discovery.Clients() {
		rows := strings.FieldsFunc(c.Rows, func(r rune) bool { return r == ' ' || r == ',' || r == '–' })
		if len(rows) == 0 {
			t.Errorf("%s has no row", c.Key)
		}
		for _, row := range rows {
			if !strings.Contains(string(conformance), "| "+row+" |") {
				t.Errorf("%s: there is no row %s", c.Key, row)
			}
		}
	}
}

func page() string {
	var b strings.Builder
	fmt.Fprintf(&b, `# What mail clients ask

<!-- Written by: go test ./client/discovery -update -->

Every client that signpost knows from the inside: what it asks, in its order, and what an answer must have for it. The rules were
read in the clients' sources where these are open, and in specifications and public reports where they are not. No Outlook, iPhone
or Mac was at hand. The last look was on %s. Where a client's User-Agent is not known from its source or from the wire, one in
its style is sent.

`+"`signpost doctor ADDRESS`"+` runs these searches against the network. `+"`alice@example.com`"+` is the address here; `+"`{mx}`"+` is the domain of the
hoster, taken from the MX record, and `+"`{srv}`"+` the target of the SRV record `+"`_autodiscover._tcp`"+`.

| client | state | reads | tests |
| --- | --- | --- | --- |
`, looked)
	for _, c := range discovery.Clients() {
		fmt.Fprintf(&b, "| [%s](#%s) | %s | %s | %s |\n", c.Name, anchor(c.Name), c.Version(), strings.Join(formats(c), ", "), c.Rows)
	}
	b.WriteString("\nThe tests are rows of [conformance.md](conformance.md).\n")
	for _, c := range discovery.Clients() {
		writeClient(&b, c)
	}
	return b.String()
}

// anchor is the name of a heading in a link.
func anchor(heading string) string {
	kept := func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		}
		return -1
	}
	return strings.Map(kept, strings.ToLower(heading))
}

// formats are what the client has readers for.
func formats(c discovery.Client) []string {
	var names []string
	for _, r := range client.Readers() {
		if r.Client == c.Key {
			names = append(names, r.Format)
		}
	}
	return names
}

func writeClient(b *strings.Builder, c discovery.Client) {
	fmt.Fprintf(b, "\n## %s\n\nNeeds %s.\n\n", c.Name, c.Needs)
	fmt.Fprintf(b, "Source: %s. Name for `--client`: `%s`. %s\n\n", c.Source, c.Key, agent(c.Headers))
	b.WriteString("| stage | question | redirects | waits |\n| --- | --- | --- | --- |\n")
	for _, stage := range c.Stages {
		name := stage.Name
		if stage.Parallel {
			name += ", all at once"
		}
		if stage.Ends != discovery.EndsNever {
			name += "; " + string(stage.Ends)
		}
		if stage.Always {
			name += "; asked in any case"
		}
		if stage.Look != "" {
			fmt.Fprintf(b, "| %s | DNS: %s | | |\n", name, stage.Look)
			name = ""
		}
		for _, service := range stage.Services {
			fmt.Fprintf(b, "| %s | DNS: SRV %s._tcp | | |\n", name, service)
			name = ""
		}
		for _, step := range stage.Steps {
			fmt.Fprintf(b, "| %s | %s | %s | %s |\n", name, question(step), step.Redirects, waits(step.Limit))
			name = ""
		}
	}
}

func agent(h discovery.Headers) string {
	if h.UserAgent == "" {
		return "It sends no User-Agent."
	}
	return "User-Agent: `" + h.UserAgent + "`."
}

func waits(limit time.Duration) string {
	if limit == 0 {
		return "not known"
	}
	return limit.String()
}

// question is a step in words.
func question(s discovery.Step) string {
	method := s.Method
	if method == "" {
		method = "GET"
	}
	addresses := map[discovery.Spelling]string{
		discovery.Encoded: "alice%40example.com", discovery.EncodedAll: "alice%40example.com", discovery.Raw: "alice@example.com",
		discovery.Hidden: "EVOLUTIONUSER%40example.com&emailmd5=…",
	}
	url := strings.NewReplacer("{domain}", "example.com", "{address}", addresses[s.Spelling]).Replace(s.URL)
	text := fmt.Sprintf("`%s %s`", method, url)
	if s.Body != "" && s.Redirects != discovery.RedirectToPost {
		text += fmt.Sprintf(", %s as `%s`", s.Body, s.Type)
	}
	if s.AnyName {
		text += ", whatever name the certificate has"
	}
	if s.Digest {
		text += ", with its digest in DNS"
	}
	return text
}
