package autotls_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/internal/autotls"
)

// bench is a keeper at work in the time of a synctest bubble, and what it did.
type bench struct {
	*autotls.Keeper
	ca    *autotls.CA
	start time.Time
	log   bytes.Buffer

	mu     sync.Mutex
	orders []string
	answer func(name string) error
	here   func(name string) error
}

// atWork runs a test on a keeper of hosts. CA and DNS agree to everything unless the
// test changes that.
func atWork(t *testing.T, test func(b *bench)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		b := &bench{start: time.Now(), answer: func(string) error { return nil }, here: func(string) error { return nil }}
		b.ca = &autotls.CA{Order: func(name string) error {
			b.mu.Lock()
			b.orders = append(b.orders, fmt.Sprintf("%s %s", time.Since(b.start), name))
			answer := b.answer
			b.mu.Unlock()
			return answer(name)
		}}
		b.ca.Store("stored.example.com")
		b.Keeper = autotls.NewKeeper(b.ca, func(_ context.Context, name string) error {
			b.mu.Lock()
			here := b.here
			b.mu.Unlock()
			return here(name)
		}, slog.New(slog.NewTextHandler(&b.log, nil)))
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() {
			defer close(done)
			b.Run(ctx)
		}()
		test(b)
		cancel()
		<-done
	})
}

// after lets time pass and returns the orders since the last call.
func (b *bench) after(d time.Duration) []string {
	time.Sleep(d)
	synctest.Wait()
	b.mu.Lock()
	defer b.mu.Unlock()
	orders := b.orders
	b.orders = nil
	return orders
}

func (b *bench) set(answer, here func(string) error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.answer, b.here = answer, here
}

func always(err error) func(string) error { return func(string) error { return err } }

func wantOrders(t *testing.T, got []string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("orders (-want +got):\n%s", diff)
	}
}

func TestCertificatesAreOrderedAheadAndOnlyWhatIsMissing(t *testing.T) {
	atWork(t, func(b *bench) {
		b.SetHosts("stored.example.com", "new.example.com")
		wantOrders(t, b.after(time.Second), "0s new.example.com")
		if diff := cmp.Diff([]string{"new.example.com", "stored.example.com"}, b.Held()); diff != "" {
			t.Errorf("held (-want +got):\n%s", diff)
		}
		b.SetHosts("stored.example.com", "third.example.com")
		wantOrders(t, b.after(time.Second), "1s third.example.com")
		if diff := cmp.Diff([]string{"stored.example.com", "third.example.com"}, b.Held()); diff != "" {
			t.Errorf("held (-want +got):\n%s", diff)
		}
	})
}

func TestANameThatTheCARefusesWaitsLongerEachTime(t *testing.T) {
	atWork(t, func(b *bench) {
		b.set(func(name string) error {
			if name == "bad.example.com" {
				return autotls.ErrName
			}
			return nil
		}, always(nil))
		b.SetHosts("bad.example.com", "good.example.com")
		got := b.after(time.Hour)
		slices.Sort(got)
		wantOrders(t, got, "0s bad.example.com", "0s good.example.com", "15m0s bad.example.com", "35m0s bad.example.com", "5m0s bad.example.com")
		b.set(always(nil), always(nil))
		wantOrders(t, b.after(15*time.Minute), "1h15m0s bad.example.com")
		wantOrders(t, b.after(240*time.Hour))
	})
}

func TestAnOutageOfTheCAStopsAllOrdersForAWhile(t *testing.T) {
	atWork(t, func(b *bench) {
		b.set(always(errors.New("connection refused")), always(nil))
		b.SetHosts("a.example.com", "b.example.com", "c.example.com", "d.example.com", "stored.example.com")
		if got := b.after(10 * time.Minute); len(got) > 20 {
			t.Errorf("%d orders within ten minutes: %q", len(got), got)
		}
		if diff := cmp.Diff([]string{"stored.example.com"}, b.Held()); diff != "" {
			t.Errorf("held in the outage (-want +got):\n%s", diff)
		}
		b.set(always(nil), always(nil))
		b.after(30 * time.Minute)
		if got := b.Held(); len(got) != 5 {
			t.Errorf("held after the outage: %q, want all five", got)
		}
	})
}

func TestAStorageThatFailsIsTriedAgainWithinFiveMinutes(t *testing.T) {
	atWork(t, func(b *bench) {
		b.ca.Break(errors.New("connection refused"))
		b.SetHosts("stored.example.com", "new.example.com")
		wantOrders(t, b.after(10*time.Hour))
		if got := strings.Count(b.log.String(), "certificates cannot be read from the storage"); got == 0 || got > 10*12+5 {
			t.Errorf("the log says %d times in ten hours that the storage fails, want once in five minutes for both names", got)
		}
		b.ca.Break(nil)
		b.after(5 * time.Minute)
		if diff := cmp.Diff([]string{"new.example.com", "stored.example.com"}, b.Held()); diff != "" {
			t.Errorf("held five minutes after (-want +got):\n%s", diff)
		}
	})
}

func TestANameIsTriedOnlyWhenItPointsHere(t *testing.T) {
	atWork(t, func(b *bench) {
		b.set(always(nil), always(autotls.ErrElsewhere))
		b.SetHosts("moved.example.com")
		wantOrders(t, b.after(10*time.Second))
		if b.Want("moved.example.com") != nil {
			t.Error("a client causes another look within a minute")
		}
		b.set(always(nil), always(nil))
		wantOrders(t, b.after(time.Minute))
		if done := b.Want("moved.example.com"); done == nil {
			t.Error("a client that arrives does not cause another look")
		} else {
			<-done
		}
		wantOrders(t, b.after(0), "1m10s moved.example.com")
	})
}

func TestOrdersAreBounded(t *testing.T) {
	hosts := make([]string, 1000)
	for i := range hosts {
		hosts[i] = fmt.Sprintf("h%d.example.com", i)
	}
	atWork(t, func(b *bench) {
		b.SetHosts(hosts...)
		if got := len(b.after(time.Second)); got != 50 {
			t.Errorf("%d orders at once, want 50", got)
		}
		if got := len(b.after(3 * time.Hour)); got != 240 {
			t.Errorf("%d orders in the three hours after, want 240: one every 45 s", got)
		}
		if b.Want("h999.example.com") != nil {
			t.Error("a client is to wait although no order may be placed")
		}
	})
}

func TestAClientsNameComesFirst(t *testing.T) {
	atWork(t, func(b *bench) {
		block := make(chan struct{})
		b.set(always(nil), func(name string) error {
			if name < "e" {
				<-block
			}
			return nil
		})
		b.SetHosts("a.example.com", "b.example.com", "c.example.com", "d.example.com", "y.example.com", "z.example.com")
		synctest.Wait()
		done := b.Want("z.example.com")
		if done == nil {
			t.Error("nobody is to wait for a name in the queue")
			return
		}
		close(block)
		<-done
		if !slices.Contains(b.Held(), "z.example.com") {
			t.Errorf("held when the wait ends: %q", b.Held())
		}
		if b.Want("z.example.com") != nil || b.Want("unknown.example.com") != nil {
			t.Error("a client waits for a name that is held, or unknown")
		}
	})
}

func TestAClientFindsWhatAnotherReplicaHasGot(t *testing.T) {
	atWork(t, func(b *bench) {
		b.set(always(autotls.ErrName), always(nil))
		b.SetHosts("a.example.com")
		wantOrders(t, b.after(2*time.Minute), "0s a.example.com")
		if done := b.Want("a.example.com"); done != nil {
			<-done
		}
		wantOrders(t, b.after(0))
		b.ca.Store("a.example.com")
		if b.Want("a.example.com") != nil {
			t.Error("a client causes a second look within a minute")
		}
		b.after(time.Minute)
		if done := b.Want("a.example.com"); done != nil {
			<-done
		}
		wantOrders(t, b.after(0))
		if diff := cmp.Diff([]string{"a.example.com"}, b.Held()); diff != "" {
			t.Errorf("held (-want +got):\n%s", diff)
		}
	})
}

func TestABudgetThatIsSpentHasTheNameWait(t *testing.T) {
	atWork(t, func(b *bench) {
		b.set(always(autotls.Spent(b.start.Add(24*time.Hour))), always(nil))
		b.SetHosts("a.example.com")
		wantOrders(t, b.after(time.Hour), "0s a.example.com")
		b.set(always(nil), always(nil))
		wantOrders(t, b.after(24*time.Hour), "24h0m0s a.example.com")
	})
}

func TestANameThatGoesWhileItIsOrderedIsNotHeld(t *testing.T) {
	atWork(t, func(b *bench) {
		block := make(chan struct{})
		b.set(func(string) error { <-block; return nil }, always(nil))
		b.SetHosts("a.example.com")
		done := b.Want("a.example.com")
		synctest.Wait()
		b.SetHosts()
		close(block)
		if done != nil {
			<-done
		}
		synctest.Wait()
		if got := b.Held(); len(got) != 0 {
			t.Errorf("held: %q, want nothing", got)
		}
	})
}
