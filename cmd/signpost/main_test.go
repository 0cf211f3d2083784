package main_test

import (
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	signpost "signpost/cmd/signpost"
)

// TestMain puts two programs on the PATH of all tests: signpost itself, and a
// curl that knows the few flags that scripts and documents use, so that neither
// depends on what the machine has.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"signpost": signpost.Main,
		"curl":     curl,
	})
}
