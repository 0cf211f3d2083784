package main

import (
	"cmp"
	"crypto/x509"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/netip"
	"os"
	"slices"
	"strings"
	"time"

	"signpost/client/discovery"
	"signpost/internal/address"
	"signpost/internal/doctor"
	"signpost/internal/resolver"
)

// doctorCommand finds out what every mail client would do with an address.
type doctorCommand struct {
	Address     string           `arg:"" help:"Mail address, or a domain. It is sent to the servers of its domain as mail clients send it."`
	Clients     []string         `name:"client" placeholder:"NAME" help:"Look at this client only. Repeatable. Default: all."`
	JSON        bool             `name:"json" help:"Print JSON."`
	Verbose     bool             `short:"v" help:"Print notes, and every question with its answer."`
	Resolvers   []netip.AddrPort `name:"resolver" placeholder:"IP:PORT" help:"DNS server to ask. Repeatable. Default: those of /etc/resolv.conf."`
	Connect     string           `placeholder:"HOST:PORT" help:"Connect all https, and http, here whatever DNS says: a deployment that is not in DNS yet."`
	ConnectHTTP string           `name:"connect-http" placeholder:"HOST:PORT" help:"The same for plain http."`
	CA          string           `name:"ca" placeholder:"FILE" help:"Trust the certificate authorities in this PEM file, and no others."`
	Timeout     time.Duration    `default:"20s" placeholder:"DURATION" help:"How long it may take in all. Default: ${default}."`
}

// Run prints the report; an error among the findings is status 1.
func (c *doctorCommand) Run(env environment) error {
	asked, err := c.address()
	if err != nil {
		return err
	}
	options, err := c.options()
	if err != nil {
		return err
	}
	if isTerminal(env.stderr) {
		options.Progress = func(done, total int) {
			fmt.Fprintf(env.stderr, "\r%d of %d clients\x1b[K", done, total)
			if done == total {
				fmt.Fprint(env.stderr, "\r\x1b[K")
			}
		}
	}
	report := doctor.Run(env.ctx, asked, options)
	if err := c.print(env, report); err != nil {
		return err
	}
	if report.Errors > 0 {
		return errNo
	}
	return nil
}

// somebody is the part before the @ where only the domain is known.
const somebody = "some.body"

// address reads what was typed. A domain stands for somebody in it.
func (c *doctorCommand) address() (address.Address, error) {
	asked, err := address.ParseTyped(c.Address)
	if err != nil {
		return address.Address{}, fmt.Errorf("%q is neither an address nor a domain; write one such as name@example.com", c.Address)
	}
	asked.Local = cmp.Or(asked.Local, somebody)
	return asked, nil
}

func (c *doctorCommand) options() (doctor.Options, error) {
	options := doctor.Options{Clients: c.Clients, Connect: c.Connect, ConnectHTTP: c.ConnectHTTP, Limit: c.Timeout}
	if c.Timeout <= 0 {
		return options, fmt.Errorf("--timeout is %s; write a duration such as 20s", c.Timeout)
	}
	var known []string
	for _, each := range discovery.Clients() {
		known = append(known, each.Key)
	}
	for _, key := range c.Clients {
		if !slices.Contains(known, key) {
			return options, fmt.Errorf("--client %s is none; write one of %s", key, strings.Join(known, ", "))
		}
	}
	for _, flag := range []struct{ name, value string }{{"--connect", c.Connect}, {"--connect-http", c.ConnectHTTP}} {
		if flag.value == "" {
			continue
		}
		if _, _, err := net.SplitHostPort(flag.value); err != nil {
			return options, fmt.Errorf("%s is %q; write host:port", flag.name, flag.value)
		}
	}
	if c.CA != "" {
		pem, err := os.ReadFile(c.CA)
		if err != nil {
			return options, fmt.Errorf("reading the authorities of --ca: %w", err)
		}
		options.Roots = x509.NewCertPool()
		if !options.Roots.AppendCertsFromPEM(pem) {
			return options, fmt.Errorf("%s has no certificate in PEM form", c.CA)
		}
	}
	var err error
	options.Resolver, err = resolver.New(c.Resolvers)
	return options, err
}

func (c *doctorCommand) print(env environment, report doctor.Report) error {
	if c.JSON {
		encoder := json.NewEncoder(env.stdout)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(report); err != nil {
			return fmt.Errorf("writing the report: %w", err)
		}
		return nil
	}
	style := doctor.Style{Verbose: c.Verbose, Colour: isTerminal(env.stdout) && os.Getenv("NO_COLOR") == ""}
	if err := report.Write(env.stdout, style); err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	return nil
}

// isTerminal tells whether a person reads along.
func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
