package postgres

import (
	"context"
	"fmt"
)

// schema makes the tables. The three statements are one transaction, as PostgreSQL
// takes what comes in one message: the lock is for two processes that start together,
// whom IF NOT EXISTS alone does not keep apart. The number is "signpost" in ASCII.
//
// Keys are compared byte by byte, so that a directory is a range of them.
const schema = `
SELECT pg_advisory_xact_lock(8316291910946747252);
CREATE TABLE IF NOT EXISTS signpost_acme (
	key text COLLATE "C" PRIMARY KEY,
	value bytea NOT NULL,
	modified timestamptz NOT NULL
);
CREATE TABLE IF NOT EXISTS signpost_acme_locks (
	name text COLLATE "C" PRIMARY KEY,
	holder text NOT NULL,
	expires timestamptz NOT NULL
)`

// forget deletes locks of processes that were killed and whose names nobody has locked
// since.
const forget = `DELETE FROM signpost_acme_locks WHERE expires < clock_timestamp() - interval '1 day'`

// prepare sees to it once that the tables are there. A user who may not make them can
// do with those that another has made: CREATE would be an error even then.
func (s *Storage) prepare(ctx context.Context) error {
	if s.prepared.Load() {
		return nil
	}
	var there bool
	err := s.pool.QueryRow(ctx, `SELECT to_regclass('signpost_acme') IS NOT NULL AND to_regclass('signpost_acme_locks') IS NOT NULL`).Scan(&there)
	if err != nil {
		return fmt.Errorf("looking for the tables in the database: %w", err)
	}
	if !there {
		if _, err := s.pool.Exec(ctx, schema); err != nil {
			return fmt.Errorf("making the tables in the database: %w", err)
		}
	}
	if _, err := s.pool.Exec(ctx, forget); err != nil {
		return fmt.Errorf("deleting old locks from the database: %w", err)
	}
	s.prepared.Store(true)
	return nil
}
