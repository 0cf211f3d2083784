package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/alecthomas/kong"
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

// commands is the command line: one field a command, each in a file of its own.
type commands struct {
	Serve       serveCommand       `cmd:"" help:"Answer mail clients over HTTP."`
	Lookup      lookupCommand      `cmd:"" help:"Look an address or a domain up, as the server would."`
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
	env := environment{ctx: ctx, stdout: stdout, stderr: stderr}
	var cli commands
	exited := -1
	parser, err := kong.New(&cli,
		kong.Name("signpost"),
		kong.Description("signpost points every mail client at the right servers."),
		kong.Writers(stdout, stderr),
		kong.Exit(func(code int) { exited = code }),
		kong.UsageOnError(),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		kong.DefaultEnvars("SIGNPOST"),
	)
	if err != nil {
		fmt.Fprintf(stderr, "signpost: building the command line: %v\n", err)
		return exitUsage
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	command, err := parser.Parse(args)
	if exited >= 0 {
		return exited
	}
	if err != nil {
		fmt.Fprintf(stderr, "signpost: %v\nTry `signpost --help`.\n", err)
		return exitUsage
	}
	switch err := command.Run(env); {
	case err == nil:
		return exitOK
	case errors.Is(err, errNo):
		return exitNo
	default:
		return report(stderr, err)
	}
}
