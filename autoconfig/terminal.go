package autoconfig

import (
	"strings"

	"golang.org/x/text/width"
)

// ink is how a terminal writes a piece of text: parameters of the escape sequence
// SGR (ECMA-48, section 8.3.117). Only those that read well on a dark ground and
// on a light one.
type ink string

const (
	inkHead   ink = "1"    // bold
	inkLabel  ink = "2"    // faint
	inkValue  ink = "36"   // cyan
	inkLink   ink = "4"    // underlined
	inkSecret ink = "1;32" // bold green
)

// paint puts a text into ink.
type paint func(ink, string) string

func plainInk(_ ink, s string) string { return s }

// ansiInk lets a terminal write in colours.
func ansiInk(i ink, s string) string {
	if i == "" || s == "" {
		return s
	}
	return "\x1b[" + string(i) + "m" + s + "\x1b[0m"
}

// cell is one field of a table.
type cell struct {
	text string
	ink  ink
}

// heads are the cells of a first row.
func heads(texts ...string) []cell {
	row := make([]cell, len(texts))
	for i, text := range texts {
		row[i] = cell{text, inkLabel}
	}
	return row
}

// columnWidths are the widths of the widest cells of a table.
func columnWidths(rows [][]cell) []int {
	var widths []int
	for _, row := range rows {
		for i, c := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], cells(c.text))
		}
	}
	return widths
}

// tableWidth is the width of a table, the two blanks between columns counted.
func tableWidth(rows [][]cell) int {
	total := -2
	for _, w := range columnWidths(rows) {
		total += w + 2
	}
	return total
}

// table aligns rows of cells. The last cell of a row is not padded.
func table(rows [][]cell, paint paint) string {
	widths := columnWidths(rows)
	var b strings.Builder
	for _, row := range rows {
		// Blanks are written only when something follows them.
		blanks := 0
		for i, c := range row {
			if c.text != "" {
				b.WriteString(strings.Repeat(" ", blanks) + paint(c.ink, c.text))
				blanks = 0
			}
			blanks += widths[i] - cells(c.text) + 2
		}
		b.WriteString("\n")
	}
	return b.String()
}

// pad fills a text up with blanks.
func pad(s string, columns int) string {
	return s + strings.Repeat(" ", max(0, columns-cells(s)))
}

// cells is the width of a text on a terminal: East Asian wide and full-width
// characters take two cells (Unicode Standard Annex #11).
func cells(s string) int {
	n := 0
	for _, r := range s {
		n++
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n++
		}
	}
	return n
}

// wrap breaks a text into lines of at most limit cells: at blanks, and beside
// wide characters, which need none. Further lines begin with indent.
func wrap(s string, limit int, indent string) string {
	var b strings.Builder
	line := 0
	for _, word := range breakable(s) {
		w := cells(word)
		if line > 0 && line+cells(strings.TrimRight(word, " ")) > limit {
			b.WriteString("\n" + indent)
			line = 0
		}
		b.WriteString(word)
		line += w
	}
	lines := strings.Split(b.String(), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

// breakable cuts a text where a line may end: behind blanks and behind wide
// characters, but never before closing punctuation (a small part of Unicode
// Standard Annex #14, which is what our texts need).
func breakable(s string) []string {
	const closing = "，。、；：！？）」』”’》…,.;:!?)"
	const opening = "（「『“‘《("
	var words []string
	begin, before, wide := 0, rune(0), false
	for i, r := range s {
		isWide := cells(string(r)) == 2
		mayEnd := before == ' ' || wide || isWide
		if i > begin && mayEnd && r != ' ' && !strings.ContainsRune(closing, r) && !strings.ContainsRune(opening, before) {
			words = append(words, s[begin:i])
			begin = i
		}
		before, wide = r, isWide
	}
	if begin < len(s) {
		words = append(words, s[begin:])
	}
	return words
}
