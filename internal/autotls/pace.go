package autotls

import "time"

// Bounds on what is asked of the CA. Let's Encrypt allows an account 300 new orders
// in three hours, a registered domain 50 certificates in a week, and a name five
// failed attempts in an hour.
const (
	// orderBurst and orderEvery make at most 290 orders in three hours.
	orderBurst = 50
	orderEvery = 45 * time.Second
	// DomainBudget is how many certificates one registered domain gets in
	// budgetWindow, renewals not counted.
	DomainBudget = 50
	budgetWindow = 7 * 24 * time.Hour
	// A name that failed waits from firstDelay on, twice as long each time.
	firstDelay = 5 * time.Minute
	lastDelay  = 12 * time.Hour
	// All names wait when the CA is at fault.
	firstPause = 30 * time.Second
	lastPause  = 30 * time.Minute
	// lastBroken is for a storage that fails: it is the admin's own.
	lastBroken = 5 * time.Minute
)

// backoff is how long to wait after so many failures in a row, from 1 on.
func backoff(failures int, first, last time.Duration) time.Duration {
	delay := first
	for range failures - 1 {
		if delay >= last/2 {
			return last
		}
		delay *= 2
	}
	return delay
}

// pace is a token bucket: a burst at once, then one every so often.
type pace struct {
	burst  int
	every  time.Duration
	spent  int
	filled time.Time
}

// wait is how long until the next token; 0 if there is one.
func (p *pace) wait(now time.Time) time.Duration {
	if p.spent == 0 {
		p.filled = now
	}
	if back := int(now.Sub(p.filled) / p.every); back > 0 {
		p.spent = max(0, p.spent-back)
		p.filled = p.filled.Add(time.Duration(back) * p.every)
	}
	if p.spent < p.burst {
		return 0
	}
	return p.filled.Add(p.every).Sub(now)
}

// take takes the token that wait has found.
func (p *pace) take() { p.spent++ }
