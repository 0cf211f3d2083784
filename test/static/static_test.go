//go:build nginx

// Package static_test serves what `signpost export` wrote by a real nginx with the
// configuration of deploy/nginx-static.conf, and lets the clients read it. It is
// run by `make nginx-test`, which installs nginx.
package static_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"signpost/client"
)

// startNginx runs nginx on a port of loopback until the test ends.
func startNginx(t *testing.T, tree string) (address string) {
	t.Helper()
	snippet, err := os.ReadFile(filepath.Join("..", "..", "deploy", "nginx-static.conf"))
	if err != nil {
		t.Fatal(err)
	}
	var config net.ListenConfig
	listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address = listener.Addr().String()
	if err := listener.Close(); err != nil {
		t.Fatal(err)
	}
	work := t.TempDir()
	text := strings.NewReplacer("listen 80;", "listen "+address+";", "/srv/signpost", tree).Replace(string(snippet))
	text = fmt.Sprintf("daemon off; worker_processes 1; pid %[1]s/pid; error_log stderr notice;\nevents {}\nhttp {\naccess_log off;\nclient_body_temp_path %[1]s/body; proxy_temp_path %[1]s/proxy; fastcgi_temp_path %[1]s/fastcgi; uwsgi_temp_path %[1]s/uwsgi; scgi_temp_path %[1]s/scgi;\n%[2]s}\n", work, text)
	file := filepath.Join(work, "nginx.conf")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	// As root nginx serves as nobody, who must get in.
	for _, dir := range []string{filepath.Dir(tree), tree} {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, "nginx", "-c", file, "-e", "stderr", "-g", userDirective())
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatalf("%v; install nginx, or run make nginx-test", err)
	}
	t.Cleanup(func() { cancel(); _ = cmd.Wait() })
	scanner := bufio.NewScanner(stderr)
	for scanner.Scan() {
		if strings.Contains(scanner.Text(), "start worker process ") {
			go func() { _, _ = io.Copy(io.Discard, stderr) }()
			return address
		}
		t.Log(scanner.Text())
	}
	t.Fatal("nginx did not start")
	return ""
}

func userDirective() string {
	if os.Geteuid() == 0 {
		return "user root;"
	}
	return ""
}

// tree exports the providers of the tests and returns the directory.
func tree(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "tree")
	cmd := exec.CommandContext(t.Context(), "go", "run", "../../cmd/signpost", "export", "--only-own", "--providers", "../../autoconfig/testdata/providers", dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return dir
}

func TestClientsReadTheStaticTreeFromNginx(t *testing.T) {
	address := startNginx(t, tree(t))
	for _, c := range []struct {
		client, format, method, host, path string
		// want is the incoming server, or "" for a 404.
		want string
	}{
		{"thunderbird", "autoconfig", "GET", "autoconfig.example.com", "/mail/config-v1.1.xml?emailaddress=user%40example.com", "imap.example.com"},
		{"k9", "autoconfig", "GET", "AUTOCONFIG.example.com.", "/mail/config-v1.1.xml", "imap.example.com"},
		{"thunderbird", "autoconfig", "GET", "ispdb.example.com", "/v1.1/example.com", "imap.example.com"},
		{"outlook", "pox", "POST", "autodiscover.example.com", "/Autodiscover/Autodiscover.xml", "imap.example.com"},
		{"deltachat", "pox", "GET", "autodiscover.example.com", "/autodiscover/autodiscover.xml", "imap.example.com"},
		{"pimalaya", "pacc", "GET", "ua-auto-config.example.com", "/.well-known/user-agent-configuration.json", "imap.example.com"},
		{"apple", "profile", "GET", "autoconfig.example.com", "/email.mobileconfig", "imap.example.com"},
		{"thunderbird", "autoconfig", "GET", "autoconfig.xn--fsqu00a.example", "/mail/config-v1.1.xml", "xn--5nq051n.xn--fsqu00a.example"},
		{"thunderbird", "autoconfig", "GET", "autoconfig.unknown.example", "/mail/config-v1.1.xml", ""},
		{"thunderbird", "autoconfig", "GET", "autoconfig.unchecked.example", "/mail/config-v1.1.xml", ""},
		{"pimalaya", "pacc", "GET", "ua-auto-config.starttls.example", "/.well-known/user-agent-configuration.json", ""},
		{"thunderbird", "autoconfig", "GET", "..", "/autoconfig.example.com/mail/config-v1.1.xml", ""},
	} {
		t.Run(c.client+" "+c.host+c.path, func(t *testing.T) {
			reply := ask(t, c.method, address, c.host, c.path)
			if c.want == "" {
				if reply.Status != http.StatusNotFound && reply.Status != http.StatusBadRequest {
					t.Errorf("status %d, want 404", reply.Status)
				}
				return
			}
			for _, reader := range client.ReadersOf(c.format) {
				if reader.Client != c.client {
					continue
				}
				setup, err := reader.Read(reply, "user@example.com")
				if err != nil {
					t.Fatalf("%v\nstatus %d, %s\n%s", err, reply.Status, reply.Type, reply.Body)
				}
				if setup.Incoming[0].Host != c.want {
					t.Errorf("incoming server %s, want %s", setup.Incoming[0].Host, c.want)
				}
			}
		})
	}
}

func ask(t *testing.T, method, address, host, path string) client.Reply {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, "http://"+address+path, strings.NewReader(""))
	if err != nil {
		t.Fatal(err)
	}
	r.Host = host
	response, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return client.Reply{Status: response.StatusCode, Type: response.Header.Get("Content-Type"), Body: body}
}
