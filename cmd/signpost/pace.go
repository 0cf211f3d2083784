package main

import "time"

const (
	// maxStretch is how long a reload works at a time, rest how long it sleeps then.
	maxStretch = 200 * time.Microsecond
	rest       = 200 * time.Microsecond
)

// pace keeps a reload from holding requests up: it works for a short stretch and
// sleeps for another. To yield to the other goroutines is not enough, for the
// network is not looked at before a thread has nothing to run.
type pace struct {
	// since is when the stretch began.
	since time.Time
}

// pause ends the stretch if it has been long enough.
func (p *pace) pause() {
	if time.Since(p.since) < maxStretch {
		return
	}
	time.Sleep(rest)
	p.since = time.Now()
}
