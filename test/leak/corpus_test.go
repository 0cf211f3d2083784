//go:build leak

package leak_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"
)

// fewestWords is fewer than there are, and many more than there would be if the tests
// had moved.
const fewestWords = 1000

// corpus is every text in the tests of the handler: the targets, hosts, headers and
// bodies of all rows of docs/conformance.md, the seeds of its fuzz targets, and much
// that is none of these and goes wherever it fits. A new test is in it by itself.
func corpus(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "autoconfig", "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	words := map[string]bool{}
	for _, file := range files {
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(parsed, func(n ast.Node) bool {
			if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
				word, err := strconv.Unquote(literal.Value)
				if err != nil {
					t.Fatal(err)
				}
				words[marked(word)] = true
			}
			return true
		})
	}
	if len(words) < fewestWords {
		t.Fatalf("only %d texts in %d files", len(words), len(files))
	}
	all := make([]string, 0, len(words))
	for word := range words {
		all = append(all, word)
	}
	slices.Sort(all)
	return all
}

// localPart is what stands before an @ in any spelling, or between the tags of a
// request.
var localPart = regexp.MustCompile(`([^\s@＠/?&=<>"';:,]*)(@|＠|%40|%2540|&#64;)`)

// marked puts the marker into the local part of every address.
func marked(word string) string { return localPart.ReplaceAllString(word, marker+".$1$2") }
