package probe_test

import (
	"slices"
	"strings"
	"testing"

	"signpost/internal/probe"
	"signpost/provider"
)

// What a client meets that makes a choice of its own: Outlook, told `Encryption`
// TLS, uses STARTTLS on 465.
func TestWhatAnotherChoiceWouldMeetFollowsFromWhatIsKnown(t *testing.T) {
	secure := probe.Conversation{Security: provider.TLS, Session: probe.Session{Version: "TLS 1.3"}}
	upgraded := probe.Conversation{
		Security: provider.STARTTLS, Plain: probe.Said{Answered: true, STARTTLS: true}, Session: probe.Session{Version: "TLS 1.3"},
	}
	stripped := probe.Conversation{
		Security: provider.STARTTLS, Plain: probe.Said{Answered: true},
		Problems: []probe.Problem{{Kind: probe.STARTTLSNotOffered, Step: probe.AtSTARTTLS, Detail: "x"}},
	}
	plain := probe.Conversation{Security: provider.Plaintext, Plain: probe.Said{Answered: true}}
	mute := probe.Conversation{Security: provider.TLS, Problems: []probe.Problem{{Kind: probe.Silent, Step: probe.AtHandshake}}}
	tests := []struct {
		name   string
		result probe.Result
		choice provider.Security
		want   []probe.Kind
		known  bool
	}{
		{"STARTTLS on 465", probe.Result{Advertised: secure}, provider.STARTTLS, is(probe.TLSOnPlainPort), true},
		{"plaintext on 465", probe.Result{Advertised: secure}, provider.Plaintext, is(probe.TLSOnPlainPort), true},
		{"the same choice", probe.Result{Advertised: secure}, provider.TLS, nil, true},
		{"implicit TLS on 587", probe.Result{Advertised: upgraded}, provider.TLS, is(probe.PlainOnTLSPort), true},
		{"STARTTLS where it was stripped", probe.Result{Advertised: stripped}, provider.STARTTLS, is(probe.STARTTLSNotOffered), true},
		{"implicit TLS where STARTTLS was stripped", probe.Result{Advertised: stripped}, provider.TLS, is(probe.PlainOnTLSPort), true},
		{"STARTTLS where plaintext is all", probe.Result{Advertised: plain}, provider.STARTTLS, is(probe.STARTTLSNotOffered), true},
		{"the other way that was held", probe.Result{Advertised: mute, Other: upgraded}, provider.STARTTLS, nil, true},
		{"nothing is known", probe.Result{Advertised: mute}, provider.STARTTLS, nil, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, known := test.result.Would(test.choice)
			if !slices.Equal(kinds(got), test.want) || known != test.known {
				t.Errorf("problems %v, known %t; want the kinds %v, known %t", got, known, test.want, test.known)
			}
		})
	}
}

func TestEachKindHasASentenceAndAName(t *testing.T) {
	seen := map[probe.Kind]bool{}
	for _, kind := range probe.Kinds() {
		sentence := kind.Sentence()
		if !strings.HasSuffix(sentence, ".") || strings.Contains(sentence, ". ") {
			t.Errorf("kind %s: sentence %q, want one sentence", kind, sentence)
		}
		if seen[kind] || strings.Trim(string(kind), "abcdefghijklmnopqrstuvwxyz-") != "" {
			t.Errorf("kind %q is there twice or is no word in lower case", kind)
		}
		seen[kind] = true
	}
	if got := probe.Kind("no-such-kind").Sentence(); got != "" {
		t.Errorf("sentence %q of an unknown kind, want none", got)
	}
}

func TestATargetIsShownAsHostAndPort(t *testing.T) {
	for _, test := range []struct{ host, want string }{{host, "mail.example.com:993"}, {"2001:db8::1", "[2001:db8::1]:993"}} {
		if got := (probe.Target{Host: test.host, Port: 993}).String(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestAProblemIsASentenceWithItsDetail(t *testing.T) {
	for _, test := range []struct {
		problem probe.Problem
		want    string
	}{
		{probe.Problem{Kind: probe.TLSHandshake}, "The TLS handshake failed."},
		{probe.Problem{Kind: probe.TLSHandshake, Detail: "internal error"}, "The TLS handshake failed: internal error"},
	} {
		if got := test.problem.Error(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}
