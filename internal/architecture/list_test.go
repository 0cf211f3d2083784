package architecture_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// listed is what `go list` tells about a package.
type listed struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	Imports    []string
	Standard   bool
}

// list runs `go list` with the given flags and packages.
//
// It reads go.mod and the directory of each package of ours for one reason: go
// test remembers results by the files that the test itself has opened, and those
// that go list opens are not among them.
func list(t *testing.T, args ...string) []listed {
	t.Helper()
	args = slices.Concat([]string{"list", "-json=ImportPath,Dir,GoFiles,Imports,Standard"}, args)
	var stderr strings.Builder
	cmd := exec.CommandContext(t.Context(), "go", args...)
	cmd.Stderr = &stderr
	output, err := cmd.Output()
	if err != nil {
		t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, &stderr)
	}
	if _, err := os.ReadFile("../../go.mod"); err != nil {
		t.Fatal(err)
	}
	var found []listed
	for decoder := json.NewDecoder(strings.NewReader(string(output))); ; {
		var p listed
		switch err := decoder.Decode(&p); {
		case errors.Is(err, io.EOF):
			return found
		case err != nil:
			t.Fatalf("go %s: %v", strings.Join(args, " "), err)
		}
		if isBelow(p.ImportPath, "signpost") {
			if _, err := os.ReadDir(p.Dir); err != nil {
				t.Fatal(err)
			}
		}
		found = append(found, p)
	}
}
