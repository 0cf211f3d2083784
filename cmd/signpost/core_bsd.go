//go:build unix && !linux

package main

// forbidCoreFiles keeps the system from writing the memory of the process to disk
// when it crashes: what was just asked is in it.
func forbidCoreFiles() error { return limitCoreFiles() }
