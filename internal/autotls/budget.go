package autotls

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"time"
)

// A budget bounds how many certificates are ordered for one registered domain. What
// was spent lies in the storage, so that a restart does not forget it and replicas
// spend together.
type budget struct {
	storage Storage
	limit   int
	window  time.Duration
	now     func() time.Time
}

// errSpent says that the budget of a domain is used up.
type errSpent struct {
	domain string
	limit  int
	// until is when the oldest order leaves the window.
	until time.Time
}

// Error names the registered domain, and when to go on.
func (e *errSpent) Error() string {
	return fmt.Sprintf("%d certificates have been ordered for %s in a week, the next may be at %s", e.limit, e.domain, e.until.UTC().Format(time.RFC3339))
}

// ledger is what the storage holds for a registered domain.
type ledger struct {
	// Orders are the times of the orders in the window, the oldest first.
	Orders []time.Time `json:"orders"`
}

// spend notes an order for a name. The error is *errSpent if there may be none.
func (b budget) spend(ctx context.Context, name string) (err error) {
	domain := registered(name)
	lock, key := "signpost_orders_"+domain, "signpost/orders/"+domain+".json"
	if err := b.storage.Lock(ctx, lock); err != nil {
		return fmt.Errorf("locking the orders of %s: %w", domain, err)
	}
	defer func() {
		err = errors.Join(err, b.storage.Unlock(context.WithoutCancel(ctx), lock))
	}()
	book, err := b.read(ctx, key)
	if err != nil {
		return fmt.Errorf("reading the orders of %s: %w", domain, err)
	}
	now := b.now()
	book.Orders = slices.DeleteFunc(book.Orders, func(at time.Time) bool { return now.Sub(at) >= b.window })
	if len(book.Orders) >= b.limit {
		return &errSpent{domain: domain, limit: b.limit, until: book.Orders[0].Add(b.window)}
	}
	book.Orders = append(book.Orders, now.UTC())
	data, err := json.Marshal(book)
	if err != nil {
		return fmt.Errorf("encoding the orders of %s: %w", domain, err)
	}
	if err := b.storage.Store(ctx, key, data); err != nil {
		return fmt.Errorf("writing the orders of %s: %w", domain, err)
	}
	return nil
}

// read is the ledger at a key. One that cannot be decoded counts as empty: the CA
// has limits of its own.
func (b budget) read(ctx context.Context, key string) (ledger, error) {
	data, err := b.storage.Load(ctx, key)
	if errors.Is(err, fs.ErrNotExist) {
		return ledger{}, nil
	}
	if err != nil {
		return ledger{}, err
	}
	var book ledger
	if json.Unmarshal(data, &book) != nil {
		return ledger{}, nil
	}
	return book, nil
}
