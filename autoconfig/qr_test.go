package autoconfig_test

import (
	"bytes"
	"image/png"
	"net/http"
	"regexp"
	"strconv"
	"testing"

	"github.com/beevik/etree"
	"rsc.io/qr"

	"signpost/autoconfig"
)

// wantedCode is the code that must be drawn, made by its text.
func wantedCode(t *testing.T, text string) *qr.Code {
	t.Helper()
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		t.Fatal(err)
	}
	return code
}

func qrAsks(target string) ask { return ask{host: "evil.example", target: target} }

// The code leads to the configured address, whatever the Host header says.
func TestQRCodeAsSVG(t *testing.T) {
	r := qrAsks("/qr.svg?domain=sina.com").of(t, publicHandler(t))
	if r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != "image/svg+xml" {
		t.Fatalf("status %d, %s", r.StatusCode, r.Header.Get("Content-Type"))
	}
	if r.Header.Get("ETag") == "" || r.Header.Get("Cache-Control") != "public, max-age=300" {
		t.Errorf("headers %v", r.Header)
	}
	want := wantedCode(t, "https://mail.example.net/lookup/sina.com#apple")
	got := darkModules(t, r.body)
	for y := range want.Size {
		for x := range want.Size {
			if got[[2]int{x + 4, y + 4}] != want.Black(x, y) {
				t.Fatalf("module %d,%d is dark: %t, want %t", x, y, got[[2]int{x + 4, y + 4}], want.Black(x, y))
			}
			delete(got, [2]int{x + 4, y + 4})
		}
	}
	if len(got) > 0 {
		t.Errorf("dark modules in the margin: %v", got)
	}
}

var run = regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1h-(\d+)z`)

// darkModules reads the path of an SVG code.
func darkModules(t *testing.T, svg string) map[[2]int]bool {
	t.Helper()
	doc := etree.NewDocument()
	if err := doc.ReadFromString(svg); err != nil {
		t.Fatal(err)
	}
	path := doc.FindElement("/svg/path")
	if path == nil {
		t.Fatalf("no path in %s", svg)
	}
	dark := map[[2]int]bool{}
	for _, m := range run.FindAllStringSubmatch(path.SelectAttrValue("d", ""), -1) {
		n := make([]int, 4)
		for i := range n {
			n[i], _ = strconv.Atoi(m[i+1])
		}
		for i := range n[2] {
			dark[[2]int{n[0] + i, n[1]}] = true
		}
	}
	return dark
}

func TestQRCodeAsPNG(t *testing.T) {
	r := qrAsks("/qr.png?domain=sina.com").of(t, publicHandler(t))
	if r.StatusCode != http.StatusOK || r.Header.Get("Content-Type") != "image/png" {
		t.Fatalf("status %d, %s", r.StatusCode, r.Header.Get("Content-Type"))
	}
	got, err := png.Decode(bytes.NewReader([]byte(r.body)))
	if err != nil {
		t.Fatal(err)
	}
	want := wantedCode(t, "https://mail.example.net/lookup/sina.com#apple")
	// A module is eight pixels wide, the margin four modules.
	const scale, margin = 8, 4
	if side := (want.Size + 2*margin) * scale; got.Bounds().Dx() != side || got.Bounds().Dy() != side {
		t.Fatalf("bounds %v, want a side of %d", got.Bounds(), side)
	}
	for y := range got.Bounds().Dy() {
		for x := range got.Bounds().Dx() {
			grey, _, _, _ := got.At(x, y).RGBA()
			if dark := want.Black(x/scale-margin, y/scale-margin); dark != (grey == 0) {
				t.Fatalf("pixel %d,%d is %d, dark %t wanted", x, y, grey, dark)
			}
		}
	}
}

func TestNoQRCode(t *testing.T) {
	public, nameless := publicHandler(t), handlerWith(t, autoconfig.Options{TLS: true})
	for _, c := range []struct {
		name, target string
		handler      http.Handler
		status       int
	}{
		{"the server does not know its address", "/qr.svg?domain=sina.com", nameless, http.StatusNotFound},
		{"the Host names a served domain, and the server does not know its address", "/qr.png?domain=example.com", nameless, http.StatusNotFound},
		{"an unknown domain", "/qr.svg?domain=unknown.example", public, http.StatusNotFound},
		{"a provider without profiles", "/qr.svg?domain=oauth.example", public, http.StatusConflict},
		{"a provider without servers", "/qr.svg?domain=closed.example", public, http.StatusNotFound},
		{"no domain", "/qr.svg", public, http.StatusBadRequest},
		{"two domains", "/qr.svg?domain=sina.com&domain=qq.com", public, http.StatusBadRequest},
		{"markup for a domain", "/qr.svg?domain=%3Csvg%3E", public, http.StatusBadRequest},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantRefused(t, qrAsks(c.target).of(t, c.handler), c.status, "<svg")
		})
	}
	a := typed("user@sina.com")
	wantNotInPage(t, a.of(t, nameless), "/qr.svg")
}
