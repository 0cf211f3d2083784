package probe

import "strings"

// greetPOP3 reads the greeting (RFC 1939, section 4).
func greetPOP3(t *text, said *Said) error {
	line, err := t.readLine()
	if err != nil {
		return err
	}
	ok, rest, err := statusPOP3(line)
	switch {
	case err != nil:
		return strange(line, "POP3")
	case !ok:
		return problem(TurnedAway, rest)
	}
	said.Greeting = cleaned(rest)
	if at := strings.IndexByte(rest, '<'); at >= 0 && strings.Contains(rest[at:], "@") && strings.Contains(rest[at:], ">") {
		said.addMechanisms("APOP")
	}
	return nil
}

// capabilitiesPOP3 is RFC 2449, section 5. A server need not know the command, and
// then has none to show.
func capabilitiesPOP3(t *text, said *Said) error {
	ok, _, err := commandPOP3(t, "CAPA")
	if err != nil {
		return err
	}
	if !ok {
		said.Answered = true
		return nil
	}
	for {
		line, err := t.readLine()
		if err != nil {
			return err
		}
		if line == "." {
			said.Answered = true
			return nil
		}
		line = strings.TrimPrefix(line, ".")
		said.Capabilities = add(said.Capabilities, line)
		switch word, rest := cutWord(line); word {
		case "SASL":
			said.addMechanisms(strings.Fields(rest)...)
		case "USER":
			said.Password = true
		case "STLS":
			said.STARTTLS = true
		}
	}
}

// startTLSPOP3 is RFC 2595, section 4.
func startTLSPOP3(t *text) error {
	ok, rest, err := commandPOP3(t, "STLS")
	if err == nil && !ok {
		err = problem(STARTTLSRefused, rest)
	}
	return err
}

func farewellPOP3(t *text) error { return t.send("QUIT") }

// commandPOP3 sends a command and reads the first line of the answer.
func commandPOP3(t *text, command string) (ok bool, rest string, err error) {
	if err := t.send(command); err != nil {
		return false, "", err
	}
	line, err := t.readLine()
	if err != nil {
		return false, "", err
	}
	return statusPOP3(line)
}

// statusPOP3 reads a status indicator (RFC 1939, section 3).
func statusPOP3(line string) (ok bool, rest string, err error) {
	switch word, rest := cutWord(line); word {
	case "+OK":
		return true, rest, nil
	case "-ERR":
		return false, rest, nil
	}
	return false, "", problem(Garbage, line)
}
