//go:build soak

package soak_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"
)

const (
	// guard is the time after which something counts as never.
	guard = 30 * time.Second
	// pause is between two requests of one good client: the load stays below what
	// two cores can do, so that what is slow or lost has another reason.
	pause = 100 * time.Millisecond
	// asksPerConnection is after how many requests a good client connects anew.
	asksPerConnection = 40
)

// question is a request with the answer that was given in peace.
type question struct {
	request      string
	status       int
	kind, answer string
}

// askedInPeace asks what the good clients will ask, before there is any load.
// Answers to the same question have the same bytes, always.
func askedInPeace(t *testing.T, address string) []question {
	t.Helper()
	pox := `<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/requestschema/2006">` +
		`<Request><EMailAddress>user@sina.com</EMailAddress></Request></Autodiscover>`
	get := func(target, more string) string {
		return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n"
	}
	questions := []question{
		{request: get("/mail/config-v1.1.xml?emailaddress=user%40sina.com", "User-Agent: Thunderbird/153.0\r\n"), status: http.StatusOK},
		{request: get("/v1.1/gmail.com", ""), status: http.StatusOK},
		{request: "POST /Autodiscover/Autodiscover.xml HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\nContent-Length: " +
			strconv.Itoa(len(pox)) + "\r\n\r\n" + pox, status: http.StatusOK},
		{request: get("/email.mobileconfig?email=user@sina.com", ""), status: http.StatusOK},
		{request: get("/lookup/user@sina.com", "Accept: application/json\r\n"), status: http.StatusOK},
		{request: get("/", "Accept: text/html\r\n"), status: http.StatusOK},
		{request: get("/v1.1/unknown.example", ""), status: http.StatusNotFound},
	}
	var c client
	defer c.close()
	for i, q := range questions {
		status, kind, answer, err := c.ask(t.Context(), address, q)
		if err != nil || status != q.status || answer == "" {
			t.Fatalf("in peace: status %d and %q, error %v; want %d\n%s", status, answer, err, q.status, q.request)
		}
		questions[i].kind, questions[i].answer = kind, answer
	}
	return questions
}

// client is a connection that is opened when it is needed. It tries nothing twice,
// as net/http's transport would.
type client struct {
	conn   net.Conn
	reader *bufio.Reader
	asked  int
	// afterKill says that the connection was opened when the first server was dead.
	afterKill bool
}

// errNobody is the error of a connection that could not be opened.
var errNobody = errors.New("nobody listens")

func (c *client) ask(ctx context.Context, address string, q question) (status int, kind, answer string, err error) {
	if c.conn == nil {
		if c.conn, err = new(net.Dialer).DialContext(ctx, "tcp", address); err != nil {
			c.conn = nil
			return 0, "", "", fmt.Errorf("%w: %w", errNobody, err)
		}
		c.reader, c.asked = bufio.NewReader(c.conn), 0
	}
	status, kind, answer, err = c.exchange(q)
	c.asked++
	if err != nil || c.asked >= asksPerConnection {
		c.close()
	}
	return status, kind, answer, err
}

func (c *client) exchange(q question) (status int, kind, answer string, err error) {
	if err := c.conn.SetDeadline(time.Now().Add(guard)); err != nil {
		return 0, "", "", err
	}
	if _, err := io.WriteString(c.conn, q.request); err != nil {
		return 0, "", "", err
	}
	response, err := http.ReadResponse(c.reader, nil)
	if err != nil {
		return 0, "", "", err
	}
	body, err := io.ReadAll(response.Body)
	if err := errors.Join(err, response.Body.Close()); err != nil {
		return 0, "", "", err
	}
	if response.Close {
		return 0, "", "", errors.New("the server closed the connection of a good client")
	}
	return response.StatusCode, response.Header.Get("Content-Type"), string(body), nil
}

func (c *client) close() {
	if c.conn != nil {
		_ = c.conn.Close()
		c.conn = nil
	}
}

// good asks until the load ends. A question that was lost with a server that may die
// is asked until it is answered.
func (l *load) good(ctx context.Context, random *rand.Rand) {
	var c client
	defer c.close()
	tick := time.NewTicker(pause)
	defer tick.Stop()
	for ctx.Err() == nil {
		q := l.questions[random.IntN(len(l.questions))]
		for !l.done(ctx, &c, q) {
			<-tick.C
		}
		<-tick.C
	}
}

// done asks once and notes how it went. It is false if the question may be asked again.
func (l *load) done(ctx context.Context, c *client, q question) bool {
	if c.conn == nil {
		c.afterKill = l.killed.Load()
	}
	begin := time.Now()
	status, kind, answer, err := c.ask(context.Background(), l.address, q)
	switch {
	case err == nil && status == q.status && kind == q.kind && answer == q.answer:
		l.took(time.Since(begin))
	case err == nil:
		l.fail("%s\nstatus %d, %s\n%s\nwant %d, %s\n%s", firstLine(q.request), status, kind, answer, q.status, q.kind, q.answer)
	case errors.Is(err, errNobody) && l.mayDie && ctx.Err() == nil:
		l.nobody.Add(1)
		return false
	case l.mayDie && !c.afterKill:
		l.lost.Add(1)
		return false
	default:
		l.fail("%s: %v", firstLine(q.request), err)
	}
	return true
}

func firstLine(request string) string {
	line, _, _ := strings.Cut(request, "\r\n")
	return line
}
