//go:build unix

package main

import (
	"fmt"
	"os"
	"syscall"
)

// limitCoreFiles sets the largest size of a core file to 0, for good.
func limitCoreFiles() error {
	if err := syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{}); err != nil {
		return fmt.Errorf("limiting core files to 0 bytes: %w", os.NewSyscallError("setrlimit", err))
	}
	return nil
}
