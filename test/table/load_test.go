//go:build table

package table_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync"
	"time"
)

const (
	// connections ask for perSecond answers together, each at its own beat.
	connections = 8
	perSecond   = 2000
)

// load is clients that ask at a fixed rate, each over one connection.
type load struct {
	times   times
	cancel  context.CancelFunc
	clients sync.WaitGroup
	errs    [connections]error
}

// times are how long answers took.
type times struct {
	mu    sync.Mutex
	taken []time.Duration
}

func (t *times) add(took time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.taken = append(t.taken, took)
}

// take is what came since the last time.
func (t *times) take() []time.Duration {
	t.mu.Lock()
	defer t.mu.Unlock()
	taken := t.taken
	t.taken = make([]time.Duration, 0, len(taken))
	return taken
}

func startLoad(address string) *load {
	ctx, cancel := context.WithCancel(context.Background())
	l := &load{cancel: cancel}
	for i := range connections {
		l.clients.Go(func() { l.errs[i] = l.ask(ctx, address, i) })
	}
	return l
}

// stop ends the clients; the error is that of a request that failed.
func (l *load) stop() error {
	l.cancel()
	l.clients.Wait()
	return errors.Join(l.errs[:]...)
}

// ask asks for one domain of the list after the other, at every beat. An answer
// that is late keeps the next question waiting, and the time of that one counts
// from its beat.
func (l *load) ask(ctx context.Context, address string, client int) error {
	connection, err := net.Dial("tcp", address) //nolint:noctx // the server is on loopback, and there.
	if err != nil {
		return err
	}
	defer func() { _ = connection.Close() }()
	answers := bufio.NewReader(connection)
	const beat = connections * time.Second / perSecond
	due := time.Now().Add(beat * time.Duration(client) / connections)
	for n := client; ; n += connections {
		begin := due
		if wait := time.Until(due); wait > 0 {
			time.Sleep(wait)
			// The clock of this process being late is not the server's doing.
			begin = time.Now()
		}
		if ctx.Err() != nil {
			return nil
		}
		if err := askOnce(connection, answers, address, domain(n*9973%domains)); err != nil {
			return err
		}
		l.times.add(time.Since(begin))
		due = due.Add(beat)
	}
}

// askOnce asks as Thunderbird does of a database.
func askOnce(connection io.Writer, answers *bufio.Reader, address, domain string) error {
	if _, err := fmt.Fprintf(connection, "GET /v1.1/%s HTTP/1.1\r\nHost: %s\r\n\r\n", domain, address); err != nil {
		return err
	}
	response, err := http.ReadResponse(answers, nil)
	if err != nil {
		return fmt.Errorf("%s: %w", domain, err)
	}
	defer func() { _ = response.Body.Close() }()
	if _, err := io.Copy(io.Discard, response.Body); err != nil {
		return fmt.Errorf("%s: %w", domain, err)
	}
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: status %d", domain, response.StatusCode)
	}
	return nil
}
