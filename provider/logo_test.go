package provider_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"signpost/provider"
)

const withLogo = "id: one\ndomains: [example.com]\nhost: mail.example.com\nlogo: logo.png\n"

func TestLogoIsReadByItsFirstBytes(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"PNG":  {"\x89PNG\r\n\x1a\n....", "image/png"},
		"JPEG": {"\xff\xd8\xff\xe0....", "image/jpeg"},
		"WebP": {"RIFF....WEBPVP8 ", "image/webp"},
	} {
		got, err := provider.LoadFS(fstest.MapFS{"one.yaml": {Data: []byte(withLogo)}, "logo.png": {Data: []byte(c.data)}})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if logo := got[0].Logo; logo.Type != c.want || string(logo.Data) != c.data {
			t.Errorf("%s: got %s of %d bytes, want %s of %d", name, logo.Type, len(logo.Data), c.want, len(c.data))
		}
	}
}

func TestLogosThatAreRefused(t *testing.T) {
	for _, c := range []struct{ name, file, data, want string }{
		{"none there", withLogo, "", "one.yaml:4:7: logo `logo.png` cannot be read: file does not exist (put a PNG, JPEG or WebP of at most 24576 bytes beside this file)"},
		{"an SVG, which can hold a script", withLogo, "<svg xmlns='http://www.w3.org/2000/svg'/>", "one.yaml:4:7: logo `logo.png` is no PNG, JPEG or WebP (put a PNG, JPEG or WebP of at most 24576 bytes beside this file)"},
		{"a large one", withLogo, "\x89PNG\r\n\x1a\n" + strings.Repeat("x", 24<<10), "one.yaml:4:7: logo `logo.png` is larger than 24576 bytes (put a PNG, JPEG or WebP of at most 24576 bytes beside this file)"},
		{"outside of the directory", strings.Replace(withLogo, "logo.png", "../logo.png", 1), "", "one.yaml:4:7: logo `../logo.png` is not the name of a picture beside this file (write a name such as logo.png, without .. and not absolute)"},
		{"a URL", strings.Replace(withLogo, "logo.png", "https://example.com/logo.png", 1), "", "one.yaml:4:7: logo `https://example.com/logo.png` is not the name of a picture beside this file (write a name such as logo.png, without .. and not absolute)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			files := fstest.MapFS{"one.yaml": {Data: []byte(c.file)}}
			if c.data != "" {
				files["logo.png"] = &fstest.MapFile{Data: []byte(c.data)}
			}
			_, err := provider.LoadFS(files)
			var problems provider.Problems
			if !errors.As(err, &problems) || problems.Error() != c.want {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
}
