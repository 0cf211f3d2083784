// Package builtin holds the world's mail providers: one YAML file a provider, in
// the form of docs/provider-file.md, named by its id. There is no code here but
// the embedding; to add a provider, add a file.
package builtin

import (
	"embed"

	"signpost/provider"
)

//go:embed *.yaml
var files embed.FS

// Providers reads the embedded files, in the order of their names. An error
// means that the program was built from broken ones; it is of type
// provider.Problems.
func Providers() ([]provider.Provider, error) { return provider.LoadFS(files) }
