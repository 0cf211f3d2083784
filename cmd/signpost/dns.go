package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"strings"

	"signpost/autoconfig"
	"signpost/internal/address"
	"signpost/internal/zone"
	"signpost/provider"
)

// dnsCommand prints the DNS records of a domain, or compares them with DNS.
type dnsCommand struct {
	providerFlags
	Domain    string           `arg:"" help:"Mail domain."`
	Target    string           `placeholder:"HOST" help:"Host name of the server that answers. Default: that of --public-url, else autoconfig.<domain>."`
	PublicURL *url.URL         `name:"public-url" placeholder:"URL" help:"The https address of the server."`
	Zone      bool             `xor:"form,zone" help:"Print a part of a zone file."`
	JSON      bool             `name:"json" xor:"form" help:"Print JSON."`
	Check     bool             `xor:"zone" help:"Compare with what DNS has. Status 1 if something is missing or different."`
	Resolvers []netip.AddrPort `name:"resolver" placeholder:"IP:PORT" help:"DNS server for --check. Repeatable. Default: those of /etc/resolv.conf."`
}

// dnsResult is the JSON form.
type dnsResult struct {
	Domain  string      `json:"domain"`
	Target  string      `json:"target"`
	Records []dnsRecord `json:"records"`
	Notes   []string    `json:"notes,omitempty"`
}

// dnsRecord is a record, and with --check what became of it.
type dnsRecord struct {
	Name    string      `json:"name"`
	Type    zone.Type   `json:"type"`
	TTL     uint32      `json:"ttl"`
	Value   string      `json:"value"`
	Purpose string      `json:"purpose,omitempty"`
	Status  zone.Status `json:"status,omitempty"`
	Found   []string    `json:"found,omitempty"`
	Error   string      `json:"error,omitempty"`
}

// Run prints the records; a record that DNS lacks is status 1.
func (c *dnsCommand) Run(env environment) error {
	domain, err := address.ParseDomain(c.Domain)
	if err != nil {
		return fmt.Errorf("%q is not a domain; write one such as example.com", c.Domain)
	}
	target, err := c.host(domain)
	if err != nil {
		return err
	}
	table, err := c.table()
	if err != nil {
		return err
	}
	records, notes, err := published(env, table, domain, target)
	if err != nil {
		return err
	}
	result := dnsResult{Domain: domain, Target: target, Notes: notes}
	switch {
	case c.Zone:
		fmt.Fprint(env.stdout, zone.Text(domain, records, notes...))
		return nil
	case c.Check:
		findings, err := zone.Check(env.ctx, domain, records, zone.Options{Servers: c.Resolvers})
		if err != nil {
			return err
		}
		for _, f := range findings {
			result.Records = append(result.Records, compared(f))
		}
	default:
		for _, r := range records {
			result.Records = append(result.Records, plain(r))
		}
	}
	if err := c.print(env, result); err != nil {
		return err
	}
	return verdict(result)
}

// host is the name of the server that answers. Clients ask autoconfig.<domain>
// first, so that is a good name for a server that has none of its own.
func (c *dnsCommand) host(domain string) (string, error) {
	flag, text := "--target", c.Target
	if text == "" && c.PublicURL != nil {
		flag, text = "the host of --public-url", c.PublicURL.Hostname()
	}
	if text == "" {
		return "autoconfig." + domain, nil
	}
	host, err := address.ParseDomain(text)
	if err != nil {
		return "", fmt.Errorf("%s is %q, which is not a host name; write one with --target, such as autoconfig.example.net", flag, text)
	}
	return host, nil
}

// published are the records of a domain, with the digest of the very bytes that
// the server sends. A domain that has nothing to publish is status 1.
func published(env environment, table *provider.Table, domain, target string) ([]zone.Record, []string, error) {
	handler, err := autoconfig.New(table, autoconfig.Options{})
	if err != nil {
		return nil, nil, err
	}
	var notes []string
	pacc, paccErr := handler.Lookup(env.ctx, "pacc", domain, "")
	if errors.Is(paccErr, autoconfig.ErrNotExpressible) {
		notes = append(notes, "No records for PACC. "+paccErr.Error())
	}
	if p, ok := table.Lookup(domain); ok {
		account, err := provider.Resolve(p, domain, "")
		usable := err == nil && account.Usable()
		if usable && paccErr != nil && !errors.Is(paccErr, autoconfig.ErrNotExpressible) {
			return nil, nil, paccErr
		}
		if usable {
			return zone.Records(account, target, pacc.Body), notes, nil
		}
	}
	fmt.Fprintf(env.stderr, "signpost: %v\n", paccErr)
	return nil, nil, errNo
}

func plain(r zone.Record) dnsRecord {
	return dnsRecord{Name: r.Name, Type: r.Type, TTL: r.TTL, Value: r.Data(), Purpose: r.Purpose}
}

func compared(f zone.Finding) dnsRecord {
	record := plain(f.Record)
	record.Status, record.Found = f.Status, f.Found
	if f.Err != nil {
		record.Error = f.Err.Error()
	}
	return record
}

// verdict is status 1 unless DNS has every record; it may have more.
func verdict(result dnsResult) error {
	for _, r := range result.Records {
		switch r.Status {
		case zone.Missing, zone.Different, zone.Error:
			return errNo
		case "", zone.OK, zone.Extra:
		}
	}
	return nil
}

func (c *dnsCommand) print(env environment, result dnsResult) error {
	if c.JSON {
		encoder := json.NewEncoder(env.stdout)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		if err := encoder.Encode(result); err != nil {
			return fmt.Errorf("writing the records: %w", err)
		}
		return nil
	}
	fmt.Fprint(env.stdout, dnsTable(result))
	return nil
}

// dnsTable is the form for people: a heading for each purpose, a line for each
// record, with what was found instead below it.
func dnsTable(result dnsResult) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: records that lead mail clients to %s\n", address.Unicode(result.Domain), result.Target)
	width := 0
	for _, r := range result.Records {
		width = max(width, len(zone.Relative(r.Name, result.Domain)))
	}
	purpose, counts := "", map[zone.Status]int{}
	for _, r := range result.Records {
		if r.Status == zone.Extra {
			r.Purpose = "published beyond what signpost knows of"
		}
		if r.Purpose != purpose {
			purpose = r.Purpose
			fmt.Fprintf(&b, "\n%s\n", purpose)
		}
		counts[r.Status]++
		line, indent := "  ", "  "
		if r.Status != "" {
			line, indent = fmt.Sprintf("  %-9s  ", r.Status), strings.Repeat(" ", 13)
		}
		line += fmt.Sprintf("%-*s  %-6s  %s", width, zone.Relative(r.Name, result.Domain), r.Type, r.Value)
		b.WriteString(strings.TrimRight(line, " ") + "\n")
		for _, found := range r.Found {
			b.WriteString(indent + "found: " + found + "\n")
		}
		if r.Error != "" {
			b.WriteString(indent + r.Error + "\n")
		}
	}
	for _, note := range result.Notes {
		b.WriteString("\n" + note + "\n")
	}
	if counts[""] == 0 {
		var sums []string
		for _, s := range []zone.Status{zone.OK, zone.Missing, zone.Different, zone.Extra, zone.Error} {
			if counts[s] > 0 {
				sums = append(sums, fmt.Sprintf("%d %s", counts[s], s))
			}
		}
		b.WriteString("\n" + strings.Join(sums, ", ") + "\n")
	}
	return b.String()
}
