package provider

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
)

const (
	// maxDomainList bounds a list, in bytes: some ten million domains.
	maxDomainList = 256 << 20
	// maxListLine bounds a line, in bytes, and so much of a list is read at once.
	maxListLine = 64 << 10
)

// listReader reads each list of domains once, however many providers share it.
type listReader struct {
	fsys fs.FS
	dir  string
	// pause is called between small pieces of work, unless it is nil.
	pause func()
	read  map[string]*domainList
}

// of is the list of a provider, nil if it names none. Problems of a list are said
// once.
func (r listReader) of(p Provider) (*domainList, Problems) {
	if p.DomainsFile == "" {
		return nil, nil
	}
	if list, ok := r.read[p.DomainsFile]; ok {
		return list, nil
	}
	list, problems, err := r.list(p.DomainsFile)
	r.read[p.DomainsFile] = list
	if err != nil {
		at := p.position("domains_file", p.DomainsFile)
		return nil, Problems{{
			File: p.Origin, Line: at.line, Column: at.column,
			What: fmt.Sprintf("domains_file `%s` %v", p.DomainsFile, err),
			Hint: "put the list beside this file, one domain a line",
		}}
	}
	return list, problems
}

// list reads a list beside the provider files, a part at a time.
func (r listReader) list(name string) (*domainList, Problems, error) {
	file, err := openBounded(r.fsys, name, maxDomainList)
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = file.Close() }()
	list := &domainList{file: path.Join(filepath.ToSlash(r.dir), name)}
	// It may grow while it is read.
	bounded := &io.LimitedReader{R: file, N: maxDomainList + 1}
	blocks := &listBlocks{from: bounded, buffer: make([]byte, maxListLine), line: 1}
	var works []*listWork
	if r.pause != nil {
		works = blocks.inTurn(r.pause)
	} else {
		works = blocks.atOnce(runtime.GOMAXPROCS(0))
	}
	if blocks.err != nil {
		return nil, nil, fmt.Errorf("cannot be read: %w", withoutPath(blocks.err))
	}
	if bounded.N == 0 {
		return nil, nil, tooLarge(maxDomainList)
	}
	var found listProblems
	for _, work := range works {
		list.parts = append(list.parts, work.part)
		list.count += work.part.count
		found.join(work.problems)
	}
	if blocks.tooLong > 0 {
		found.add(Problem{
			Line: blocks.tooLong, Column: 1, What: fmt.Sprintf("the line is longer than %d bytes", maxListLine), Hint: "write one domain a line",
		})
	}
	return list, found.in(list.file), nil
}

// listBlocks cuts a list into blocks of whole lines.
type listBlocks struct {
	from   io.Reader
	buffer []byte
	// kept are the bytes in the buffer that belong to the next block.
	kept int
	// line is the number of the next block's first line.
	line int
	end  bool
	// tooLong is the number of a line that has no room; nothing is read behind it.
	tooLong int
	err     error
}

// next is the next block, and the number of its first line; false at the end.
func (b *listBlocks) next() (text string, line int, ok bool) {
	if b.end {
		return "", 0, false
	}
	n, err := io.ReadFull(b.from, b.buffer[b.kept:])
	b.end = err != nil
	if b.end && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		b.err = err
		return "", 0, false
	}
	have := b.buffer[:b.kept+n]
	whole := len(have)
	if !b.end {
		whole = bytes.LastIndexByte(have, '\n') + 1
	}
	text, line = string(have[:whole]), b.line
	b.kept = copy(b.buffer, have[whole:])
	b.line += strings.Count(text, "\n")
	if whole == 0 && !b.end {
		b.tooLong, b.end = b.line, true
	}
	return text, line, true
}

// inTurn reads the blocks one by one, with pauses.
func (b *listBlocks) inTurn(pause func()) (works []*listWork) {
	ids := newListIDs()
	for text, line, ok := b.next(); ok; text, line, ok = b.next() {
		work := newListWork(text, line)
		work.read(ids, pause)
		works = append(works, work)
	}
	return works
}

// atOnce reads blocks on so many goroutines: most of the time goes into the rules
// that a domain must keep.
func (b *listBlocks) atOnce(n int) (works []*listWork) {
	work := make(chan *listWork)
	var workers sync.WaitGroup
	for range n {
		workers.Go(func() {
			ids := newListIDs()
			for w := range work {
				w.read(ids, func() {})
			}
		})
	}
	for text, line, ok := b.next(); ok; text, line, ok = b.next() {
		works = append(works, newListWork(text, line))
		work <- works[len(works)-1]
	}
	close(work)
	workers.Wait()
	return works
}
