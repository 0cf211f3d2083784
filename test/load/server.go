//go:build load

package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"time"
)

// patience is how long a server may take to answer for the first time, and to end.
const patience = 10 * time.Second

// server is a process that is measured.
type server struct {
	// address is where it answers: host:port.
	address string
	secure  bool
	// bySignal says that it ends by the signal, as a program does that does not catch it.
	bySignal bool
	// log is the file that standard error goes to, which is where the access log of
	// signpost is.
	log     string
	began   time.Time
	process *exec.Cmd
	// ended is closed when the process has ended, as end says.
	ended chan struct{}
	end   error
}

// serveBare starts the bare server with an answer.
func (r *rig) serveBare(ctx context.Context, a answer, secure bool) (*server, error) {
	body, err := r.file("body", a.body)
	if err != nil {
		return nil, err
	}
	args := []string{"-body", body, "-type", a.kind(), "-status", strconv.Itoa(a.status)}
	if secure {
		args = append(args, "-cert", r.certificates[ecdsaP256].cert, "-key", r.certificates[ecdsaP256].key)
	}
	address, err := freeAddress(ctx)
	if err != nil {
		return nil, err
	}
	return r.run(ctx, &server{address: address, secure: secure, bySignal: true}, r.bare, append(args, "-address", address)...)
}

// serveSignpost starts signpost as it is shipped: access log, metrics and all
// limits on. The extra flags are those of a case.
func (r *rig) serveSignpost(ctx context.Context, program string, secure bool, flags ...string) (*server, error) {
	address, err := freeAddress(ctx)
	if err != nil {
		return nil, err
	}
	args := append([]string{"serve", "--http", address}, flags...)
	if secure {
		args = append(
			[]string{"serve", "--http", "127.0.0.1:0", "--https", address},
			"--tls-cert", r.certificates[ecdsaP256].cert, "--tls-key", r.certificates[ecdsaP256].key,
		)
	}
	return r.run(ctx, &server{address: address, secure: secure}, program, args...)
}

// run starts a program on the processor of the servers, with one thread of Go code
// at a time and with nothing else in its environment but where a profile goes.
func (r *rig) run(ctx context.Context, s *server, program string, args ...string) (*server, error) {
	s.log = filepath.Join(r.dir, filepath.Base(program)+".log")
	// Appended to, so that it can be cut between the turns.
	log, err := os.OpenFile(s.log, os.O_CREATE|os.O_TRUNC|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("opening the log: %w", err)
	}
	defer func() { _ = log.Close() }()
	s.process = command(ctx, "taskset", append([]string{"--cpu-list", serverCore, program}, args...)...)
	s.process.Env = []string{"GOMAXPROCS=1", profileVariable + "=" + filepath.Join(r.dir, profileName)}
	s.process.Stderr = log
	s.process.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	s.ended = make(chan struct{})
	s.began = time.Now()
	if err := s.process.Start(); err != nil {
		return nil, fmt.Errorf("starting %s: %w", program, err)
	}
	go func() {
		defer close(s.ended)
		s.end = s.process.Wait()
	}()
	return s, nil
}

// stop ends the process as an admin does and wants it to end well: with status 0, or,
// the bare server, by the signal.
func (s *server) stop() error {
	if err := s.process.Process.Signal(syscall.SIGTERM); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return fmt.Errorf("stopping the server: %w", err)
	}
	select {
	case <-s.ended:
	case <-time.After(patience):
		return errors.Join(errors.New("the server does not end"), s.process.Process.Kill())
	}
	var exit *exec.ExitError
	if s.bySignal && errors.As(s.end, &exit) && exit.String() == "signal: "+syscall.SIGTERM.String() {
		return nil
	}
	if s.end != nil {
		return fmt.Errorf("the server did not end well: %w\n%s", s.end, s.lastWords())
	}
	return nil
}

// lastWords is the end of the log.
func (s *server) lastWords() string {
	log, err := os.ReadFile(s.log)
	if err != nil {
		return err.Error()
	}
	return string(log[max(0, len(log)-1000):])
}

// forgetLog empties the log: a turn writes some ten megabytes.
func (s *server) forgetLog() error {
	if err := os.Truncate(s.log, 0); err != nil {
		return fmt.Errorf("emptying the log: %w", err)
	}
	return nil
}

// freeAddress is a port of loopback that nobody listens on.
func freeAddress(ctx context.Context) (string, error) {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return "", fmt.Errorf("looking for a port: %w", err)
	}
	defer func() { _ = listener.Close() }()
	return listener.Addr().String(), nil
}
