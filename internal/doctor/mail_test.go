package doctor_test

import (
	"bufio"
	"crypto/tls"
	"net"
	"strings"

	"signpost/internal/doctor/doctortest"
	"signpost/provider"
)

// fakeServer is a server that greets, tells what it can do and protects the
// connection. It is as stupid as a probe needs.
type fakeServer struct {
	doctortest.MailServer

	config *tls.Config
}

func (m fakeServer) serve(conn net.Conn) {
	protected := m.Implicit
	if m.Implicit {
		conn = tls.Server(conn, m.config)
	}
	reader := bufio.NewReader(conn)
	say := func(lines ...string) bool {
		_, err := conn.Write([]byte(strings.Join(lines, "\r\n") + "\r\n"))
		return err == nil
	}
	say(map[provider.Protocol]string{provider.IMAP: "* OK ready", provider.POP3: "+OK ready", provider.SMTP: "220 mail ESMTP"}[m.Protocol])
	for {
		line, err := reader.ReadString('\n')
		if err != nil {
			return
		}
		tag, command := "", strings.TrimSpace(line)
		if m.Protocol == provider.IMAP {
			tag, command, _ = strings.Cut(command, " ")
		}
		command, _, _ = strings.Cut(strings.ToUpper(command), " ")
		switch command {
		case "STARTTLS", "STLS":
			say(map[provider.Protocol]string{provider.IMAP: tag + " OK", provider.POP3: "+OK", provider.SMTP: "220 go"}[m.Protocol])
			conn = tls.Server(conn, m.config)
			reader, protected = bufio.NewReader(conn), true
		case "CAPABILITY", "CAPA", "EHLO":
			if !say(m.capabilities(tag, protected)...) {
				return
			}
		case "LOGOUT", "QUIT":
			say(map[provider.Protocol]string{provider.IMAP: tag + " OK", provider.POP3: "+OK", provider.SMTP: "221 bye"}[m.Protocol])
			return
		default:
			say(map[provider.Protocol]string{provider.IMAP: tag + " BAD", provider.POP3: "-ERR", provider.SMTP: "500 what"}[m.Protocol])
		}
	}
}

// capabilities are the lines of an answer.
func (m fakeServer) capabilities(tag string, protected bool) []string {
	offers := m.STARTTLS && !protected
	auth := ""
	if protected || m.InClear {
		auth = m.Auth
	}
	switch m.Protocol {
	case provider.IMAP:
		line := "* CAPABILITY IMAP4rev1"
		if offers {
			line += " STARTTLS"
		}
		if auth == "" || !strings.Contains(auth, "PLAIN") {
			line += " LOGINDISABLED"
		}
		if auth != "" {
			line += " AUTH=" + strings.Join(strings.Fields(auth), " AUTH=")
		}
		return []string{line, tag + " OK done"}
	case provider.POP3:
		lines := []string{"+OK"}
		if offers {
			lines = append(lines, "STLS")
		}
		if auth != "" {
			lines = append(lines, "SASL "+auth)
		}
		return append(lines, ".")
	default:
		lines := []string{"250-mail"}
		if offers {
			lines = append(lines, "250-STARTTLS")
		}
		if auth != "" {
			lines = append(lines, "250-AUTH "+auth)
		}
		return append(lines, "250 8BITMIME")
	}
}
