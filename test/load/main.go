//go:build load

// Command load asks a running `signpost serve` as fast as it can, beside a bare
// net/http server that writes the same bytes, and prints what an answer costs as a
// ratio of the two. See docs/performance.md.
//
// It is run by `make load`, on Linux with wrk and taskset and at least two
// processors: the servers have the first one, what asks them has the second one.
// With -profile it is run by `make profile`.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx)
	stop()
	if err != nil {
		fmt.Fprintf(os.Stderr, "load: %v\n", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	rounds := flag.Int("rounds", 15, "how often each server has its turn in each case")
	seconds := flag.Int("seconds", 1, "how long a turn is")
	only := flag.String("only", "", "measure the cases with this in their name only")
	profile := flag.String("profile", "", "measure nothing: write a CPU profile of all cases to this `file`")
	flag.Parse()
	if *rounds < 1 || *seconds < 1 || flag.NArg() > 0 {
		return errors.New("-rounds and -seconds must be 1 at least, and there are no arguments")
	}
	r, err := newRig(ctx, *rounds, time.Duration(*seconds)*time.Second)
	if err != nil {
		return err
	}
	defer r.close()
	if *profile != "" {
		return r.profile(ctx, *profile)
	}
	rows, err := r.measure(ctx, *only)
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		return fmt.Errorf("no case has %q in its name", *only)
	}
	fmt.Print(r.table(rows))
	return verdict(rows)
}

// experiment is one row of the table before it is measured.
type experiment struct {
	name    string
	measure func(context.Context) (row, error)
}

// The names of the rows that are no cases.
const (
	nullName  = "bare against bare"
	startName = "start to first answer, built-in table"
	idleName  = "resident memory, idle"
)

// experiments are the rows in their order.
func (r *rig) experiments() []experiment {
	all := []experiment{{nullName, r.null}}
	for _, c := range r.cases() {
		all = append(all, experiment{c.name, func(ctx context.Context) (row, error) { return r.compare(ctx, c) }})
	}
	for _, key := range []signKey{rsa2048, ecdsaP256} {
		name := "autoconfig while 1,000 profiles a second are asked for, " + string(key)
		all = append(all, experiment{name, func(ctx context.Context) (row, error) { return r.flooded(ctx, name, key) }})
	}
	return append(all, experiment{startName, r.start}, experiment{idleName, r.idle})
}

// measure fills the rows. A case that cannot be measured becomes a row that says why.
func (r *rig) measure(ctx context.Context, only string) ([]row, error) {
	var rows []row
	for _, e := range r.experiments() {
		if !strings.Contains(e.name, only) {
			continue
		}
		measured, err := e.measure(ctx)
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if err != nil {
			measured = row{name: e.name, broken: err}
		}
		fmt.Fprintln(os.Stderr, measured.line())
		rows = append(rows, measured)
	}
	return rows, nil
}

// verdict is an error if a goal is missed or a case could not be measured.
func verdict(rows []row) error {
	missed, broken := 0, 0
	for _, r := range rows {
		switch {
		case r.broken != nil:
			broken++
		case r.missed:
			missed++
		}
	}
	if missed+broken > 0 {
		return fmt.Errorf("%d goals are missed, %d cases could not be measured", missed, broken)
	}
	return nil
}
