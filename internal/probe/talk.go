package probe

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net"
	"net/netip"
	"strings"

	"signpost/provider"
)

// redial connects again and talks.
func (p *Prober) redial(ctx context.Context, at netip.AddrPort, target Target, security provider.Security) Conversation {
	conn, err := p.dialAgain(ctx, at)
	if err != nil {
		return Conversation{Security: security, Problems: []Problem{dialProblem(ctx, err)}}
	}
	return p.hold(ctx, conn, at, target, security)
}

func (p *Prober) dialAgain(ctx context.Context, at netip.AddrPort) (net.Conn, error) {
	ctx, cancel := share(ctx, 3)
	defer cancel()
	return p.dial(ctx, at)
}

// hold has a conversation and closes the connection. If what modern clients offer
// leads to no handshake, it tries once more with all that Go can do.
func (p *Prober) hold(ctx context.Context, conn net.Conn, at netip.AddrPort, target Target, security provider.Security) Conversation {
	modern := p.converse(ctx, conn, at, target, security, false)
	n := len(modern.Problems)
	if n == 0 || modern.Problems[n-1].Kind != TLSHandshake || modern.Session.Version != "" {
		return modern
	}
	conn, err := p.dialAgain(ctx, at)
	if err != nil {
		return modern
	}
	legacy := p.converse(ctx, conn, at, target, security, true)
	if legacy.Session.Version == "" {
		return modern
	}
	found := problem(TLSLegacy, legacy.Session.Version+", "+legacy.Session.Cipher).at(AtHandshake)
	legacy.Problems = append([]Problem{found}, legacy.Problems...)
	return legacy
}

// A talk is a conversation under way.
type talk struct {
	Conversation

	prober  *Prober
	target  Target
	dialect dialect
	legacy  bool
	wire    *wire
	text    *text
	step    Step
}

// converse has one conversation in half of the time that is left, and closes the
// connection.
func (p *Prober) converse(ctx context.Context, conn net.Conn, at netip.AddrPort, target Target, security provider.Security, legacy bool) Conversation {
	ctx, cancel := share(ctx, 2)
	defer cancel()
	defer context.AfterFunc(ctx, func() { _ = conn.Close() })()
	defer func() { _ = conn.Close() }()
	w := &wire{Conn: conn}
	t := &talk{
		Conversation: Conversation{Security: security, Address: at},
		prober:       p, target: target, dialect: dialects[target.Protocol], legacy: legacy,
		wire: w, text: newText(w),
	}
	deadline, _ := ctx.Deadline()
	err := conn.SetDeadline(deadline)
	if err == nil {
		err = t.run(ctx)
	}
	if err != nil {
		t.Problems = append(t.Problems, t.explain(ctx, err).at(t.step))
	}
	return t.Conversation
}

// run talks until the point where a client would log in.
func (t *talk) run(ctx context.Context) error {
	side := &t.Plain
	if t.Security == provider.TLS {
		if err := t.handshake(ctx); err != nil {
			return err
		}
		side = &t.Protected
	}
	t.step = AtGreeting
	if err := t.dialect.greet(t.text, side); err != nil {
		return err
	}
	t.step = AtCapabilities
	if err := t.dialect.capabilities(t.text, side); err != nil {
		return err
	}
	if t.Security == provider.STARTTLS {
		if err := t.upgrade(ctx); err != nil {
			return err
		}
	}
	// Whether the server hears the farewell is no matter.
	_ = t.dialect.farewell(t.text)
	return nil
}

// upgrade protects the connection by STARTTLS, and asks for the capabilities again.
func (t *talk) upgrade(ctx context.Context) error {
	t.step = AtSTARTTLS
	if !t.Plain.STARTTLS {
		_ = t.dialect.farewell(t.text)
		return problem(STARTTLSNotOffered, withoutSTARTTLS(t.Plain))
	}
	if err := t.dialect.startTLS(t.text); err != nil {
		return err
	}
	if t.text.early() {
		line, _ := t.text.reader.Peek(t.text.reader.Buffered())
		return problem(PlaintextAfterSTARTTLS, string(line))
	}
	if err := t.handshake(ctx); err != nil {
		return err
	}
	t.step = AtCapabilities
	return t.dialect.capabilities(t.text, &t.Protected)
}

// withoutSTARTTLS is what can be seen of the reason why STARTTLS is not offered.
func withoutSTARTTLS(said Said) string {
	masked := func(capability string) bool {
		return len(capability) > 3 && strings.Trim(capability, "X") == "" || strings.HasPrefix(capability, "XXXX")
	}
	for _, capability := range said.Capabilities {
		if masked(capability) {
			return "a firewall on the way masks it as " + capability
		}
	}
	switch {
	case strings.HasPrefix(said.Greeting, preauth):
		return "the greeting says that the client is logged in already (PREAUTH)"
	case len(said.Capabilities) == 0:
		return "it lists no capabilities at all"
	}
	return ""
}

// explain finds the problem behind an error.
func (t *talk) explain(ctx context.Context, err error) Problem {
	var known Problem
	var network net.Error
	var record tls.RecordHeaderError
	var op *net.OpError
	switch {
	case t.step == AtGreeting && t.Security != provider.TLS && recognise(string(t.wire.first)) == tlsName:
		return problem(TLSOnPlainPort, "")
	case errors.As(err, &known):
		return known
	case errors.Is(err, errTooMuch):
		return problem(TooMuchData, "")
	case errors.Is(ctx.Err(), context.Canceled):
		return problem(Cut, "")
	case ctx.Err() != nil, errors.As(err, &network) && network.Timeout():
		return t.late()
	case errors.As(err, &record):
		return t.notTLS()
	case errors.As(err, &op) && (op.Op == "remote error" || op.Op == "local error"):
		// An alert. With TLS 1.3 one that ends the handshake comes after it.
		return problem(TLSHandshake, op.Err.Error()).at(AtHandshake)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.ErrClosedPipe), op != nil:
		return t.closed()
	case t.step == AtHandshake:
		return problem(TLSHandshake, err.Error())
	}
	return problem(Closed, err.Error())
}

// late tells a server that says nothing from one that has begun.
func (t *talk) late() Problem {
	heard := t.text.heard
	if t.step == AtHandshake {
		heard = t.wire.turn
	}
	if heard == 0 {
		return problem(Silent, "")
	}
	return problem(Tarpit, "")
}

// closed tells a server that never said anything from one that was interrupted.
func (t *talk) closed() Problem {
	if t.wire.total == 0 || t.step == AtGreeting && t.text.ever == 0 {
		return problem(ClosedAtOnce, "")
	}
	return problem(Closed, "")
}

// notTLS names what came where the server's part of a handshake should be.
func (t *talk) notTLS() Problem {
	line, _, _ := strings.Cut(string(t.wire.first), "\n")
	switch name := recognise(line); {
	case t.Security == provider.STARTTLS:
		return problem(PlaintextAfterSTARTTLS, line)
	case name == t.dialect.name:
		return problem(PlainOnTLSPort, line)
	default:
		return strange(line, t.dialect.name)
	}
}
