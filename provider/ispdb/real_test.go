package ispdb_test

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"signpost/provider"
	"signpost/provider/ispdb"
)

// directory is a directory of ISPDB files: a real one where SIGNPOST_ISPDB_DIR
// names it, else our own small copies of all that is odd in the real one.
func directory() string {
	if dir := os.Getenv("SIGNPOST_ISPDB_DIR"); dir != "" {
		return dir
	}
	return "testdata"
}

// No server with encryption is lost between a file of the database and the
// provider file that is written from it; and a file that is dropped had none to
// receive or none to send.
func TestNoEncryptedServerIsLost(t *testing.T) {
	dir := directory()
	providers, report, err := ispdb.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	byFile := map[string]provider.Provider{}
	for _, p := range providers {
		byFile[p.Origin] = p
	}
	dropped := map[string]string{}
	for _, problem := range report.Dropped {
		dropped[problem.File] = problem.What
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.xml"))
	if err != nil || len(files) < 30 {
		t.Fatalf("files of %s: got %d (error %v), want at least 30", dir, len(files), err)
	}
	servers := 0
	for _, file := range files {
		p, kept := byFile[file]
		if kept == (dropped[file] != "") {
			t.Errorf("%s: got a provider: %t, a reason for dropping it: %q; want one of the two", file, kept, dropped[file])
			continue
		}
		want := encryptedServers(t, file)
		if !kept {
			if usable(want) {
				t.Errorf("%s: dropped (%s), but it has %v", file, dropped[file], want)
			}
			continue
		}
		servers += len(want)
		if diff := cmp.Diff(want, serversOf(written(t, p))); diff != "" {
			t.Errorf("%s: servers with encryption (-file +written):\n%s", file, diff)
		}
	}
	if _, err := provider.NewTable(providers); err != nil {
		t.Errorf("the providers make no table:\n%v", err)
	}
	t.Logf("%s: %d files, %d providers with %d servers, %d dropped, %d findings", dir, len(files), len(providers), servers, len(report.Dropped), len(report.Changed))
}

// written is p after it has been a provider file.
func written(t *testing.T, p provider.Provider) provider.Provider {
	t.Helper()
	data, err := provider.Encode(p)
	if err != nil {
		t.Fatal(err)
	}
	got, err := provider.Parse(p.Origin, data)
	if err != nil {
		t.Fatalf("%s: reading what was written:\n%v\n%s", p.Origin, err, data)
	}
	if diff := cmp.Diff(p, got, cmpopts.IgnoreUnexported(provider.Provider{}, provider.Server{}), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s (-imported +written and read):\n%s", p.Origin, diff)
	}
	return got
}

func serversOf(p provider.Provider) []string {
	var lines []string
	for _, s := range p.Servers {
		lines = append(lines, fmt.Sprintf("%s %s:%d %s", s.Protocol, s.Host, s.Port, s.Security))
	}
	return lines
}

// encryptedServers reads the servers of a file in another way than the importer.
func encryptedServers(t *testing.T, file string) []string {
	t.Helper()
	type server struct {
		Type       string `xml:"type,attr"`
		Hostname   string `xml:"hostname"`
		Port       int    `xml:"port"`
		SocketType string `xml:"socketType"`
	}
	var doc struct {
		Provider []struct {
			Domain   []string `xml:"domain"`
			Incoming []server `xml:"incomingServer"`
			Outgoing []server `xml:"outgoingServer"`
		} `xml:"emailProvider"`
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := xml.Unmarshal(data, &doc); err != nil || len(doc.Provider) == 0 || len(doc.Provider[0].Domain) == 0 {
		return nil
	}
	if strings.HasPrefix(doc.Provider[0].Domain[0], "%") {
		return nil // nobody's servers
	}
	security := map[string]string{"SSL": "tls", "STARTTLS": "starttls"}
	var lines []string
	for _, s := range slices.Concat(doc.Provider[0].Incoming, doc.Provider[0].Outgoing) {
		possible := s.Hostname != "" && !strings.ContainsAny(s.Hostname, ":") && !strings.Contains(s.Hostname, "%EMAILLOCALPART%") && s.Port < 1<<16
		if possible && security[s.SocketType] != "" && slices.Contains([]string{"imap", "pop3", "smtp"}, s.Type) {
			host := strings.ReplaceAll(strings.ToLower(s.Hostname), "%emaildomain%", "{domain}")
			lines = append(lines, fmt.Sprintf("%s %s:%d %s", s.Type, host, s.Port, security[s.SocketType]))
		}
	}
	return lines
}

// usable tells whether the servers can receive and send.
func usable(servers []string) bool {
	smtp := func(s string) bool { return strings.HasPrefix(s, "smtp") }
	incoming := slices.ContainsFunc(servers, func(s string) bool { return !smtp(s) })
	outgoing := slices.ContainsFunc(servers, func(s string) bool { return smtp(s) && !strings.Contains(s, ":25 ") })
	return incoming && outgoing
}
