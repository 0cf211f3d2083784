//go:build table

package table_test

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// domain is the n-th of the list: 16 bytes, under several top-level domains.
func domain(n int) string {
	tops := []string{"com", "net", "org", "de", "cn", "com.cn", "co.uk", "io"}
	// Neighbours in the list are not neighbours by name.
	return fmt.Sprintf("c%07d-%02d.%s", n*7919%10_000_000, n%100, tops[n%len(tops)])
}

// writeList writes a provider with a list of so many domains.
func writeList(t *testing.T, n int) (dir string) {
	t.Helper()
	dir = t.TempDir()
	const text = "id: own\nname: Own\ndomains_file: customers.txt\nhost: mail.{domain}\n"
	if err := os.WriteFile(filepath.Join(dir, "own.yaml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := os.Create(filepath.Join(dir, "customers.txt"))
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(file)
	for i := range n {
		fmt.Fprintln(w, domain(i))
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}
