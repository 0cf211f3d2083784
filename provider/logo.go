package provider

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"

	"go.yaml.in/yaml/v4"
)

// maxLogo bounds the file of a logo, in bytes: the page that shows it has a budget
// of 40 KiB for everything.
const maxLogo = 24 << 10

// Image is a small picture as it stands in its file.
type Image struct {
	// Type is the media type: image/png, image/jpeg or image/webp.
	Type string
	Data []byte
}

// IsZero tells whether there is no picture.
func (i Image) IsZero() bool { return len(i.Data) == 0 }

// logoFile reads the name of a picture beside this file.
func (d *decoder) logoFile(n *yaml.Node, p *Provider) {
	s, ok := d.str(n, "logo")
	if !ok {
		return
	}
	if !fs.ValidPath(s) || s == "." || providerFile(s) {
		d.report(n, fmt.Sprintf("logo `%s` is not the name of a picture beside this file", clip(s)), "write a name such as logo.png, without .. and not absolute")
		return
	}
	p.LogoFile = s
	p.mark("logo", s, n)
}

// readLogo reads the picture that a provider names.
func readLogo(fsys fs.FS, p Provider) (Image, Problems) {
	if p.LogoFile == "" {
		return Image{}, nil
	}
	image, err := readImage(fsys, p.LogoFile)
	if err != nil {
		at := p.position("logo", p.LogoFile)
		return Image{}, Problems{{
			File: p.Origin, Line: at.line, Column: at.column,
			What: fmt.Sprintf("logo `%s` %v", p.LogoFile, err),
			Hint: fmt.Sprintf("put a PNG, JPEG or WebP of at most %d bytes beside this file", maxLogo),
		}}
	}
	return image, nil
}

func readImage(fsys fs.FS, name string) (Image, error) {
	data, err := readBounded(fsys, name, maxLogo)
	if err != nil {
		return Image{}, err
	}
	kind := imageType(data)
	if kind == "" {
		return Image{}, errors.New("is no PNG, JPEG or WebP")
	}
	return Image{Type: kind, Data: data}, nil
}

// imageType tells the media type by the first bytes, whatever the file is called.
// SVG is none of them: it can hold a script.
func imageType(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		return "image/png"
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		return "image/jpeg"
	case len(data) > 12 && string(data[:4]) == "RIFF" && string(data[8:12]) == "WEBP":
		return "image/webp"
	}
	return ""
}
