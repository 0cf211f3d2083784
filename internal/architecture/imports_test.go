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
	// never are packages of the standard library that neither the package nor one
	// of ours below it may import. What a library of others imports is its own
	// business: x/net/publicsuffix fills an interface of net/http/cookiejar.
	never []string
}

// What everything that resolves an address stands on.
var (
	addressModules  = []string{"golang.org/x/net/idna", "golang.org/x/text"}
	providerModules = slices.Concat(addressModules, []string{"go.yaml.in/yaml/v4", "golang.org/x/net/publicsuffix"})
	handlerModules  = slices.Concat(providerModules, []string{"github.com/beevik/etree", "github.com/go-chi/chi/v5", "rsc.io/qr", "golang.org/x/sync"})
	// miekg/dns stands on these itself.
	dnsModules = []string{
		"github.com/miekg/dns", "golang.org/x/sync", "golang.org/x/net/bpf", "golang.org/x/net/internal",
		"golang.org/x/net/ipv4", "golang.org/x/net/ipv6", "golang.org/x/sys",
	}
	acmeModules = []string{
		"github.com/caddyserver/certmagic", "github.com/caddyserver/zerossl", "github.com/klauspost/cpuid/v2", "github.com/libdns/libdns",
		"github.com/mholt/acmez/v3", "github.com/miekg/dns", "github.com/zeebo/blake3", "go.uber.org/multierr", "go.uber.org/zap",
		"golang.org/x/crypto", "golang.org/x/net", "golang.org/x/sys", "golang.org/x/text",
	}
	databaseModules = []string{
		"github.com/jackc/pgx/v5", "github.com/jackc/pgpassfile", "github.com/jackc/pgservicefile", "github.com/jackc/puddle/v2",
		"golang.org/x/sync", "golang.org/x/text",
	}
	metricsModules = []string{
		"github.com/prometheus", "github.com/beorn7/perks", "github.com/cespare/xxhash/v2", "github.com/munnerz/goautoneg",
		"google.golang.org/protobuf", "golang.org/x/sys",
	}
)

// What no package but the command may import: these would make an answer wait, or
// start another program.
var (
	offline   = []string{"database/sql", "os/exec"}
	withoutIO = slices.Concat(offline, []string{"net/http"})
)

// rules has an entry for each package but cmd/signpost, which wires the rest
// together and may import everything.
//
// The lists are of what is allowed: a database driver, a DNS library or an ACME
// client below the handler fails the test without being named here.
var rules = map[string]rule{
	"signpost/internal/address": {theirs: addressModules, never: withoutIO},
	"signpost/internal/stack":   {never: withoutIO},
	"signpost/internal/watch":   {never: withoutIO},
	"signpost/internal/mx": {
		ours:   []string{"signpost/internal/address"},
		theirs: slices.Concat(addressModules, dnsModules),
		never:  withoutIO,
	},
	"signpost/internal/signing": {
		theirs: []string{"github.com/smallstep/pkcs7"},
		never:  withoutIO,
	},
	"signpost/internal/signing/signingtest": {},
	"signpost/templates":                    {theirs: []string{"golang.org/x/text"}, never: withoutIO},
	"signpost/provider": {
		ours:   []string{"signpost/internal/address"},
		theirs: providerModules,
		never:  withoutIO,
	},
	"signpost/provider/builtin": {
		ours:   []string{"signpost/internal/address", "signpost/provider"},
		theirs: providerModules,
		never:  withoutIO,
	},
	"signpost/provider/builtin/generate": {
		ours:   []string{"signpost/internal/address", "signpost/provider"},
		theirs: providerModules,
		never:  withoutIO,
	},
	"signpost/provider/draft": {
		ours:   []string{"signpost/internal/address", "signpost/provider"},
		theirs: providerModules,
		never:  withoutIO,
	},
	"signpost/provider/ispdb": {
		ours:   []string{"signpost/internal/address", "signpost/provider", "signpost/provider/draft"},
		theirs: slices.Concat(providerModules, []string{"github.com/beevik/etree"}),
		never:  withoutIO,
	},
	"signpost/provider/automx2": {
		ours:   []string{"signpost/internal/address", "signpost/provider", "signpost/provider/draft"},
		theirs: providerModules,
		never:  withoutIO,
	},
	"signpost/provider/monogramm": {
		ours:   []string{"signpost/internal/address", "signpost/provider", "signpost/provider/draft"},
		theirs: providerModules,
		never:  withoutIO,
	},
	"signpost/client": {
		ours:   []string{"signpost/internal/address", "signpost/provider"},
		theirs: slices.Concat(providerModules, []string{"github.com/beevik/etree"}),
		never:  offline,
	},
	"signpost/client/discovery": {
		ours:   []string{"signpost/client", "signpost/internal/address", "signpost/provider"},
		theirs: slices.Concat(providerModules, []string{"github.com/beevik/etree"}),
		never:  offline,
	},
	"signpost/internal/doctor": {
		ours: []string{
			"signpost/client", "signpost/client/discovery", "signpost/internal/address",
			"signpost/internal/probe", "signpost/internal/resolver", "signpost/provider",
		},
		theirs: slices.Concat(providerModules, dnsModules, []string{"github.com/beevik/etree"}),
		never:  offline,
	},
	"signpost/internal/testserver": {theirs: dnsModules},
	"signpost/test/serving":        {},
	"signpost/internal/doctor/doctortest": {
		ours: []string{
			"signpost/client", "signpost/client/discovery", "signpost/internal/address", "signpost/internal/doctor",
			"signpost/internal/probe", "signpost/internal/resolver", "signpost/internal/testserver", "signpost/provider",
		},
		theirs: slices.Concat(providerModules, dnsModules, []string{"github.com/beevik/etree"}),
		never:  offline,
	},
	"signpost/internal/doctorpage": {
		ours: []string{
			"signpost/client", "signpost/client/discovery", "signpost/internal/address", "signpost/internal/doctor",
			"signpost/internal/probe", "signpost/internal/resolver", "signpost/internal/stack", "signpost/provider", "signpost/templates",
		},
		theirs: slices.Concat(providerModules, dnsModules, []string{"github.com/beevik/etree"}),
		never:  offline,
	},
	"signpost/autoconfig": {
		ours:   []string{"signpost/internal/address", "signpost/internal/stack", "signpost/provider", "signpost/templates"},
		theirs: handlerModules,
		never:  offline,
	},
	"signpost/internal/probe": {
		ours:   []string{"signpost/internal/address", "signpost/provider"},
		theirs: providerModules,
		never:  withoutIO,
	},
	"signpost/internal/limits":     {never: offline},
	"signpost/internal/proxyproto": {theirs: []string{"github.com/pires/go-proxyproto"}, never: withoutIO},
	"signpost/internal/resolver": {
		ours:   []string{"signpost/internal/address"},
		theirs: slices.Concat(addressModules, dnsModules),
		never:  withoutIO,
	},
	"signpost/internal/zone": {
		ours:   []string{"signpost/internal/address", "signpost/provider"},
		theirs: slices.Concat(providerModules, dnsModules),
		never:  withoutIO,
	},
	"signpost/internal/autotls": {
		ours:   []string{"signpost/internal/autotls/postgres"},
		theirs: slices.Concat(acmeModules, databaseModules),
		never:  offline,
	},
	"signpost/internal/autotls/postgres":              {theirs: slices.Concat(acmeModules, databaseModules), never: offline},
	"signpost/internal/autotls/postgres/postgrestest": {theirs: databaseModules},
	"signpost/internal/metrics": {
		ours:   []string{"signpost/autoconfig", "signpost/internal/autotls", "signpost/internal/autotls/postgres", "signpost/internal/address", "signpost/internal/stack", "signpost/provider", "signpost/templates"},
		theirs: slices.Concat(handlerModules, metricsModules, acmeModules, databaseModules),
		never:  offline,
	},
	"signpost/internal/accesslog": {
		ours:   []string{"signpost/autoconfig", "signpost/internal/address", "signpost/internal/stack", "signpost/provider", "signpost/templates"},
		theirs: handlerModules,
		never:  offline,
	},
	"signpost/internal/gate": {
		ours:   []string{"signpost/autoconfig", "signpost/client", "signpost/internal/address", "signpost/internal/stack", "signpost/provider", "signpost/templates"},
		theirs: handlerModules,
		never:  offline,
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
				for _, never := range rules[path].never {
					if isBelow(dependency.ImportPath, "signpost") && slices.Contains(dependency.Imports, never) {
						t.Errorf("%s imports %s, which the rule of %s forbids", dependency.ImportPath, never, path)
					}
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
		return true
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
