package ispdb_test

import (
	"os"
	"path/filepath"
	"testing"

	"signpost/provider/ispdb"
)

// FuzzParse: whatever the file, no panic; and what is imported can be written as a
// provider file and read back.
func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("testdata/*.xml")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(config("")))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, findings, err := ispdb.Parse("a.xml", data)
		for _, finding := range findings {
			if finding.What == "" || finding.File != "a.xml" {
				t.Errorf("finding %#v says nothing", finding)
			}
		}
		if err == nil {
			written(t, p)
		}
	})
}
