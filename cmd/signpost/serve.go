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
)

// serveCommand runs the server until SIGTERM or SIGINT.
type serveCommand struct {
	providerFlags
	HTTP           string         `name:"http" default:":8080" placeholder:"ADDR" help:"Address to listen on for http (${default})."`
	AdminHTTP      string         `name:"admin-http" placeholder:"ADDR" help:"Move /healthz and /readyz to a listener of their own."`
	PublicURL      *url.URL       `name:"public-url" placeholder:"URL" help:"The https address of this server, such as https://autoconfig.example.com."`
	TrustedProxies []netip.Prefix `name:"trusted-proxy" placeholder:"CIDR" help:"Proxy whose X-Forwarded-* headers are believed. Repeatable."`
	LogFormat      string         `name:"log-format" enum:"text,json" default:"text" help:"Form of the log: text or json."`
}

// Limits of every connection: a mail client sends a few hundred bytes and gives
// up after five seconds.
const (
	readHeaderTimeout = 5 * time.Second
	readTimeout       = 10 * time.Second
	writeTimeout      = 10 * time.Second
	idleTimeout       = 60 * time.Second
	maxHeaderBytes    = 16 << 10
	// drainTimeout leaves time to exit within 7 s of SIGTERM.
	drainTimeout = 6 * time.Second
)

// Run serves until the context ends, then finishes what is under way.
func (c *serveCommand) Run(env environment) error {
	log := slog.New(c.logHandler(env))
	table, err := c.table()
	if err != nil {
		return err
	}
	handler, err := autoconfig.New(table, autoconfig.Options{
		PublicURL:      c.PublicURL,
		TrustedProxies: c.TrustedProxies,
		HideOperations: c.AdminHTTP != "",
		Log:            log,
	})
	if err != nil {
		return err
	}
	listener, err := listen(env.ctx, c.HTTP, "--http")
	if err != nil {
		return err
	}
	listeners := []net.Listener{listener}
	servers := []*http.Server{newServer(handler, log)}
	if c.AdminHTTP != "" {
		admin, err := listen(env.ctx, c.AdminHTTP, "--admin-http")
		if err != nil {
			return errors.Join(err, listener.Close())
		}
		listeners = append(listeners, admin)
		servers = append(servers, newServer(handler.Operations(), log))
	}
	log.Info("serving", "http", listener.Addr().String(), "providers", len(table.Providers()), "domains", table.Domains())
	return serveAll(env.ctx, handler, servers, listeners)
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

// serveAll runs the servers until the context ends or one of them fails, then
// drains all of them: no new requests, those under way finish.
func serveAll(ctx context.Context, handler *autoconfig.Handler, servers []*http.Server, listeners []net.Listener) error {
	failed := make(chan error, len(servers))
	for i, server := range servers {
		go func() { failed <- server.Serve(listeners[i]) }()
	}
	var failure error
	select {
	case <-ctx.Done():
	case failure = <-failed:
	}
	handler.Drain()
	draining, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTimeout)
	defer cancel()
	for _, server := range servers {
		if err := server.Shutdown(draining); err != nil {
			// The time is up: what is left is cut off.
			_ = server.Close()
		}
	}
	if failure != nil && !errors.Is(failure, http.ErrServerClosed) {
		return fmt.Errorf("serving: %w", failure)
	}
	return nil
}

// listen opens a TCP listener and says in words why it cannot.
func listen(ctx context.Context, address, flag string) (net.Listener, error) {
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", address)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("another program already listens on %s; stop it, or choose another address with %s", address, flag)
	case errors.Is(err, syscall.EACCES), errors.Is(err, os.ErrPermission):
		return nil, fmt.Errorf("not allowed to listen on %s; choose a port from 1024 on with %s, or grant CAP_NET_BIND_SERVICE", address, flag)
	case err != nil:
		return nil, fmt.Errorf("listening on %s (%s): %w", address, flag, err)
	}
	return listener, nil
}
