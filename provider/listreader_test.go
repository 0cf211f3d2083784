package provider_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"signpost/internal/address"
	"signpost/provider"
)

// twoWithAList are the providers one and two, which share a list.
func twoWithAList(list string) fstest.MapFS {
	return filesOf(map[string]string{
		"one.yaml":      fmt.Sprintf(listed, "one"),
		"two.yaml":      fmt.Sprintf(listed, "two"),
		"customers.txt": list,
	})
}

// manyLines is a list of several blocks, with an odd line here and there.
func manyLines(odd map[int]string) string {
	var list strings.Builder
	for i := 1; i <= 20_000; i++ {
		line, ok := odd[i]
		if !ok {
			line = fmt.Sprintf("d%d.example %s", i, []string{"one", "two"}[i%2])
		}
		list.WriteString(line + "\n")
	}
	return list.String()
}

// loaders are the two ways to read a list: at once, and a little at a time.
func loaders() map[string]provider.Loader {
	return map[string]provider.Loader{"at once": {}, "with pauses": {Pause: func() {}}}
}

// A list is read in blocks, and by more than one goroutine: nobody may notice.
func TestProblemsOfALongListStandInItsOrder(t *testing.T) {
	for _, c := range []struct {
		name string
		odd  map[int]string
		want []string
	}{
		{
			"lines that are not of the form",
			map[int]string{2: "a_b", 9_000: "\t co.uk", 20_000: "c_d one"},
			[]string{
				"customers.txt:2:1: domain `a_b` cannot be a domain (write a domain such as example.com, one a line)",
				"customers.txt:9000:3: domain `co.uk` is a public suffix (list the domains below it one by one)",
				"customers.txt:20000:1: domain `c_d` cannot be a domain (write a domain such as example.com, one a line)",
			},
		},
		{
			"domains that stand twice, behind lines that do not count",
			map[int]string{1: "# ours", 2: "", 9_000: "", 9_001: "   D100.example\ttwo # again", 19_999: "d9003.example one"},
			[]string{
				"customers.txt:9001:4: domain \"d100.example\" stands in two providers (the other one is one at customers.txt; keep one of them)",
				"customers.txt:19999:1: domain \"d9003.example\" stands in two providers (the other one is two at customers.txt; keep one of them)",
			},
		},
		{
			"an id that nobody has",
			map[int]string{12_345: "x.example three", 12_346: "y.example"},
			[]string{
				"customers.txt:12345:1: no provider with the id `three` names this list (add `domains_file` to that provider, or correct the id)",
				"customers.txt:12346:1: 2 providers share this list, and the line names none of them (write the id of the provider behind the domain)",
			},
		},
		{
			"a line without end",
			map[int]string{10: "a_b", 30: strings.Repeat(" ", 70_000)},
			[]string{
				"customers.txt:10:1: domain `a_b` cannot be a domain (write a domain such as example.com, one a line)",
				"customers.txt:30:1: the line is longer than 65536 bytes (write one domain a line)",
			},
		},
	} {
		for name, loader := range loaders() {
			t.Run(c.name+", "+name, func(t *testing.T) {
				providers, err := loader.FS(twoWithAList(manyLines(c.odd)))
				if err == nil {
					_, err = loader.Table(providers)
				}
				var problems provider.Problems
				if !errors.As(err, &problems) {
					t.Fatalf("got error %v, want Problems", err)
				}
				if diff := cmp.Diff(c.want, strings.Split(err.Error(), "\n")); diff != "" {
					t.Errorf("problems (-want +got):\n%s", diff)
				}
			})
		}
	}
}

func TestAListThatIsThereTwiceIsToldInAFewLines(t *testing.T) {
	list := manyLines(nil)
	providers, err := provider.LoadFS(twoWithAList(list + list))
	if err != nil {
		t.Fatal(err)
	}
	_, err = provider.NewTable(providers)
	var problems provider.Problems
	if !errors.As(err, &problems) || len(problems) != 51 {
		t.Fatalf("%d problems, want 50 and a line on the others", len(problems))
	}
	if got, want := problems[0].Line, 20_001; got != want {
		t.Errorf("the first one is on line %d, want %d", got, want)
	}
	if got, want := problems[50].What, "19950 more domains, ids or suffixes stand twice"; got != want {
		t.Errorf("the last one: got %q, want %q", got, want)
	}
}

func TestTablesOfTheSameProvidersAreAlike(t *testing.T) {
	for name, loader := range loaders() {
		t.Run(name, func(t *testing.T) {
			providers, err := loader.FS(twoWithAList(manyLines(nil)))
			if err != nil {
				t.Fatal(err)
			}
			listed := slices.Collect(provider.DomainsOf(providers))
			if len(listed) != 20_000 || listed[0] != "d1.example" || listed[19_999] != "d20000.example" {
				t.Fatalf("%d domains in the list, want 20000 in its order", len(listed))
			}
			for range 2 {
				table, err := loader.Table(providers)
				if err != nil {
					t.Fatal(err)
				}
				served := slices.Sorted(table.Served())
				if diff := cmp.Diff(slices.Sorted(slices.Values(listed)), served); diff != "" {
					t.Fatalf("served domains (-want +got):\n%s", diff)
				}
				for i, domain := range listed {
					p, ok := table.Lookup(domain)
					if want := []string{"two", "one"}[i%2]; !ok || p.ID != want {
						t.Fatalf("%s: found %v, want %s", domain, p, want)
					}
				}
			}
		})
	}
}

// Who answers requests beside the load must get the processor often enough.
func TestALoaderPausesBetweenAFewLines(t *testing.T) {
	pauses := 0
	loader := provider.Loader{Pause: func() { pauses++ }}
	providers, err := loader.FS(twoWithAList(manyLines(nil)))
	if err != nil {
		t.Fatal(err)
	}
	reading := pauses
	if _, err := loader.Table(providers); err != nil {
		t.Fatal(err)
	}
	if building := pauses - reading; reading < 20_000/50 || building < 20_000/50 {
		t.Errorf("%d pauses while 20000 lines were read, %d while the table was built", reading, building)
	}
}

// FuzzDomainList checks that a list is read the same way at once and a little at a
// time, and that every domain of it that is let through is found in the table.
func FuzzDomainList(f *testing.F) {
	for _, list := range []string{
		"a.example one\nb.example\ttwo # moved\n", "# none\n\n \t\r\n", "a.example\n", "co.uk one\na_b two\n",
		"例子.example one\r\nA.Example two", "a.example one\na.example two\n", "*.a.example one\n", "a.example one two\n", "a.example three\n",
	} {
		f.Add(list)
	}
	f.Fuzz(func(t *testing.T, list string) {
		want, wantErr := fuzzedTable(t, provider.Loader{}, list)
		got, gotErr := fuzzedTable(t, provider.Loader{Pause: func() {}}, list)
		if fmt.Sprint(wantErr) != fmt.Sprint(gotErr) {
			t.Fatalf("at once:\n%v\nwith pauses:\n%v", wantErr, gotErr)
		}
		if wantErr == nil {
			if diff := cmp.Diff(slices.Sorted(want.Served()), slices.Sorted(got.Served())); diff != "" {
				t.Errorf("domains at once (-) and with pauses (+):\n%s", diff)
			}
		}
	})
}

func fuzzedTable(t *testing.T, loader provider.Loader, list string) (*provider.Table, error) {
	t.Helper()
	providers, err := loader.FS(twoWithAList(list))
	if err != nil {
		var problems provider.Problems
		if !errors.As(err, &problems) || problems[0].Line == 0 || problems[0].File != "customers.txt" {
			t.Errorf("got error %v of type %T, want Problems with their places", err, err)
		}
		for _, p := range problems {
			checkText(t, "a problem", p.String())
		}
		return nil, err
	}
	table, err := loader.Table(providers)
	if err != nil {
		return nil, err
	}
	n := 0
	for domain := range provider.DomainsOf(providers) {
		n++
		if again, err := address.ParseDomain(domain); err != nil || again != domain || provider.IsPublicSuffix(domain) {
			t.Errorf("%q is in the list: %q, %v", domain, again, err)
		}
		if _, ok := table.Lookup(domain); !ok {
			t.Errorf("%q is not found", domain)
		}
	}
	if table.Domains() != n {
		t.Errorf("%d domains in the table, %d in the list", table.Domains(), n)
	}
	return table, nil
}
