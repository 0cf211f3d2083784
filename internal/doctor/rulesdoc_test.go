package doctor_test

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/internal/doctor"
	"signpost/internal/probe"
)

var update = flag.Bool("update", false, "write the documents anew")

const doctorPage = "../../docs/doctor.md"

// The part of the page between these lines is written from the rules.
const begin, end = "<!-- begin findings: go test ./internal/doctor -update -->\n", "<!-- end findings -->\n"

func TestDoctorPageDescribesEveryRule(t *testing.T) {
	content, err := os.ReadFile(doctorPage)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, hasBegin := strings.Cut(string(content), begin)
	_, after, hasEnd := strings.Cut(rest, end)
	if !hasBegin || !hasEnd {
		t.Fatalf("%s has no place for the findings", doctorPage)
	}
	var b strings.Builder
	for _, r := range doctor.Rules() {
		fmt.Fprintf(&b, "\n### %s\n\n%s: %s\n\nFix: %s.\n", r.ID, strings.ToUpper(string(r.Severity[0]))+string(r.Severity[1:]), r.Means, r.Fix)
	}
	want := before + begin + b.String() + "\n" + end + after
	if *update {
		if err := os.WriteFile(doctorPage, []byte(want), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, string(content)); diff != "" {
		t.Errorf("go test ./internal/doctor -update writes the findings anew (-want +got)\n%s", diff)
	}
}

// Whatever is found has a rule, and every rule can be found.
func TestEveryFindingHasARule(t *testing.T) {
	known := map[string]bool{}
	for _, r := range doctor.Rules() {
		if known[r.ID] {
			t.Errorf("there are two rules %s", r.ID)
		}
		known[r.ID] = true
		if r.Means == "" || !strings.HasSuffix(r.Means, ".") || r.Fix == "" || strings.HasSuffix(r.Fix, ".") {
			t.Errorf("%s: the meaning must be sentences, the fix must be none", r.ID)
		}
	}
	for _, kind := range probe.Kinds() {
		isJudged := slices.Contains([]probe.Kind{probe.Cut, probe.TLSOnPlainPort, probe.PlainOnTLSPort}, kind)
		if id := "server-" + string(kind); !isJudged && !known[id] {
			t.Errorf("the probe knows %s, and there is no rule %s", kind, id)
		}
	}
	literals := map[string]bool{}
	for _, text := range stringsOfTheSources(t) {
		literals[text] = true
	}
	for id := range known {
		kind := probe.Kind(strings.TrimPrefix(id, "server-"))
		label, isName := strings.CutPrefix(id, "dns-no-")
		if !literals[id] && !slices.Contains(probe.Kinds(), kind) && (!isName || !literals[label]) {
			t.Errorf("the rule %s is in no source", id)
		}
	}
}

// stringsOfTheSources are all string literals of the package, those of the rules
// left out.
func stringsOfTheSources(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "rules") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
				if text, err := strconv.Unquote(literal.Value); err == nil {
					found = append(found, text)
				}
			}
			return true
		})
	}
	return found
}
