package discovery

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"net"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/net/publicsuffix"
)

// digest wants the digest of a PACC document in DNS (draft -03, section 5.2).
func (s *search) digest(asked *Asked) {
	ctx, cancel := context.WithTimeout(s.network.ctx, patience)
	defer cancel()
	texts, err := s.network.resolver.LookupTXT(ctx, "_ua-auto-config."+s.address.Domain)
	if err != nil || !slices.ContainsFunc(texts, func(text string) bool { return HasDigest(text, asked.Reply.Body) }) {
		asked.Used, asked.Fault, asked.Refusal = false, NoDigest, NoDigest.Sentence()
	}
}

// HasDigest tells whether a TXT record vouches for the body of a PACC document.
// The order of the tags, blanks and unknown tags do not matter.
func HasDigest(text string, body []byte) bool {
	tags := map[string]string{}
	for tag := range strings.SplitSeq(text, ";") {
		name, value, _ := strings.Cut(strings.TrimSpace(tag), "=")
		tags[strings.TrimSpace(name)] = strings.TrimSpace(value)
	}
	sum := sha256.Sum256(body)
	return tags["v"] == "UAAC1" && tags["a"] == "sha256" && tags["d"] == base64.StdEncoding.EncodeToString(sum[:])
}

// look does the look-up of a stage. It is false if the stage cannot go on.
func (s *search) look(stage Stage, values map[string]string) bool {
	ctx, cancel := context.WithTimeout(s.network.ctx, patience)
	defer cancel()
	asked := Asked{Stage: stage.Name, What: string(stage.Look) + " " + s.address.Domain}
	defer func() { s.outcome.Asked = append(s.outcome.Asked, asked) }()
	if stage.Look == LookAutodiscover {
		asked.What = string(LookAutodiscover) + "." + s.address.Domain
		_, records, err := s.network.resolver.LookupSRV(ctx, "autodiscover", "tcp", s.address.Domain)
		if err != nil {
			asked.Fault, asked.Detail = faultOf(err)
			return false
		}
		for _, r := range records {
			asked.Records = append(asked.Records, strings.TrimSuffix(r.Target, "."))
		}
		if len(asked.Records) == 0 || asked.Records[0] == "" {
			return false
		}
		values["{srv}"] = asked.Records[0]
		return true
	}
	records, err := s.network.resolver.LookupMX(ctx, s.address.Domain)
	if err != nil {
		asked.Fault, asked.Detail = faultOf(err)
		return false
	}
	for _, r := range records {
		asked.Records = append(asked.Records, strings.TrimSuffix(r.Host, "."))
	}
	return len(asked.Records) > 0 && hosterOf(asked.Records[0], s.address.Domain, values)
}

// hosterOf fills in the domains of a hoster. Clients stop where that is the asked
// domain again.
func hosterOf(mx, domain string, values map[string]string) bool {
	mx = strings.ToLower(mx)
	base, err := publicsuffix.EffectiveTLDPlusOne(mx)
	if err != nil || base == domain {
		return false
	}
	values["{mx}"], values["{mx.base}"] = mx, base
	_, full, _ := strings.Cut(mx, ".")
	if !strings.Contains(full, ".") || len(full) < len(base) {
		full = base
	}
	values["{mx.full}"] = full
	return true
}

// services looks SRV records up, all at once, and makes settings of them.
func (s *search) services(stage Stage) {
	answers := make([]Asked, len(stage.Services))
	records := make([][]*net.SRV, len(stage.Services))
	var all sync.WaitGroup
	for i, service := range stage.Services {
		all.Go(func() { answers[i], records[i] = s.service(stage, service) })
	}
	all.Wait()
	found := Services{}
	for i, service := range stage.Services {
		found[service] = records[i]
	}
	setup, err := stage.FromServices(found, s.address.String())
	if err != nil {
		answers[len(answers)-1].Refusal = err.Error()
	}
	s.outcome.Asked = append(s.outcome.Asked, answers...)
	if err == nil && !s.outcome.Found {
		s.outcome.Found, s.outcome.Setup, s.outcome.Stage = true, setup, stage.Name
	}
}

func (s *search) service(stage Stage, service string) (Asked, []*net.SRV) {
	ctx, cancel := context.WithTimeout(s.network.ctx, patience)
	defer cancel()
	asked := Asked{Stage: stage.Name, What: "SRV " + service + "._tcp." + s.address.Domain}
	_, found, err := s.network.resolver.LookupSRV(ctx, strings.TrimPrefix(service, "_"), "tcp", s.address.Domain)
	if err != nil {
		asked.Fault, asked.Detail = faultOf(err)
		return asked, nil
	}
	found = slices.DeleteFunc(slices.Clone(found), func(r *net.SRV) bool { return r.Target == "." || r.Target == "" })
	for _, r := range found {
		asked.Records = append(asked.Records, net.JoinHostPort(strings.TrimSuffix(r.Target, "."), strconv.Itoa(int(r.Port))))
	}
	return asked, found
}
