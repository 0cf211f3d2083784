//go:build nginx

package proxy_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// proxy is nginx with the program behind it.
type proxy struct {
	http, https string
	roots       *x509.CertPool
	// stop ends the program and returns what it has logged.
	stop func(t *testing.T) []byte
}

const providerFile = `id: example
name: Example Ltd
domains: [example.com]
host: mail.example.com
secret: {kind: password}
`

const otherFile = `id: other
domains: [example.org]
host: other.example.org
secret: {kind: password}
`

// startProxy builds and starts the program, and nginx in front of it.
func startProxy(t *testing.T) proxy {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"example.yaml": providerFile, "other.yaml": otherFile} {
		write(t, filepath.Join(dir, "providers", name), text)
	}
	var p proxy
	var backend string
	backend, p.stop = startProgram(t, filepath.Join(dir, "providers"))
	p.http, p.https = freeAddress(t), freeAddress(t)
	certificate, key := p.certificate(t)
	write(t, filepath.Join(dir, "crt"), certificate)
	write(t, filepath.Join(dir, "key"), key)
	snippet, err := os.ReadFile(filepath.Join("..", "..", "deploy", "nginx.conf"))
	if err != nil {
		t.Fatal(err)
	}
	// The addresses and files of the machine; everything else is as it is shipped.
	replaced := strings.NewReplacer(
		"listen 80;", "listen "+p.http+";", "listen 443 ssl;", "listen "+p.https+" ssl;",
		"listen [::]:80;", "", "listen [::]:443 ssl;", "",
		"/etc/ssl/mail-settings.crt", filepath.Join(dir, "crt"), "/etc/ssl/mail-settings.key", filepath.Join(dir, "key"),
		"http://127.0.0.1:8080", "http://"+backend,
	).Replace(string(snippet))
	startNginx(t, dir, replaced)
	return p
}

// startProgram returns where the program listens.
func startProgram(t *testing.T, providers string) (address string, stop func(*testing.T) []byte) {
	t.Helper()
	program := filepath.Join(t.TempDir(), "signpost")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", program, "../../cmd/signpost").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	cmd := exec.CommandContext(context.WithoutCancel(t.Context()), program, "serve", "--http", "127.0.0.1:0", "--only-own", "--providers", providers,
		"--trusted-proxy", "127.0.0.1", "--public-url", "https://autoconfig.example.com")
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	reader := bufio.NewReader(io.TeeReader(stderr, &log))
	end := sync.OnceValue(func() error {
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			return err
		}
		if _, err := io.Copy(io.Discard, reader); err != nil {
			return err
		}
		return cmd.Wait()
	})
	t.Cleanup(func() {
		if err := end(); err != nil {
			t.Error(err)
		}
	})
	for {
		line, err := reader.ReadString('\n')
		if m := regexp.MustCompile(`msg=serving http=(\S+)`).FindStringSubmatch(line); m != nil {
			address = m[1]
			break
		}
		if err != nil {
			t.Fatalf("the program did not start: %v\n%s", err, log.String())
		}
	}
	return address, func(t *testing.T) []byte {
		t.Helper()
		if err := end(); err != nil {
			t.Fatal(err)
		}
		return log.Bytes()
	}
}

// startNginx runs nginx with a file of its http block until the test ends.
func startNginx(t *testing.T, dir, text string) {
	t.Helper()
	text = fmt.Sprintf("daemon off; worker_processes 1; pid %[1]s/pid; error_log stderr notice;\nevents {}\nhttp {\nclient_body_temp_path %[1]s/body; proxy_temp_path %[1]s/proxy; fastcgi_temp_path %[1]s/fastcgi; uwsgi_temp_path %[1]s/uwsgi; scgi_temp_path %[1]s/scgi;\n%[2]s}\n", dir, text)
	file := filepath.Join(dir, "nginx.conf")
	write(t, file, text)
	arguments := []string{"-c", file, "-e", "stderr"}
	if os.Geteuid() == 0 {
		// Its workers would be another user, who cannot write below dir.
		arguments = append(arguments, "-g", "user root;")
	}
	cmd := exec.CommandContext(context.WithoutCancel(t.Context()), "nginx", arguments...)
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatalf("%v; install nginx, or run make nginx-test", err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		_ = cmd.Wait()
	})
	scanner := bufio.NewScanner(stderr)
	for scanner.Scan() {
		if strings.Contains(scanner.Text(), "start worker process ") {
			go func() { _, _ = io.Copy(io.Discard, stderr) }()
			return
		}
		t.Log(scanner.Text())
	}
	t.Fatal("nginx did not start")
}

// certificate makes one for the names of example.com, and trusts it.
func (p *proxy) certificate(t *testing.T) (certificate, key string) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), DNSNames: []string{"autoconfig.example.com"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, private.Public(), private)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	certificate = string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}))
	p.roots = x509.NewCertPool()
	p.roots.AppendCertsFromPEM([]byte(certificate))
	return certificate, string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret}))
}

func freeAddress(t *testing.T) string {
	t.Helper()
	var config net.ListenConfig
	listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	return listener.Addr().String()
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
