package main

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"
)

// version is set when a release is linked: -ldflags "-X main.version=1.2.3".
var version string //nolint:gochecknoglobals // the linker writes it.

// versionCommand prints what was built, from which revision, by which Go.
type versionCommand struct{}

// Run prints one line.
func (versionCommand) Run(env environment) error {
	fmt.Fprintf(env.stdout, "signpost %s %s/%s %s\n", versionText(), runtime.GOOS, runtime.GOARCH, runtime.Version())
	return nil
}

// versionText is the linked version, else what the build recorded of the module
// and the revision.
func versionText() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return cmp.Or(version, "unknown")
	}
	text := cmp.Or(version, info.Main.Version, "unknown")
	for _, setting := range info.Settings {
		if setting.Key == "vcs.revision" && version == "" {
			text += " " + setting.Value[:min(12, len(setting.Value))]
		}
	}
	return text
}
