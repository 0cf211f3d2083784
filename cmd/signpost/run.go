package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/alecthomas/kong"

	"signpost/provider"
)

// The rules of the command line:
//
//   - answers go to standard output, everything else to standard error;
//   - an error is one sentence, "signpost: " before it, without a full stop, with
//     what to do behind it where that is not plain; lists of problems stand alone,
//     one a line, in the form that editors jump to;
//   - exit status 0: all is well; 1: the answer is no; 2: wrong use.
const (
	exitOK    = 0
	exitNo    = 1
	exitUsage = 2
)

// environmentPrefix begins the variable of every flag: SIGNPOST_HTTP is --http.
const environmentPrefix = "SIGNPOST"

// commands is the command line: one field a command, each in a file of its own.
type commands struct {
	Serve       serveCommand       `cmd:"" help:"Answer mail clients over HTTP."`
	Lookup      lookupCommand      `cmd:"" help:"Look an address or a domain up, as the server would."`
	Check       checkCommand       `cmd:"" help:"Check provider files with the eyes of every mail client."`
	DNS         dnsCommand         `cmd:"" name:"dns" help:"Print the DNS records of a domain, or compare them with DNS."`
	Doctor      doctorCommand      `cmd:"" help:"Find out what every mail client would do with an address."`
	Import      importCommand      `cmd:"" help:"Turn the data of other projects into provider files."`
	Export      exportCommand      `cmd:"" help:"Write the answers as files, for a web server without signpost."`
	Healthcheck healthcheckCommand `cmd:"" help:"Ask a running server whether it is well."`
	Version     versionCommand     `cmd:"" help:"Print the version."`
}

// environment is what a command may use of the outside.
type environment struct {
	ctx    context.Context
	stdout io.Writer
	stderr io.Writer
}

// errNo ends a command with status 1: nothing went wrong, the answer is no. What
// there is to say has been printed.
var errNo = errors.New("the answer is no")

// run is the whole program: it returns the exit status.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	var cli commands
	exited := -1
	parser, err := newParser(&cli, stdout, stderr, func(code int) { exited = code })
	if err != nil {
		fmt.Fprintf(stderr, "signpost: building the command line: %v\n", err)
		return exitUsage
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	if args[0] == "--version" {
		// What most programs know, beside the command.
		args = append([]string{"version"}, args[1:]...)
	}
	command, err := parser.Parse(args)
	if exited >= 0 {
		return exited
	}
	if err != nil {
		fmt.Fprintf(stderr, "signpost: %v\nTry `%s --help`.\n", err, asked(err))
		return exitUsage
	}
	switch err := command.Run(environment{ctx: ctx, stdout: stdout, stderr: stderr}); {
	case err == nil:
		return exitOK
	case errors.Is(err, errNo):
		return exitNo
	default:
		return report(stderr, err)
	}
}

func newParser(cli *commands, stdout, stderr io.Writer, exit func(int)) (*kong.Kong, error) {
	formats, err := formatNames()
	if err != nil {
		return nil, err
	}
	if err := dropEmptyVariables(); err != nil {
		return nil, err
	}
	return kong.New(cli,
		kong.Name("signpost"),
		kong.Description("signpost points every mail client at the right servers."),
		kong.Writers(stdout, stderr),
		kong.Exit(exit),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.DefaultEnvars(environmentPrefix),
		kong.Vars{"formats": formats},
	)
}

// asked is the command line as far as it was understood: whose help to read.
func asked(err error) string {
	var wrong *kong.ParseError
	if errors.As(err, &wrong) && wrong.Context != nil && wrong.Context.Selected() != nil {
		return "signpost " + wrong.Context.Selected().Name
	}
	return "signpost"
}

// report prints an error and returns the exit status of wrong use.
func report(stderr io.Writer, err error) int {
	var problems provider.Problems
	if errors.As(err, &problems) {
		fmt.Fprintln(stderr, problems.Error())
		fmt.Fprintf(stderr, "signpost: %s in the provider files\n", count(len(problems), "problem"))
		return exitUsage
	}
	fmt.Fprintf(stderr, "signpost: %v\n", err)
	return exitUsage
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
