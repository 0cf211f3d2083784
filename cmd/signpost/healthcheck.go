package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"syscall"
	"time"
)

// healthcheckCommand is for containers without a shell: it asks the server on
// this machine for /healthz.
type healthcheckCommand struct {
	HTTP      listenAddress `name:"http" default:":8080" placeholder:"ADDR" help:"Where the server listens (${default})."`
	AdminHTTP listenAddress `name:"admin-http" placeholder:"ADDR" help:"Where /healthz is, if it has a listener of its own."`
}

const healthcheckTimeout = 3 * time.Second

// Run ends with status 0 if the server is well, else with 1 and a sentence.
func (c *healthcheckCommand) Run(env environment) error {
	target, err := localURL(cmp.Or(c.AdminHTTP, c.HTTP))
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(env.ctx, healthcheckTimeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, target, http.NoBody)
	if err != nil {
		return fmt.Errorf("asking %s: %w", target, err)
	}
	// No proxy, whatever HTTP_PROXY says: the server is on this machine.
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	response, err := client.Do(request)
	if errors.Is(err, syscall.ECONNREFUSED) {
		fmt.Fprintf(env.stderr, "signpost: no server listens on %s; is it running, and is this its --http or --admin-http?\n", request.URL.Host)
		return errNo
	}
	if err != nil {
		fmt.Fprintf(env.stderr, "signpost: no answer from %s: %v\n", target, err)
		return errNo
	}
	defer response.Body.Close() //nolint:errcheck // nothing is read from it.
	if response.StatusCode != http.StatusOK {
		fmt.Fprintf(env.stderr, "signpost: %s answered %s\n", target, response.Status)
		return errNo
	}
	fmt.Fprintln(env.stdout, "ok")
	return nil
}

// localURL turns a listening address into the URL to ask on this machine. It
// holds no localhost: an empty container has no /etc/hosts to find it in.
func localURL(listen listenAddress) (string, error) {
	host, port, err := net.SplitHostPort(string(listen))
	if err != nil {
		return "", fmt.Errorf("reading the address %q: %w", listen, err)
	}
	switch ip := net.ParseIP(host); {
	case host == "", ip.Equal(net.IPv4zero):
		host = "127.0.0.1"
	case ip.Equal(net.IPv6zero):
		host = "::1"
	}
	return "http://" + net.JoinHostPort(host, port) + "/healthz", nil
}
