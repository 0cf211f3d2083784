package autotls

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"slices"
	"strings"
	"time"
)

// lookupLimit is how long DNS may take for one name.
const lookupLimit = 10 * time.Second

// A Resolver looks up the addresses of a host, as *net.Resolver does.
type Resolver interface {
	LookupNetIP(ctx context.Context, network, host string) ([]netip.Addr, error)
}

// errElsewhere says that a name does not lead to this server. An order for it would
// fail and count against the limits of the CA.
var errElsewhere = errors.New("does not point to this server")

// PointsHere makes the check that a name leads to this server: at least one of its
// addresses is one of ours. Ours are the addresses, and those that the hosts have at
// that moment; a host is best the target of the customers' CNAME records.
func PointsHere(resolver Resolver, addresses []netip.Addr, hosts ...string) func(ctx context.Context, name string) error {
	return func(ctx context.Context, name string) error {
		ctx, cancel := context.WithTimeout(ctx, lookupLimit)
		defer cancel()
		found, err := lookup(ctx, resolver, name)
		if err != nil {
			return fmt.Errorf("%s %w: %w", name, errElsewhere, err)
		}
		ours := slices.Clone(addresses)
		for _, host := range hosts {
			if host == name {
				return nil
			}
			more, err := lookup(ctx, resolver, host)
			if err != nil {
				return fmt.Errorf("looking up our own address: %w", err)
			}
			ours = append(ours, more...)
		}
		for _, address := range found {
			if slices.ContainsFunc(ours, func(our netip.Addr) bool { return our.Unmap() == address }) {
				return nil
			}
		}
		return fmt.Errorf("%s %w but to %s", name, errElsewhere, list(found))
	}
}

func lookup(ctx context.Context, resolver Resolver, host string) ([]netip.Addr, error) {
	found, err := resolver.LookupNetIP(ctx, "ip", host)
	if err != nil {
		return nil, fmt.Errorf("looking up %s: %w", host, err)
	}
	for i, address := range found {
		found[i] = address.Unmap()
	}
	return found, nil
}

func list(addresses []netip.Addr) string {
	texts := make([]string, len(addresses))
	for i, address := range addresses {
		texts[i] = address.String()
	}
	return strings.Join(texts, ", ")
}
