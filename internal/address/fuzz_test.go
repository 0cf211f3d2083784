package address_test

import (
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"signpost/internal/address"
)

func FuzzParse(f *testing.F) {
	for _, tt := range parsed {
		f.Add(tt.in)
	}
	for _, tt := range refused {
		if len(tt.in) < 1000 {
			f.Add(tt.in)
		}
	}
	f.Fuzz(func(t *testing.T, in string) {
		a, err := address.Parse(in)
		if err != nil {
			if !errors.Is(err, address.ErrSyntax) || !a.IsZero() {
				t.Fatalf("Parse(%q): got %+q and error %v, want none and ErrSyntax", in, a, err)
			}
			return
		}
		checkName(t, in, a.Domain)
		if a.Local == "" || len(a.Local) > 64 || len(a.String()) > 254 || !utf8.ValidString(a.Local) {
			t.Fatalf("Parse(%q): got %+q, beyond the limits of RFC 5321", in, a)
		}
		if strings.ContainsFunc(a.String(), func(r rune) bool { return unicode.IsSpace(r) || unicode.In(r, unicode.C, unicode.Z) }) {
			t.Fatalf("Parse(%q): got %+q with a blank, a control or an invisible character", in, a)
		}
		if again, err := address.Parse(a.String()); err != nil || again != a {
			t.Fatalf("Parse(%q): got %+q, and from that %+q and error %v", in, a, again, err)
		}
	})
}

func FuzzParseDomain(f *testing.F) {
	for _, tt := range domains {
		f.Add(tt.in)
	}
	for _, tt := range noDomains {
		if len(tt.in) < 1000 {
			f.Add(tt.in)
		}
	}
	f.Fuzz(func(t *testing.T, in string) {
		got, err := address.ParseDomain(in)
		if err != nil {
			if !errors.Is(err, address.ErrSyntax) || got != "" {
				t.Fatalf("ParseDomain(%q): got %q and error %v, want none and ErrSyntax", in, got, err)
			}
		} else {
			checkName(t, in, got)
			if again, err := address.ParseDomain(got); err != nil || again != got {
				t.Fatalf("ParseDomain(%q): got %q, and from that %q and error %v", in, got, again, err)
			}
			if shown, err := address.ParseDomain(address.Unicode(got)); err != nil || shown != got {
				t.Fatalf("ParseDomain(%q): got %q, and from its Unicode spelling %q and error %v", in, got, shown, err)
			}
		}
		// Letter case must not decide: upper case takes the full profile, lower
		// case may take the short way.
		for _, spelling := range []string{mapASCII(in, 'a', 'z', 'A'-'a'), mapASCII(in, 'A', 'Z', 'a'-'A')} {
			other, otherErr := address.ParseDomain(spelling)
			if other != got || (err == nil) != (otherErr == nil) {
				t.Fatalf("ParseDomain(%q): got %q and error %v, for %q %q and error %v", in, got, err, spelling, other, otherErr)
			}
		}
	})
}

func FuzzParseHost(f *testing.F) {
	for _, tt := range hosts {
		f.Add(tt.in)
	}
	f.Fuzz(func(t *testing.T, in string) {
		got, err := address.ParseHost(in)
		loopback := address.IsLoopbackHost(in)
		if err != nil {
			if !errors.Is(err, address.ErrSyntax) || got != "" {
				t.Fatalf("ParseHost(%q): got %q and error %v, want none and ErrSyntax", in, got, err)
			}
			return
		}
		checkName(t, in, got)
		for _, hostport := range []string{got, got + ":443", got + "."} {
			if again, err := address.ParseHost(hostport); err != nil || again != got {
				t.Fatalf("ParseHost(%q): got %q, and from %q %q and error %v", in, got, hostport, again, err)
			}
		}
		if want := got == "localhost" || strings.HasSuffix(got, ".localhost"); loopback && !want {
			t.Fatalf("IsLoopbackHost(%q): got true for the name %q", in, got)
		}
	})
}

// checkName fails unless got is a name in the one form: labels of lower-case
// letters, digits and hyphens, within the limits, and no IP address.
func checkName(t *testing.T, in, got string) {
	t.Helper()
	if got == "" || len(got) > 253 {
		t.Fatalf("%q: got a name of %d bytes", in, len(got))
	}
	label := ""
	for label = range strings.SplitSeq(got, ".") {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
			t.Fatalf("%q: got %q with the label %q", in, got, label)
		}
		if strings.Trim(label, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			t.Fatalf("%q: got %q, want lower-case letters, digits and hyphens only", in, got)
		}
	}
	if strings.Trim(label, "0123456789") == "" {
		t.Fatalf("%q: got %q, whose last label is a number", in, got)
	}
}

// mapASCII shifts the bytes of a range and leaves all others alone.
func mapASCII(s string, from, to byte, by int) string {
	b := []byte(s)
	for i, c := range b {
		if from <= c && c <= to {
			b[i] = byte(int(c) + by)
		}
	}
	return string(b)
}
