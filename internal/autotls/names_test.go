package autotls_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/internal/autotls"
)

func TestNames(t *testing.T) {
	long := strings.Repeat("a.", 119) + "example"
	for _, c := range []struct {
		name           string
		domains, hosts []string
		want           []string
	}{
		{"a domain has three hosts", []string{"example.com"}, nil, []string{"autoconfig.example.com", "autodiscover.example.com", "ua-auto-config.example.com"}},
		{"a host stands for itself", nil, []string{"setup.example.net"}, []string{"setup.example.net"}},
		{"a public suffix is nobody's own", []string{"com", "co.uk"}, nil, nil},
		{"a private suffix is a domain like others", []string{"github.io"}, nil, []string{"autoconfig.github.io", "autodiscover.github.io", "ua-auto-config.github.io"}},
		{"an internal domain, which an internal CA knows", []string{"corp.internal"}, nil, []string{"autoconfig.corp.internal", "autodiscover.corp.internal", "ua-auto-config.corp.internal"}},
		{"a single label", []string{"localhost", ""}, []string{"localhost"}, nil},
		{"a wildcard", []string{"*.example.com"}, nil, nil},
		{"what is no host name", []string{"exa_mple.com", "example..com", "EXAMPLE.com", strings.Repeat("a", 64) + ".com"}, nil, nil},
		{"a domain whose hosts are too long for DNS", []string{long}, nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := autotls.Names(c.domains, c.hosts)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("domains %q, hosts %q (-want +got):\n%s", c.domains, c.hosts, diff)
			}
			for _, name := range got {
				if !autotls.Has(c.domains, c.hosts, name) {
					t.Errorf("%q is listed and not in the set", name)
				}
			}
		})
	}
}

func TestNamesThatAreNotServed(t *testing.T) {
	for _, name := range []string{
		"", "example.com", "www.example.com", "autoconfig.example.org", "autoconfig.autoconfig.example.com",
		"autoconfig.sub.example.com", "autoconfig.example.com.", "autoconfig.setup.example.net", "gmail.com", "autoconfig.gmail.com",
	} {
		if autotls.Has([]string{"example.com"}, []string{"setup.example.net"}, name) {
			t.Errorf("%q is in the set", name)
		}
	}
}
