package zone_test

import (
	"strings"
	"testing"

	"github.com/miekg/dns"

	"signpost/internal/zone"
)

// Whatever stands in a text, another reader of zone files reads the same bytes.
func FuzzText(f *testing.F) {
	for _, seed := range []string{"", "path=/", "a\"b\\c;d é\n", "\\", strings.Repeat("\"", 300), "\x00\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 10_000 {
			return
		}
		record := zone.Record{Name: "t.example.com.", Type: zone.TXT, TTL: 60, Text: text, Purpose: text}
		records := serve(t, zone.Text("example.com", []zone.Record{record}, text))
		if len(records) != 1 {
			t.Fatalf("%q: %d records, want 1", text, len(records))
		}
		wire := make([]byte, dns.MaxMsgSize)
		end, err := dns.PackRR(records[0], wire, 0, nil, false)
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		// The owner's name and the 10 bytes behind it come first (RFC 1035, 3.2.1).
		if got := contents(wire[len(record.Name)+1+10 : end]); got != text {
			t.Errorf("%q was read as %q", text, got)
		}
	})
}

// contents joins character-strings.
func contents(data []byte) string {
	var b strings.Builder
	for len(data) > 0 {
		n := int(data[0])
		b.Write(data[1 : 1+n])
		data = data[1+n:]
	}
	return b.String()
}

// No text passes for a digest that is not in it.
func FuzzSameText(f *testing.F) {
	const want = "v=UAAC1; a=sha256; d=RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o="
	for _, seed := range []string{want, "d=RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=;a=sha256;v=UAAC1;", "v=spf1 -all", "path=/", ";;=;"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, tag := range []string{"UAAC1", "sha256", "RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o="} {
			if !strings.Contains(text, tag) && zone.SameText(want, text) {
				t.Errorf("%q passes for %q", text, want)
			}
		}
		if !zone.SameText(want, want) {
			t.Errorf("%q is not the same as itself", want)
		}
	})
}
