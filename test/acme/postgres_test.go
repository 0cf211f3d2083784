//go:build acme

package acme_test

import (
	"crypto/x509"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"signpost/internal/autotls/postgres/postgrestest"
)

// shared is the name of which servers with one database share the certificate.
const shared = "setup.alpha.example"

// inDatabase are the settings of nodes with one database, at no address of the CA's.
func (c *ca) inDatabase(address string) settings {
	return settings{CA: c.url, RootFile: c.rootFile, Storage: address, Hosts: []string{shared}}
}

// keepSecrets fails the test if a log holds the password of the database, as it is or
// as it stands in an address, or a private key.
func keepSecrets(t *testing.T, log string) {
	t.Helper()
	for _, secret := range []string{postgrestest.Password, "tests%40and", "tests@and", "PRIVATE KEY"} {
		if strings.Contains(log, secret) {
			t.Errorf("the log holds %q", secret)
		}
	}
}

func TestServersWithOneDatabaseOrderOnceAndAnswerForEachOther(t *testing.T) {
	c := startCA(t, long)
	s := c.inDatabase(postgrestest.Start(t).Database(t))
	var nodes [2]*node
	started := make(chan struct{})
	// The CA reaches the one that did not order.
	balancer := c.forward(t, func() *node {
		select {
		case <-started:
		case <-t.Context().Done():
			return nil
		}
		if nodes[0].orders() {
			return nodes[1]
		}
		return nodes[0]
	})
	for i := range nodes {
		nodes[i] = startNode(t, s)
	}
	close(started)
	var leaves [2]*x509.Certificate
	for i, n := range nodes {
		eventually(t, "both servers have a certificate", func() bool {
			var err error
			leaves[i], err = n.leaf(t, c, shared)
			return err == nil
		})
	}
	if leaves[0].SerialNumber.Cmp(leaves[1].SerialNumber) != 0 {
		t.Errorf("certificates %x and %x, want one", leaves[0].SerialNumber, leaves[1].SerialNumber)
	}
	if got := c.orders.Load(); got != 1 {
		t.Errorf("%d orders for one name on two servers, want 1", got)
	}
	if nodes[0].orders() == nodes[1].orders() || balancer.passed.Load() == 0 {
		t.Errorf("the servers order: %t, %t; %d connections of the CA; want one that orders, and another that the CA has asked",
			nodes[0].orders(), nodes[1].orders(), balancer.passed.Load())
	}
	for _, n := range nodes {
		keepSecrets(t, n.log.String())
	}
}

func TestTheOrderOfAKilledServerIsTakenOver(t *testing.T) {
	c := startCA(t, long)
	address := postgrestest.Start(t).Database(t)
	s := c.inDatabase(address)
	const holder = `SELECT coalesce(max(holder), '') FROM signpost_acme_locks WHERE name LIKE 'issue_cert_%'`
	asked, killed := make(chan struct{}), make(chan struct{})
	once := sync.OnceFunc(func() { close(asked) })
	var second *node
	c.forward(t, func() *node {
		once()
		select {
		case <-killed:
			return second
		case <-t.Context().Done():
			return nil
		}
	})
	first := startNode(t, s)
	<-asked
	before := postgrestest.Value(t, address, holder)
	second = startNode(t, s)
	eventually(t, "the second server waits for the lock", func() bool {
		return strings.Contains(second.log.String(), `msg="acquiring lock"`)
	})
	if second.orders() || before == "" {
		t.Fatalf("the lock of the first server is %q, the second orders: %t; want that it waits", before, second.orders())
	}
	first.kill()
	close(killed)
	eventually(t, "the second server has taken the lock over", second.orders)
	eventually(t, "it has a certificate", func() bool {
		_, err := second.leaf(t, c, shared)
		return err == nil
	})
	if got := c.orders.Load(); got != 2 {
		t.Errorf("%d orders, want that of the killed server and one more", got)
	}
	eventually(t, "the lock is given back", func() bool { return postgrestest.Value(t, address, holder) == "" })
}

// startProgram runs `signpost serve` at the addresses of the CA, with an own domain,
// until the test ends or it is stopped.
func (c *ca) startProgram(t *testing.T, path, storage string) (n *node, stop func()) {
	t.Helper()
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "alpha.yaml"), []byte("id: alpha\nname: Alpha\ndomains: [alpha.example]\nservers:\n"+
		"  - {protocol: imap, host: imap.alpha.example, port: 993, security: tls}\n"+
		"  - {protocol: smtp, host: smtp.alpha.example, port: 465, security: tls}\n"), 0o600))
	n = &node{http: net.JoinHostPort("127.0.0.1", strconv.Itoa(c.http)), https: net.JoinHostPort("127.0.0.1", strconv.Itoa(c.https)), log: &logged{}}
	stop = start(t, path, []string{"SIGNPOST_ACME_STORAGE=" + storage, "SSL_CERT_FILE=" + c.rootFile}, func(line string) {
		_, _ = n.log.Write([]byte(line + "\n"))
	}, "serve", "--http", n.http, "--https", n.https, "--providers", dir, "--acme", "--acme-ca", c.url)
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("the log of the program:\n%s", n.log)
		}
	})
	eventually(t, "the program serves", func() bool { return strings.Contains(n.log.String(), "msg=serving") })
	return n, stop
}

func TestAnOutageOfTheDatabaseStopsNothingThatRuns(t *testing.T) {
	path := filepath.Join(t.TempDir(), "signpost")
	if output, err := exec.CommandContext(t.Context(), "go", "build", "-o", path, "signpost/cmd/signpost").CombinedOutput(); err != nil {
		t.Fatalf("building the program: %v\n%s", err, output)
	}
	c := startCA(t, long)
	cluster := postgrestest.Start(t)
	address := cluster.Database(t)
	n, stop := c.startProgram(t, path, address)
	certificates := func(what string) {
		for _, name := range hosts("alpha.example") {
			eventually(t, what+" "+name, func() bool {
				_, err := n.leaf(t, c, name)
				return err == nil
			})
		}
	}
	certificates("a certificate of")
	cluster.Stop(t)
	for _, name := range hosts("alpha.example") {
		if body, _, err := n.get(t, c, "https", name); err != nil || !strings.Contains(body, "imap.alpha.example") {
			t.Errorf("https without the database, %s: %q, %v", name, body, err)
		}
	}
	plain := func() {
		t.Helper()
		if body, _, err := n.get(t, c, "http", "autoconfig.alpha.example"); err != nil || !strings.Contains(body, "imap.alpha.example") {
			t.Errorf("http without the database: %q, %v", body, err)
		}
		if status := n.challenge(t, "autoconfig.alpha.example"); status != http.StatusNotFound {
			t.Errorf("a challenge without the database: status %d, want 404", status)
		}
	}
	plain()
	stop()
	// It starts without the database, and says why there are no certificates.
	n, _ = c.startProgram(t, path, address)
	plain()
	if _, err := n.leaf(t, c, "autoconfig.alpha.example"); err == nil || !strings.Contains(err.Error(), "internal error") {
		t.Errorf("a certificate without the database: %v, want the alert internal_error", err)
	}
	eventually(t, "the log says what is wrong", func() bool {
		return strings.Contains(n.log.String(), `msg="certificates cannot be read from the storage"`)
	})
	cluster.Run(t)
	certificates("the certificate from the database of")
	if got := c.orders.Load(); got != 3 {
		t.Errorf("%d orders, want the three of the beginning", got)
	}
	keepSecrets(t, n.log.String())
}

// challenge is the status that a node answers to a challenge that is not open.
func (n *node) challenge(t *testing.T, name string) int {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+n.http+"/.well-known/acme-challenge/token", http.NoBody)
	must(t, err)
	request.Host = name
	response, err := http.DefaultTransport.RoundTrip(request)
	must(t, err)
	must(t, response.Body.Close())
	return response.StatusCode
}
