package postgres

import (
	"context"
	"crypto/rand"
	"fmt"
	"time"
)

// A lock is a row with the name of its holder and a time at which it expires; the
// holder puts the time off while it lives. All times are those of the database, so
// that the clocks of the servers do not matter.
//
// Session advisory locks would do without rows, and end with the connection. But each
// server would keep a connection of its own for them, a pooler that gives each
// transaction another connection would break them without a word, and a server whose
// machine has lost its power would hold them until TCP gives up, which takes hours by
// default. A lease ends within a time that we choose, whatever has happened.
//
// The price: a holder that was stopped for longer than Lease, or that could not reach
// the database for as long while others could, works on without the lock. certmagic
// wants of its locks that this is rare; what it costs is an order too many.
const (
	// Lease is how long a lock outlives a holder that was killed. One who waits for
	// the lock has it Lease and pollEvery after that at the latest.
	Lease = 20 * time.Second
	// renewEvery is how often a holder puts the end off, and retryEvery how often if
	// that has failed.
	renewEvery = 5 * time.Second
	retryEvery = time.Second
	pollEvery  = 500 * time.Millisecond
)

// lease is a lock that this process has or is about to have.
type lease struct {
	name, holder string
	// taken is whether the database has given the lock.
	taken bool
	// stop ends the renewal, and stopped is closed when it has ended.
	stop    context.CancelFunc
	stopped chan struct{}
	// gone is closed when another one of this process may try.
	gone chan struct{}
}

// Lock takes the lock of a name. It waits until it is free, or its holder has not
// been heard of for as long as Lease. It returns early with an error if the context
// ends or the database fails.
func (s *Storage) Lock(ctx context.Context, name string) error {
	l, err := s.enter(ctx, name)
	if err != nil {
		return err
	}
	ticker := time.NewTicker(pollEvery)
	defer ticker.Stop()
	for {
		taken, err := s.take(ctx, l)
		if err != nil {
			s.leave(l)
			return err
		}
		if taken {
			return nil
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			s.leave(l)
			return fmt.Errorf("waiting for the lock %s: %w", name, ctx.Err())
		}
	}
}

// TryLock takes the lock of a name if it is free.
func (s *Storage) TryLock(ctx context.Context, name string) (bool, error) {
	l, _ := s.claim(name)
	if l == nil {
		return false, nil
	}
	taken, err := s.take(ctx, l)
	if !taken {
		s.leave(l)
	}
	return taken, err
}

// Unlock gives a lock back, even if the context has ended. An error says that others
// have to wait until the lease ends.
func (s *Storage) Unlock(ctx context.Context, name string) error {
	s.mu.Lock()
	l := s.held[name]
	if l == nil || !l.taken {
		s.mu.Unlock()
		return fmt.Errorf("the lock %s was not taken", name)
	}
	l.taken = false
	s.mu.Unlock()
	defer s.leave(l)
	l.stop()
	<-l.stopped
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), limit)
	defer cancel()
	if _, err := s.pool.Exec(ctx, `DELETE FROM signpost_acme_locks WHERE name = $1 AND holder = $2`, name, l.holder); err != nil {
		return fmt.Errorf("giving the lock %s back: %w", name, err)
	}
	return nil
}

// enter waits until nobody else in this process has the lock of a name or tries to.
// Within a process there are no leases that end.
func (s *Storage) enter(ctx context.Context, name string) (*lease, error) {
	for {
		l, other := s.claim(name)
		if l != nil {
			return l, nil
		}
		select {
		case <-other.gone:
		case <-ctx.Done():
			return nil, fmt.Errorf("waiting for the lock %s: %w", name, ctx.Err())
		}
	}
}

// claim makes a lease, or returns that of another one in this process.
func (s *Storage) claim(name string) (l, other *lease) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if other := s.held[name]; other != nil {
		return nil, other
	}
	l = &lease{name: name, holder: rand.Text(), stopped: make(chan struct{}), gone: make(chan struct{})}
	s.held[name] = l
	return l, nil
}

func (s *Storage) leave(l *lease) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.held, l.name)
	close(l.gone)
}

// take asks the database once for a lock, and keeps it if it is given.
func (s *Storage) take(ctx context.Context, l *lease) (bool, error) {
	ctx, cancel, err := s.begin(ctx, limit)
	if err != nil {
		return false, err
	}
	defer cancel()
	tag, err := s.pool.Exec(ctx, `INSERT INTO signpost_acme_locks AS lock (name, holder, expires) VALUES ($1, $2, clock_timestamp() + make_interval(secs => $3))
		ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires = excluded.expires WHERE lock.expires <= clock_timestamp()`,
		l.name, l.holder, Lease.Seconds())
	switch {
	case err != nil:
		return false, fmt.Errorf("taking the lock %s: %w", l.name, err)
	case tag.RowsAffected() == 0:
		return false, nil
	}
	renewing, stop := context.WithCancel(context.WithoutCancel(ctx))
	s.mu.Lock()
	l.taken, l.stop = true, stop
	s.mu.Unlock()
	go s.keep(renewing, l)
	return true, nil
}

// keep puts the end of a lease off until the context ends or the lease is lost.
func (s *Storage) keep(ctx context.Context, l *lease) {
	defer close(l.stopped)
	wait := renewEvery
	for {
		timer := time.NewTimer(wait)
		select {
		case <-ctx.Done():
			timer.Stop()
			return
		case <-timer.C:
		}
		kept, err := s.renew(ctx, l)
		switch {
		case err != nil:
			wait = retryEvery
		case kept:
			wait = renewEvery
		default:
			s.log.Warn("another server has taken a lock over, because this one was away from the database for too long", "lock", l.name)
			return
		}
	}
}

// renew is false if somebody else has the lock.
func (s *Storage) renew(ctx context.Context, l *lease) (bool, error) {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	tag, err := s.pool.Exec(ctx, `UPDATE signpost_acme_locks SET expires = clock_timestamp() + make_interval(secs => $3) WHERE name = $1 AND holder = $2`,
		l.name, l.holder, Lease.Seconds())
	if err != nil {
		return false, fmt.Errorf("keeping the lock %s: %w", l.name, err)
	}
	return tag.RowsAffected() == 1, nil
}
