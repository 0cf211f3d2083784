package main

import (
	"fmt"
	"os"
	"path/filepath"

	"signpost/provider"
	"signpost/provider/automx2"
	"signpost/provider/ispdb"
	"signpost/provider/monogramm"
)

// importCommand turns the data of other projects into provider files.
type importCommand struct {
	ISPDB     importISPDB     `cmd:"" name:"ispdb" help:"Import ISPDB files (Thunderbird autoconfig XML)."`
	Automx2   importAutomx2   `cmd:"" name:"automx2" help:"Import a seed file of automx2 (JSON)."`
	Monogramm importMonogramm `cmd:"" name:"monogramm" help:"Import the environment of Monogramm's autodiscover-email-settings."`
}

// importFlags are what all imports have in common.
type importFlags struct {
	Out string `short:"o" placeholder:"DIR" help:"Directory for the provider files. Without it a single provider is printed."`
}

type importISPDB struct {
	importFlags
	Path string `arg:"" help:"ISPDB file, or a directory of them."`
}

type importAutomx2 struct {
	importFlags
	Path string `arg:"" help:"Seed file."`
}

type importMonogramm struct {
	importFlags
	Path string `arg:"" help:"File of NAME=value lines, such as .env, or a compose file."`
}

// Run imports one file, or all of a directory.
func (c *importISPDB) Run(env environment) error {
	info, err := os.Stat(c.Path)
	if err != nil {
		return fmt.Errorf("reading the ISPDB files: %w", err)
	}
	if info.IsDir() {
		providers, report, err := ispdb.ReadDir(c.Path)
		if err != nil {
			return err
		}
		return c.write(env, providers, append(report.Changed, report.Dropped...))
	}
	p, findings, err := ispdb.ReadFile(c.Path)
	if err != nil {
		return c.fail(env, findings, err)
	}
	return c.write(env, []provider.Provider{p}, findings)
}

// Run imports one seed file.
func (c *importAutomx2) Run(env environment) error {
	return c.one(env, c.Path, automx2.Parse)
}

// Run imports one environment.
func (c *importMonogramm) Run(env environment) error {
	return c.one(env, c.Path, monogramm.Parse)
}

// one reads a file from which one provider comes.
func (f importFlags) one(env environment, path string, parse func(string, []byte) (provider.Provider, provider.Problems, error)) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("reading what to import: %w", err)
	}
	p, findings, err := parse(path, data)
	if err != nil {
		return f.fail(env, findings, err)
	}
	return f.write(env, []provider.Provider{p}, findings)
}

// fail says what was noticed before the import failed.
func (importFlags) fail(env environment, findings provider.Problems, err error) error {
	if len(findings) > 0 {
		fmt.Fprintln(env.stderr, findings.Error())
	}
	return err
}

// write prints a provider, or writes a file for each into the directory. Files
// that are there already stay: what was imported is often edited. What did not
// fit is listed on standard error.
func (f importFlags) write(env environment, providers []provider.Provider, findings provider.Problems) error {
	if len(findings) > 0 {
		fmt.Fprintln(env.stderr, findings.Error())
	}
	if f.Out == "" {
		if len(providers) != 1 {
			return fmt.Errorf("there are %s; say with --out where their files shall go", count(len(providers), "provider"))
		}
		text, err := provider.Encode(providers[0])
		if err != nil {
			return fmt.Errorf("writing provider %s: %w", providers[0].ID, err)
		}
		fmt.Fprintf(env.stdout, "%s", text)
		return nil
	}
	if err := os.MkdirAll(f.Out, 0o750); err != nil {
		return fmt.Errorf("making the directory for provider files: %w", err)
	}
	written := 0
	for _, p := range providers {
		text, err := provider.Encode(p)
		if err != nil {
			return fmt.Errorf("writing provider %s: %w", p.ID, err)
		}
		made, err := writeNew(filepath.Join(f.Out, p.ID+".yaml"), text)
		if err != nil {
			return err
		}
		if !made {
			fmt.Fprintf(env.stderr, "signpost: %s is there already and stays as it is\n", filepath.Join(f.Out, p.ID+".yaml"))
			continue
		}
		written++
	}
	fmt.Fprintf(env.stderr, "signpost: wrote %s to %s, with %s\n", count(written, "provider file"), f.Out, count(len(findings), "remark"))
	return nil
}

// writeNew writes a file that is not there yet, and tells whether it did.
func writeNew(name string, data []byte) (bool, error) {
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644) //nolint:gosec // provider files are no secret.
	if os.IsExist(err) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("writing a provider file: %w", err)
	}
	if _, err := file.Write(data); err != nil {
		_ = file.Close()
		return false, fmt.Errorf("writing %s: %w", name, err)
	}
	if err := file.Close(); err != nil {
		return false, fmt.Errorf("writing %s: %w", name, err)
	}
	return true, nil
}
