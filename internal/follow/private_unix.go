//go:build unix

package follow

import (
	"fmt"
	"os"
	"syscall"
)

// private refuses a folder that is a link, another user's, or open to others.
func private(folder string) error {
	info, err := os.Lstat(folder)
	if err != nil {
		return fmt.Errorf("looking at the folder to follow in: %w", err)
	}
	owner, ok := info.Sys().(*syscall.Stat_t)
	if !info.IsDir() || info.Mode().Perm()&0o077 != 0 || ok && int(owner.Uid) != os.Getuid() {
		return ErrNotPrivate
	}
	return nil
}
