package main

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"signpost/autoconfig"
)

// exportCommand writes the answers that need no server as files, for nginx, a CDN
// or an object store.
type exportCommand struct {
	providerFlags
	Dir       string   `arg:"" help:"Directory to write into; it must be empty or not exist."`
	PublicURL *url.URL `name:"public-url" placeholder:"URL" help:"The https address of the server, for formats that name it."`
}

// exported is one file of the static tree: what is asked at its path. {domain}
// stands for the domain, and the first folder for the Host.
type exported struct{ format, path string }

// staticTree is what a web server can answer by Host and path alone. The answers
// to POST and to addresses in queries need the program.
func staticTree() []exported {
	return []exported{
		{"autoconfig", "autoconfig.{domain}/mail/config-v1.1.xml"},
		{"autoconfig", "{domain}/.well-known/autoconfig/mail/config-v1.1.xml"},
		{"profile", "autoconfig.{domain}/email.mobileconfig"},
		{"pox", "autodiscover.{domain}/autodiscover/autodiscover.xml"},
		{"pacc", "ua-auto-config.{domain}/.well-known/user-agent-configuration.json"},
		{"ispdb", "ispdb/v1.1/{domain}"},
		{"json", "ispdb/lookup/{domain}.json"},
		{"text", "ispdb/lookup/{domain}"},
	}
}

// Run writes the tree, and says how many answers could not be written because a
// format cannot express a provider.
func (c *exportCommand) Run(env environment) error {
	table, err := c.table()
	if err != nil {
		return err
	}
	handler, err := autoconfig.New(table, autoconfig.Options{PublicURL: c.PublicURL})
	if err != nil {
		return err
	}
	if err := emptyDirectory(c.Dir); err != nil {
		return err
	}
	files, left := 0, 0
	for domain := range table.Served() {
		for _, e := range staticTree() {
			doc, err := handler.Lookup(env.ctx, e.format, domain, "en")
			if errors.Is(err, autoconfig.ErrNotExpressible) {
				left++
				continue
			}
			if err != nil {
				return fmt.Errorf("exporting %s for %s: %w", e.format, domain, err)
			}
			if err := writeFile(filepath.Join(c.Dir, filepath.FromSlash(strings.ReplaceAll(e.path, "{domain}", domain))), doc.Body); err != nil {
				return err
			}
			files++
		}
	}
	fmt.Fprintf(env.stderr, "signpost: wrote %s to %s; %s had no form for their provider\n", count(files, "file"), c.Dir, count(left, "answer"))
	return nil
}

// emptyDirectory makes a directory, or makes sure that there is nothing in it: an
// answer of an older table must not stay.
func emptyDirectory(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil { //nolint:gosec // a web server of another user reads it.
		return fmt.Errorf("making the directory for the static tree: %w", err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("looking into the directory for the static tree: %w", err)
	}
	if len(entries) > 0 {
		return fmt.Errorf("%s is not empty: old answers in it would go on being served; name a new directory and switch over to it", dir)
	}
	return nil
}

func writeFile(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil { //nolint:gosec // as above.
		return fmt.Errorf("making a directory of the static tree: %w", err)
	}
	if err := os.WriteFile(name, data, 0o644); err != nil { //nolint:gosec // as above.
		return fmt.Errorf("writing a file of the static tree: %w", err)
	}
	return nil
}
