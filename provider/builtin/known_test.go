package builtin_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/provider"
)

// account resolves someone@domain.
func account(t *testing.T, domain string) provider.Account {
	t.Helper()
	p, ok := table(t).Lookup(domain)
	if !ok {
		t.Fatalf("%s: not found", domain)
	}
	a, err := provider.Resolve(p, domain, "someone")
	if err != nil {
		t.Fatalf("%s: %v", domain, err)
	}
	return a
}

func lines(endpoints []provider.Endpoint) []string {
	var out []string
	for _, e := range endpoints {
		out = append(out, fmt.Sprintf("%s %s:%d %s %s", e.Protocol, e.Host, e.Port, e.Security, e.Login))
	}
	return out
}

// knownServers are accounts that a mistake in a file, or in the order of its
// servers, would hurt most.
var knownServers = []struct {
	name, domain, provider string
	chosen, more           []string
}{
	{
		name: "Sina's free domains share the sina.com servers", domain: "sina.com", provider: "sina",
		chosen: []string{
			"imap imap.sina.com:993 tls someone@sina.com",
			"pop3 pop.sina.com:995 tls someone@sina.com",
			"smtp smtp.sina.com:465 tls someone@sina.com",
		},
		more: []string{
			"smtp smtp.sina.com:587 starttls someone@sina.com",
		},
	},
	{
		name: "sina.cn has its own hosts in second place", domain: "sina.cn", provider: "sina",
		chosen: []string{
			"imap imap.sina.com:993 tls someone@sina.cn",
			"pop3 pop.sina.com:995 tls someone@sina.cn",
			"smtp smtp.sina.com:465 tls someone@sina.cn",
		},
		more: []string{
			"imap imap.sina.cn:993 tls someone@sina.cn",
			"pop3 pop.sina.cn:995 tls someone@sina.cn",
			"smtp smtp.sina.cn:465 tls someone@sina.cn",
			"smtp smtp.sina.com:587 starttls someone@sina.cn",
		},
	},
	{
		name: "2008.sina.com is served like sina.com", domain: "2008.sina.com", provider: "sina",
		chosen: []string{
			"imap imap.sina.com:993 tls someone@2008.sina.com",
			"pop3 pop.sina.com:995 tls someone@2008.sina.com",
			"smtp smtp.sina.com:465 tls someone@2008.sina.com",
		},
		more: []string{
			"smtp smtp.sina.com:587 starttls someone@2008.sina.com",
		},
	},
	{
		name: "Sina VIP has hosts of its own", domain: "vip.sina.com", provider: "sina-vip",
		chosen: []string{
			"imap imap.vip.sina.com:993 tls someone@vip.sina.com",
			"pop3 pop.vip.sina.com:995 tls someone@vip.sina.com",
			"smtp smtp.vip.sina.com:465 tls someone@vip.sina.com",
		},
	},
	{
		name: "Sina VIP has other hosts for vip.sina.cn", domain: "vip.sina.cn", provider: "sina-vip",
		chosen: []string{
			"imap imap.vip.sina.cn:993 tls someone@vip.sina.cn",
			"pop3 pop.vip.sina.cn:995 tls someone@vip.sina.cn",
			"smtp smtp.vip.sina.cn:465 tls someone@vip.sina.cn",
		},
	},
	{
		name: "iCloud has another user name for IMAP", domain: "me.com", provider: "icloud",
		chosen: []string{
			"imap imap.mail.me.com:993 tls someone",
			"smtp smtp.mail.me.com:587 starttls someone@me.com",
		},
	},
	{
		name: "Spectrum runs implicit TLS on port 587", domain: "charter.net", provider: "spectrum",
		chosen: []string{
			"imap mobile.charter.net:993 tls someone@charter.net",
			"pop3 mobile.charter.net:995 tls someone@charter.net",
			"smtp mobile.charter.net:587 tls someone@charter.net",
		},
	},
	{
		name: "35.com builds host names from the mail domain", domain: "35.cn", provider: "35com",
		chosen: []string{
			"imap imap.35.cn:993 tls someone@35.cn",
			"smtp smtp.35.cn:465 tls someone@35.cn",
		},
	},
	{
		name: "Inbox.lv builds host names from the mail domain", domain: "inbox.eu", provider: "inbox-lv",
		chosen: []string{
			"imap mail.inbox.eu:993 tls someone@inbox.eu",
			"pop3 mail.inbox.eu:995 tls someone@inbox.eu",
			"smtp mail.inbox.eu:465 tls someone@inbox.eu",
		},
	},
	{
		name: "docomo's user name is known to the person only", domain: "docomo.ne.jp", provider: "docomo",
		chosen: []string{
			"imap imap.spmode.ne.jp:993 tls ",
			"smtp smtp.spmode.ne.jp:465 tls ",
		},
	},
}

func TestServersOfKnownProviders(t *testing.T) {
	for _, tt := range knownServers {
		t.Run(tt.name, func(t *testing.T) {
			a := account(t, tt.domain)
			if a.Provider.ID != tt.provider {
				t.Fatalf("%s: got provider %q, want %q", tt.domain, a.Provider.ID, tt.provider)
			}
			if diff := cmp.Diff(tt.chosen, lines(a.Servers())); diff != "" {
				t.Errorf("%s: chosen servers (-want +got):\n%s", tt.domain, diff)
			}
			if diff := cmp.Diff(tt.more, lines(a.More)); diff != "" {
				t.Errorf("%s: further servers (-want +got):\n%s", tt.domain, diff)
			}
		})
	}
}

func TestSinaTellsOfTheAuthorizationCode(t *testing.T) {
	p := account(t, "sina.com").Provider
	want := provider.Secret{
		Kinds:       []provider.SecretKind{provider.SecretAuthorizationCode},
		Name:        provider.Text{{Lang: "en", Words: "client authorization code"}, {Lang: "zh", Words: "客户端授权码"}},
		Length:      16,
		Where:       p.Secret.Where,
		WebPassword: provider.No,
	}
	if diff := cmp.Diff(want, p.Secret); diff != "" {
		t.Errorf("secret of Sina (-want +got):\n%s", diff)
	}
	if p.Secret.Where.IsZero() || p.Access != provider.AccessOff || len(p.Setup) != 6 || !p.NeedsSetup() {
		t.Errorf("Sina: got where %v, access %q, %d steps; want a place, off and 6 steps", p.Secret.Where, p.Access, len(p.Setup))
	}
	var urls []string
	for _, link := range p.Help {
		urls = append(urls, link.URL)
	}
	wantURLs := []string{
		"https://help.sina.com.cn/comquestiondetail/view/160/",
		"https://help.sina.com.cn/comquestiondetail/view/1566/",
		"https://help.sina.com.cn/comquestiondetail/view/1565/",
		"https://laifa.xin/youxiang/109-xinlang-sinayouxiang-sina-personal-email",
	}
	if diff := cmp.Diff(wantURLs, urls); diff != "" {
		t.Errorf("help of Sina, its own pages first (-want +got):\n%s", diff)
	}
}

func TestProvidersWithoutPublicServersSaySo(t *testing.T) {
	for _, domain := range []string{"proton.me", "protonmail.com", "tuta.com", "tutanota.com", "hey.com"} {
		a := account(t, domain)
		if a.Provider.Unsupported.IsZero() || a.Usable() {
			t.Errorf("%s: got servers %v and reason %v, want a reason and no servers", domain, a.Servers(), a.Provider.Unsupported)
		}
	}
}

func TestHostedDomainsAreServedThroughTheirProvider(t *testing.T) {
	p, ok := table(t).LookupMX("mx1.35.com")
	if !ok {
		t.Fatal("mx1.35.com: not found")
	}
	a, err := provider.Resolve(p, "customer.example", "someone")
	if err != nil || a.IMAP.Host != "imap.customer.example" || a.SMTP.Host != "smtp.customer.example" {
		t.Errorf("customer.example at %s: got IMAP %q, SMTP %q, error %v; want the customer's own host names", p.ID, a.IMAP.Host, a.SMTP.Host, err)
	}
}
