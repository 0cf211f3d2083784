// Package builtin holds the world's mail providers: one YAML file a provider, in
// the form of docs/provider-file.md, named by its id. To add a provider, add a file
// and run `make update`: the program does not read the files, which would take
// longer than all else that it does at a start, but has in it what stands in
// providers.go.
package builtin

import "signpost/provider"

//go:generate go run ./generate

// Providers are what stands in the provider files, in the order of their names.
// Nobody may write to them.
func Providers() []provider.Provider { return providers }
