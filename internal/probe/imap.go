package probe

import (
	"strconv"
	"strings"
)

// preauth is the status of an IMAP greeting without log-in (RFC 9051, section
// 7.1.4). STARTTLS is not possible after it, which is how attackers use it.
const preauth = "PREAUTH"

// greetIMAP reads the greeting (RFC 9051, section 7.1).
func greetIMAP(t *text, said *Said) error {
	line, err := t.readLine()
	if err != nil {
		return err
	}
	if recognise(line) != "IMAP" {
		return strange(line, "IMAP")
	}
	status, rest := cutWord(line[len("* "):])
	if strings.HasPrefix(strings.ToUpper(rest), "[CAPABILITY ") {
		_, rest, _ = strings.Cut(rest, "]")
	}
	switch status {
	case "OK":
		said.Greeting = cleaned(rest)
	case preauth:
		said.Greeting = cleaned(preauth + " " + rest)
	case "BYE":
		return problem(TurnedAway, rest)
	default:
		return problem(Garbage, line)
	}
	return nil
}

// capabilitiesIMAP asks even if the greeting had them: what a server says before
// TLS is not what it says after (RFC 9051, section 6.2.1).
func capabilitiesIMAP(t *text, said *Said) error {
	untagged, status, rest, err := commandIMAP(t, "CAPABILITY")
	if err != nil {
		return err
	}
	if status != "OK" {
		return problem(TurnedAway, status+" "+rest)
	}
	for _, line := range untagged {
		if word, listed := cutWord(line); word == "CAPABILITY" {
			for capability := range strings.FieldsSeq(listed) {
				said.Capabilities = add(said.Capabilities, capability)
			}
		}
	}
	said.Answered, said.Password = true, true
	for _, capability := range said.Capabilities {
		upper := strings.ToUpper(capability)
		switch mechanism, isMechanism := strings.CutPrefix(upper, "AUTH="); {
		case isMechanism:
			said.addMechanisms(mechanism)
		case upper == "LOGINDISABLED":
			said.Password = false
		case upper == "STARTTLS":
			said.STARTTLS = !strings.HasPrefix(said.Greeting, preauth)
		}
	}
	return nil
}

// startTLSIMAP is RFC 9051, section 6.2.1.
func startTLSIMAP(t *text) error {
	_, status, rest, err := commandIMAP(t, "STARTTLS")
	if err == nil && status != "OK" {
		err = problem(STARTTLSRefused, status+" "+rest)
	}
	return err
}

func farewellIMAP(t *text) error { return t.send(nextTag(t) + " LOGOUT") }

func nextTag(t *text) string {
	t.tags++
	return "a" + strconv.Itoa(t.tags)
}

// commandIMAP sends a command and reads up to its tagged answer. The untagged ones
// come without their asterisk. There is nothing to ask that is answered with a
// literal or a continuation.
func commandIMAP(t *text, command string) (untagged []string, status, rest string, err error) {
	tag := nextTag(t)
	if err := t.send(tag + " " + command); err != nil {
		return nil, "", "", err
	}
	for {
		line, err := t.readLine()
		if err != nil {
			return nil, "", "", err
		}
		if answer, ok := strings.CutPrefix(line, tag+" "); ok {
			status, rest = cutWord(answer)
			if status != "OK" && status != "NO" && status != "BAD" {
				return nil, "", "", problem(Garbage, line)
			}
			return untagged, status, rest, nil
		}
		answer, ok := strings.CutPrefix(line, "* ")
		if !ok {
			return nil, "", "", problem(Garbage, line)
		}
		if word, why := cutWord(answer); word == "BYE" {
			return nil, "", "", problem(TurnedAway, why)
		}
		untagged = append(untagged, answer)
	}
}
