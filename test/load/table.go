//go:build load

package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// row is a line of the table.
type row struct {
	name string
	// goal, reached and spread are as printed; empty where there is none.
	goal, reached, spread string
	missed                bool
	// costs says what the ratio is made of.
	costs string
	// broken is why there is nothing to show.
	broken error
}

// row makes the CPU times of an answer into a line: the first ones are those of the
// bare server.
func (m measured) row(name string, goal float64) row {
	var ratios, bare, ours []float64
	for i := range m.first {
		b, o := m.first[i].perAnswer(), m.second[i].perAnswer()
		bare, ours, ratios = append(bare, b), append(ours, o), append(ratios, o/b)
	}
	line := row{
		name: name, reached: fmt.Sprintf("%.2f", median(ratios)), spread: spread(ratios, "%.2f"),
		costs: fmt.Sprintf("%.1f µs; bare %.1f µs", median(ours), median(bare)),
	}
	if goal > 0 {
		line.goal = fmt.Sprintf("%.2f", goal)
		line.missed = beyond(median(ratios), goal, 100)
	}
	return line
}

// beyond compares as the table prints: what reads like the goal has reached it.
func beyond(value, goal, steps float64) bool {
	return math.Round(value*steps) > math.Round(goal*steps)
}

// median is the value in the middle, or the mean of the two there.
func median(values []float64) float64 { return quantile(values, .5) }

// spread is where the middle half of the values lies.
func spread(values []float64, format string) string {
	return fmt.Sprintf(format+" to "+format, quantile(values, .25), quantile(values, .75))
}

// quantile interpolates between the two values that are nearest.
func quantile(values []float64, share float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	at := share * float64(len(sorted)-1)
	low := int(at)
	high := min(low+1, len(sorted)-1)
	return sorted[low] + (at-float64(low))*(sorted[high]-sorted[low])
}

// line is the row in Markdown.
func (r row) line() string {
	verdict := ""
	switch {
	case r.broken != nil:
		return fmt.Sprintf("| %s | not measured: %s | | | |", r.name, strings.Join(strings.Fields(r.broken.Error()), " "))
	case r.missed:
		verdict = ", missed"
	}
	return fmt.Sprintf("| %s | %s | %s%s | %s | %s |", r.name, r.goal, r.reached, verdict, r.spread, r.costs)
}

// table is all that the run has to say, between the markers of docs/performance.md.
func (r *rig) table(rows []row) string {
	var text strings.Builder
	fmt.Fprintf(&text, "\n<!-- make load -->\n%s. %d rounds of %v, %d connections.\n\n", r.machine, r.rounds, r.turn, connections)
	text.WriteString("| case | goal | reached | half of the rounds | CPU time of an answer |\n| --- | --- | --- | --- | --- |\n")
	for _, line := range rows {
		text.WriteString(line.line() + "\n")
	}
	text.WriteString("<!-- end of make load -->\n")
	return text.String()
}
