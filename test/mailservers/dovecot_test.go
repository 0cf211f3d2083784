//go:build mailservers

package mailservers_test

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/netip"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// configuration is all that dovecot 2.3 needs to greet. There is no mailbox: nobody
// logs in.
const configuration = `
base_dir = %[1]s/run
log_path = /dev/stderr
protocols = imap pop3
listen = 127.0.0.1
auth_mechanisms = plain login
passdb {
  driver = static
  args = password=x
}
ssl_cert = <%[1]s/certificate.pem
ssl_key = <%[1]s/key.pem
service imap-login {
  inet_listener imap {
    port = %[2]d
  }
  inet_listener imaps {
    port = %[3]d
  }
}
service pop3-login {
  inet_listener pop3 {
    port = %[4]d
  }
  inet_listener pop3s {
    port = %[5]d
  }
}
`

// unprivileged is added where dovecot cannot change to users of its own.
const unprivileged = `
default_internal_user = %[1]s
default_internal_group = %[2]s
default_login_user = %[1]s
service imap-login {
  chroot =
}
service pop3-login {
  chroot =
}
service anvil {
  chroot =
}
`

// An identity is a certificate that vouches for itself, and its key, in PEM.
type identity struct {
	certificate, key []byte
	roots            *x509.CertPool
}

func newIdentity(t *testing.T, name string) identity {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name}, DNSNames: []string{name},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	made := identity{
		certificate: pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}),
		key:         pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret}),
		roots:       x509.NewCertPool(),
	}
	made.roots.AppendCertsFromPEM(made.certificate)
	return made
}

// startDovecot runs dovecot with settings added to the configuration until the test
// ends.
func startDovecot(t *testing.T, id identity, settings string) dovecot {
	t.Helper()
	work := t.TempDir()
	// The processes that greet are those of another user, who must get in.
	for _, dir := range []string{filepath.Dir(work), work} {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	ports := freePorts(t, 4)
	d := dovecot{imap: ports[0], imaps: ports[1], pop3: ports[2], pop3s: ports[3], roots: id.roots}
	config := fmt.Sprintf(configuration, work, d.imap, d.imaps, d.pop3, d.pop3s) + settings + "\n" + userSettings(t)
	for name, content := range map[string]string{
		"dovecot.conf": config, "certificate.pem": string(id.certificate), "key.pem": string(id.key),
	} {
		if err := os.WriteFile(filepath.Join(work, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run(t, filepath.Join(work, "dovecot.conf"))
	return d
}

// run starts dovecot in the foreground and waits until it says that it has started,
// which is after it listens.
func run(t *testing.T, config string) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, program(), "-F", "-c", config)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatalf("%v; install dovecot-imapd and dovecot-pop3d, or run make mailservers-test", err)
	}
	t.Cleanup(func() { cancel(); _ = cmd.Wait() })
	scanner := bufio.NewScanner(stderr)
	for scanner.Scan() {
		if strings.Contains(scanner.Text(), "starting up for ") {
			go func() { _, _ = io.Copy(io.Discard, stderr) }()
			return
		}
		t.Log(scanner.Text())
	}
	t.Fatal("dovecot did not start")
}

// program is dovecot, which is not where users other than root look.
func program() string {
	if path, err := exec.LookPath("dovecot"); err == nil {
		return path
	}
	return "/usr/sbin/dovecot"
}

func userSettings(t *testing.T) string {
	t.Helper()
	if os.Geteuid() == 0 {
		return ""
	}
	me, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	group, err := user.LookupGroupId(me.Gid)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf(unprivileged, me.Username, group.Name)
}

// freePorts finds n different ports. All are held until the last one is known.
func freePorts(t *testing.T, n int) []int {
	t.Helper()
	var config net.ListenConfig
	var listeners []net.Listener
	var ports []int
	for range n {
		listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		listeners = append(listeners, listener)
		ports = append(ports, int(netip.MustParseAddrPort(listener.Addr().String()).Port()))
	}
	for _, listener := range listeners {
		if err := listener.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return ports
}
