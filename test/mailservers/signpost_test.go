//go:build mailservers

package mailservers_test

import (
	"testing"

	"signpost/test/serving"
)

// serve runs `signpost serve` for the providers of a directory until the test ends,
// and returns where it listens: http and, with the flags for it, https.
func serve(t testing.TB, file, dir string, flags ...string) (http, https string) {
	t.Helper()
	arguments := append([]string{file, "serve", "--http", "127.0.0.1:0", "--only-own", "--providers", "."}, flags...)
	p := serving.Start(t, serving.Options{Dir: dir}, arguments...)
	t.Cleanup(func() { p.Stop(t) })
	return p.Address("http"), p.Address("https")
}
