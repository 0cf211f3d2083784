package doctorpage_test

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/internal/doctor"
)

var update = flag.Bool("update", false, "write the golden files")

// ill is a report with something of everything.
func ill(context.Context, string, func(done, total int)) doctor.Report {
	imap := &doctor.Setting{Protocol: "imap", Host: "imap.example.com", Port: 993, Security: "tls"}
	old := &doctor.Setting{Protocol: "imap", Host: "mail.example.com", Port: 143, Security: "starttls"}
	smtp := &doctor.Setting{Protocol: "smtp", Host: "smtp.example.com", Port: 465, Security: "tls"}
	return doctor.Report{
		Domain: "example.com", Errors: 3, Warnings: 1, Notes: 1, Cut: true,
		Clients: []doctor.Client{
			{Name: "Thunderbird", Found: "autoconfig.<domain>", Incoming: imap, Outgoing: smtp, Verdict: doctor.Works, Asked: []doctor.Asked{{Question: "asked in detail"}}},
			{Name: "Outlook", Found: "autodiscover.<domain>", Incoming: old, Outgoing: smtp, Verdict: doctor.Fails, Why: "no"},
			{Name: "Geary", Verdict: doctor.ByHand},
			{Name: "ActiveSync", Verdict: doctor.Nothing},
			{Name: "AutoDetect", Found: "redirect", Verdict: doctor.Elsewhere},
			{Name: "KMail", Found: "autoconfig.<domain>", Incoming: imap, Verdict: doctor.Untested},
		},
		Servers: []doctor.Server{
			{
				Setting: *imap, Works: true, TLS: "TLS 1.3", Certificate: "2026-09-01", Mechanisms: []string{"PLAIN", "LOGIN"},
				Greeting: "a greeting that is not shown",
			},
			{Setting: *old, Problems: []string{`refused: Nothing listens on <b>the</b> port`}},
		},
		Findings: []doctor.Finding{
			{ID: "pox-encryption", Severity: doctor.Error, What: "https://autodiscover.example.com: IMAP on port 143 has the Encryption SSL", Fix: "answer with `SSL` on", Clients: []string{"Outlook"}},
			{ID: "server-refused", Severity: doctor.Error, What: "Outlook cannot connect", Fix: "start the service", Clients: []string{"Outlook"}},
			{ID: "server-refused", Severity: doctor.Error, What: "smtp.example.com:465 <i>refuses</i>", Fix: "start the service", Clients: []string{"Geary", "KMail"}},
			{ID: "settings-differ", Severity: doctor.Warning, What: "For IMAP, Thunderbird uses imap.example.com:993 with implicit TLS; Outlook uses mail.example.com:143 with STARTTLS", Fix: "publish the same servers in every format"},
			{ID: "caa", Severity: doctor.Note, What: "certificates may be issued by letsencrypt.org", Fix: "see that your authority is among them"},
		},
	}
}

func TestTheReportInEveryLanguage(t *testing.T) {
	for _, lang := range []string{"en", "zh-Hans", "zh-Hant"} {
		t.Run(lang, func(t *testing.T) {
			_, _, got := form("example.com").with("Accept-Language", lang).of(t, newSite(t, ill))
			golden := filepath.Join("testdata", "report."+lang+".html")
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
				t.Errorf("%s (-want +got):\n%s", golden, diff)
			}
		})
	}
}

// What the golden files show at a glance to those who know what to look for.
func TestTheReport(t *testing.T) {
	_, _, got := form("example.com").of(t, newSite(t, ill))
	order := []string{
		"Errors: 3 · Warnings: 1 · Notes: 1", "ended before", "Where mail programs differ", "For IMAP, Thunderbird uses", "Mail programs</h3>",
		"imap.example.com</span>", "993 TLS", "Mail servers</h3>", "What to mend</h3>", "Encryption SSL", "As of 12:00:00 UTC",
	}
	rest := got
	for _, want := range order {
		_, after, found := strings.Cut(rest, want)
		if !found {
			t.Fatalf("no %q behind what stands before it in %q:\n%s", want, order, got)
		}
		rest = after
	}
	for _, bad := range []string{"<b>the</b>", "<i>refuses</i>", "asked in detail", "a greeting that", "`", "ZgotmplZ"} {
		if strings.Contains(got, bad) {
			t.Errorf("the page holds %q:\n%s", bad, got)
		}
	}
	if n := strings.Count(got, "start the service"); n != 1 {
		t.Errorf("what mends two findings stands there %d times, want once", n)
	}
}

func TestAReportWithoutFindings(t *testing.T) {
	imap := &doctor.Setting{Protocol: "imap", Host: "imap.example.com", Port: 993, Security: "tls"}
	s := newSite(t, func(context.Context, string, func(done, total int)) doctor.Report {
		return doctor.Report{Domain: "example.com", Clients: []doctor.Client{{Name: "Thunderbird", Incoming: imap, Verdict: doctor.Works}}}
	})
	_, _, got := form("example.com").of(t, s)
	for _, want := range []string{"would use the same servers", "Nothing else to mend."} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}
