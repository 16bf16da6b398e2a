package sqlite

import (
	"errors"
	"syscall"
)

// ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL of winerror.h.
const (
	handleDiskFull = syscall.Errno(39)
	errDiskFull    = syscall.Errno(112)
)

// diskFull knows what syscall.ENOSPC does not cover.
func diskFull(err error) bool {
	return errors.Is(err, errDiskFull) || errors.Is(err, handleDiskFull)
}

// renamesOpen: no file may take the name of one that is open.
const renamesOpen = false
