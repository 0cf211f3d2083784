package main_test

import (
	"fmt"
	"os"
	"regexp"
	"testing"
)

// `make leak-test` crashes the program, and looks that there is no core file.
func TestTheServerMayLeaveNoCoreFile(t *testing.T) {
	t.Parallel()
	s := serve(t)
	limits, err := os.ReadFile(fmt.Sprintf("/proc/%d/limits", s.process.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`(?m)^Max core file size +0 +0 +bytes`).Match(limits) {
		t.Errorf("core files are not limited to 0 bytes:\n%s", limits)
	}
	end(t, s)
}
