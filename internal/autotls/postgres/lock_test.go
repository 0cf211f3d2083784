//go:build acme

package postgres_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"signpost/internal/autotls/postgres"
	"signpost/internal/autotls/postgres/postgrestest"
)

// foreign has another process hold a lock for so long.
func foreign(t *testing.T, address, name, interval string) {
	t.Helper()
	postgrestest.Exec(t, address, `INSERT INTO signpost_acme_locks VALUES ('`+name+`', 'killed', clock_timestamp() + interval '`+interval+`')`)
}

func oldLocksAreForgotten(t *testing.T, cluster *postgrestest.Cluster) {
	address := cluster.Database(t)
	must(t, open(t, address).Store(t.Context(), "a", nil))
	foreign(t, address, "old", "-2 days")
	foreign(t, address, "young", "-1 minute")
	must(t, open(t, address).Store(t.Context(), "a", nil))
	if got := postgrestest.Value(t, address, `SELECT string_agg(name, ' ') FROM signpost_acme_locks`); got != "young" {
		t.Errorf("locks %q, want the young one alone", got)
	}
}

func oneHolder(t *testing.T, cluster *postgrestest.Cluster) {
	address := cluster.Database(t)
	var holders, most, turns atomic.Int64
	var group sync.WaitGroup
	for range 3 {
		s := open(t, address)
		for range 3 {
			group.Go(func() {
				if err := s.Lock(t.Context(), "a"); err != nil {
					t.Error(err)
					return
				}
				now := holders.Add(1)
				most.Store(max(most.Load(), now))
				turns.Add(1)
				// Long enough for another one to come in, if it could.
				if _, err := s.Load(t.Context(), "nothing"); err == nil {
					t.Error("there is a value of nothing")
				}
				holders.Add(-1)
				if err := s.Unlock(t.Context(), "a"); err != nil {
					t.Error(err)
				}
			})
		}
	}
	group.Wait()
	if most.Load() != 1 || turns.Load() != 9 {
		t.Errorf("%d holders at once, %d turns; want 1 and 9", most.Load(), turns.Load())
	}
	if got := postgrestest.Value(t, address, `SELECT count(*)::text FROM signpost_acme_locks`); got != "0" {
		t.Errorf("%s rows are left, want none", got)
	}
}

func tryLock(t *testing.T, cluster *postgrestest.Cluster) {
	address := cluster.Database(t)
	one, other := open(t, address), open(t, address)
	try := func(s *postgres.Storage, want bool) {
		t.Helper()
		if got, err := s.TryLock(t.Context(), "a"); got != want || err != nil {
			t.Errorf("TryLock: %t, %v; want %t", got, err, want)
		}
	}
	try(one, true)
	try(one, false)
	try(other, false)
	if taken, err := other.TryLock(t.Context(), "b"); !taken || err != nil {
		t.Errorf("another lock: %t, %v; want it", taken, err)
	}
	must(t, one.Unlock(t.Context(), "a"))
	try(other, true)
	if err := one.Unlock(t.Context(), "a"); err == nil {
		t.Error("a lock is given back by who does not have it")
	}
	try(one, false)
}

func waitingEnds(t *testing.T, cluster *postgrestest.Cluster) {
	address := cluster.Database(t)
	one, other := open(t, address), open(t, address)
	must(t, one.Lock(t.Context(), "a"))
	for name, s := range map[string]*postgres.Storage{"in the same process": one, "in another": other} {
		ctx, cancel := context.WithCancel(t.Context())
		waiting := make(chan error, 1)
		go func() { waiting <- s.Lock(ctx, "a") }()
		cancel()
		if err := <-waiting; !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v, want that it was cancelled", name, err)
		}
	}
	must(t, one.Unlock(t.Context(), "a"))
	must(t, other.Lock(t.Context(), "a"))
}

func unlockAfterTheEnd(t *testing.T, cluster *postgrestest.Cluster) {
	address := cluster.Database(t)
	one, other := open(t, address), open(t, address)
	ctx, cancel := context.WithCancel(t.Context())
	must(t, one.Lock(ctx, "a"))
	cancel()
	must(t, one.Unlock(ctx, "a"))
	if taken, err := other.TryLock(t.Context(), "a"); !taken || err != nil {
		t.Errorf("TryLock: %t, %v; want the lock", taken, err)
	}
}

func takenOver(t *testing.T, cluster *postgrestest.Cluster) {
	address := cluster.Database(t)
	s := open(t, address)
	must(t, s.Store(t.Context(), "a", nil))
	foreign(t, address, "a", "2 seconds")
	if taken, err := s.TryLock(t.Context(), "a"); taken || err != nil {
		t.Errorf("before its end: %t, %v; want that another one has it", taken, err)
	}
	must(t, s.Lock(t.Context(), "a"))
	if got := postgrestest.Value(t, address, `SELECT holder FROM signpost_acme_locks`); got == "killed" {
		t.Error("the database says that the killed process has it")
	}
}

func lockIsKept(t *testing.T, cluster *postgrestest.Cluster) {
	address := cluster.Database(t)
	s := open(t, address)
	must(t, s.Lock(t.Context(), "a"))
	const expires = `SELECT expires::text FROM signpost_acme_locks`
	first := postgrestest.Value(t, address, expires)
	eventually(t, "the end is put off", func() bool { return postgrestest.Value(t, address, expires) != first })
	// 20 s is what docs/tls.md promises.
	if got := postgrestest.Value(t, address, `SELECT (expires > clock_timestamp() AND expires <= clock_timestamp() + interval '20 seconds')::text FROM signpost_acme_locks`); got != "true" {
		t.Error("the lock outlives a killed holder by more than 20 seconds, or has ended")
	}
	must(t, s.Unlock(t.Context(), "a"))
}

func lockIsLost(t *testing.T, cluster *postgrestest.Cluster) {
	address := cluster.Database(t)
	lines, written := io.Pipe()
	s := openWithLog(t, address, slog.New(slog.NewTextHandler(written, nil)))
	must(t, s.Lock(t.Context(), "a"))
	postgrestest.Exec(t, address, `UPDATE signpost_acme_locks SET holder = 'another'`)
	line := make([]byte, 1000)
	n, err := lines.Read(line)
	must(t, err)
	if got := string(line[:n]); !strings.Contains(got, "level=WARN") || !strings.Contains(got, "lock=a") {
		t.Errorf("log %q, want a warning that names the lock", got)
	}
	must(t, s.Unlock(t.Context(), "a"))
	if got := postgrestest.Value(t, address, `SELECT holder FROM signpost_acme_locks`); got != "another" {
		t.Errorf("the lock is held by %q, want by the other one", got)
	}
}
