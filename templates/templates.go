// Package templates holds what people see: the texts in every language, the
// page, its style sheet and its script, all embedded. It knows nothing of providers or
// protocols; those who do pass it words and get words back.
//
// A new language is one file in text/, named by its BCP 47 tag, with the keys of
// every other one.
package templates

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"path"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"
)

//go:embed text/*.json
var texts embed.FS

//go:embed page
var pages embed.FS

// Language is one language with all its texts.
type Language struct {
	// Tag is the BCP 47 tag of the file's name, as in an HTML lang attribute.
	Tag string
	// Text are the words.
	Text Text
}

// Catalog is every language, and the pages. It is immutable and safe for
// concurrent use.
type Catalog struct {
	languages []Language
	matcher   language.Matcher
	pages     *template.Template
	files     map[string][]byte
}

// Load returns the Catalog of the embedded files, which are read once, when they are
// first needed. An error means that the program was built from broken ones: a key
// that Text does not have, a page that does not parse.
func Load() (*Catalog, error) { return loaded() }

var loaded = sync.OnceValues(load)

func load() (*Catalog, error) {
	// English stands first: it is what those get who ask for none of ours.
	names := []string{"en", "zh-Hans", "zh-Hant"}
	c := &Catalog{files: map[string][]byte{}}
	tags := make([]language.Tag, 0, len(names))
	for _, name := range names {
		l, err := loadLanguage(name)
		if err != nil {
			return nil, fmt.Errorf("loading texts in %s: %w", name, err)
		}
		tag, err := language.Parse(name)
		if err != nil {
			return nil, fmt.Errorf("loading texts in %s: %w", name, err)
		}
		c.languages = append(c.languages, l)
		tags = append(tags, tag)
	}
	c.matcher = language.NewMatcher(tags)
	parsed, err := template.New("").ParseFS(pages, "page/*.html")
	if err != nil {
		return nil, fmt.Errorf("parsing pages: %w", err)
	}
	c.pages = parsed
	for _, name := range []string{"style.css", "page.js", "icon.svg", "doctor.css", "doctor.js"} {
		if c.files[name], err = pages.ReadFile(path.Join("page", name)); err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, err)
		}
	}
	return c, nil
}

func loadLanguage(name string) (Language, error) {
	data, err := texts.ReadFile(path.Join("text", name+".json"))
	if err != nil {
		return Language{}, err
	}
	l := Language{Tag: name}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&l.Text); err != nil {
		return Language{}, err
	}
	return l, nil
}

// All lists every language that a person can choose, the fallback first.
func (c *Catalog) All() []Language { return slices.Clone(c.languages) }

// Languages lists one language for each primary tag, the fallback first: what
// documents carry that are the same for everybody and know two letters (zh, not
// zh-Hans and zh-Hant).
func (c *Catalog) Languages() []Language {
	seen := map[string]bool{}
	return slices.DeleteFunc(c.All(), func(l Language) bool {
		primary, _, _ := strings.Cut(l.Tag, "-")
		known := seen[primary]
		seen[primary] = true
		return known
	})
}

// Match chooses the language for a list of wishes, the strongest first: the
// values of a ?lang= parameter, an Accept-Language header, a single tag.
// Wishes that cannot be read count as none.
func (c *Catalog) Match(wishes ...string) Language {
	for _, wish := range wishes {
		if wish == "" {
			continue
		}
		tags, _, err := language.ParseAcceptLanguage(wish)
		if err != nil || len(tags) == 0 {
			continue
		}
		// The index is what counts: the returned tag carries extensions.
		if _, i, confidence := c.matcher.Match(tags...); confidence != language.No {
			return c.languages[i]
		}
	}
	return c.languages[0]
}

// Named returns the language of a tag, or the fallback.
func (c *Catalog) Named(tag string) Language {
	for _, l := range c.languages {
		if l.Tag == tag {
			return l
		}
	}
	return c.languages[0]
}

// Page writes one of the embedded pages, by the name of its file without ending.
func (c *Catalog) Page(w io.Writer, name string, data any) error {
	if err := c.pages.ExecuteTemplate(w, name+".html", data); err != nil {
		return fmt.Errorf("writing page %s: %w", name, err)
	}
	return nil
}

// Style is the style sheet of all pages.
func (c *Catalog) Style() []byte { return c.files["style.css"] }

// Script is what makes the page answer without a reload. It holds no words:
// those stand in the page.
func (c *Catalog) Script() []byte { return c.files["page.js"] }

// DoctorStyle is the style sheet of the doctor's page: that of all pages, and what
// a report needs beside it.
func (c *Catalog) DoctorStyle() []byte {
	return slices.Concat(c.files["style.css"], c.files["doctor.css"])
}

// DoctorScript is what shows how far a run of the doctor is. It holds no words.
func (c *Catalog) DoctorScript() []byte { return c.files["doctor.js"] }

// Icon is the sign of the program, an SVG image.
func (c *Catalog) Icon() []byte { return c.files["icon.svg"] }

// Fill puts values into a text: each {name} is replaced by the value that
// follows its name in pairs.
func Fill(text string, pairs ...string) string {
	old := make([]string, len(pairs))
	for i, p := range pairs {
		if i%2 == 0 {
			p = "{" + p + "}"
		}
		old[i] = p
	}
	return strings.NewReplacer(old...).Replace(text)
}
