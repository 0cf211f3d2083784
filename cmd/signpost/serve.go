package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"syscall"
	"time"

	"signpost/autoconfig"
	"signpost/internal/metrics"
	"signpost/internal/watch"
)

// serveCommand runs the server until SIGTERM or SIGINT.
type serveCommand struct {
	providerFlags
	hostedFlags
	signFlags
	HTTP           listenAddress `name:"http" default:":8080" placeholder:"ADDR" help:"Address to listen on for http (${default})."`
	AdminHTTP      listenAddress `name:"admin-http" placeholder:"ADDR" help:"Move /healthz, /readyz and /metrics to a listener of their own."`
	PublicURL      *url.URL      `name:"public-url" placeholder:"URL" help:"The https address of this server, such as https://autoconfig.example.com."`
	TrustedProxies []proxyPrefix `name:"trusted-proxy" placeholder:"CIDR" help:"Proxy whose X-Forwarded-* headers are believed. Repeatable."`
	ReloadInterval time.Duration `name:"reload-interval" default:"5s" placeholder:"DURATION" help:"How often to look for changed provider files (${default}); 0 leaves it to SIGHUP."`
	LogFormat      string        `name:"log-format" enum:"text,json" default:"text" help:"Form of the log: text or json."`
}

// Limits of every connection: a mail client sends a few hundred bytes and gives
// up after five seconds.
const (
	readHeaderTimeout = 5 * time.Second
	readTimeout       = 10 * time.Second
	writeTimeout      = 10 * time.Second
	idleTimeout       = 60 * time.Second
	// maxHeaderBytes makes 16 KiB together with the 4 KiB that net/http adds.
	maxHeaderBytes = 16<<10 - 4<<10
	// drainTimeout leaves time to exit within 7 s of SIGTERM.
	drainTimeout = 6 * time.Second
)

// Run serves until the context ends, then finishes what is under way.
func (c *serveCommand) Run(env environment) error {
	log := slog.New(c.logHandler(env))
	// Before the files are read: a change while they are is not missed.
	watcher := watch.New(c.providerFlags.files()...)
	signWatcher := watch.New(c.signFlags.files()...)
	read, err := c.read()
	if err != nil {
		return err
	}
	table, err := read.table()
	if err != nil {
		return err
	}
	pair, err := c.open(log)
	if err != nil {
		return err
	}
	counts := metrics.New(versionText())
	options, err := c.options(log, counts)
	if err != nil {
		return err
	}
	options.Signer = signer(pair)
	handler, err := autoconfig.New(table, options)
	if err != nil {
		return err
	}
	listener, err := listen(env.ctx, c.HTTP, "--http")
	if err != nil {
		return err
	}
	listeners := []net.Listener{listener}
	servers := []*http.Server{newServer(handler, log)}
	where := []any{slog.String("http", listener.Addr().String())}
	if c.AdminHTTP != "" {
		admin, err := listen(env.ctx, c.AdminHTTP, "--admin-http")
		if err != nil {
			return errors.Join(err, listener.Close())
		}
		listeners = append(listeners, admin)
		servers = append(servers, newServer(handler.Operations(), log))
		where = append(where, slog.String("admin_http", admin.Addr().String()))
	}
	counts.Table(table, time.Now())
	logShadowed(log, table, read.own)
	logISPDB(log, read.report)
	if pair != nil {
		counts.Signing(pair)
	}
	reload := &reloader{
		flags: c.providerFlags, watcher: watcher, swap: handler.SetTable,
		signing: pair, signWatcher: signWatcher, metrics: counts, log: log,
	}
	stopReloading := reload.start(env.ctx, c.ReloadInterval)
	defer stopReloading()
	log.With(where...).Info("serving", "providers", len(table.Providers()), "domains", table.Domains())
	err = serveAll(env.ctx, servers, listeners, func() {
		handler.Drain()
		log.Info("draining: no new requests, those under way finish")
	})
	log.Info("stopped")
	return err
}

func (c *serveCommand) options(log *slog.Logger, counts *metrics.Metrics) (autoconfig.Options, error) {
	hosts, err := c.hosts()
	if err != nil {
		return autoconfig.Options{}, err
	}
	options := autoconfig.Options{
		MX:             hosts,
		PublicURL:      c.PublicURL,
		HideOperations: c.AdminHTTP != "",
		Metrics:        counts.Handler(),
		Log:            log,
		Observe:        counts.Observe,
	}
	for _, p := range c.TrustedProxies {
		options.TrustedProxies = append(options.TrustedProxies, netip.Prefix(p))
	}
	return options, nil
}

func (c *serveCommand) logHandler(env environment) slog.Handler {
	if c.LogFormat == "json" {
		return slog.NewJSONHandler(env.stderr, nil)
	}
	return slog.NewTextHandler(env.stderr, nil)
}

func newServer(handler http.Handler, log *slog.Logger) *http.Server {
	return &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: readHeaderTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    maxHeaderBytes,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}
}

// serveAll runs the servers until the context ends or one of them fails. Then it
// says so by drain and shuts them down in their order: no new requests, those
// under way finish. The operations come last, so that /readyz says no to whoever
// asks while the main server drains.
func serveAll(ctx context.Context, servers []*http.Server, listeners []net.Listener, drain func()) error {
	failed := make(chan error, len(servers))
	for i, server := range servers {
		go func() { failed <- server.Serve(listeners[i]) }()
	}
	var failure error
	select {
	case <-ctx.Done():
	case failure = <-failed:
	}
	drain()
	draining, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTimeout)
	defer cancel()
	for _, server := range servers {
		if err := server.Shutdown(draining); err != nil {
			// The time is up: what is left is cut off.
			_ = server.Close()
		}
	}
	if failure != nil {
		return fmt.Errorf("serving: %w", failure)
	}
	return nil
}

// listen opens a TCP listener and says in words why it cannot.
func listen(ctx context.Context, address listenAddress, flag string) (net.Listener, error) {
	setting := flag + " or " + environmentName(flag)
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", string(address))
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("another program already listens on %s; stop it, or choose another address with %s", address, setting)
	case errors.Is(err, syscall.EACCES), errors.Is(err, os.ErrPermission):
		return nil, fmt.Errorf("not allowed to listen on %s; choose a port from 1024 on with %s, or grant CAP_NET_BIND_SERVICE", address, setting)
	case err != nil:
		return nil, fmt.Errorf("listening on %s (%s): %w", address, setting, err)
	}
	return listener, nil
}
