//go:build acme

package acme_test

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// ca is a Pebble, the test CA of Let's Encrypt, with a DNS server that knows every
// name as 127.0.0.1.
type ca struct {
	url string
	// rootFile is the PEM of whom to trust when speaking to it, roots of what it
	// issues.
	rootFile string
	roots    *x509.CertPool
	// http and https are where it validates.
	http, https int
	orders      atomic.Int64
	stop        func()
}

// startCA runs both until the test ends. The certificates live for so many seconds.
func startCA(t *testing.T, lifetime int) *ca {
	t.Helper()
	dir := t.TempDir()
	ports := freePorts(t, 6)
	loopback := func(i int) string { return net.JoinHostPort("127.0.0.1", strconv.Itoa(ports[i])) }
	c := &ca{url: "https://" + loopback(0) + "/dir", rootFile: filepath.Join(dir, "cert.pem"), http: ports[2], https: ports[3]}
	selfSigned(t, c.rootFile, filepath.Join(dir, "key.pem"))
	config, err := json.Marshal(map[string]any{"pebble": map[string]any{
		"listenAddress": loopback(0), "managementListenAddress": loopback(1),
		"certificate": c.rootFile, "privateKey": filepath.Join(dir, "key.pem"),
		"httpPort": c.http, "tlsPort": c.https, "keyAlgorithm": "ecdsa",
		"retryAfter": map[string]int{"authz": 1, "order": 1},
		"profiles":   map[string]any{"default": map[string]any{"description": "for tests", "validityPeriod": lifetime}},
	}})
	must(t, err)
	must(t, os.WriteFile(filepath.Join(dir, "pebble.json"), config, 0o600))
	start(t, program(t, "PEBBLE_CHALLTESTSRV"), nil, nil, "-dnsserver", loopback(4), "-management", loopback(5),
		"-defaultIPv4", "127.0.0.1", "-defaultIPv6", "", "-http01", "", "-https01", "", "-tlsalpn01", "", "-doh", "")
	c.stop = start(t, program(t, "PEBBLE"), []string{"PEBBLE_VA_NOSLEEP=1"}, func(line string) {
		if strings.Contains(line, "Added order") {
			c.orders.Add(1)
		}
	}, "-config", filepath.Join(dir, "pebble.json"), "-dnsserver", loopback(4))
	c.roots = pool(t, c.fetch(t, "https://"+loopback(1)+"/roots/0"))
	return c
}

// fetch asks the CA until it answers.
func (c *ca) fetch(t *testing.T, url string) []byte {
	t.Helper()
	file, err := os.ReadFile(c.rootFile)
	must(t, err)
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool(t, file)}}}
	defer client.CloseIdleConnections()
	var body []byte
	eventually(t, "the CA answers", func() bool {
		request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, http.NoBody)
		must(t, err)
		response, err := client.Do(request)
		if err != nil {
			return false
		}
		defer func() { _ = response.Body.Close() }()
		body, err = io.ReadAll(response.Body)
		return err == nil && response.StatusCode == http.StatusOK
	})
	return body
}

func pool(t *testing.T, data []byte) *x509.CertPool {
	t.Helper()
	roots := x509.NewCertPool()
	if !roots.AppendCertsFromPEM(data) {
		t.Fatalf("no certificate in %q", data)
	}
	return roots
}

// start runs a program until the test ends or the returned function is called. Each
// line of its output is handed over.
func start(t *testing.T, path string, environment []string, line func(string), arguments ...string) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, path, arguments...)
	cmd.Env = append(os.Environ(), environment...)
	output, err := cmd.StdoutPipe()
	must(t, err)
	cmd.Stderr = cmd.Stdout
	must(t, cmd.Start())
	done := make(chan struct{})
	go func() {
		defer close(done)
		for lines := bufio.NewScanner(output); lines.Scan(); {
			if line != nil {
				line(lines.Text())
			}
		}
	}()
	stop = sync.OnceFunc(func() {
		cancel()
		<-done
		// It was killed: the status says nothing.
		_ = cmd.Wait()
	})
	t.Cleanup(stop)
	return stop
}

// program is the path of a program of the tests, from a variable that make sets.
func program(t *testing.T, variable string) string {
	t.Helper()
	path := os.Getenv(variable)
	if path == "" {
		t.Fatalf("%s names no program; run make acme-test", variable)
	}
	return path
}

// freePorts are ports of loopback on which nobody listens.
func freePorts(t *testing.T, count int) []int {
	t.Helper()
	ports := make([]int, count)
	listeners := make([]net.Listener, count)
	for i := range ports {
		var err error
		listeners[i], err = listen("")
		must(t, err)
		address, _ := listeners[i].Addr().(*net.TCPAddr)
		ports[i] = address.Port
	}
	// Not one by one: the next would get the same port.
	for _, listener := range listeners {
		must(t, listener.Close())
	}
	return ports
}

// selfSigned writes the certificate with which the CA itself speaks TLS.
func selfSigned(t *testing.T, certFile, keyFile string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	must(t, err)
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true,
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	must(t, err)
	pkcs8, err := x509.MarshalPKCS8PrivateKey(key)
	must(t, err)
	must(t, os.WriteFile(certFile, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600))
	must(t, os.WriteFile(keyFile, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: pkcs8}), 0o600))
}

// eventually asks until something holds, for two minutes at most.
func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	deadline := time.After(2 * time.Minute)
	ticker := time.NewTicker(100 * time.Millisecond)
	defer ticker.Stop()
	for !holds() {
		select {
		case <-ticker.C:
		case <-deadline:
			t.Fatalf("never came: %s", what)
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
