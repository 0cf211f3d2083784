package probe

import "strings"

// hello is the name that we go by. Many clients send this one, which tells nothing
// of the machine that asks.
const hello = "[127.0.0.1]"

// greetSMTP reads the greeting (RFC 5321, section 4.2).
func greetSMTP(t *text, said *Said) error {
	code, lines, err := replySMTP(t, func(line string) Problem { return strange(line, "SMTP") })
	if err == nil && code != "220" {
		err = refusal(code, lines)
	}
	if err != nil {
		return err
	}
	said.Greeting = cleaned(strings.Join(lines, " "))
	return nil
}

// capabilitiesSMTP says EHLO. There is no HELO after a refusal: a server without
// extensions takes no submissions (RFC 6409, section 7).
func capabilitiesSMTP(t *text, said *Said) error {
	code, lines, err := commandSMTP(t, "EHLO "+hello)
	if err == nil && code != "250" {
		err = refusal(code, lines)
	}
	if err != nil {
		return err
	}
	said.Answered = true
	for _, line := range lines[1:] {
		said.Capabilities = add(said.Capabilities, line)
		// AUTH=PLAIN LOGIN is an old form that some servers send beside the new one.
		switch word, rest := cutWord(strings.Replace(line, "=", " ", 1)); word {
		case "AUTH":
			said.addMechanisms(strings.Fields(rest)...)
		case "STARTTLS":
			said.STARTTLS = true
		}
	}
	return nil
}

// startTLSSMTP is RFC 3207, section 4.
func startTLSSMTP(t *text) error {
	code, lines, err := commandSMTP(t, "STARTTLS")
	if err == nil && code != "220" {
		err = problem(STARTTLSRefused, code+" "+strings.Join(lines, " "))
	}
	return err
}

func farewellSMTP(t *text) error { return t.send("QUIT") }

// refusal is a reply other than the one that was asked for. Its first digit says
// whether it means no, for now (4) or for good (5).
func refusal(code string, lines []string) Problem {
	kind := Garbage
	if code[0] >= '4' {
		kind = TurnedAway
	}
	return problem(kind, code+" "+strings.Join(lines, " "))
}

func commandSMTP(t *text, command string) (code string, lines []string, err error) {
	if err := t.send(command); err != nil {
		return "", nil, err
	}
	return replySMTP(t, func(line string) Problem { return problem(Garbage, line) })
}

// replySMTP reads a reply of one or more lines, which all have the same code (RFC
// 5321, section 4.2.1). There is at least one line. Wrong names the problem of a
// first line that is none of a reply.
func replySMTP(t *text, wrong func(line string) Problem) (code string, lines []string, err error) {
	for {
		line, err := t.readLine()
		switch {
		case err != nil:
			return "", nil, err
		case len(line) < 3 || !isCode(line[:3]) || len(line) > 3 && line[3] != ' ' && line[3] != '-':
			return "", nil, wrong(line)
		case code != "" && line[:3] != code:
			return "", nil, problem(Garbage, line)
		}
		code = line[:3]
		lines = append(lines, line[min(4, len(line)):])
		if len(line) == 3 || line[3] == ' ' {
			return code, lines, nil
		}
	}
}
