package stack_test

import (
	"regexp"
	"strings"
	"testing"

	"signpost/internal/stack"
)

// fails panics, with an argument that must not be told.
//
//go:noinline
func fails(address string) { panic(address) }

func TestTraceTellsWhereAPanicHappenedAndNotWithWhat(t *testing.T) {
	var trace string
	func() {
		defer func() {
			_ = recover()
			trace = stack.Trace()
		}()
		fails("user@example.com")
	}()
	for _, want := range []string{"signpost/internal/stack_test.fails\n", "stack_test.go:", "runtime.gopanic\n"} {
		if !strings.Contains(trace, want) {
			t.Errorf("no %q in\n%s", want, trace)
		}
	}
	if found := regexp.MustCompile(`0x|user@`).FindString(trace); found != "" {
		t.Errorf("%q is in\n%s", found, trace)
	}
}

func TestTraceOfADeepStackIsBounded(t *testing.T) {
	var deep func(n int) string
	deep = func(n int) string {
		if n == 0 {
			return stack.Trace()
		}
		return deep(n - 1)
	}
	if lines := strings.Count(deep(1000), "\n"); lines != 2*64 {
		t.Errorf("%d lines, want two for each of 64 calls", lines)
	}
}
