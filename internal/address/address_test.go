package address_test

import (
	"errors"
	"strings"
	"testing"

	"signpost/internal/address"
)

// parsed are addresses that exist somewhere, in the spellings that clients and
// people send.
var parsed = []struct{ name, in, local, domain string }{
	{"a plain address stays as it is", "user@sina.com", "user", "sina.com"},
	{"white space around it is dropped", " \tuser@sina.com\r\n", "user", "sina.com"},
	{"an ideographic space around it is dropped", "\u3000user@sina.com\u3000", "user", "sina.com"},
	{"the domain is lower-cased and the local part is not", "User.Name+tag@SINA.Com", "User.Name+tag", "sina.com"},
	{"one trailing dot is dropped", "user@sina.com.", "user", "sina.com"},
	{"every unquoted character of RFC 5322 is allowed", "!#$%&'*+-/=?^_`{|}~@sina.com", "!#$%&'*+-/=?^_`{|}~", "sina.com"},
	{"dots in odd places are the mailbox server's business", "..a..@sina.com", "..a..", "sina.com"},
	{"a percent sign is not decoded", "user%2Btag@sina.com", "user%2Btag", "sina.com"},
	{"a full-width @ separates where there is no other", "user＠sina.com", "user", "sina.com"},
	{"a full-width @ before a plain one is part of the local part", "a＠b@sina.com", "a＠b", "sina.com"},
	{"of two full-width @ the last one is the separator", "a＠b＠sina.com", "a＠b", "sina.com"},
	{"ideographic full stops are dots", "user@sina。com", "user", "sina.com"},
	{"half-width ideographic and full-width full stops are dots", "user@a｡sina．com", "user", "a.sina.com"},
	{"a Chinese address is kept on the left and encoded on the right", "用户@例子.中国", "用户", "xn--fsqu00a.xn--fiqs8s"},
	{"all of it typed with an input method", "用户＠例子。中国。", "用户", "xn--fsqu00a.xn--fiqs8s"},
	{"a decomposed letter in the domain is composed", "user@bu\u0308cher.example", "user", "xn--bcher-kva.example"},
	{"a decomposed letter in the local part is kept", "bu\u0308cher@sina.com", "bu\u0308cher", "sina.com"},
	{"faß.de is not fass.de", "user@faß.de", "user", "xn--fa-hia.de"},
	{"the A-labels of faß.de are it", "user@XN--FA-HIA.de", "user", "xn--fa-hia.de"},
	{"a domain from right to left", "user@עברית.example", "user", "xn--5dbqzzl.example"},
	{"a domain of one label", "user@localhost", "user", "localhost"},
	{"a label that begins with a digit", "user@163.com", "user", "163.com"},
	{"a local part of 64 bytes", strings.Repeat("a", 64) + "@sina.com", strings.Repeat("a", 64), "sina.com"},
	{"an address of 254 bytes", strings.Repeat("a", 64) + "@" + longDomain(189), strings.Repeat("a", 64), longDomain(189)},
}

func TestParse(t *testing.T) {
	for _, tt := range parsed {
		t.Run(tt.name, func(t *testing.T) {
			got, err := address.Parse(tt.in)
			if want := (address.Address{Local: tt.local, Domain: tt.domain}); err != nil || got != want {
				t.Fatalf("Parse(%q): got %+q and error %v, want %+q", tt.in, got, err, want)
			}
			if want := tt.local + "@" + tt.domain; got.String() != want {
				t.Errorf("Parse(%q).String(): got %q, want %q", tt.in, got.String(), want)
			}
		})
	}
}

// refused are texts that are no address of a mailbox that a mail client can be
// set up for.
var refused = []struct{ name, in string }{
	{"nothing", ""},
	{"nothing but blanks", " \t\r\n"},
	{"no @", "sina.com"},
	{"nothing before the @", "@sina.com"},
	{"nothing before a full-width @", "＠sina.com"},
	{"nothing behind the @", "user@"},
	{"a display name", "User <user@sina.com>"},
	{"angle brackets", "<user@sina.com>"},
	{"a URL", "mailto:user@sina.com"},
	{"a list of two", "a@sina.com,b@sina.com"},
	{"a list with semicolons", "a@sina.com;b@sina.com"},
	{"a comment", "user(work)@sina.com"},
	{"a quoted local part", `"a b"@sina.com`},
	{"a quoted pair", `a\b@sina.com`},
	{"a blank in the local part", "a b@sina.com"},
	{"a blank before the @", "user @sina.com"},
	{"a blank behind the @", "user@ sina.com"},
	{"a line break behind the @", "user@\r\nsina.com"},
	{"a header behind a line break", "user@sina.com\r\nBcc: x@sina.com"},
	{"a line break in the local part", "a\r\nb@sina.com"},
	{"a NUL in the local part", "a\x00b@sina.com"},
	{"a NUL in the domain", "user@sina\x00.com"},
	{"a NUL at the end", "user@sina.com\x00"},
	{"a C1 control", "a\u0085b@sina.com"},
	{"a non-breaking blank", "a\u00a0b@sina.com"},
	{"a line separator", "a\u2028b@sina.com"},
	{"a byte order mark", "\ufeffuser@sina.com"},
	{"a right-to-left override in the local part", "a\u202eb@sina.com"},
	{"a right-to-left override in the domain", "user@sina\u202e.com"},
	{"a right-to-left isolate", "a\u2067b@sina.com"},
	{"a zero-width joiner", "a\u200db@sina.com"},
	{"a tag character", "a\U000E0041b@sina.com"},
	{"a private character", "a\ue000b@sina.com"},
	{"a byte that is not UTF-8 in the local part", "a\xff@sina.com"},
	{"a byte that is not UTF-8 in the domain", "user@\xff.com"},
	{"an IPv4 address", "user@192.0.2.1"},
	{"an address literal", "user@[192.0.2.1]"},
	{"an IPv6 address literal", "user@[IPv6:2001:db8::1]"},
	{"a port", "user@sina.com:25"},
	{"a path", "user@sina.com/inbox"},
	{"a percent-encoded byte in the domain", "user@sina%2ecom"},
	{"a local part of 65 bytes", strings.Repeat("a", 65) + "@sina.com"},
	{"a local part of 65 bytes in 22 characters", strings.Repeat("用", 21) + "aa@sina.com"},
	{"an address of 255 bytes", strings.Repeat("a", 64) + "@" + longDomain(190)},
	{"two megabytes", strings.Repeat("a", 1<<20) + "@" + strings.Repeat("b", 1<<20)},
}

func TestParseRefuses(t *testing.T) {
	for _, tt := range refused {
		t.Run(tt.name, func(t *testing.T) {
			got, err := address.Parse(tt.in)
			if !errors.Is(err, address.ErrSyntax) || !got.IsZero() {
				t.Fatalf("Parse(%.80q): got %+q and error %v, want none and ErrSyntax", tt.in, got, err)
			}
		})
	}
}

func TestErrorsDoNotRepeatTheInput(t *testing.T) {
	const secret = "hunter2"
	for _, in := range []string{secret, secret + " @sina.com", "user@" + secret + "_.com", secret + "\x00@sina.com"} {
		if _, err := address.Parse(in); err == nil || strings.Contains(err.Error(), secret) {
			t.Errorf("Parse(%q): got error %v, want one without %q", in, err, secret)
		}
	}
}

func TestZeroAddress(t *testing.T) {
	var zero address.Address
	if !zero.IsZero() || zero.String() != "" {
		t.Errorf("zero Address: got IsZero %t and %q, want true and nothing", zero.IsZero(), zero.String())
	}
	if a := (address.Address{Local: "user", Domain: "sina.com"}); a.IsZero() {
		t.Errorf("%v.IsZero(): got true, want false", a)
	}
}

// longDomain is a domain of n bytes, in labels of 63 bytes and a rest.
func longDomain(n int) string {
	var b strings.Builder
	for b.Len() < n {
		label := min(63, n-b.Len())
		if rest := n - b.Len() - label; rest == 1 {
			label-- // A dot alone must not be left.
		}
		b.WriteString(strings.Repeat("d", label))
		if b.Len() < n {
			b.WriteByte('.')
		}
	}
	return b.String()
}
