package postgres

import (
	"context"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"
)

// List is what lies in a directory, in the order of its bytes: the keys, and the
// directories between as certmagic's own storage in files has them. Unless it is
// recursive, it stops at the first level. The error is fs.ErrNotExist if there is
// nothing of that name; a key with a value has nothing below it.
func (s *Storage) List(ctx context.Context, prefix string, recursive bool) ([]string, error) {
	ctx, cancel, err := s.begin(ctx, listLimit)
	if err != nil {
		return nil, err
	}
	defer cancel()
	from, to := below(prefix)
	query := `SELECT key FROM signpost_acme WHERE key >= $1 AND key < $2`
	if !recursive {
		query = `SELECT DISTINCT $1 || split_part(substr(key, length($1) + 1), '/', 1) FROM signpost_acme WHERE key >= $1 AND key < $2`
	}
	rows, err := s.pool.Query(ctx, query, from, to)
	if err != nil {
		return nil, fmt.Errorf("listing %s in the database: %w", prefix, err)
	}
	keys, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return nil, fmt.Errorf("listing %s in the database: %w", prefix, err)
	}
	if len(keys) == 0 {
		if _, err := s.Stat(ctx, prefix); err != nil {
			return nil, err
		}
	}
	return withDirectories(keys, len(from)), nil
}

// withDirectories adds the directories that lead to keys, whose first bytes are the
// directory that is listed.
func withDirectories(keys []string, root int) []string {
	for _, key := range keys {
		for i := root; i < len(key); i++ {
			if key[i] == '/' {
				keys = append(keys, key[:i])
			}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}
