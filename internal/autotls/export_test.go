package autotls

import (
	"context"
	"io/fs"
	"log/slog"
	"slices"
	"sync"
	"time"

	"go.uber.org/zap"
)

// Names lists the names that domains and hosts make.
func Names(domains, hosts []string) []string {
	return slices.Collect(newNames(slices.Values(domains), hosts).all())
}

// Has reports whether domains and hosts make a name.
func Has(domains, hosts []string, name string) bool {
	return newNames(slices.Values(domains), hosts).has(name)
}

// Backoff is the wait of a name after so many failures.
func Backoff(failures int) time.Duration { return backoff(failures, firstDelay, lastDelay) }

// Budget is the budget with a limit of its own.
func Budget(storage Storage, limit int, now func() time.Time) func(ctx context.Context, name string) error {
	return budget{storage: storage, limit: limit, window: budgetWindow, now: now}.spend
}

// ReadHello finds the server name in the beginning of a connection; whole is whether
// the ClientHello is complete.
func ReadHello(data []byte) (name string, whole bool) {
	name, state := readHello(data)
	return name, state == complete
}

// Bridged is a logger as certmagic gets it.
func Bridged(log *slog.Logger, scrub func(string) string) *zap.Logger {
	return zap.New(bridge{handler: log.Handler(), scrub: scrub})
}

// CA is a CA and a storage of tests: it says what comes of an order.
type CA struct {
	Order func(name string) error

	mu     sync.Mutex
	stored map[string]bool
	broken error
}

// Break makes the storage fail, or work again with nil.
func (c *CA) Break(err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.broken = err
}

// Store puts a certificate into the storage.
func (c *CA) Store(name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.stored == nil {
		c.stored = map[string]bool{}
	}
	c.stored[name] = true
}

// Faults of a CA.
var (
	ErrName      = errName
	ErrElsewhere = errElsewhere
)

// Spent is the error of a budget that is used up until then.
func Spent(until time.Time) error { return &errSpent{domain: "example.com", until: until} }

func (c *CA) load(_ context.Context, name string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case c.broken != nil:
		return c.broken
	case !c.stored[name]:
		return fs.ErrNotExist
	}
	return nil
}

func (c *CA) obtain(_ context.Context, name string) error {
	err := c.Order(name)
	if err == nil {
		c.Store(name)
	}
	return err
}

func (*CA) drop([]string) {}

// Keeper is a keeper with a CA of tests.
type Keeper struct{ keeper }

// NewKeeper makes one.
func NewKeeper(ca *CA, here func(context.Context, string) error, log *slog.Logger) *Keeper {
	return &Keeper{keeper{queue: newQueue(time.Now), source: ca, here: here, log: log}}
}

// Run works until the context ends.
func (k *Keeper) Run(ctx context.Context) { k.run(ctx) }

// SetHosts makes hosts the wanted names.
func (k *Keeper) SetHosts(hosts ...string) { k.set(newNames(slices.Values([]string{}), hosts)) }

// Want is what a handshake does that misses a certificate.
func (k *Keeper) Want(name string) <-chan struct{} { return k.queue.want(name) }

// Held lists the names with a certificate.
func (k *Keeper) Held() []string {
	held := k.queue.holding()
	slices.Sort(held)
	return held
}

// Refused is a count of refusals.
type Refused struct{ *refusals }

// NewRefused makes one.
func NewRefused(log *slog.Logger, now func() time.Time) Refused {
	return Refused{newRefusals(log, now)}
}

// Add counts one.
func (r Refused) Add(reason Reason, name string) { r.add(reason, name) }

// Counts is the count.
func (r Refused) Counts() map[Reason]uint64 { return r.counts() }
