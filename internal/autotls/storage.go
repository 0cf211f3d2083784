package autotls

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"

	"github.com/caddyserver/certmagic"

	"signpost/internal/autotls/postgres"
)

// Storage keeps certificates, keys, the account at the CA, open challenges and
// locks. Replicas that share one share all of these: each answers the challenges of
// the others, and a certificate is ordered once.
//
// It is certmagic's, by a name that other packages can use without importing it.
type Storage = certmagic.Storage

// errPlace does not repeat what was asked for: there may be a password in it.
var errPlace = errors.New("neither a directory nor the address of a database, postgres://user:password@host:port/database")

// OpenStorage is the Storage at a place: a directory, or a PostgreSQL database with
// its address. A database need not be there yet: what fails until it is says so in
// the log and is tried again. No error and no line of the log holds the password.
func OpenStorage(place string, log *slog.Logger) (Storage, error) {
	switch {
	case postgres.IsAddress(place):
		return postgres.Open(place, log)
	case strings.Contains(place, ":/"), strings.Contains(place, "password="):
		return nil, errPlace
	}
	return Directory(place)
}

// Directory is the Storage in a directory, which is made if it is not there. A file
// system that several machines mount is a way to share it. The error says that the
// directory cannot be used.
func Directory(path string) (Storage, error) {
	if err := os.MkdirAll(path, 0o700); err != nil {
		return nil, fmt.Errorf("making the directory for certificates: %w", err)
	}
	probe, err := os.CreateTemp(path, ".writable-*")
	if err != nil {
		return nil, fmt.Errorf("writing into the directory for certificates: %w", err)
	}
	name := probe.Name()
	if err := probe.Close(); err != nil {
		return nil, fmt.Errorf("writing into the directory for certificates: %w", err)
	}
	if err := os.Remove(name); err != nil {
		return nil, fmt.Errorf("cleaning the directory for certificates: %w", err)
	}
	return &certmagic.FileStorage{Path: path}, nil
}
