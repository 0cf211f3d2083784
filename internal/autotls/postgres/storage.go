// Package postgres keeps in a PostgreSQL database what several servers share to have
// certificates by ACME: certificates and their private keys, the account at the CA,
// open challenges, locks. It is a certmagic.Storage.
//
// Each call is bounded in time. A database that is away makes calls fail, and
// nothing else: the next call tries again.
package postgres

import (
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/caddyserver/certmagic"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

const (
	// limit is how long a call may take, the connection and the wait for one
	// included; listLimit is that of List, which may read a table of a million rows.
	limit     = 5 * time.Second
	listLimit = 30 * time.Second
	// connections is how many there are at most, and strangers how many of them may
	// be busy because somebody asks for a challenge, which anybody can do.
	connections = 4
	strangers   = 2
)

// Storage is a certmagic.Storage, its Locker and TryLocker. It is safe for concurrent
// use, and lives as long as the process.
type Storage struct {
	pool      *pgxpool.Pool
	log       *slog.Logger
	prepared  atomic.Bool
	strangers chan struct{}

	mu   sync.Mutex
	held map[string]*lease
}

// Open makes a Storage in the database with an address, which is a URL of the form
// postgres://user:password@host:port/database with the parameters of libpq. It does
// not connect: the first call does, and makes the tables. No error, here or later,
// holds the password.
func Open(address string, log *slog.Logger) (*Storage, error) {
	config, err := parse(address)
	if err != nil {
		return nil, err
	}
	pool, err := pgxpool.NewWithConfig(context.Background(), config)
	if err != nil {
		return nil, fmt.Errorf("setting up connections to the database: %w", err)
	}
	return &Storage{pool: pool, log: log, strangers: make(chan struct{}, strangers), held: map[string]*lease{}}, nil
}

// String is what a log says of the storage.
func (*Storage) String() string { return "PostgreSQL" }

// Store puts a value at a key, in place of what was there.
func (s *Storage) Store(ctx context.Context, key string, value []byte) error {
	ctx, cancel, err := s.begin(ctx, limit)
	if err != nil {
		return err
	}
	defer cancel()
	if value == nil {
		value = []byte{}
	}
	_, err = s.pool.Exec(ctx, `INSERT INTO signpost_acme (key, value, modified) VALUES ($1, $2, clock_timestamp())
		ON CONFLICT (key) DO UPDATE SET value = excluded.value, modified = excluded.modified`, key, value)
	if err != nil {
		return fmt.Errorf("writing %s into the database: %w", key, err)
	}
	return nil
}

// Load is the value at a key; the error is fs.ErrNotExist if there is none.
func (s *Storage) Load(ctx context.Context, key string) ([]byte, error) {
	ctx, cancel, err := s.begin(ctx, limit)
	if err != nil {
		return nil, err
	}
	defer cancel()
	if strings.Contains(key, "/challenge_tokens/") {
		select {
		case s.strangers <- struct{}{}:
			defer func() { <-s.strangers }()
		case <-ctx.Done():
			return nil, fmt.Errorf("reading %s from the database: too many ask: %w", key, ctx.Err())
		}
	}
	rows, err := s.pool.Query(ctx, `SELECT value FROM signpost_acme WHERE key = $1`, key)
	if err != nil {
		return nil, fmt.Errorf("reading %s from the database: %w", key, err)
	}
	values, err := pgx.CollectRows(rows, pgx.RowTo[[]byte])
	switch {
	case err != nil:
		return nil, fmt.Errorf("reading %s from the database: %w", key, err)
	case len(values) == 0:
		return nil, fmt.Errorf("%s in the database: %w", key, fs.ErrNotExist)
	}
	return values[0], nil
}

// Delete deletes a key, and what lies below it if it is a directory. One that is not
// there is no error.
func (s *Storage) Delete(ctx context.Context, key string) error {
	ctx, cancel, err := s.begin(ctx, limit)
	if err != nil {
		return err
	}
	defer cancel()
	from, to := below(key)
	if _, err := s.pool.Exec(ctx, `DELETE FROM signpost_acme WHERE key = $1 OR key >= $2 AND key < $3`, key, from, to); err != nil {
		return fmt.Errorf("deleting %s from the database: %w", key, err)
	}
	return nil
}

// Exists reports whether there is a key, or a directory of that name. It cannot say
// that the database is away, and says no then.
func (s *Storage) Exists(ctx context.Context, key string) bool {
	_, err := s.Stat(ctx, key)
	return err == nil
}

// Stat says of a key when it was changed and how long its value is, in bytes; of a
// directory when something below it was changed. The error is fs.ErrNotExist if there
// is neither.
func (s *Storage) Stat(ctx context.Context, key string) (certmagic.KeyInfo, error) {
	ctx, cancel, err := s.begin(ctx, limit)
	if err != nil {
		return certmagic.KeyInfo{}, err
	}
	defer cancel()
	from, to := below(key)
	info := certmagic.KeyInfo{Key: key}
	var modified *time.Time
	err = s.pool.QueryRow(ctx, `SELECT coalesce(bool_or(key = $1), false), max(modified), coalesce(max(octet_length(value)) FILTER (WHERE key = $1), 0)
		FROM signpost_acme WHERE key = $1 OR key >= $2 AND key < $3`, key, from, to).Scan(&info.IsTerminal, &modified, &info.Size)
	switch {
	case err != nil:
		return certmagic.KeyInfo{}, fmt.Errorf("looking for %s in the database: %w", key, err)
	case modified == nil:
		return certmagic.KeyInfo{}, fmt.Errorf("%s in the database: %w", key, fs.ErrNotExist)
	}
	info.Modified = *modified
	return info, nil
}

// begin bounds a call, and has the tables there.
func (s *Storage) begin(ctx context.Context, limit time.Duration) (context.Context, context.CancelFunc, error) {
	ctx, cancel := context.WithTimeout(ctx, limit)
	if err := s.prepare(ctx); err != nil {
		cancel()
		return nil, nil, err
	}
	return ctx, cancel, nil
}

// below is the range of the keys below a directory, the end not included: "0" is the
// character after "/". Everything is below the directory without a name.
func below(key string) (from, to string) {
	if key == "" {
		return "", "\U0010FFFF"
	}
	return key + "/", key + "0"
}
