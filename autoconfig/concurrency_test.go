package autoconfig_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"sync"
	"testing"

	"signpost/autoconfig"
)

// 64 users over 8 connections, in all formats that have a login in them: nobody
// gets a part of another one's answer.
func TestNoAnswerHoldsAnotherUser(t *testing.T) {
	server := httptest.NewServer(handlerWith(t, autoconfig.Options{}))
	defer server.Close()
	const connections, users, rounds = 8, 64, 20
	web := &http.Client{Transport: &http.Transport{MaxConnsPerHost: connections, MaxIdleConnsPerHost: connections}}
	defer web.CloseIdleConnections()
	var group sync.WaitGroup
	for user := range users {
		group.Go(func() {
			local := fmt.Sprintf("user-%c%c", 'a'+user/26, 'a'+user%26)
			for round := range rounds {
				if err := askAsUser(t.Context(), web, server.URL, local, round); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	group.Wait()
}

var anyUser = regexp.MustCompile(`user-[a-z]{2}`)

// askAsUser asks in one of the formats and checks whose name comes back.
func askAsUser(ctx context.Context, web *http.Client, base, local string, round int) error {
	address := local + "@local.example"
	method, target, body := http.MethodGet, "", ""
	switch round % 4 {
	case 0:
		target = "/mail/config-v1.1.xml?emailaddress=" + address
	case 1:
		target = "/email.mobileconfig?email=" + address
	case 2:
		target = "/lookup/" + address + ".json"
	default:
		method, target, body = http.MethodPost, poxTarget, poxBody(outlookRequest, address, outlookAnswer)
	}
	r, err := http.NewRequestWithContext(ctx, method, base+target, strings.NewReader(body))
	if err != nil {
		return err
	}
	response, err := web.Do(r)
	if err != nil {
		return err
	}
	defer func() { _ = response.Body.Close() }()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	found := anyUser.FindAllString(string(answer), -1)
	if response.StatusCode != http.StatusOK || len(found) < 2 {
		return fmt.Errorf("%s: status %d, %s", target, response.StatusCode, answer)
	}
	for _, name := range found {
		if name != local {
			return fmt.Errorf("%s: the answer for %s holds %s", target, local, name)
		}
	}
	return nil
}
