package main

import (
	"context"
	"log/slog"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"signpost/internal/metrics"
	"signpost/internal/signing"
	"signpost/internal/watch"
	"signpost/provider"
)

// A reloader builds a new table when the provider files change, checks it aside,
// and swaps it in. A bad one changes nothing: the old table answers on.
type reloader struct {
	flags   providerFlags
	watcher *watch.Watcher
	// swap puts a table in place of the one that answers.
	swap func(*provider.Table)
	// signing is the pair that signs profiles, or nil.
	signing *signing.Files
	// secured are the certificates for https, or nil.
	secured *security
	// keyWatcher watches the files of both.
	keyWatcher *watch.Watcher
	metrics    *metrics.Metrics
	log        *slog.Logger
}

// start runs the reloader beside the servers; the returned function waits for its
// end, after that of the context.
func (r *reloader) start(ctx context.Context, every time.Duration) (wait func()) {
	ctx, cancel := context.WithCancel(ctx)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGHUP)
	done := make(chan struct{})
	go func() {
		defer close(done)
		r.run(ctx, every, signals)
	}()
	return func() {
		signal.Stop(signals)
		cancel()
		<-done
	}
}

// run waits for changes until the context ends: it looks at the files every so
// often (0: never), and a signal asks it to reload whether they have changed or not.
func (r *reloader) run(ctx context.Context, every time.Duration, signals <-chan os.Signal) {
	r.watcher.Pause, r.keyWatcher.Pause = new(pace).pause, new(pace).pause
	giveBack()
	var ticks <-chan time.Time
	if every > 0 {
		ticker := time.NewTicker(every)
		defer ticker.Stop()
		ticks = ticker.C
	}
	for {
		select {
		case <-ctx.Done():
			return
		case <-signals:
			r.watcher.Loaded()
			r.reload("signal")
			r.reloadKeys()
		case <-ticks:
			if r.watcher.Changed() {
				r.reload("changed files")
			}
			if r.keyWatcher.Changed() {
				r.reloadKeys()
			}
		}
	}
}

// reloadKeys reads certificates and keys anew; what is wrong with one is logged
// there, and the old one stays while it is good.
func (r *reloader) reloadKeys() {
	if r.signing != nil {
		_ = r.signing.Reload()
	}
	r.secured.reload()
}

func (r *reloader) reload(why string) {
	defer giveBack()
	begin := time.Now()
	read, err := r.flags.readWith(provider.Loader{Pause: new(pace).pause})
	var table *provider.Table
	if err == nil {
		table, err = read.table()
	}
	r.metrics.Reload(err)
	if err != nil {
		logProblems(r.log, err)
		r.log.Error("the old table stays", "reason", why)
		return
	}
	r.swap(table)
	r.secured.serve(provider.DomainsOf(read.own))
	r.metrics.Table(table, time.Now())
	logEmpty(r.log, read.empty)
	logShadowed(r.log, table, read.own)
	logISPDB(r.log, read.report)
	r.log.Info("reloaded", "reason", why, "providers", len(table.Providers()), "domains", table.Domains(), "took", time.Since(begin))
}

// giveBack returns to the system what a load has taken and left: with a million
// domains as much again as the table, and the next load would come on top.
func giveBack() { debug.FreeOSMemory() }
