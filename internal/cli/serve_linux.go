package cli

import (
	"fmt"

	"golang.org/x/sys/unix"
)

// guardProcess keeps the memory of the process to itself: no core files, and
// no other process of the same user may look.
func guardProcess() error {
	if err := noCore(); err != nil {
		return err
	}
	if err := unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0); err != nil {
		return fmt.Errorf("closing the memory to others: %w", err)
	}
	return nil
}
