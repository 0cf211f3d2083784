package autotls

import (
	"container/heap"
	"context"
	"sync"
	"time"
)

// A stage is what has to be done for a name.
type stage int

const (
	// look: is there a certificate in the storage, and if not, does the name lead
	// here? Costs nothing, and is done as fast as the storage and DNS answer.
	look stage = iota
	// order: the CA is asked, at a bounded pace.
	order
	stages
)

// again is how soon after a try a client that asks for the name has it looked at
// anew: it may lead here now, or another replica has got the certificate.
const again = time.Minute

// entry is a name that has no certificate yet.
type entry struct {
	name  string
	stage stage
	// due is when it may be tried; the zero time is at once.
	due time.Time
	// number keeps entries in the order in which they came.
	number   uint64
	urgent   bool
	failures int
	// elsewhere is set if it did not lead here when it was tried.
	elsewhere bool
	tried     time.Time
	// orderable is when the CA may be asked, at the earliest.
	orderable time.Time
	// done is closed at the end of the try under way or to come; nil while nobody
	// waits for it.
	done chan struct{}
	// place is where it stands in its line; under way it is -1.
	place int
}

// line is a heap of entries: those that a client waits for, then by time.
type line []*entry

// Len is for package heap.
func (l line) Len() int { return len(l) }

// Less is for package heap.
func (l line) Less(i, j int) bool {
	a, b := l[i], l[j]
	switch {
	case a.urgent != b.urgent:
		return a.urgent
	case !a.due.Equal(b.due):
		return a.due.Before(b.due)
	}
	return a.number < b.number
}

// Swap is for package heap.
func (l line) Swap(i, j int) {
	l[i], l[j] = l[j], l[i]
	l[i].place, l[j].place = i, j
}

// Push is for package heap.
func (l *line) Push(x any) {
	e, _ := x.(*entry)
	e.place = len(*l)
	*l = append(*l, e)
}

// Pop is for package heap.
func (l *line) Pop() any {
	last := len(*l) - 1
	e := (*l)[last]
	(*l)[last] = nil
	*l = (*l)[:last]
	e.place = -1
	return e
}

// queue holds the names that lack a certificate, and says which one is next. It is
// safe for concurrent use.
type queue struct {
	now func() time.Time

	mu      sync.Mutex
	entries map[string]*entry
	held    map[string]struct{}
	lines   [stages]line
	number  uint64
	pace    pace
	// pausedUntil and pauses are for the CA as a whole.
	pausedUntil time.Time
	pauses      int
	// changed is closed when an entry has become due earlier than was known.
	changed chan struct{}
}

func newQueue(now func() time.Time) *queue {
	return &queue{
		now: now, entries: map[string]*entry{}, held: map[string]struct{}{},
		pace: pace{burst: orderBurst, every: orderEvery}, changed: make(chan struct{}),
	}
}

// set makes the names of a set the wanted ones. Those that are known keep their
// state; dropped are those that had a certificate and are not wanted any more.
func (q *queue) set(wanted names) (dropped []string) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for name := range q.held {
		if !wanted.has(name) {
			delete(q.held, name)
			dropped = append(dropped, name)
		}
	}
	for name, e := range q.entries {
		if !wanted.has(name) {
			delete(q.entries, name)
			if e.place >= 0 {
				heap.Remove(&q.lines[e.stage], e.place)
				e.finish()
			}
		}
	}
	for name := range wanted.all() {
		_, known := q.entries[name]
		if _, held := q.held[name]; held || known {
			continue
		}
		q.number++
		e := &entry{name: name, number: q.number}
		q.entries[name] = e
		heap.Push(&q.lines[look], e)
	}
	q.wake()
	return dropped
}

// take waits for the next name in a stage; nil when the context has ended. Whoever
// takes one gives it back by hold,
// order, or what has it wait.
func (q *queue) take(ctx context.Context, s stage) *entry {
	for ctx.Err() == nil {
		q.mu.Lock()
		e, wait := q.next(s)
		changed := q.changed
		q.mu.Unlock()
		if e != nil {
			return e
		}
		timer := time.NewTimer(wait)
		select {
		case <-ctx.Done():
		case <-changed:
		case <-timer.C:
		}
		timer.Stop()
	}
	return nil
}

// next is the entry that is due, or how long to wait for one.
func (q *queue) next(s stage) (*entry, time.Duration) {
	now := q.now()
	waiting := q.lines[s]
	if len(waiting) == 0 {
		return nil, time.Hour
	}
	wait := waiting[0].due.Sub(now)
	if s == order {
		wait = max(wait, q.closed(now))
	}
	if wait > 0 {
		return nil, wait
	}
	if s == order {
		q.pace.take()
	}
	e, _ := heap.Pop(&q.lines[s]).(*entry)
	e.tried = now
	return e, 0
}

// closed is how long no order may be placed.
func (q *queue) closed(now time.Time) time.Duration {
	return max(q.pausedUntil.Sub(now), q.pace.wait(now))
}

// hold ends the work on a name: there is a certificate. It is false if the name is
// not wanted any more.
func (q *queue) hold(e *entry) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	defer e.finish()
	if q.entries[e.name] != e {
		return false
	}
	delete(q.entries, e.name)
	q.held[e.name] = struct{}{}
	return true
}

// order puts a name that has been looked at into the line for orders, or has it wait
// until the CA may be asked.
func (q *queue) order(e *entry) {
	q.mu.Lock()
	defer q.mu.Unlock()
	e.elsewhere = false
	if e.orderable.After(q.now()) {
		q.again(e, e.orderable)
		return
	}
	e.stage, e.due = order, time.Time{}
	q.back(e)
}

// fail has a name wait that the CA has refused, longer each time.
func (q *queue) fail(e *entry) (until time.Time) {
	q.mu.Lock()
	defer q.mu.Unlock()
	e.failures++
	e.orderable = q.now().Add(backoff(e.failures, firstDelay, lastDelay))
	q.again(e, e.orderable)
	return e.orderable
}

// astray has a name wait that does not lead here, longer each time.
func (q *queue) astray(e *entry) (until time.Time) {
	q.mu.Lock()
	defer q.mu.Unlock()
	e.failures++
	e.elsewhere = true
	until = q.now().Add(backoff(e.failures, firstDelay, lastDelay))
	q.again(e, until)
	return until
}

// broken has a name wait because the storage fails: not as long as for a CA, which
// counts failures.
func (q *queue) broken(e *entry) (until time.Time) {
	q.mu.Lock()
	defer q.mu.Unlock()
	e.failures++
	until = q.now().Add(backoff(e.failures, firstPause, lastBroken))
	q.again(e, until)
	return until
}

// later has the CA not asked for a name before a time.
func (q *queue) later(e *entry, until time.Time) {
	q.mu.Lock()
	defer q.mu.Unlock()
	e.orderable = until
	q.again(e, until)
}

// pause has all orders wait, longer each time: the CA is at fault, not the name.
func (q *queue) pause(e *entry) (until time.Time) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if now := q.now(); !now.Before(q.pausedUntil) {
		q.pauses++
		q.pausedUntil = now.Add(backoff(q.pauses, firstPause, lastPause))
	}
	q.again(e, q.pausedUntil)
	return q.pausedUntil
}

// answered ends the doubts about the CA.
func (q *queue) answered() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.pauses = 0
}

func (q *queue) again(e *entry, due time.Time) {
	e.stage, e.due = look, due
	e.finish()
	q.back(e)
}

// back puts an entry into its line, unless it is not wanted any more.
func (q *queue) back(e *entry) {
	if q.entries[e.name] != e {
		e.finish()
		return
	}
	heap.Push(&q.lines[e.stage], e)
	q.wake()
}

// wake lets everybody who waits in take look again.
func (q *queue) wake() {
	close(q.changed)
	q.changed = make(chan struct{})
}

// finish tells those who wait that a try has ended. The next one is not urgent.
func (e *entry) finish() {
	e.urgent = false
	if e.done != nil {
		close(e.done)
		e.done = nil
	}
}

// want moves a name to the front, because a client waits for it. The channel closes
// when the try has ended; it is nil if there will be none soon.
func (q *queue) want(name string) <-chan struct{} {
	q.mu.Lock()
	defer q.mu.Unlock()
	e, ok := q.entries[name]
	if !ok {
		return nil
	}
	if e.place >= 0 {
		now := q.now()
		if e.due.After(now) && now.Sub(e.tried) < again || q.closed(now) > 0 && e.stage == order {
			return nil
		}
		e.urgent, e.due = true, time.Time{}
		heap.Fix(&q.lines[e.stage], e.place)
		q.wake()
	}
	if e.done == nil {
		e.done = make(chan struct{})
	}
	return e.done
}

// standing is how many names there are in each state.
type standing struct {
	held, open, elsewhere, failing int
}

func (q *queue) standing() standing {
	q.mu.Lock()
	defer q.mu.Unlock()
	s := standing{held: len(q.held)}
	for _, e := range q.entries {
		switch {
		case e.elsewhere:
			s.elsewhere++
		case e.failures > 0:
			s.failing++
		default:
			s.open++
		}
	}
	return s
}

// holding lists the names that have a certificate.
func (q *queue) holding() []string {
	q.mu.Lock()
	defer q.mu.Unlock()
	held := make([]string, 0, len(q.held))
	for name := range q.held {
		held = append(held, name)
	}
	return held
}
