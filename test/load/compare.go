//go:build load

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
)

// compare gives signpost and the bare server their turns and returns the ratio.
func (r *rig) compare(ctx context.Context, c comparison) (_ row, err error) {
	ours, err := r.serveSignpost(ctx, r.signpost, c.secure, c.flags...)
	if err != nil {
		return row{}, err
	}
	defer func() { err = errors.Join(err, ours.stop(), ours.logged()) }()
	want, err := c.recorded(ctx, ours)
	if err != nil {
		return row{}, err
	}
	bare, err := r.bareWith(ctx, want, c)
	if err != nil {
		return row{}, err
	}
	defer func() { err = errors.Join(err, bare.stop()) }()
	drive := r.driveOf(c, want.status)
	m, err := r.inTurn(ctx, r.turnOf(bare, drive), r.turnOf(ours, drive))
	if err != nil {
		return row{}, err
	}
	found, err := c.ask.of(ctx, ours)
	if err != nil {
		return row{}, err
	}
	if err := want.same(found); err != nil {
		return row{}, fmt.Errorf("signpost after the load: %w", err)
	}
	return m.row(c.name, c.goal), nil
}

// bareWith starts a bare server and makes sure that it gives the answer.
func (r *rig) bareWith(ctx context.Context, want answer, c comparison) (*server, error) {
	s, err := r.serveBare(ctx, want, c.secure)
	if err != nil {
		return nil, err
	}
	found, err := s.first(ctx, c.ask)
	if err == nil {
		err = want.same(found)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("the bare server: %w", err), s.stop())
	}
	return s, nil
}

// recorded waits for the server and returns the answer that is measured, which is
// the right one. The ask is completed by what the server must be told.
func (c *comparison) recorded(ctx context.Context, s *server) (answer, error) {
	a, err := s.first(ctx, c.ask)
	if err != nil {
		return answer{}, err
	}
	if c.revalidate {
		c.ask = c.ask.with("If-None-Match", a.header.Get("ETag"))
		if a, err = c.ask.of(ctx, s); err != nil {
			return answer{}, err
		}
	}
	return a, c.check(a)
}

func (r *rig) driveOf(c comparison, status int) drive {
	if c.secure {
		return r.handshakes(c, status)
	}
	return r.wrk(c, status)
}

// null compares the bare server with itself: how far the ratio is from 1 is how
// much the others can be believed.
func (r *rig) null(ctx context.Context) (_ row, err error) {
	c := comparison{ask: ask{host: autoconfigHost, target: autoconfigTarget}, check: thunderbirdReads}
	ours, err := r.serveSignpost(ctx, r.signpost, false)
	if err != nil {
		return row{}, err
	}
	a, err := c.recorded(ctx, ours)
	if err := errors.Join(err, ours.stop()); err != nil {
		return row{}, err
	}
	first, err := r.bareWith(ctx, a, c)
	if err != nil {
		return row{}, err
	}
	defer func() { err = errors.Join(err, first.stop()) }()
	second, err := r.bareWith(ctx, a, c)
	if err != nil {
		return row{}, err
	}
	defer func() { err = errors.Join(err, second.stop()) }()
	drive := r.wrk(c, a.status)
	m, err := r.inTurn(ctx, r.turnOf(first, drive), r.turnOf(second, drive))
	if err != nil {
		return row{}, err
	}
	return m.row(nullName, 0), nil
}

// logged makes sure that there was an access log to be paid for.
func (s *server) logged() error {
	log, err := os.ReadFile(s.log)
	if err != nil {
		return fmt.Errorf("reading the access log: %w", err)
	}
	if !bytes.Contains(log, []byte("msg=request ")) {
		return errors.New("the access log is empty")
	}
	return nil
}
