package autotls

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"sync"
	"time"
)

const (
	// lookers and orderers are how many names are looked at, and ordered for, at
	// once.
	lookers  = 4
	orderers = 2
	// summaryEvery is how often the log says how many names have a certificate, if
	// that has changed.
	summaryEvery = time.Minute
)

// A source has certificates in a storage and gets new ones from a CA.
type source interface {
	// load takes the certificate of a name from the storage into the memory. The
	// error is fs.ErrNotExist if there is none.
	load(ctx context.Context, name string) error
	// obtain has the CA issue one into the storage. The error is *errSpent, or wraps
	// errName if the name is at fault; else the CA or the storage is.
	obtain(ctx context.Context, name string) error
	// drop forgets names in the memory.
	drop(names []string)
}

// errName marks what the CA has against one name: it cannot validate it, or will
// not have it.
var errName = errors.New("the CA does not accept the name")

// keeper gets a certificate for each wanted name, ahead of the first client.
type keeper struct {
	queue  *queue
	source source
	// here is the check that a name leads to this server; nil is none.
	here func(ctx context.Context, name string) error
	log  *slog.Logger

	saying sync.Mutex
	// said is when the log was last told that the storage fails.
	said time.Time
}

// run works until the context ends.
func (k *keeper) run(ctx context.Context) {
	var group sync.WaitGroup
	work := func(s stage, one func(context.Context, *entry)) {
		for e := k.queue.take(ctx, s); e != nil; e = k.queue.take(ctx, s) {
			one(ctx, e)
		}
	}
	for range lookers {
		group.Go(func() { work(look, k.look) })
	}
	for range orderers {
		group.Go(func() { work(order, k.order) })
	}
	group.Go(func() { k.summarise(ctx) })
	group.Wait()
}

// look does what can be done for a name without the CA.
func (k *keeper) look(ctx context.Context, e *entry) {
	err := k.source.load(ctx, e.name)
	switch {
	case err == nil:
		k.hold(e)
		return
	case !errors.Is(err, fs.ErrNotExist):
		k.broken(ctx, e, err)
		return
	}
	if k.here != nil {
		if err := k.here(ctx, e.name); err != nil {
			until := k.queue.astray(e)
			k.log.Debug("no certificate is ordered", "name", e.name, "error", err, "next_try", until)
			return
		}
	}
	k.queue.order(e)
}

// order asks the CA for the certificate of a name.
func (k *keeper) order(ctx context.Context, e *entry) {
	err := k.source.obtain(ctx, e.name)
	var spent *errSpent
	switch {
	case ctx.Err() != nil:
		k.queue.later(e, time.Time{})
		return
	case errors.As(err, &spent):
		k.queue.later(e, spent.until)
		k.log.Warn("no certificate is ordered", "name", e.name, "error", err)
		return
	case errors.Is(err, errName):
		k.queue.answered()
		until := k.queue.fail(e)
		k.log.Warn("no certificate for a name", "name", e.name, "error", err, "next_try", until)
		return
	case err != nil:
		until := k.queue.pause(e)
		k.log.Error("the CA or the storage fails, no certificates are ordered for a while", "name", e.name, "error", err, "next_try", until)
		return
	}
	k.queue.answered()
	if err := k.source.load(ctx, e.name); err != nil {
		k.broken(ctx, e, err)
		return
	}
	k.hold(e)
}

// broken has a name wait that cannot be read. It is one of many then, so the log says
// it once a minute.
func (k *keeper) broken(ctx context.Context, e *entry, err error) {
	until := k.queue.broken(e)
	now := k.queue.now()
	k.saying.Lock()
	defer k.saying.Unlock()
	if ctx.Err() != nil || now.Sub(k.said) < quiet {
		return
	}
	k.said = now
	k.log.Error("certificates cannot be read from the storage", "name", e.name, "error", err, "next_try", until)
}

func (k *keeper) hold(e *entry) {
	if !k.queue.hold(e) {
		k.source.drop([]string{e.name})
	}
}

// set changes the wanted names.
func (k *keeper) set(wanted names) {
	if dropped := k.queue.set(wanted); len(dropped) > 0 {
		k.source.drop(dropped)
	}
}

// summarise says from time to time how it stands.
func (k *keeper) summarise(ctx context.Context) {
	ticker := time.NewTicker(summaryEvery)
	defer ticker.Stop()
	var said standing
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
		if now := k.queue.standing(); now != said {
			said = now
			k.log.Info("certificates", "held", now.held, "waiting", now.open, "pointing_elsewhere", now.elsewhere, "failing", now.failing)
		}
	}
}
