//go:build unix

// Package postgrestest runs a PostgreSQL of its own for tests, on loopback and in a
// temporary directory.
package postgrestest

import (
	"bufio"
	"context"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
)

// Password is that of the user signpost, who owns every database.
const Password = "pass word:of/tests@and#more?100%" //nolint:gosec // of databases that live as long as a test

// A Cluster is a PostgreSQL server with its data.
type Cluster struct {
	bin, data string
	port      int
	as        *syscall.Credential
	databases int

	process *exec.Cmd
	// ended is closed when the process has ended, how is its status.
	ended chan struct{}
	how   error
}

// Start makes a cluster and runs it until the test ends.
func Start(t testing.TB) *Cluster {
	t.Helper()
	c := New(t)
	c.Run(t)
	return c
}

// New makes a cluster that does not run yet.
func New(t testing.TB) *Cluster {
	t.Helper()
	// Not t.TempDir, whose parents only we may enter.
	dir, err := os.MkdirTemp("", "postgres-")
	must(t, err)
	t.Cleanup(func() { must(t, os.RemoveAll(dir)) })
	c := &Cluster{bin: programs(t), data: filepath.Join(dir, "data"), port: freePort(t)}
	password := filepath.Join(dir, "password")
	must(t, os.WriteFile(password, []byte(Password+"\n"), 0o600))
	if os.Geteuid() == 0 {
		c.as = unprivileged(t)
		for _, path := range []string{dir, password} {
			must(t, os.Chown(path, int(c.as.Uid), int(c.as.Gid)))
		}
	}
	initdb := c.command("initdb", "--pgdata", c.data, "--username", "signpost", "--pwfile", password,
		"--auth", "scram-sha-256", "--encoding", "UTF8", "--no-locale", "--no-sync")
	if output, err := initdb.CombinedOutput(); err != nil {
		t.Fatalf("initdb: %v\n%s", err, output)
	}
	return c
}

// Run starts the server, and returns when it takes connections.
func (c *Cluster) Run(t testing.TB) {
	t.Helper()
	c.process = c.command("postgres", "-D", c.data, "-h", "127.0.0.1", "-p", strconv.Itoa(c.port), "-k", "", "-c", "fsync=off")
	output, err := c.process.StderrPipe()
	must(t, err)
	must(t, c.process.Start())
	c.ended = make(chan struct{})
	ready := make(chan struct{})
	var said strings.Builder
	go func() {
		defer close(c.ended)
		once := sync.OnceFunc(func() { close(ready) })
		for lines := bufio.NewScanner(output); lines.Scan(); {
			if strings.HasSuffix(lines.Text(), "database system is ready to accept connections") {
				once()
				continue
			}
			fmt.Fprintln(&said, lines.Text())
		}
		c.how = c.process.Wait()
	}()
	select {
	case <-ready:
	case <-c.ended:
		t.Fatalf("postgres ended with %v:\n%s", c.how, said.String())
	}
	t.Cleanup(func() { c.Stop(t) })
}

// Stop ends the server at once, and every connection with it. It may be run again.
func (c *Cluster) Stop(t testing.TB) {
	t.Helper()
	if c.process == nil {
		return
	}
	must(t, c.process.Process.Signal(syscall.SIGQUIT))
	<-c.ended
	c.process = nil
}

// Database makes an empty database, and returns its address.
func (c *Cluster) Database(t testing.TB) string {
	t.Helper()
	c.databases++
	name := "test" + strconv.Itoa(c.databases)
	Exec(t, c.Address("postgres"), "CREATE DATABASE "+name)
	return c.Address(name)
}

// Address is that of a database, with user and password.
func (c *Cluster) Address(database string) string {
	return fmt.Sprintf("postgres://%s@127.0.0.1:%d/%s?sslmode=disable", url.UserPassword("signpost", Password), c.port, database)
}

// command is a program of PostgreSQL, run by a user it accepts.
func (c *Cluster) command(name string, arguments ...string) *exec.Cmd {
	cmd := exec.CommandContext(context.Background(), filepath.Join(c.bin, name), arguments...) //nolint:gosec // initdb or postgres
	cmd.Dir = filepath.Dir(c.data)
	cmd.Env = append(os.Environ(), "LC_ALL=C")
	if c.as != nil {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: c.as}
	}
	return cmd
}

// unprivileged is a user who may run PostgreSQL, which root may not.
func unprivileged(t testing.TB) *syscall.Credential {
	t.Helper()
	for _, name := range []string{"postgres", "nobody"} {
		found, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, err := strconv.ParseUint(found.Uid, 10, 32)
		must(t, err)
		gid, err := strconv.ParseUint(found.Gid, 10, 32)
		must(t, err)
		return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	}
	t.Fatal("root may not run PostgreSQL, and there is neither a user postgres nor a user nobody")
	return nil
}

// programs is the directory of initdb and postgres: in the PATH, or where Debian puts
// them.
func programs(t testing.TB) string {
	t.Helper()
	if path, err := exec.LookPath("initdb"); err == nil {
		path, err = filepath.EvalSymlinks(path)
		must(t, err)
		return filepath.Dir(path)
	}
	found, err := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	must(t, err)
	if len(found) == 0 {
		t.Fatal("there is no initdb; install postgresql, or run make acme-test")
	}
	slices.Sort(found)
	return filepath.Dir(found[len(found)-1])
}

func freePort(t testing.TB) int {
	t.Helper()
	var config net.ListenConfig
	listener, err := config.Listen(context.Background(), "tcp", "127.0.0.1:0")
	must(t, err)
	address, _ := listener.Addr().(*net.TCPAddr)
	must(t, listener.Close())
	return address.Port
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
