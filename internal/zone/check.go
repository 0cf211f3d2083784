package zone

import (
	"context"
	"net/netip"
	"slices"
	"time"

	"github.com/miekg/dns"
	"golang.org/x/sync/errgroup"
)

// Status says how a record and DNS compare.
type Status string

// The outcomes of a comparison. Extra is allowed: an admin may publish more than
// is known here.
const (
	OK        Status = "ok"
	Missing   Status = "missing"
	Different Status = "different"
	Extra     Status = "extra"
	Error     Status = "error"
)

// Finding is one record compared with DNS.
type Finding struct {
	// Record is what should be there; for Extra it is what is there.
	Record Record
	Status Status
	// Found is what DNS has in the record's place, as "TYPE value", if the status
	// is Different.
	Found []string
	// Err says why DNS could not be asked, if the status is Error.
	Err error
}

// What holds where the Options say nothing.
const (
	defaultLimit = 10 * time.Second
	// inFlight is how many questions may be under way at a time.
	inFlight = 8
)

// Options of Check. The zero value is good on a machine with /etc/resolv.conf.
type Options struct {
	// Servers are the DNS servers to ask, in this order: recursive ones, or those
	// of the zone. Empty: those of /etc/resolv.conf.
	Servers []netip.AddrPort
	// Limit is how long it may take in all; 0 is 10 s. What is not answered by
	// then has the status Error.
	Limit time.Duration
}

// question is what DNS is asked once, and the records that should be the answer.
type question struct {
	name string
	kind Type
	want []Record
}

// Check compares the records of a domain with DNS. The findings stand in the order
// of the records; what DNS has beyond them stands behind its kind. The error says
// that there is no DNS server to ask.
func Check(ctx context.Context, domain string, records []Record, options Options) ([]Finding, error) {
	if len(options.Servers) == 0 {
		var err error
		if options.Servers, err = systemServers(); err != nil {
			return nil, err
		}
	}
	if options.Limit <= 0 {
		options.Limit = defaultLimit
	}
	ctx, cancel := context.WithTimeout(ctx, options.Limit)
	defer cancel()
	questions := questions(domain, records)
	findings := make([][]Finding, len(questions))
	var group errgroup.Group
	group.SetLimit(inFlight)
	for i, q := range questions {
		group.Go(func() error {
			findings[i] = q.check(ctx, asker{options.Servers})
			return nil
		})
	}
	_ = group.Wait()
	return slices.Concat(findings...), nil
}

// questions gathers the records by name and type, and adds the services that
// discovery knows and nothing should be published for.
func questions(domain string, records []Record) []question {
	var all []question
	ask := func(name string, kind Type, want ...Record) {
		same := func(q question) bool { return q.name == name && q.kind == kind }
		if i := slices.IndexFunc(all, same); i >= 0 {
			all[i].want = append(all[i].want, want...)
			return
		}
		all = append(all, question{name, kind, want})
	}
	for _, r := range records {
		ask(r.Name, r.Type, r)
	}
	for _, name := range append(mailServices(), "_smtps", "_caldavs", "_carddavs", "_jmap") {
		ask(name+"._tcp."+domain+".", SRV)
	}
	ask("_ua-auto-config."+domain+".", TXT)
	return all
}

func (q question) check(ctx context.Context, a asker) []Finding {
	switch q.kind {
	case Address:
		return q.checkAddress(ctx, a)
	case CNAME:
		return q.checkAlias(ctx, a)
	case SRV:
		answer, err := a.ask(ctx, q.name, dns.TypeSRV)
		if err != nil {
			return q.all(Error, err)
		}
		return q.compareSRV(answer)
	default:
		answer, err := a.ask(ctx, q.name, dns.TypeTXT)
		if err != nil {
			return q.all(Error, err)
		}
		return q.compareTXT(answer)
	}
}

// all gives every wanted record the same status.
func (q question) all(status Status, err error, found ...string) []Finding {
	findings := make([]Finding, len(q.want))
	for i, r := range q.want {
		findings[i] = Finding{Record: r, Status: status, Found: found, Err: err}
	}
	return findings
}
