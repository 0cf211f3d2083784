package main

import (
	"fmt"
	"net/netip"

	"signpost/autoconfig"
	"signpost/internal/mx"
)

// hostedFlags switch the search by MX on, for domains that no table has.
type hostedFlags struct {
	ResolveMX bool             `name:"resolve-mx" help:"Find the provider of unknown domains by asking DNS for their MX hosts."`
	Resolvers []netip.AddrPort `name:"resolver" placeholder:"IP:PORT" help:"DNS server to ask. Repeatable. Default: those of /etc/resolv.conf."`
}

// hosts is nil if the search is off.
func (f hostedFlags) hosts() (autoconfig.MXHosts, error) {
	if !f.ResolveMX {
		return nil, nil
	}
	resolver, err := mx.New(mx.Options{Servers: f.Resolvers})
	if err != nil {
		return nil, fmt.Errorf("setting up --resolve-mx: %w", err)
	}
	return resolver, nil
}
