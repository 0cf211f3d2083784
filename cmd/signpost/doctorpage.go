package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/netip"

	"signpost/autoconfig"
	"signpost/internal/address"
	"signpost/internal/doctor"
	"signpost/internal/doctorpage"
	"signpost/internal/limits"
	"signpost/internal/resolver"
)

// doctorFlags switch /doctor on. It stands where /healthz, /readyz and /metrics do:
// with --admin-http it is for those who reach that listener, else for everybody.
type doctorFlags struct {
	Doctor bool `name:"doctor" help:"Serve /doctor: the report of signpost doctor, in a browser, on the domains that are served here."`
}

const (
	// doctorRuns is how many domains are examined at a time; each run sends about a
	// hundred requests to others.
	doctorRuns = 2
	// doctorBurst is how many runs one client may start at once, and in each minute
	// from then on.
	doctorBurst = 3
)

// page is nil if /doctor is off. Runs end with ctx, so that nobody waits for them when
// the server stops.
func (f doctorFlags) page(
	ctx context.Context, servers []netip.AddrPort, serves func(string) bool, proxies []netip.Prefix, log *slog.Logger,
) (autoconfig.Doctor, error) {
	if !f.Doctor {
		return nil, nil
	}
	limiter, err := limits.New(limits.Options{Rate: doctorBurst / 60., Burst: doctorBurst, Places: doctorRuns, Exempt: proxies})
	if err != nil {
		return nil, fmt.Errorf("setting up --doctor: %w", err)
	}
	// Said at the start, not to the first visitor.
	if _, err := resolver.New(servers); err != nil {
		return nil, fmt.Errorf("setting up --doctor: %w", err)
	}
	page, err := doctorpage.New(doctorpage.Options{Run: examine(ctx, servers), Serves: serves, Limiter: limiter, Log: log})
	if err != nil {
		return nil, fmt.Errorf("setting up --doctor: %w", err)
	}
	return page.Serve, nil
}

// examine is a run for a stranger: it asks nobody but the public Internet, about
// somebody who does not exist.
func examine(serving context.Context, servers []netip.AddrPort) doctorpage.Run {
	return func(ctx context.Context, domain string, progress func(done, total int)) doctor.Report {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		defer context.AfterFunc(serving, cancel)()
		// A Resolver remembers what it has heard, so each run has its own.
		asked, err := resolver.New(servers)
		if err != nil {
			return doctor.Report{Domain: domain, Cut: true}
		}
		somebody := address.Address{Local: somebody, Domain: domain}
		return doctor.Run(ctx, somebody, doctor.Options{
			Resolver: asked, PublicOnly: true, Limit: doctorpage.Limit, Progress: progress,
		})
	}
}
