//go:build !windows

package cli

import (
	"fmt"
	"os"
	"strings"
	"syscall"

	"porchlight/internal/wipe"
)

// forgetful starts this process anew with freed memory overwritten, unless it
// is that already: what a visitor typed is then gone when they are.
func forgetful(environ []string) error {
	const name = "GODEBUG="
	set := wipe.Settings
	var rest []string
	for _, v := range environ {
		if value, ok := strings.CutPrefix(v, name); ok {
			if strings.Contains(value, wipe.Settings) {
				return nil
			}
			set = value + "," + wipe.Settings
			continue
		}
		rest = append(rest, v)
	}
	self, err := os.Executable()
	if err != nil {
		return fmt.Errorf("finding this program, to start it with memory wiped: %w", err)
	}
	if err := syscall.Exec(self, os.Args, append(rest, name+set)); err != nil {
		return fmt.Errorf("starting this program with memory wiped: %w", err)
	}
	return nil
}

// openFiles is how many files the system lets this process open.
func openFiles() (uint64, error) {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		return 0, fmt.Errorf("reading the limit of open files: %w", err)
	}
	return uint64(limit.Cur), nil
}

// noCore has no memory written to a disk when the process is killed.
func noCore() error {
	if err := syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{}); err != nil {
		return fmt.Errorf("switching core files off: %w", err)
	}
	return nil
}
