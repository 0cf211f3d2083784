package main_test

import (
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	signpost "signpost/cmd/signpost"
)

// completions are the shells, and how to find out which flags and which values of a
// flag each one offers. Bash is asked itself; every machine that runs the tests has it.
var completions = []struct {
	shell, file string
	flags       func(t *testing.T, file, command string) []string
	values      func(t *testing.T, file, command, flag string) []string
	commands    func(t *testing.T, file string) []string
}{
	{"bash", "completions/signpost.bash", bashFlags, bashValues, bashCommands},
	{"zsh", "completions/_signpost", zshFlags, zshValues, zshCommands},
	{"fish", "completions/signpost.fish", fishFlags, fishValues, fishCommands},
}

func TestCompletionsOfferWhatTheProgramTakes(t *testing.T) {
	for _, c := range completions {
		file := readDeployed(t, c.file)
		t.Run(c.shell, func(t *testing.T) {
			var first []string
			for _, command := range surface(t) {
				t.Run(command.Name, func(t *testing.T) { compareCompletion(t, command, c.flags(t, file, command.Name), c.values, file) })
				name, _, _ := strings.Cut(command.Name, " ")
				first = append(first, name)
			}
			slices.Sort(first)
			if diff := cmp.Diff(slices.Compact(first), sorted(c.commands(t, file))); diff != "" {
				t.Errorf("other commands than the program has (-program +completion):\n%s", diff)
			}
		})
	}
}

func compareCompletion(t *testing.T, command signpost.Command, flags []string, values func(*testing.T, string, string, string) []string, file string) {
	t.Helper()
	if diff := cmp.Diff(command.Flags, sorted(flags)); diff != "" {
		t.Errorf("other flags than the command has (-command +completion):\n%s", diff)
	}
	for flag, words := range command.Words {
		if diff := cmp.Diff(sorted(words), sorted(values(t, file, command.Name, flag))); diff != "" {
			t.Errorf("other values of --%s than the command takes (-command +completion):\n%s", flag, diff)
		}
	}
}

// sorted is a sorted copy without doubles.
func sorted(list []string) []string { return slices.Compact(slices.Sorted(slices.Values(list))) }

// bash asks for what may stand at the end of a command line.
func bash(t *testing.T, file string, line ...string) []string {
	t.Helper()
	script := file + `
compopt() { :; }
COMP_WORDS=("$@"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_signpost
printf '%s\n' "${COMPREPLY[@]}"`
	arguments := append([]string{"--norc", "-c", script, "bash", "signpost"}, line...)
	out, err := exec.CommandContext(t.Context(), "bash", arguments...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return strings.Fields(string(out))
}

func bashFlags(t *testing.T, file, command string) []string {
	return withoutDashes(bash(t, file, append(strings.Fields(command), "--")...))
}

func bashValues(t *testing.T, file, command, flag string) []string {
	return bash(t, file, append(strings.Fields(command), "--"+flag, "=")...)
}

func bashCommands(t *testing.T, file string) []string { return bash(t, file, "") }

func withoutDashes(flags []string) []string {
	names := make([]string, len(flags))
	for i, f := range flags {
		names[i] = strings.TrimPrefix(f, "--")
	}
	return names
}

// zshBlock is the branch of a command in the file, with the lists of flags that
// commands share put in.
func zshBlock(file, command string) string {
	name, _, _ := strings.Cut(command, " ")
	_, block, _ := strings.Cut(file, "\n  "+name+")\n")
	block, _, _ = strings.Cut(block, "\n    ;;")
	for _, shared := range []string{"table", "mx", "help"} {
		_, list, _ := strings.Cut(file, "\n  "+shared+"=(")
		list, _, _ = strings.Cut(list, "\n  "+map[string]string{"table": ")", "mx": ")", "help": "table"}[shared])
		block = strings.ReplaceAll(block, "$"+shared, list)
	}
	return block
}

var zshFlag = regexp.MustCompile(`(?m)(?:^|['{,*])--([a-z0-9-]+)`)

func zshFlags(_ *testing.T, file, command string) []string {
	var flags []string
	for _, m := range zshFlag.FindAllStringSubmatch(zshBlock(file, command), -1) {
		flags = append(flags, m[1])
	}
	return flags
}

func zshValues(_ *testing.T, file, command, flag string) []string {
	m := regexp.MustCompile(`--` + flag + `=\[[^]]*\]:[a-z]+:\(([^)]*)\)`).FindStringSubmatch(zshBlock(file, command))
	if m == nil {
		return nil
	}
	return strings.Fields(m[1])
}

func zshCommands(_ *testing.T, file string) []string {
	_, list, _ := strings.Cut(file, "commands=(")
	list, _, _ = strings.Cut(list, "\n    )")
	return submatches(regexp.MustCompile(`(?m)^ *'([a-z]+):`), list)
}

func submatches(pattern *regexp.Regexp, text string) []string {
	var found []string
	for _, m := range pattern.FindAllStringSubmatch(text, -1) {
		found = append(found, m[1])
	}
	return found
}

var (
	fishTable  = regexp.MustCompile(`set -l table '([^']*)'`)
	fishSeen   = regexp.MustCompile(`__fish_seen_subcommand_from ([a-z0-9 ]+)`)
	fishFlag   = regexp.MustCompile(`^complete .* -l ([a-z0-9-]+)`)
	fishChoice = regexp.MustCompile(` -x -a '([^']*)'`)
)

// fishLines are the lines of a command by the names of their flags. A line without
// a condition is for all.
func fishLines(file, command string) map[string]string {
	if m := fishTable.FindStringSubmatch(file); m != nil {
		file = strings.ReplaceAll(file, "$table", m[1])
	}
	name, _, _ := strings.Cut(command, " ")
	lines := map[string]string{}
	for line := range strings.Lines(file) {
		flag, seen := fishFlag.FindStringSubmatch(line), fishSeen.FindStringSubmatch(line)
		if flag == nil || len(seen) == 2 && !slices.Contains(strings.Fields(seen[1]), name) {
			continue
		}
		lines[flag[1]] = line
	}
	return lines
}

func fishFlags(_ *testing.T, file, command string) []string {
	var flags []string
	for flag := range fishLines(file, command) {
		flags = append(flags, flag)
	}
	return flags
}

func fishValues(_ *testing.T, file, command, flag string) []string {
	m := fishChoice.FindStringSubmatch(fishLines(file, command)[flag])
	if m == nil {
		return nil
	}
	return strings.Fields(m[1])
}

func fishCommands(_ *testing.T, file string) []string {
	return submatches(regexp.MustCompile(`-n __fish_use_subcommand -a ([a-z]+)`), file)
}
