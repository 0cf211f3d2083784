//go:build load

package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Goals of the process as a whole.
const (
	mostIdleMiB    = 20
	mostStartMs    = 15
	mostStartRatio = 2.5
)

// births are what starting a server showed, one value a round.
type births struct{ milliseconds, mebibytes []float64 }

// start measures how long it takes from the start of the process to its first
// answer, with the built-in table.
func (r *rig) start(ctx context.Context) (row, error) {
	bare, ours, err := r.bear(ctx, 0)
	if err != nil {
		return row{}, err
	}
	took, beside := median(ours.milliseconds), median(bare.milliseconds)
	return row{
		name: startName,
		goal: fmt.Sprintf("%d ms or %.1f x bare", mostStartMs, mostStartRatio), reached: fmt.Sprintf("%.1f ms, %.1f x bare", took, took/beside),
		missed: beyond(took, mostStartMs, 10) && beyond(took/beside, mostStartRatio, 10),
		spread: spread(ours.milliseconds, "%.1f"), costs: fmt.Sprintf("bare %.1f ms", beside),
	}, nil
}

// idle measures the memory of a server that has answered once and has nothing to do.
func (r *rig) idle(ctx context.Context) (row, error) {
	bare, ours, err := r.bear(ctx, r.turn)
	if err != nil {
		return row{}, err
	}
	return row{
		name: idleName,
		goal: fmt.Sprintf("%d MiB", mostIdleMiB), reached: fmt.Sprintf("%.1f MiB", median(ours.mebibytes)),
		missed: beyond(median(ours.mebibytes), mostIdleMiB, 10),
		spread: spread(ours.mebibytes, "%.1f"), costs: fmt.Sprintf("bare %.1f MiB", median(bare.mebibytes)),
	}, nil
}

// bear starts both servers in turn, each round anew.
func (r *rig) bear(ctx context.Context, idle time.Duration) (bare, ours births, err error) {
	question := ask{host: autoconfigHost, target: autoconfigTarget}
	for range r.rounds {
		s, err := r.serveSignpost(ctx, r.signpost, false)
		if err != nil {
			return bare, ours, err
		}
		a, err := ours.add(ctx, s, question, idle)
		if err != nil {
			return bare, ours, err
		}
		if err := thunderbirdReads(a); err != nil {
			return bare, ours, err
		}
		if s, err = r.serveBare(ctx, a, false); err != nil {
			return bare, ours, err
		}
		if _, err := bare.add(ctx, s, question, idle); err != nil {
			return bare, ours, err
		}
	}
	return bare, ours, nil
}

// add waits for the first answer, lets the server be idle, looks at it and stops it.
func (b *births) add(ctx context.Context, s *server, question ask, idle time.Duration) (_ answer, err error) {
	defer func() { err = errors.Join(err, s.stop()) }()
	a, err := s.first(ctx, question)
	if err != nil {
		return answer{}, err
	}
	b.milliseconds = append(b.milliseconds, float64(time.Since(s.began).Microseconds())/1e3)
	select {
	case <-time.After(idle):
	case <-ctx.Done():
		return answer{}, context.Cause(ctx)
	}
	mebibytes, err := s.residentMiB()
	b.mebibytes = append(b.mebibytes, mebibytes)
	return a, err
}
