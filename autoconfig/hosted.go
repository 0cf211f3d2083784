package autoconfig

import (
	"context"

	"signpost/provider"
)

// MXHosts says which hosts take the mail of a domain, the preferred one first.
// It is asked by many goroutines at once, bounds its own time, and leaves when
// the context ends. An error of any kind means that nothing is known.
type MXHosts interface {
	Hosts(ctx context.Context, domain string) ([]string, error)
}

// hosted finds the provider that a domain which is not in the table has its mail
// at, by DNS. It is the only thing on the way of a request that waits for
// anything, it is off unless Options.MX is set, and no domain in the table gets
// here. Only the domain of an address, or one that was asked for by name, is
// looked up: a Host header, which anybody can set, starts no DNS.
func (h *Handler) hosted(ctx context.Context, table *provider.Table, q *Query) (*provider.Provider, error) {
	domain := q.Address.Domain
	if domain == "" {
		domain = q.Domain
	}
	if h.options.MX == nil || domain == "" {
		return nil, errNotServed
	}
	hosts, err := h.options.MX.Hosts(ctx, domain)
	if err != nil {
		return nil, errNotServed
	}
	for _, host := range hosts {
		if p, ok := table.LookupMX(host); ok {
			q.Domain, q.Local = domain, q.Address.Local
			return p, nil
		}
	}
	return nil, errNotServed
}
