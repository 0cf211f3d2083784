package address_test

import (
	"errors"
	"strings"
	"testing"

	"signpost/internal/address"
)

var domains = []struct{ name, in, want string }{
	{"a name in its final form", "sina.com", "sina.com"},
	{"mixed case", "Sina.COM", "sina.com"},
	{"a trailing dot", "sina.com.", "sina.com"},
	{"an ideographic full stop at the end", "例子。中国。", "xn--fsqu00a.xn--fiqs8s"},
	{"white space around it", "\t sina.com \r\n", "sina.com"},
	{"U-labels", "bücher.example", "xn--bcher-kva.example"},
	{"upper-case U-labels", "BÜCHER.example", "xn--bcher-kva.example"},
	{"upper-case A-labels", "XN--BCHER-KVA.example", "xn--bcher-kva.example"},
	{"U-labels and A-labels together", "bücher.xn--fiqs8s", "xn--bcher-kva.xn--fiqs8s"},
	{"full-width letters", "ｓｉｎａ．ｃｏｍ", "sina.com"},
	{"a Kelvin sign is a k", "\u212a.example", "k.example"},
	{"a soft hyphen is nothing", "si\u00adna.com", "sina.com"},
	{"a sharp s stays", "faß.de", "xn--fa-hia.de"},
	{"two s stay", "fass.de", "fass.de"},
	{"a final sigma stays", "βόλος.example", "xn--nxasmm1c.example"},
	{"hyphens inside a label", "a-b-c.example", "a-b-c.example"},
	{"a hyphen in the third place", "ab-c.example", "ab-c.example"},
	{"a hyphen in the fourth place", "abc-d.example", "abc-d.example"},
	{"digits", "163.com", "163.com"},
	{"one label", "localhost", "localhost"},
	{"one letter", "a", "a"},
	{"a label that only begins with digits at the end", "b.1a", "b.1a"},
	{"a label of 63 bytes", strings.Repeat("a", 63) + ".com", strings.Repeat("a", 63) + ".com"},
	{"a name of 253 bytes", longDomain(253), longDomain(253)},
	{"a name of 253 bytes and a dot", longDomain(253) + ".", longDomain(253)},
}

func TestParseDomain(t *testing.T) {
	for _, tt := range domains {
		t.Run(tt.name, func(t *testing.T) {
			got, err := address.ParseDomain(tt.in)
			if err != nil || got != tt.want {
				t.Fatalf("ParseDomain(%q): got %q and error %v, want %q", tt.in, got, err, tt.want)
			}
		})
	}
}

var noDomains = []struct{ name, in string }{
	{"nothing", ""},
	{"a dot", "."},
	{"two dots", ".."},
	{"an empty label at the front", ".sina.com"},
	{"an empty label inside", "a..b"},
	{"an empty label of mixed dots", "a.。b"},
	{"two trailing dots", "sina.com.."},
	{"a label of nothing but a soft hyphen", "a.\u00ad.com"},
	{"a hyphen at the front of a label", "-a.com"},
	{"a hyphen at the end of a label", "a-.com"},
	{"a hyphen at the end of the last label", "a.com-"},
	{"hyphens in the third and fourth place", "ab--cd.com"},
	{"a hyphen alone", "-"},
	{"an underscore", "_dmarc.sina.com"},
	{"a blank inside", "sina .com"},
	{"an ideographic space inside", "sina\u3000.com"},
	{"an asterisk", "*.sina.com"},
	{"an address", "user@sina.com"},
	{"a full-width address", "user＠sina.com"},
	{"a URL", "https://sina.com"},
	{"a port", "sina.com:80"},
	{"a full-width port", "sina.com：80"},
	{"a path", "sina.com/a"},
	{"a letter-like sign that maps to a slash", "sina.com℀"},
	{"a percent sign", "sina%2ecom"},
	{"a NUL", "sina\x00.com"},
	{"a line break inside", "sina.com\r\nx"},
	{"a byte that is not UTF-8", "sina\xff.com"},
	{"a replacement character", "sina\ufffd.com"},
	{"a bidirectional override", "\u202emoc.anis"},
	{"a zero-width joiner out of place", "a\u200db.com"},
	{"a combining mark at the front", "\u0301a.com"},
	{"letters from both sides in one label", "aא.com"},
	{"a digit at the front of a label from the right", "1עברית.com"},
	{"an xn-- label of nothing", "xn--.com"},
	{"an xn-- label that does not decode", "xn--a.com"},
	{"an xn-- label that decodes to ASCII", "xn--abc-.com"},
	{"an xn-- label of an upper-case letter", "xn--bcher-2pa.example"},
	{"an xn-- label with a letter that is not ASCII", "xn--bücher.example"},
	{"an xn-- label that decodes to a bidirectional override", "xn--ab-h4t.com"},
	{"an IPv4 address", "192.0.2.1"},
	{"an IPv4 address with a trailing dot", "192.0.2.1."},
	{"an IPv4 address in full-width digits", "１９２．０．２．１"},
	{"a short form of an IPv4 address", "127.1"},
	{"a number", "2130706433"},
	{"a number in hexadecimal with a number behind", "0x7f.1"},
	{"a numeric last label", "sina.1"},
	{"an IPv6 address", "2001:db8::1"},
	{"an IPv6 address in brackets", "[2001:db8::1]"},
	{"a label of 64 bytes", strings.Repeat("a", 64) + ".com"},
	{"a label of 64 bytes after encoding", strings.Repeat("ü", 60) + ".com"},
	{"a name of 254 bytes", longDomain(254)},
	{"a name of 254 bytes in upper case", strings.ToUpper(longDomain(254))},
	{"a megabyte", strings.Repeat("a.", 1<<19) + "com"},
}

func TestParseDomainRefuses(t *testing.T) {
	for _, tt := range noDomains {
		t.Run(tt.name, func(t *testing.T) {
			if got, err := address.ParseDomain(tt.in); !errors.Is(err, address.ErrSyntax) || got != "" {
				t.Fatalf("ParseDomain(%.80q): got %q and error %v, want none and ErrSyntax", tt.in, got, err)
			}
		})
	}
}

// A name in lower case takes a short way; in upper case it never does. Both must
// judge alike.
func TestShortWayJudgesAsTheFullProfile(t *testing.T) {
	names := []string{
		"a-", "-a", "a-b", "a--b", "ab-c", "ab--c", "abc-d", "abc--d", "xn--", "xn--a", "xn--fsqu00a", "xn-a", "xna-b",
		"1", "1.2", "1.a", "a.1", "a.1b", "a.b-1", "0x7f", "a.0x7f", "a.", "a..", ".", ".a", "a.b.", "a..b", "aa-.b", "a.-b", "a.b-",
		strings.Repeat("a", 63), strings.Repeat("a", 64), strings.Repeat("a", 62) + "-b",
		longDomain(253), longDomain(254), longDomain(253) + ".",
	}
	for _, name := range names {
		got, gotErr := address.ParseDomain(name)
		want, wantErr := address.ParseDomain(strings.ToUpper(name))
		// Digits and dots alone have no upper case; those are in the tables above.
		if got != want || (gotErr == nil) != (wantErr == nil) {
			t.Errorf("ParseDomain(%.80q): got %q and error %v; in upper case %q and %v", name, got, gotErr, want, wantErr)
		}
	}
}

var hosts = []struct {
	name, in, want string
	loopback       bool
}{
	{"a name", "autoconfig.sina.com", "autoconfig.sina.com", false},
	{"a name with a port", "autoconfig.sina.com:8443", "autoconfig.sina.com", false},
	{"a name with an empty port", "sina.com:", "sina.com", false},
	{"mixed case, a trailing dot and a port", "Sina.COM.:443", "sina.com", false},
	{"U-labels with a port", "例子.中国:80", "xn--fsqu00a.xn--fiqs8s", false},
	{"a port that is no number", "sina.com:http", "", false},
	{"a port with a sign", "sina.com:+80", "", false},
	{"two ports", "sina.com:80:80", "", false},
	{"nothing", "", "", false},
	{"a port alone", ":80", "", false},
	{"a URL", "http://sina.com", "", false},
	{"a path", "sina.com/a", "", false},
	{"user information", "user@sina.com", "", false},
	{"a line break", "sina.com\r\nX: y", "", false},
	{"an IPv4 address", "192.0.2.1", "", false},
	{"an IPv4 address with a port", "192.0.2.1:80", "", false},
	{"an IPv6 address", "[2001:db8::1]", "", false},
	{"an IPv6 address with a port", "[2001:db8::1]:80", "", false},

	{"localhost", "localhost", "localhost", true},
	{"localhost in upper case with a trailing dot", "LOCALHOST.", "localhost", true},
	{"localhost with a port", "localhost:8080", "localhost", true},
	{"a name below localhost", "autoconfig.localhost:8080", "autoconfig.localhost", true},
	{"a name that only ends like localhost", "notlocalhost", "notlocalhost", false},
	{"a name that begins with localhost", "localhost.sina.com", "localhost.sina.com", false},
	{"what is no name and ends with localhost", "a/b?.localhost", "", false},
	{"a port with a path behind it", "localhost:80/.sina.com", "", false},
	{"the IPv4 loopback address", "127.0.0.1", "", true},
	{"another IPv4 loopback address with a port", "127.1.2.3:80", "", true},
	{"a short form of the IPv4 loopback address", "127.1", "", false},
	{"the IPv6 loopback address", "[::1]", "", true},
	{"the IPv6 loopback address with a port", "[::1]:8080", "", true},
	{"the IPv6 loopback address without brackets", "::1", "", true},
	{"the IPv4 loopback address in IPv6", "[::ffff:127.0.0.1]:80", "", true},
	{"a loopback address with a zone", "[::1%lo]:80", "", false},
	{"every address", "0.0.0.0:80", "", false},
	{"a private address", "10.0.0.1", "", false},
}

func TestParseTyped(t *testing.T) {
	for typed, want := range map[string]address.Address{
		"user@example.com":  {Local: "user", Domain: "example.com"},
		" user＠例子.example ": {Local: "user", Domain: "xn--fsqu00a.example"},
		"Example.COM.":      {Domain: "example.com"},
		" 例子.example":       {Domain: "xn--fsqu00a.example"},
	} {
		if got, err := address.ParseTyped(typed); err != nil || got != want {
			t.Errorf("%q: %+v, %v, want %+v", typed, got, err, want)
		}
	}
	for _, typed := range []string{"", " ", "@", "@example.com", "user@", "a@b@example.com", "two words", "192.0.2.1"} {
		if got, err := address.ParseTyped(typed); !errors.Is(err, address.ErrSyntax) || !got.IsZero() {
			t.Errorf("%q: %+v, %v, want ErrSyntax", typed, got, err)
		}
	}
}

func TestParseHost(t *testing.T) {
	for _, tt := range hosts {
		t.Run(tt.name, func(t *testing.T) {
			got, err := address.ParseHost(tt.in)
			if got != tt.want || (tt.want == "") != errors.Is(err, address.ErrSyntax) {
				t.Errorf("ParseHost(%q): got %q and error %v, want %q (if empty: ErrSyntax)", tt.in, got, err, tt.want)
			}
			if got := address.IsLoopbackHost(tt.in); got != tt.loopback {
				t.Errorf("IsLoopbackHost(%q): got %t, want %t", tt.in, got, tt.loopback)
			}
		})
	}
}

func TestUnicode(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"A-labels become U-labels", "xn--fsqu00a.xn--fiqs8s", "例子.中国"},
		{"a name without A-labels stays", "sina.com", "sina.com"},
		{"a mixed name", "mail.xn--bcher-kva.example", "mail.bücher.example"},
		{"a sharp s", "xn--fa-hia.de", "faß.de"},
		{"a label that does not decode stays", "xn--a.com", "xn--a.com"},
		{"a bidirectional override stays encoded", "xn--ab-h4t.com", "xn--ab-h4t.com"},
		{"nothing", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := address.Unicode(tt.in); got != tt.want {
				t.Errorf("Unicode(%q): got %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}
