package main

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// forbidCoreFiles keeps the system from writing the memory of the process to disk
// when it crashes: what was just asked is in it. The limit is for core files; where
// the system pipes them into a program instead, a limit of 0 does not count
// (core(5)), but a process that is not dumpable has none to give.
func forbidCoreFiles() error {
	err := limitCoreFiles()
	if _, _, errno := syscall.RawSyscall(syscall.SYS_PRCTL, syscall.PR_SET_DUMPABLE, 0, 0); errno != 0 {
		err = errors.Join(err, fmt.Errorf("making the process not dumpable: %w", os.NewSyscallError("prctl", errno)))
	}
	return err
}
