//go:build load

package main

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
)

// The fields of profile.proto, the form of profiles that pprof and the compiler
// read, which say where the program was.
const (
	profileMapping     = 3
	profileStringTable = 6
	mappingFilename    = 5
	mappingBuildID     = 6
)

var errProtocol = errors.New("not a message in protocol buffers")

// withoutMachine empties the strings of a profile that name the program's file and
// its build. An error says which other path of the machine is in it.
func withoutMachine(packed []byte) ([]byte, error) {
	profile, err := unpack(packed)
	if err != nil {
		return nil, err
	}
	named, err := stringsOfMappings(profile)
	if err != nil {
		return nil, err
	}
	var out []byte
	index := uint64(0)
	err = fields(profile, func(f field) error {
		if f.number == profileStringTable {
			if named[index] {
				f.raw = []byte{profileStringTable<<3 | 2, 0}
			} else if bytes.HasPrefix(f.content, []byte("/")) {
				return fmt.Errorf("the profile names %q", f.content)
			}
			index++
		}
		out = append(out, f.raw...)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return pack(out)
}

// stringsOfMappings are the indices of the strings that the mappings refer to.
func stringsOfMappings(profile []byte) (map[uint64]bool, error) {
	found := map[uint64]bool{}
	err := fields(profile, func(f field) error {
		if f.number != profileMapping {
			return nil
		}
		return fields(f.content, func(f field) error {
			if f.number == mappingFilename || f.number == mappingBuildID {
				found[f.value] = true
			}
			return nil
		})
	})
	maps.DeleteFunc(found, func(index uint64, _ bool) bool { return index == 0 })
	return found, err
}

// field is one of a message: as it stands there, and its value or its content.
type field struct {
	number  uint64
	raw     []byte
	value   uint64
	content []byte
}

// fields calls do for each field of a message. Profiles have varints and what has a
// length, nothing else.
func fields(message []byte, do func(field) error) error {
	for rest := message; len(rest) > 0; {
		tag, n := binary.Uvarint(rest)
		if n <= 0 {
			return errProtocol
		}
		value, m := binary.Uvarint(rest[n:])
		if m <= 0 {
			return errProtocol
		}
		f, size := field{number: tag >> 3, value: value}, n+m
		switch wire := tag & 7; {
		case wire == 2 && value <= uint64(len(rest[size:])):
			f.content = rest[size : size+int(value)] //nolint:gosec // just compared.
			size += len(f.content)
		case wire != 0:
			return errProtocol
		}
		f.raw, rest = rest[:size], rest[size:]
		if err := do(f); err != nil {
			return err
		}
	}
	return nil
}

func unpack(packed []byte) ([]byte, error) {
	reader, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("unpacking: %w", err)
	}
	return io.ReadAll(reader)
}

func pack(message []byte) ([]byte, error) {
	var out bytes.Buffer
	writer := gzip.NewWriter(&out)
	if _, err := writer.Write(message); err != nil {
		return nil, fmt.Errorf("packing: %w", err)
	}
	if err := writer.Close(); err != nil {
		return nil, fmt.Errorf("packing: %w", err)
	}
	return out.Bytes(), nil
}
