package autoconfig

import (
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

const (
	// signingShare is the part of the processors' time that signatures of one kind
	// may take in the long run: with what the requests of a flood cost themselves, and
	// what is refused, four fifths are left for everything else.
	signingShare = 0.03
	// signingCredit is how much of that time may be taken at once after a pause, of
	// each processor: some thirty signatures with RSA-2048. So the first second of a
	// flood takes 6 %.
	signingCredit = 30 * time.Millisecond
	// maxSignature is the most that one signature is counted as: longer ones wait for
	// a token or a service, not for a processor.
	maxSignature = 50 * time.Millisecond
	// maxTurnWait is how long a request waits for its turn, and turnsWaiting how many
	// do so for each that is signed: people who ask in the same moment all get
	// theirs.
	maxTurnWait  = 250 * time.Millisecond
	turnsWaiting = 16
)

// signingTurns bound how many profiles are signed at the same time, how many wait
// for it, and how much of the processors' time all of it takes.
type signingTurns struct {
	places  chan struct{}
	waiting atomic.Int64

	mu sync.Mutex
	// credit is the time that may be taken now, as of then.
	credit time.Duration
	then   time.Time
}

func newSigningTurns() *signingTurns {
	t := &signingTurns{places: make(chan struct{}, runtime.GOMAXPROCS(0)), then: time.Now()}
	t.credit = t.most()
	return t
}

// most is how much credit there can be.
func (t *signingTurns) most() time.Duration { return signingCredit * time.Duration(cap(t.places)) }

// take signs when it is its turn; errBusy says that there will be none soon.
func (t *signingTurns) take(sign func() ([]byte, error)) ([]byte, error) {
	if !t.affordable() || !t.enter() {
		return nil, errBusy
	}
	begin := time.Now()
	defer func() {
		t.charge(time.Since(begin))
		<-t.places
	}()
	return sign()
}

// enter takes a place, and waits for one if not too many do.
func (t *signingTurns) enter() bool {
	select {
	case t.places <- struct{}{}:
		return true
	default:
	}
	if t.waiting.Add(1) > int64(turnsWaiting*cap(t.places)) {
		t.waiting.Add(-1)
		return false
	}
	defer t.waiting.Add(-1)
	timer := time.NewTimer(maxTurnWait)
	defer timer.Stop()
	select {
	case t.places <- struct{}{}:
		return true
	case <-timer.C:
		return false
	}
}

// affordable tells whether there is credit left.
func (t *signingTurns) affordable() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := time.Now()
	earned := float64(now.Sub(t.then)) * signingShare * float64(cap(t.places))
	t.credit, t.then = min(t.most(), t.credit+time.Duration(earned)), now
	return t.credit > 0
}

// charge counts a signature.
func (t *signingTurns) charge(took time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.credit -= min(took, maxSignature)
}
