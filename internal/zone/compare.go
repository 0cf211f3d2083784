package zone

import (
	"context"
	"slices"
	"strings"

	"github.com/miekg/dns"
)

// checkAddress wants any address: which is right only the admin knows.
func (q question) checkAddress(ctx context.Context, a asker) []Finding {
	found, err := a.addresses(ctx, q.name)
	switch {
	case err != nil:
		return q.all(Error, err)
	case len(found) == 0:
		return q.all(Missing, nil)
	}
	return q.all(OK, nil)
}

// checkAlias wants the alias, or the addresses that it leads to: providers that
// have no CNAME at some names, and those that flatten it, publish these.
func (q question) checkAlias(ctx context.Context, a asker) []Finding {
	target := q.want[0].Target
	answer, err := a.ask(ctx, q.name, dns.TypeCNAME)
	if err != nil {
		return q.all(Error, err)
	}
	var found []string
	for _, rr := range answer {
		alias, ok := rr.(*dns.CNAME)
		if !ok || !strings.EqualFold(alias.Hdr.Name, q.name) {
			continue
		}
		if strings.EqualFold(alias.Target, target) {
			return q.all(OK, nil)
		}
		found = append(found, "CNAME "+alias.Target)
	}
	got, err := a.addresses(ctx, q.name)
	if err != nil {
		return q.all(Error, err)
	}
	if len(got) == 0 && len(found) == 0 {
		return q.all(Missing, nil)
	}
	want, err := a.addresses(ctx, target)
	if err != nil {
		return q.all(Error, err)
	}
	if len(got) > 0 && slices.Equal(got, want) {
		return q.all(OK, nil)
	}
	for _, address := range got {
		kind := "AAAA "
		if address.Is4() {
			kind = "A "
		}
		found = append(found, kind+address.String())
	}
	return q.all(Different, nil, found...)
}

// compareSRV pairs each wanted record with the one that equals it, then with one
// of the rest that stands in its place. Weights do not count: they choose between
// records of the same priority, and no two of ours have that. Nor does anything
// but the target where it says that a service is not offered.
func (q question) compareSRV(answer []dns.RR) []Finding {
	var rest []Record
	for _, rr := range answer {
		if srv, ok := rr.(*dns.SRV); ok {
			rest = append(rest, Record{
				Name: q.name, Type: SRV, TTL: srv.Hdr.Ttl,
				Priority: srv.Priority, Weight: srv.Weight, Port: srv.Port, Target: strings.ToLower(srv.Target),
			})
		}
	}
	findings := q.all(Missing, nil)
	take := func(status Status, fits func(want, got Record) bool) {
		for i, f := range findings {
			if f.Status != Missing {
				continue
			}
			at := slices.IndexFunc(rest, func(got Record) bool { return fits(f.Record, got) })
			if at < 0 {
				continue
			}
			findings[i].Status = status
			if status == Different {
				findings[i].Found = []string{"SRV " + rest[at].Data()}
			}
			rest = slices.Delete(rest, at, at+1)
		}
	}
	take(OK, func(want, got Record) bool {
		if want.Target == "." {
			return got.Target == "."
		}
		want.Weight = got.Weight
		return want.Data() == got.Data()
	})
	take(Different, func(want, got Record) bool { return want.Target == got.Target })
	take(Different, func(_, _ Record) bool { return true })
	return append(findings, extras(rest)...)
}

// compareTXT looks for the wanted text among those that have its form: others, such
// as an SPF record of a wildcard, are none of our business. Several digests may
// stand side by side while the document changes.
func (q question) compareTXT(answer []dns.RR) []Finding {
	var rest []Record
	for _, rr := range answer {
		txt, ok := rr.(*dns.TXT)
		if !ok {
			continue
		}
		text := strings.Join(txt.Txt, "")
		if _, _, digest := parseUAAC(text); digest || isPath(text) {
			rest = append(rest, Record{Name: q.name, Type: TXT, TTL: txt.Hdr.Ttl, Text: text})
		}
	}
	if len(q.want) == 0 {
		return extras(rest)
	}
	same := func(got Record) bool { return sameText(q.want[0].Text, got.Text) }
	switch at := slices.IndexFunc(rest, same); {
	case at >= 0:
		return append(q.all(OK, nil), extras(slices.Delete(rest, at, at+1))...)
	case len(rest) == 0:
		return q.all(Missing, nil)
	}
	found := make([]string, len(rest))
	for i, r := range rest {
		found[i] = "TXT " + r.Data()
	}
	return q.all(Different, nil, found...)
}

// isPath recognises the context path of a DAV service (RFC 6764, section 4), whose
// key is compared without case (RFC 6763, section 6.4).
func isPath(text string) bool {
	key, _, found := strings.Cut(text, "=")
	return found && strings.EqualFold(key, "path")
}

func sameText(want, got string) bool {
	if algorithm, digest, ok := parseUAAC(want); ok {
		otherAlgorithm, otherDigest, ok := parseUAAC(got)
		return ok && algorithm == otherAlgorithm && digest == otherDigest
	}
	_, path, _ := strings.Cut(want, "=")
	_, other, _ := strings.Cut(got, "=")
	return isPath(got) && path == other
}

func extras(records []Record) []Finding {
	findings := make([]Finding, len(records))
	for i, r := range records {
		findings[i] = Finding{Record: r, Status: Extra}
	}
	return findings
}
