package main

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"strings"

	"signpost/autoconfig"
)

// lookupCommand answers one question without a server.
type lookupCommand struct {
	providerFlags
	hostedFlags
	Address   string   `arg:"" help:"Mail address or domain."`
	Format    string   `placeholder:"NAME" help:"Print exactly the bytes that the server would send: ${formats}."`
	JSON      bool     `name:"json" help:"Short for --format json."`
	Lang      string   `placeholder:"TAG" help:"Language of the text, such as en or zh. Default: from the environment."`
	PublicURL *url.URL `name:"public-url" placeholder:"URL" help:"The https address of the server, for formats that name it."`
}

// Run prints the answer; an unknown domain is status 1.
func (c *lookupCommand) Run(env environment) error {
	if strings.TrimSpace(c.Address) == "" {
		return errors.New("the address is empty; write one such as name@example.com, or a domain")
	}
	table, err := c.table()
	if err != nil {
		return err
	}
	name := textFormat(env.stdout)
	switch {
	case c.JSON && c.Format != "" && c.Format != "json":
		return fmt.Errorf("--json and --format %s contradict each other; use one of them", c.Format)
	case c.JSON:
		name = "json"
	case c.Format != "":
		name = c.Format
	}
	lang := c.Lang
	if lang == "" {
		lang = environmentLanguage()
	}
	hosts, err := c.hosts()
	if err != nil {
		return err
	}
	handler, err := autoconfig.New(table, autoconfig.Options{PublicURL: c.PublicURL, MX: hosts})
	if err != nil {
		return err
	}
	doc, err := handler.Lookup(env.ctx, name, c.Address, lang)
	switch {
	case errors.Is(err, autoconfig.ErrUnknownFormat), errors.Is(err, autoconfig.ErrMalformed):
		return err
	case err != nil && !errors.Is(err, autoconfig.ErrNotExpressible) && !hasDot(c.Address):
		return fmt.Errorf("%q is neither a mail address nor a domain; write name@example.com or example.com", c.Address)
	case err != nil:
		fmt.Fprintf(env.stderr, "signpost: %v\n", err)
		return errNo
	}
	if _, err := env.stdout.Write(doc.Body); err != nil {
		return fmt.Errorf("writing the answer: %w", err)
	}
	return nil
}

// hasDot tells whether the domain of what was asked has more than one label, in any
// of the dots of IDNA (RFC 3490, section 3.1).
func hasDot(asked string) bool {
	return strings.ContainsAny(asked[strings.LastIndexAny(asked, "@")+1:], ".\u3002\uff0e\uff61")
}

// textFormat is the text, with colours where a person looks at it: on a terminal
// that has some, unless NO_COLOR forbids it (no-color.org).
func textFormat(stdout io.Writer) string {
	file, ok := stdout.(*os.File)
	if !ok || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return "text"
	}
	info, err := file.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 || os.Getenv("TERM") == "" {
		return "text"
	}
	return "ansi"
}

// environmentLanguage reads the language of messages as POSIX has it (XBD 8.2),
// as a BCP 47 tag.
func environmentLanguage() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			tag, _, _ := strings.Cut(value, ".")
			tag, _, _ = strings.Cut(tag, "@")
			if tag == "C" || tag == "POSIX" {
				return ""
			}
			return strings.ReplaceAll(tag, "_", "-")
		}
	}
	return ""
}
