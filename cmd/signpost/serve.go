package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"syscall"
	"time"

	"signpost/autoconfig"
	"signpost/internal/accesslog"
	"signpost/internal/metrics"
	"signpost/internal/signing"
	"signpost/internal/watch"
	"signpost/provider"
)

// serveCommand runs the server until SIGTERM or SIGINT.
type serveCommand struct {
	providerFlags
	hostedFlags
	signFlags
	limitFlags
	tlsFlags
	doctorFlags
	HTTP           listenAddress `name:"http" default:":8080" placeholder:"ADDR" help:"Address to listen on for http (${default})."`
	AdminHTTP      listenAddress `name:"admin-http" placeholder:"ADDR" help:"Move /healthz, /readyz, /metrics and /doctor to a listener of their own."`
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
	access := accesslog.New(env.stderr, c.LogFormat == "json")
	defer access.Start()()
	log := slog.New(c.logHandler(access))
	defer stacksOnSignal(env.stderr)()
	if err := forbidCoreFiles(); err != nil {
		log.Warn("a crash could leave a core file with what was asked in it", "error", err)
	}
	// Before the files are read: a change while they are is not missed.
	watcher := watch.New(c.providerFlags.files()...)
	keyWatcher := watch.New(append(c.signFlags.files(), c.paths()...)...)
	if err := c.check(); err != nil {
		return err
	}
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
	options, err := c.options(log, access, counts)
	if err != nil {
		return err
	}
	options.Signer = signer(pair)
	handler, err := c.handler(env.ctx, table, options)
	if err != nil {
		return err
	}
	open, err := c.listen(env.ctx, handler, options.TrustedProxies, log)
	if err != nil {
		return err
	}
	open.secured.serve(provider.DomainsOf(read.own))
	defer open.secured.start(env.ctx)()
	c.count(counts, table, pair, open.secured)
	logEmpty(log, read.empty)
	logShadowed(log, table, read.own)
	logISPDB(log, read.report)
	reload := &reloader{
		flags: c.providerFlags, watcher: watcher, swap: handler.SetTable,
		signing: pair, secured: open.secured, keyWatcher: keyWatcher, metrics: counts, log: log,
	}
	defer reload.start(env.ctx, c.ReloadInterval)()
	log.With(open.where...).Info("serving", "providers", len(table.Providers()), "domains", table.Domains())
	err = serveAll(env.ctx, open.servers, open.listeners, func() {
		handler.Drain()
		log.Info("draining: no new requests, those under way finish")
	})
	log.Info("stopped")
	return err
}

// handler answers from table, and has the doctor's page if it is switched on.
func (c *serveCommand) handler(ctx context.Context, table *provider.Table, options autoconfig.Options) (*autoconfig.Handler, error) {
	var handler *autoconfig.Handler
	// The page asks for the table of the moment.
	serves := func(domain string) bool { return handler.Serves(domain) }
	var err error
	if options.Doctor, err = c.page(ctx, c.Resolvers, serves, options.TrustedProxies, options.Log); err != nil {
		return nil, err
	}
	handler, err = autoconfig.New(table, options)
	return handler, err
}

// count begins to count what there is from the start.
func (c *serveCommand) count(counts *metrics.Metrics, table *provider.Table, pair *signing.Files, secured *security) {
	counts.Table(table, time.Now())
	if pair != nil {
		counts.Signing(pair)
	}
	if secured != nil {
		counts.TLS(secured)
	}
}

// listening are the servers and their listeners, in the order in which they are
// shut down, and where they listen, for the log.
type listening struct {
	servers   []*http.Server
	listeners []net.Listener
	where     []any
	// secured is TLS, or nil.
	secured *security
}

func (l *listening) add(name string, listener net.Listener, server *http.Server) {
	l.servers = append(l.servers, server)
	l.listeners = append(l.listeners, listener)
	l.where = append(l.where, slog.String(name, listener.Addr().String()))
}

// close gives the listeners back when there will be no server.
func (l *listening) close() error {
	var errs []error
	for _, listener := range l.listeners {
		errs = append(errs, listener.Close())
	}
	return errors.Join(errs...)
}

// listen opens every listener: the limits are for the world, not for those who
// watch over the process.
func (c *serveCommand) listen(ctx context.Context, handler *autoconfig.Handler, proxies []netip.Prefix, log *slog.Logger) (*listening, error) {
	open := &listening{}
	listener, err := listen(ctx, c.HTTP, "--http")
	if err != nil {
		return nil, err
	}
	bounded, served, err := c.bound(listener, handler, proxies)
	if err != nil {
		return nil, errors.Join(err, listener.Close())
	}
	plain := newServer(served, log)
	open.add("http", bounded, plain)
	if c.HTTPS != "" {
		if err := c.listenTLS(ctx, open, handler, proxies, log); err != nil {
			return nil, errors.Join(err, open.close())
		}
		plain.Handler = open.secured.challenges(served)
	}
	if c.AdminHTTP != "" {
		admin, err := listen(ctx, c.AdminHTTP, "--admin-http")
		if err != nil {
			return nil, errors.Join(err, open.close())
		}
		open.add("admin_http", admin, newServer(handler.Operations(), log))
	}
	return open, nil
}

// listenTLS opens the listener for https, with certificates behind the limits.
func (c *serveCommand) listenTLS(ctx context.Context, open *listening, handler http.Handler, proxies []netip.Prefix, log *slog.Logger) error {
	listener, err := listen(ctx, c.HTTPS, "--https")
	if err != nil {
		return err
	}
	open.secured, err = c.secure(open.listeners[0].Addr(), listener.Addr(), c.PublicURL, log)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	bounded, served, err := c.bound(listener, handler, proxies)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	server := newServer(served, log)
	// The first handshake for a name may wait for its certificate.
	server.ReadHeaderTimeout = readTimeout
	open.add("https", open.secured.listener(bounded), server)
	return nil
}

func (c *serveCommand) options(log *slog.Logger, access *accesslog.Log, counts *metrics.Metrics) (autoconfig.Options, error) {
	hosts, err := c.hosts()
	if err != nil {
		return autoconfig.Options{}, err
	}
	options := autoconfig.Options{
		MX:             hosts,
		PublicURL:      c.PublicURL,
		TLS:            c.HTTPS != "",
		HideOperations: c.AdminHTTP != "",
		Metrics:        counts.Handler(),
		Log:            log,
		Observe: func(s autoconfig.Served) {
			counts.Observe(s)
			access.Observe(s)
		},
	}
	for _, p := range c.TrustedProxies {
		options.TrustedProxies = append(options.TrustedProxies, netip.Prefix(p))
	}
	options.Limiter, err = c.limiter(options.TrustedProxies)
	return options, err
}

func (c *serveCommand) logHandler(w io.Writer) slog.Handler {
	if c.LogFormat == "json" {
		return slog.NewJSONHandler(w, nil)
	}
	return slog.NewTextHandler(w, nil)
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
