//go:build mailservers

package mailservers_test

import (
	"bufio"
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"net"
	"net/netip"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strings"
	"testing"

	"signpost/internal/doctor/doctortest"
)

// here is where dovecot listens. Clients come from another address of loopback, since
// dovecot trusts what comes from its own, and offers passwords in plaintext to it.
const here = "127.0.0.3"

// configuration is all that dovecot 2.3 needs to greet. There is no mailbox: nobody
// logs in, and nothing is relayed.
const configuration = `
base_dir = %[1]s/run
log_path = /dev/stderr
protocols = imap pop3 submission
listen = ` + here + `
hostname = mail.example.com
submission_relay_host = ` + here + `
passdb {
  driver = static
  args = password=x
}
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
service submission-login {
  inet_listener submission {
    port = %[6]d
  }
  inet_listener submissions {
    port = %[7]d
    ssl = yes
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
service submission-login {
  chroot =
}
service anvil {
  chroot =
}
`

// Settings in which the dovecots of the tests differ.
const (
	good     = "ssl = required\nauth_mechanisms = plain login\n"
	lenient  = "ssl = yes\ndisable_plaintext_auth = no\nauth_mechanisms = plain login\n"
	stripped = "ssl = no\ndisable_plaintext_auth = no\nauth_mechanisms = plain login\n"
)

// A dovecot is one that runs: its ports.
type dovecot struct {
	imap, imaps, pop3, pop3s, submission, submissions int
}

// startDovecot runs dovecot with settings until the test ends. The first certificate
// is shown to clients that name no host, or another one.
func startDovecot(t testing.TB, settings string, certificates ...*tls.Certificate) dovecot {
	t.Helper()
	work := workDir(t)
	var shown strings.Builder
	for i, c := range certificates {
		pem := filepath.Join(work, fmt.Sprintf("%d.pem", i))
		doctortest.WritePEM(t, pem, c)
		text := fmt.Sprintf("ssl_cert = <%[1]s\nssl_key = <%[1]s\n", pem)
		if i > 0 {
			text = fmt.Sprintf("local_name %s {\n%s}\n", namesOf(t, c)[0], text)
		}
		shown.WriteString(text)
	}
	p := freePorts(t, 6)
	config := fmt.Sprintf(configuration, work, p[0], p[1], p[2], p[3], p[4], p[5]) + settings + shown.String() + userSettings(t)
	file := filepath.Join(work, "dovecot.conf")
	if err := os.WriteFile(file, []byte(config), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, file)
	return dovecot{imap: p[0], imaps: p[1], pop3: p[2], pop3s: p[3], submission: p[4], submissions: p[5]}
}

// workDir is a directory whose name is short: it becomes a part of the names of
// sockets, for which there are a hundred bytes. The processes that greet are those of
// another user, who must get in.
func workDir(t testing.TB) string {
	t.Helper()
	work, err := os.MkdirTemp("", "dovecot") //nolint:usetesting // its name would be that of the test
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(work); err != nil {
			t.Error(err)
		}
	})
	if err := os.Chmod(work, 0o755); err != nil {
		t.Fatal(err)
	}
	return work
}

func namesOf(t testing.TB, c *tls.Certificate) []string {
	t.Helper()
	leaf, err := x509.ParseCertificate(c.Certificate[0])
	if err != nil {
		t.Fatal(err)
	}
	return leaf.DNSNames
}

// run starts dovecot in the foreground and waits until it says that it has started,
// which is after it listens.
func run(t testing.TB, config string) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, program(), "-F", "-c", config)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatalf("%v; install dovecot-imapd, dovecot-pop3d and dovecot-submissiond, or run make mailservers-test", err)
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

func userSettings(t testing.TB) string {
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
func freePorts(t testing.TB, n int) []int {
	t.Helper()
	var config net.ListenConfig
	var listeners []net.Listener
	var ports []int
	for range n {
		listener, err := config.Listen(t.Context(), "tcp", here+":0")
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
