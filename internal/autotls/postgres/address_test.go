package postgres_test

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"net"
	"strings"
	"testing"

	"signpost/internal/autotls/postgres"
)

// secret stands in every password of these tests, and may be in no error.
const secret = "Xq7"

func TestNoErrorHoldsThePassword(t *testing.T) {
	// Nobody listens there any more.
	var config net.ListenConfig
	listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	closed := listener.Addr().String()
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, address, want string }{
		{"a server that is away", "postgres://signpost:Xq7@" + closed + "/db", "failed to connect"},
		{"a password as parameter", "postgres://signpost@" + closed + "/db?password=Xq7", "failed to connect"},
		{"a password as parameter, oddly spelt", "postgres://signpost@" + closed + "/db?pass%77ord=Xq7", "failed to connect"},
		{"escaped characters", "postgresql://signpost:Xq7%40%2F%3A%23@" + closed + "/db", "failed to connect"},
		{"@ in the password", "postgres://signpost:p@Xq7@" + closed + "/db", "write @ as %40"},
		{"@ in a parameter", "postgres://signpost@" + closed + "/db?password=a@Xq7", "write @ as %40"},
		{"/ in the password", "postgres://signpost:12/Xq7@" + closed + "/db", "/ as %2F"},
		{"# in the password", "postgres://signpost:12#Xq7@" + closed + "/db", "# as %23"},
		{"? in the password", "postgres://signpost:12?Xq7@" + closed + "/db", "? as %3F"},
		{"% in the password", "postgres://signpost:%Xq7@" + closed + "/db", "% as %25"},
		{"no port behind the colon", "postgres://signpost:a@127.0.0.1:Xq7/db", "not of the form"},
		{"a password without a user and a host", "postgres://:Xq7", "not of the form"},
		{"a parameter that is none", "postgres://signpost:Xq7@" + closed + "/db?sslmode=Xq7", "not of the form"},
		{"a file that is not there", "postgres://signpost:Xq7@" + closed + "/db?sslmode=verify-full&sslrootcert=/nowhere/root.pem", "/nowhere/root.pem"},
	} {
		t.Run(c.name, func(t *testing.T) {
			storage, err := postgres.Open(c.address, slog.New(slog.DiscardHandler))
			if err == nil {
				_, err = storage.Load(t.Context(), "key")
			}
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one with %q", err, c.want)
			}
			for ; err != nil; err = errors.Unwrap(err) {
				if strings.Contains(err.Error(), secret) {
					t.Errorf("the error holds the password: %v", err)
				}
			}
		})
	}
}

func TestADatabaseThatIsAwayIsNoMissingKey(t *testing.T) {
	storage, err := postgres.Open("postgres://signpost@127.0.0.1:1/db", slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	for name, call := range map[string]func(context.Context) error{
		"Store":  func(ctx context.Context) error { return storage.Store(ctx, "a", nil) },
		"Load":   func(ctx context.Context) error { _, err := storage.Load(ctx, "a"); return err },
		"Delete": func(ctx context.Context) error { return storage.Delete(ctx, "a") },
		"List":   func(ctx context.Context) error { _, err := storage.List(ctx, "a", true); return err },
		"Stat":   func(ctx context.Context) error { _, err := storage.Stat(ctx, "a"); return err },
		"Lock":   func(ctx context.Context) error { return storage.Lock(ctx, "a") },
		"TryLock": func(ctx context.Context) error {
			taken, err := storage.TryLock(ctx, "a")
			if taken {
				t.Error("a lock was taken")
			}
			return err
		},
	} {
		if err := call(t.Context()); err == nil || errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: %v, want an error about the connection", name, err)
		}
	}
	if storage.Exists(t.Context(), "a") {
		t.Error("a key exists")
	}
	if err := storage.Unlock(t.Context(), "a"); err == nil || err.Error() != "the lock a was not taken" {
		t.Errorf("Unlock: %v, want that the lock was not taken", err)
	}
}

func TestADatabaseThatNeverAnswersIsGivenUp(t *testing.T) {
	var config net.ListenConfig
	listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	storage, err := postgres.Open("postgres://signpost@"+listener.Addr().String()+"/db?sslmode=disable", slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	// The context of the caller has no end.
	if _, err := storage.Load(t.Context(), "a"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v, want that the time is up", err)
	}
}
