package architecture_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
)

// outside matches what reaches out of the process: a look-up, a connection, a
// request, a file. Importing net or net/http is allowed, for parsing and for
// answering; these are not.
var outside = map[string]*regexp.Regexp{
	"net":      regexp.MustCompile(`^(Lookup|Dial|Listen|Resolve|Resolver$|DefaultResolver$)`),
	"net/http": regexp.MustCompile(`^(Get|Head|Post|PostForm|Client|DefaultClient|DefaultTransport|Transport|Listen.*|NewRequest.*|ServeFile.*)$`),
	"os":       regexp.MustCompile(`^(Open.*|ReadFile|ReadDir|Create.*|WriteFile|Getenv|LookupEnv|Environ)$`),
}

// An answer comes from the table in memory: nothing between the request and the
// answer waits for the network or a disk.
func TestNothingOnTheWayOfARequestReachesOutside(t *testing.T) {
	for _, path := range []string{"signpost/autoconfig", "signpost/templates", "signpost/internal/address"} {
		for _, p := range list(t, path) {
			for _, name := range p.GoFiles {
				for _, call := range callsOutside(t, filepath.Join(p.Dir, name)) {
					t.Errorf("%s", call)
				}
			}
		}
	}
}

// callsOutside returns "file:line:column: package.Name" for each use of a name
// that outside matches.
func callsOutside(t *testing.T, name string) []string {
	t.Helper()
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, name, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	imported := importedNames(t, file)
	var found []string
	ast.Inspect(file, func(n ast.Node) bool {
		selector, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		from, ok := selector.X.(*ast.Ident)
		if !ok {
			return true
		}
		path := imported[from.Name]
		if forbidden := outside[path]; forbidden != nil && forbidden.MatchString(selector.Sel.Name) {
			found = append(found, files.Position(n.Pos()).String()+": "+path+"."+selector.Sel.Name)
		}
		return true
	})
	return found
}

// importedNames maps the name that a file gives to an import to its path.
func importedNames(t *testing.T, file *ast.File) map[string]string {
	t.Helper()
	names := map[string]string{}
	for _, spec := range file.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(path)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		names[name] = path
	}
	return names
}
