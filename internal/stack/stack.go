// Package stack says where in the code something happened, and nothing of the values
// that were at hand. What the runtime prints of a stack has the arguments of each call,
// as numbers: some of them are left over from earlier calls, and are then eight bytes
// of whatever was there, such as a header.
package stack

import (
	"fmt"
	"runtime"
	"strings"
)

// deepest bounds how many calls are listed.
const deepest = 64

// Trace lists the calls that led to the caller, the last one first: a line with the
// function, and one with its file and line. In a deferred function that recovers from
// a panic, the calls that led to the panic are among them.
func Trace() string {
	counters := make([]uintptr, deepest)
	// Two are runtime.Callers and this function.
	frames := runtime.CallersFrames(counters[:runtime.Callers(2, counters)])
	var b strings.Builder
	for more := true; more; {
		var frame runtime.Frame
		frame, more = frames.Next()
		fmt.Fprintf(&b, "%s\n\t%s:%d\n", frame.Function, frame.File, frame.Line)
	}
	return b.String()
}
