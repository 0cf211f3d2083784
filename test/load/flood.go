//go:build load

package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

const (
	// leastThroughput is the share of its throughput that everything else keeps.
	leastThroughput = 0.80
	floodPerSecond  = 1000
	// leastFlood is how many there must have been, for the generator shares its
	// processor with wrk.
	leastFlood = 0.95 * floodPerSecond
	// floodClients is how many wait for a profile at a time.
	floodClients = 64
)

// flooded measures how much of the throughput is left to others under the flood: how
// many answers fit into a second of the server's processor, beside how many did
// without the flood. By the clock it would be the same if nobody else used the machine.
func (r *rig) flooded(ctx context.Context, name string, key signKey) (_ row, err error) {
	others := comparison{ask: ask{host: autoconfigHost, target: autoconfigTarget}, check: thunderbirdReads}
	s, err := r.serveSignpost(ctx, r.signpost, false, r.signWith(key)...)
	if err != nil {
		return row{}, err
	}
	defer func() { err = errors.Join(err, s.stop()) }()
	if _, err := others.recorded(ctx, s); err != nil {
		return row{}, err
	}
	calm := r.wrk(others, http.StatusOK)
	f := &flood{address: s.address}
	m, err := r.inTurn(ctx, r.turnOf(s, calm), r.turnOf(s, f.beside(calm)))
	if err != nil {
		return row{}, err
	}
	var shares []float64
	for i := range m.first {
		shares = append(shares, 100*m.first[i].perAnswer()/m.second[i].perAnswer())
	}
	if asked := f.perSecond(); asked < leastFlood {
		return row{}, fmt.Errorf("%.0f profiles a second were asked for, want %d", asked, floodPerSecond)
	}
	share := median(shares)
	return row{
		name: name, goal: fmt.Sprintf("%.0f %%", 100*leastThroughput), reached: fmt.Sprintf("%.0f %%", share),
		missed: beyond(100*leastThroughput, share, 1), spread: spread(shares, "%.0f"), costs: f.String(),
	}, nil
}

// flood asks for profiles of people who have never been seen: each one is to be
// signed, or refused for now.
type flood struct {
	address string

	lasted                  time.Duration
	people, signed, refused atomic.Int64
}

// perSecond is how many were asked for.
func (f *flood) perSecond() float64 { return float64(f.people.Load()) / f.lasted.Seconds() }

// String says what became of a second's requests.
func (f *flood) String() string {
	seconds := f.lasted.Seconds()
	return fmt.Sprintf("a second %.0f signed, %.0f refused", float64(f.signed.Load())/seconds, float64(f.refused.Load())/seconds)
}

// beside floods a server as long as it is asked for something else.
func (f *flood) beside(others drive) drive {
	return func(ctx context.Context, s *server, duration time.Duration) (turn, error) {
		flooding, stop := context.WithCancel(ctx)
		var clients sync.WaitGroup
		due, failed := make(chan struct{}), make(chan error, floodClients)
		for range floodClients {
			clients.Go(func() {
				if err := f.profiles(ctx, due); err != nil {
					failed <- err
				}
			})
		}
		began := time.Now()
		clients.Go(func() { pace(flooding, due) })
		t, err := others(ctx, s, duration)
		stop()
		f.lasted += time.Since(began)
		clients.Wait()
		select {
		case failure := <-failed:
			return t, errors.Join(err, failure)
		default:
			return t, err
		}
	}
}

// pace says when the next profile is due, until the flood ends. What nobody had time
// for is made up for as soon as somebody has.
func pace(ctx context.Context, due chan<- struct{}) {
	defer close(due)
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	began, sent := time.Now(), 0
	for {
		for float64(sent) < time.Since(began).Seconds()*floodPerSecond {
			select {
			case due <- struct{}{}:
				sent++
			case <-ctx.Done():
				return
			}
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
	}
}

// profiles asks for one more person each time that one is due, on one connection. An
// http.Client would take more of the processor from wrk than the flood is worth.
func (f *flood) profiles(ctx context.Context, due <-chan struct{}) (err error) {
	conn, err := new(net.Dialer).DialContext(ctx, "tcp", f.address)
	if err != nil {
		return fmt.Errorf("connecting: %w", err)
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	answers := bufio.NewReader(conn)
	for range due {
		if err := conn.SetDeadline(time.Now().Add(patience)); err != nil {
			return fmt.Errorf("asking for a profile: %w", err)
		}
		_, err := fmt.Fprintf(conn, "GET /email.mobileconfig?email=user-%d@sina.com HTTP/1.1\r\nHost: %s\r\n\r\n", f.people.Add(1), autoconfigHost)
		if err != nil {
			return fmt.Errorf("asking for a profile: %w", err)
		}
		if err := f.read(answers); err != nil {
			return err
		}
	}
	return nil
}

// read reads a profile, or that there is none for now.
func (f *flood) read(answers *bufio.Reader) error {
	response, err := http.ReadResponse(answers, nil)
	if err != nil {
		return fmt.Errorf("reading a profile: %w", err)
	}
	body, err := io.ReadAll(response.Body)
	if err := errors.Join(err, response.Body.Close()); err != nil {
		return fmt.Errorf("reading a profile: %w", err)
	}
	switch {
	case response.StatusCode == http.StatusOK && len(body) > 0 && body[0] == derSequence:
		f.signed.Add(1)
	case response.StatusCode == http.StatusServiceUnavailable && response.Header.Get("Retry-After") != "":
		f.refused.Add(1)
	default:
		return fmt.Errorf("a profile: status %d and %d bytes that are not signed", response.StatusCode, len(body))
	}
	return nil
}
