package autoconfig

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/beevik/etree"
	"rsc.io/qr"

	"signpost/provider"
	"signpost/templates"
)

// The QR code of a domain leads a phone to the page from which it installs the
// profile. The page and not the file, since a camera opens the default browser,
// which may be one that cannot install profiles and needs to be told.

// qrQuiet is the width of the margin in modules (ISO/IEC 18004, section 6.3.8).
const qrQuiet = 4

// qrFormats are parts of the page, not dialects of mail clients: they stand in the
// routes and not among the Formats.
func qrFormats(texts *templates.Catalog, options Options) []Format {
	return []Format{
		qrFormat("/qr.svg", "image/svg+xml", qrSVG, texts, options),
		qrFormat("/qr.png", "image/png", qrPNG, texts, options),
	}
}

func qrFormat(pattern, mediaType string, draw func(*qr.Code) ([]byte, error), texts *templates.Catalog, options Options) Format {
	return Format{
		Name:     "qr",
		Patterns: []string{pattern},
		Methods:  []string{http.MethodGet},
		Parse:    parseDomainOfAsset,
		Render: func(_ Query, a provider.Account) (Document, error) {
			if err := needPassword(a); err != nil {
				return Document{}, err
			}
			// A Host header must not decide where a printed code leads.
			if options.PublicURL == nil {
				return Document{}, errNoBase
			}
			code, err := qr.Encode(publicOrigin(options.PublicURL)+"/lookup/"+a.Domain+"#apple", qr.M)
			if err != nil {
				return Document{}, fmt.Errorf("encoding the QR code: %w", err)
			}
			body, err := draw(code)
			if err != nil {
				return Document{}, fmt.Errorf("drawing the QR code: %w", err)
			}
			return Document{Type: mediaType, Body: body, Cache: CachePublic}, nil
		},
		Fail: failText(texts),
	}
}

// parseDomainOfAsset reads which domain a picture is for.
func parseDomainOfAsset(r *http.Request) (Query, error) {
	domain, err := askedDomain(r, "domain")
	return Query{Domain: domain, Strict: true}, err
}

func qrPNG(code *qr.Code) ([]byte, error) { return code.PNG(), nil }

// qrSVG draws one path of runs of dark modules on white, whatever the colours of
// the page: readers need dark on light.
func qrSVG(code *qr.Code) ([]byte, error) {
	size := strconv.Itoa(code.Size + 2*qrQuiet)
	doc := etree.NewDocument()
	svg := doc.CreateElement("svg")
	svg.CreateAttr("xmlns", "http://www.w3.org/2000/svg")
	svg.CreateAttr("viewBox", "0 0 "+size+" "+size)
	svg.CreateAttr("shape-rendering", "crispEdges")
	background := svg.CreateElement("rect")
	background.CreateAttr("width", size)
	background.CreateAttr("height", size)
	background.CreateAttr("fill", "#fff")
	svg.CreateElement("path").CreateAttr("d", qrPath(code))
	return bytesOf(doc)
}

// qrPath writes each run of dark modules of a row as a rectangle.
func qrPath(code *qr.Code) string {
	var path strings.Builder
	for y := range code.Size {
		for x := 0; x < code.Size; x++ {
			begin := x
			for x < code.Size && code.Black(x, y) {
				x++
			}
			if n := x - begin; n > 0 {
				fmt.Fprintf(&path, "M%d %dh%dv1h-%dz", begin+qrQuiet, y+qrQuiet, n, n)
			}
		}
	}
	return path.String()
}
