package builtin_test

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"signpost/provider"
)

var update = flag.Bool("update", false, "write docs/providers.md anew")

// shownDomains is how many domains a row lists; the file of the provider has all.
const shownDomains = 4

func TestProvidersPageIsWritten(t *testing.T) {
	const name = "../../docs/providers.md"
	want := providersPage(table(t).Providers())
	if *update {
		if err := os.WriteFile(name, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff(want, string(got)); diff != "" {
		t.Errorf("docs/providers.md is not what the files give, see -update (-want +got):\n%s", diff)
	}
}

// providersPage is the page about all providers, by name.
func providersPage(providers []*provider.Provider) string {
	slices.SortFunc(providers, func(a, b *provider.Provider) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.Name.In("en")), strings.ToLower(b.Name.In("en"))), cmp.Compare(a.ID, b.ID))
	})
	var out strings.Builder
	fmt.Fprintf(&out, `# Providers

The built-in table has %s

`+"`signpost lookup <domain>`"+` shows all that is known of one, in English and Chinese: servers, ports, the steps to take first.
The sources stand in the file of each provider, whose form is explained in [provider-file.md](provider-file.md). They are public;
nothing was tried against live mailboxes. A test writes this page from the files.

| provider | domains | into the password field | mail programs | served |
| --- | --- | --- | --- | --- |
`, summary(providers))
	for _, p := range providers {
		cells := []string{providerCell(p), domainsCell(p), secretCell(p), accessCell(p), servedCell(p)}
		for i, cell := range cells {
			cells[i] = strings.ReplaceAll(cell, "|", `\|`)
		}
		fmt.Fprintf(&out, "| %s |\n", strings.Join(cells, " | "))
	}
	return out.String()
}

// summary counts what the table holds.
func summary(providers []*provider.Provider) string {
	var served, domains, kept, hosting, codes, oauth, unsupported, switchOn int
	for _, p := range providers {
		kept += len(p.UncheckedDomains)
		if p.Confidence == provider.ConfidenceLow {
			kept += len(p.Domains)
			continue
		}
		served++
		domains += len(p.Domains)
		for _, fact := range []struct {
			holds bool
			count *int
		}{
			{p.Hosted && slices.ContainsFunc(p.MX, func(mx provider.MXSuffix) bool { return mx.Status == "" }), &hosting},
			{p.Secret.Accepts(provider.SecretAuthorizationCode) || p.Secret.Accepts(provider.SecretAppPassword), &codes},
			{p.OAuth2Only(), &oauth},
			{!p.Unsupported.IsZero(), &unsupported},
			{p.Access == provider.AccessOff || p.Access == provider.AccessAdmin, &switchOn},
		} {
			if fact.holds {
				*fact.count++
			}
		}
	}
	return fmt.Sprintf(`%d providers. %d of them are served, with %d domains:

- %d take an app password or an authorization code, %d take OAuth2 alone;
- %d let mail programs in after somebody has allowed it, %d let none in: the answer is the reason;
- %d host the domains of their customers, which [--resolve-mx](hosted-domains.md) finds.

%d more domains are known and not served: a wrong server would be worse than none.`,
		len(providers), served, domains, codes, oauth, switchOn, unsupported, hosting, kept)
}

func providerCell(p *provider.Provider) string {
	return fmt.Sprintf("%s<br>[`%s`](../provider/builtin/%s.yaml)", both(p.Name), p.ID, p.ID)
}

// both is a text in English and, where there is one, in Chinese.
func both(t provider.Text) string {
	english, chinese := t.In("en"), t.Exactly("zh")
	if chinese == "" || chinese == english {
		return english
	}
	return english + " · " + chinese
}

func domainsCell(p *provider.Provider) string {
	domains := p.Domains
	if len(domains) == 0 && !p.Hosted {
		domains = p.UncheckedDomains
	}
	shown := domains[:min(len(domains), shownDomains)]
	words := make([]string, len(shown))
	for i, d := range shown {
		words[i] = "`" + d + "`"
	}
	cell := strings.Join(words, ", ")
	if more := len(domains) - len(shown); more > 0 {
		cell += fmt.Sprintf(" and %d more", more)
	}
	if !p.Hosted {
		return cell
	}
	if cell != "" {
		cell += ", "
	}
	return cell + "those of customers"
}

func secretCell(p *provider.Provider) string {
	words := map[provider.SecretKind]string{
		provider.SecretPassword:          "web password",
		provider.SecretAppPassword:       "app password",
		provider.SecretAuthorizationCode: "authorization code",
		provider.SecretOAuth2:            "OAuth2",
		provider.SecretBridge:            "password that the bridge shows",
		provider.SecretNone:              "–",
	}
	kinds := make([]string, len(p.Secret.Kinds))
	for i, kind := range p.Secret.Kinds {
		kinds[i] = words[kind]
	}
	cell := strings.Join(kinds, " or ")
	name := both(p.Secret.Name)
	switch {
	case cell == "" && name == "":
		cell = "not known"
	case cell == "":
		cell = name
	case name != "":
		cell += ": " + name
	}
	if p.Secret.Length > 0 {
		cell += fmt.Sprintf(", %d characters", p.Secret.Length)
	}
	return cell
}

func accessCell(p *provider.Provider) string {
	if !p.Unsupported.IsZero() {
		return "not let in"
	}
	return map[provider.Access]string{
		provider.AccessOn:    "let in",
		provider.AccessOff:   "to be switched on",
		provider.AccessAdmin: "allowed by an administrator",
		"":                   "not known",
	}[p.Access]
}

// servedCell says how sure the facts are, or why they are not served.
func servedCell(p *provider.Provider) string {
	var cell string
	switch {
	case p.Confidence == provider.ConfidenceLow:
		return "no: too little is known"
	case !p.Unsupported.IsZero():
		return "the reason: " + p.Unsupported.In("en")
	case p.Confidence == provider.ConfidenceMedium:
		cell = "yes, confidence medium"
	default:
		cell = "yes, confidence high"
	}
	if len(p.UncheckedDomains) > 0 {
		cell += "; not `" + strings.Join(p.UncheckedDomains, "`, `") + "`"
	}
	return cell
}
