package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"net/url"

	"signpost/internal/autotls"
	"signpost/internal/metrics"
)

// tlsFlags say how the program terminates TLS itself, if it does.
type tlsFlags struct {
	HTTPS         listenAddress `name:"https" placeholder:"ADDR" help:"Address to listen on for https, with --tls-cert or --acme."`
	TLSCert       string        `name:"tls-cert" placeholder:"FILE" help:"Certificate for https, with its intermediates (PEM)."`
	TLSKey        string        `name:"tls-key" placeholder:"FILE" help:"Its private key (PEM)."`
	ACME          bool          `name:"acme" help:"Get certificates for the discovery names of every own domain by ACME."`
	ACMEEmail     string        `name:"acme-email" placeholder:"ADDRESS" help:"Where the CA writes to when something is wrong."`
	ACMECA        *url.URL      `name:"acme-ca" placeholder:"URL" help:"Directory of the CA. Default: Let's Encrypt."`
	ACMEStorage   string        `name:"acme-storage" default:"acme" placeholder:"PLACE" help:"Directory for certificates and keys (${default}), or the PostgreSQL database that replicas share: postgres://user:password@host/database."`
	ACMEAddresses []netip.Addr  `name:"acme-address" placeholder:"IP" help:"Address under which the world reaches this machine; a name that leads elsewhere is not tried. Repeatable. Default: the host of --public-url."`
}

// security is TLS as the server needs it; nil is plain http.
type security struct {
	metrics.Certificates
	manager *autotls.Manager
	files   *autotls.Files
}

// check refuses flags that contradict each other.
func (f tlsFlags) check() error {
	pair := f.TLSCert != "" || f.TLSKey != ""
	switch {
	case pair && f.ACME:
		return errors.New("--acme and --tls-cert exclude each other; use one of them")
	case pair && (f.TLSCert == "" || f.TLSKey == ""):
		return errors.New("--tls-cert and --tls-key go together")
	case f.HTTPS == "" && (pair || f.ACME):
		return errors.New("certificates need an address to be served at: add --https :443")
	case f.HTTPS != "" && !pair && !f.ACME:
		return errors.New("--https needs certificates: add --tls-cert and --tls-key, or --acme")
	}
	return nil
}

// secure makes the certificates ready for the addresses that are listened on.
func (f tlsFlags) secure(plain, secured net.Addr, public *url.URL, log *slog.Logger) (*security, error) {
	if f.HTTPS == "" {
		return nil, nil
	}
	if !f.ACME {
		files, err := autotls.OpenFiles(f.TLSCert, f.TLSKey, log, nil)
		if err != nil {
			return nil, fmt.Errorf("reading the certificate for https: %w", err)
		}
		return &security{Certificates: files, files: files}, nil
	}
	storage, err := autotls.OpenStorage(f.ACMEStorage, log)
	if err != nil {
		return nil, fmt.Errorf("opening --acme-storage: %w", err)
	}
	options := autotls.Options{Email: f.ACMEEmail, Storage: storage, HTTP: plain, HTTPS: secured, Log: log}
	if f.ACMECA != nil {
		options.CA = f.ACMECA.String()
	}
	if public != nil {
		options.Hosts = []string{public.Hostname()}
	}
	if public != nil || len(f.ACMEAddresses) > 0 {
		options.PointsHere = autotls.PointsHere(net.DefaultResolver, f.ACMEAddresses, options.Hosts...)
	}
	manager, err := autotls.New(options)
	if err != nil {
		return nil, fmt.Errorf("setting up --acme: %w", err)
	}
	return &security{Certificates: manager, manager: manager}, nil
}

// paths are what a change of the certificate can come from.
func (f tlsFlags) paths() []string {
	if f.TLSCert == "" {
		return nil
	}
	return []string{f.TLSCert, f.TLSKey}
}

// listener puts TLS around a listener.
func (s *security) listener(inner net.Listener) net.Listener {
	if s.manager != nil {
		return s.manager.Listener(inner)
	}
	return s.files.Listener(inner)
}

// challenges answers those of the CA before anything else on port 80.
func (s *security) challenges(next http.Handler) http.Handler {
	if s == nil || s.manager == nil {
		return next
	}
	return s.manager.HTTPHandler(next)
}

// serve tells for which domains there shall be certificates.
func (s *security) serve(domains iter.Seq[string]) {
	if s != nil && s.manager != nil {
		s.manager.SetDomains(domains)
	}
}

// start gets and renews certificates until the context ends.
func (s *security) start(ctx context.Context) (wait func()) {
	if s == nil || s.manager == nil {
		return func() {}
	}
	return s.manager.Start(ctx)
}

// reload reads the files again; what is wrong with them is logged there, and the
// old certificate stays.
func (s *security) reload() {
	if s != nil && s.files != nil {
		_ = s.files.Reload()
	}
}
