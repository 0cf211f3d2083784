// Package ispdb reads the files of Mozilla's database of mail providers (ISPDB):
// XML of the autoconfig format 1.1, one provider a file, as its directory "ispdb"
// holds them, and as admins of private copies write them.
//
// Nothing checks those files when they are written, so the reader takes them as
// Thunderbird does: what is unknown is skipped, a broken server hurts no other
// one, a broken file hurts no other file. In one thing it is stricter: servers
// without encryption are left out. Everything left out or changed is reported with
// file, line and column.
//
// The key of a provider are its domain elements, not the name of the file and not
// the id. Placeholders of hosts and user names become those of provider files.
package ispdb

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"signpost/provider"
	"signpost/provider/draft"
)

// Limits for a file, in bytes and levels: the largest real one has 9 KB and is 5 deep.
const (
	maxFile  = 1 << 20
	maxDepth = 32
)

// ReadFile reads one file as Parse does.
func ReadFile(path string) (provider.Provider, provider.Problems, error) {
	data, err := readBounded(os.DirFS(filepath.Dir(path)), filepath.Base(path))
	if err != nil {
		return provider.Provider{}, nil, provider.Problems{{File: path, What: "not imported: it " + err.Error()}}
	}
	return Parse(path, data)
}

// Parse reads one file of the database; name is for messages. The findings say
// what was left out or changed, in the order of the file. The error, of type
// provider.Problems, says why no provider comes of the file: it is not XML of this
// sort, or no domain and no servers are left that a mail program could use. A
// provider that is returned passes the loader of provider files when
// provider.Encode has written it.
func Parse(name string, data []byte) (p provider.Provider, findings provider.Problems, err error) {
	r, err := read(name, data)
	if err != nil {
		return provider.Provider{}, nil, err
	}
	return r.Finish()
}

// reader turns the document of one file into a draft.
type reader struct {
	*draft.Draft
	doc document
	// logins are the ways to sign in at the servers that were kept.
	logins []login
}

// read fills a draft from a file; the error is about the file as a whole.
func read(name string, data []byte) (*reader, error) {
	r := &reader{Draft: draft.New(name)}
	doc, fault := parseXML(data)
	if fault != nil {
		return nil, r.Refuse(fault.at, fault.what)
	}
	r.doc = doc
	if doc.root.Tag != "clientConfig" {
		return nil, r.Refuse(doc.at(doc.root), fmt.Sprintf("the root element is <%s>, not <clientConfig>", draft.Line(doc.root.Tag)))
	}
	providers := children(doc.root, "emailProvider")
	if len(providers) == 0 {
		return nil, r.Refuse(doc.at(doc.root), "there is no <emailProvider>")
	}
	if len(providers) > 1 {
		r.Note(doc.at(providers[1]), "a second <emailProvider> is left out", "write one provider a file")
	}
	r.provider(providers[0])
	return r, nil
}

// readBounded reads a regular file of a sane size.
func readBounded(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", err)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("is no file but %s", info.Mode())
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", err)
	}
	defer file.Close() //nolint:errcheck // nothing was written.
	data, err := io.ReadAll(io.LimitReader(file, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("cannot be read: %w", err)
	}
	if len(data) > maxFile {
		return nil, fmt.Errorf("is larger than %d bytes", maxFile)
	}
	return data, nil
}

// databaseFile tells whether a file of a directory is one of the database.
func databaseFile(name string) bool {
	return strings.HasSuffix(name, ".xml") && !strings.HasPrefix(name, ".")
}
