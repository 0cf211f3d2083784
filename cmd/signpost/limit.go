package main

import (
	"fmt"
	"net"
	"net/http"
	"net/netip"

	"signpost/autoconfig"
	"signpost/internal/limits"
	"signpost/internal/proxyproto"
)

// limitFlags bound what one client and all clients together may take.
type limitFlags struct {
	Rate                    float64 `name:"rate" default:"20" placeholder:"N" help:"Requests a second that one client may send in the long run (${default}); 0 for no limit."`
	Burst                   int     `name:"burst" default:"100" placeholder:"N" help:"Requests that one client may send at once (${default})."`
	MaxRequests             int     `name:"max-requests" default:"1024" placeholder:"N" help:"Requests that are answered at a time (${default}); more get 503."`
	MaxConnections          int     `name:"max-connections" default:"4096" placeholder:"N" help:"Connections that are open at a time (${default}); more wait."`
	MaxConnectionsPerClient int     `name:"max-connections-per-client" default:"128" placeholder:"N" help:"Connections that one client may have open (${default})."`
	ProxyProtocol           bool    `name:"proxy-protocol" help:"Expect the PROXY protocol from the peers of --trusted-proxy, and nobody else."`
}

// limiter bounds requests. The proxies are not limited themselves: they speak for
// many clients.
func (f limitFlags) limiter(proxies []netip.Prefix) (autoconfig.Limiter, error) {
	limiter, err := limits.New(limits.Options{Rate: f.Rate, Burst: f.Burst, Places: f.MaxRequests, Exempt: proxies})
	if err != nil {
		return nil, fmt.Errorf("setting the limits: %w", err)
	}
	return limiter, nil
}

// bound puts the limits on connections, and the PROXY protocol, around a listener.
func (f limitFlags) bound(listener net.Listener, handler http.Handler, proxies []netip.Prefix) (net.Listener, http.Handler, error) {
	bounded, err := limits.Listen(listener, f.MaxConnections, f.MaxConnectionsPerClient, proxies)
	if err != nil {
		return nil, nil, fmt.Errorf("setting the limits on connections: %w", err)
	}
	served := bounded.Handler(handler)
	if !f.ProxyProtocol {
		return bounded, served, nil
	}
	inner, err := proxyproto.Listen(bounded, proxies, readHeaderTimeout)
	if err != nil {
		return nil, nil, fmt.Errorf("setting up --proxy-protocol: %w", err)
	}
	return inner, served, nil
}
