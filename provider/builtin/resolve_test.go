package builtin_test

import (
	"errors"
	"testing"

	"signpost/provider"
)

// served calls f for every domain that is answered, with the account of a person there.
func served(t *testing.T, f func(*provider.Provider, provider.Account)) {
	t.Helper()
	for _, p := range table(t).Providers() {
		if p.Confidence == provider.ConfidenceLow {
			continue
		}
		for _, domain := range p.Domains {
			account, err := provider.Resolve(p, domain, "someone")
			if err != nil {
				t.Errorf("%s at %s: %v", domain, p.ID, err)
				continue
			}
			f(p, account)
		}
	}
}

func TestEveryServedDomainIsUsable(t *testing.T) {
	n := 0
	served(t, func(p *provider.Provider, a provider.Account) {
		n++
		if a.Usable() == !p.Unsupported.IsZero() {
			t.Errorf("%s at %s: got servers %v and reason %q, want servers for both ways or a reason", a.Domain, p.ID, a.Servers(), p.Unsupported.In("en"))
		}
	})
	if n < 717 {
		t.Errorf("served domains: got %d, want at least 717", n)
	}
}

func TestOfferedServersAreEncrypted(t *testing.T) {
	served(t, func(p *provider.Provider, a provider.Account) {
		for _, e := range append(a.Servers(), a.More...) {
			if (e.Security != provider.TLS && e.Security != provider.STARTTLS) || e.Port == 25 {
				t.Errorf("%s at %s: offers %s %s port %d with security %q", a.Domain, p.ID, e.Protocol, e.Host, e.Port, e.Security)
			}
		}
	})
}

func TestLoginsAreKnown(t *testing.T) {
	served(t, func(p *provider.Provider, a provider.Account) {
		for _, e := range a.Servers() {
			if e.Login == "" && (e.Username != provider.UsernameOther || p.UsernameNote.IsZero()) {
				t.Errorf("%s at %s: %s has no login and no note that says what it is", a.Domain, p.ID, e.Host)
			}
		}
	})
}

func TestUncheckedDomainsAreRefused(t *testing.T) {
	table := table(t)
	want := []string{
		"sina.com.cn", "my3ia.sina.com", "sinanet.com", "vip.sohu.com", "163.net", "mail.ua", "awsapps.com",
		"sohu.net", "china.com", "mail.china.com", "telefonica.net", "movistar.es", "terra.es",
	}
	for _, domain := range want {
		p, ok := table.Lookup(domain)
		if !ok {
			t.Errorf("%s: not found, want it kept", domain)
			continue
		}
		if _, err := provider.Resolve(p, domain, ""); !errors.Is(err, provider.ErrUnchecked) {
			t.Errorf("%s at %s: got error %v, want ErrUnchecked", domain, p.ID, err)
		}
	}
	refused := 0
	for _, p := range table.Providers() {
		refused += len(p.UncheckedDomains)
		if p.Confidence == provider.ConfidenceLow {
			refused += len(p.Domains)
		}
	}
	if refused != len(want) {
		t.Errorf("refused domains: got %d, want %d", refused, len(want))
	}
}

func TestMXHostsFindTheirProvider(t *testing.T) {
	table := table(t)
	for host, want := range map[string]string{
		"freemx1.sinamail.sina.com.cn":             "sina",
		"mx.sina.net":                              "sina-enterprise",
		"mx1.qq.com":                               "qq",
		"mxbiz1.qq.com":                            "tencent-exmail",
		"notmxbiz1.qq.com":                         "",
		"qiye163mx01.mxmail.netease.com":           "netease-qiye",
		"163mx01.mxmail.netease.com":               "",
		"mx1.qiye.aliyun.com":                      "alimail",
		"mx1.mail.aliyun.com":                      "aliyun",
		"aspmx.l.google.com":                       "google-workspace",
		"gmail-smtp-in.l.google.com":               "gmail",
		"example-com.mail.protection.outlook.com":  "microsoft365",
		"outlook-com.olc.protection.outlook.com":   "outlook",
		"mta5.am0.yahoodns.net":                    "yahoo",
		"mx-aol.mail.gm0.yahoodns.net":             "aol",
		"in1-smtp.messagingengine.com":             "fastmail",
		"mx.35.com":                                "35com",
		"inbound-smtp.us-east-1.amazonaws.com":     "",
		"mx00.ionos.de":                            "",
		"mx-biz.mail.am0.yahoodns.net.example.com": "",
	} {
		got := ""
		if p, ok := table.LookupMX(host); ok {
			got = p.ID
		}
		if got != want {
			t.Errorf("MX %s: got provider %q, want %q", host, got, want)
		}
	}
}

func TestTenantsBelowADomainFindTheirProvider(t *testing.T) {
	table := table(t)
	for domain, want := range map[string]string{
		"contoso.onmicrosoft.com":      "microsoft365",
		"contoso.mail.onmicrosoft.com": "microsoft365",
		"name.plus.com":                "plusnet",
		"nyc.rr.com":                   "twc",
		"onmicrosoft.com.example":      "",
		"notonmicrosoft.com":           "",
	} {
		id := ""
		if p, ok := table.Lookup(domain); ok {
			id = p.ID
		}
		if id != want {
			t.Errorf("%s: got %q, want %q", domain, id, want)
		}
	}
}
