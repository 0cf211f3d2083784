//go:build load

package main

import (
	"context"
	"fmt"
	"time"
)

// turn is what one server did while it was asked.
type turn struct {
	answers int
	cpu     time.Duration
}

// perAnswer is the CPU time of an answer, in microseconds.
func (t turn) perAnswer() float64 {
	return float64(t.cpu.Nanoseconds()) / 1e3 / float64(t.answers)
}

// drive asks a server for some time and returns what was answered. An answer that
// failed is an error.
type drive func(ctx context.Context, s *server, duration time.Duration) (turn, error)

// turnOf is a turn of a server, and what it costs the server.
func (r *rig) turnOf(s *server, ask drive) func(context.Context) (turn, error) {
	return func(ctx context.Context) (turn, error) {
		if err := s.forgetLog(); err != nil {
			return turn{}, err
		}
		before, err := s.cpu()
		if err != nil {
			return turn{}, err
		}
		t, err := ask(ctx, s, r.turn)
		if err != nil {
			return turn{}, err
		}
		after, err := s.cpu()
		t.cpu = after - before
		return t, err
	}
}

// measured are turns of two kinds, one of each a round.
type measured struct{ first, second []turn }

// inTurn takes turns of two kinds. Which is the earlier one changes from round to
// round, because what else the machine does comes in waves. Before the rounds that
// count there is one that does not.
func (r *rig) inTurn(ctx context.Context, first, second func(context.Context) (turn, error)) (measured, error) {
	var m measured
	for round := range r.rounds + 1 {
		kinds := [2]func(context.Context) (turn, error){first, second}
		var turns [2]turn
		for i := range kinds {
			kind := (i + round) % 2
			t, err := kinds[kind](ctx)
			if err != nil {
				return m, fmt.Errorf("round %d: %w", round, err)
			}
			turns[kind] = t
		}
		if round > 0 {
			m.first, m.second = append(m.first, turns[0]), append(m.second, turns[1])
		}
	}
	return m, nil
}
