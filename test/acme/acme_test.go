//go:build acme

// Package acme_test lets real processes get certificates from Pebble, the test CA of
// Let's Encrypt, over loopback. It is run by `make acme-test`, which builds Pebble.
package acme_test

import (
	"crypto/x509"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// long is the lifetime of certificates that no test sees renewed, in seconds.
const long = 90 * 24 * 3600

// hosts are the names of a domain.
func hosts(domain string) []string {
	return []string{"autoconfig." + domain, "autodiscover." + domain, "ua-auto-config." + domain}
}

func TestCertificatesComeByThemselvesAndOnlyForOwnNames(t *testing.T) {
	c := startCA(t, long)
	dir := t.TempDir()
	n := startNode(t, c.at(settings{CA: c.url, RootFile: c.rootFile, Storage: dir, Domains: []string{"alpha.example"}}))
	body, proto, err := n.get(t, c, "https", "autoconfig.alpha.example")
	if err != nil || body != "encrypted" || proto != "HTTP/2.0" {
		t.Fatalf("first request: %q over %s, %v; want an answer over HTTP/2", body, proto, err)
	}
	for _, name := range hosts("alpha.example") {
		if _, err := n.leaf(t, c, name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	before := c.orders.Load()
	for _, name := range []string{"alpha.example", "www.alpha.example", "autoconfig.beta.example", "autoconfig.gmail.com", "autodiscover.com"} {
		if _, err := n.leaf(t, c, name); err == nil || !strings.Contains(err.Error(), "unrecognized name") {
			t.Errorf("%s: %v, want the alert unrecognized_name", name, err)
		}
	}
	// A domain that comes later has a certificate after its first request at the latest.
	if _, err := fmt.Fprintln(n.domains, "alpha.example beta.example"); err != nil {
		t.Fatal(err)
	}
	eventually(t, "a certificate of a new domain", func() bool {
		_, err := n.leaf(t, c, "autodiscover.beta.example")
		return err == nil
	})
	for _, name := range hosts("beta.example") {
		eventually(t, "a certificate of "+name, func() bool {
			_, err := n.leaf(t, c, name)
			return err == nil
		})
	}
	// Three for the new domain: the names that are not served made none.
	if got := c.orders.Load() - before; before != 3 || got != 3 {
		t.Errorf("%d orders for the first domain, %d after that; want 3 and 3", before, got)
	}
	// The budget of a registered domain has seen its orders.
	if book, err := os.ReadFile(filepath.Join(dir, "signpost", "orders", "alpha.example.json")); err != nil || strings.Count(string(book), `Z"`) != 3 {
		t.Errorf("the orders of alpha.example are %s, %v; want three", book, err)
	}
	if log := n.log.String(); strings.Contains(log, "account@example.com") || strings.Contains(log, "gmail") {
		t.Error("the log holds the address of the account, or a name that is not served")
	}
}

func TestReplicasAnswerTheChallengesOfEachOther(t *testing.T) {
	c := startCA(t, long)
	shared := settings{CA: c.url, RootFile: c.rootFile, Storage: t.TempDir(), Domains: []string{"alpha.example"}}
	passive := shared
	passive.Passive = true
	// The CA reaches the replica that orders nothing.
	startNode(t, c.at(passive))
	n := startNode(t, shared)
	for _, name := range hosts("alpha.example") {
		if _, err := n.leaf(t, c, name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if got := c.orders.Load(); got != 3 {
		t.Errorf("%d orders, want 3", got)
	}
}

func TestReplicasOrderACertificateOnce(t *testing.T) {
	c := startCA(t, long)
	shared := settings{CA: c.url, RootFile: c.rootFile, Storage: t.TempDir(), Domains: []string{"alpha.example"}}
	nodes := []*node{startNode(t, c.at(shared)), startNode(t, shared)}
	for _, name := range hosts("alpha.example") {
		var leaves [2]*x509.Certificate
		for i, n := range nodes {
			eventually(t, name+" has a certificate on each replica", func() bool {
				var err error
				leaves[i], err = n.leaf(t, c, name)
				return err == nil
			})
		}
		if !leaves[0].Equal(leaves[1]) {
			t.Errorf("%s has two certificates", name)
		}
	}
	if got := c.orders.Load(); got != 3 {
		t.Errorf("%d orders for three names on two replicas, want 3", got)
	}
}

func TestCertificatesAreRenewed(t *testing.T) {
	c := startCA(t, 20)
	n := startNode(t, c.at(settings{CA: c.url, RootFile: c.rootFile, Storage: t.TempDir(), Domains: []string{"alpha.example"}, CheckEvery: time.Second}))
	first, err := n.leaf(t, c, "autoconfig.alpha.example")
	if err != nil {
		t.Fatal(err)
	}
	eventually(t, "another certificate that ends later", func() bool {
		leaf, err := n.leaf(t, c, "autoconfig.alpha.example")
		if err != nil {
			t.Fatalf("while it is renewed: %v", err)
		}
		return leaf.NotAfter.After(first.NotAfter)
	})
}

func TestAnOutageOfTheCAStopsNothingThatRuns(t *testing.T) {
	c := startCA(t, long)
	s := c.at(settings{CA: c.url, RootFile: c.rootFile, Storage: t.TempDir(), Domains: []string{"alpha.example"}})
	n := startNode(t, s)
	for _, name := range hosts("alpha.example") {
		if _, err := n.leaf(t, c, name); err != nil {
			t.Fatal(err)
		}
	}
	c.stop()
	n.stop()
	// From its start on without a CA, and with a domain more.
	s.Domains = append(s.Domains, "beta.example")
	n = startNode(t, s)
	for _, name := range hosts("alpha.example") {
		eventually(t, "the certificate of "+name+" from the storage", func() bool {
			body, _, err := n.get(t, c, "https", name)
			return err == nil && body == "encrypted"
		})
	}
	if body, _, err := n.get(t, c, "http", "autoconfig.beta.example"); err != nil || body != "plain" {
		t.Errorf("http: %q, %v", body, err)
	}
	if _, err := n.leaf(t, c, "autoconfig.beta.example"); err == nil || !strings.Contains(err.Error(), "internal error") {
		t.Errorf("a name without a certificate: %v, want the alert internal_error", err)
	}
	if _, err := fmt.Fprintln(n.domains, "alpha.example"); err != nil {
		t.Fatal(err)
	}
	eventually(t, "domains still come and go", func() bool {
		_, err := n.leaf(t, c, "autoconfig.beta.example")
		return err != nil && strings.Contains(err.Error(), "unrecognized name")
	})
}
