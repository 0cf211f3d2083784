//go:build load

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Where a signpost that was built with the tag "profiling" leaves its CPU profile.
const (
	profileVariable = "SIGNPOST_CPU_PROFILE"
	profileName     = "cpu.pprof"
)

// profile writes a CPU profile of all cases, which have the same share of the time,
// for profile-guided builds. It is made without the profile of before.
func (r *rig) profile(ctx context.Context, name string) error {
	program := filepath.Join(r.dir, "profiled")
	if err := build(ctx, program, "./cmd/signpost", "-tags", "profiling", "-pgo", "off"); err != nil {
		return err
	}
	args := []string{"tool", "pprof", "-proto", "-output", filepath.Join(r.dir, "merged.pprof")}
	for i, c := range r.cases() {
		written, err := r.profileOf(ctx, program, c)
		if err != nil {
			return fmt.Errorf("%s: %w", c.name, err)
		}
		kept := filepath.Join(r.dir, fmt.Sprintf("%d.pprof", i))
		if err := os.Rename(written, kept); err != nil {
			return fmt.Errorf("keeping the profile: %w", err)
		}
		fmt.Fprintln(os.Stderr, c.name)
		args = append(args, kept)
	}
	if out, err := command(ctx, "go", args...).CombinedOutput(); err != nil {
		return fmt.Errorf("putting the profiles together: %w\n%s", err, out)
	}
	merged, err := os.ReadFile(filepath.Join(r.dir, "merged.pprof"))
	if err != nil {
		return fmt.Errorf("reading the profile: %w", err)
	}
	neutral, err := withoutMachine(merged)
	if err != nil {
		return fmt.Errorf("taking the paths of this machine out of the profile: %w", err)
	}
	if err := os.WriteFile(name, neutral, 0o644); err != nil { //nolint:gosec // a file of the source tree, for all to read.
		return fmt.Errorf("writing the profile: %w", err)
	}
	return nil
}

// profileOf asks what a case asks, and returns where the profile is.
func (r *rig) profileOf(ctx context.Context, program string, c comparison) (string, error) {
	s, err := r.serveSignpost(ctx, program, c.secure, c.flags...)
	if err != nil {
		return "", err
	}
	err = r.exercise(ctx, s, c)
	if err := errors.Join(err, s.stop()); err != nil {
		return "", err
	}
	return filepath.Join(r.dir, profileName), nil
}

// exercise gives a server as many turns as it has when it is measured.
func (r *rig) exercise(ctx context.Context, s *server, c comparison) error {
	a, err := c.recorded(ctx, s)
	if err != nil {
		return err
	}
	turn := r.turnOf(s, r.driveOf(c, a.status))
	for range r.rounds {
		if _, err := turn(ctx); err != nil {
			return err
		}
	}
	return nil
}
