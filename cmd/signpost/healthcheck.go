package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"time"
)

// healthcheckCommand is for containers without a shell: it asks the server on
// this machine for /healthz.
type healthcheckCommand struct {
	HTTP      string `name:"http" default:":8080" placeholder:"ADDR" help:"Where the server listens (${default})."`
	AdminHTTP string `name:"admin-http" placeholder:"ADDR" help:"Where /healthz is, if it has a listener of its own."`
}

const healthcheckTimeout = 3 * time.Second

// Run ends with status 0 if the server is well, else with 1 and a sentence.
func (c *healthcheckCommand) Run(env environment) error {
	listen := c.HTTP
	if c.AdminHTTP != "" {
		listen = c.AdminHTTP
	}
	target, err := localURL(listen)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(env.ctx, healthcheckTimeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, target, nil)
	if err != nil {
		return fmt.Errorf("asking %s: %w", target, err)
	}
	response, err := http.DefaultClient.Do(request)
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

// localURL turns a listening address into the URL to ask on this machine.
func localURL(listen string) (string, error) {
	host, port, err := net.SplitHostPort(listen)
	if err != nil {
		return "", fmt.Errorf("address %q is not of the form host:port or :port", listen)
	}
	if ip := net.ParseIP(host); host == "" || (ip != nil && ip.IsUnspecified()) {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port) + "/healthz", nil
}
