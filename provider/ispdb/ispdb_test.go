package ispdb_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"signpost/provider"
	"signpost/provider/ispdb"
)

// config is a usable file with something more in its provider.
func config(more string) string {
	return `<clientConfig version="1.1"><emailProvider id="a.example"><domain>a.example</domain>
<incomingServer type="imap"><hostname>imap.a.example</hostname><port>993</port><socketType>SSL</socketType><username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></incomingServer>
<outgoingServer type="smtp"><hostname>smtp.a.example</hostname><port>465</port><socketType>SSL</socketType><username>%EMAILADDRESS%</username><authentication>password-cleartext</authentication></outgoingServer>
` + more + `</emailProvider></clientConfig>`
}

func nested(depth int) string { return strings.Repeat("<x>", depth) + strings.Repeat("</x>", depth) }

func TestLimits(t *testing.T) {
	for _, tt := range []struct{ name, data, want string }{
		{"a file of a sane size and depth is read", config(nested(30)), ""},
		{"a byte order mark does not matter", "\ufeff" + config(""), ""},
		{"elements are at most 32 deep", config(nested(31)), "a.xml:4:91: not imported: its elements are nested more than 32 deep"},
		{"a file has at most 1 MiB", config(strings.Repeat(" ", 1<<20)), "a.xml: not imported: it is larger than 1048576 bytes"},
		{"there is one root", config("") + "<x/>", "a.xml: not imported: it has 2 root elements"},
		{"what is cut off is refused", config("")[:200], "a.xml:2:116: not imported: not valid XML: unexpected EOF"},
		{"bytes that are no UTF-8 are refused", config("\xff"), "a.xml:4:2: not imported: not valid XML: invalid UTF-8"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := ispdb.Parse("a.xml", []byte(tt.data))
			if got := message(err); got != tt.want {
				t.Errorf("error: got %q, want %q", got, tt.want)
			}
		})
	}
}

func message(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestErrorsAreProblems(t *testing.T) {
	_, _, err := ispdb.Parse("a.xml", []byte("<x/>"))
	var problems provider.Problems
	if !errors.As(err, &problems) || problems[0].Line != 1 {
		t.Errorf("got error %#v, want provider.Problems with the line", err)
	}
}

func TestReadFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.xml")
	if err := os.WriteFile(file, []byte(config("")), 0o600); err != nil {
		t.Fatal(err)
	}
	p, findings, err := ispdb.ReadFile(file)
	if err != nil || len(findings) > 0 || p.ID != "a-example" || p.Origin != file {
		t.Errorf("got id %q from %q, findings %v, error %v; want a-example from %q and nothing to say", p.ID, p.Origin, findings, err, file)
	}
	if _, _, err := ispdb.ReadFile(file + ".gone"); err == nil || !strings.HasPrefix(err.Error(), file+".gone: not imported: it cannot be read") {
		t.Errorf("a file that is not there: got error %v, want one with its name", err)
	}
	if _, _, err := ispdb.ReadFile(filepath.Dir(file)); err == nil {
		t.Error("a directory in place of a file: got no error")
	}
}

func TestDirectoryTakesXMLFilesOnly(t *testing.T) {
	files := fstest.MapFS{
		"a.xml":         {Data: []byte(config(""))},
		".b.xml":        {Data: []byte("x")},
		"LICENSE":       {Data: []byte("x")},
		"sub/c.xml":     {Data: []byte("x")},
		"d.xml/e.xml":   {Data: []byte("x")},
		"f.example.XML": {Data: []byte("x")},
	}
	providers, report, err := ispdb.ReadFS(files)
	if err != nil || len(providers) != 1 || report.Files != 1 || len(report.Dropped) != 0 {
		t.Errorf("got %d providers of %d files, dropped %v, error %v; want a.xml alone", len(providers), report.Files, report.Dropped, err)
	}
}

func TestDirectoryWithAFileThatCannotBeRead(t *testing.T) {
	files := fstest.MapFS{
		"a.xml": {Mode: fs.ModeNamedPipe},
		"b.xml": {Data: []byte(config(strings.Repeat(" ", 1<<20)))},
		"c.xml": {Data: []byte(config(""))},
	}
	providers, report, err := ispdb.ReadFS(files)
	if err != nil || len(providers) != 1 || len(report.Dropped) != 2 {
		t.Errorf("got %d providers, dropped %v, error %v; want c.xml, and two files dropped", len(providers), report.Dropped, err)
	}
}

func TestDirectoryThatIsNotThere(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "gone")
	if _, _, err := ispdb.ReadDir(dir); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), dir) {
		t.Errorf("got error %v, want one that names %s", err, dir)
	}
}
