//go:build acme

package acme_test

import (
	"bufio"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"signpost/internal/autotls"
)

// nodeVariable has this program be a node instead of a test; it holds the settings.
const nodeVariable = "SIGNPOST_TEST_ACME_NODE"

// settings are those of a node. An empty address is a port of the system's choice.
type settings struct {
	CA, RootFile, Storage string
	HTTP, HTTPS           string
	Domains, Hosts        []string
	// Passive has the node order nothing: no name leads to it.
	Passive    bool
	CheckEvery time.Duration
}

// TestMain runs the tests, or a node if a test has started it: certmagic shares open
// challenges within a process, so that two servers of one process prove nothing.
func TestMain(m *testing.M) {
	text := os.Getenv(nodeVariable)
	if text == "" {
		os.Exit(m.Run())
	}
	var s settings
	err := json.Unmarshal([]byte(text), &s)
	if err == nil {
		err = s.serve(os.Stdin, os.Stdout)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// serve is a node: http and https as signpost serves them. It says on out where it
// listens, and takes new domains, a line each time, until in ends.
func (s settings) serve(in io.Reader, out io.Writer) error {
	log := slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelDebug}))
	plain, err := listen(s.HTTP)
	if err != nil {
		return err
	}
	encrypted, err := listen(s.HTTPS)
	if err != nil {
		return err
	}
	storage, err := autotls.OpenStorage(s.Storage, log)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(s.RootFile)
	if err != nil {
		return err
	}
	options := autotls.Options{
		CA: s.CA, Roots: x509.NewCertPool(), Storage: storage, Email: "account@example.com", Hosts: s.Hosts,
		HTTP: plain.Addr(), HTTPS: encrypted.Addr(), Log: log, CheckEvery: s.CheckEvery,
	}
	options.Roots.AppendCertsFromPEM(data)
	if s.Passive {
		options.PointsHere = func(context.Context, string) error { return errors.New("nothing leads here") }
	}
	manager, err := autotls.New(options)
	if err != nil {
		return err
	}
	manager.SetDomains(slices.Values(s.Domains))
	wait := manager.Start(context.Background())
	defer wait()
	word := func(text string) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, text) })
	}
	serve := func(listener net.Listener, handler http.Handler) (stop func() error) {
		server := &http.Server{Handler: handler, ReadHeaderTimeout: time.Minute, ErrorLog: slog.NewLogLogger(slog.DiscardHandler, slog.LevelDebug)}
		go func() { _ = server.Serve(listener) }()
		return server.Close
	}
	stopPlain := serve(plain, manager.HTTPHandler(word("plain")))
	stopEncrypted := serve(manager.Listener(encrypted), word("encrypted"))
	defer func() { _ = errors.Join(stopPlain(), stopEncrypted()) }()
	fmt.Fprintln(out, plain.Addr(), encrypted.Addr())
	for lines := bufio.NewScanner(in); lines.Scan(); {
		manager.SetDomains(slices.Values(strings.Fields(lines.Text())))
	}
	return nil
}

func listen(address string) (net.Listener, error) {
	if address == "" {
		address = "127.0.0.1:0"
	}
	var config net.ListenConfig
	return config.Listen(context.Background(), "tcp", address)
}

// node is one that runs.
type node struct {
	http, https string
	domains     io.WriteCloser
	// stop ends it as the end of its input does, kill as SIGKILL does.
	stop, kill func()
	log        *logged
}

// logged is what a node has written.
type logged struct {
	mu   sync.Mutex
	text strings.Builder
}

func (l *logged) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *logged) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

// startNode runs a node until the test ends or it is stopped. If the test fails, its
// log is shown.
func startNode(t *testing.T, s settings) *node {
	t.Helper()
	text, err := json.Marshal(s)
	must(t, err)
	self, err := os.Executable()
	must(t, err)
	n := &node{log: &logged{}}
	cmd := exec.CommandContext(context.Background(), self)
	cmd.Env = append(os.Environ(), nodeVariable+"="+string(text))
	cmd.Stderr = n.log
	n.domains, err = cmd.StdinPipe()
	must(t, err)
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	var once sync.Once
	n.stop = func() {
		once.Do(func() {
			_ = n.domains.Close()
			if err := cmd.Wait(); err != nil {
				t.Errorf("the node ended with %v", err)
			}
		})
	}
	n.kill = func() {
		once.Do(func() {
			must(t, cmd.Process.Kill())
			_ = cmd.Wait()
		})
	}
	t.Cleanup(func() {
		n.stop()
		if t.Failed() {
			t.Logf("the log of the node on %s:\n%s", n.https, n.log)
		}
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("the node does not say where it listens: %v", err)
	}
	_, err = fmt.Sscan(line, &n.http, &n.https)
	must(t, err)
	return n
}

// at is a node on the ports where the CA validates.
func (c *ca) at(s settings) settings {
	s.HTTP, s.HTTPS = net.JoinHostPort("127.0.0.1", strconv.Itoa(c.http)), net.JoinHostPort("127.0.0.1", strconv.Itoa(c.https))
	return s
}

// leaf is the certificate of a name at a node, which is asked once.
func (n *node) leaf(t *testing.T, c *ca, name string) (*x509.Certificate, error) {
	t.Helper()
	dialer := tls.Dialer{Config: &tls.Config{RootCAs: c.roots, ServerName: name}}
	conn, err := dialer.DialContext(t.Context(), "tcp", n.https)
	if err != nil {
		return nil, err
	}
	defer func() { _ = conn.Close() }()
	encrypted, _ := conn.(*tls.Conn)
	return encrypted.ConnectionState().PeerCertificates[0], nil
}

// get is what a node answers to a GET, over https if roots are given.
func (n *node) get(t *testing.T, c *ca, scheme, name string) (body, proto string, err error) {
	t.Helper()
	address := n.http
	if scheme == "https" {
		address = n.https
	}
	transport := &http.Transport{
		ForceAttemptHTTP2: true,
		TLSClientConfig:   &tls.Config{RootCAs: c.roots},
		DialContext: func(ctx context.Context, network, _ string) (net.Conn, error) {
			var dialer net.Dialer
			return dialer.DialContext(ctx, network, address)
		},
	}
	defer transport.CloseIdleConnections()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, scheme+"://"+name+"/mail/config-v1.1.xml", http.NoBody)
	must(t, err)
	response, err := transport.RoundTrip(request)
	if err != nil {
		return "", "", err
	}
	defer func() { _ = response.Body.Close() }()
	data, err := io.ReadAll(response.Body)
	return string(data), response.Proto, err
}
