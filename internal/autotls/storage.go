package autotls

import (
	"fmt"
	"os"

	"github.com/caddyserver/certmagic"
)

// Storage keeps certificates, keys, the account at the CA, open challenges and
// locks. Replicas that share one share all of these: each answers the challenges of
// the others, and a certificate is ordered once.
//
// It is certmagic's, by a name that other packages can use without importing it.
type Storage = certmagic.Storage

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
