package main

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"
)

// version is set when a release is linked: -ldflags "-X main.version=1.2.3".
var version string

// versionCommand prints what was built, for which system, by which Go.
type versionCommand struct{}

// Run prints one line.
func (versionCommand) Run(env environment) error {
	_, err := fmt.Fprintf(env.stdout, "signpost %s %s/%s %s\n", versionText(), runtime.GOOS, runtime.GOARCH, runtime.Version())
	return err
}

// versionText is the linked version, else what the build recorded: the tag or
// the revision of a checkout.
func versionText() string {
	recorded := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		recorded = info.Main.Version
	}
	return cmp.Or(version, recorded, "unknown")
}
