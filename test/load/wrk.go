//go:build load

package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

// wrk lets wrk ask. Of the status it sees only whether it is an error, which here
// it is for all answers or for none; which one it is was checked before.
func (r *rig) wrk(c comparison, status int) drive {
	return func(ctx context.Context, s *server, duration time.Duration) (turn, error) {
		args := []string{
			"--threads", "1", "--connections", strconv.Itoa(connections), "--duration", fmt.Sprintf("%.0fs", duration.Seconds()),
			"--script", "test/load/ask.lua", "--header", "Host: " + c.ask.host,
		}
		for name, value := range c.ask.header {
			args = append(args, "--header", name+": "+value)
		}
		if c.reconnect {
			args = append(args, "--header", "Connection: close")
		}
		args = append(args, "http://"+s.address+c.ask.target)
		if c.ask.body != "" {
			body, err := r.file("posted", []byte(c.ask.body))
			if err != nil {
				return turn{}, err
			}
			args = append(args, "--", body)
		}
		ctx, cancel := context.WithTimeout(ctx, duration+patience)
		defer cancel()
		wrk := command(ctx, "wrk", args...)
		wrk.Env = append(os.Environ(), "LD_PRELOAD="+r.awake())
		out, err := wrk.CombinedOutput()
		if err != nil {
			return turn{}, fmt.Errorf("running wrk: %w\n%s", err, out)
		}
		return summary(string(out), status >= http.StatusBadRequest)
	}
}

// summary reads the last line of ask.lua.
func summary(out string, refuses bool) (turn, error) {
	var t turn
	var refused, broken int
	if strings.Contains(out, "cannot be preloaded") {
		return t, fmt.Errorf("wrk is not kept awake:\n%s", out)
	}
	at := strings.Index(out, "answers=")
	if at < 0 {
		return t, fmt.Errorf("wrk says\n%s", out)
	}
	_, err := fmt.Sscanf(out[at:], "answers=%d refused=%d broken=%d", &t.answers, &refused, &broken)
	if err != nil {
		return t, fmt.Errorf("reading what wrk says: %w\n%s", err, out)
	}
	want := 0
	if refuses {
		want = t.answers
	}
	if t.answers == 0 || broken > 0 || refused != want {
		return t, fmt.Errorf("%d answers, of them %d with a status from 400 on (want %d), and %d connections that broke", t.answers, refused, want, broken)
	}
	return t, nil
}
