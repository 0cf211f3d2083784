//go:build acme

// The tests of this file and of lock_test.go run PostgreSQL; make acme-test runs them.
package postgres_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/caddyserver/certmagic"
	"github.com/google/go-cmp/cmp"

	"signpost/internal/autotls/postgres"
	"signpost/internal/autotls/postgres/postgrestest"
)

// What autotls and certmagic ask for.
var (
	_ certmagic.Storage   = (*postgres.Storage)(nil)
	_ certmagic.TryLocker = (*postgres.Storage)(nil)
)

func open(t *testing.T, address string) *postgres.Storage {
	t.Helper()
	return openWithLog(t, address, slog.New(slog.DiscardHandler))
}

func openWithLog(t *testing.T, address string, log *slog.Logger) *postgres.Storage {
	t.Helper()
	storage, err := postgres.Open(address, log)
	must(t, err)
	return storage
}

// as is an address with another user.
func as(t *testing.T, address string, user *url.Userinfo) string {
	t.Helper()
	parsed, err := url.Parse(address)
	must(t, err)
	parsed.User = user
	return parsed.String()
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// eventually asks until something holds, for a minute at most.
func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	deadline := time.After(time.Minute)
	ticker := time.NewTicker(50 * time.Millisecond)
	defer ticker.Stop()
	for !holds() {
		select {
		case <-ticker.C:
		case <-deadline:
			t.Fatalf("never came: %s", what)
		}
	}
}

func TestStorage(t *testing.T) {
	cluster := postgrestest.Start(t)
	for _, c := range []struct {
		name string
		test func(t *testing.T, cluster *postgrestest.Cluster)
	}{
		{"it says what a directory says", saysWhatADirectorySays},
		{"values come back byte for byte", valuesComeBack},
		{"servers see what the others write", serversShare},
		{"servers that start together make the tables once", tablesAreMadeOnce},
		{"a user who may not make tables uses those that are there", tablesOfAnother},
		{"a wrong password is told without the password", wrongPassword},
		{"the password may stand in a file", passwordFile},
		{"strangers who ask for challenges keep nobody else from the database", strangersWait},
		{"old locks are forgotten", oldLocksAreForgotten},
		{"a lock has one holder at a time", oneHolder},
		{"TryLock does not wait", tryLock},
		{"waiting for a lock ends with the context", waitingEnds},
		{"a lock is given back after the end of the context", unlockAfterTheEnd},
		{"the lock of a killed process is taken over", takenOver},
		{"a lock that is held is kept", lockIsKept},
		{"a lock that was lost is told, and left to who has it", lockIsLost},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, cluster) })
	}
}

// saysWhatADirectorySays compares with certmagic's own storage in files.
func saysWhatADirectorySays(t *testing.T, cluster *postgrestest.Cluster) {
	ctx := t.Context()
	storages := []certmagic.Storage{&certmagic.FileStorage{Path: t.TempDir()}, open(t, cluster.Database(t))}
	outcome := func(err error) string {
		switch {
		case err == nil:
			return "ok"
		case errors.Is(err, fs.ErrNotExist):
			return "not there"
		}
		return err.Error()
	}
	look := func(s certmagic.Storage) []string {
		var seen []string
		for _, key := range []string{"", "a", "a/b", "a/b/c", "a/b/d.json", "a/b.c", "ab", "ab/c", "a0", "x%_y", "x%_y/z", "xaay/z", "ü/é", "nothing"} {
			info, err := s.Stat(ctx, key)
			seen = append(seen, fmt.Sprint("Stat ", key, ": ", info.Key, info.IsTerminal, outcome(err)))
			if info.IsTerminal {
				seen = append(seen, fmt.Sprint("  size ", info.Size))
			}
			seen = append(seen, fmt.Sprint("Exists ", key, ": ", s.Exists(ctx, key)))
			for _, recursive := range []bool{false, true} {
				list, err := s.List(ctx, key, recursive)
				slices.Sort(list)
				seen = append(seen, fmt.Sprintf("List %s %t: %q %s", key, recursive, list, outcome(err)))
			}
			if info.IsTerminal {
				value, err := s.Load(ctx, key)
				seen = append(seen, fmt.Sprintf("Load %s: %q %s", key, value, outcome(err)))
			}
		}
		_, err := s.Load(ctx, "nothing")
		return append(seen, outcome(err))
	}
	var seen [2][]string
	for i, s := range storages {
		tell := func(what string, err error) { seen[i] = append(seen[i], what+" "+outcome(err)) }
		for _, key := range []string{"a/b/c", "a/b/d.json", "a/b.c", "ab/c", "a0", "x%_y/z", "xaay/z", "ü/é", "last"} {
			tell("Store", s.Store(ctx, key, []byte("value of "+key)))
		}
		tell("Store again", s.Store(ctx, "a0", []byte("other")))
		seen[i] = append(seen[i], look(s)...)
		tell("Delete a key", s.Delete(ctx, "a/b/c"))
		tell("Delete it again", s.Delete(ctx, "a/b/c"))
		tell("Delete a directory", s.Delete(ctx, "a/b"))
		tell("Delete one with signs of patterns", s.Delete(ctx, "x%_y"))
		tell("Delete nothing", s.Delete(ctx, "nothing"))
		seen[i] = append(seen[i], look(s)...)
	}
	if diff := cmp.Diff(seen[0], seen[1]); diff != "" {
		t.Errorf("other than in files (-files +PostgreSQL):\n%s", diff)
	}
}

func valuesComeBack(t *testing.T, cluster *postgrestest.Cluster) {
	s := open(t, cluster.Database(t))
	every := make([]byte, 256)
	for i := range every {
		every[i] = byte(i)
	}
	for name, value := range map[string][]byte{
		"nothing": nil, "empty": {}, "every byte": every, "a megabyte": bytes.Repeat(every, 4096), "looks like an escape": []byte(`\x00`),
	} {
		must(t, s.Store(t.Context(), name, value))
		got, err := s.Load(t.Context(), name)
		if err != nil || !bytes.Equal(got, value) {
			t.Errorf("%s: %d bytes, %v; want the %d bytes that were stored", name, len(got), err, len(value))
		}
	}
}

func serversShare(t *testing.T, cluster *postgrestest.Cluster) {
	address := cluster.Database(t)
	one, other := open(t, address), open(t, address)
	must(t, one.Store(t.Context(), "a/b", []byte("first")))
	before, err := other.Stat(t.Context(), "a/b")
	must(t, err)
	must(t, other.Store(t.Context(), "a/b", []byte("second")))
	if got, err := one.Load(t.Context(), "a/b"); err != nil || string(got) != "second" {
		t.Errorf("%q, %v; want what was stored last", got, err)
	}
	for _, key := range []string{"a/b", "a"} {
		if after, err := one.Stat(t.Context(), key); err != nil || !after.Modified.After(before.Modified) {
			t.Errorf("%s was modified at %s, before at %s, %v; want later", key, after.Modified, before.Modified, err)
		}
	}
}

func tablesAreMadeOnce(t *testing.T, cluster *postgrestest.Cluster) {
	address := cluster.Database(t)
	var group sync.WaitGroup
	for i := range 10 {
		s := open(t, address)
		group.Go(func() {
			if err := s.Store(t.Context(), fmt.Sprint("key/", i), nil); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if list, err := open(t, address).List(t.Context(), "key", false); err != nil || len(list) != 10 {
		t.Errorf("%q, %v; want ten keys", list, err)
	}
}

func tablesOfAnother(t *testing.T, cluster *postgrestest.Cluster) {
	address := cluster.Database(t)
	must(t, open(t, address).Store(t.Context(), "a", []byte("value")))
	postgrestest.Exec(t, address, `CREATE ROLE lesser LOGIN PASSWORD 'lesser'; GRANT SELECT, INSERT, UPDATE, DELETE ON signpost_acme, signpost_acme_locks TO lesser`)
	s := open(t, as(t, address, url.UserPassword("lesser", "lesser")))
	if value, err := s.Load(t.Context(), "a"); err != nil || string(value) != "value" {
		t.Errorf("%q, %v; want the value", value, err)
	}
	must(t, s.Lock(t.Context(), "a"))
	must(t, s.Unlock(t.Context(), "a"))
}

func wrongPassword(t *testing.T, cluster *postgrestest.Cluster) {
	s := open(t, as(t, cluster.Database(t), url.UserPassword("signpost", secret)))
	if _, err := s.Load(t.Context(), "a"); err == nil || !strings.Contains(err.Error(), "password authentication failed") || strings.Contains(err.Error(), secret) {
		t.Errorf("error %v, want one about the password that does not hold it", err)
	}
}

func passwordFile(t *testing.T, cluster *postgrestest.Cluster) {
	file := filepath.Join(t.TempDir(), "password")
	must(t, os.WriteFile(file, []byte("*:*:*:signpost:"+strings.ReplaceAll(postgrestest.Password, ":", `\:`)+"\n"), 0o600))
	t.Setenv("PGPASSFILE", file)
	must(t, open(t, as(t, cluster.Database(t), url.User("signpost"))).Store(t.Context(), "a", nil))
}

func strangersWait(t *testing.T, cluster *postgrestest.Cluster) {
	address := cluster.Database(t)
	s := open(t, address)
	must(t, s.Store(t.Context(), "a", nil))
	release := postgrestest.Hold(t, address, `LOCK TABLE signpost_acme`)
	var group sync.WaitGroup
	for range 50 {
		group.Go(func() { _, _ = s.Load(t.Context(), "acme/ca/challenge_tokens/name.json") })
	}
	eventually(t, "strangers wait for the database", func() bool {
		return postgrestest.Value(t, address, `SELECT count(*)::text FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`) != "0"
	})
	if taken, err := s.TryLock(t.Context(), "a"); !taken || err != nil {
		t.Errorf("a lock meanwhile: %t, %v; want it", taken, err)
	}
	release()
	group.Wait()
	must(t, s.Unlock(t.Context(), "a"))
}

func TestAnOutageEndsWithTheDatabase(t *testing.T) {
	cluster := postgrestest.New(t)
	cluster.Run(t)
	address := cluster.Database(t)
	cluster.Stop(t)
	s := open(t, address)
	call := func() error {
		_, err := s.Load(t.Context(), "a")
		return errors.Join(err, s.Lock(t.Context(), "a"))
	}
	for range 2 {
		err := call()
		if err == nil || errors.Is(err, fs.ErrNotExist) || strings.Contains(err.Error(), postgrestest.Password) {
			t.Errorf("without the database: %v, want an error about the connection, without the password", err)
		}
		cluster.Run(t)
		must(t, s.Store(t.Context(), "a", []byte("value")))
		must(t, s.Lock(t.Context(), "a"))
		must(t, s.Unlock(context.Background(), "a"))
		if value, err := s.Load(t.Context(), "a"); err != nil || string(value) != "value" {
			t.Errorf("with the database: %q, %v; want the value", value, err)
		}
		// The second time, connections break that were open.
		cluster.Stop(t)
	}
}
