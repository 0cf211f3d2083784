package provider

import (
	"slices"
	"strings"
)

// suggestKey says what may be meant by a key that a mapping does not have.
func suggestKey(key string, fields []field) string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.key
	}
	if near := nearest(key, names); near != "" {
		return "did you mean " + near + "?"
	}
	slices.Sort(names)
	return "known keys: " + strings.Join(names, ", ")
}

// nearest returns the word that is a slip of the pen away from s, or "".
func nearest(s string, words []string) string {
	best, distance := "", max(1, len(s)/3)+1
	for _, w := range words {
		if n := editDistance(strings.ToLower(s), w); n < distance {
			best, distance = w, n
		}
	}
	return best
}

// editDistance counts the letters to insert, drop, replace, or swap with the
// next one (optimal string alignment).
func editDistance(a, b string) int {
	if len(a) > 40 {
		return len(a)
	}
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
