//go:build unix

package postgrestest

import (
	"context"
	"errors"
	"testing"

	"github.com/jackc/pgx/v5"
)

// Exec runs SQL in the database with an address.
func Exec(t testing.TB, address, sql string) {
	t.Helper()
	conn, err := pgx.Connect(context.Background(), address)
	must(t, err)
	_, err = conn.Exec(context.Background(), sql)
	must(t, errors.Join(err, conn.Close(context.Background())))
}

// Value is what a query of one row and one text answers.
func Value(t testing.TB, address, sql string) string {
	t.Helper()
	conn, err := pgx.Connect(context.Background(), address)
	must(t, err)
	var value string
	err = conn.QueryRow(context.Background(), sql).Scan(&value)
	must(t, errors.Join(err, conn.Close(context.Background())))
	return value
}

// Hold runs SQL in a transaction that stays open until the returned function is called.
func Hold(t testing.TB, address, sql string) (release func()) {
	t.Helper()
	conn, err := pgx.Connect(context.Background(), address)
	must(t, err)
	_, err = conn.Exec(context.Background(), "BEGIN")
	must(t, err)
	_, err = conn.Exec(context.Background(), sql)
	must(t, err)
	return func() {
		t.Helper()
		must(t, conn.Close(context.Background()))
	}
}
