//go:build load

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// cpu is the time that the process has had a processor for, in its own code and in
// the kernel. The first field of schedstat is nanoseconds, where stat has ticks of
// ten milliseconds, but it is of one thread.
func (s *server) cpu() (time.Duration, error) {
	threads, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", s.process.Process.Pid))
	if err != nil {
		return 0, fmt.Errorf("looking for the threads of the server: %w", err)
	}
	if len(threads) == 0 {
		return 0, errors.New("the server has no threads: it has ended, or the kernel keeps no schedstat")
	}
	var sum time.Duration
	for _, thread := range threads {
		text, err := os.ReadFile(thread)
		if err != nil {
			return 0, fmt.Errorf("reading the CPU time of a thread: %w", err)
		}
		first, _, _ := bytes.Cut(text, []byte(" "))
		ran, err := strconv.ParseInt(string(first), 10, 64)
		if err != nil {
			return 0, fmt.Errorf("reading the CPU time of a thread: %w", err)
		}
		sum += time.Duration(ran)
	}
	return sum, nil
}

// residentMiB is the memory that the process holds.
func (s *server) residentMiB() (float64, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.process.Process.Pid))
	if err != nil {
		return 0, fmt.Errorf("reading the size of the process: %w", err)
	}
	found := regexp.MustCompile(`(?m)^VmRSS:\s+(\d+) kB$`).FindSubmatch(text)
	if found == nil {
		return 0, fmt.Errorf("no VmRSS in\n%s", text)
	}
	kib, err := strconv.ParseFloat(string(found[1]), 64)
	return kib / 1024, err
}

// machine says on what the measurement is made, and how busy it is with other things.
func machine() (string, error) {
	var texts [3]string
	for i, file := range []string{"/proc/cpuinfo", "/proc/sys/kernel/osrelease", "/proc/loadavg"} {
		text, err := os.ReadFile(file)
		if err != nil {
			return "", fmt.Errorf("looking at the machine: %w", err)
		}
		texts[i] = strings.TrimSpace(string(text))
	}
	processor := "unknown processor"
	if found := regexp.MustCompile(`(?m)^model name\s*: (.+)$`).FindStringSubmatch(texts[0]); found != nil {
		processor = found[1]
	}
	load, _, _ := strings.Cut(texts[2], " ")
	return fmt.Sprintf("%s, %d processors, load average %s before the run; Linux %s; %s", processor, runtime.NumCPU(), load, texts[1], runtime.Version()), nil
}
