package main_test

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the outputs in documents and scripts anew")

// TestDocumentsShowWhatWasRun runs every block
//
//	```console
//	$ command
//	output
//	```
//
// of the README files and of docs/, with bash, and compares. In between stand
// the files that the commands use: blocks whose first line is a comment with the
// name of the file.
func TestDocumentsShowWhatWasRun(t *testing.T) {
	documents, err := filepath.Glob("../../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(documents, "../../README.md", "../../README.zh-CN.md") {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			content, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			shown := string(content)
			if strings.HasPrefix(filepath.Base(name), "README") && !strings.Contains(shown, "```console\n$ ") {
				t.Errorf("%s shows nothing that runs", name)
			}
			run := runDocument(t, shown)
			if *update {
				if err := os.WriteFile(name, []byte(run), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(run, shown); diff != "" {
				t.Errorf("%s shows something else than what runs (-run +shown), see -update:\n%s", name, diff)
			}
		})
	}
}

// runDocument returns the document with the outputs of a run.
func runDocument(t *testing.T, document string) string {
	t.Helper()
	dir := t.TempDir()
	blocks := strings.Split(document, "```")
	for i, block := range blocks {
		language, text, _ := strings.Cut(block, "\n")
		if inside := i%2 == 1; inside && (language == "yaml" || language == "text") {
			writeExample(t, dir, text)
		}
	}
	server := documentServer(t, dir)
	for i, block := range blocks {
		language, text, _ := strings.Cut(block, "\n")
		if inside := i%2 == 1; inside && language == "console" {
			blocks[i] = "console\n" + runConsole(t, dir, server, text)
		}
	}
	return strings.Join(blocks, "```")
}

// writeExample writes a block that begins with "# path/name.yaml" to that file.
func writeExample(t *testing.T, dir, text string) {
	t.Helper()
	first, _, _ := strings.Cut(text, "\n")
	name, ok := strings.CutPrefix(first, "# ")
	if !ok || filepath.Ext(name) == "" || strings.Contains(name, " ") {
		return
	}
	name = filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// documentServer starts the server that the document's curl lines ask, with the
// providers that the document shows.
func documentServer(t *testing.T, dir string) string {
	t.Helper()
	providers := filepath.Join(dir, "providers")
	if err := os.MkdirAll(providers, 0o700); err != nil {
		t.Fatal(err)
	}
	s, err := startServer(t.Context(), dir, nil, "signpost", "serve", "--http", "127.0.0.1:0", "--providers", providers)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		// The context of the test has killed it by now.
		_ = s.wait()
	})
	return s.address
}

// runConsole runs the commands of a block and returns it with their output.
func runConsole(t *testing.T, dir, server, block string) string {
	t.Helper()
	var out strings.Builder
	lines := strings.Split(strings.TrimSuffix(block, "\n"), "\n")
	for i := 0; i < len(lines); i++ {
		command, ok := strings.CutPrefix(lines[i], "$ ")
		if !ok {
			continue
		}
		out.WriteString(lines[i] + "\n")
		for strings.HasSuffix(command, `\`) && i+1 < len(lines) {
			i++
			command += "\n" + lines[i]
			out.WriteString(lines[i] + "\n")
		}
		shell := exec.CommandContext(t.Context(), "bash", "-c", command)
		shell.Dir = dir
		shell.Env = []string{"PATH=" + os.Getenv("PATH"), "LC_ALL=C", serverVariable + "=" + server}
		output, err := shell.CombinedOutput()
		if err != nil {
			t.Logf("%s: %v", command, err)
		}
		out.Write(output)
	}
	return out.String()
}
