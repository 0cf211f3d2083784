package postgres

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// errAddress says no more than this, because what is wrong with an address may be a
// part of the password.
var errAddress = errors.New("the address of the database is not of the form postgres://user:password@host:port/database; " +
	"in user and password write @ as %40, / as %2F, : as %3A, # as %23, ? as %3F and % as %25")

// IsAddress reports whether a text is meant to be the address of a database, and not
// of something else.
func IsAddress(text string) bool {
	return strings.HasPrefix(text, "postgres://") || strings.HasPrefix(text, "postgresql://")
}

// parse reads an address. What it leaves out comes from the variables of libpq, such
// as PGPASSFILE and PGSSLROOTCERT.
func parse(address string) (*pgxpool.Config, error) {
	if !unambiguous(address) {
		return nil, errAddress
	}
	config, err := pgxpool.ParseConfig(address)
	var file *fs.PathError
	switch {
	case errors.As(err, &file):
		return nil, fmt.Errorf("the address of the database names a file: %w", file)
	case err != nil:
		return nil, errAddress
	}
	config.MaxConns = connections
	if timeout := config.ConnConfig.ConnectTimeout; timeout == 0 || timeout > limit {
		config.ConnConfig.ConnectTimeout = limit
	}
	// Prepared statements outlive a transaction, and a pooler such as PgBouncer gives
	// the next one another connection. There are too few queries to miss them.
	config.ConnConfig.DefaultQueryExecMode = pgx.QueryExecModeExec
	if parameters := config.ConnConfig.RuntimeParams; parameters["application_name"] == "" {
		parameters["application_name"] = "signpost"
	}
	return config, nil
}

// unambiguous reports whether the one @ of an address, if there is one, stands before
// the host. Else a password with a character that should have been escaped would be
// read as host or database in part, and errors name these.
func unambiguous(address string) bool {
	_, rest, found := strings.Cut(address, "://")
	end := strings.IndexAny(rest, "/?#")
	if end < 0 {
		end = len(rest)
	}
	return found && strings.Count(rest, "@") == strings.Count(rest[:end], "@") && strings.Count(rest, "@") <= 1
}
