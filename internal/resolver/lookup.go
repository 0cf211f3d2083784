package resolver

import (
	"cmp"
	"context"
	"errors"
	"net"
	"net/netip"
	"slices"
	"strings"

	"github.com/miekg/dns"
)

// What there may be none of, in the words of a *net.DNSError that IsNotFound.
const (
	noName   = "no such name"
	noRecord = "the name has no such record"
)

// records are those of one type in an answer; none is an error that IsNotFound.
func records[R dns.RR](ctx context.Context, r *Resolver, name string, kind uint16) ([]R, error) {
	answer, err := r.Ask(ctx, name, kind)
	if err != nil {
		return nil, err
	}
	var found []R
	for _, rr := range answer.Records {
		if record, ok := rr.(R); ok {
			found = append(found, record)
		}
	}
	if len(found) > 0 {
		return found, nil
	}
	why := noRecord
	if answer.NoName {
		why = noName
	}
	return nil, &net.DNSError{Err: why, Name: name, IsNotFound: true}
}

// LookupNetIP are the IPv4 and then the IPv6 addresses of a host, as the method of
// *net.Resolver has it. The network is not looked at.
func (r *Resolver) LookupNetIP(ctx context.Context, _, host string) ([]netip.Addr, error) {
	four, err4 := records[*dns.A](ctx, r, host, dns.TypeA)
	six, err6 := records[*dns.AAAA](ctx, r, host, dns.TypeAAAA)
	var found []netip.Addr
	for _, record := range four {
		if ip, ok := netip.AddrFromSlice(record.A); ok {
			found = append(found, ip.Unmap())
		}
	}
	for _, record := range six {
		if ip, ok := netip.AddrFromSlice(record.AAAA); ok {
			found = append(found, ip)
		}
	}
	if len(found) > 0 {
		return found, nil
	}
	// A failure says more than that there is nothing.
	var not *net.DNSError
	if errors.As(err4, &not) && not.IsNotFound {
		return nil, err6
	}
	return nil, err4
}

// LookupMX are the MX records of a domain by preference.
func (r *Resolver) LookupMX(ctx context.Context, name string) ([]*net.MX, error) {
	found, err := records[*dns.MX](ctx, r, name, dns.TypeMX)
	if err != nil {
		return nil, err
	}
	hosts := make([]*net.MX, len(found))
	for i, record := range found {
		hosts[i] = &net.MX{Host: record.Mx, Pref: record.Preference}
	}
	slices.SortFunc(hosts, func(a, b *net.MX) int {
		return cmp.Or(cmp.Compare(a.Pref, b.Pref), strings.Compare(a.Host, b.Host))
	})
	return hosts, nil
}

// LookupSRV are the SRV records of a service by priority, then by weight. The name
// before them is that which was asked for.
func (r *Resolver) LookupSRV(ctx context.Context, service, proto, name string) (string, []*net.SRV, error) {
	asked := "_" + service + "._" + proto + "." + name
	found, err := records[*dns.SRV](ctx, r, asked, dns.TypeSRV)
	if err != nil {
		return "", nil, err
	}
	targets := make([]*net.SRV, len(found))
	for i, record := range found {
		targets[i] = &net.SRV{Target: record.Target, Port: record.Port, Priority: record.Priority, Weight: record.Weight}
	}
	slices.SortFunc(targets, func(a, b *net.SRV) int {
		return cmp.Or(cmp.Compare(a.Priority, b.Priority), cmp.Compare(b.Weight, a.Weight), strings.Compare(a.Target, b.Target))
	})
	return asked, targets, nil
}

// LookupTXT are the TXT records of a name, each in one piece.
func (r *Resolver) LookupTXT(ctx context.Context, name string) ([]string, error) {
	found, err := records[*dns.TXT](ctx, r, name, dns.TypeTXT)
	if err != nil {
		return nil, err
	}
	texts := make([]string, len(found))
	for i, record := range found {
		texts[i] = strings.Join(record.Txt, "")
	}
	return texts, nil
}

// Alias is the first CNAME on the way from a name, without a full stop at its end;
// "" if there is none.
func (r *Resolver) Alias(ctx context.Context, name string) (string, error) {
	answer, err := r.Ask(ctx, name, dns.TypeA)
	if err != nil {
		return "", err
	}
	for _, rr := range answer.Records {
		if alias, ok := rr.(*dns.CNAME); ok && strings.EqualFold(alias.Hdr.Name, dns.Fqdn(name)) {
			return strings.ToLower(strings.TrimSuffix(alias.Target, ".")), nil
		}
	}
	return "", nil
}

// Issuers are the authorities that the CAA records of a name let issue certificates
// (RFC 8659); none if it has no such records. Those of the domains above it count
// where it has none, which is for the caller to ask.
func (r *Resolver) Issuers(ctx context.Context, name string) ([]string, error) {
	answer, err := r.Ask(ctx, name, dns.TypeCAA)
	if err != nil {
		return nil, err
	}
	var issuers []string
	for _, rr := range answer.Records {
		if caa, ok := rr.(*dns.CAA); ok && caa.Tag == "issue" {
			issuers = append(issuers, caa.Value)
		}
	}
	return issuers, nil
}
