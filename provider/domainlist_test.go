package provider_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"signpost/provider"
)

// filesOf is a directory of provider files, written out.
func filesOf(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

const listed = `id: %s
domains_file: customers.txt
host: mail.{domain}
`

func TestDomainListIsFoundInTheTable(t *testing.T) {
	providers, err := provider.LoadFS(filesOf(map[string]string{
		"one.yaml":      fmt.Sprintf(listed, "one"),
		"customers.txt": "# our customers\n\n  Example.COM  # the first\nexample.org\r\n例子.example\n",
	}))
	if err != nil {
		t.Fatal(err)
	}
	table, err := provider.NewTable(providers)
	if err != nil {
		t.Fatal(err)
	}
	if got := table.Domains(); got != 3 {
		t.Errorf("%d domains, want 3", got)
	}
	for _, domain := range []string{"example.com", "example.org", "xn--fsqu00a.example"} {
		p, ok := table.Lookup(domain)
		if !ok || p.ID != "one" {
			t.Errorf("%s: not found", domain)
			continue
		}
		a, err := provider.Resolve(p, domain, "user")
		if err != nil || a.IMAP.Host != "mail."+domain || a.SMTP.Port != 465 {
			t.Errorf("%s: %v, %v", domain, a.Servers(), err)
		}
	}
	if _, ok := table.Lookup("customers.txt"); ok {
		t.Error("a name that is not in the list is found")
	}
}

func TestProvidersShareAListByTheirIDs(t *testing.T) {
	providers, err := provider.LoadFS(filesOf(map[string]string{
		"one.yaml":      fmt.Sprintf(listed, "one"),
		"two.yaml":      fmt.Sprintf(listed, "two"),
		"customers.txt": "a.example one\nb.example\ttwo\nc.example two # moved\n",
	}))
	if err != nil {
		t.Fatal(err)
	}
	table, err := provider.NewTable(providers)
	if err != nil {
		t.Fatal(err)
	}
	for domain, want := range map[string]string{"a.example": "one", "b.example": "two", "c.example": "two"} {
		if p, ok := table.Lookup(domain); !ok || p.ID != want {
			t.Errorf("%s: found %v, want %s", domain, p, want)
		}
	}
}

func TestProblemsOfADomainList(t *testing.T) {
	long := strings.Repeat("no domain\n", 1) + strings.Repeat("a_b\n", 30)
	for _, c := range []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{
			"lines that are no domains, with their places",
			map[string]string{"one.yaml": fmt.Sprintf(listed, "one"), "customers.txt": "example.com\n  user@example.com\nco.uk\nexample.org Not An Id\n"},
			[]string{
				"customers.txt:2:3: domain `user@example.com` cannot be a domain (write a domain such as example.com, one a line)",
				"customers.txt:3:1: domain `co.uk` is a public suffix (list the domains below it one by one)",
				"customers.txt:4:1: `Not An Id` behind the domain is not the id of a provider (write a domain, or a domain and the id of its provider)",
			},
		},
		{
			"a list that is not there",
			map[string]string{"one.yaml": fmt.Sprintf(listed, "one")},
			[]string{"one.yaml:2:15: domains_file `customers.txt` cannot be read: file does not exist (put the list beside this file, one domain a line)"},
		},
		{
			"a list outside of the directory",
			map[string]string{"one.yaml": "id: one\ndomains_file: ../customers.txt\nhost: mail.example.com\n"},
			[]string{"one.yaml:2:15: domains_file `../customers.txt` is not the name of a list beside this file (write a name such as domains.txt, without .. and not absolute)"},
		},
		{
			"a line that nobody owns, in a list that two share",
			map[string]string{"one.yaml": fmt.Sprintf(listed, "one"), "two.yaml": fmt.Sprintf(listed, "two"), "customers.txt": "a.example\nb.example three\n"},
			[]string{
				"customers.txt:1:1: 2 providers share this list, and the line names none of them (write the id of the provider behind the domain)",
				"customers.txt:2:1: no provider with the id `three` names this list (add `domains_file` to that provider, or correct the id)",
			},
		},
		{
			"a domain that stands twice",
			map[string]string{"one.yaml": fmt.Sprintf(listed, "one"), "customers.txt": "a.example\na.example\n"},
			[]string{"customers.txt:2:1: domain \"a.example\" stands twice in provider one (keep one of them; the other is at customers.txt)"},
		},
		{
			"a domain that another provider has",
			map[string]string{"one.yaml": fmt.Sprintf(listed, "one"), "two.yaml": "id: two\ndomains: [a.example]\nhost: mail.example.com\n", "customers.txt": "b.example\na.example\n"},
			[]string{"customers.txt:2:1: domain \"a.example\" stands in two providers (the other one is two at two.yaml:2:11; keep one of them)"},
		},
		{
			"a host beside servers",
			map[string]string{"one.yaml": "id: one\ndomains: [a.example]\nhost: mail.example.com\nservers:\n  - {protocol: imap, host: imap.example.com}\n"},
			[]string{"one.yaml:3:7: there are `servers` beside `host` (drop one of the two: `host` stands for IMAP and SMTP on that host)"},
		},
		{
			"more bad lines than anybody reads",
			map[string]string{"one.yaml": fmt.Sprintf(listed, "one"), "customers.txt": long},
			nil,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			providers, err := provider.LoadFS(filesOf(c.files))
			if err == nil {
				_, err = provider.NewTable(providers)
			}
			var problems provider.Problems
			if !errors.As(err, &problems) {
				t.Fatalf("got error %v, want Problems", err)
			}
			if c.want == nil {
				if last := problems[len(problems)-1].String(); len(problems) != 21 || last != "customers.txt: 11 more lines are not of the form" {
					t.Errorf("%d problems, the last one %q", len(problems), last)
				}
				return
			}
			if got, want := err.Error(), strings.Join(c.want, "\n"); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestNamesBelowADomain(t *testing.T) {
	providers, err := provider.LoadFS(filesOf(map[string]string{
		"all.yaml":  "id: all\ndomains: [\"*.example.com\", \"*.deep.example.com\"]\nhost: mail.example.com\n",
		"more.yaml": "id: more\ndomains: [one.example.com]\nhost: mail.example.com\n",
	}))
	if err != nil {
		t.Fatal(err)
	}
	table, err := provider.NewTable(providers)
	if err != nil {
		t.Fatal(err)
	}
	for domain, want := range map[string]string{
		"one.example.com": "more", "two.example.com": "all", "a.b.example.com": "all", "x.deep.example.com": "all",
		"example.com": "", "xexample.com": "", "com": "",
	} {
		id := ""
		if p, ok := table.Lookup(domain); ok {
			id = p.ID
		}
		if id != want {
			t.Errorf("%s: found %q, want %q", domain, id, want)
		}
	}
	_, err = provider.Parse("x.yaml", []byte("id: x\ndomains: [\"*.co.uk\", \"*.\", \"a.*.example\"]\nhost: mail.example.com\n"))
	var problems provider.Problems
	if !errors.As(err, &problems) || len(problems) != 3 {
		t.Errorf("got %v, want three problems", err)
	}
}

// The index under the table, from empty to many, against a map.
func TestTableAgreesWithAMap(t *testing.T) {
	var list strings.Builder
	want := map[string]string{}
	for i := range 50_000 {
		domain, id := fmt.Sprintf("d%d.example", i), fmt.Sprintf("p%d", i%100)
		want[domain] = id
		fmt.Fprintf(&list, "%s %s\n", domain, id)
	}
	files := map[string]string{"customers.txt": list.String()}
	for i := range 100 {
		id := fmt.Sprintf("p%d", i)
		files[id+".yaml"] = fmt.Sprintf(listed, id)
	}
	providers, err := provider.LoadFS(filesOf(files))
	if err != nil {
		t.Fatal(err)
	}
	table, err := provider.NewTable(providers)
	if err != nil {
		t.Fatal(err)
	}
	if table.Domains() != len(want) {
		t.Errorf("%d domains, want %d", table.Domains(), len(want))
	}
	for domain, id := range want {
		if p, ok := table.Lookup(domain); !ok || p.ID != id {
			t.Fatalf("%s: found %v, want %s", domain, p, id)
		}
		if _, ok := table.Lookup("x" + domain); ok {
			t.Fatalf("x%s is found", domain)
		}
	}
	if n := testing.AllocsPerRun(100, func() { table.Lookup("d4711.example") }); n != 0 {
		t.Errorf("a look-up allocates %v times", n)
	}
}
