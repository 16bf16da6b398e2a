//go:build !windows

package kiosk

import (
	"fmt"
	"io/fs"
)

// keptClose reports a key that others can read.
func keptClose(path string, info fs.FileInfo) error {
	if mode := info.Mode().Perm(); mode&0o077 != 0 {
		return fmt.Errorf("the host key %s can be read by others (its mode is %04o): run chmod 600 %s, or, if someone may have copied it, remove it and start again", path, mode, path)
	}
	return nil
}

// writtenByOwner refuses a file of keys that others can write: whoever can
// could list their own.
func writtenByOwner(path string, info fs.FileInfo) error {
	if mode := info.Mode().Perm(); mode&0o022 != 0 {
		return fmt.Errorf("others can write %s (its mode is %04o): run chmod go-w %s", path, mode, path)
	}
	return nil
}
