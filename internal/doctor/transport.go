package doctor

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"time"

	"signpost/internal/address"
)

// maxAddresses is how many addresses of a name are tried.
const maxAddresses = 4

// transports make requests over HTTP/1.1, without proxy, cookies or redirects. One
// verifies certificates; the other does not look at the names in them.
func (e *examination) transports() (strict, anyName *http.Transport) {
	strict = e.transport(&tls.Config{RootCAs: e.options.Roots, Time: e.options.Now, MinVersion: tls.VersionTLS12})
	anyName = e.transport(&tls.Config{
		InsecureSkipVerify: true, //nolint:gosec // verifyChain does all but the name, as FairEmail does
		VerifyConnection:   e.verifyChain,
		Time:               e.options.Now, MinVersion: tls.VersionTLS12,
	})
	return strict, anyName
}

func (e *examination) transport(config *tls.Config) *http.Transport {
	return &http.Transport{
		DialContext:            e.dial,
		TLSClientConfig:        config,
		MaxResponseHeaderBytes: 64 << 10,
	}
}

// verifyChain verifies a certificate for whatever name it has.
func (e *examination) verifyChain(state tls.ConnectionState) error {
	if len(state.PeerCertificates) == 0 {
		return errors.New("no certificate")
	}
	intermediates := x509.NewCertPool()
	for _, c := range state.PeerCertificates[1:] {
		intermediates.AddCert(c)
	}
	_, err := state.PeerCertificates[0].Verify(x509.VerifyOptions{
		Roots: e.options.Roots, Intermediates: intermediates, CurrentTime: e.options.Now(),
	})
	return err
}

// dial connects to a host of a URL, or to where the options say.
func (e *examination) dial(ctx context.Context, network, hostport string) (net.Conn, error) {
	host, port, err := net.SplitHostPort(hostport)
	if err != nil {
		return nil, err
	}
	fixed := e.options.Connect
	if port == "80" && e.options.ConnectHTTP != "" {
		fixed = e.options.ConnectHTTP
	}
	if fixed != "" {
		if host, port, err = net.SplitHostPort(fixed); err != nil {
			return nil, err
		}
	}
	addresses, err := e.addresses(ctx, host)
	if err != nil {
		return nil, err
	}
	if e.options.PublicOnly {
		if addresses, err = onlyPublic(addresses, port); err != nil {
			return nil, err
		}
	}
	addresses = addresses[:min(len(addresses), maxAddresses)]
	for i, ip := range addresses {
		var conn net.Conn
		conn, err = e.dialOne(ctx, network, net.JoinHostPort(ip.String(), port), len(addresses)-i)
		if err == nil {
			return conn, nil
		}
	}
	return nil, err
}

// The reasons why a place is not asked, in words that follow "cannot be reached:".
// They do not say which address it is: a resolver inside of a network may know
// names that the world does not.
var (
	errNotPublic = errors.New("its name leads to no address of the public Internet")
	errOtherPort = errors.New("only the ports 80 and 443 are asked from here")
)

// onlyPublic are the addresses that a stranger may have asked, each of which is
// dialled as it stands here: what the name leads to a moment later does not count.
func onlyPublic(addresses []netip.Addr, port string) ([]netip.Addr, error) {
	// A machine's own firewall does not protect it from itself.
	if port != "80" && port != "443" {
		return nil, errOtherPort
	}
	addresses = slices.DeleteFunc(addresses, func(ip netip.Addr) bool { return !address.IsPublic(ip) })
	if len(addresses) == 0 {
		return nil, errNotPublic
	}
	return addresses, nil
}

// dialOne dials one address with its share of the time that is left.
func (e *examination) dialOne(ctx context.Context, network, at string, left int) (net.Conn, error) {
	if deadline, ok := ctx.Deadline(); ok {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, time.Until(deadline)/time.Duration(left))
		defer cancel()
	}
	return e.options.Dialer.DialContext(ctx, network, at)
}

// addresses are those of a host. One that is localhost is not for DNS to say.
func (e *examination) addresses(ctx context.Context, host string) ([]netip.Addr, error) {
	if ip, err := netip.ParseAddr(host); err == nil {
		return []netip.Addr{ip}, nil
	}
	if host == "localhost" {
		return []netip.Addr{netip.AddrFrom4([4]byte{127, 0, 0, 1}), netip.IPv6Loopback()}, nil
	}
	return e.options.Resolver.LookupNetIP(ctx, "ip", host)
}
