package main_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
)

// server is a `signpost serve` that runs as a process of its own.
type server struct {
	// address and admin are where it listens; admin is empty without --admin-http.
	address, admin string
	process        *exec.Cmd
	// lines carries what it logs; closed when it logs no more.
	lines chan string
	log   strings.Builder
}

var (
	servingLine  = regexp.MustCompile(`msg"?[=:]"?serving`)
	addressField = regexp.MustCompile(`[ ,]"?http"?[=:]"?([0-9.]+:\d+)`)
	adminField   = regexp.MustCompile(`[ ,]"?admin_http"?[=:]"?([0-9.]+:\d+)`)
)

// startServer runs a command line, which must end up as `signpost serve`, and
// returns when the log says where it listens.
func startServer(ctx context.Context, dir string, env []string, args ...string) (*server, error) {
	s := &server{process: exec.CommandContext(ctx, args[0], args[1:]...), lines: make(chan string, 1)}
	s.process.Dir = dir
	s.process.Env = append([]string{"PATH=" + os.Getenv("PATH")}, env...)
	stderr, err := s.process.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := s.process.Start(); err != nil {
		return nil, err
	}
	go s.read(stderr)
	line, err := s.waitFor(servingLine)
	if err != nil {
		return nil, errors.Join(err, s.process.Wait())
	}
	if m := addressField.FindStringSubmatch(line); m != nil {
		s.address = m[1]
	}
	if m := adminField.FindStringSubmatch(line); m != nil {
		s.admin = m[1]
	}
	return s, nil
}

func (s *server) read(stderr io.Reader) {
	scanner := bufio.NewScanner(stderr)
	for scanner.Scan() {
		s.lines <- scanner.Text()
	}
	close(s.lines)
}

// waitFor reads the log up to the line that matches.
func (s *server) waitFor(want *regexp.Regexp) (string, error) {
	for line := range s.lines {
		s.log.WriteString(line + "\n")
		if want.MatchString(line) {
			return line, nil
		}
	}
	return "", fmt.Errorf("the server ended before it logged %s; its log:\n%s", want, s.log.String())
}

// terminate sends SIGTERM.
func (s *server) terminate() error { return s.process.Process.Signal(syscall.SIGTERM) }

// mailAddress is one as clients send it.
var mailAddress = regexp.MustCompile(`[^\s@"'<>()=]+(@|%40)[a-z0-9-]+\.[a-z]`)

// wait reads the log to its end and returns how the process ended: nil is status 0, and
// no address in the log, whoever was asked about.
func (s *server) wait() error {
	for line := range s.lines {
		s.log.WriteString(line + "\n")
	}
	err := s.process.Wait()
	if found := mailAddress.FindString(s.log.String()); found != "" {
		return errors.Join(err, fmt.Errorf("the log holds the address %s", found))
	}
	return err
}
