// Package watch tells when the files that the program was started with have
// changed. It looks at them from time to time instead of being told by the
// system: an editor that renames a new file into place, and a Kubernetes ConfigMap
// that swaps a symbolic link, defeat a notification on the old file, and a file
// system over the network sends none.
package watch

import (
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"strings"
)

const (
	// maxHashed is the size up to which the content of a file counts, in bytes;
	// of larger ones the size and the time of the last change do.
	maxHashed = 1 << 20
	// maxDepth bounds how deep below a watched directory is looked.
	maxDepth = 4
)

// A Watcher watches files and directories, through symbolic links. It is for one
// goroutine.
type Watcher struct {
	// Pause, if there is one, is called after each file that is looked at: a program
	// that answers requests meanwhile sleeps in it once in a while.
	Pause func()

	paths []string
	// known is the state that the caller has loaded, last the one that was seen
	// at the last look.
	known, last [sha256.Size]byte
}

// New takes the state that the paths have now for the one that is loaded.
func New(paths ...string) *Watcher {
	w := &Watcher{paths: paths}
	w.known = w.state()
	w.last = w.known
	return w
}

// Changed looks at the files. It is true once for each change, and not before two
// looks in a row have seen the same: a file that is being written is left alone
// until it is done. A path that cannot be read is a state like any other.
func (w *Watcher) Changed() bool {
	now := w.state()
	settled := now == w.last
	w.last = now
	if !settled || now == w.known {
		return false
	}
	w.known = now
	return true
}

// Loaded takes the state that the paths have now for the one that is loaded.
func (w *Watcher) Loaded() {
	w.known = w.state()
	w.last = w.known
}

func (w *Watcher) state() [sha256.Size]byte {
	l := look{sum: sha256.New(), buffer: make([]byte, 32<<10), pause: w.Pause}
	for _, path := range w.paths {
		l.add(path, maxDepth)
	}
	return [sha256.Size]byte(l.sum.Sum(nil))
}

// look is one look at the files.
type look struct {
	sum    hash.Hash
	buffer []byte
	pause  func()
}

// add puts what is at a path into the sum. Names with a leading dot are editors'
// and Kubernetes' own.
func (l look) add(path string, depth int) {
	if l.pause != nil {
		l.pause()
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		fmt.Fprintf(l.sum, "%q: %v\n", path, err)
	case info.IsDir() && depth > 0:
		entries, err := os.ReadDir(path)
		fmt.Fprintf(l.sum, "%q: directory, %v\n", path, err)
		for _, entry := range entries {
			if !strings.HasPrefix(entry.Name(), ".") {
				l.add(filepath.Join(path, entry.Name()), depth-1)
			}
		}
	case info.Mode().IsRegular() && info.Size() <= maxHashed:
		content, err := l.content(path)
		fmt.Fprintf(l.sum, "%q: %x, %v\n", path, content, err)
	default:
		fmt.Fprintf(l.sum, "%q: %d bytes of %v\n", path, info.Size(), info.ModTime())
	}
}

// content is the sum of a file.
func (l look) content(path string) (sum []byte, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }()
	content := sha256.New()
	// It may grow while it is read. The struct hides that a file would rather write
	// itself, with a buffer of its own.
	_, err = io.CopyBuffer(content, struct{ io.Reader }{io.LimitReader(file, maxHashed)}, l.buffer)
	return content.Sum(nil), err
}
