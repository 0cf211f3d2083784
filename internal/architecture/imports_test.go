package architecture_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// A rule says what a package may depend on, through every step of the way, tests
// not counted.
type rule struct {
	// ours are the packages of this module.
	ours []string
	// theirs are the packages of other modules, with all packages below them.
	theirs []string
	// never are packages of the standard library that would be a mistake.
	never []string
}

// What everything that resolves an address stands on.
var (
	addressModules  = []string{"golang.org/x/net/idna", "golang.org/x/text"}
	providerModules = slices.Concat(addressModules, []string{"go.yaml.in/yaml/v4", "golang.org/x/net/publicsuffix"})
)

// rules has an entry for each package but cmd/signpost, which wires the rest
// together and may import everything.
//
// The lists are of what is allowed: a database driver, a DNS library or an ACME
// client below the handler fails the test without being named here.
var rules = map[string]rule{
	"signpost/internal/address": {
		theirs: addressModules,
		never:  []string{"net/http", "database/sql", "os/exec"},
	},
	"signpost/templates": {
		theirs: []string{"golang.org/x/text"},
		never:  []string{"net/http", "database/sql", "os/exec"},
	},
	"signpost/provider": {
		ours:   []string{"signpost/internal/address"},
		theirs: providerModules,
		never:  []string{"net/http", "database/sql", "os/exec"},
	},
	"signpost/provider/builtin": {
		ours:   []string{"signpost/internal/address", "signpost/provider"},
		theirs: providerModules,
		never:  []string{"net/http", "database/sql", "os/exec"},
	},
	"signpost/client": {
		ours:   []string{"signpost/internal/address", "signpost/provider"},
		theirs: slices.Concat(providerModules, []string{"github.com/beevik/etree"}),
		never:  []string{"database/sql", "os/exec"},
	},
	"signpost/autoconfig": {
		ours:   []string{"signpost/internal/address", "signpost/provider", "signpost/templates"},
		theirs: slices.Concat(providerModules, []string{"github.com/beevik/etree", "github.com/go-chi/chi/v5"}),
		never:  []string{"database/sql", "os/exec"},
	},
	"signpost/internal/architecture": {},
}

const command = "signpost/cmd/signpost"

func TestPackagesImportOnlyWhatTheirRuleAllows(t *testing.T) {
	for _, path := range slices.Sorted(maps.Keys(rules)) {
		t.Run(path, func(t *testing.T) {
			for _, dependency := range list(t, "-deps", path) {
				if dependency.ImportPath != path && !rules[path].allows(dependency) {
					t.Errorf("%s depends on %s, which its rule does not allow", path, dependency.ImportPath)
				}
			}
		})
	}
}

func TestEveryPackageHasARule(t *testing.T) {
	for _, found := range list(t, "signpost/...") {
		if _, ok := rules[found.ImportPath]; !ok && found.ImportPath != command {
			t.Errorf("package %s has no rule: say in this file what it may import", found.ImportPath)
		}
	}
}

// allows reports whether a package under the rule may depend on p.
func (r rule) allows(p listed) bool {
	switch {
	case p.Standard:
		return !slices.Contains(r.never, p.ImportPath)
	case isBelow(p.ImportPath, "signpost"):
		return slices.Contains(r.ours, p.ImportPath)
	default:
		return slices.ContainsFunc(r.theirs, func(root string) bool { return isBelow(p.ImportPath, root) })
	}
}

// isBelow reports whether an import path is root or lies below it.
func isBelow(path, root string) bool {
	return path == root || strings.HasPrefix(path, root+"/")
}
